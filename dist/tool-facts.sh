# shellcheck shell=sh
# A function about the programs of a host.

# Debian keeps some of them from users' paths.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# Prints a fact for each program: `tool NAME WHAT-IT-SAYS-OF-ITS-VERSION`, or `missing NAME`. None is waited
# for, nor listened to, for long.
tool_facts() {
  in_time=''
  ! command -v timeout >/dev/null 2>&1 || in_time='timeout -k 1 5'
  # passt ends without a last look at what it has to print yet.
  ! command -v stdbuf >/dev/null 2>&1 || in_time="$in_time stdbuf -o0"
  for tool in "$@"; do
    if ! command -v "$tool" >/dev/null 2>&1; then
      echo "missing $tool"
      continue
    fi
    case $tool in
      mkfs.*) flag=-V ;;
      *) flag=--version ;;
    esac
    # shellcheck disable=SC2086 # words
    said=$(LC_ALL=C $in_time "$tool" "$flag" 2>&1 </dev/null | head -c 400 | tr '\n\r\000' '   ')
    printf 'tool %s %s\n' "$tool" "$said"
  done
}
