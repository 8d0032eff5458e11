# shellcheck shell=sh
# Removes the guests below work dir $1 whose lease is over, with all they made, and prints their
# names: those that a lost runner left and whose supervisor is gone, too. Guests that live are never
# touched, nor is anything that is not ours. What has to stay is told, and the others go.
# Needs the functions of processes.sh, remove.sh, remove-tree.sh and work-folder.sh.
find_work_folder "$1" || exit 0
cd guests 2>/dev/null || exit 0

is_over() {
  if [ -e "$1/lease" ]; then
    expires=0
    read -r expires 2>/dev/null <"$1/lease" || expires=0
    [ "$expires" -le "$(date +%s)" ]
  else
    # It is being made; that gets a minute.
    [ -z "$(find "$1" -prune -mmin -1)" ]
  fi
}

left=0
for guest in pikaci-*; do
  if [ -d "$guest" ] && is_over "$guest"; then
    if remove_guest "$PWD/$guest" "$guest"; then echo "$guest"; else left=1; fi
  fi
done
for place in ../queue/*; do
  [ -e "$place" ] || [ ! -L "$place" ] || rm -f "$place"
done
exit "$left"
