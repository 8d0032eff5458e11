# shellcheck shell=bash disable=SC2034,SC2154,SC2015
# How a lane is ended in a machine of its own: functions for surroundings; see agent.sh.

# A cgroup holds whatever the lane starts, however it hides. Only root could leave it.
make_cgroup() {
  local root=${CHANNEL%/*}/cgroup
  mkdir -p "$root" && mount -t cgroup2 none "$root" && mkdir "$root/pikaci-lane" || return
  [ ! -e "$root/pikaci-lane/cgroup.kill" ] || cgroup=$root/pikaci-lane
} 2>/dev/null

# Ends all that the lane has started and that is still there, and returns when it is gone.
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
