# shellcheck shell=sh
# Prints five lines: why the guest ended; whether its command was reached; what it ran on; its
# result.json; where there is none, the end of its console. A guest that is not gone by now is stopped, so
# what is checked stays what it is. The command counts as reached once the guest has been heard, and
# where nothing can be known any more. Arguments: folder of the guest, its name, most bytes of the
# result, most bytes of the console.
# Needs the functions of processes.sh.
cd "$1" 2>/dev/null || { printf 'lease_expired\nstarted\n\n\n\n'; exit; }
line() { base64 | tr -d '\n'; echo; }
plain() { [ -f "$1" ] && [ ! -L "$1" ]; }
[ -e state ] || { hold_guest "$2"; end_namespace channel; }
# shellcheck disable=SC2005 # a line also where there is nothing in it
if [ -e state ]; then echo "$(cat state)"; elif [ -e channel/stays ]; then echo stays; else echo vanished; fi
if [ -e began ] || [ -s guest.log ]; then echo started; else echo not started; fi
head -n 1 accelerator 2>/dev/null | grep . || echo
if plain channel/result.json && [ -s channel/result.json ]; then
  head -c "$3" channel/result.json | line
else
  echo
  tail -c "$4" console.log 2>/dev/null | line
fi
