# shellcheck shell=sh
# Runs a VM out of the guest package in PIKACI_GUEST_PACKAGE, in the guest's folder, with the package's
# shares served beside it. Its stdout is the guest's console. Needs the functions of processes.sh.
set -u
package=$PIKACI_GUEST_PACKAGE
sockets=$package/share/microvm/virtiofs

furnish_shares() {
  mkdir -p shares
  for share in workspace request channel artifacts cache; do ln -sfn "../$share" "shares/$share"; done
  ln -sfn /nix/store shares/nix-store
}

sockets_ready() {
  for socket in "$sockets"/*/socket; do
    [ -e "$socket" ] || continue
    [ -S "$(cat "$socket")" ] || return 1
  done
}

# Zombies may stay until somebody asks after them.
is_alive() { [ -n "$(alive "$1")" ]; }

# A socket may exist while its daemon is already dead, so the daemon is asked after, too.
start_shares() {
  [ -x "$package/bin/virtiofsd-run" ] || return 0
  for socket in "$sockets"/*/socket; do
    [ ! -e "$socket" ] || rm -f "$(cat "$socket")"
  done
  # In parentheses: a function with a redirection keeps the old output open, here the console's
  # pipe, which would never end for a guest that died before it met its shares.
  (exec "$package/bin/virtiofsd-run") </dev/null >virtiofsd.log 2>&1 &
  shares=$!
  tries=0
  until sockets_ready; do
    is_alive "$shares" || return 1
    tries=$((tries + 1))
    [ "$tries" -lt 200 ] || return 1
    sleep 0.05
  done
  is_alive "$shares"
}

# A guest whose shares are gone hangs in its first access to them, for ever.
watch_shares() {
  while is_alive "$shares"; do sleep 0.3; done
  # Guests that are done, or are to be started again, end a moment later.
  sleep 1
  # On a full disk there is room only later.
  until [ -s broken ]; do
    echo shares_died >broken
    sleep 1
  done
} >/dev/null 2>&1

run_vm() {
  shares='' watcher=''
  if ! start_shares; then
    echo '[pikaci] the shares could not be served:'
    tail -n 20 virtiofsd.log
    return
  fi
  [ -p console.in ] || mkfifo console.in || return
  [ -z "$shares" ] || { watch_shares & watcher=$!; }
  # Held open on this side, too, so that no end of input is ever seen on the other.
  code=0
  "$package/bin/microvm-run" <>console.in || code=$?
  [ -z "$watcher" ] || kill "$watcher" 2>/dev/null
  return "$code"
}

# Whether a VM that ended with exit code $1 is worth another try without KVM, which may work for a
# probe and not for a kernel: nobody killed it, and its guest was never heard.
gave_up_on_kvm() {
  case $1 in 137 | 143) return 1 ;; esac
  [ ! -e ended_by ] && [ ! -s guest.log ] && [ "$(head -n 1 accelerator 2>/dev/null)" = kvm ]
}

furnish_shares
code=0
run_vm || code=$?
if gave_up_on_kvm "$code"; then
  echo "[pikaci] the VM ended ($code) before its guest was heard; trying again without KVM"
  export PIKACI_GUEST_ACCELERATOR=tcg
  run_vm
fi
