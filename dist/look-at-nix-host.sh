# shellcheck shell=sh
# Tells whether guests out of Nix can live here, and changes nothing. Argument: the program nix. Whether
# KVM works where it can be opened only a boot tells.
# Needs the functions of tool-facts.sh.
set -u
tool_facts "$1"
if [ ! -e /dev/kvm ]; then echo 'accelerator tcg absent'
elif [ ! -r /dev/kvm ] || [ ! -w /dev/kvm ]; then echo 'accelerator tcg denied'
fi
