/** What the fault suite claims, as data: the README's table is made of it. */

import { kits } from './kits.ts';
import type { FaultKit } from './kits/fault-kit.ts';
import { moments, type Moment } from './moments.ts';

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
  kit: FaultKit;
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

interface Claim {
  ends: Ends;
  /** Whether it can happen to a kit's guests, where that is not so of all that have the moment. */
  meets?: (kit: FaultKit, moment: Moment) => boolean;
}

/** Guests are gone by the time that results are collected, unless they are kept. */
const whileItRuns = ({ keptGuestRuns }: FaultKit, moment: Moment): boolean =>
  moment !== 'collecting' || keptGuestRuns;
const machines = ({ machine }: FaultKit): boolean => machine !== undefined;

/**
 * Ends by fault and moment. What is not here cannot happen:
 * - a VM and its shares are there from the boot on. By the time that results are collected they are
 *   gone, unless the guest is to be kept; only then does a blow at `collecting` meet them.
 * - a kernel that panics, a guest that ignores everything and daemons are a guest's, as are results,
 *   which it leaves as it ends: `running` is when that comes about. A guest that resists, or goes on
 *   starting processes, also meets us while it is removed.
 * - what is no machine has nothing of its own to boot, and no clock but the host's.
 * - a clock that is off from the start is so at every moment; one that jumps can only do harm to a
 *   lease while a guest depends on one.
 */
const claims: Readonly<Record<string, Claim>> = {
  // The verdict is in before the removal begins.
  SIGINT: { ends: anyMoment('cancelled', ['cancelled', 'passed']) },
  SIGTERM: { ends: anyMoment('cancelled', ['cancelled', 'passed']) },
  'SIGKILL of our process': { ends: anyMoment('killed', ['killed', 'passed']) },
  'SIGKILL of sshd’s child': { ends: anyMoment('passed') },
  'the network is cut': { ends: anyMoment('passed') },
  'SIGKILL of the VMM': {
    meets: whileItRuns,
    ends: {
      'during boot': ['passed again'],
      running: ['infrastructure'],
      collecting: ['test_failure'],
    },
  },
  'SIGKILL of virtiofsd': {
    meets: (kit, moment) => kit.fileServer !== undefined && whileItRuns(kit, moment),
    ends: {
      'during boot': ['passed again'],
      running: ['infrastructure'],
      collecting: ['test_failure'],
    },
  },
  'the guest’s kernel panics': {
    meets: machines,
    ends: { 'during boot': ['infrastructure'], running: ['infrastructure'] },
  },
  'the guest ignores everything': {
    ends: { 'during boot': ['infrastructure'], running: ['timeout'], removing: ['cancelled'] },
  },
  'the guest leaves daemons': {
    meets: whileItRuns,
    ends: { running: ['passed'], collecting: ['test_failure'], removing: ['cancelled'] },
  },
  'the host’s disk is full': {
    ends: {
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
  'result.json is missing': { ends: { running: ['infrastructure'] } },
  'result.json is truncated': { ends: { running: ['infrastructure'] } },
  'result.json is stale': { ends: { running: ['infrastructure'] } },
  'result.json has a wrong nonce': { ends: { running: ['infrastructure'] } },
  'result.json has 10 MB': { ends: { running: ['infrastructure'] } },
  'the guest’s clock is years off': {
    meets: machines,
    ends: { 'during boot': ['passed'], running: ['passed'] },
  },
  'the host’s clock is years off': { ends: { 'before create': ['passed'] } },
  'the host’s clock jumps ahead': { ends: { running: ['infrastructure'] } },
};

export const faults = Object.keys(claims);

function has({ machine, stagedOutputs }: FaultKit, moment: Moment): boolean {
  if (moment === 'during boot') return machine !== undefined;
  return moment !== 'during staged outputs' || stagedOutputs;
}

export const cells: readonly Cell[] = Object.entries(claims).flatMap(([fault, { ends, meets }]) =>
  kits.flatMap((kit) =>
    moments.flatMap((moment) => {
      const cell = ends[moment];
      if (cell === undefined || !has(kit, moment) || meets?.(kit, moment) === false) return [];
      return [{ fault, moment, kit, ends: cell }];
    }),
  ),
);

/**
 * What every test run has time for: of each kit what none before it has, and what it asks for itself.
 */
export const coveringCells: readonly Cell[] = cells.filter(({ fault, moment, kit }) => {
  const first = cells.find((it) => it.fault === fault && it.moment === moment);
  const { covering } = kit;
  return first?.kit === kit || (covering?.moment === moment && covering.faults.includes(fault));
});

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
