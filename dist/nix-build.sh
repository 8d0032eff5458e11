# shellcheck shell=sh
# Builds an installable, keeps it by a GC root, and prints what `nix build --json` does. Arguments: nix
# program, installable, work dir, name of the root, sandbox (required | as_it_is).
# A workspace is immutable here, so no lock file is written into it. The out-link is the GC root; a
# build that the collector took away is made again. Only `sandbox = true` keeps a builder in: with
# `relaxed` it can opt out. What a flake says of Nix's own settings is none of its business.
# Needs the functions of work-folder.sh.
set -eu
command -v "$1" >/dev/null 2>&1 || { echo "there is no program $1 on this host; is Nix installed?" >&2; exit 127; }
nix=$1 installable=$2 root=$4 sandbox=$5
enter_work_folder "$3"
set -- --extra-experimental-features 'nix-command flakes'
if [ "$sandbox" = required ]; then
  settings=$("$nix" "$@" config show 2>/dev/null </dev/null) || settings=$("$nix" "$@" show-config </dev/null)
  is=$(printf '%s\n' "$settings" | sed -n 's/^sandbox = //p')
  if [ "$is" != true ]; then
    echo "pikaci: sandbox = $is"
    exit 1
  fi
  set -- "$@" --option accept-flake-config false --option sandbox-fallback false
fi
mkdir -p gcroots
exec "$nix" "$@" build --json --no-write-lock-file --print-build-logs --out-link "${work:?}/gcroots/$root" "$installable" </dev/null
