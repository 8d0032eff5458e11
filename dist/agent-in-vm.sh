# shellcheck shell=bash disable=SC2034,SC2154,SC2015
# Surroundings of a lane in a VM that is all the lane's: see agent.sh. Needs agent-plain.sh.

arrange() {
  make_folders
  chmod 0700 "${CHANNEL%/*}" || give_up "cannot close ${CHANNEL%/*} to the lane"
  mount_staged
  [ "$HAS_GIT" = no ] || trust_workspace
  as_user=()
  [ "$RUN_AS_ROOT" = yes ] || become_pikaci
  link_caches
  make_cgroup
  export CARGO_HOME=/cargo-home CARGO_TARGET_DIR=/cargo-target
  set_environment ${as_user[@]+"${as_user[@]}"}
}

open_log() {
  exec > >(keep_log) 2>&1
  log=$!
}

# Nobody holds the pipe any more, so the log is whole when this has ended.
await_log() { wait "$log"; }

give_result() { mv "$CHANNEL/result.json.new" "$CHANNEL/result.json"; }

tell_it_stays() { : >"$CHANNEL/stays"; }

# As the kernel of this guest tells it, to which no lane's user can add a word.
out_of_memory() { dmesg 2>/dev/null | grep -qi 'out of memory: killed process'; }

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
