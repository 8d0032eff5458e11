# shellcheck shell=sh
# Prints the log of the guest in folder $1 from byte $2 on.
tail -c +"$2" "$1/guest.log"
