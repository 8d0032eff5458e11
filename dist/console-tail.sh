# shellcheck shell=sh
# Prints the last $2 bytes of the console of the guest in folder $1.
tail -c "$2" "$1/console.log" 2>/dev/null || :
