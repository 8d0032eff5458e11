# shellcheck shell=sh
# Makes the folder of a guest, with a lease and a place in the queue, and prints where it is. Arguments:
# work dir, name of the guest, owner, hash of its snapshot, seconds of the lease. What the same owner
# has claimed before is found again. Ends with 17 where the lease of a guest of this name is over.
# The queue holds a link to each guest, named by a number that grows: making a link is atomic, so of two
# who come at once each gets a number of their own.
# Needs the functions of work-folder.sh, disk-left.sh and lease.sh.
set -eu
enter_work_folder "$1"
name=$2 owner=$3 snapshot=$4 lease_secs=$5
guests=${work:?}/guests queue=$work/queue
dir=$guests/$name
mkdir -p "$guests" "$queue"
if [ -d "$dir" ]; then
  if [ "$(cat "$dir/owner" 2>/dev/null || :)" = "$owner" ]; then
    cd "$dir" && pwd -P
    exit
  fi
  expires=0
  read -r expires <"$dir/lease" || :
  left=$((expires - $(date +%s)))
  [ "$left" -gt 0 ] || exit 17
  echo "a guest of this name is alive there; its lease ends in $left s unless it is renewed" >&2
  exit 1
fi
mkdir "$dir"
number=
# Half a claim is none. Most often the disk is full.
give_up() {
  disk_left "$guests" >&2
  rm -rf "$dir"
  [ -z "$number" ] || rm -f "$queue/$number"
}
trap give_up EXIT
grant_lease "$dir" "$lease_secs" || exit 1
echo "$snapshot" >"$dir/snapshot"
# shellcheck disable=SC2012 # numbers, and nothing else
next=$(ls "$queue" | sort -n | tail -n 1)
next=$((0 + next + 1))
# Where there is one already, -n has it fail; else the link would be made inside of what that leads to.
until ln -sn "../guests/$name" "$queue/$next" 2>/dev/null; do
  next=$((next + 1))
  [ "$next" -lt 1000000000 ] || exit 1
done
number=$next
echo "$number" >"$dir/number"
echo "$owner" >"$dir/owner"
trap - EXIT
cd "$dir" && pwd -P
