# shellcheck shell=sh disable=SC2154,SC2045
# Removes images, and kits, that nobody has used for long, and what only they needed; prints their names.
# Arguments: work dir, most minutes, most kilobytes of all images. The longest unused go first, and what
# images share is counted for the newest of them.
# What was used within the hour stays, or within the hour before the oldest guest that is still there was
# claimed: it may be about to boot. What a VM has open it keeps anyway.
# Needs the functions of work-folder.sh, remove-tree.sh, disk-left.sh and need-tools.sh.
set -u
find_work_folder "$1" || exit 0
[ -d images ] || [ -d kits ] || exit 0
minutes=$2 kilobytes=$3
mkdir -p tmp
made=$(mktemp -d tmp/prune.XXXXXX) || exit
trap 'remove_tree "${work:?}/$made"' EXIT
trap 'exit 143' HUP INT TERM PIPE

now=$(date +%s)
oldest=$now
for guest in guests/*; do
  expires=0
  read -r expires 2>/dev/null <"$guest/lease" || continue
  [ "$expires" -gt "$now" ] || continue
  claimed=$(stat -c %Y "$guest/owner" 2>/dev/null) || claimed=$now
  [ "$claimed" -ge "$oldest" ] || oldest=$claimed
done
in_use=$(((now - oldest) / 60 + 60))
if [ "$minutes" -lt "$in_use" ]; then minutes=$in_use; fi

# Whether file $1 was used within so many minutes, $2.
used_within() { [ -n "$(find "$1" -mmin "-$2" 2>/dev/null)" ]; }

# Takes folder $1 away in one step, unless it has been used, as its file $2 tells, before that was done.
take_away() {
  gone=$made/${1##*/}
  mv "$1" "$gone" || return
  if used_within "$gone/$2" "$in_use"; then
    mv "$gone" "$1"
    return 1
  fi
  remove_tree "$gone"
}

# What an image is made of, by the hashes of its blobs.
hashes_of() {
  manifest=$(hashes_in "images/layouts/$1/index.json")
  echo "$manifest"
  for blob in $manifest; do hashes_in "images/blobs/sha256/$blob"; done
}
hashes_in() { grep -o 'sha256:[0-9a-f]\{64\}' "$1" 2>/dev/null | cut -d: -f2; }

# Keeps the images that may stay, and notes what they need.
prune_layouts() {
  total=0
  : >"$made/needed"
  # Hashes, and nothing else, by time.
  for layout in $(ls -t images/layouts/*/index.json 2>/dev/null); do
    layout=${layout%/index.json}
    hashes_of "${layout##*/}" | sort -u >"$made/hashes"
    size=$(grep -vxFf "$made/needed" "$made/hashes" | while read -r hash; do
      du -k "images/blobs/sha256/$hash" "images/disks/$hash.erofs" 2>/dev/null
    done | awk '{ sum += $1 } END { print sum + 0 }')
    if ! used_within "$layout/index.json" "$in_use"; then
      if [ "$((total + size))" -gt "$kilobytes" ] || ! used_within "$layout/index.json" "$minutes"; then
        if take_away "$layout" index.json; then
          echo "image ${layout##*/}"
          continue
        fi
      fi
    fi
    total=$((total + size))
    cat "$made/hashes" >>"$made/needed"
  done
}

# What no image needs any more; of a fetch that was ended there may be blobs, too. One that is under way
# holds the lock, and those who make disks hold theirs.
prune_blobs() {
  for file in images/blobs/sha256/* images/disks/*.erofs; do
    name=${file##*/}
    grep -qxF "${name%.erofs}" "$made/needed" || used_within "$file" "$in_use" || rm -f "$file"
  done
}

if [ -d images/layouts ]; then
  exec 8>images/lock 9>images/disks/lock
  if flock -n 8 && flock -n 9; then
    prune_layouts
    prune_blobs
  fi
  exec 8>&- 9>&-
  find images/refs -mindepth 2 -type f -mmin "+$minutes" -exec rm -f {} +
  # One that is not empty stays.
  find images/refs -mindepth 1 -maxdepth 1 -type d -mmin "+$in_use" -exec rmdir {} + 2>/dev/null
fi
for kit in kits/*; do
  if [ ! -e "$kit/complete" ] || used_within "$kit/complete" "$minutes"; then continue; fi
  if take_away "$kit" complete; then echo "kit ${kit##*/}"; fi
done
exit 0
