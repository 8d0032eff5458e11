# shellcheck shell=sh
# Leads to the console of the kept VM in whose folder this lies. Needs enter-guest.sh.
set -u
enter_guest "$0"
if [ -e state ]; then
  echo "the guest has ended ($(cat state)); what it left is in $PWD/artifacts"
  exit 1
fi
echo 'On the console of the guest. Ctrl-] leaves; what you started there goes on.'
# All keys are the guest's but the one that leaves.
before=$(stty -g 2>/dev/null) && stty raw -echo isig intr '^]' quit '^-' susp '^-'
leave() {
  trap - INT TERM HUP
  kill "$said" "$more" "$until_gone" 2>/dev/null
  [ -z "$before" ] || stty "$before"
  echo
  exit
}
trap leave INT TERM HUP
tail -n 4 -f console.log 2>/dev/null &
said=$!
tail -n 0 -f console.more 2>/dev/null &
more=$!
{
  while [ -e supervisor.pid ] && [ ! -e state ]; do sleep 0.5; done
  kill -TERM "$$"
} &
until_gone=$!
# Open for reading, too: without a guest at its other end it does not wait for one.
cat 1<>console.in
leave
