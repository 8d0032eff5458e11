import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that does a run, so that others can tell whether it still does. */
interface Owner {
  pid: number;
  /** When it started, as its system tells it: numbers of processes are used again. */
  started: string;
  host: string;
}

export function ownProcess(): Owner {
  return { pid: process.pid, started: startOf(process.pid) ?? '', host: hostname() };
}

/**
 * Whether a run's process is gone. Of one on another machine nothing is known, and so of one whose
 * record is older than this.
 */
export function isGone(owner: Owner | undefined): boolean {
  if (owner?.host !== hostname()) return false;
  return startOf(owner.pid) !== owner.started;
}

/** Nothing where there is no such process. */
function startOf(pid: number): string | undefined {
  return process.platform === 'linux' ? linuxStart(pid) : psStart(pid);
}

/** Ticks since the system's own start, of which there may have been several. */
function linuxStart(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name stands in parentheses and may hold anything; behind it, the state and 18 numbers.
    const [state, ...numbers] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : `${boot} ${numbers[18] ?? ''}`;
  } catch {
    return undefined;
  }
}

function psStart(pid: number): string | undefined {
  try {
    const args = ['-o', 'lstart=', '-p', String(pid)];
    const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
    return execFileSync('ps', args, { encoding: 'utf8', env, stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}

export function ownerOf(text: string): Owner | undefined {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof Owner, unknown>> | null;
    const { pid, started, host } = value ?? {};
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return undefined;
    return typeof started === 'string' && typeof host === 'string'
      ? { pid, started, host }
      : undefined;
  } catch {
    return undefined;
  }
}
