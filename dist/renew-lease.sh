# shellcheck shell=sh
# Renews the lease of a guest. Arguments: folder of the guest, seconds. Needs the functions of lease.sh.
grant_lease "$1" "$2"
