import { createZstdCompress } from 'node:zlib';
import { pipeline, Transform, type Readable } from 'node:stream';
import { capture } from '../host/capture.ts';
import type { Host } from '../host/host.ts';
import { packSnapshot } from './pack.ts';
import type { Snapshot } from './snapshot.ts';

/** Where a snapshot's tree lies on a host. */
function snapshotTree(workDir: string, hash: string): string {
  return `${workDir}/snapshots/${hash}/tree`;
}

export interface Published {
  /** Absolute path of the tree on the host. */
  tree: string;
  sentBytes: number;
}

/**
 * Makes sure that a host has the snapshot. A copy is assembled in a folder of its own, counted,
 * and published by one rename: whoever finds the folder finds it whole, and of several publishers
 * at once each sees a whole one.
 */
export async function publishSnapshot(
  host: Host,
  snapshot: Snapshot,
  signal: AbortSignal,
): Promise<Published> {
  const { workDir } = host.spec;
  const tree = snapshotTree(workDir, snapshot.hash);
  const probe = await capture(
    host,
    { script: probeScript, args: [workDir, snapshot.hash], purpose: 'look for the snapshot' },
    { signal },
  );
  if (probe.trim() === 'present') return { tree, sentBytes: 0 };
  const compression = probe.trim() === 'absent zstd' ? 'zstd' : 'none';
  const counter = { bytes: 0 };
  await capture(
    host,
    {
      script: receiveScript,
      args: [workDir, snapshot.hash, String(snapshot.entries.length), compression],
      purpose: 'receive the snapshot',
    },
    { signal, stdin: wireStream(snapshot, compression, counter, signal) },
  );
  return { tree, sentBytes: counter.bytes };
}

function wireStream(
  snapshot: Snapshot,
  compression: 'zstd' | 'none',
  counter: { bytes: number },
  signal: AbortSignal,
): Readable {
  const count = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      counter.bytes += chunk.length;
      done(null, chunk);
    },
  });
  const tar = packSnapshot(snapshot, signal);
  // An error of any part destroys the last one, where the reader meets it.
  const stages = compression === 'zstd' ? [tar, createZstdCompress(), count] : [tar, count];
  pipeline(stages as [Readable, Transform], () => undefined);
  return count;
}

/** Arguments: work dir, hash. The marker inside is what makes a folder a published snapshot. */
const probeScript = String.raw`
if [ -f "$1/snapshots/$2/complete" ] && [ -d "$1/snapshots/$2/tree" ]; then
  touch "$1/snapshots/$2/complete"
  echo present
elif command -v zstd >/dev/null 2>&1; then
  echo absent zstd
else
  echo absent
fi
`;

/**
 * Arguments: work dir, hash, number of entries, compression. A folder without its marker is what a
 * killed publisher of another version left: it is moved away, never merged into.
 */
const receiveScript = String.raw`
set -eu
work=$1 hash=$2 entries=$3 compression=$4
final="$work/snapshots/$hash"
umask 022
mkdir -p "$work/snapshots" "$work/tmp"
# What killed publishers left; a living one is never this old.
find "$work/tmp" -mindepth 1 -maxdepth 1 -mmin +720 -exec rm -rf {} +
new=$(mktemp -d "$work/tmp/snapshot.XXXXXX")
trap 'exit 143' HUP INT TERM
trap 'chmod -R u+w "$new" 2>/dev/null || :; rm -rf "$new"' EXIT
mkdir "$new/tree"
unpack() {
  case $compression in
    zstd) zstd -dcq | tar -xf - -C "$new/tree" ;;
    *) tar -xf - -C "$new/tree" ;;
  esac
}
if ! unpack; then
  df -Pk "$new" | awk 'NR == 2 { print "disk of " $6 ": " $4 " kB left of " $2 }' >&2
  exit 1
fi
found=$(find "$new/tree" ! -type d -exec sh -c 'for f; do echo; done' sh {} + | wc -l)
if [ "$found" -ne "$entries" ]; then
  echo "the upload is incomplete: $found of $entries files arrived" >&2
  exit 1
fi
echo "$entries" >"$new/complete"
chmod 0755 "$new"
if [ -e "$final" ] && [ ! -f "$final/complete" ]; then
  mv "$final" "$work/tmp/broken.$$" && rm -rf "$work/tmp/broken.$$"
fi
# A rename onto a folder that another publisher has just filled fails with GNU mv -T; where mv has
# no -T it would nest, so the folder is looked for first and the loser's copy is dropped.
if [ ! -e "$final" ]; then
  mv -T "$new" "$final" 2>/dev/null || { [ -f "$final/complete" ] || mv "$new" "$final"; }
fi
[ -f "$final/complete" ]
`;
