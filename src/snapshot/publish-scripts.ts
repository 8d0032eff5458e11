import { hashListingShell } from './listing.ts';

/**
 * What runs on the host. Beside a published tree lie its `listing`, its `project`, and `complete`,
 * which says what the tree looked like when it was whole: publishing is a rename, so a folder
 * without it is somebody else's, and a tree that looks otherwise now was damaged.
 */

/** Another upload of the same snapshot is under way. */
export const busyExit = 75;
/** What was assembled beside the base is not the snapshot. */
export const mismatchExit = 76;

/**
 * How a tree looks without reading its files: names, types, modes, sizes, times, and where links
 * lead. Not the number of links to a file, which grows as snapshots share it.
 */
const looksShell = String.raw`
looks() {
  (cd "$1" && LC_ALL=C TZ=UTC find . ! -type d -exec ls -ldn {} + | LC_ALL=C awk '{ $2 = ""; print }' | LC_ALL=C sort | cksum)
}
is_whole() { [ -f "$1/complete" ] && [ "$(cat "$1/complete")" = "$(looks "$1/tree")" ]; }
`;

/** Prints the process id of the upload that holds the lock in folder `$1`, if it is alive. */
const uploadShell = String.raw`
uploader() {
  [ -s "$1/pid" ] && read -r pid <"$1/pid" && kill -0 "$pid" 2>/dev/null &&
    ps -p "$pid" -o args= 2>/dev/null | grep -q pikaci && echo "$pid"
}
`;

/**
 * Arguments: work dir, hash, project. Prints, a line each: the path of the tree; present, busy or
 * absent; zstd or none; the hash of the project's last snapshot, where it is whole; the short ids of
 * its listing.
 */
export const probeScript = String.raw`
work=$1 hash=$2 project=$3
${looksShell}${uploadShell}
mkdir -p "$work/snapshots" "$work/tmp" && work=$(cd "$work" && pwd -P) || exit 1
echo "$work/snapshots/$hash/tree"
if is_whole "$work/snapshots/$hash"; then
  touch "$work/snapshots/$hash/complete"
  echo present
  exit
fi
if [ -n "$(uploader "$work/tmp/uploading-$hash")" ]; then echo busy; else echo absent; fi
if command -v zstd >/dev/null 2>&1; then zstd=zstd; else zstd=none; fi
echo "$zstd"
cd "$work/snapshots" || exit 1
for complete in $(ls -t -- */complete 2>/dev/null); do
  base=$(dirname "$complete")
  [ "$(cat "$base/project" 2>/dev/null)" = "$project" ] && is_whole "$base" || continue
  echo "$base"
  case $zstd in
    zstd) cut -c 1-8 "$base/listing" | tr -d '\n' | zstd -qc | base64 | tr -d '\n' ;;
    *) cut -c 1-8 "$base/listing" | tr -d '\n' ;;
  esac
  exit
done
`;

/** Arguments: work dir, hash. Waits a while for the upload that is under way. */
export const waitScript = String.raw`
${uploadShell}
tries=0
while [ "$tries" -lt 50 ] && [ -n "$(uploader "$1/tmp/uploading-$2")" ]; do
  sleep 0.1
  tries=$((tries + 1))
done
`;

/**
 * Arguments: work dir, hash, compression, publisher, project, base's hash, lines to delete from the
 * base's listing as sed has them. Input: the tar of pack.ts.
 *
 * Only the owner of the lock uploads; that spares bytes, and nothing else depends on it. A publisher
 * whose link broke takes the lock from what it left running here.
 */
export const receiveScript = String.raw`
set -eu
: pikaci receives a snapshot
work=$1 hash=$2 compression=$3 publisher=$4 project=$5 base=$6 deletion=$7
umask 022
${looksShell}${uploadShell}${hashListingShell}
cd "$work"
final="snapshots/$hash"
lock="tmp/uploading-$hash"
# What killed uploads left; a living one is never this old.
find tmp -mindepth 1 -maxdepth 1 -mmin +720 -exec rm -rf {} +
tries=0
until mkdir "$lock" 2>/dev/null; do
  other=$(uploader "$lock" || :)
  if [ -n "$other" ] && [ "$tries" -lt 50 ]; then
    [ "$(cat "$lock/publisher" 2>/dev/null || :)" = "$publisher" ] || exit ${busyExit}
    # With its tar, which waits for a link that is dead.
    kill -s TERM -- "-$other" 2>/dev/null || :
  else
    # Dead, or so young that it has not signed yet: sparing an upload is all that this is for.
    [ "$tries" -eq 0 ] || rm -rf "$lock"
  fi
  tries=$((tries + 1))
  sleep 0.1
done
new=$lock
trap 'exit 143' HUP INT TERM
trap 'rm -rf "$lock" "$new"' EXIT
echo "$publisher" >"$lock/publisher"
echo "$$" >"$lock/pid"
fail() {
  echo "$1" >&2
  df -Pk "$work" | awk 'NR == 2 { print "disk of " $6 ": " $4 " kB left of " $2 }' >&2
  exit 1
}
new=$(mktemp -d tmp/snapshot.XXXXXX) || fail 'no folder could be made for it'
# A damaged copy, or a folder of another kind in its place, is moved away, never merged into.
if [ -e "$final" ] && ! is_whole "$final"; then
  mv "$final" "$new/broken" && chmod -R u+w "$new/broken" && rm -rf "$new/broken"
fi
if [ -n "$base" ]; then
  # Links where the system's cp can make them; else copies, cheap ones where the disk has them.
  cp -al "snapshots/$base/tree" "$new/tree" 2>/dev/null || {
    rm -rf "$new/tree"
    cp -cpR "snapshots/$base/tree" "$new/tree" 2>/dev/null || {
      rm -rf "$new/tree"
      cp -pR "snapshots/$base/tree" "$new/tree" || fail 'the files it has already could not be copied'
    }
  }
  sed "$deletion" "snapshots/$base/listing" >"$new/kept" || fail 'its listing could not be written'
  if [ -n "$deletion" ]; then
    # The same lines again, printed instead of deleted: their paths go.
    sed -n "$(echo "$deletion" | tr d p)" "snapshots/$base/listing" | cut -d ' ' -f 5- |
      while IFS= read -r path; do printf './%b\0' "$path"; done | (cd "$new/tree" && xargs -0 rm -f --)
    find "$new/tree" -depth -mindepth 1 -type d -exec rmdir {} + 2>/dev/null || :
  fi
else
  mkdir "$new/tree"
  : >"$new/kept"
fi
unpack() {
  case $compression in
    zstd) zstd -dcq | tar -xf - -C "$new" ;;
    *) tar -xf - -C "$new" ;;
  esac
}
unpack || fail 'its files could not be unpacked'
[ -f "$new/listing" ] || fail 'the upload is incomplete'
LC_ALL=C sort "$new/kept" "$new/listing" >"$new/sorted" || fail 'its listing could not be written'
mv "$new/sorted" "$new/listing"
rm -f "$new/kept"
[ "$(hash_listing "$new/listing")" = "$hash" ] || {
  echo 'what was put together is another snapshot' >&2
  exit ${mismatchExit}
}
found=$(find "$new/tree" ! -type d -exec sh -c 'for f; do echo; done' sh {} + | wc -l)
wanted=$(wc -l <"$new/listing")
[ "$found" -eq "$wanted" ] || fail "the upload is incomplete: $((found)) of $((wanted)) files arrived"
printf '%s\n' "$project" >"$new/project"
looks "$new/tree" >"$new/complete"
chmod 0755 "$new"
# Whoever lost a race drops its copy. mv would nest it in a folder that is there.
if [ ! -e "$final" ]; then
  mv -T "$new" "$final" 2>/dev/null || { [ -f "$final/complete" ] || mv "$new" "$final"; }
fi
[ -f "$final/complete" ]
`;
