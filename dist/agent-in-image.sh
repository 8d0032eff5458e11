# shellcheck shell=bash disable=SC2034,SC2154,SC2015,SC2016
# Surroundings of a lane whose root folder is an image's: see agent.sh. The agent itself runs in the kit's
# root (kit-init.sh); log and result leave the guest through ports. Needs agent-cgroup.sh, and the
# assignments of image-request.ts.

arrange() {
  find_user
  make_home && mkdir -p "$ROOT$SCRATCH"/{cargo-home,cargo-target,xdg-cache} \
    "$ROOT$ARTIFACTS/xdg-state" || give_up 'cannot make the folders of the lane'
  [ "$HAS_GIT" = no ] || trust_workspace
  own_folders
  make_cgroup
  LANE_BASH=/.pikaci/bin/bash
  local in_image=(/bin/enter-image "$ROOT" "$WORKSPACE/$WORKDIR" "$uid" "$gid" "$groups")
  as_lane=("${in_image[@]}" "${IMAGE_ENVIRONMENT[@]}" "${usual[@]}" ${ENVIRONMENT[@]+"${ENVIRONMENT[@]}"})
  # It looks for the command in the image's PATH. busybox would take what it is itself.
  # shellcheck disable=SC2016 # for the inner shell
  taking_secrets=("$LANE_BASH" -pc 'exec "$@"' bash)
  [ "$SHELL_IS" = own ] || is_there bash || fall_back_to_sh
}

# Small images have no bash. A pipe stops at what fails in it where their sh knows how.
fall_back_to_sh() {
  local line=${COMMAND[-1]}
  COMMAND=(sh -e)
  ! "${as_lane[@]}" "$LANE_BASH" -pc 'exec sh -c "set -o pipefail"' 2>/dev/null || COMMAND+=(-o pipefail)
  COMMAND+=(-c "$line")
}

# Runs a tool of the kit with the image's root as its own, so that no link leads out of it.
image() { chroot "$ROOT" /.pikaci/bin/busybox "$@"; }

# Git refuses a repository of somebody else. What the image has there stays.
trust_workspace() {
  printf '[safe]\n\tdirectory = %s\n' "$WORKSPACE" |
    image sh -c 'cat >>"$1/.gitconfig"' sh "$LANE_HOME" || say "cannot write $LANE_HOME/.gitconfig; going on"
}

# The image's own user where it names one, else one of ours; root only where the lane asks for it.
find_user() {
  local name=${IMAGE_USER%%:*} group='' entry
  case $IMAGE_USER in *:*) group=${IMAGE_USER#*:} ;; esac
  if [ "$RUN_AS_ROOT" = yes ]; then name=0 group=0; fi
  if [ -z "$name" ] || { [ "$RUN_AS_ROOT" != yes ] && [ "$(number_of passwd "$name")" = 0 ]; }; then
    name=pikaci group=''
    add_pikaci
  fi
  uid=$(number_of passwd "$name") || give_up "the image has no user $name, whom it names as its own"
  entry=$(image cat /etc/passwd 2>/dev/null | awk -F: -v "uid=$uid" '$3 == uid { print; exit }')
  if [ -n "$group" ]; then
    gid=$(number_of group "$group") || give_up "the image has no group $group, which it names as its own"
  else
    gid=$(echo "$entry" | cut -d: -f4)
  fi
  gid=$(number_of group "${gid:-0}") || give_up "the image says that its user $name has the group $gid"
  groups=$gid$(image cat /etc/group 2>/dev/null | awk -F: -v "name=${entry%%:*}" -v "gid=$gid" '
    name != "" && $3 ~ /^[0-9]+$/ && $3 < 2147483648 && $3 != gid && index("," $4 ",", "," name ",") {
      printf ",%d", $3
    }')
  # A user of the image has a home there.
  local home
  home=$(echo "$entry" | cut -d: -f6)
  case $home in /?*) LANE_HOME=$home ;; esac
  usual=("HOME=$LANE_HOME" CI=true CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0
    CARGO_TARGET_DIR="$SCRATCH/cargo-target" XDG_CACHE_HOME="$SCRATCH/xdg-cache"
    XDG_STATE_HOME="$ARTIFACTS/xdg-state")
  # What the image has in its own cargo's home, such as a toolchain's programs, stays there.
  case " ${IMAGE_ENVIRONMENT[*]} " in *' CARGO_HOME='*) ;; *) usual+=("CARGO_HOME=$SCRATCH/cargo-home") ;; esac
  local bundle
  for bundle in /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-bundle.crt /etc/ssl/cert.pem; do
    image test -r "$bundle" || continue
    usual+=("SSL_CERT_FILE=$bundle")
    break
  done
}

# Prints the number of user or group $2 by the image's own /etc/$1; a number is its own. Each number has
# one form, and fits: setpriv would take 00 for root, and leave who is root that for 4294967295.
number_of() {
  local number=$2
  case $number in
    '' | *[!0-9]*)
      number=$(image cat "/etc/$1" 2>/dev/null | name=$number awk -F: '$1 == ENVIRON["name"] { print $3; exit }')
      ;;
  esac
  case $number in '' | *[!0-9]*) return 1 ;; esac
  while [ "$number" != "${number#0}" ] && [ "$number" != 0 ]; do number=${number#0}; done
  [ "${#number}" -le 10 ] && [ "$number" -lt 2147483648 ] && echo "$number"
}

# A home that the image has stays whose it is there: it may be any folder, as /dev is that of Debian's sys.
make_home() {
  image test ! -d "$LANE_HOME" || return 0
  image mkdir -p "$LANE_HOME" && image chown "$uid:$gid" "$LANE_HOME"
}

add_pikaci() {
  image mkdir -p /etc
  number_of passwd pikaci >/dev/null ||
    image sh -c 'echo "$1" >>/etc/passwd' sh "pikaci:x:$PIKACI_UID:$PIKACI_UID:pikaci:/home/pikaci:/bin/sh"
  image grep -qs "^[^:]*:[^:]*:$PIKACI_UID:" /etc/group ||
    image sh -c 'echo "$1" >>/etc/group' sh "pikaci:x:$PIKACI_UID:"
} 2>/dev/null

own_folders() {
  chown -R "$uid:$gid" "$ROOT$SCRATCH" "$ROOT$ARTIFACTS" || give_up "cannot hand $ARTIFACTS to uid $uid"
  # The workspace's files are those of $PIKACI_UID on their disk.
  if [ "$WORKSPACE_IS" = own ] && [ "$uid" -ne "$PIKACI_UID" ]; then chown -R -h "$uid:$gid" "$ROOT$WORKSPACE"; fi
  # The lane may open its own output by name, as /dev/stdout.
  chown "$uid" /proc/self/fd/1 2>/dev/null
}

# Whoever enters the image goes to the lane's folder there.
enter_workdir() { image test -d "$WORKSPACE/$WORKDIR"; }

is_there() {
  # shellcheck disable=SC2016 # for the inner shell
  "${as_lane[@]}" "$LANE_BASH" -pc 'command -v -- "$1"' bash "$1" >/dev/null
}

# The last byte stays here, since nothing can be read back from a port.
take_log() { tee /ports/log | tail -c 1 >"$CHANNEL/last-byte"; }
append_log() { cat >/ports/log; }
ends_a_line() { [ -z "$(cat "$CHANNEL/last-byte")" ]; }

open_log() {
  exec > >(keep_log) 2>&1
  log=$!
}

# Nobody holds the pipe any more, so the log is whole when this has ended.
await_log() { wait "$log"; }

out_of_memory() { dmesg 2>/dev/null | grep -qi 'out of memory: killed process'; }

# A verdict says that the artifacts are there, so it goes last.
give_result() {
  if [ "${#ARTIFACTS_WANTED[@]}" -gt 0 ]; then
    # Not the sh of busybox, which would take its own tar.
    bash "$REQUEST/artifacts" "$ROOT${ARTIFACTS%/*}" "$ARTIFACTS_BYTES" "${ARTIFACTS_WANTED[@]}" \
      >/ports/artifacts 2>"$CHANNEL/refused"
    [ "$?" -ne 79 ] || tail -n 1 "$CHANNEL/refused" >/ports/refused
  fi
  cat "$CHANNEL/result.json.new" >/ports/result
}

tell_it_stays() { echo stays >/ports/stays; }
