# shellcheck shell=bash
# Runs what a lane starts on the host itself in namespaces of its own (pid, mount and ipc; user, too,
# where it is not root), as bash. Of the work folder only the lane's own folders are in sight there; the
# rest of the machine's files are what they are for the user. All of it dies with its first process.
#
# Arguments: folder of the guest, then one of
#   probe            tries the ways of doing so, in earnest; leaves in channel/contained which one works,
#                    or `no` and why none does, and prints that
#   run COMMAND…     runs a command that way, and returns with its exit status when nothing of it lives
#   enter COMMAND…   the same for people at a terminal
# A command that could not be begun leaves channel/not-begun.
# Needs the functions of processes.sh.
set -u
umask 022
dir=$(cd "$1" && pwd -P) || exit 125
task=$2
shift 2
channel=$dir/channel
work=${dir%/*/*}
uid=$(id -u) gid=$(id -g)
newline='
'
own_folders=(workspace artifacts cache home)

# What package managers and servers need to change users and owners. Neither mounts nor devices, nor
# handles of files that are out of sight.
root_keeps=(chown dac_override fowner fsetid kill setgid setuid setpcap setfcap net_bind_service
  net_raw sys_chroot audit_write sys_nice)

# Prints the work folder by every path that leads to it or into it: mounts may show it elsewhere, too.
ways_to_work() {
  WORK=$work awk '
    function plain(text) {
      gsub(/\\040/, " ", text); gsub(/\\011/, "\t", text); gsub(/\\134/, "\\", text)
      return text
    }
    function holds(folder, path) {
      return folder == "/" || path == folder || index(path, folder "/") == 1
    }
    function rest(folder, path) { return folder == "/" ? path : substr(path, length(folder) + 1) }
    function joined(folder, more) { return (folder == "/" ? "" : folder) more }
    { device[NR] = $3; root[NR] = plain($4); at[NR] = plain($5) }
    END {
      work = ENVIRON["WORK"]
      print work
      for (i = 1; i <= NR; i++)
        if (holds(at[i], work) && (!best || length(at[i]) >= length(at[best]))) best = i
      inside = joined(root[best], rest(at[best], work))
      for (i = 1; i <= NR; i++) {
        if (device[i] != device[best]) continue
        if (holds(root[i], inside)) way = joined(at[i], rest(root[i], inside))
        else if (holds(inside, root[i])) way = at[i]
        else continue
        if (!holds(work, way)) print way
      }
    }' /proc/self/mountinfo
}

# Prints the folders above the work folder that the lane could move, and put its own in their place. As
# the place of a mount they cannot be moved.
movable_parents() {
  local path=${work%/*} movable=''
  while [ -n "$path" ]; do
    if [ -w "${path%/*}/" ] || [ -O "${path%/*}/" ]; then movable="$path$newline$movable"; fi
    path=${path%/*}
  done
  printf %s "$movable"
}

# Prints where processes of the same user take orders: its own manager, agents, terminals.
doors_of_user() {
  local door
  for door in "/run/user/$uid" /tmp/ssh-* "/tmp/tmux-$uid" /run/screen/S-*; do
    [ -O "$door" ] && printf '%s\n' "$door"
  done
  sed -n 's:^[^/]* \(/.*agent.*\)$:\1:p' /proc/net/unix | while IFS= read -r door; do
    [ -S "$door" ] && [ -O "$door" ] && printf '%s\n' "$door"
  done
  [ "$uid" -ne 0 ] || printf '%s\n' /run/dbus /run/systemd/private
}

# Prints what is to be out of sight. What holds the work folder itself stays.
find_masked() {
  local path
  { ways_to_work && doors_of_user; } | while IFS= read -r path; do
    [ -e "$path" ] || continue
    path=$(readlink -f "$path")
    case $work/ in "$path"/?*) ;; *) printf '%s\n' "$path" ;; esac
  done
}

# Prints all devices but terminals, shared memory and queues, which are made anew.
find_devices() {
  local device
  for device in /dev/*; do
    case ${device#/dev/} in
      null | zero | full | random | urandom | tty* | console | ptmx | pts | shm | mqueue) ;;
      vcs* | initctl | log | hugepages) ;;
      *) [ -L "$device" ] || printf '%s\n' "$device" ;;
    esac
  done
}

# The functions in_… replace this process; what they start has nothing else in its pid namespace.

in_bwrap() {
  local path options=(--unshare-pid --unshare-ipc --die-with-parent --dev-bind / / --proc /proc --dev /dev)
  if [ "$uid" -eq 0 ]; then
    options+=(--ro-bind /sys /sys --cap-drop ALL)
    for path in "${root_keeps[@]}"; do options+=(--cap-add "CAP_$path"); done
  else
    options+=(--unshare-user)
    while IFS= read -r path; do
      options+=(--dev-bind-try "$path" "$path")
    done < <(find_devices)
  fi
  while IFS= read -r path; do
    options+=(--dev-bind "$path" "$path")
  done <"$channel/parents"
  while IFS= read -r path; do
    if [ -d "$path" ]; then
      options+=(--tmpfs "$path")
    elif [ -e "$path" ]; then
      options+=(--ro-bind /dev/null "$path")
    fi
  done <"$channel/masked"
  for path in "${own_folders[@]}"; do options+=(--bind "$dir/$path" "$dir/$path"); done
  exec bwrap "${options[@]}" --remount-ro "$work" --chdir "$PWD" -- "$@"
}

in_unshare() {
  local options=(--mount --pid --ipc --fork --kill-child --propagation private)
  [ "$uid" -eq 0 ] || options+=(--user --map-root-user)
  exec unshare "${options[@]}" -- bash "$0" "$dir" inside "$uid" "$gid" "$PWD" "$@"
}

# As root of the new namespaces, which it leaves behind for the command: nobody in a user namespace
# below that one, nor root without the right to mount, can undo what is mounted here.
inside() {
  local path as mask=$channel/mask owner=$1 group=$2 folder=$3
  shift 3
  set -e
  mount -t proc proc /proc
  mount -t tmpfs tmpfs /dev/shm
  mount -t devpts -o newinstance,ptmxmode=666 devpts /dev/pts
  while IFS= read -r path; do
    [ -z "$path" ] || mount --rbind "$path" "$path"
  done <<<"$(cat "$channel/parents")"
  mkdir -p "$mask"
  mount -t tmpfs -o mode=755 tmpfs "$mask"
  for path in "${own_folders[@]}"; do
    mkdir -p "$mask${dir#"$work"}/$path"
    mount --rbind "$dir/$path" "$mask${dir#"$work"}/$path"
  done
  while IFS= read -r path; do
    if [ "$path" = "$work" ]; then
      mount --rbind "$mask" "$work"
      mount -o remount,bind,ro "$work"
    elif [ -d "$path" ]; then
      mount -t tmpfs -o mode=755 tmpfs "$path"
    elif [ -e "$path" ]; then
      mount --bind /dev/null "$path"
    fi
  done <<<"$(cat "$channel/masked")"
  if [ "$owner" -eq 0 ]; then
    make_read_only /proc/sys /proc/sysrq-trigger /sys
    as=(setpriv --no-new-privs --bounding-set "-all$(printf ',+%s' "${root_keeps[@]}")")
  else
    as=(unshare --user --map-user="$owner" --map-group="$group")
  fi
  cd "$folder"
  set +e
  "${as[@]}" -- "$@" <&0 &
  wait "$!"
}

# Root may write there whatever rights it has given up.
make_read_only() {
  local path mount
  for path in "$@"; do
    [ -e "$path" ] || continue
    mount --rbind "$path" "$path"
    while IFS= read -r mount; do
      mount -o remount,bind,ro "$mount"
    done <<<"$(awk -v path="$path" '$5 == path || index($5, path "/") == 1 { print $5 }' /proc/self/mountinfo)"
  done
}

probe() {
  local way said reason=''
  if [ ! -e /proc/self/ns/pid ]; then
    reason='this machine has no namespaces'
  else
    mkdir -p "${own_folders[@]/#/$dir/}"
    find_masked >"$channel/masked"
    movable_parents >"$channel/parents"
    for way in bwrap unshare; do
      if ! command -v "$way" >/dev/null; then
        said='is not installed'
      elif said=$("in_$way" test ! -e "$channel" -a -w "$dir/workspace" 2>&1 </dev/null); then
        echo "$way" | tee "$channel/contained"
        return
      fi
      reason="$reason${reason:+; }$way ${said:-fails here}"
    done
  fi
  echo "no $(printf %s "$reason" | tr -s '\n\r' '  ')" | tee "$channel/contained"
}

# Its first process is known to whoever is to end it before the command begins.
run() {
  local outer init begun='' code as_ever=()
  : >"$channel/not-begun" && mkfifo "$channel/up" "$channel/go" || exit 125
  # TERM is for the command, which has a moment then.
  if env --default-signal=TERM true 2>/dev/null; then
    trap '' TERM
    as_ever=(env --default-signal=TERM)
  fi
  # shellcheck disable=SC2016 # for the shell inside
  ("in_$way" sh -c 'echo up >&3; read -r _; exec "$@" 3>&- </dev/null' \
    sh ${as_ever[@]+"${as_ever[@]}"} "$@") 3>"$channel/up" <"$channel/go" &
  outer=$!
  exec 4<"$channel/up" 5>"$channel/go"
  rm -f "$channel/up" "$channel/go"
  read -r begun <&4
  exec 4<&-
  init=$(grep -ls "^PPid:[[:space:]]*$outer\$" /proc/[0-9]*/status | cut -d/ -f3 | head -n 1)
  if [ -z "$begun" ] || [ -z "$init" ] || ! printf '%s %s\n' "$init" "$(start_of "$init")" >"$channel/first-process"; then
    kill -KILL "$outer"
    exit 125
  fi
  rm "$channel/not-begun"
  echo go >&5
  exec 5>&-
  wait "$outer"
  code=$?
  end_namespace "$channel"
  return "$code"
}

enter() { "in_$way" "$@"; }

case $task in
  probe) probe ;;
  inside) inside "$@" ;;
  run | enter) read -r way _ <"$channel/contained" && "$task" "$@" ;;
esac
