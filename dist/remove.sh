# shellcheck shell=sh
# Functions that remove one guest from its host; they need those of processes.sh and remove-tree.sh.

# Ends all that guest $2 in folder $1 has, there and elsewhere; fails where some of it may be left.
end_guest() {
  ended=0
  run_program "$1" "$2" remove >&2 || ended=1
  end_processes "$2" "$1" || {
    # shellcheck disable=SC2086,SC2154 # a list of numbers, which signal_guest sets
    echo "processes of guest $2 cannot be ended:" $pids >&2
    ended=1
  }
  return "$ended"
}

# Removes the guest in folder $1, called $2: asks its supervisor to end it, ends what is left by the
# guest's name, and removes its folder. A guest that is not there is removed already.
remove_guest() {
  [ -d "$1" ] || return 0
  # Else what is written here would be written to what is mounted over it.
  release_mounts "$1" 2>/dev/null || { end_guest "$1" "$2" && release_mounts "$1" || return 1; }
  # On a full disk it is told by what needs no space: the end of its lease.
  touch "$1/stop" 2>/dev/null || rm -f "$1/lease"
  supervisor=$(cat "$1/supervisor.pid" 2>/dev/null || :)
  tries=0
  # With its guest ended it has nothing left to do.
  while is_supervised "$2" && [ ! -e "$1/state" ] && [ "$tries" -lt 100 ]; do
    sleep 0.05
    tries=$((tries + 1))
  done
  if is_supervised "$2"; then kill -KILL "$supervisor"; fi
  # Who removes it at the same time may take away what this one needs for that.
  end_guest "$1" "$2" || { [ ! -d "$1" ] && return; } || return 1
  remove_folder "$1"
}

# The number may be another's by now.
is_supervised() {
  [ -n "$supervisor" ] && command_line "$supervisor" | grep -qF "/$1/supervisor.sh"
}

# Gives up the guest's place in the queue and removes its folder $1, which leaves its own place in one
# step: whoever comes for the name next meets all of it or nothing. Fails where it has to leave it.
remove_folder() {
  number=$(cat "$1/number" 2>/dev/null || :)
  [ -z "$number" ] || rm -f "$1/../../queue/$number"
  release_mounts "$1" || return 1
  mv "$1" "$1.$$" 2>/dev/null || { [ ! -d "$1" ] && return; }
  remove_tree "$1.$$"
}
