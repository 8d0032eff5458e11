import { diskLeftShell } from '../host/disk-left.ts';
import { removeTreeFunctions, workFolderFunctions } from '../host/shell-functions.ts';
import { hashListingShell } from './listing.ts';

/** What was assembled beside the base is not the snapshot. */
export const mismatchExit = 76;

/**
 * Runs on the host. Arguments: work dir, hash, project, publisher, and what to send the difference
 * to: the project's `last` snapshot, or `nothing`. The hash may be empty: then it is the first line
 * that is read.
 *
 * Says, a line each: the path of the tree; present or absent; if absent, zstd or none; whether there
 * is a base; the short ids of its listing; `end`. Then it reads, where it said absent: base or
 * nothing; the lines to delete from the base's listing, as sed has them; the tar of pack.ts. `read`
 * takes no byte more than its line.
 *
 * Beside a published tree lie its `listing`, its `project`, and `complete`, which says what the tree
 * looked like when it was whole: publishing is a rename, so a folder without it is somebody else's,
 * and a tree that looks otherwise now was damaged.
 *
 * Only the owner of the lock sends; that spares bytes, and nothing else depends on it. A publisher
 * whose link broke takes the lock from what it left running here.
 */
export const publishScript = (): string => String.raw`
set -eu
: pikaci receives a snapshot
${workFolderFunctions()}
${removeTreeFunctions()}
enter_work_folder "$1"
hash=$2 project=$3 publisher=$4 from=$5
# Trees have the modes that guests see; the folder around them lets nobody else in.
umask 022
mkdir -p snapshots tmp
[ -n "$hash" ] || read -r hash || exit 1
final="snapshots/$hash"
lock="tmp/uploading-$hash"

# Makes paths of lines of a listing, each followed by a NUL: those of the files, and, asked for
# folders, of all around them, too. An escaped newline is meanwhile a byte that is in no UTF-8.
paths() {
  cut -d ' ' -f 5- | LC_ALL=C awk -v "of=$1" '
    index($0, "\\") { gsub(/\\\\/, "\376"); gsub(/\\n/, "\377"); gsub(/\376/, "\\") }
    { print "./" $0 }
    of == "folders" { while (sub(/\/[^\/]*$/, "") && !seen[$0]++) print "./" $0 }
    END { if (of == "folders") print "." }
  ' | LC_ALL=C tr '\n\377' '\0\n'
}
# How a tree looks without reading its files: modes, sizes, times and names. A folder that something
# came to or went from has another time; to read them all takes far longer. Not the number of links to
# a file, which grows as snapshots share it. Fails where one of them is missing.
looks() {
  paths folders <"$1/listing" | (
    cd "$1/tree" || exit 1
    export LC_ALL=C TZ=UTC
    # As GNU and busybox have it, or as BSD has.
    if stat -c %n . >/dev/null 2>&1; then xargs -0 stat -c '%f %s %y %n'
    else xargs -0 stat -f '%p %z %Fm %N'
    fi
  )
}
is_whole() {
  [ -f "$1/complete" ] && [ "$(cat "$1/complete")" = "$(looks "$1" 2>/dev/null | cksum)" ]
}
${hashListingShell}${diskLeftShell}
fail() {
  echo "$1" >&2
  disk_left "$work" >&2
  exit 1
}

# Prints the process id of the upload that holds the lock, if it is alive.
uploader() {
  [ -s "$lock/pid" ] && read -r pid <"$lock/pid" && kill -0 "$pid" 2>/dev/null &&
    ps -p "$pid" -o args= 2>/dev/null | grep -q 'pikaci receives' && echo "$pid"
}
present() {
  touch "$final/complete"
  echo present
  echo end
  exit 0
}

echo "$work/$final/tree"
! is_whole "$final" || present
waited=0
until mkdir "$lock" 2>/dev/null; do
  other=$(uploader || :)
  if [ -n "$other" ] && [ "$(cat "$lock/publisher" 2>/dev/null || :)" = "$publisher" ]; then
    # With its tar, which waits for a link that is dead.
    kill -s TERM -- "-$other" 2>/dev/null || :
  elif [ -z "$other" ] && [ "$waited" -gt 0 ] || [ "$waited" -gt 1200 ]; then
    # Dead, or behind a dead link; or so young that it has not signed yet, which costs an upload.
    rm -rf "$lock"
  fi
  waited=$((waited + 1))
  sleep 0.1
  ! is_whole "$final" || present
done
made=$lock
# PIPE: whoever could be told of a failure may be gone.
trap 'exit 143' HUP INT TERM PIPE
trap 'rm -rf "$lock" "$made"' EXIT
echo "$publisher" >"$lock/publisher"
echo "$$" >"$lock/pid"
! is_whole "$final" || present

find_base() {
  [ "$from" = last ] || return 0
  for complete in $(cd snapshots && ls -t -- */complete 2>/dev/null); do
    candidate="snapshots/$(dirname "$complete")"
    if [ "$(cat "$candidate/project" 2>/dev/null)" = "$project" ] && is_whole "$candidate"; then
      echo "$candidate"
      return
    fi
  done
}
base=$(find_base)
if command -v zstd >/dev/null 2>&1; then compression=zstd; else compression=none; fi
echo absent
echo "$compression"
if [ -n "$base" ]; then echo base; else echo nothing; fi
if [ -n "$base" ]; then
  case $compression in
    zstd) cut -c 1-8 "$base/listing" | tr -d '\n' | zstd -qc | base64 | tr -d '\n' ;;
    none) cut -c 1-8 "$base/listing" | tr -d '\n' ;;
  esac
fi
echo
echo end

# While the other side finds out what to send.
made=$(mktemp -d tmp/snapshot.XXXXXX) && new=$made/new && mkdir "$new" &&
  printf '%s\n' "$project" >"$new/project" || fail 'no folder could be made for it'
# What killed uploads left; a living one is never this old.
remove_old "$work/tmp" || :
# A damaged copy, or a folder of another kind in its place, is moved away, never merged into.
if [ -e "$final" ]; then
  release_mounts "$final" && mv "$final" "$made/broken" && remove_tree "$made/broken" || exit 1
fi
copy_base() {
  # Links where the system's cp can make them; else copies, cheap ones where the disk has them.
  for how in -al -cpR -pR; do
    ! cp "$how" "$base/tree" "$new/tree" 2>/dev/null || return 0
    rm -rf "$new/tree"
  done
  return 1
}
[ -z "$base" ] || copy_base || fail 'the files it has already could not be copied'
read -r kind || exit 1
read -r deletion || exit 1
if [ "$kind" = base ]; then
  sed "$deletion" "$base/listing" >"$made/kept" || fail 'its listing could not be written'
  if [ -n "$deletion" ]; then
    # The same lines again, printed instead of deleted: their paths go.
    sed -n "$(echo "$deletion" | tr d p)" "$base/listing" | paths files |
      (cd "$new/tree" && xargs -0 rm -f --)
    find "$new/tree" -depth -mindepth 1 -type d -exec rmdir {} + 2>/dev/null || :
  fi
else
  rm -rf "$new/tree"
  mkdir "$new/tree"
  : >"$made/kept"
fi
unpack() {
  # GNU's tar reads 10 KB at a time unless told otherwise, for instance as much as a pipe holds.
  export TAR_OPTIONS=-b128
  case $compression in
    zstd) zstd -dcq | tar -xf - -C "$new" ;;
    none) tar -xf - -C "$new" ;;
  esac
}
unpack || fail 'its files could not be unpacked'
[ -f "$new/listing" ] || fail 'the upload is incomplete'
LC_ALL=C sort -o "$new/listing" "$made/kept" "$new/listing" || fail 'its listing could not be written'
looks "$new" >"$made/looks" 2>"$made/complaints" &
looking=$!
if [ "$(hash_listing "$new/listing")" != "$hash" ]; then
  echo 'what was put together is another snapshot' >&2
  exit ${mismatchExit}
fi
wait "$looking" || fail "the upload is incomplete: $(head -n 1 "$made/complaints")"
cksum <"$made/looks" >"$new/complete" || fail 'it could not be finished'
if [ -e SNAPSHOTS ]; then
  # A disk that takes one case for the other has made one file of two.
  [ "$(find "$new/tree" ! -type d | wc -l)" -eq "$(wc -l <"$new/listing")" ] ||
    fail 'names in it differ only in case, which is no difference on the disk of this host'
fi
# Whoever lost a race drops its copy. mv would nest it in a folder that is there.
if [ ! -e "$final" ]; then
  mv -T "$new" "$final" 2>/dev/null || { [ -f "$final/complete" ] || mv "$new" "$final"; }
fi
[ -f "$final/complete" ]
`;
