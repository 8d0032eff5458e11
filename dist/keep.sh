# shellcheck shell=sh
# Grants a collected guest a last lease, and lets it go on. Arguments: folder of the guest, its name,
# seconds. Needs the functions of processes.sh and lease.sh.
grant_lease "$1" "$3" || exit 1
resume_guest "$1" "$2"
