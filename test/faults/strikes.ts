import type { BackendName, Cell } from './cells.ts';
import type { LaneText, Scene, SceneOptions } from './scene.ts';

/** How a fault is brought about: by a lane of its own, by a blow from outside, or by both. */
export interface Strike {
  lane?: (backend: BackendName) => LaneText;
  strike?: (scene: Scene, cell: Cell) => Promise<void> | void;
  /** Whether it is there from the start, and needs no blow. */
  isThere?: (cell: Cell) => boolean;
  /** A disk of this many megabytes holds all that is ours on the host. */
  disk?: (cell: Cell) => number;
}

const asRoot = (backend: BackendName): string =>
  backend === 'microvm' ? 'run_as_root = true' : '';

/** Leaves something as the result, and ends the guest before its agent can write another. */
function lastWords(backend: BackendName, result: string): LaneText {
  const end =
    backend === 'microvm'
      ? 'sync; poweroff -f; sleep 100'
      : 'pkill -KILL -f "^bash request/agent"; sleep 100';
  return {
    command: `echo here it runs; cd "$XDG_STATE_HOME/.."; ${result}; ${end}`,
    keys: asRoot(backend),
  };
}

const resultWith = (nonce: string): string =>
  `printf '{"status":"passed","exit_code":0,"finished_at":"2026-01-01T00:00:00Z","message":"test passed","nonce":"${nonce}"}' >result.json`;

const signal =
  (name: NodeJS.Signals) =>
  ({ run }: Scene): void =>
    void run.child.kill(name);

/** On the host, as root. */
const kill =
  (pattern: string) =>
  ({ host }: Scene): void =>
    void host.shell('sh', '-c', 'pkill -KILL -f "$1" || :', 'sh', pattern);

export const strikes: Readonly<Record<string, Strike>> = {
  SIGINT: { strike: signal('SIGINT') },
  SIGTERM: { strike: signal('SIGTERM') },
  'SIGKILL of our process': { strike: signal('SIGKILL') },
  'SIGKILL of sshd’s child': { strike: kill('^sshd-session: ci') },
  'the network is cut': { strike: ({ link }) => link.cut() },
  'SIGKILL of the VMM': {
    strike: (scene, { backend }) =>
      kill(backend === 'microvm' ? '^qemu-system' : '^bash request/agent')(scene),
  },
  'SIGKILL of virtiofsd': { strike: kill('^/usr/libexec/virtiofsd') },
  'the guest’s kernel panics': {
    lane: (backend) => ({
      command: 'echo here it runs; sync; echo c >/proc/sysrq-trigger; sleep 100',
      keys: asRoot(backend),
    }),
  },
  'the guest ignores everything': {
    lane: () => ({
      command: 'trap "" TERM INT HUP QUIT; echo here it runs; while :; do sleep 1; done',
      keys: 'timeout_secs = 2',
    }),
  },
  'the guest leaves daemons': {
    lane: () => ({
      command:
        'echo here it runs; setsid sleep 300 & (trap "" TERM; setsid setsid sleep 300 & ) ; sleep 0.3',
    }),
  },
  'the host’s disk is full': {
    disk: ({ moment }) => (moment === 'during publish' ? 1 : 24),
    // The snapshot is larger than the disk.
    isThere: ({ moment }) => moment === 'during publish',
    strike: ({ host }) => {
      host.shell('sh', '-c', `dd if=/dev/zero of=${smallDisk}/fill bs=64k 2>/dev/null || :`);
    },
  },
  'result.json is missing': { lane: (backend) => lastWords(backend, 'true') },
  'result.json is truncated': {
    lane: (backend) => lastWords(backend, `printf '{"status":"pas' >result.json`),
  },
  'result.json is stale': {
    lane: (backend) => lastWords(backend, resultWith('0123456789abcdef0123456789abcdef')),
  },
  'result.json has a wrong nonce': { lane: (backend) => lastWords(backend, resultWith('x')) },
  'result.json has 10 MB': {
    lane: (backend) =>
      lastWords(
        backend,
        `${resultWith('x')}; head -c 10000000 /dev/zero | tr '\\0' ' ' >>result.json`,
      ),
  },
  'the guest’s clock is years off': {
    lane: (backend) => ({
      command: 'date -s "2001-01-01 00:00:00"; echo here it runs; sleep 1',
      keys: asRoot(backend),
    }),
  },
};

/** Where a small disk is mounted on the host. */
export const smallDisk = '/srv/small';

export function sceneOptions(strike: Strike, cell: Cell): SceneOptions {
  return {
    ...(strike.lane && { lane: strike.lane(cell.backend) }),
    ...(strike.disk && { workDir: smallDisk }),
  };
}
