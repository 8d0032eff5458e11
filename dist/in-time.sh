# shellcheck shell=sh
# Fails where a guest has missed a deadline. Arguments: folder of the guest; what it had to be by then:
# heard | finished. One that ended or is gone misses none. Needs the functions of guest-state.sh.
cd "$1" 2>/dev/null || exit 0
case $2 in
  heard) [ -s guest.log ] ;;
  finished) is_done ;;
esac || [ -e state ]
