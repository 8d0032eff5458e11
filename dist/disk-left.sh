# shellcheck shell=sh
# A function about disks.

# Says how much is left of the disk that holds folder $1.
disk_left() {
  df -Pk "$1" | awk 'NR == 2 { print "disk of " $6 ": " $4 " kB left of " $2 }'
}
