# shellcheck shell=sh disable=SC2154
# Looks for an image on this host, and fetches it where it has to. Prints its digest; what images for
# this machine's processor are called; its manifest and its configuration, in base64; then, once they are
# made, the paths of its layers' disks.
# Arguments: work dir, reference without tag and digest, tag, digest (one of the two is empty), pull (always
# | missing), name of the run. What registries want to know of us is on stdin, as skopeo's file of
# credentials: it goes through pipes, and never to a file.
#
# images/refs/REF/RUN holds what a tag meant when a run first asked, for all lanes of that run;
# images/refs/REF/last what it meant last. images/blobs/sha256 is what registries gave, each blob once;
# images/layouts/DIGEST says which of them are an image, and is there once they are.
# Needs the functions of work-folder.sh, remove-tree.sh, disk-left.sh and need-tools.sh.
set -eu
need_tools skopeo flock sha256sum
enter_work_folder "$1"
name=$2 tag=$3 digest=$4 pull=$5 run=$6
umask 022
credentials=$(cat)
mkdir -p images/refs images/layouts images/blobs/sha256 images/disks tmp
made=$(mktemp -d tmp/image.XXXXXX)
trap 'remove_tree "${work:?}/$made"' EXIT
trap 'exit 143' HUP INT TERM PIPE

# With a file of credentials of ours, skopeo asks for none of this user's. It reads it once; printf is the
# shell's own, so what it writes stands in no list of processes.
skopeo_with() {
  limit=$1
  shift
  printf %s "$credentials" | skopeo --command-timeout "$limit" "$@" --authfile /dev/stdin 2>"$made/error" && return
  # Its own words tell what was in the way.
  cat "$made/error" >&2
  disk_left "$work" >&2
  exit 65
}

# Says in `digest` what the tag means.
resolve_tag() {
  refs=images/refs/$(printf %s "$name:$tag" | sha256sum | cut -d' ' -f1)
  mkdir -p "$refs"
  # Of lanes that come at once one asks.
  exec 8>"$refs/lock"
  flock 8
  if [ -s "$refs/$run" ]; then
    read -r digest <"$refs/$run"
  elif [ "$pull" = missing ] && [ -s "$refs/last" ]; then
    read -r digest <"$refs/last"
    [ -e "images/layouts/${digest#sha256:}" ] || digest=''
  fi
  if [ -z "$digest" ]; then
    skopeo_with 2m inspect --raw "docker://$name:$tag" >"$made/raw"
    asked=yes
    digest=sha256:$(sha256sum <"$made/raw" | cut -d' ' -f1)
  fi
  for file in "$run" last; do
    echo "$digest" >"$refs/$file.new"
    mv "$refs/$file.new" "$refs/$file"
  done
  exec 8>&-
}

# Two images that are fetched at once would fetch twice what they share. That is better than to wait for a
# registry that gives nothing more: what a caller left that was ended itself still waits for one.
take_turn() {
  before=''
  until flock -w 20 9; do
    now=$(du -sk images/blobs tmp/image.* 2>/dev/null)
    [ "$now" != "$before" ] || return 0
    before=$now
  done
}

fetch() {
  exec 9>images/lock
  take_turn
  [ ! -e "$layout" ] || return 0
  skopeo_with 30m copy --quiet --dest-oci-accept-uncompressed-layers "docker://$name@$digest" "oci:$made/layout:image" \
    --dest-shared-blob-dir "$PWD/images/blobs"
  asked=yes
  case $credentials in *'"auth"'*) : >"$made/layout/with-login" ;; esac
  # Another lane may have been faster after all.
  mv -T "$made/layout" "$layout" 2>/dev/null || [ -e "$layout" ]
  exec 9>&-
}

hex='\([0-9a-f]\{64\}\)'
compact() { tr -d ' \t\n'; }

asked=''
[ -n "$digest" ] || resolve_tag
layout=images/layouts/${digest#sha256:}
[ -e "$layout" ] || fetch
# What a login was needed for is not for everybody who knows its digest: the registry says for whom.
if [ -e "$layout/with-login" ] && [ -z "$asked" ]; then
  skopeo_with 2m inspect --raw "docker://$name@$digest" >"$made/raw"
fi
touch "$layout/index.json"
manifest=$(compact <"$layout/index.json" | sed -n "s/.*\"digest\":\"sha256:$hex\".*/\1/p")
# If it is not this one, the caller will see.
config=$(compact <"images/blobs/sha256/$manifest" | sed -n "s/.*\"config\":{[^{}]*\"digest\":\"sha256:$hex\".*/\1/p")
echo "$digest"
case $(uname -m) in
  x86_64) echo amd64 ;;
  aarch64) echo arm64 ;;
  *) uname -m ;;
esac
for blob in "$manifest" "$config"; do
  [ -z "$blob" ] || base64 <"images/blobs/sha256/$blob" | tr -d '\n'
  echo
done
[ ! -e "$layout/disks" ] || cat "$layout/disks"
