import { capture } from '../host/capture.ts';
import type { GuestBackend, GuestPlace } from './guest.ts';

export interface Launch {
  kind: GuestBackend['name'];
  /** Path of the runner package; `host_local` has none. */
  runner?: string;
  /** For the runner's programs. */
  environment?: Readonly<Record<string, string>>;
}

/** Starts the guest's supervisor, apart from this connection. */
export async function launchSupervisor(
  { host, dir, name }: GuestPlace,
  { kind, runner = '', environment = {} }: Launch,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const variables = Object.entries(environment).map(([key, value]) => `${key}=${value}`);
  // Never cut off half-way: a supervisor could come up behind the removal's back.
  await capture(host, {
    script: launchScript,
    args: [dir, name, kind, runner, ...variables],
    purpose: `launch the guest ${name}`,
  });
}

/** Returns once the supervisor has said that it is there, so that following it cannot miss it. */
const launchScript = String.raw`
set -eu
dir=$1 name=$2 kind=$3 runner=$4
shift 4
cd "$dir"
# exec in a subshell: a shell that waited here would hold the connection's pipes, and we would wait
# for the guest's end.
(
  if command -v setsid >/dev/null 2>&1; then
    exec setsid env "$@" sh "$dir/supervisor.sh" "$dir" "$name" "$kind" "$runner"
  fi
  # macOS has no setsid, but it has perl.
  exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV or exit 127' \
    env "$@" sh "$dir/supervisor.sh" "$dir" "$name" "$kind" "$runner"
) </dev/null >supervisor.log 2>&1 &
tries=0
until [ -s supervisor.pid ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 200 ]; then
    cat supervisor.log >&2
    exit 1
  fi
  sleep 0.02
done
`;
