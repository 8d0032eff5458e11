# shellcheck shell=sh
# Functions about this host's work folder, below which everything of ours lies. It is ours alone or it
# is not used: what lies there is run, and is removed again, so nobody else may have a hand in it.
# Whoever enters it has umask 077 from then on.

# Goes into work folder $1, as settings name it, and sets work to its path. Makes it where it is
# missing, and takes over an empty one of ours.
enter_work_folder() {
  locate_work_folder "$1"
  if [ ! -d "$work" ] && [ ! -L "$work" ]; then
    mkdir -p "${work%/*}/" || exit 1
    # Somebody may make it at the same moment, whom the checks are for, too.
    if mkdir "$work" 2>/dev/null; then made_work_folder=1
    else [ -d "$work" ] || mkdir "$work" || exit 1
    fi
  fi
  check_work_folder
  [ -f "$work_mark" ] || own_work_folder
}

# The same for whoever has nothing to do where nothing of ours is: then it fails.
find_work_folder() {
  locate_work_folder "$1"
  [ -e "$work" ] || [ -L "$work" ] || return 1
  check_work_folder
  [ -f "$work_mark" ] || { ! is_empty_folder && refuse_unmarked; }
}

work_mark=.pikaci-work-folder

refuse_work_folder() {
  [ -z "${made_work_folder:-}" ] || rmdir "$work" 2>/dev/null || :
  printf '%s is not used: %s\n' "$work" "$1" >&2
  exit 78
}

refuse_unmarked() {
  # Made, and marked, by somebody of ours who came at the same moment.
  [ ! -f "$work_mark" ] || return 0
  refuse_work_folder "it holds files, and no $work_mark that says that they are pikaci's. Name an empty or a new folder; or, where all in it is pikaci's own: touch '$work/$work_mark'"
}

# ~/.cache stands for wherever this user keeps caches.
locate_work_folder() {
  umask 077
  # With it, cd may go elsewhere, and says where it went.
  unset CDPATH
  work=$1
  case $work in
    \~/*)
      case ${HOME:-} in /*) ;; *) refuse_work_folder 'the user has no HOME there' ;; esac
      case ${XDG_CACHE_HOME:-} in
        /*) case $work in \~/.cache/*) work=$XDG_CACHE_HOME/${work#*/.cache/} ;; esac ;;
      esac
      case $work in \~/*) work=$HOME/${work#*/} ;; esac
      ;;
  esac
  while [ "$work" != "${work%/}" ]; do work=${work%/}; done
  case $work/ in
    */../* | */./*) refuse_work_folder 'its path must have no . and no .. in it' ;;
    /?*) ;;
    *) refuse_work_folder 'it must be an absolute path' ;;
  esac
}

# Everything after `cd` is about the folder that was entered, whatever becomes of its name.
check_work_folder() {
  [ ! -L "$work" ] || refuse_work_folder 'it is a link. Name the folder itself'
  [ -d "$work" ] || refuse_work_folder 'it is no folder'
  cd -P "$work" 2>/dev/null ||
    refuse_work_folder "user $(id -un) cannot enter it. Name a folder of that user's"
  work=$(pwd -P)
  case $work in *[[:cntrl:]]*) refuse_work_folder 'its path must have no control characters in it' ;; esac
  case $(work_folder_flaw) in
    '') ;;
    open)
      if [ -f "$work_mark" ] || is_empty_folder; then chmod 700 .; else refuse_unmarked; fi
      ;;
    writable)
      # What lies there may be anybody's, its mark, too.
      is_empty_folder || refuse_work_folder "others can write into it. Look at what lies there, then: chmod 700 '$work'"
      chmod 700 .
      ;;
    *) refuse_work_folder "$(work_folder_flaw). Name another folder as work_dir, for instance one below the home of $(id -un)" ;;
  esac
}

# Prints what is wrong with the current folder or with one above it, through which it could be taken
# away and another put in its place; `open` or `writable` where others have more rights to it than
# they need. A group that holds only its user, as many systems make one, is nobody else. Root may
# have its home from a user, as in a workflow's containers.
work_folder_flaw() (
  folder=$work home_owner=0
  set --
  while [ -n "$folder" ]; do
    folder=${folder%/*}
    set -- "$@" "${folder:-/}"
  done
  own_group=0
  [ "$(id -gn 2>/dev/null)" != "$(id -un 2>/dev/null)" ] || own_group=$(id -g)
  unset TIME_STYLE QUOTING_STYLE
  export LC_ALL=C
  # shellcheck disable=SC2012 # the one program that tells modes and owners in one way everywhere
  [ "$(id -u)" -ne 0 ] || home_owner=$(ls -ldn "${HOME:-/}" 2>/dev/null | awk 'NR == 1 { print $3 }')
  # shellcheck disable=SC2012
  ls -ldn . "$@" | awk -v "us=$(id -u)" -v "own_group=$own_group" -v "home_owner=${home_owner:-0}" '
    {
      name = $0
      for (field = 0; field < 8; field++) sub(/^[^ ]+ +/, "", name)
      others_write = substr($1, 9, 1) == "w" ||
        substr($1, 6, 1) == "w" && $4 != own_group && $4 != 0
    }
    name == "." {
      if ($3 != us) flaw = "it belongs to user number " $3
      else if (substr($1, 6, 1) == "w" || substr($1, 9, 1) == "w") state = "writable"
      else if (substr($1, 5, 6) !~ /^--[-S]---$/) state = "open"
      next
    }
    $3 != us && $3 != 0 && $3 != home_owner { flaw = name " above it belongs to user number " $3 }
    others_write && substr($1, 10, 1) !~ /[tT]/ { flaw = "others can write into " name " above it" }
    END { print flaw != "" ? flaw : state }
  '
)

# A disk of its own may have a folder that only its file system uses.
is_empty_folder() {
  [ -z "$(find . ! -name . -prune ! -name lost+found)" ]
}

own_work_folder() {
  is_empty_folder || { refuse_unmarked && return; }
  chmod 700 .
  is_empty_folder || { refuse_unmarked && return; }
  echo 'pikaci keeps everything of its own below this folder, and removes it again.' >"$work_mark" ||
    [ -f "$work_mark" ] || exit 1
}
