# shellcheck shell=sh
# Receives a snapshot. Arguments: work dir, hash, project, publisher, format of listings, length of the
# ids in them. The hash may be empty: then it is the first line that is read.
# Needs the functions of work-folder.sh, remove-tree.sh, listing.sh, listed-tree.sh and disk-left.sh; and
# in front of them a line by which an upload is known among processes.
#
# Says, a line each: the path of the tree; present or absent; if absent, zstd or none; how many bytes
# follow, 0 where the project has no snapshot to differ from; these: the ids of the base's listing;
# `end`. Then it reads, where it said absent: a line with the size of the difference of the listings;
# that difference, as delta.ts words it; the tar of pack.ts. What reads the first two takes no byte more.
#
# The listing comes first and alone, and its hash is the snapshot's or nothing else happens: whoever
# could make a host believe that it has a line could otherwise have files written where a link leads.
# What arrives is unpacked into an empty folder, and goes into the tree once that holds folders and
# no link in their place. What then lies there is held against the listing.
#
# Beside a published tree lie its `listing`, its `project`, and `complete`, which says what the tree
# looked like when it was whole: publishing is a rename, so a folder without it is somebody else's,
# and a tree that looks otherwise now was damaged.
#
# Only the owner of the lock sends; that spares bytes, and nothing else depends on it. A publisher
# whose link broke takes the lock from what it left running here.
set -eu
enter_work_folder "$1"
hash=$2 project=$3 publisher=$4 format=$5 id_length=$6
# Trees have the modes that guests see; the folder around them lets nobody else in.
umask 022
mkdir -p snapshots tmp
# As folders hand it on to what is made in them, where they got it from those above.
chmod g-s . snapshots tmp
[ -n "$hash" ] || read -r hash || exit 1
final="snapshots/$hash"
lock="tmp/uploading-$hash"

is_whole() {
  [ -f "$1/complete" ] && [ ! -L "$1/tree" ] &&
    [ "$(cat "$1/complete")" = "$(looks "$1/listing" "$1/tree" 2>/dev/null | sha256)" ]
}
fail() {
  echo "$1" >&2
  disk_left "${work:?}" >&2
  exit 1
}

# Prints the process id of the upload that holds the lock, if it is alive.
uploader() {
  [ -s "$lock/pid" ] && read -r pid <"$lock/pid" && kill -0 "$pid" 2>/dev/null &&
    if [ -r /proc/self/cmdline ]; then tr '\0' ' ' <"/proc/$pid/cmdline"; else ps -p "$pid" -o args=; fi \
      2>/dev/null | grep -q 'pikaci receives' && echo "$pid"
}
present() {
  touch "$final/complete"
  echo present
  echo end
  exit 0
}

echo "$work/$final/tree"
! is_whole "$final" || present
waited=0 holder=
until mkdir "$lock" 2>/dev/null; do
  other=$(uploader || :)
  # Whoever took it over gets as long.
  [ -z "$other" ] || [ "$other" = "$holder" ] || { holder=$other waited=0; }
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
made=$(mktemp -d tmp/snapshot.XXXXXX)
# PIPE: whoever could be told of a failure may be gone.
trap 'exit 143' HUP INT TERM PIPE
# What runs beside us would put something there again.
trap 'wait; remove_tree "$lock" || :; remove_tree "$made" || :' EXIT
# Whoever took it for dead meanwhile has removed it.
{ echo "$publisher" >"$lock/publisher" && echo "$$" >"$lock/pid"; } 2>/dev/null || :
! is_whole "$final" || present

find_base() {
  (cd snapshots && ls -t -- */complete 2>/dev/null) | while IFS=/ read -r found _; do
    candidate=snapshots/$found of=
    read -r of 2>/dev/null <"$candidate/project" || continue
    if [ "$of" = "$project" ] && is_whole "$candidate" &&
      [ "$(hash_listing "$candidate/listing" "$format")" = "$found" ]; then
      echo "$candidate"
      break
    fi
  done
}
base=$(find_base)
if [ -n "$base" ]; then base_listing=$base/listing; else base_listing=/dev/null; fi
if command -v zstd >/dev/null 2>&1; then compression=zstd; else compression=none; fi
pack() {
  case $compression in
    zstd) zstd -qc ;;
    none) cat ;;
  esac
}
unpack() {
  case $compression in
    zstd) zstd -dcq ;;
    none) cat ;;
  esac
}
echo absent
echo "$compression"
if [ -n "$base" ]; then
  cut -c "1-$id_length" "$base/listing" | tr -d '\n' | pack >"$made/ids" ||
    fail 'what it has already could not be told'
  echo "$(($(wc -c <"$made/ids")))"
  cat "$made/ids"
else
  echo 0
fi
echo
echo end

# While the other side finds out what to send.
new=$made/new
{ mkdir "$new" && printf '%s\n' "$project" >"$new/project"; } || fail 'no folder could be made for it'
# What killed uploads left; a living one is never this old.
remove_old "$work/tmp" || :
# A damaged copy, or a folder of another kind in its place, is moved away, never merged into.
if [ -e "$final" ] || [ -L "$final" ]; then
  release_mounts "$final" && mv "$final" "$made/broken" && remove_tree "$made/broken" || exit 1
fi

# Whatever an archive says of modes, none are wanted but those of plain files.
plainly=--no-same-permissions
tar "$plainly" -cf /dev/null /dev/null 2>/dev/null || plainly=

# Writes so many bytes of stdin to a file, and reads no more.
take() {
  got=0 fully=
  : >"$2"
  while [ "$got" -lt "$1" ]; do
    before=$got
    dd bs="$(($1 - got))" count=1 $fully 2>/dev/null >>"$2" || return 1
    got=$(($(wc -c <"$2")))
    [ "$got" -gt "$before" ] || return 1
    [ "$got" -lt "$1" ] || return 0
    # A read of a pipe may give less than it is asked for, again and again.
    ! dd iflag=fullblock count=0 </dev/null >/dev/null 2>&1 || fully=iflag=fullblock
  done
}
read -r size || exit 1
unlisted='its listing could not be written'
take "$size" "$made/sent" || fail "$unlisted"
{ : >"$made/added" && : >"$made/lost" && unpack <"$made/sent" >"$made/difference"; } || fail "$unlisted"
LC_ALL=C awk -v "made=$made" '
  function next_range() {
    last = 0
    if ((getline line <difference) <= 0 || line == "") return
    split(line, ends, " ")
    first = ends[1] + 0
    last = ends[2] + 0
  }
  BEGIN {
    difference = made "/difference"
    next_range()
  }
  last && NR > last { next_range() }
  last && NR >= first { print >(made "/lost"); next }
  { print }
  END {
    while (last) next_range()
    while ((getline line <difference) > 0) {
      print line
      print line >(made "/added")
    }
  }
' "$base_listing" >"$made/listing" || fail "$unlisted"
LC_ALL=C sort "$made/listing" >"$new/listing" || fail "$unlisted"
distrust() {
  # So that the next try does without it.
  rm -f "$base/complete"
  fail "the host's copy of another snapshot, $work/$base, is not what it should be ($1), and is not used any more; whatever changed it may have changed others, too"
}
if [ "$(hash_listing "$new/listing" "$format")" != "$hash" ]; then
  [ -z "$base" ] || distrust 'with it, another snapshot would come of this one'
  fail 'the listing that arrived is not that of the snapshot'
fi
for names in paths lost-paths lost-folders new-folders; do : >"$made/$names"; done
lay_out "$made" "$base_listing" || fail 'no tree can be made of it'
unlike='what arrived is not what its listing says'
if [ -e SNAPSHOTS ]; then
  unlike="$unlike: names may differ only in case, which is no difference on the disk of this host"
fi

copy_base() {
  # Links where the system's cp can make them; else copies, cheap ones where the disk has them.
  for how in -al -cpR -pR; do
    if cp "$how" "$base/tree" "$new/tree" 2>/dev/null; then
      echo "$how" >"$made/how"
      return
    fi
    rm -rf "$new/tree"
  done
  return 1
}
each_of() {
  [ ! -s "$1" ] || to_names <"$1" | (cd "$new/tree" && shift && xargs -0 "$@")
}
# Makes of a copy of the base, if it is one, the tree without what arrives.
make_room() {
  has_names "$made/base-paths" "$new/tree" shared || distrust 'other files lie there'
  each_of "$made/lost-paths" rm -f -- &&
    each_of "$made/lost-folders" rmdir -- && each_of "$made/new-folders" mkdir --
}
making_room=
if [ -n "$base" ]; then
  {
    { copy_base && make_room; } || fail 'the files it has already could not be copied'
  } </dev/null &
  making_room=$!
fi
mkdir "$made/unpacked" || fail 'no folder could be made for it'
untar() (
  # GNU's tar reads 10 KB at a time unless told otherwise, for instance as much as a pipe holds; that
  # of macOS makes something else of names with ._ before them, unless told otherwise.
  export TAR_OPTIONS=-b128 COPYFILE_DISABLE=1
  unpack | tar $plainly -xf - -C "$made/unpacked"
)
untar || fail 'its files could not be unpacked'
has_names "$made/added-paths" "$made/unpacked" alone || fail "$unlike"
if [ -n "$base" ]; then
  wait "$making_room" || exit 1
  cp "$(cat "$made/how")" "$made/unpacked/." "$new/tree" || fail 'its files could not be put together'
  [ ! -e SNAPSHOTS ] || has_names "$made/paths" "$new/tree" shared || fail "$unlike"
else
  mv "$made/unpacked" "$new/tree"
fi
looks "$new/listing" "$new/tree" >"$made/looks" 2>"$made/complaints" ||
  fail "the upload is incomplete: $(head -n 1 "$made/complaints")"
if ! like_expected "$made/expected" "$made/looks"; then
  [ -z "$base" ] || distrust 'its files have other modes or sizes'
  fail "$unlike"
fi
sha256 <"$made/looks" >"$new/complete" || fail 'it could not be finished'
# Whoever lost a race drops its copy. mv would nest it in a folder that is there.
if [ ! -e "$final" ]; then
  mv -T "$new" "$final" 2>/dev/null || { [ -f "$final/complete" ] || mv "$new" "$final"; }
fi
[ -f "$final/complete" ]
