# shellcheck shell=sh
# Functions that find and end what a guest has started. Its name stands in the environment of all of
# it, of daemons that left its session and group, too: PIKACI_GUEST_NAME=<name>.

# Prints the numbers of the processes of guest $1, each as soon as it is found.
processes_of_guest() {
  if [ ! -r /proc/self/environ ]; then
    processes_by_ps "$1"
  elif echo x | grep -qz --line-buffered x 2>/dev/null; then
    grep -lzx --line-buffered "PIKACI_GUEST_NAME=$1" /proc/[0-9]*/environ 2>/dev/null
  else
    # BusyBox's grep may read lines only.
    for environ in /proc/[0-9]*/environ; do
      tr '\0' '\n' <"$environ" | grep -qxF "PIKACI_GUEST_NAME=$1" && echo "$environ"
    done 2>/dev/null
  fi | while IFS=/ read -r first second number _; do echo "${number:-$first$second}"; done
}

# Where there is no /proc, ps shows environments behind the arguments: macOS with -E, others with e.
# macOS keeps those of its own programs secret, sh and sleep among them. So whoever is a descendant or
# in the process group of a process that is known for the guest's counts as the guest's, too.
processes_by_ps() {
  {
    ps -E -axww -o pid=,ppid=,pgid=,command= 2>/dev/null || ps axeww -o pid=,ppid=,pgid=,args=
  } | guest=$1 awk '
    BEGIN { mark = "PIKACI_GUEST_NAME=" ENVIRON["guest"] }
    {
      parent[$1] = $2
      group[$1] = $3
      for (i = 4; i <= NF; i++) if ($i == mark) found[$1] = 1
    }
    END {
      for (pid in found) groups[group[pid]] = 1
      do {
        before = count
        for (pid in parent) {
          if (pid in found || !(parent[pid] in found || group[pid] in groups)) continue
          found[pid] = 1
          groups[group[pid]] = 1
          count++
        }
      } while (count > before)
      for (pid in found) print pid
    }'
}

# Prints those of the processes $2, $3 … that are there in another state than the letters $1 stand for.
in_other_states() {
  states=$1
  shift
  [ "$#" -gt 0 ] || return 0
  if [ -r /proc/self/status ]; then
    for process in "$@"; do
      set -- "$@" "/proc/$process/status"
      shift
    done
    grep -l "^State:[[:space:]]*[^[:space:]$states]" "$@" 2>/dev/null | cut -d/ -f3
  else
    ps -o pid=,stat= -p "$(echo "$@" | tr ' ' ,)" |
      awk -v "states=$states" '!index(states, substr($2, 1, 1)) { print $1 }'
  fi
}

# Prints those of the processes $@ that are there and no zombies, which nobody has asked after yet.
alive() {
  in_other_states ZX "$@"
}

# Prints the command line of process $1.
command_line() {
  if [ -r /proc/self/cmdline ]; then tr '\0' ' ' <"/proc/$1/cmdline"; else ps -p "$1" -o args=; fi 2>/dev/null
}

# When process $1 began; with its number, that names one process for ever.
start_of() {
  sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
}

# Ends all in the namespaces of a contained guest, whatever it calls itself, and returns when nothing of
# it lives: with the first process of a pid namespace go all others, before itself. $1: the guest's
# channel, which knows that process.
end_namespace() {
  read -r init began 2>/dev/null <"$1/first-process" || return 0
  while [ "$(start_of "$init")" = "$began" ] && [ -n "$(alive "$init")" ]; do
    kill -KILL "$init" 2>/dev/null || return 0
    sleep 0.02
  done
}

# Sends signal $2 to all processes of guest $1, and to those that were found before and have hidden
# since; fails when there is none. Each gets it as soon as it is found: what lives for a moment would be
# gone when all are.
signal_guest() {
  # shellcheck disable=SC2086 # a list of numbers
  pids=$({ processes_of_guest "$1" && alive ${pids:-}; } | while read -r process; do
    kill "-$2" "$process" 2>/dev/null
    echo "$process"
  done | sort -u)
  [ -n "$pids" ]
}

# Runs $2 … in place of this shell, in a session of its own, so that signals to our group stay with us,
# and as a process of $1, the name of a guest or another one.
in_new_session() {
  mark=PIKACI_GUEST_NAME=$1
  shift
  if command -v setsid >/dev/null 2>&1; then exec setsid env "$mark" "$@"; fi
  # macOS has no setsid, but it has perl, which stays: its arguments tell whose group it leads.
  # shellcheck disable=SC2016 # perl's own variables
  exec perl -e 'use POSIX; POSIX::setsid(); $SIG{TERM} = sub {}; system @ARGV; exit($? >> 8 || $?)' \
    env "$mark" "$@"
}

# Waits until process $1 is gone; fails where it is still there after $2 tenths of a second.
await_end() {
  looks=0
  while [ -n "$(alive "$1")" ]; do
    [ "$looks" -lt "$2" ] || return 1
    looks=$((looks + 1))
    sleep 0.1
  done
}

# Runs program $3 of guest $2 in its folder $1, where there is one, and nothing else of the guest's
# programs at the same time. One that hangs holds nothing up for longer than 20 seconds, and is ended
# with all that it started, as what a caller left that was ended itself.
run_program() (
  [ -f "$1/$3" ] || exit 0
  cd "$1" || exit
  take_turn
  # The turn before may have been that of who removed the guest.
  [ -f "$3" ] || exit 0
  # shellcheck disable=SC2030 # it is for this shell alone
  pids=
  kill_all "$2/program" || exit
  in_new_session "$2/program" sh "./$3" "$2" </dev/null &
  program=$!
  if await_end "$program" 200; then
    wait "$program"
    exit
  fi
  kill -KILL "-$program" 2>/dev/null || :
  kill_all "$2/program" || :
  echo "the program $3 of guest $2 did not end within 20 seconds, and was killed" >&2
  exit 1
)

# Waits until all who ran a program of the guest in this folder before this shell, or are about to, have
# ended: each leaves a link that names its process. None is removed, so that the numbers only grow and
# nobody has to undo what another one was killed over.
take_turn() {
  # $$ would be the number of the shell that this is a part of.
  turn=1 before='' self=$(exec sh -c 'echo "$PPID"')
  until ln -s "$self" "turn.$turn" 2>/dev/null; do
    # Where none can be made at all, as on a full disk, removal matters more than order.
    [ -L "turn.$turn" ] || break
    # shellcheck disable=SC2012 # readlink is not everywhere
    before="$before $(ls -ld "turn.$turn" | sed 's/.* -> //')"
    turn=$((turn + 1))
  done
  for process in $before; do
    # More than any of them needs: the number is another's by now.
    [ "$process" = "$self" ] || await_end "$process" 300 || :
  done
}

# Stops guest $1, in whose folder this is, and waits until it stands still.
hold_guest() {
  run_program . "$1" hold >/dev/null
  signal_guest "$1" STOP || return 0
  tries=0
  # shellcheck disable=SC2086,SC2031 # a list of numbers
  while [ -n "$(in_other_states TtZX $pids)" ] && [ "$tries" -lt 40 ]; do
    sleep 0.05
    tries=$((tries + 1))
  done
}

# Lets guest $2 in folder $1 go on.
resume_guest() {
  signal_guest "$2" CONT || :
  run_program "$1" "$2" resume >/dev/null
}

# Asks guest $1 to end itself, and gives it half a second.
ask_to_end() {
  signal_guest "$1" TERM || return 0
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    sleep 0.05
    signal_guest "$1" 0 || return 0
  done
}

# Ends guest $1 in folder $2: after half a second in which it may end itself, by force. Fails where some
# of it is still there.
end_processes() {
  pids=
  ask_to_end "$1"
  end_namespace "$2/channel"
  kill_all "$1"
}

# Kills all processes of guest $1, and again for as long as anything new turns up; fails where that does
# not end. A process that is just becoming another program has no environment for a moment, so that one
# look that finds nothing is not enough.
kill_all() {
  rounds=0 quiet=0
  while [ "$quiet" -lt 3 ]; do
    [ "$rounds" -lt 400 ] || return 1
    rounds=$((rounds + 1)) quiet=$((quiet + 1))
    if signal_guest "$1" KILL; then quiet=0; else sleep 0.01; fi
  done
}
