# shellcheck shell=sh disable=SC2086,SC2094,SC2154
# Runs the VM of an image, in the guest's folder; its stdout is the guest's console. Nothing of the host's
# files is shared with it: it reads disks, and what it sends comes through ports, each into a file that
# takes no more than it may. Its environment says what it is made of: see image.ts.
# Needs choose-accelerator.sh.
set -u
# Debian keeps some programs from users' paths.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# Copies what comes through port $1 to file $2, as it comes, up to $3 KiB; the rest goes nowhere, and holds
# nobody up.
receive() {
  # Opened once: a second reader might come when nobody is left who writes, and wait for ever.
  {
    (
      trap '' XFSZ
      ulimit -f "$(($3 * 2))"
      cat >>"$2" 2>/dev/null
    ) || {
      # A log that ends before its limit has lost something.
      [ "$1" != log ] || [ "$(wc -c <"$2")" -ge "$(($3 * 1024))" ] || report_log_lost &
      cat >/dev/null
    }
  } <"ports/$1"
}

# On a full disk there is room only later.
report_log_lost() {
  until [ -s broken ]; do
    echo log_lost >broken
    sleep 1
  done
} 2>/dev/null

# Whoever is told that the guest stays looks for its result at once, which takes a way of its own.
receive_stays() {
  read -r said || return
  tries=0
  until [ "$(tail -c 2 channel/result.json 2>/dev/null)" = '}' ] || [ "$tries" -gt 100 ]; do
    tries=$((tries + 1))
    sleep 0.05
  done
  echo "$said" | head -c 10 >channel/stays
}

open_ports() {
  rm -rf ports
  mkdir ports
  for port in log result artifacts refused stays; do mkfifo "ports/$port" || return; done
  receive log guest.log "$PIKACI_LOG_KIB" &
  readers=$!
  receive result channel/result.json 66 &
  readers="$readers $!"
  receive artifacts artifacts.tar "$PIKACI_ARTIFACTS_KIB" &
  readers="$readers $!"
  receive refused artifacts.refused 1 &
  readers="$readers $!"
  head -c 10 <ports/stays | receive_stays &
  readers="$readers $!"
}

make_disks() {
  tar -cf request.disk request || return
  rm -f scratch.disk
  truncate -s "${PIKACI_DISK_GIB}G" scratch.disk &&
    # Neither a journal nor tables written out beforehand: it lives as long as its guest.
    mkfs.ext4 -q -F -m 0 -O ^has_journal,^resize_inode -E lazy_itable_init=1,nodiscard scratch.disk
}

# Eight to a slot, of which a machine has few. On a full disk of the host the guest gets the error: QEMU would
# stop it and wait.
add_disk() {
  device=$((device + 1))
  slot=$((device / 8 + 3))
  drives="$drives -drive if=none,id=disk$device,format=raw,file=$2,werror=report,rerror=report,$3"
  drives="$drives -device virtio-blk-pci,drive=disk$device,serial=$1,romfile=,addr=$(printf '%x.%x' "$slot" "$((device % 8))"),multifunction=on"
}

# passt gives the guest the host's network as its user has it, but for the host's own loopback: who listens
# on 127.0.0.1 or ::1 alone is out of reach, whatever the guest sends. What stays within reach is all that
# this user could connect to otherwise: the internet, private networks, and services of this host on
# addresses that the guest does not take for its own, which are those of its other interfaces.
#
# A resolver on the loopback, such as systemd's, is asked for the guest under an address of its own. passt
# makes itself unreadable, so that nobody finds the guest's mark in it: it goes with this shell, and after
# its one connection by itself. It may say something of each packet.
start_network() {
  resolver=''
  if ! grep '^nameserver' /etc/resolv.conf | grep -qv '^nameserver[[:space:]]*127\.\|[[:space:]]::1'; then
    resolver='-D 169.254.1.53 --dns-forward 169.254.1.53'
  fi
  (
    trap '' XFSZ
    ulimit -f 128
    exec setpriv --pdeathsig KILL passt -q -f -1 -s network.sock --no-map-gw $resolver
  ) </dev/null >passt.log 2>&1 &
  tries=0
  until [ -S network.sock ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] && kill -0 "$!" 2>/dev/null || return
    sleep 0.02
  done
}

run_vm() {
  [ -p console.in ] || mkfifo console.in || return
  open_ports || return
  accelerator=$(choose_accelerator)
  echo "$accelerator" >accelerator
  case $accelerator in kvm) ;; *) accelerator=tcg,thread=multi ;; esac
  device=-1 drives=''
  add_disk request request.disk readonly=on
  add_disk scratch scratch.disk cache=unsafe,discard=unmap
  add_disk modules "$PIKACI_GUEST_KIT/modules.erofs" readonly=on
  [ -z "$PIKACI_WORKSPACE_DISK" ] || add_disk workspace "$PIKACI_WORKSPACE_DISK" readonly=on
  layer=0
  for file in $PIKACI_LAYERS; do
    add_disk "$(printf 'layer%03d' "$layer")" "$file" readonly=on
    layer=$((layer + 1))
  done
  network=''
  if [ "$PIKACI_NETWORK" = outbound ]; then
    start_network || {
      echo '[pikaci] the network of the guest could not be started:'
      tail -n 5 passt.log
      return
    }
    network='-netdev stream,id=net,server=off,addr.type=unix,addr.path=network.sock'
    network="$network -device virtio-net-pci,netdev=net,romfile="
  fi
  ports='-device virtio-serial-pci'
  for port in log result artifacts refused stays; do
    ports="$ports -chardev file,id=$port,path=ports/$port -device virtserialport,chardev=$port,name=$port"
  done
  # Held open on this side, too, so that no end of input is ever seen on the other.
  "$qemu" $machine -accel "$accelerator" -m "${PIKACI_GUEST_MEM_MIB}M" \
    -sandbox on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny \
    -serial stdio -no-reboot -kernel "$PIKACI_GUEST_KIT/kernel" -initrd "$PIKACI_GUEST_KIT/initramfs" \
    -append 'console=ttyS0 quiet panic=-1 mitigations=off cryptomgr.notests rcupdate.rcu_expedited=1' \
    -device virtio-rng-pci $ports $drives $network <>console.in
  code=$?
  # A VM that did not come up has opened none of them, and their readers wait for that.
  for port in ports/*; do : 1<>"$port"; done
  # What the guest has sent is on its way to its files.
  wait $readers
  return "$code"
}

# Whether a VM that ended with exit code $1 is worth another try without KVM, which may work for a probe and
# not for a kernel: nobody killed it, and its guest was never heard.
gave_up_on_kvm() {
  case $1 in 137 | 143) return 1 ;; esac
  [ ! -e ended_by ] && [ ! -s guest.log ] && [ "$(head -n 1 accelerator 2>/dev/null)" = kvm ]
}

if ! make_disks; then
  echo '[pikaci] the disks of the guest could not be made'
  exit 1
fi
code=0
run_vm || code=$?
if gave_up_on_kvm "$code"; then
  echo "[pikaci] the VM ended ($code) before its guest was heard; trying again without KVM"
  export PIKACI_GUEST_ACCELERATOR=tcg
  run_vm
fi
