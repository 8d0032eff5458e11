# shellcheck shell=sh
# Prints guest.log in folder $1 from byte $2 on as it grows, or nothing of it without one, and its final
# size as an error message. Returns when the guest is done or its supervisor is gone; a last part may be
# missing. A dead process may stay for a while as a zombie, so its absence alone is no sign. The log is a
# second name of the file, outside of what the guest can reach: inside it may be replaced by a link to
# anything. The folder is gone when the lease is.
# Needs the functions of processes.sh and guest-state.sh.
cd "$1" 2>/dev/null || { echo "$(($2 - 1))" >&2; exit; }
read -r supervisor <supervisor.pid || exit 1
follower=
[ -z "$2" ] || { tail -c +"$2" -f guest.log 2>/dev/null & follower=$!; }
trap 'kill "$follower" 2>/dev/null' EXIT
# What sshd sends when we hang up; a shell that died of it would leave the follower behind.
trap 'exit 129' HUP INT TERM PIPE
looks=0
until is_done || [ ! -e supervisor.pid ]; do
  sleep 0.1
  looks=$((looks + 1))
  [ $((looks % 20)) -ne 0 ] || [ -n "$(alive "$supervisor")" ] || break
done
sleep 0.05
wc -c <guest.log >&2
