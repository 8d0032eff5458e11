# shellcheck shell=sh
# A function with which the program `enter` of a backend begins.

# Goes into the folder of the guest, where the program $1 lies. What is started from then on carries the
# guest's name, so it ends with the guest's lease.
enter_guest() {
  cd "$(dirname "$1")" || exit 1
  PIKACI_GUEST_NAME=$(basename "$(pwd -P)")
  export PIKACI_GUEST_NAME
}
