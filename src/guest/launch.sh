# shellcheck shell=sh
# Puts into a guest's folder what it needs, once, and starts its supervisor, apart from this connection.
# Returns once the supervisor has said that it is there, so that following the guest cannot miss it. Run
# again after a lost link, it waits for what the first one started. Prints what the program `check` said.
#
# Arguments: folder of the guest, its name, `shared` or `copied` for its workspace, the snapshot's tree,
# the most KiB of disk, programs of this host that the guest needs, how many files follow; each file's
# path in the folder, and its text; then variables for the program `boot`. The agent is on stdin.
# Needs the functions of guest-programs.sh.
set -eu
umask 022
dir=$1 name=$2 workspace=$3 tree=$4 disk_kib=$5 needs=$6 files=$7
shift 7

refuse_missing_programs() {
  # shellcheck disable=SC2086 # words
  missing=$(missing_guest_programs $needs)
  [ -n "$missing" ] || return 0
  echo "this host lacks what guests need there: $missing" >&2
  exit 127
}

# The guest's root writes log and verdict to `channel`, and reads `request`; the lane's user is kept out
# of both. The log gets its second name here, before the guest can touch the first one.
furnish() {
  mkdir -m 0700 request channel
  mkdir artifacts cache
  cat >request/agent
  echo "$(id -u) $(id -g)" >request/host-user
  : >channel/guest.log
  ln channel/guest.log guest.log
  : >console.log
  : >console.more
  case $workspace in
    shared) ln -s "$tree" workspace ;;
    copied)
      cp -a --reflink=auto "$tree" workspace 2>/dev/null || {
        # Into a part of it, another would go beside it.
        rm -rf workspace && cp -a "$tree" workspace
      }
      chmod -R u+w workspace
      ;;
  esac
}

# exec in a subshell: a shell that waited here would hold the connection's pipes, and we would wait for
# the guest's end.
start_supervisor() {
  (
    if has setsid; then exec setsid env "$@" sh "$dir/supervisor.sh" "$dir" "$name" "$disk_kib"; fi
    # macOS has no setsid, but it has perl.
    exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV or exit 127' \
      env "$@" sh "$dir/supervisor.sh" "$dir" "$name" "$disk_kib"
  ) </dev/null >supervisor.log 2>&1 &
}

refuse_missing_programs
cd "$dir"
first=''
if mkdir launched 2>/dev/null; then
  first=yes
  furnish
fi
while [ "$files" -gt 0 ]; do
  [ -z "$first" ] || printf %s "$2" >"$1"
  shift 2
  files=$((files - 1))
done
if [ -n "$first" ]; then
  [ ! -f check ] || env "$@" sh ./check "$name" >checked </dev/null
  start_supervisor "$@"
fi
tries=0
until [ -s supervisor.pid ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 500 ]; then
    cat supervisor.log >&2
    exit 1
  fi
  sleep 0.02
done
[ ! -f checked ] || cat checked
