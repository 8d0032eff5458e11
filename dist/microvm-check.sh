# shellcheck shell=sh
# Refuses a guest package that serves no share for verdicts: its guest could never be heard. Runs in the
# guest's folder.
[ -d "$PIKACI_GUEST_PACKAGE/share/microvm/virtiofs/channel" ] || {
  echo "the guest package $PIKACI_GUEST_PACKAGE serves no share \`channel\`, which verdicts come through;" \
    'bring it up to date: see nix/minimal-guest/README.md' >&2
  exit 1
}
