# shellcheck shell=sh
# Functions that remove a folder, and nothing that is only mounted below it: the files of another
# folder may show there.

# Removes folder $1 with all in it. Where something stays mounted below, it touches nothing, says so
# and fails.
remove_tree() {
  ! gone "$1" || return 0
  release_mounts "$1" || return 1
  if [ -d "$1" ] && [ ! -L "$1" ]; then chmod -R u+rwX "$1" 2>/dev/null || :; fi
  remove_files "$1"
  # A process may write one more file while it dies.
  gone "$1" || { sleep 0.2 && remove_files "$1"; }
  gone "$1" || { printf '%s cannot be removed whole\n' "$1" >&2 && return 1; }
}

# Removes what has lain in folder $1 for half a day, names of ours.
remove_old() (
  left=0
  find "$1" -mindepth 1 -maxdepth 1 -mmin +720 2>/dev/null | {
    while IFS= read -r entry; do
      case $entry in "$1"/*) remove_tree "$entry" || left=1 ;; esac
    done
    exit "$left"
  }
)

gone() { [ ! -e "$1" ] && [ ! -L "$1" ]; }

# What is mounted between the look and this is on another file system, most often. Not every rm knows
# the option, and the caller may run under set -e.
remove_files() {
  rm -rf --one-file-system "$1" 2>/dev/null || :
  gone "$1" || {
    find "$1" -xdev ! -type d -exec rm -f {} + || :
    find "$1" -xdev -depth -type d -exec rmdir {} + || :
  } 2>/dev/null
}

# Unmounts whatever is mounted at or below $1; fails, and names it, where something stays.
release_mounts() {
  # Of a path that names nothing, everything would be below it.
  case $1 in '' | */) return 1 ;; esac
  tree=$(physical_path "$1") && [ -n "$tree" ] || return 1
  tries=0
  while [ "$tries" -lt 3 ]; do
    below=$(mounts_below "$tree") || return 1
    [ -n "$below" ] || return 0
    [ "$tries" -eq 0 ] || sleep 0.2
    tries=$((tries + 1))
    printf '%s\n' "$below" | while IFS= read -r mount; do
      mount=$(printf '%b.' "$mount")
      release_mount "${mount%.}" </dev/null
    done
  done
  below=$(mounts_below "$tree") || return 1
  [ -n "$below" ] || return 0
  printf 'nothing of %s is removed: something is mounted below it and stays so, at %s\n' "$1" \
    "$(printf '%s\n' "$below" | head -n 1)" >&2
  return 1
}

# Only root may unmount, and a user what is of FUSE and his own. What is in use is taken out of sight.
release_mount() {
  umount "$1" || fusermount3 -u "$1" || fusermount -u "$1" ||
    umount -l "$1" || fusermount3 -uz "$1" || fusermount -uz "$1"
} >/dev/null 2>&1

physical_path() {
  case $1 in
    */*) (cd -P "${1%/*}/" && printf '%s/%s' "$(pwd -P)" "${1##*/}") ;;
    *) printf '%s/%s' "$(pwd -P)" "$1" ;;
  esac
}

# Prints the places at or below path $1 where something is mounted, the last first, a line each, with
# \0ooo for bytes that need it, as printf %b reads them.
mounts_below() {
  if [ -r /proc/self/mountinfo ]; then
    tree=$1 LC_ALL=C awk '
      {
        place = $5
        gsub(/\\040/, " ", place)
        gsub(/\\011/, "\t", place)
        gsub(/\\012/, "\n", place)
        gsub(/\\043/, "#", place)
        gsub(/\\134/, "\\", place)
      }
      place == ENVIRON["tree"] || index(place, ENVIRON["tree"] "/") == 1 {
        found[++count] = $5
      }
      END { while (count) print found[count--] }
    ' /proc/self/mountinfo | sed 's/\\/\\0/g'
  else
    mount | tree=$1 awk '
      (at = index($0, " on " ENVIRON["tree"])) {
        place = substr($0, at + 4)
        sub(/ \([^()]*\)$/, "", place)
        sub(/ type [^ ]+$/, "", place)
        rest = substr(place, length(ENVIRON["tree"]) + 1)
        if (rest != "" && rest !~ /^\//) next
        found[++count] = place
      }
      END { while (count) print found[count--] }
    ' | sed 's/\\/\\0134/g'
  fi
}
