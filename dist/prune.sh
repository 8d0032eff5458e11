# shellcheck shell=sh
# Removes old snapshots, and GC roots of old builds, and prints the hashes of the snapshots. Arguments:
# work dir, most snapshots, most minutes, most kilobytes. `du` counts a file that several snapshots
# share once, for the newest of them. A folder leaves its place in one step, so that nobody finds half
# of it. What has to stay is told, and the others go.
# Needs the functions of work-folder.sh and remove-tree.sh.
find_work_folder "$1" || exit 0
cd snapshots 2>/dev/null || exit 0
most=$2 minutes=$3 kilobytes=$4
now=$(date +%s)
used=
for guest in ../guests/*; do
  [ -e "$guest/lease" ] || continue
  expires=0
  read -r expires <"$guest/lease"
  [ "$expires" -le "$now" ] || used="$used $(cat "$guest/snapshot" 2>/dev/null)"
done
count=0 total=0
left=0
# shellcheck disable=SC2012,SC2046 # hashes, and nothing else, by time
du -sk -- $(ls -t -- */complete 2>/dev/null | sed 's|/complete$||') /dev/null 2>/dev/null |
  {
    while read -r size hash; do
      [ "$hash" != /dev/null ] || continue
      count=$((count + 1))
      total=$((total + size))
      case " $used " in *" $hash "*) continue ;; esac
      [ -z "$(find "$hash/complete" -mmin -60)" ] || continue
      if [ "$count" -gt "$most" ] || [ "$total" -gt "$kilobytes" ] ||
        [ -z "$(find "$hash/complete" -mmin "-$minutes")" ]; then
        gone="../tmp/pruned-$$-$hash"
        if release_mounts "$hash" && mv "$hash" "$gone" && remove_tree "$gone"; then echo "$hash"
        else left=1
        fi
      fi
    done
    exit "$left"
  } || left=1
find ../gcroots -mindepth 1 -maxdepth 1 -type l -mmin "+$minutes" -exec rm -f {} + 2>/dev/null
remove_old "${work:?}/tmp" || left=1
exit "$left"
