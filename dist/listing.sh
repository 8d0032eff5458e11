# shellcheck shell=sh
# Functions about listings of trees; see listing.ts.

# Prints the hash of its input.
sha256() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | {
    read -r sum _
    echo "$sum"
  }
}

# Prints the hash of the sorted listing in file $1, of format $2, as hashListing() makes it.
hash_listing() {
  { echo "$2" && cat "$1"; } | sha256
}
