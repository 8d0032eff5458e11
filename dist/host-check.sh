# shellcheck shell=sh
# Finds out, in the guest's folder, whether this host can contain a lane, and prints how; see contain.sh.
bash request/contain "$PWD" probe
