# shellcheck shell=sh
# A function about leases.

# Grants the guest in folder $1 a lease of $2 seconds; also before anything else exists.
grant_lease() {
  echo "$(($(date +%s) + $2))" >"$1/lease.new" && mv "$1/lease.new" "$1/lease"
}
