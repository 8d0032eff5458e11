# shellcheck shell=sh
# Keeps one guest on its host, apart from any connection, as sh: starts it, waits for it, and ends
# it when it is asked to (the file `stop`), when nobody renews its lease, or when it is done.
# Arguments: folder of the guest, its name, its kind (host_local | microvm), [runner package].
#
# The lease holds a time of this machine's own clock, so clocks need not agree.
set -u
cd "$1" || exit 1
name=$2 kind=$3 runner=${4:-}
trap '' HUP INT
echo "$$" >supervisor.pid
# More than any console of interest; the guest must not be able to fill the host's disk through it.
console_limit=4194304

# A session of its own, so that signals to the supervisor's group stay with the supervisor.
in_new_session() {
  if command -v setsid >/dev/null 2>&1; then
    setsid env "PIKACI_GUEST_NAME=$name" "$@"
  else
    # macOS has no setsid, but it has perl.
    perl -e 'use POSIX; POSIX::setsid(); exec @ARGV or exit 127' env "PIKACI_GUEST_NAME=$name" "$@"
  fi
}

keep_console() {
  head -c "$console_limit" >>console.log
  cat >/dev/null
}

# Whatever the guest started carries its name in the environment, daemons that left its session
# and group included.
processes_of_guest() {
  grep -lzx "PIKACI_GUEST_NAME=$name" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3
}

end_processes() {
  for signal in TERM KILL KILL KILL; do
    pids=$(processes_of_guest)
    [ -n "$pids" ] || return 0
    # shellcheck disable=SC2086 # a list of numbers
    kill "-$signal" $pids 2>/dev/null
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      sleep 0.05
      [ -n "$(processes_of_guest)" ] || return 0
    done
  done
}

reason_to_end() {
  [ -e stop ] && echo stopped && return
  expires=0
  read -r expires <lease
  [ "$(date +%s)" -lt "${expires:-0}" ] || echo lease_expired
}

# Whether what was started is there and no zombie, which whoever started it has not asked after yet.
is_alive() {
  case $(ps -o stat= -p "$1" 2>/dev/null) in '' | Z*) return 1 ;; esac
}

watch() {
  while :; do
    reason=$(reason_to_end)
    # A guest whose shares are gone hangs in its first access to them, for ever.
    if [ -z "$reason" ] && [ -s shares.pid ] && ! is_alive "$(cat shares.pid)"; then
      # Unless it is about to end itself, as guests do when they are done.
      sleep 1
      reason=shares_died
    fi
    if [ -n "$reason" ]; then
      echo "$reason" >ended_by
      end_processes
      return
    fi
    sleep 0.3
  done
}

sockets_ready() {
  for socket in "$runner"/share/microvm/virtiofs/*/socket; do
    [ -e "$socket" ] || continue
    [ -S "$(cat "$socket")" ] || return 1
  done
}

# A socket may exist while its daemon is already dead, so the daemon is asked after, too.
start_shares() {
  [ -x "$runner/bin/virtiofsd-run" ] || return 0
  # In parentheses: a function with a redirection keeps the old output open, here the console's
  # pipe, which would never end for a guest that died before it met its shares.
  (in_new_session "$runner/bin/virtiofsd-run") </dev/null >virtiofsd.log 2>&1 &
  shares=$!
  echo "$shares" >shares.pid
  tries=0
  until sockets_ready; do
    kill -0 "$shares" 2>/dev/null || return 1
    tries=$((tries + 1))
    [ "$tries" -lt 200 ] || return 1
    sleep 0.05
  done
  kill -0 "$shares" 2>/dev/null
}

start_guest() {
  case $kind in
    host_local) in_new_session bash request/agent ;;
    microvm)
      if start_shares; then
        in_new_session "$runner/bin/microvm-run"
      else
        echo '[pikaci] the shares could not be served:'
        tail -n 20 virtiofsd.log
      fi
      ;;
  esac
}

start_guest </dev/null 2>&1 | keep_console &
guest=$!
watch &
watcher=$!
wait "$guest"
[ -e ended_by ] || echo guest_exited >ended_by
kill "$watcher" 2>/dev/null
end_processes
mv ended_by state
