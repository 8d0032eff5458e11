# shellcheck shell=sh
# Waits for a place and prints how many guests have to end before this one may start. Arguments: folder
# of the guest, most guests, seconds to wait, number ahead that is known already. A guest whose lease is
# over waits for its removal and counts no more.
dir=$1 most=$2 patience=$3 known=$4
read -r number <"$dir/number" && cd "$dir/../../queue" || exit 1
end=$(($(date +%s) + patience))
while :; do
  now=$(date +%s)
  earlier=0
  for place in *; do
    { [ -L "$place" ] && [ "$place" -lt "$number" ]; } || continue
    expires=0
    read -r expires <"$place/lease" 2>/dev/null || continue
    [ "$expires" -le "$now" ] || earlier=$((earlier + 1))
  done
  ahead=$((earlier - most + 1))
  if [ "$ahead" -le 0 ]; then
    echo 0
    exit
  fi
  if [ "$ahead" -ne "$known" ] || [ "$now" -ge "$end" ]; then
    echo "$ahead"
    exit
  fi
  sleep 0.2
done
