# shellcheck shell=sh
# Installs packages, as root or with a sudo that asks for nothing. Arguments: `root` or `sudo`, then the
# packages.
set -u
how=$1
shift
apt_get() {
  if [ "$how" = sudo ]; then sudo -n apt-get "$@"; else apt-get "$@"; fi </dev/null 2>&1
}
install_packages() { apt_get install -y -q --no-install-recommends "$@"; }
# A list that is old or missing is the usual reason for a first failure.
said=$(install_packages "$@") && exit
said=$(apt_get update -q && install_packages "$@") && exit
printf '%s\n' "$said" | tail -n 8 >&2
exit 1
