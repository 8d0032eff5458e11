# shellcheck shell=sh disable=SC2154
# Makes a disk of each layer of an image that lies on this host, and prints their paths, the lowest first.
# Arguments: work dir, digest of the image, and of each layer its blob and how that is compressed (gzip |
# zstd | none). A disk has its blob's name, so what images share is made once.
# Needs the functions of work-folder.sh, remove-tree.sh, disk-left.sh and need-tools.sh.
set -eu
need_tools mkfs.erofs flock sha256sum timeout zstd
enter_work_folder "$1"
layout=images/layouts/${2#sha256:}
shift 2
umask 022
made=$(mktemp -d tmp/layers.XXXXXX)
trap 'remove_tree "${work:?}/$made"' EXIT
trap 'exit 143' HUP INT TERM PIPE
fail() {
  echo "$1" >&2
  disk_left "$work" >&2
  exit 1
}

# A tar that was packed cut off has mkfs.erofs 1.8 read on for ever.
from_tar() {
  timeout -k 1 900 mkfs.erofs --quiet --tar=f --aufs -T0 -U00000000-0000-0000-0000-000000000000 "$@"
}

# skopeo takes a blob that lies there by its name, whatever is in it: here it is looked into.
make_disk() {
  blob=images/blobs/sha256/$1
  if [ "$(sha256sum <"$blob" | cut -d' ' -f1)" != "$1" ]; then
    rm -rf "$blob" "$layout"
    fail "the layer sha256:$1 lay damaged on this host; it is fetched again next time"
  fi
  # Whiteouts as layers have them become those of an overlay. What is made depends on the layer alone.
  disk=$made/$1.erofs
  case $2 in
    gzip) from_tar --gzip "$disk" "$blob" ;;
    none) from_tar "$disk" "$blob" ;;
    # Without a source it reads stdin.
    zstd) zstd -dcq <"$blob" | from_tar "$disk" ;;
  esac >"$made/mkfs.log" 2>&1 ||
    fail "mkfs.erofs could not make a disk of the layer sha256:$1: $(tail -n 3 "$made/mkfs.log")"
  mv "$made/$1.erofs" "images/disks/$1.erofs"
}

exec 9>images/disks/lock
flock 9
if [ ! -e "$layout/disks" ]; then
  : >"$made/disks"
  while [ "$#" -gt 0 ]; do
    [ -e "images/disks/$1.erofs" ] || make_disk "$1" "$2"
    echo "images/disks/$1.erofs" >>"$made/disks"
    shift 2
  done
  mv "$made/disks" "$layout/disks"
fi
cat "$layout/disks"
