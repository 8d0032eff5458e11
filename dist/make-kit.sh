# shellcheck shell=sh disable=SC2154
# Makes what every guest of an image boots from, its kit, and prints where it is: a kernel and its modules
# out of the host's distribution, and a root of our own. Needs no root. Arguments: work dir, recipe: a name
# of what the kit is made of; then, of each file of ours, its path in the kit's root, and its text.
# A kit that is there is taken as it is, so all but the first guest of a host wait for nothing.
# Needs the functions of work-folder.sh, remove-tree.sh, disk-left.sh and need-tools.sh.
set -eu
need_tools "qemu-system-$(uname -m)" mkfs.ext4 passt setpriv timeout truncate
enter_work_folder "$1"
recipe=$2
shift 2
umask 022
kit=kits/$recipe
if [ -e "$kit/complete" ]; then
  touch "$kit/complete"
  echo "$kit"
  exit
fi
need_tools apt-get dpkg-deb flock ldd mkfs.erofs tar xz zstd
mkdir -p kits tmp
exec 9>kits/lock
flock 9
if [ -e "$kit/complete" ]; then
  touch "$kit/complete"
  echo "$kit"
  exit
fi
made=$(mktemp -d tmp/kit.XXXXXX)
trap 'remove_tree "${work:?}/$made"' EXIT
trap 'exit 143' HUP INT TERM PIPE
fail() {
  echo "$1" >&2
  disk_left "$work" >&2
  exit 1
}

# The kernel package is unpacked, not installed: nothing of the host changes. Its name stands in another
# one, which is empty and always names the newest.
fetch_packages() {
  kernel=$(apt-cache depends "$kernel_of" 2>/dev/null | awk '/Depends: linux-image-/ { print $2; exit }')
  [ -n "$kernel" ] && apt-get download -qq -o APT::Sandbox::User=root "$kernel" busybox-static bash-static
}
# Without root apt may not renew its lists, but it may have lists of its own.
with_own_lists() {
  mkdir -p apt/lists/partial apt/cache/archives/partial
  printf 'Dir::State::lists "%s";\nDir::Cache "%s";\n' "$PWD/apt/lists" "$PWD/apt/cache" >apt/conf
  APT_CONFIG=$PWD/apt/conf
  export APT_CONFIG
  apt-get update -qq -o APT::Sandbox::User=root
}
case $(uname -m) in
  x86_64) kernel_of=linux-image-cloud-amd64 ;;
  aarch64) kernel_of=linux-image-cloud-arm64 ;;
  *) fail "no guest kit is known for processors of this kind: $(uname -m)" ;;
esac
if apt-cache show linux-image-virtual >/dev/null 2>&1; then kernel_of=linux-image-virtual; fi
cd "$made"
fetch_packages >apt.log 2>&1 || { with_own_lists && fetch_packages; } >>apt.log 2>&1 ||
  fail "the packages of the guest kit could not be fetched: $(tail -n 3 apt.log)"
for package in ./*.deb; do dpkg-deb -x "$package" unpacked || fail "cannot unpack $package"; done

# ---- the kernel ----

# Unpacked once here, it need not unpack itself at each boot. QEMU boots x86's ELF image by its PVH note.
release=$(basename unpacked/boot/vmlinuz-* | sed 's/^vmlinuz-//')
start=$(LC_ALL=C grep -aobUP '\x28\xb5\x2f\xfd' unpacked/boot/vmlinuz-* | head -n 1 | cut -d: -f1) || :
[ -z "$start" ] || tail -c "+$((start + 1))" unpacked/boot/vmlinuz-* | zstd -dcq >unpacked/vmlinux 2>/dev/null || :
# The decompressor complains of what follows the image, so its word counts for nothing.
if [ "$(head -c 4 unpacked/vmlinux 2>/dev/null)" = "$(printf '\177ELF')" ]; then
  cp --sparse=always unpacked/vmlinux kernel
else
  cp unpacked/boot/vmlinuz-* kernel
fi

# ---- the root: our init and the agent's tools, apart from whatever an image brings ----

for folder in bin dev disks etc image layers lib modules ports proc run scratch sys tmp; do
  mkdir -p "root/$folder"
done
for tool in unpacked/bin/busybox unpacked/usr/bin/busybox; do
  [ ! -f "$tool" ] || cp "$tool" root/bin/busybox
done
for tool in unpacked/bin/bash-static unpacked/usr/bin/bash-static; do
  [ ! -f "$tool" ] || cp "$tool" root/bin/bash
done
for applet in $(root/bin/busybox --list); do
  [ -e "root/bin/$applet" ] || ln -s busybox "root/bin/$applet"
done
# busybox has a setpriv that knows no users, and a tar that takes no list of names. These are dynamic and
# bring their libraries along.
for tool in setpriv tar; do
  program=$(command -v "$tool")
  cp -L "$program" "root/lib/$tool"
  ldd "$program" | grep -o '/[^ ]*' | while read -r library; do
    case $library in
      */ld-*) cp -L "$library" root/lib/ld.so ;;
      *) cp -L "$library" root/lib/ ;;
    esac
  done
  rm -f "root/bin/$tool"
  printf '#!/bin/sh\nexec /lib/ld.so --library-path /lib /lib/%s "$@"\n' "$tool" >"root/bin/$tool"
  chmod 0755 "root/bin/$tool"
done
while [ "$#" -gt 0 ]; do
  printf %s "$2" >"root/$1"
  chmod 0755 "root/$1"
  shift 2
done

# ---- modules: those that a boot needs lie in the root, all of them on a disk of their own ----

modules=$PWD/unpacked/lib/modules/$release
[ -d "$modules" ] || modules=$PWD/unpacked/usr/lib/modules/$release
find "$modules" -name '*.ko.xz' -exec xz -d {} +
find "$modules" -name '*.ko.zst' -exec zstd -q -d --rm {} +
mkdir -p disk/"$release"
cp -R "$modules/." "disk/$release/"
# depmod wants the modules where an installed kernel has them.
mkdir -p depmod/lib && ln -s "$PWD/disk" depmod/lib/modules
depmod=$(command -v depmod || echo "$PWD/root/bin/busybox depmod")
# shellcheck disable=SC2086 # two words, where it is busybox's
$depmod -b "$PWD/depmod" "$release" || fail "cannot index the kernel's modules"
for module in virtio_blk erofs overlay virtio_net virtio_rng; do
  file=$(find "disk/$release" -name "$module.ko" -print -quit)
  # Where a kernel has it built in there is nothing to load.
  [ -n "$file" ] || continue
  # What a module needs comes before it, the last one named first.
  needs=$(sed -n "s|^\([^:]*/\)\{0,1\}$module\.ko: *||p" "disk/$release/modules.dep")
  order=$file
  for need in $needs; do order="disk/$release/$need $order"; done
  for file in $order; do
    name=$(basename "$file")
    [ -e "root/modules/$name" ] && continue
    cp "$file" root/modules/
    echo "$name" >>"root/modules/order"
  done
done
mkfs.erofs --quiet -zlz4 -T0 --all-root modules.erofs disk || fail 'cannot make the disk of the modules'

(cd root && find . | ./bin/busybox cpio -o -H newc -R 0:0 2>/dev/null) >initramfs
# mov al,16; out 0xf4,al; hlt: through isa-debug-exit that is qemu's exit code 33. A processor starts 16
# bytes below the end of the firmware.
{
  head -c 65520 /dev/zero
  printf '\260\020\346\364\364'
  head -c 11 /dev/zero
} >probe.bin
echo "$release" >release
find . -mindepth 1 -maxdepth 1 ! -name kernel ! -name initramfs ! -name modules.erofs ! -name probe.bin \
  ! -name release -exec rm -rf {} +
: >complete
cd "$work"
rm -rf "$kit"
mv "$made" "$kit"
trap - EXIT
echo "$kit"
