#!/bin/sh
# Opens a shell in the surroundings that a lane on the host itself had. What is started here carries the
# guest's name, so it ends with the guest's lease.
set -u
cd "$(dirname "$0")" || exit 1
PIKACI_GUEST_NAME=$(basename "$(pwd -P)")
export PIKACI_GUEST_NAME
exec bash request/agent enter
