#!/bin/busybox sh
# shellcheck shell=sh disable=SC1091,SC2015,SC2016
# The first process of a guest of an image. Its root is the kit's, in memory; the image's lies below
# /image, and the lane's command has that as its root (enter-image.sh). What the guest is made of lies on
# disks that name themselves by their serial numbers: request (a tar), scratch, modules, workspace, and
# layer000, layer001 … from the lowest on. What it tells its host goes through ports that have names, too.
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
mkdir -p /dev/pts /dev/shm
mount -t devpts -o ptmxmode=0666 devpts /dev/pts
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
for link in fd:/proc/self/fd stdin:/proc/self/fd/0 stdout:/proc/self/fd/1 stderr:/proc/self/fd/2; do
  [ -e "/dev/${link%%:*}" ] || ln -s "${link#*:}" "/dev/${link%%:*}"
done

# The first process must not return, or the kernel panics before it has powered off.
halt_guest() {
  poweroff -f
  sleep 60
}
give_up() {
  echo "[pikaci-guest] $1"
  halt_guest
}

while read -r module; do
  insmod "/modules/$module" || give_up "cannot load the module $module"
done </modules/order

for disk in /sys/block/vd*; do
  # Not a line: without an end, read would say that there was none.
  name=$(cat "$disk/serial" 2>/dev/null)
  [ -n "$name" ] || continue
  ln -s "/dev/${disk##*/}" "/disks/$name"
done
for port in /sys/class/virtio-ports/*; do
  [ -e "$port/name" ] || continue
  read -r name <"$port/name"
  ln -s "/dev/${port##*/}" "/ports/$name"
done

# What is below is for root alone, whoever the lane is.
mkdir -m 0700 /run/pikaci
mkdir /run/pikaci/channel
tar -xf /disks/request -C /run/pikaci || give_up 'cannot read the request'

ip link set lo up
hostname pikaci
mount -t ext4 -o noatime /disks/scratch /scratch || give_up 'cannot mount the scratch disk'
mkdir /scratch/upper /scratch/work /scratch/workspace /scratch/workspace-work /scratch/lane
mkdir /lib/modules
mount -t erofs /disks/modules /lib/modules || give_up 'cannot mount the modules'

lower=
for layer in /disks/layer*; do
  [ -e "$layer" ] || continue
  folder=/layers/${layer##*layer}
  mkdir "$folder"
  mount -t erofs "$layer" "$folder" || give_up "cannot mount ${layer##*/} of the image"
  lower=$folder${lower:+:$lower}
done
# An image may have no layers at all, and of one alone an overlay may be made.
mkdir /layers/none
mount -t overlay -o "lowerdir=${lower:-/layers/none},upperdir=/scratch/upper,workdir=/scratch/work" overlay /image ||
  give_up 'cannot lay the layers of the image over one another'

# A folder of ours in the image's root, whatever the image has there.
own_folder() {
  if [ -L "/image/$1" ] || { [ -e "/image/$1" ] && [ ! -d "/image/$1" ]; }; then rm -f "/image/$1"; fi
  mkdir -p "/image/$1"
}
for folder in .pikaci proc sys dev workspace workspace/snapshot; do own_folder "$folder"; done
# Root runs what lies there after the lane, who may own the folder above it. What is mounted cannot be moved.
mount -t tmpfs -o mode=0755 tmpfs /image/.pikaci && mkdir /image/.pikaci/bin /image/.pikaci/lib &&
  mount --bind /bin /image/.pikaci/bin && mount --bind /lib /image/.pikaci/lib &&
  for folder in bin lib ''; do mount -o remount,bind,ro "/image/.pikaci/$folder" || break; done ||
  give_up 'cannot mount the tools of the guest'
mount -t proc proc /image/proc
mount -t sysfs sysfs /image/sys
mount --bind /dev /image/dev
mount --bind /dev/pts /image/dev/pts
mount --bind /dev/shm /image/dev/shm
mount -t cgroup2 none /image/sys/fs/cgroup

# What belongs to the lane lies on the scratch disk, beside what it writes into the image: so a container's
# own layers can lie there, which an overlay would refuse.
for folder in artifacts cache; do
  own_folder "$folder"
  mkdir "/scratch/lane/$folder"
  mount --bind "/scratch/lane/$folder" "/image/$folder"
done
# These may be links in an image, and mean what they say there.
for folder in /tmp /run /var/tmp; do
  chroot /image /.pikaci/bin/busybox sh -c '
    folder=$(/.pikaci/bin/busybox readlink -f "$1" || echo "$1")
    [ -d "$folder" ] || /.pikaci/bin/busybox mkdir -p "$folder"
    [ "$1" = /run ] || /.pikaci/bin/busybox chmod 1777 "$folder"' sh "$folder"
done

if [ -e /disks/workspace ]; then
  if [ -e /run/pikaci/request/writable-workspace ]; then
    mkdir /layers/workspace
    mount -t erofs /disks/workspace /layers/workspace &&
      mount -t overlay -o "metacopy=on,lowerdir=/layers/workspace,upperdir=/scratch/workspace,workdir=/scratch/workspace-work" \
        overlay /image/workspace/snapshot
  else
    mount -t erofs /disks/workspace /image/workspace/snapshot
  fi || give_up 'cannot mount the workspace'
fi

# Files of the network in place of whatever the image has there, a link most of all.
own_file() {
  rm -rf "/image/etc/$1"
  cat >"/image/etc/$1"
}
if [ -L /image/etc ]; then rm -f /image/etc; fi
mkdir -p /image/etc
printf '127.0.0.1\tlocalhost pikaci\n::1\tlocalhost ip6-localhost ip6-loopback\n' | own_file hosts
echo pikaci | own_file hostname
: >/etc/resolv.conf
if [ -e /sys/class/net/eth0 ]; then
  ip link set eth0 up
  udhcpc -q -n -f -i eth0 -s /bin/dhcp-lease >/dev/null 2>/run/udhcpc.log ||
    { echo '[pikaci-guest] the network did not answer:'; cat /run/udhcpc.log; }
fi
own_file resolv.conf </etc/resolv.conf

bash /run/pikaci/request/agent </dev/null
sync
halt_guest
