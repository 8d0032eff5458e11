# shellcheck shell=bash disable=SC2154,SC2015
# Runs one lane's command inside its guest, as bash. pikaci puts the assignments that the names in
# capitals below stand for in front of this text; it arrives over the `request` share.
#
# The guest's whole output goes to $ARTIFACTS/guest.log, its verdict to $ARTIFACTS/result.json.
# Nothing but a command that ran writes a verdict: whatever fails before leaves none behind.
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
# number is made here, because only the host knows the number.
become_pikaci() {
  local uid gid
  read -r uid gid </pikaci/host-user || give_up 'the host named no user'
  if ! grep -q '^pikaci:' /etc/passwd; then
    echo "pikaci:x:$uid:$gid:pikaci:$LANE_HOME:/bin/bash" >>/etc/passwd
    grep -q "^[^:]*:[^:]*:$gid:" /etc/group || echo "pikaci:x:$gid:" >>/etc/group
  fi
  chown "$uid:$gid" "$LANE_HOME" "$SCRATCH" "$SCRATCH"/* 2>/dev/null ||
    say "cannot hand $LANE_HOME to uid $uid; going on"
  # By its path: a busybox that runs it would take its own setpriv, which knows no users.
  as_user=("$(command -v setpriv)" "--reuid=$uid" "--regid=$gid" --clear-groups --)
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

write_result() {
  local status=$1 code=$2 message=$3
  printf '{"status":"%s","exit_code":%d,"finished_at":"%s","message":"%s","nonce":"%s"}\n' \
    "$status" "$code" "$(now)" "$message" "$NONCE" >"$ARTIFACTS/result.json.new" &&
    mv "$ARTIFACTS/result.json.new" "$ARTIFACTS/result.json"
}

as_user=()
prepare() {
  mkdir -p "$LANE_HOME" "$SCRATCH/cargo-home" "$SCRATCH/cargo-target" "$SCRATCH/xdg-cache" \
    "$ARTIFACTS/xdg-state" || give_up 'cannot make the folders of the lane'
  if [ "$KIND" = vm ]; then
    mount_staged
    [ "$RUN_AS_ROOT" = yes ] || become_pikaci
    link_caches
    export CARGO_HOME=/cargo-home CARGO_TARGET_DIR=/cargo-target
  else
    export CARGO_HOME=$SCRATCH/cargo-home CARGO_TARGET_DIR=$SCRATCH/cargo-target
  fi
  cd "$WORKSPACE" || give_up "cannot enter the workspace $WORKSPACE"

  export HOME=$LANE_HOME CI=true CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0
  export XDG_CACHE_HOME=$SCRATCH/xdg-cache XDG_STATE_HOME=$ARTIFACTS/xdg-state
  local bundle
  bundle=$(certificates) && export SSL_CERT_FILE=$bundle
  as_lane=(${as_user[@]+"${as_user[@]}"} env ${ENVIRONMENT[@]+"${ENVIRONMENT[@]}"})
}

# Runs a command for no longer than the lane may take; then it fails with 124, or with 137 where it
# has to be killed.
in_time() {
  if command -v timeout >/dev/null; then
    timeout -k 10 "${TIMEOUT_SECS}s" "$@"
    return
  fi
  # macOS has no timeout, but it has perl.
  # shellcheck disable=SC2016 # perl's own variables
  perl -e '
    my ($late, $secs) = (0, shift);
    my $pid = fork // exit 125;
    if (!$pid) { setpgrp; exec { $ARGV[0] } @ARGV or exit 127 }
    $SIG{ALRM} = sub { kill $late++ ? "KILL" : "TERM", -$pid; alarm 10 };
    alarm $secs;
    until (waitpid($pid, 0) == $pid) { }
    exit($late ? 124 : $? & 127 ? 128 + ($? & 127) : $? >> 8);
  ' "$TIMEOUT_SECS" "$@"
}

run_command() {
  : >"$ARTIFACTS/started"
  SECONDS=0
  in_time "${as_lane[@]}" "${COMMAND[@]}"
  code=$?
  # A command that ignores TERM is killed: timeout then reports the kill instead of the time.
  [ "$code" -eq 137 ] && [ "$SECONDS" -ge "$TIMEOUT_SECS" ] && code=124

  case $code in
    0) write_result passed 0 'test passed' ;;
    *) write_result failed "$code" "test command exited with $code" ;;
  esac
  local written=$?
  say "lane $LANE: command exited with $code at $(now)"
  return "$written"
}

# Arguments: what opens it in a session of its own, where that is not there yet.
open_shell() {
  printf '\nlane %s failed; its command was\n ' "$LANE"
  printf ' %q' "${COMMAND[@]}"
  printf '\n\n'
  "$@" "${as_lane[@]}" PS1='\w \$ ' TERM="${TERM:-xterm}" bash --noprofile --norc -i
}

# Keeps the guest up, with a shell on its console, which `enter` on the host leads to. It ends with
# the guest's lease.
stay() {
  local console
  console=/dev/$(sed 's/.* //' /sys/class/tty/console/active 2>/dev/null)
  [ -c "$console" ] || console=/dev/console
  [ "${#as_user[@]}" -eq 0 ] || chown pikaci "$console" 2>/dev/null
  : >"$ARTIFACTS/stays"
  while :; do
    open_shell setsid -c <>"$console" >&0 2>&1
    sleep 1
  done
}

case ${1:-run} in
  run)
    exec </dev/null >>"$ARTIFACTS/guest.log" 2>&1
    say "lane $LANE: guest booted at $(now)"
    prepare
    if run_command && [ "$code" -ne 0 ] && [ "$STAYS" = yes ]; then stay; fi
    ;;
  enter)
    prepare
    open_shell
    ;;
esac
