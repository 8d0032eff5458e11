# shellcheck shell=sh disable=SC2086
# Which QEMU runs guests here, and how. Its environment says where the kit is, and how many processors a
# guest has.

# The same for the probe: with another processor it would prove nothing.
machine="-M q35,usb=off,smbus=off,sata=off,vmport=off,hpet=off -cpu max -smp $PIKACI_GUEST_VCPU"
machine="$machine -nodefaults -no-user-config -display none"
qemu=qemu-system-$(uname -m)

# /dev/kvm may exist and yet run nothing, so a firmware of a few bytes is run, which ends qemu with 33.
kvm_works() {
  timeout -k 1 5 "$qemu" $machine -accel kvm -m 16 -device isa-debug-exit,iobase=0xf4,iosize=1 \
    -bios "$PIKACI_GUEST_KIT/probe.bin" </dev/null >/dev/null 2>&1
  [ "$?" -eq 33 ]
}
choose_accelerator() {
  if [ "${PIKACI_GUEST_ACCELERATOR:-}" = tcg ]; then echo 'tcg ended'
  elif [ ! -e /dev/kvm ]; then echo 'tcg absent'
  elif [ ! -r /dev/kvm ] || [ ! -w /dev/kvm ]; then echo 'tcg denied'
  elif kvm_works; then echo kvm
  else echo 'tcg broken'
  fi
}
