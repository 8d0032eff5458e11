# shellcheck shell=bash disable=SC2034,SC2154
# Surroundings of a guest whose own files the lane's are: see agent.sh. Log and result are files in $CHANNEL.

certificates() {
  local bundle
  for bundle in /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-bundle.crt /etc/ssl/cert.pem; do
    [ -r "$bundle" ] && printf '%s' "$bundle" && return
  done
}

make_folders() {
  mkdir -p "$LANE_HOME" "$SCRATCH/cargo-home" "$SCRATCH/cargo-target" "$SCRATCH/xdg-cache" \
    "$ARTIFACTS/xdg-state" || give_up 'cannot make the folders of the lane'
}

# Arguments: words that run what follows as the lane, but for its environment.
set_environment() {
  cd "$WORKSPACE" || give_up "cannot enter the workspace $WORKSPACE"
  export HOME=$LANE_HOME CI=true CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0
  export XDG_CACHE_HOME=$SCRATCH/xdg-cache XDG_STATE_HOME=$ARTIFACTS/xdg-state
  local bundle
  bundle=$(certificates) && export SSL_CERT_FILE=$bundle
  as_lane=("$@" env ${ENVIRONMENT[@]+"${ENVIRONMENT[@]}"})
}

enter_workdir() { cd "./$WORKDIR" || return; }

is_there() (
  # shellcheck disable=SC2016 # for the inner shell
  enter_workdir && "${as_lane[@]}" "$BASH" -c 'command -v -- "$1"' bash "$1" >/dev/null
)

take_log() { cat >>"$CHANNEL/guest.log"; }
append_log() { take_log; }
ends_a_line() { [ -z "$(tail -c 1 "$CHANNEL/guest.log")" ]; }
