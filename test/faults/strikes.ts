import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import type { Cell } from './cells.ts';
import type { Moment } from './moments.ts';
import { usualLane, type LaneText, type Scene } from './scene.ts';
import { fillDisk, shiftableClock, shiftClock, smallDisk, type Stage } from './stages.ts';

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

/** What a kit must have for the fault to be one of its cells. */
function offered<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('the kit offers nothing that this fault could strike');
  return part;
}

/** A removal that begins while the guest lives: somebody cancels. */
const whileRunning = ({ moment }: Cell): Moment => (moment === 'removing' ? 'running' : moment);
const duringBoot = ({ moment }: Cell): boolean => moment === 'during boot';
const whileCollecting = ({ moment }: Cell): boolean => moment === 'collecting';

/** What the cell's lane does anyway, and then fails, so that its guest is there to be kept. */
function failingLane({ moment }: Cell): LaneText {
  const lane = usualLane(moment);
  return { ...lane, command: `${lane.command}; exit 1` };
}

/** A result that is not the agent's, which ends before it can write another. */
function foreignResult(writeResult: string): Strike {
  return {
    lane: ({ kit }) => {
      const forgery = kit.forge(writeResult);
      return forgery.by === 'lane' ? forgery.lane : { command: 'echo here it runs; sleep 100' };
    },
    strike: ({ host }, { kit }) => {
      const forgery = kit.forge(writeResult);
      if (forgery.by === 'lane') return;
      host.shell('sh', '-c', forgery.script, 'sh', host.instance.work_dir);
    },
  };
}

const resultWith = (nonce: string): string =>
  `printf '{"status":"passed","exit_code":0,"finished_at":"2026-01-01T00:00:00Z","message":"test passed","nonce":"${nonce}"}' >result.json`;

/** Daemons that take off what they are known by, where something else holds them. */
const hiding = ({ kit }: Cell): string =>
  kit.holdsNameless
    ? 'env -i setsid sleep 300 & env -i bash -c "exec -a postgres setsid sleep 300" & env -i "$(command -v ssh-agent || echo true)" >/dev/null;'
    : '';

const signal =
  (name: NodeJS.Signals) =>
  ({ run }: Scene): void =>
    void run.child.kill(name);

/** On the host, as root. */
const kill = (host: EmbeddedHost, pattern: string): void =>
  void host.shell('sh', '-c', 'pkill -KILL -f "$1" || :', 'sh', pattern);

export const strikes: Readonly<Record<string, Strike>> = {
  SIGINT: { strike: signal('SIGINT') },
  SIGTERM: { strike: signal('SIGTERM') },
  'SIGKILL of our process': { strike: signal('SIGKILL') },
  'SIGKILL of sshd’s child': { strike: ({ host }) => kill(host, '^sshd-session: ci') },
  'the network is cut': { strike: ({ link }) => link.cut() },
  'SIGKILL of the VMM': {
    keeps: whileCollecting,
    lane: (cell) => (whileCollecting(cell) ? failingLane(cell) : usualLane(cell.moment)),
    strike: ({ host }, { kit }) => kill(host, kit.guestProcess),
  },
  'SIGKILL of virtiofsd': {
    keeps: whileCollecting,
    lane: (cell) => (whileCollecting(cell) ? failingLane(cell) : usualLane(cell.moment)),
    strike: ({ host }, { kit }) => kill(host, offered(kit.fileServer)),
  },
  'the guest’s kernel panics': {
    isThere: duringBoot,
    stage: (host, cell) =>
      duringBoot(cell) ? offered(cell.kit.machine).panicsInBoot(host) : nothing,
    lane: (cell) => ({
      command: 'echo here it runs; sync; echo c >/proc/sysrq-trigger; sleep 100',
      keys: offered(cell.kit.machine).asRoot,
    }),
  },
  'the guest ignores everything': {
    isThere: duringBoot,
    after: whileRunning,
    stage: (host, cell) => {
      if (!duringBoot(cell)) return nothing;
      const stage = offered(cell.kit.machine).hangsInBoot(host);
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
    stage: (host, { moment, kit }) => {
      const { megabytes, lay } = kit.smallDisk ?? { megabytes: 24 };
      // What lies there beforehand fills most of it.
      const stage = smallDisk(
        host,
        moment === 'during publish' && lay === undefined ? 1 : megabytes,
      );
      lay?.(host, stage.options.workDir ?? '');
      if (moment === 'during publish' && lay !== undefined) fillDisk(host, 2);
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
      duringBoot(cell) ? offered(cell.kit.machine).clockIsOff(host) : nothing,
    lane: (cell) => ({
      command: duringBoot(cell)
        ? '[ "$(date +%Y)" = 2001 ]'
        : 'date -s "2001-01-01 00:00:00"; echo here it runs; sleep 1',
      keys: offered(cell.kit.machine).asRoot,
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
