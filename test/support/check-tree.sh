#!/bin/sh
# Prints what a tree has otherwise than it should: ROOT, then PATH FACT VALUE, again and again.
# For busybox, too: it runs in guests that have nothing else.
root=$1
shift
while [ "$#" -gt 0 ]; do
  at=$root$1
  fact=$2
  wanted=$3
  case $fact in
    there) if [ -e "$at" ] || [ -L "$at" ]; then found=yes; else found=no; fi ;;
    content) found=$(cat "$at" 2>&1) ;;
    target) found=$(readlink "$at") ;;
    names) found=$(cd "$at" && for name in * .[!.]* ..?*; do [ ! -e "$name" ] || printf '%s ' "$name"; done) ;;
    inode-of)
      found=$(stat -c %i "$at" 2>&1)
      wanted=$(stat -c %i "$root$3" 2>&1)
      ;;
    # busybox shows a value up to its first zero byte.
    xattr:*) found=$(busybox getfattr -n "${fact#xattr:}" "$at" 2>&1 | sed -n 's/^[^#]*="\(.*\)"$/\1/p') ;;
    *) found=$(stat -c "$fact" "$at" 2>&1) ;;
  esac
  [ "$found" = "$wanted" ] || echo "$1: $fact is <$found>, not <$wanted>"
  shift 3
done
