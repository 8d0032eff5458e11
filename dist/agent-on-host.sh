# shellcheck shell=bash disable=SC2034,SC2154
# Surroundings of a lane on the host itself: see agent.sh. Needs agent-plain.sh. The supervisor ends
# the lane, and passes on its result when nothing of it is left.

arrange() {
  make_folders
  contained=()
  contain "${1:-run}"
  export CARGO_HOME=$SCRATCH/cargo-home CARGO_TARGET_DIR=$SCRATCH/cargo-target
  set_environment ${contained[@]+"${contained[@]}"}
}

# On the host itself the lane gets nothing of the session that it was started from, and where that can
# be had, namespaces of its own.
contain() {
  unset SSH_AUTH_SOCK SSH_AGENT_PID SSH_CONNECTION SSH_CLIENT SSH_TTY XDG_RUNTIME_DIR XDG_SESSION_ID \
    DBUS_SESSION_BUS_ADDRESS
  local way=no
  # The launch has tried.
  [ ! -e "$CHANNEL/contained" ] || read -r way _ <"$CHANNEL/contained"
  [ "$way" = no ] || contained=(bash "$REQUEST/contain" "${CHANNEL%/*}" "$1")
}

# Apart from the supervisor's pipe: daemons of the lane may hold the log's until it ends them.
open_log() {
  exec > >(exec >/dev/null 2>&1 && keep_log) 2>&1
  log=$!
}

# Daemons may hold it; what the command said is written within this time.
await_log() {
  local tries=0
  while kill -0 "$log" && [ "$tries" -lt 20 ]; do
    sleep 0.05
    tries=$((tries + 1))
  done
}

give_result() { :; }
tell_it_stays() { :; }
out_of_memory() { false; }
end_lane() { :; }
