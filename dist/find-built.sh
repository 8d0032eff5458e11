# shellcheck shell=sh
# Prints what a GC root keeps, and nothing where it keeps nothing. Arguments: work dir, name of the root.
# Needs the functions of work-folder.sh.
find_work_folder "$1" && cd gcroots 2>/dev/null || exit 0
if [ -e "$2" ]; then touch -h "$2" 2>/dev/null; readlink "$2"; fi
