# shellcheck shell=sh disable=SC2154
# Assembles the guest package: $source is this folder, $out the package. Runs in a Nix build.
set -eu

root=$PWD/root
mkdir -p "$root/bin" "$root/dev" "$root/modules" "$root/etc" "$root/usr" "$root/run/current-system/sw"
cp "$source/init" "$root/init"
cp "$source/parts/busybox" "$source/parts/bash" "$root/bin/"
# setpriv, because busybox's cannot change the user, and GNU timeout for lanes that want it. Both are
# dynamic and bring their libraries.
cp "$source/parts/programs/"* "$root/bin/"
cp -R "$source/parts/lib" "$root/lib"
ln -s lib "$root/lib64"
ln -s ../bin "$root/usr/bin"
ln -s ../../../bin "$root/run/current-system/sw/bin"
cp "$source/parts/modules/"* "$root/modules/"
chmod -R u+w "$root"
chmod 0755 "$root/init" "$root/bin/"*
for applet in $("$root/bin/busybox" --list); do
  [ -e "$root/bin/$applet" ] || ln -s busybox "$root/bin/$applet"
done

mkdir -p "$out/bin" "$out/share/microvm/virtiofs"
# Uncompressed: under emulation, unpacking costs more than reading.
(cd "$root" && find . | "$root/bin/busybox" cpio -o -H newc -R 0:0) >"$out/share/microvm/initramfs"
cp "$source/parts/vmlinuz" "$out/share/microvm/vmlinuz"
# mov al,16; out 0xf4,al; hlt: through isa-debug-exit that is qemu's exit code 33. A processor starts
# 16 bytes below the end of the firmware.
{
  head -c 65520 /dev/zero
  printf '\260\020\346\364\364'
  head -c 11 /dev/zero
} >"$out/share/microvm/probe.bin"
echo qemu >"$out/share/microvm/hypervisor"
for tag in request channel artifacts workspace nix-store cache; do
  mkdir "$out/share/microvm/virtiofs/$tag"
  echo "$tag.sock" >"$out/share/microvm/virtiofs/$tag/socket"
  echo "shares/$tag" >"$out/share/microvm/virtiofs/$tag/source"
done
for program in microvm-run virtiofsd-run; do
  sed "s|@out@|$out|g" "$source/$program" >"$out/bin/$program"
  chmod 0755 "$out/bin/$program"
done
