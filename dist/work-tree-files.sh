# shellcheck shell=sh
# Asks git about the work tree here.
# - To 1, on a line: what the disk can hold; then from git's index: the sizes of the blobs of all that
#   are checked out; behind a NUL each, which files have times that say that they may have changed, for
#   us to read, not for git; behind two, what it tracks.
# - To 3, meanwhile, from every folder, in sections with an empty record between them: what is neither
#   tracked nor ignored; and what a filter or an encoding changes between the repository and the work
#   tree.
{
  git ls-files -z --others --exclude-standard && printf '\0' &&
    git ls-files -z -- . ':(exclude,attr:!filter !working-tree-encoding)'
} >&3 3>&- & folders=$!
exec 3>&-
# shellcheck disable=SC2005 # a line also where there is nothing to say
echo "$(git config --type=bool --get-regexp '^core\.(filemode|symlinks)$' | tr '\n' ' ')"
git ls-files --stage -v | awk '/^H 100/ { print $3 }' |
  git cat-file --buffer --batch-check='%(objectname) %(objectsize)' && printf '\0' &&
  git diff-files -z --name-only --ignore-submodules=all && printf '\0' &&
  git ls-files -z --stage -v --debug &&
  wait "$folders"
