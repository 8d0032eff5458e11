#!/bin/busybox sh
# shellcheck shell=sh disable=SC2016
# Runs a command with an image's root as its own, as a user. Arguments: where the root lies, the folder to
# start in, uid, gid, groups; then assignments, which are the whole environment, and the command.
# A namespace of mounts whose root the image *is*, rather than a folder that is called the root: in such a
# one programs may make namespaces of their own, as sandboxes and containers do.
# See https://man7.org/linux/man-pages/man2/pivot_root.2.html and current_chrooted() of the kernel.
set -eu
if [ "${1:-}" != --inside ]; then
  root=$1
  shift
  cd "$root"
  exec /bin/busybox unshare -m /bin/busybox sh -c '
    /bin/busybox mount --move "$PWD" / && exec /bin/busybox chroot . /.pikaci/bin/busybox sh /.pikaci/bin/enter-image --inside "$@"
  ' sh "$@"
fi
dir=$2 uid=$3 gid=$4 groups=$5
shift 5
cd "$dir"
# With the environment still empty: what the lane says of it must not reach what runs as root.
exec /.pikaci/lib/ld.so --library-path /.pikaci/lib /.pikaci/lib/setpriv --reuid "$uid" --regid "$gid" \
  --groups "$groups" -- /.pikaci/bin/busybox env -i "$@"
