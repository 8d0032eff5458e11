import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostSurroundings, renderAgent } from '../../src/guest/agent.ts';
import { readResult, type GuestResult } from '../../src/guest/result.ts';
import type { LaneGiven } from '../../src/model/lane-given.ts';
import type { Lane } from '../../src/model/target.ts';

/** Runs a lane as its agent does on the host itself, in an empty workspace of its own. */
export function runAgent(
  folder: string,
  lane: Lane,
  path = process.env['PATH'] ?? '',
  given: LaneGiven = { context: {}, secrets: {} },
): { result: GuestResult; log: string } {
  const inFolder = (name: string): string => join(folder, name);
  for (const name of ['workspace/sub', 'artifacts', 'channel', 'cache']) {
    mkdirSync(inFolder(name), { recursive: true });
  }
  const agent = renderAgent({
    surroundings: hostSurroundings(),
    rootHome: inFolder('home'),
    lane,
    given,
    nonce: 'n',
    paths: {
      request: inFolder('request'),
      channel: inFolder('channel'),
      workspace: inFolder('workspace'),
      artifacts: inFolder('artifacts'),
      scratch: inFolder('cache'),
      home: inFolder('home'),
    },
    stagedMounts: [],
    staysOnFailure: false,
  });
  // Its output is whole when nobody holds the pipe of the log any more.
  const script = 'bash -c "$1"; until [ -e "$2/result.json.new" ]; do sleep 0.1; done';
  spawnSync('sh', ['-c', script, 'sh', agent, inFolder('channel')], {
    env: { PATH: path },
    stdio: 'ignore',
  });
  const text = readFileSync(inFolder('channel/result.json.new'), 'utf8');
  return {
    result: readResult(text, 'n'),
    log: readFileSync(inFolder('channel/guest.log'), 'utf8'),
  };
}
