# shellcheck shell=sh
# Removes one guest. Arguments: work dir, name of the guest.
# Needs the functions of work-folder.sh, processes.sh, remove-tree.sh and remove.sh.
case $2 in */* | .* | "") exit 64 ;; esac
find_work_folder "$1" || exit 0
remove_guest "${work:?}/guests/$2" "$2"
