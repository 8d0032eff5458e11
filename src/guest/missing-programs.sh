# shellcheck shell=sh
# Ends with the names of what this host lacks for guests of kind $3. To look costs nothing: the shell
# itself knows.

# All that our scripts call on a host of every kind.
programs='awk base64 cat chmod cp cut date dirname env find grep head id ln ls
  mkdir mkfifo mktemp mv rm rmdir sed sleep sort tail tar touch tr wc xargs'
missing=
has() { command -v "$1" >/dev/null 2>&1; }
for program in $programs; do has "$program" || missing="$missing, $program"; done
[ "$3" != host_local ] || has bash || missing="$missing, bash"
has setsid || has perl || missing="$missing, setsid (or perl)"
[ -r /proc/self/status ] || ps -o stat= -p "$$" >/dev/null 2>&1 || missing="$missing, ps (or /proc)"
if [ -n "$missing" ]; then
  echo "this host lacks what guests need there: ${missing#, }" >&2
  exit 127
fi
