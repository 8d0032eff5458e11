# shellcheck shell=sh
# Tells whether what runs on this host itself can be kept in, as contain.sh does it, which comes on stdin.
# Argument: work dir. Needs the functions of work-folder.sh and remove-tree.sh.
set -eu
enter_work_folder "$1"
: "${work:?}"
command -v bash >/dev/null 2>&1 || {
  echo 'contained no there is no bash'
  exit
}
mkdir -p tmp
made=$(mktemp -d tmp/contain.XXXXXX)
trap 'remove_tree "$work/$made"' EXIT
trap 'exit 143' HUP INT TERM PIPE
mkdir "$made/request" "$made/channel"
cat >"$made/request/contain"
echo "contained $(bash "$made/request/contain" "$work/$made" probe)"
