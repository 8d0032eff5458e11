import { guestProgramFunctions } from '../guest/scripts.ts';
import { capture } from '../host/capture.ts';
import { readFacts } from '../host/facts.ts';
import type { Host } from '../host/host.ts';
import { shellProgram, workFolderFunctions } from '../host/shell-functions.ts';

/** What a host says of itself. Texts are the host's own: bounded, on one line, and not to be believed. */
export interface HostFacts {
  system: string;
  processor: string;
  /** `ID` and `ID_LIKE` of os-release(5). */
  distribution: readonly string[];
  /** As people call it. */
  release: string;
  user: string;
  cpus: number | undefined;
  memoryMib: number | undefined;
  /** How far its clock is ahead of ours, in seconds. */
  clockAheadSecs: number | undefined;
  /** Every guest needs them; separated by commas. */
  lacksForGuests: string;
  /** Of the programs that were asked for. */
  missing: readonly string[];
  /** How packages can be installed without anybody being asked for a password. */
  installs: 'root' | 'sudo' | undefined;
  workFolder: WorkFolder;
}

export type WorkFolder =
  | { kind: 'refused'; why: string }
  | { kind: 'absent'; path: string; disk: Disk | undefined }
  | {
      kind: 'there';
      path: string;
      disk: Disk | undefined;
      /** Guests whose lease runs. */
      alive: number;
      /** Names of those whose lease is over. */
      over: readonly string[];
      reaper: ReaperFacts;
    };

export interface Disk {
  freeMib: number;
  totalMib: number;
}

export interface ReaperFacts {
  /** What was written down about it; nothing where nobody has decided. */
  decision: string | undefined;
  runBy: string | undefined;
}

/** Looks, and changes nothing there. */
export async function lookAtHost(
  host: Host,
  programs: readonly string[],
  signal: AbortSignal,
): Promise<HostFacts> {
  const command = {
    script: shellProgram(
      new URL('./look-at-host.sh', import.meta.url),
      workFolderFunctions(),
      guestProgramFunctions(),
    ),
    args: [host.spec.workDir, ...programs],
    purpose: 'look at the host',
  };
  const asked = Date.now();
  const printed = await capture(host, command, { signal });
  return hostFacts(printed, programs, (asked + Date.now()) / 2000);
}

/** @param now ours, in seconds, about when the host looked at its own clock */
export function hostFacts(printed: string, programs: readonly string[], now: number): HostFacts {
  const facts = readFacts(printed);
  const text = (key: string): string => facts.get(key) ?? '';
  const time = numberIn(facts.get('time'));
  const missing = facts.all('missing');
  const installs = text('installs');
  const memoryKib = numberIn(facts.get('memory_kib'));
  return {
    system: text('system'),
    processor: /^[a-z0-9_]{1,16}$/.test(text('processor')) ? text('processor') : '',
    distribution: text('distribution').split(' ').filter(Boolean),
    release: text('release'),
    user: text('user'),
    cpus: numberIn(facts.get('cpus')),
    memoryMib: memoryKib === undefined ? undefined : Math.floor(memoryKib / 1024),
    clockAheadSecs: time === undefined ? undefined : Math.round(time - now),
    lacksForGuests: text('lacks_for_guests'),
    // What was not asked for is not believed.
    missing: programs.filter((program) => missing.includes(program)),
    installs: installs === 'root' || installs === 'sudo' ? installs : undefined,
    workFolder: workFolder(facts),
  };
}

function workFolder(facts: ReturnType<typeof readFacts>): WorkFolder {
  const refused = facts.get('refused');
  const path = facts.get('work_folder');
  if (refused !== undefined || path === undefined) {
    return { kind: 'refused', why: refused ?? 'the host did not say where it is' };
  }
  const [freeKib, totalKib] = (facts.get('disk_kib') ?? '').split(' ').map(numberIn);
  const disk =
    freeKib === undefined || totalKib === undefined
      ? undefined
      : { freeMib: Math.floor(freeKib / 1024), totalMib: Math.floor(totalKib / 1024) };
  const alive = numberIn(facts.get('alive'));
  if (alive === undefined) return { kind: 'absent', path, disk };
  const reaper = { decision: facts.get('reaper'), runBy: facts.get('runs_reaper') };
  return { kind: 'there', path, disk, alive, over: facts.all('over'), reaper };
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
