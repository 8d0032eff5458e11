# shellcheck shell=sh
# Tells whether guests of images can live here, and changes nothing. Arguments: work dir, recipe of the kit;
# then the programs to look for.
# Needs the functions of work-folder.sh, tool-facts.sh and choose-accelerator.sh.
set -u
work_dir=$1 recipe=$2
shift 2
tool_facts "$@"
if find_work_folder "$work_dir"; then
  kit=${work:?}/kits/$recipe
  [ ! -e "$kit/complete" ] || echo "kit $(head -n 1 "$kit/release")"
  # To be measured in a moment, or not at all.
  set -- images/layouts/*
  [ ! -e "$1" ] || echo "images $#"
  ! used=$(timeout 5 du -sk images 2>/dev/null) || echo "images_kib ${used%%[!0-9]*}"
  if [ -e "$kit/complete" ]; then PIKACI_GUEST_KIT=$kit; fi
fi
if [ -n "${PIKACI_GUEST_KIT:-}" ] || [ ! -r /dev/kvm ] || [ ! -w /dev/kvm ]; then
  echo "accelerator $(choose_accelerator)"
fi
