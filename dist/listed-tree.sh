# shellcheck shell=sh
# Functions that hold a tree on the host against its listing. Names are lines here, with a byte for an
# escaped newline that is in no UTF-8.

path_of='
  function path_of(line) {
    line = substr(line, 41)
    line = substr(line, index(line, " ") + 1)
    line = substr(line, index(line, " ") + 1)
    if (index(line, "\\")) { gsub(/\\\\/, "\376", line); gsub(/\\n/, "\377", line); gsub(/\376/, "\\", line) }
    return line
  }'

# Prints the names of what the lines of a listing stand for, and of the folders around that.
paths() {
  LC_ALL=C awk "$path_of"'
    {
      path = path_of($0)
      print "./" path
      while (match(path, /.*\//) && !seen[path = substr(path, 1, RLENGTH - 1)]++) print "./" path
    }
    END { print "." }
  '
}

# Makes of lines of names names that each end with a NUL.
to_names() {
  LC_ALL=C tr '\n\377' '\0\n'
}

# Whether in tree $2 lies what has the names in list $1, and no more; follows no link, so that nothing
# that it has lies behind one. Where it is to be `alone`, and not `shared` ($3), only folders, and files
# and links that nobody else has by another name.
has_names() {
  (
    cd "$2" || exit 1
    case $3 in
      alone) find . \( -type d -o \( -type f -o -type l \) -links 1 \) -print0 ;;
      shared) find . -print0 ;;
    esac
  ) | LC_ALL=C tr '\n\0' '\377\n' | LC_ALL=C awk -v "list=$1" '
    BEGIN { while ((getline name <list) > 0) { wanted[name] = 1; missing++ } }
    !($0 in wanted) { exit 1 }
    { missing-- }
    END { if (missing != 0) exit 1 }
  '
}

# Prints how tree $2 of listing $1 looks without reading its files: modes, sizes and times, in the order
# of `paths`. A folder that something came to or went from has another time; to read them all takes far
# longer. Not the number of links to a file, which grows as snapshots share it.
looks() {
  paths <"$1" | to_names | (
    cd "$2" || exit 1
    export LC_ALL=C TZ=UTC
    # As GNU and busybox have it, or as BSD has.
    if stat -c %n . >/dev/null 2>&1; then xargs -0 stat -c '%f %s %y'
    else xargs -0 stat -f '%p %z %Fm'
    fi
  )
}

# Refuses a listing that no tree can have, whose parts would leave it, or of which one would lie behind
# another. Of folder $1 it reads `new/listing`, and of it the lines that are `added` and those of listing
# $2, the base's, that are `lost`. It writes names: of all to `paths`, of the base, if any, to
# `base-paths`, of what goes to `lost-paths` and `lost-folders`, of what comes to `added-paths` and
# `new-folders`, folders in the order to remove and to make them; and to `expected`, for each of `paths`,
# what it is: mode and size.
lay_out() {
  LC_ALL=C awk -v "made=$1" -v "base=$2" "$path_of"'
    function refuse(why) {
      print "a line of its listing " why ": " $0
      refused = 1
      exit 1
    }
    # Parents first.
    function folders_around(path, seen, list, count,   chain, length_of_chain) {
      while (match(path, /.*\//)) {
        path = substr(path, 1, RLENGTH - 1)
        if (path in seen) break
        seen[path] = 1
        chain[++length_of_chain] = path
      }
      while (length_of_chain > 0) list[++count] = chain[length_of_chain--]
      return count
    }
    BEGIN {
      paths = made "/paths"
      expected = made "/expected"
      known[" 100644 "] = known[" 100755 "] = known[" 120000 "] = 1
    }
    {
      if (!(substr($0, 33, 8) in known)) refuse("is none")
      path = path_of($0)
      if (index($0, "\\")) {
        line = $0
        gsub(/\\[\\n]/, "", line)
        if (index(line, "\\")) refuse("is none")
      }
      parts = "/" path "/"
      if (index(parts, "//") || index(parts, "/./") || index(parts, "/../")) refuse("has a path that leads out of it")
      if (path in entry || path in folder) refuse("has a path that another one has, too")
      entry[path] = 1
      print "./" path >paths
      print $2, $4 >expected
      before = folders
      folders = folders_around(path, folder, folder_list, folders)
      while (before < folders) {
        path = folder_list[++before]
        if (path in entry) refuse("has a path that leads through another one")
        print "./" path >paths
        print "folder" >expected
      }
    }
    END {
      if (refused) exit 1
      print "." >paths
      print "folder" >expected
      while ((getline line <(made "/added")) > 0) {
        path = path_of(line)
        print "./" path >(made "/added-paths")
        added = folders_around(path, added_folder, added_list, added)
      }
      for (n = 1; n <= added; n++) print "./" added_list[n] >(made "/added-paths")
      print "." >(made "/added-paths")
      while ((getline line <base) > 0) {
        path = path_of(line)
        print "./" path >(made "/base-paths")
        lost = folders_around(path, base_folder, base_list, lost)
      }
      for (n = 1; n <= lost; n++) print "./" base_list[n] >(made "/base-paths")
      print "." >(made "/base-paths")
      for (n = lost; n > 0; n--)
        if (!(base_list[n] in folder)) print "./" base_list[n] >(made "/lost-folders")
      for (n = 1; n <= folders; n++)
        if (!(folder_list[n] in base_folder)) print "./" folder_list[n] >(made "/new-folders")
      while ((getline line <(made "/lost")) > 0) print "./" path_of(line) >(made "/lost-paths")
    }
  ' "$1/new/listing" >&2
}

# Whether a tree that looks like file $2 is, in kinds, modes and sizes, what was laid out as expected in
# file $1. Modes are in hex from one stat, octal from the other; those of links nobody heeds.
like_expected() {
  LC_ALL=C awk -v "expected=$1" '
    function is(kind, mode) {
      if (kind == "100644") return mode == "81a4" || mode == "100644"
      if (kind == "100755") return mode == "81ed" || mode == "100755"
      if (kind == "120000") return mode ~ /^(a1|120)[0-7a-f]+$/
      return mode == "41ed" || mode == "40755"
    }
    {
      if ((getline line <expected) <= 0) exit 1
      split(line, part, " ")
      if (!is(part[1], $1) || part[1] != "folder" && part[2] != $2) exit 1
      same++
    }
    END { if (same != NR || (getline line <expected) > 0) exit 1 }
  ' "$2"
}
