# shellcheck shell=sh disable=SC2154
# Makes a disk of a snapshot that lies on this host, beside it, and prints its path. Arguments: work dir,
# hash of the snapshot, uid whose its files are in guests.
# Needs the functions of work-folder.sh, remove-tree.sh, disk-left.sh and need-tools.sh.
set -eu
need_tools mkfs.erofs flock
enter_work_folder "$1"
snapshot=snapshots/$2 uid=$3
disk=$snapshot/workspace-$uid.erofs
if [ ! -e "$disk" ]; then
  exec 9>"$snapshot/workspace.lock"
  flock 9
fi
if [ ! -e "$disk" ]; then
  made=$(mktemp -d tmp/workspace.XXXXXX)
  trap 'remove_tree "${work:?}/$made"' EXIT
  trap 'exit 143' HUP INT TERM PIPE
  mkfs.erofs --quiet "--force-uid=$uid" "--force-gid=$uid" -U00000000-0000-0000-0000-000000000000 \
    "$made/disk" "$snapshot/tree" >"$made/mkfs.log" 2>&1 || {
    echo "mkfs.erofs could not make a disk of the workspace: $(tail -n 3 "$made/mkfs.log")" >&2
    disk_left "$work" >&2
    exit 1
  }
  mv "$made/disk" "$disk"
fi
echo "$disk"
