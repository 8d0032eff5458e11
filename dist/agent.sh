# shellcheck shell=bash disable=SC2154,SC2015
# Runs one lane's command inside its guest, as bash. pikaci puts the assignments that the names in
# capitals below stand for in front of this text; it lies in the folder $REQUEST.
#
# The guest's whole output goes to the log, its verdict to the result, which the lane's user can neither
# read nor write, because whoever writes there decides how the lane ends. The lane holds no more of the
# log than a pipe. Nothing but a command that ran writes a verdict, and not before all that it started is
# gone: whatever fails before leaves none behind.
#
# What differs between kinds of guests are functions in front of this text, the guest's surroundings:
#   arrange        makes ready what the lane finds, and sets `as_lane`: words that run what follows as the
#                  lane, in its environment
#   is_there       whether the lane finds program $1
#   enter_workdir  goes to the lane's folder of the workspace, as far as the agent has to
#   end_lane       ends all that the lane has started, and returns when it is gone
#   take_log       copies stdin to the log, and open_log, await_log and append_log begin and end it
#   ends_a_line    whether what the log holds ends with a line
#   out_of_memory  whether the kernel killed for want of memory
#   give_result    hands on $CHANNEL/result.json.new, which is whole
#   tell_it_stays  says that the guest stays up with its verdict in
#
# With the argument `enter` it opens a shell instead, in the same surroundings as the command's.
set -u
umask 022

now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
say() { printf '[pikaci] %s\n' "$*"; }
give_up() {
  say "$1"
  exit 1
}

# Copies what comes on stdin to the log. Without a log there is no verdict either, so the guest ends;
# the console is told why.
keep_log() {
  # Whoever ends the lane's processes wants the last word of each of them.
  trap '' TERM
  take_log && return
  say 'the log cannot be written; is the disk of the host full?'
  kill -KILL "$$"
}

# The lane's secrets are for what it runs and for nothing else: neither in words, which any process can
# read, nor in the environment of a program of root's. They lie in a file that has lost its name, and the
# last shell before the command, which is the lane's user already, takes them from there. -p: whatever the
# lane's environment says, it runs nothing of its own.
# shellcheck disable=SC2016 # for the inner shell
take_secrets() {
  [ -z "$SECRETS" ] || taking_secrets=("${LANE_BASH:-$BASH}" -pc \
    'IFS= read -r -d "" -u 9 secrets; exec 9<&-; eval "$secrets"; exec "$@"' bash)
}

open_secrets() {
  [ -n "$SECRETS" ] || return 0
  (umask 077 && printf %s "$SECRETS" >"$CHANNEL/secrets") && exec 9<"$CHANNEL/secrets" &&
    rm "$CHANNEL/secrets"
}

# Starts what the lane's words say, in its folder of the workspace; a shell may want the command as a
# file.
start_command() {
  [ -z "$SCRIPT" ] || printf %s "$SCRIPT" >"$ROOT$SCRIPT_FILE" || exit 126
  enter_workdir || {
    say "lane $LANE: the workspace has no folder $WORKDIR to start in (workdir)"
    exit 1
  }
  open_secrets || give_up 'cannot hand the secrets to the command'
  exec "${as_lane[@]}" ${taking_secrets[@]+"${taking_secrets[@]}"} "${COMMAND[@]}"
}

# Runs the command, which leads a process group of its own, for no longer than the lane may take; says
# in `code` how it ended. When its time is up it may end itself for 10 seconds.
run_in_time() {
  set -m
  (
    [ -z "$cgroup" ] || echo 0 >"$cgroup/cgroup.procs" || kill -KILL "$$"
    start_command
  ) &
  local leader=$! clock
  (
    # On the host itself the lane may end it: that is no timeout.
    sleep "$TIMEOUT_SECS" || exit
    : >"$CHANNEL/timed-out"
    kill -TERM "$leader" "-$leader"
    kill -CONT "$leader" "-$leader"
    sleep 10
    kill -KILL "$leader" "-$leader"
  ) >/dev/null 2>&1 &
  clock=$!
  set +m
  wait "$leader" 2>/dev/null
  code=$?
  kill -KILL "-$clock"
  # bash would tell that it was killed.
  wait "$clock" 2>/dev/null
}

write_result() {
  local status=$1 message=$2
  printf '{"status":"%s","exit_code":%d,"finished_at":"%s","message":"%s","timed_out":%s,"out_of_memory":%s,"nonce":"%s"}\n' \
    "$status" "$code" "$(now)" "$message" "$timed_out" "$ran_out" "$NONCE" >"$CHANNEL/result.json.new" || return
  give_result
}

# Ends the log with how the command ended, on a line of its own.
close_log() {
  exec >/dev/null 2>&1
  await_log || return
  local break=''
  ends_a_line || break=$'\n'
  {
    printf %s "$break"
    [ "$code" -ne 127 ] || is_there "${COMMAND[0]}" ||
      say "lane $LANE: there is no program ${COMMAND[0]} here to run the command"
    say "lane $LANE: command exited with $code at $(now)"
  } | append_log
}

run_command() {
  local timed_out=false ran_out=false message
  run_in_time
  [ ! -e "$CHANNEL/not-begun" ] || give_up 'the lane could not be contained'
  message="test command exited with $code"
  if [ -e "$CHANNEL/timed-out" ]; then
    timed_out=true code=124 message="test command timed out after $TIMEOUT_SECS s"
  fi
  end_lane
  if [ "$code" -ne 0 ] && out_of_memory; then ran_out=true; fi
  close_log || return
  case $code in
    0) write_result passed 'test passed' ;;
    *) write_result failed "$message" ;;
  esac
}

# Arguments: what opens it in a session of its own, where that is not there yet.
open_shell() {
  printf '\nlane %s failed; its command was\n ' "$LANE"
  printf ' %q' "${COMMAND[@]}"
  printf '\n\n'
  open_secrets || say 'cannot hand the secrets to the shell; going on without'
  "$@" "${as_lane[@]}" PS1='\w \$ ' TERM="${TERM:-xterm}" ${taking_secrets[@]+"${taking_secrets[@]}"} \
    "${LANE_BASH:-bash}" --noprofile --norc -i
  exec 9<&-
}

# Keeps the guest up, with a shell on its console, which `enter` on the host leads to. It ends with
# the guest's lease.
stay() {
  local console
  console=/dev/$(sed 's/.* //' /sys/class/tty/console/active 2>/dev/null)
  [ -c "$console" ] || console=/dev/console
  [ -z "$uid" ] || chown "$uid" "$console" 2>/dev/null
  tell_it_stays
  while :; do
    open_shell setsid -c <>"$console" >&0 2>&1
    sleep 1
  done
}

as_lane=() taking_secrets=() cgroup='' uid=''
case ${1:-run} in
  run)
    exec </dev/null
    open_log
    say "lane $LANE: guest booted at $(now)"
    arrange
    take_secrets
    if run_command && [ "$code" -ne 0 ] && [ "$STAYS" = yes ]; then stay; fi
    ;;
  enter)
    arrange enter
    take_secrets
    open_shell
    ;;
esac
