# shellcheck shell=sh
# Has this host reap by itself, as the user who is here: puts the script that comes on stdin below the
# work dir, and has systemd's user manager or launchd run it, whichever is there. Installed again, it
# replaces itself. Arguments: work dir, name of the units, their texts: service, timer, plist; and what
# to remember as decided. Prints who runs it (systemd | launchd | nobody), then whether that goes on
# without a login. Needs the functions of work-folder.sh.
set -eu
enter_work_folder "$1"
name=$2
mkdir -p reaper
# Another run may be at it, too.
cat >"reaper/reap.sh.$$"
mv "reaper/reap.sh.$$" reaper/reap.sh

with_systemd() {
  # A login over SSH may come without it.
  export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-/run/user/$(id -u)}"
  systemctl --user show-environment >/dev/null 2>&1 || return 1
  units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user
  mkdir -p "$units" && start_lingering && printf %s "$3" >"$units/$name.service" && printf %s "$4" >"$units/$name.timer" &&
    systemctl --user daemon-reload && systemctl --user enable --quiet --now "$name.timer"
}

# Users may often have this by themselves. That it was us who did it is for the removal of the user's last
# reaper, which may be another work folder's.
start_lingering() {
  ! lingers && loginctl enable-linger >/dev/null 2>&1 && lingers || return 0
  echo 'pikaci had this user linger.' >"$units/pikaci-lingering"
}

lingers() { [ -e "/var/lib/systemd/linger/$(id -un)" ]; }

with_launchd() {
  command -v launchctl >/dev/null || return 1
  plist=$HOME/Library/LaunchAgents/$name.plist
  mkdir -p "$HOME/Library/LaunchAgents" && printf %s "$5" >"$plist" || return 1
  # The domain of whoever is logged in at the screen, or of the user as such.
  for domain in "gui/$(id -u)" "user/$(id -u)"; do
    launchctl bootout "$domain/$name" 2>/dev/null || :
    if launchctl bootstrap "$domain" "$plist" 2>/dev/null; then return; fi
  done
  return 1
}

if with_systemd "$@"; then
  echo systemd
  if lingers; then echo always; else echo 'while logged in'; fi
elif with_launchd "$@"; then
  echo launchd
  echo 'while logged in'
else
  echo nobody
fi
printf '%s\n' "$6" >reaper/decision
