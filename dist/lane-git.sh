# shellcheck shell=sh
# Makes in the folder $1 the files of a repository with the commit that is checked out here: as much of its
# history as the checkout has, its branch, and the tags on that history. Nothing else of the checkout comes
# along: no settings, which may hold credentials, no hooks, no remotes, no other refs, and no object that
# only they lead to.
set -eu
made=$1
head=$(git rev-parse --verify 'HEAD^{commit}')
branch=$(git symbolic-ref --quiet HEAD) || branch=
case $branch in refs/heads/*) ;; *) branch= ;; esac
shallow=$(git rev-parse --git-path shallow)

tags() { git for-each-ref --merged="$head" --format="$1" refs/tags; }

# Without refs/ git takes the folder for none of its own, and what is empty does not travel.
mkdir -p "$made/objects/pack" "$made/refs"
: >"$made/refs/.keep"
if [ -n "$branch" ]; then echo "ref: $branch"; else echo "$head"; fi >"$made/HEAD"
{
  [ -z "$branch" ] || echo "$head $branch"
  tags '%(objectname) %(refname)'
} >"$made/packed-refs"
format=$(git rev-parse --show-object-format)
{
  printf '[core]\n\tbare = false\n\tfilemode = true\n'
  # What every git can read, where it is enough.
  if [ "$format" = sha1 ]; then
    printf '\trepositoryformatversion = 0\n'
  else
    printf '\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = %s\n' "$format"
  fi
} >"$made/config"

# One thread, so that the same objects make the same pack. What a partial clone lacks it lacks there, too.
{
  echo "$head"
  tags '%(objectname)'
} | git -c pack.packSizeLimit=0 pack-objects --quiet --revs --threads=1 --delta-base-offset \
  --missing=allow-promisor "$made/objects/pack/pack" >&2

# Where history is cut off, as far as it is this history.
if [ -s "$shallow" ]; then
  git rev-list "$head" | grep -Fxf "$shallow" | LC_ALL=C sort >"$made/shallow"
fi

# The index in the plainest form there is, of the commit alone; a sparse checkout's files are not missed.
in_index() {
  GIT_INDEX_FILE=$made/index git -c core.splitIndex=false -c index.sparse=false -c index.version=2 \
    -c index.threads=1 "$@"
}
in_index read-tree "$head"
git ls-files -z -t | tr '\0\n' '\n\0' | sed -n 's/^S //p' | tr '\0\n' '\n\0' |
  in_index update-index -z --skip-worktree --stdin
