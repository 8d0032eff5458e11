# shellcheck shell=sh
# Grants a collected guest a last lease, and lets it go on. Arguments: folder of the guest, its name,
# the program that it is entered by, seconds. Needs the functions of processes.sh and lease.sh.
printf %s "$3" >"$1/enter" && grant_lease "$1" "$4" || exit 1
signal_guest "$2" CONT || :
