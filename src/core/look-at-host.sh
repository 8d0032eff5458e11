# shellcheck shell=sh
# Tells what this host is and has, and changes nothing. Arguments: work dir; then programs to look for.
# Needs the functions of work-folder.sh and guest-programs.sh.
set -u
export LC_ALL=C
# Debian keeps some programs from users' paths.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
work_dir=$1
shift
fact() { printf '%s %s\n' "$1" "$(printf %s "$2" | head -c 400 | tr '\n' ' ')"; }
release() { sed -n "s/^$1=//p" /etc/os-release 2>/dev/null | tr -d "\"'"; }

fact time "$(date +%s)"
fact system "$(uname -sr)"
fact processor "$(uname -m)"
fact distribution "$(release ID) $(release ID_LIKE)"
fact release "$(release PRETTY_NAME)"
fact user "$(id -un)"
fact cpus "$(getconf _NPROCESSORS_ONLN 2>/dev/null)"
fact memory_kib "$(awk '/^MemTotal:/ { print $2 }' /proc/meminfo 2>/dev/null ||
  sysctl -n hw.memsize 2>/dev/null | awk '{ printf "%d", $1 / 1024 }')"
fact lacks_for_guests "$(missing_guest_programs)"
for program in "$@"; do command -v "$program" >/dev/null 2>&1 || fact missing "$program"; done
# With rights to that one program alone, too.
if [ "$(id -u)" -eq 0 ]; then fact installs root
elif command -v sudo >/dev/null 2>&1 && sudo -n apt-get --version >/dev/null 2>&1 </dev/null; then fact installs sudo
fi

# Who refuses the folder ends its shell.
if refusal=$( (find_work_folder "$work_dir") 2>&1); then find_work_folder "$work_dir"
elif [ -n "$refusal" ]; then
  fact refused "$refusal"
  exit
else locate_work_folder "$work_dir"
fi
folder=${work:?}
while [ ! -d "$folder" ]; do
  folder=${folder%/*}
  folder=${folder:-/}
done
fact work_folder "$work"
fact disk_kib "$(df -Pk "$folder" | awk 'NR == 2 { print $4 " " $2 }')"
[ "$folder" = "$work" ] || exit 0

alive=0
for guest in guests/pikaci-*; do
  [ -d "$guest" ] || continue
  expires=0
  read -r expires 2>/dev/null <"$guest/lease" || expires=0
  if [ "$expires" -gt "$(date +%s)" ] 2>/dev/null; then alive=$((alive + 1))
  else fact over "${guest#guests/}"
  fi
done
fact alive "$alive"

# ---- the reaper: what was decided, and who runs it ----

[ ! -f reaper/decision ] || fact reaper "$(cat reaper/decision)"
[ -f reaper/reap.sh ] || exit 0
script=$work/reaper/reap.sh
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-/run/user/$(id -u)}"
for unit in "${XDG_CONFIG_HOME:-${HOME:-}/.config}"/systemd/user/pikaci-reap*.service; do
  grep -qF "$script" "$unit" 2>/dev/null || continue
  unit=${unit##*/}
  if systemctl --user is-active --quiet "${unit%.service}.timer" 2>/dev/null; then fact runs_reaper systemd; fi
done
for plist in "${HOME:-}"/Library/LaunchAgents/pikaci-reap*.plist; do
  if grep -qF "$script" "$plist" 2>/dev/null; then fact runs_reaper launchd; fi
done
if crontab -l 2>/dev/null | grep -qF "$script"; then fact runs_reaper cron; fi
