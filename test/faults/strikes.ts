import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import type { BackendName, Cell, Moment } from './cells.ts';
import { usualLane, type LaneText, type Scene } from './scene.ts';
import {
  changedGuest,
  fillDisk,
  shiftableClock,
  shiftClock,
  smallDisk,
  type Stage,
} from './stages.ts';

/** How a fault is brought about: by a lane of its own, by a blow from outside, or by both. */
export interface Strike {
  lane?: (cell: Cell) => LaneText;
  stage?: (host: EmbeddedHost, cell: Cell) => Stage;
  strike?: (scene: Scene, cell: Cell) => Promise<void> | void;
  /** Whether it is there from the start, and needs no blow. */
  isThere?: (cell: Cell) => boolean;
  /** When the blow falls that brings the moment about, where that is another one. */
  after?: (cell: Cell) => Moment;
  /** Whether the guest is to be kept if its lane fails. */
  keeps?: (cell: Cell) => boolean;
}

const asRoot = (backend: BackendName): string =>
  backend === 'microvm' ? 'run_as_root = true' : '';

/** A removal that begins while the guest lives: somebody cancels. */
const whileRunning = ({ moment }: Cell): Moment => (moment === 'removing' ? 'running' : moment);
const duringBoot = ({ moment }: Cell): boolean => moment === 'during boot';
const whileCollecting = ({ moment }: Cell): boolean => moment === 'collecting';

/** What the cell's lane does anyway, and then fails, so that its guest is there to be kept. */
function failingLane({ moment }: Cell): LaneText {
  const lane = usualLane(moment);
  return { ...lane, command: `${lane.command}; exit 1` };
}

/** Leaves something as the result, and ends the guest before its agent can write another. */
function lastWords(backend: BackendName, result: string): LaneText {
  const [channel, end] =
    backend === 'microvm'
      ? ['/run/pikaci/channel', 'sync; poweroff -f; sleep 100']
      : ['"$XDG_STATE_HOME/../../channel"', 'pkill -KILL -f "^bash request/agent"; sleep 100'];
  return {
    command: `echo here it runs; cd ${channel}; ${result}; ${end}`,
    keys: asRoot(backend),
  };
}

/** A result that is not the agent's, left by the lane or, where it cannot reach that far, by the host. */
function foreignResult(result: string): Strike {
  const contained = ({ backend }: Cell): boolean => backend === 'host_local';
  return {
    lane: (cell) =>
      contained(cell)
        ? { command: 'echo here it runs; sleep 100' }
        : lastWords(cell.backend, result),
    strike: ({ host }, cell) => {
      if (!contained(cell)) return;
      const script = `cd "$1"/guests/*/channel && { ${result}; pkill -KILL -f '^bash request/agent'; }`;
      host.shell('sh', '-c', script, 'sh', host.instance.work_dir);
    },
  };
}

const resultWith = (nonce: string): string =>
  `printf '{"status":"passed","exit_code":0,"finished_at":"2026-01-01T00:00:00Z","message":"test passed","nonce":"${nonce}"}' >result.json`;

/** Daemons that take off what they are known by; only namespaces hold them. */
const hiding = ({ backend }: Cell): string =>
  backend === 'host_local uncontained'
    ? ''
    : 'env -i setsid sleep 300 & env -i bash -c "exec -a postgres setsid sleep 300" & env -i "$(command -v ssh-agent || echo true)" >/dev/null;';

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
    keeps: whileCollecting,
    lane: (cell) => (whileCollecting(cell) ? failingLane(cell) : usualLane(cell.moment)),
    strike: (scene, { backend }) =>
      kill(backend === 'microvm' ? '^qemu-system' : '^bash request/agent')(scene),
  },
  'SIGKILL of virtiofsd': {
    keeps: whileCollecting,
    lane: (cell) => (whileCollecting(cell) ? failingLane(cell) : usualLane(cell.moment)),
    strike: kill('^/usr/libexec/virtiofsd'),
  },
  'the guest’s kernel panics': {
    isThere: duringBoot,
    stage: (host, cell) =>
      duringBoot(cell)
        ? changedGuest(host, 'init', '/^hostname/i echo c >/proc/sysrq-trigger')
        : nothing,
    lane: ({ backend }) => ({
      command: 'echo here it runs; sync; echo c >/proc/sysrq-trigger; sleep 100',
      keys: asRoot(backend),
    }),
  },
  'the guest ignores everything': {
    isThere: duringBoot,
    after: whileRunning,
    stage: (host, cell) => {
      if (!duringBoot(cell)) return nothing;
      const stage = changedGuest(host, 'init', '/^hostname/i while :; do sleep 1; done');
      return { ...stage, options: { ...stage.options, bootTimeoutSecs: 4 } };
    },
    lane: ({ moment }) => ({
      command: 'trap "" TERM INT HUP QUIT; echo here it runs; while :; do sleep 1; done',
      keys: moment === 'running' ? 'timeout_secs = 2' : '',
    }),
    strike: (scene, { moment }) => (moment === 'removing' ? signal('SIGINT')(scene) : undefined),
  },
  'the guest leaves daemons': {
    after: whileRunning,
    keeps: whileCollecting,
    lane: (cell) => {
      switch (cell.moment) {
        case 'removing':
          // A chain of them, each of which lives for a moment and starts the next.
          return {
            command: `${hiding(cell)} cd "$HOME"; echo 'trap "" TERM HUP INT; sleep 0.02; setsid bash chain & exit' >chain; for n in 1 2 3; do setsid bash chain & done; echo here it runs; sleep 300`,
          };
        case 'collecting': {
          const { command, keys = '' } = failingLane(cell);
          return {
            command: `setsid sh -c 'while :; do date >"$XDG_STATE_HOME/../more"; done' & ${command}`,
            keys,
          };
        }
        default:
          return {
            command: `echo here it runs; setsid sleep 300 & (trap "" TERM; setsid setsid sleep 300 & ) ; ${hiding(cell)} sleep 0.3`,
          };
      }
    },
    strike: (scene, { moment }) => (moment === 'removing' ? signal('SIGINT')(scene) : undefined),
  },
  'the host’s disk is full': {
    stage: (host, { moment }) => {
      const stage = smallDisk(host, moment === 'during publish' ? 1 : 24);
      if (moment === 'before create') fillDisk(host);
      return stage;
    },
    // The snapshot that is published is larger than the disk.
    isThere: ({ moment }) => moment === 'before create' || moment === 'during publish',
    strike: ({ host }) => fillDisk(host),
  },
  'result.json is missing': foreignResult('true'),
  'result.json is truncated': foreignResult(`printf '{"status":"pas' >result.json`),
  'result.json is stale': foreignResult(resultWith('0123456789abcdef0123456789abcdef')),
  'result.json has a wrong nonce': foreignResult(resultWith('x')),
  'result.json has 10 MB': foreignResult(
    `${resultWith('x')}; head -c 10000000 /dev/zero | tr '\\0' ' ' >>result.json`,
  ),
  'the guest’s clock is years off': {
    isThere: duringBoot,
    stage: (host, cell) =>
      duringBoot(cell)
        ? changedGuest(host, 'microvm-run', 's/-serial stdio/-rtc base=2001-01-01 &/')
        : nothing,
    lane: (cell) => ({
      command: duringBoot(cell)
        ? '[ "$(date +%Y)" = 2001 ]'
        : 'date -s "2001-01-01 00:00:00"; echo here it runs; sleep 1',
      keys: asRoot(cell.backend),
    }),
  },
  'the host’s clock is years off': {
    isThere: () => true,
    stage: (host) => shiftableClock(host, -3 * 365 * 24 * 3600),
  },
  'the host’s clock jumps ahead': {
    stage: (host) => shiftableClock(host, 0),
    strike: ({ host }) => shiftClock(host, 3600),
  },
};

const nothing: Stage = { options: {}, [Symbol.dispose]: () => undefined };
