# shellcheck shell=sh
# Boots a guest of nothing but the kit, to the end of its init, and tells whether it came up. What it leaves
# is removed at once. Arguments: work dir, recipe of the kit, the program `boot` of guests, the most seconds.
# Needs the functions of work-folder.sh, remove-tree.sh, disk-left.sh and need-tools.sh.
set -eu
enter_work_folder "$1"
: "${work:?}"
kit=kits/$2 boot=$3 most=$4
[ -e "$kit/complete" ] || exit 0
mkdir -p tmp
made=$(mktemp -d tmp/boot.XXXXXX)
running=''
# With timeout end all that it has started.
clear_away() {
  [ -z "$running" ] || kill "$running" 2>/dev/null || :
  cd "$work"
  remove_tree "$work/$made"
}
trap clear_away EXIT
trap 'exit 143' HUP INT TERM PIPE
cd "$made"
mkdir request channel
printf %s "$boot" >boot
# Runs in the guest, in the place of the agent.
# shellcheck disable=SC2016
echo 'echo "booted $(uname -r)" >/ports/log' >request/agent
began=$(date +%s)
PIKACI_GUEST_KIT=../../$kit PIKACI_GUEST_MEM_MIB=256 PIKACI_GUEST_VCPU=1 PIKACI_DISK_GIB=1 \
  PIKACI_WORKSPACE_DISK='' PIKACI_LAYERS='' PIKACI_NETWORK=none PIKACI_LOG_KIB=4 PIKACI_ARTIFACTS_KIB=4 \
  timeout -k 5 "$most" sh ./boot >console.log 2>&1 </dev/null &
running=$!
code=0
wait "$running" || code=$?
running=''
echo "seconds $(($(date +%s) - began))"
[ ! -s accelerator ] || echo "accelerator $(head -n 1 accelerator)"
if [ "$(head -c 7 guest.log 2>/dev/null)" = 'booted ' ]; then head -n 1 guest.log | head -c 200
else
  echo "ended $code"
  echo "console $(tail -c 400 console.log | tr -s '\n\r' '  ' | tail -c 190)"
fi
echo
