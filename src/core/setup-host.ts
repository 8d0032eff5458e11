import { FailureError } from '../model/failure.ts';
import type { Host } from '../host/host.ts';
import type { BackendSetup, SetupPart } from '../guest/backend.ts';
import { capture } from '../host/capture.ts';
import { shellProgram } from '../host/shell-functions.ts';
import { backends } from './backends.ts';
import { lookAtHost, type HostFacts } from './host-facts.ts';
import { isReaperDue } from './reaper.ts';

/** What a host lacks before guests can live there. */
export interface SetupPlan {
  facts: HostFacts;
  /** Programs that are not there. */
  missing: readonly string[];
  /** Packages that bring them, by Debian's and Ubuntu's names; from our own table alone. */
  packages: readonly string[];
  parts: readonly SetupPart[];
  reaper: boolean;
}

/** Looks, and changes nothing. */
export async function planSetup(host: Host, signal: AbortSignal): Promise<SetupPlan> {
  const first = await lookAtHost(host, [], signal);
  if (first.workFolder.kind === 'refused') {
    const { why: detail } = first.workFolder;
    throw new FailureError({ cause: 'work_folder_refused', host: host.spec.name, detail });
  }
  const setups = backends.flatMap((it): BackendSetup[] =>
    it.setup === undefined ? [] : [it.setup(first.processor)],
  );
  const table = new Map(setups.flatMap(({ packages }) => Object.entries(packages)));
  const facts = await lookAtHost(host, [...table.keys()], signal);
  const parts = setups.flatMap((setup) => setup.parts);
  const there = await Promise.all(parts.map(async (part) => part.isThere(host, signal)));
  const { workFolder } = facts;
  return {
    facts,
    missing: facts.missing,
    packages: [...new Set(facts.missing.flatMap((program) => table.get(program) ?? []))].sort(),
    parts: parts.filter((_, at) => there[at] === false),
    reaper:
      workFolder.kind !== 'there' || isReaperDue(workFolder.path, workFolder.reaper.decision ?? ''),
  };
}

export function isSetUp({ packages, parts, reaper }: SetupPlan): boolean {
  return packages.length === 0 && parts.length === 0 && !reaper;
}

/** The line that installs packages, for whoever may. */
export function installLine(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** Whether packages have Debian's names there, and apt installs them. */
export function hasApt({ distribution }: HostFacts): boolean {
  return distribution.some((id) => id === 'debian' || id === 'ubuntu');
}

/** @throws FailureError `host_lacks_tools` where nobody lets us */
export async function installPackages(
  host: Host,
  { facts, missing, packages }: SetupPlan,
  signal: AbortSignal,
): Promise<void> {
  if (!hasApt(facts) || facts.installs === undefined) {
    const install = hasApt(facts) ? installLine(packages) : undefined;
    throw new FailureError({
      cause: 'host_lacks_tools',
      host: host.spec.name,
      tools: missing,
      setup: { install },
    });
  }
  const command = {
    script: shellProgram(new URL('./install-packages.sh', import.meta.url)),
    args: [facts.installs, ...packages],
    purpose: `install ${packages.join(' ')}`,
  };
  await capture(host, command, { signal });
}
