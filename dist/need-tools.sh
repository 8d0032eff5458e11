# shellcheck shell=sh
# A function about the programs of a host.

# Debian keeps some of them from users' paths.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# Ends with 69 where any of the programs $@ is missing, and says which.
need_tools() {
  missing=''
  for tool in "$@"; do command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"; done
  [ -n "$missing" ] || return 0
  echo "${missing# }" >&2
  exit 69
}
