import type { Check } from '../model/check.ts';
import { describeFailure } from '../model/describe-failure.ts';
import type { Failure } from '../model/failure.ts';
import { setupCommand } from '../model/setup-command.ts';
import type { HostSpec } from '../model/target.ts';
import type { Disk, HostFacts, ReaperFacts, WorkFolder } from './host-facts.ts';
import { crontabLine } from './reaper-units.ts';

/** What is said of a host, whatever makes its guests. Pure; each backend says the rest of its own. */
export function hostChecks(facts: HostFacts, spec: HostSpec): readonly Check[] {
  return [
    shellCheck(facts),
    programsCheck(facts),
    sizeCheck(facts, spec),
    clockCheck(facts),
    ...workFolderChecks(facts.workFolder, spec),
  ];
}

/** How far we came on the way to a host that could not be asked: what is behind it is not known. */
export function failedReach(failure: Failure): readonly Check[] {
  const { headline, detail, fix } = describeFailure(failure);
  const seen = [headline, detail].filter((part) => part !== '').join(': ');
  const failed = (name: string): Check => ({
    name,
    state: 'failed',
    seen: seen.replace(/\s*\n\s*/g, ' | '),
    remedy: fix,
  });
  switch (failure.cause) {
    case 'host_key_unpinned':
    case 'host_key_changed':
    case 'known_hosts_invalid':
      return [answers, failed('host key')];
    case 'host_login_refused':
    case 'ssh_key_unusable':
      return [answers, failed('login')];
    case 'host_without_shell':
      return [answers, failed('shell')];
    default:
      return [failed('reach')];
  }
}

const answers: Check = { name: 'reach', state: 'ok', seen: 'it answers' };

function shellCheck({ release, system, processor, user }: HostFacts): Check {
  const what = [release, system, processor].filter((part) => part !== '').join(', ');
  return { name: 'shell', state: 'ok', seen: `${what}; as ${user}` };
}

function programsCheck({ lacksForGuests }: HostFacts): Check {
  const name = 'programs';
  if (lacksForGuests === '') return { name, state: 'ok', seen: 'all that every guest needs' };
  return {
    name,
    state: 'failed',
    seen: `missing: ${lacksForGuests}`,
    remedy:
      'Install them there; on Debian: coreutils, findutils, grep, sed, tar, mawk, util-linux.',
  };
}

function sizeCheck({ cpus, memoryMib }: HostFacts, { maxVcpu, maxMemMib }: HostSpec): Check {
  const name = 'size';
  const has = `${cpus ?? '?'} CPUs, ${memoryMib ?? '?'} MiB of memory`;
  const cpusGranted = maxVcpu === undefined ? 'any number of CPUs' : `up to ${maxVcpu} CPUs`;
  const memoryGranted = maxMemMib === undefined ? 'any memory' : `up to ${maxMemMib} MiB`;
  const tooMuch = [
    ...((maxVcpu ?? 0) > (cpus ?? Infinity) ? ['max_vcpu'] : []),
    ...((maxMemMib ?? 0) > (memoryMib ?? Infinity) ? ['max_mem_mib'] : []),
  ];
  const seen = `${has}; a lane gets ${cpusGranted} and ${memoryGranted}`;
  if (tooMuch.length === 0) return { name, state: 'ok', seen };
  const remedy = `Set ${tooMuch.join(' and ')} of the host to what it has, or less.`;
  return { name, state: 'warning', seen, remedy };
}

function clockCheck({ clockAheadSecs: ahead }: HostFacts): Check {
  const name = 'clock';
  if (ahead === undefined) {
    return {
      name,
      state: 'warning',
      seen: 'it does not say the time',
      remedy: 'Look at `date` there.',
    };
  }
  const seconds = Math.abs(ahead);
  if (seconds <= 2) return { name, state: 'ok', seen: 'as ours' };
  const seen = `${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} ours`;
  if (seconds <= 10) return { name, state: 'ok', seen };
  // Certificates of registries are judged by it.
  const state = seconds <= 300 ? 'warning' : 'failed';
  return { name, state, seen, remedy: 'Have it keep time, for instance: timedatectl set-ntp true' };
}

function workFolderChecks(folder: WorkFolder, spec: HostSpec): readonly Check[] {
  const name = 'work folder';
  if (folder.kind === 'refused') {
    const remedy = 'Do as it says, or name another folder as work_dir of the host.';
    return [{ name, state: 'failed', seen: folder.why, remedy }];
  }
  const space = spaceCheck(folder.disk);
  if (folder.kind === 'absent') {
    const seen = `${folder.path}, which the first lane makes`;
    return [{ name, state: 'ok', seen }, space, reaperCheck(folder.path, noReaper, spec)];
  }
  return [
    { name, state: 'ok', seen: folder.path },
    space,
    guestsCheck(folder.alive, folder.over, spec),
    reaperCheck(folder.path, folder.reaper, spec),
  ];
}

const noReaper: ReaperFacts = { decision: undefined, runBy: undefined };

function spaceCheck(disk: Disk | undefined): Check {
  const name = 'space';
  if (disk === undefined) {
    return { name, state: 'warning', seen: 'it does not say', remedy: 'Look at `df` there.' };
  }
  const seen = `${gib(disk.freeMib)} free of ${gib(disk.totalMib)}`;
  if (disk.freeMib >= 10 * 1024) return { name, state: 'ok', seen };
  return {
    name,
    state: disk.freeMib < 2 * 1024 ? 'failed' : 'warning',
    seen,
    remedy: 'Make room there, or name a folder on a larger disk as work_dir of the host.',
  };
}

function guestsCheck(alive: number, over: readonly string[], { name: host }: HostSpec): Check {
  const name = 'guests';
  if (over.length === 0) return { name, state: 'ok', seen: `${alive} alive` };
  const [first = ''] = over;
  const more = over.length > 1 ? ` and ${over.length - 1} more` : '';
  const seen = `${alive} alive; the lease of ${first}${more} is over`;
  return { name, state: 'warning', seen, remedy: `Run: pikaci reap --host ${host}` };
}

function reaperCheck(workFolder: string, { decision, runBy }: ReaperFacts, spec: HostSpec): Check {
  const name = 'reaper';
  if (runBy !== undefined) return { name, state: 'ok', seen: `${runBy} runs it` };
  if (decision === undefined) {
    const seen = 'is not installed: what a lost runner leaves stays until the next run';
    return {
      name,
      state: 'warning',
      seen,
      remedy: `The first run installs it, or: ${setupCommand(spec)}`,
    };
  }
  if (decision === 'not wanted') {
    const seen = 'is not wanted there, as somebody decided';
    return { name, state: 'ok', seen };
  }
  const remedy = `Add to the crontab there: ${crontabLine(workFolder)}`;
  return { name, state: 'warning', seen: 'is installed, and nothing runs it', remedy };
}

function gib(mib: number): string {
  return `${(mib / 1024).toFixed(1)} GiB`;
}
