/** What the fault suite claims, as data: the README's table is made of it. */

export const backends = ['host_local', 'host_local uncontained', 'microvm'] as const;
export type BackendName = (typeof backends)[number];

/** Lanes on the host itself fare the same there, whether the host can contain them or not. */
const family = (backend: BackendName): 'host_local' | 'microvm' =>
  backend === 'microvm' ? 'microvm' : 'host_local';

/** Moments in a lane's life at which a fault strikes. */
export const moments = [
  'before create',
  'during publish',
  'during staged outputs',
  'during boot',
  'running',
  'collecting',
  'removing',
] as const;
export type Moment = (typeof moments)[number];

/** How a lane ends; `passed again` on a fresh guest, after one that was lost before its command. */
export type End =
  | 'passed'
  | 'passed again'
  | 'cancelled'
  | 'infrastructure'
  | 'timeout'
  | 'test_failure'
  | 'killed';

export interface Cell {
  fault: string;
  moment: Moment;
  backend: BackendName;
  /** More than one where the moment is shorter than what strikes. */
  ends: readonly End[];
}

type Ends = Partial<Record<Moment, readonly End[]>>;

/** Faults that come from outside the guest, and may come at any moment. */
const anyMoment = (end: End, late: readonly End[] = [end]): Ends => ({
  'before create': [end],
  'during publish': [end],
  'during staged outputs': [end],
  'during boot': [end],
  running: [end],
  collecting: [end],
  removing: late,
});

/**
 * Ends by fault and moment. What is not here cannot happen:
 * - a VM and its shares are there from the boot on. By the time that results are collected they are
 *   gone, unless the guest is to be kept; only then does a blow at `collecting` meet them.
 * - a kernel that panics, a guest that ignores everything and daemons are a guest's, as are results,
 *   which it leaves as it ends: `running` is when that comes about. A guest that resists, or goes on
 *   starting processes, also meets us while it is removed.
 * - host_local has nothing of its own to boot, and no clock but the host's.
 * - a clock that is off from the start is so at every moment; one that jumps can only do harm to a
 *   lease while a guest depends on one.
 */
const claims: Readonly<Record<string, Partial<Record<'host_local' | 'microvm' | 'both', Ends>>>> = {
  // The verdict is in before the removal begins.
  SIGINT: { both: anyMoment('cancelled', ['cancelled', 'passed']) },
  SIGTERM: { both: anyMoment('cancelled', ['cancelled', 'passed']) },
  'SIGKILL of our process': { both: anyMoment('killed', ['killed', 'passed']) },
  'SIGKILL of sshd’s child': { both: anyMoment('passed') },
  'the network is cut': { both: anyMoment('passed') },
  'SIGKILL of the VMM': {
    host_local: { running: ['infrastructure'] },
    microvm: {
      'during boot': ['passed again'],
      running: ['infrastructure'],
      collecting: ['test_failure'],
    },
  },
  'SIGKILL of virtiofsd': {
    microvm: {
      'during boot': ['passed again'],
      running: ['infrastructure'],
      collecting: ['test_failure'],
    },
  },
  'the guest’s kernel panics': {
    microvm: { 'during boot': ['infrastructure'], running: ['infrastructure'] },
  },
  'the guest ignores everything': {
    both: { running: ['timeout'], removing: ['cancelled'] },
    microvm: { 'during boot': ['infrastructure'] },
  },
  'the guest leaves daemons': {
    both: { running: ['passed'], removing: ['cancelled'] },
    microvm: { collecting: ['test_failure'] },
  },
  'the host’s disk is full': {
    both: {
      'before create': ['infrastructure'],
      'during publish': ['infrastructure'],
      'during staged outputs': ['infrastructure'],
      'during boot': ['infrastructure'],
      // A page that something else gives back may hold the verdict.
      running: ['infrastructure', 'passed'],
      collecting: ['passed'],
      removing: ['passed'],
    },
  },
  'result.json is missing': { both: { running: ['infrastructure'] } },
  'result.json is truncated': { both: { running: ['infrastructure'] } },
  'result.json is stale': { both: { running: ['infrastructure'] } },
  'result.json has a wrong nonce': { both: { running: ['infrastructure'] } },
  'result.json has 10 MB': { both: { running: ['infrastructure'] } },
  'the guest’s clock is years off': {
    microvm: { 'during boot': ['passed'], running: ['passed'] },
  },
  'the host’s clock is years off': { both: { 'before create': ['passed'] } },
  'the host’s clock jumps ahead': { both: { running: ['infrastructure'] } },
};

export const faults = Object.keys(claims);

/** Nix builds nothing for the host itself, and there is nothing to boot there. */
const inVmsOnly: readonly Moment[] = ['during staged outputs', 'during boot'];

export const cells: readonly Cell[] = faults.flatMap((fault) =>
  backends.flatMap((backend) => {
    const ends: Ends = { ...claims[fault]?.both, ...claims[fault]?.[family(backend)] };
    return moments.flatMap((moment) => {
      const cell = ends[moment];
      if (cell === undefined || (backend !== 'microvm' && inVmsOnly.includes(moment))) return [];
      return [{ fault, moment, backend, ends: cell }];
    });
  }),
);

const uncontained = new Set([
  'SIGINT',
  'SIGKILL of our process',
  'the guest leaves daemons',
  'result.json has a wrong nonce',
]);

/**
 * What every test run has time for: all on the host itself, in VMs what only they have, and of lanes
 * that are not contained the ways in which they end.
 */
export const coveringCells: readonly Cell[] = cells.filter(
  ({ fault, moment, backend }) =>
    backend === 'host_local' ||
    (backend === 'host_local uncontained' && moment === 'running' && uncontained.has(fault)) ||
    (backend === 'microvm' &&
      !cells.some(
        (it) => it.backend === 'host_local' && it.fault === fault && it.moment === moment,
      )),
);

/** The table of the README: a row a fault, a column a moment. */
export function failureTable(): string {
  const words: Readonly<Record<End, string>> = {
    passed: 'passes',
    'passed again': 'passes on a fresh guest',
    cancelled: 'cancelled',
    infrastructure: 'infrastructure',
    timeout: 'timeout',
    test_failure: 'test_failure',
    killed: 'guest ends with its lease',
  };
  const rows = faults.map((fault) => {
    const columns = moments.map((moment) => {
      const ends = cells
        .filter((cell) => cell.fault === fault && cell.moment === moment)
        .flatMap((cell) => cell.ends);
      return [...new Set(ends)].map((end) => words[end]).join(' or ');
    });
    return [fault, ...columns];
  });
  const header = ['', ...moments];
  const lines = [header, header.map(() => '---'), ...rows];
  return lines.map((row) => `| ${row.join(' | ')} |`).join('\n');
}
