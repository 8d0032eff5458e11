# shellcheck shell=sh
# Prints where work folder $1 is, which is made if need be, then what was decided there about a reaper,
# if anything was. Needs the functions of work-folder.sh.
enter_work_folder "$1"
printf '%s\n' "${work:?}"
cat reaper/decision 2>/dev/null || :
