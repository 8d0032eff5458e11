# shellcheck shell=bash disable=SC2154,SC2015
# Runs one lane's command inside its guest, as bash. pikaci puts the assignments that the names in
# capitals below stand for in front of this text; it lies in the folder $REQUEST.
#
# The guest's whole output goes to $CHANNEL/guest.log, its verdict to $CHANNEL/result.json: a folder
# that the lane's user can neither read nor write, because whoever writes there decides how the lane
# ends. The lane holds no more of it than a pipe, which is emptied into the log. Nothing but a command
# that ran writes a verdict, and not before all that it started is gone: whatever fails before leaves
# none behind.
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

# Read-only: what is built once on the host serves every guest, so none may write to it.
mount_staged() {
  local pair target source
  for pair in ${STAGED[@]+"${STAGED[@]}"}; do
    target=${pair%%=*} source=${pair#*=}
    mkdir -p "$target" && mount --bind "$source" "$target" && mount -o remount,bind,ro "$target" ||
      give_up "cannot mount the staged output $source at $target"
  done
}

# The lane's files belong to the user who owns the share on the host; the guest's user of that
# number is made here, because only the host knows the number. Root of the host is no user for a
# lane: in the guest, too, root may open everything.
become_pikaci() {
  local gid own=("$LANE_HOME" "$SCRATCH")
  read -r uid gid <"$REQUEST/host-user" || give_up 'the host named no user'
  if [ "$uid" -eq 0 ]; then
    uid=1000 gid=1000
    own+=("$ARTIFACTS")
    [ "$WORKSPACE_IS" = shared ] || own+=("$WORKSPACE")
  fi
  if ! grep -q '^pikaci:' /etc/passwd; then
    echo "pikaci:x:$uid:$gid:pikaci:$LANE_HOME:/bin/bash" >>/etc/passwd
    grep -q "^[^:]*:[^:]*:$gid:" /etc/group || echo "pikaci:x:$gid:" >>/etc/group
  fi
  chown -R "$uid:$gid" "${own[@]}" 2>/dev/null || say "cannot hand $LANE_HOME to uid $uid; going on"
  # The lane may open its own output by name, as /dev/stdout.
  chown "$uid" /proc/self/fd/1 2>/dev/null
  # By its path: a busybox that runs it would take its own setpriv, which knows no users.
  as_user=("$(command -v setpriv)" "--reuid=$uid" "--regid=$gid" --clear-groups --)
}

# Git refuses a repository of somebody else, and whose the share is the host decides. In the environment not
# every git would take it.
trust_workspace() {
  printf '[safe]\n\tdirectory = %s\n' "$WORKSPACE" >>"$LANE_HOME/.gitconfig" ||
    say "cannot write $LANE_HOME/.gitconfig; going on"
}

# In a VM the caches have fixed places of their own, on the scratch disk of this guest alone.
link_caches() {
  local cache
  for cache in cargo-home cargo-target; do
    [ -e "/$cache" ] || ln -s "$SCRATCH/$cache" "/$cache"
  done
}

certificates() {
  local bundle
  for bundle in /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-bundle.crt /etc/ssl/cert.pem; do
    [ -r "$bundle" ] && printf '%s' "$bundle" && return
  done
}

# Copies what comes on stdin to the log. Without a log there is no verdict either, so the guest ends;
# the console is told why.
keep_log() {
  # Whoever ends the lane's processes wants the last word of each of them.
  trap '' TERM
  cat >>"$CHANNEL/guest.log" && return
  say 'the log cannot be written; is the disk of the host full?'
  kill -KILL "$$"
}

as_user=() contained=() cgroup='' uid=''
prepare() {
  mkdir -p "$LANE_HOME" "$SCRATCH/cargo-home" "$SCRATCH/cargo-target" "$SCRATCH/xdg-cache" \
    "$ARTIFACTS/xdg-state" || give_up 'cannot make the folders of the lane'
  if [ "$KIND" = vm ]; then
    chmod 0700 "${CHANNEL%/*}" || give_up "cannot close ${CHANNEL%/*} to the lane"
    mount_staged
    [ "$HAS_GIT" = no ] || trust_workspace
    [ "$RUN_AS_ROOT" = yes ] || become_pikaci
    link_caches
    make_cgroup
    export CARGO_HOME=/cargo-home CARGO_TARGET_DIR=/cargo-target
  else
    contain
    export CARGO_HOME=$SCRATCH/cargo-home CARGO_TARGET_DIR=$SCRATCH/cargo-target
  fi
  cd "$WORKSPACE" || give_up "cannot enter the workspace $WORKSPACE"

  export HOME=$LANE_HOME CI=true CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0
  export XDG_CACHE_HOME=$SCRATCH/xdg-cache XDG_STATE_HOME=$ARTIFACTS/xdg-state
  local bundle
  bundle=$(certificates) && export SSL_CERT_FILE=$bundle
  as_lane=(${contained[@]+"${contained[@]}"} ${as_user[@]+"${as_user[@]}"} env ${ENVIRONMENT[@]+"${ENVIRONMENT[@]}"})
}

# On the host itself the lane gets nothing of the session that it was started from, and where that can
# be had, namespaces of its own.
contain() {
  unset SSH_AUTH_SOCK SSH_AGENT_PID SSH_CONNECTION SSH_CLIENT SSH_TTY XDG_RUNTIME_DIR XDG_SESSION_ID \
    DBUS_SESSION_BUS_ADDRESS
  local way=no
  # The launch has tried.
  [ ! -e "$CHANNEL/contained" ] || read -r way _ <"$CHANNEL/contained"
  [ "$way" = no ] || contained=(bash "$REQUEST/contain" "${CHANNEL%/*}" "$task")
}

# A cgroup holds whatever the lane starts, however it hides. Only root could leave it.
make_cgroup() {
  local root=${CHANNEL%/*}/cgroup
  mkdir -p "$root" && mount -t cgroup2 none "$root" && mkdir "$root/pikaci-lane" || return
  [ ! -e "$root/pikaci-lane/cgroup.kill" ] || cgroup=$root/pikaci-lane
} 2>/dev/null

# Ends all that the lane has started and that is still there, and returns when it is gone. On the
# host itself that is the supervisor's.
end_lane() {
  if [ -n "$cgroup" ]; then
    echo 1 >"$cgroup/cgroup.kill"
    until grep -qx 'populated 0' "$cgroup/cgroup.events"; do sleep 0.05; done
  elif [ -n "$uid" ]; then
    # To all of the user's at once: whoever starts others faster than they are found is met, too.
    while has_processes; do "${as_user[@]}" "$BASH" -c 'kill -KILL -1'; done
  fi
}

# Whether the lane's user has any process that is no zombie.
has_processes() {
  grep -ls "^Uid:.*[[:space:]]${uid}[[:space:]]" /proc/[0-9]*/status |
    while read -r status; do
      ! grep -qs '^State:[[:space:]]*[^Z[:space:]]' "$status" || echo "$status"
    done | grep -q .
}

# The lane's secrets are for what it runs and for nothing else: neither in words, which any process can
# read, nor in the environment of a program of root's. They lie in a file that has lost its name, and the
# last shell before the command, which is the lane's user already, takes them from there. -p: whatever the
# lane's environment says, it runs nothing of its own.
taking_secrets=()
# shellcheck disable=SC2016 # for the inner shell
[ -z "$SECRETS" ] || taking_secrets=("$BASH" -pc \
  'IFS= read -r -d "" -u 9 secrets; exec 9<&-; eval "$secrets"; exec "$@"' bash)

open_secrets() {
  [ -n "$SECRETS" ] || return 0
  (umask 077 && printf %s "$SECRETS" >"$CHANNEL/secrets") && exec 9<"$CHANNEL/secrets" &&
    rm "$CHANNEL/secrets"
}

# Starts what the lane's words say, in its folder of the workspace; a shell may want the command as a
# file.
start_command() {
  [ -z "$SCRIPT" ] || printf %s "$SCRIPT" >"$SCRIPT_FILE" || exit 126
  cd "./$WORKDIR" || {
    say "lane $LANE: the workspace has no folder $WORKDIR to start in (workdir)"
    exit 1
  }
  open_secrets || give_up 'cannot hand the secrets to the command'
  exec "${as_lane[@]}" ${taking_secrets[@]+"${taking_secrets[@]}"} "${COMMAND[@]}"
}

# As the kernel of this guest tells it, to which no lane's user can add a word.
ran_out_of_memory() { dmesg 2>/dev/null | grep -qi 'out of memory: killed process'; }

has_program() (
  # shellcheck disable=SC2016 # for the inner shell
  cd "./$WORKDIR" && "${as_lane[@]}" "$BASH" -c 'command -v -- "$1"' bash "$1" >/dev/null
)

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
    "$status" "$code" "$(now)" "$message" "$timed_out" "$out_of_memory" "$NONCE" >"$CHANNEL/result.json.new" || return
  # On the host itself the supervisor does it, when nothing of the lane is left.
  [ "$KIND" = host ] || mv "$CHANNEL/result.json.new" "$CHANNEL/result.json"
}

# Ends the log with how the command ended, on a line of its own.
close_log() {
  exec >/dev/null 2>&1
  if [ "$KIND" = vm ]; then
    # Nobody holds the pipe any more, so the log is whole when this has ended.
    wait "$log" || return
  else
    # Daemons may hold it; what the command said is written within this time.
    local tries=0
    while kill -0 "$log" && [ "$tries" -lt 20 ]; do
      sleep 0.05
      tries=$((tries + 1))
    done
  fi
  local break=''
  [ -z "$(tail -c 1 "$CHANNEL/guest.log")" ] || break=$'\n'
  {
    printf %s "$break"
    [ "$code" -ne 127 ] || has_program "${COMMAND[0]}" ||
      say "lane $LANE: there is no program ${COMMAND[0]} here to run the command"
    say "lane $LANE: command exited with $code at $(now)"
  } >>"$CHANNEL/guest.log"
}

run_command() {
  local timed_out=false out_of_memory=false message
  run_in_time
  [ ! -e "$CHANNEL/not-begun" ] || give_up 'the lane could not be contained'
  message="test command exited with $code"
  if [ -e "$CHANNEL/timed-out" ]; then
    timed_out=true code=124 message="test command timed out after $TIMEOUT_SECS s"
  fi
  end_lane
  if [ "$code" -ne 0 ] && [ "$KIND" = vm ] && ran_out_of_memory; then out_of_memory=true; fi
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
  "$@" "${as_lane[@]}" ${taking_secrets[@]+"${taking_secrets[@]}"} \
    env PS1='\w \$ ' TERM="${TERM:-xterm}" bash --noprofile --norc -i
  exec 9<&-
}

# Keeps the guest up, with a shell on its console, which `enter` on the host leads to. It ends with
# the guest's lease.
stay() {
  local console
  console=/dev/$(sed 's/.* //' /sys/class/tty/console/active 2>/dev/null)
  [ -c "$console" ] || console=/dev/console
  [ "${#as_user[@]}" -eq 0 ] || chown pikaci "$console" 2>/dev/null
  : >"$CHANNEL/stays"
  while :; do
    open_shell setsid -c <>"$console" >&0 2>&1
    sleep 1
  done
}

task=${1:-run}
case $task in
  run)
    exec </dev/null
    if [ "$KIND" = vm ]; then
      exec > >(keep_log) 2>&1
    else
      # Apart from the supervisor's pipe: daemons of the lane may hold the log's until it ends them.
      exec > >(exec >/dev/null 2>&1 && keep_log) 2>&1
    fi
    log=$!
    say "lane $LANE: guest booted at $(now)"
    prepare
    if run_command && [ "$code" -ne 0 ] && [ "$STAYS" = yes ]; then stay; fi
    ;;
  enter)
    prepare
    open_shell
    ;;
esac
