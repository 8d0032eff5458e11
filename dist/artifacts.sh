# shellcheck shell=sh
# Prints as a tar those plain files of a guest's artifacts that the expression takes: no link, no
# device, nothing that is mounted there. Where they have more bytes than they may, it prints nothing,
# says as an error how many files and bytes there are, and ends with 79; holes count as what they
# would be once sent.
# Arguments: folder of the guest, most bytes, expression of find.
most=$2
# A guest that shares no folder has sent them by itself, or what was too much.
if [ -e "$1/artifacts.tar" ]; then
  cd "$1" || exit 0
  if [ -s artifacts.refused ]; then
    head -c 100 artifacts.refused | tr -cd '0-9 ' >&2
    exit 79
  fi
  exec cat artifacts.tar
fi
cd "$1/artifacts" 2>/dev/null || exit 0
shift 2
export LC_ALL=C COPYFILE_DISABLE=1

wanted() { find . -xdev -type f "$@"; }

# What the lane closed to itself it closed to us, who are the same user here.
find . -xdev -type d ! -perm -500 -exec chmod u+rx {} \; 2>/dev/null
wanted "$@" ! -perm -400 -exec chmod u+r {} +

# A name of several lines may look like more files than there are, never like fewer; and no shell
# counts as far as files may seem to reach.
counted=$(wanted "$@" -exec ls -ldn {} + |
  awk -v "most=$most" '
    /^-/ { files++; bytes += 512; if ($5 > 0) bytes += $5 }
    END { printf "%d %.0f%s", files, bytes, (bytes > most ? " too much" : "") }
  ')
case $counted in
  '0 '*) exit 0 ;;
  *' too much')
    echo "${counted% too much}" >&2
    exit 79
    ;;
esac
if tar --version 2>/dev/null | grep -q 'GNU tar\|bsdtar'; then
  wanted "$@" -print0 | tar -cf - --null -T -
else
  # Others take names by the line, so one of several lines cannot be told to them.
  wanted "$@" ! -path '*
*' | tar -cf - -T -
fi
# 1: a file changed meanwhile.
[ "$?" -le 1 ]
