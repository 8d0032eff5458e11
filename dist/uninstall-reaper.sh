# shellcheck shell=sh
# Undoes what install-reaper.sh did, and remembers that nobody wants it here. Arguments: work dir, name
# of the units, what to remember as decided. Needs the functions of work-folder.sh.
enter_work_folder "$1"
name=$2
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-/run/user/$(id -u)}"
units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user
if [ -e "$units/$name.timer" ]; then
  systemctl --user disable --quiet --now "$name.timer"
  rm -f "$units/$name.service" "$units/$name.timer"
  systemctl --user daemon-reload
fi
plist=$HOME/Library/LaunchAgents/$name.plist
if [ -e "$plist" ]; then
  launchctl bootout "gui/$(id -u)/$name" 2>/dev/null || launchctl bootout "user/$(id -u)/$name"
  rm -f "$plist"
fi

# Undone by the last one for which we did it; where the user did, nothing tells us to.
stop_lingering() {
  for timer in "$units"/pikaci-reap*.timer; do [ ! -e "$timer" ] || return 0; done
  [ ! -e "$units/pikaci-lingering" ] || { loginctl disable-linger && rm -f "$units/pikaci-lingering"; }
}

rm -rf reaper
mkdir reaper
printf '%s\n' "$3" >reaper/decision
# Last, as this may end the user's manager.
stop_lingering
