# shellcheck shell=sh
# Keeps one guest on its host, apart from any connection, as sh: starts it, waits for it, and ends
# it when it is asked to (the file `stop`), when nobody renews its lease, or when it is done. What it
# leaves stays until somebody removes it, or until the lease is over. What the guest is, the programs in
# its folder know: boot, and where there are any, remove, hold and resume.
# Arguments: folder of the guest, its name, [the most KiB of disk that the guest may take].
# Needs the functions of processes.sh and remove.sh.
#
# The lease holds a time of this machine's own clock, so clocks need not agree.
set -u
cd "$1" || exit 1
name=$2 disk_kib=${3:-}
trap '' HUP INT
echo "$$" >supervisor.pid

# Copies at once what comes, up to 4 MiB, which is more than any console of interest; the guest must
# not be able to fill the host's disk through it. head would hold small parts back.
copy_limited() (
  trap '' XFSZ
  ulimit -f 8192
  exec cat 2>/dev/null
)

# What goes beyond the limit is for whoever has entered the guest, and makes room for more.
keep_console() {
  copy_limited >>console.log && return
  until copy_limited >console.more; do [ -e console.more ] || break; done
  # Even where nothing can be written any more the guest is not held up.
  cat >/dev/null
}

reason_to_end() {
  [ -e stop ] && echo stopped && return
  expires=0
  read -r expires 2>/dev/null <lease
  [ "$(date +%s)" -lt "${expires:-0}" ] || echo lease_expired
}

# What the guest's root may take back: that the guest was heard.
note_beginning() {
  [ -e began ] || [ ! -s guest.log ] || : >began
}

# A folder that nobody may read hides what is in it, as tests need it for a moment, and no longer.
measure_disk() {
  du -skx . >disk_used.new ||
    find . -xdev -type d ! -perm -500 -cmin +0 -exec chmod u+rx {} \;
  mv disk_used.new disk_used
}

# Looks every few seconds what the guest takes of the disk, beside the watch, which must not be held
# up, and the more seldom the longer a look takes. Sets reason where that is too much.
look_at_disk() {
  looks=$((looks + 1))
  if [ -e disk_used ]; then
    used=0
    read -r used _ <disk_used
    rm -f disk_used
    # It could not be written where the disk is full, whoever filled it.
    case $used in '' | *[!0-9]*) used=0 ;; esac
    next_look=$((looks + 6 + (looks - last_look) * 20))
    last_look=0
    [ "$used" -le "$disk_kib" ] || reason="disk_exceeded $used $disk_kib"
  elif [ "$last_look" -eq 0 ] && [ "$looks" -ge "$next_look" ]; then
    last_look=$looks
    measure_disk 2>/dev/null &
  fi
}

# No file of a guest has the rights of whoever owns it, and none is a device.
disarm() {
  find artifacts cache -xdev \( -perm -4000 -o -perm -2000 \) ! -type l -exec chmod ug-s {} +
  find artifacts cache -xdev \( -type b -o -type c -o -type p -o -type s \) -exec rm -f {} +
} 2>/dev/null

watch() {
  looks=0 next_look=0 last_look=0
  while :; do
    note_beginning
    reason=$(reason_to_end)
    # What boots the guest may find that it cannot go on.
    [ -n "$reason" ] || [ ! -s broken ] || read -r reason <broken
    [ -n "$reason" ] || [ -z "$disk_kib" ] || look_at_disk
    if [ -n "$reason" ]; then
      echo "$reason" >ended_by
      end_guest . "$name"
      return
    fi
    sleep 0.3
  done
}

# Where the guest is no machine of its own, a verdict counts when nothing is left that could change it.
# A machine writes its own: its root may have put links there, which nothing here follows.
take_verdict() {
  [ -f channel/result.json.new ] && [ ! -L channel/result.json.new ] || return
  rm -rf channel/result.json
  mv channel/result.json.new channel/result.json
} 2>/dev/null

in_new_session "$name" sh ./boot "$name" </dev/null 2>&1 | keep_console &
guest=$!
watch &
watcher=$!
wait "$guest"
[ -e ended_by ] || echo guest_exited >ended_by
kill "$watcher" 2>/dev/null
gone=yes
end_guest . "$name" || gone=''
note_beginning
disarm
[ -z "$gone" ] || [ ! -e no-machine ] || take_verdict
# Nobody must wait for the word of a supervisor that could not write it.
mv ended_by state || exit 1
until [ -n "$(reason_to_end)" ]; do sleep 1; done
# Whoever asked it to stop removes the rest.
[ ! -e stop ] || exit 0
# Somebody may have entered since.
end_guest . "$name" && remove_folder "$PWD"
