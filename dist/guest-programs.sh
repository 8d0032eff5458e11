# shellcheck shell=sh
# A function about what every guest needs of its host.

# Prints the programs that are missing of those, and of $@, separated by commas. To look costs nothing: the
# shell itself knows.
missing_guest_programs() {
  missing=''
  for program in awk base64 cat chmod cp cut date dirname env find grep head id ln ls mkdir mkfifo mktemp \
    mv rm rmdir sed sleep sort tail tar touch tr wc xargs "$@"; do
    has "$program" || missing="$missing, $program"
  done
  has setsid || has perl || missing="$missing, setsid (or perl)"
  [ -r /proc/self/status ] || ps -o stat= -p "$$" >/dev/null 2>&1 || missing="$missing, ps (or /proc)"
  echo "${missing#, }"
}
has() { command -v "$1" >/dev/null 2>&1; }
