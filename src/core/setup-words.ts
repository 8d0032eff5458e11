import { formatEndpoint } from '../model/address.ts';
import { usualWorkDir, type HostSpec } from '../model/target.ts';
import { hasApt, installLine, isSetUp, type SetupPlan } from './setup-host.ts';

/** What a setup found, and what it will do. */
export function setupLines(plan: SetupPlan): string[] {
  const { facts, missing, packages, parts, reaper } = plan;
  const what = [facts.release, facts.system, facts.processor].filter((part) => part !== '');
  return [
    `  ${what.join(', ')}; as ${facts.user}`,
    ...(isSetUp(plan) ? ['  Nothing to do: all is there.'] : ['  To do:']),
    ...(missing.length > 0 ? [`    install ${packages.join(' ')}`, ...by(plan)] : []),
    ...parts.map(({ name }) => `    make the ${name}, below the work folder`),
    ...(reaper ? ['    install the reaper, which removes what lost runners leave'] : []),
  ];
}

function by({ facts, packages }: SetupPlan): string[] {
  if (!hasApt(facts)) return ['      by hand: this is neither Debian nor Ubuntu'];
  if (facts.installs !== undefined) return [];
  return ['      which this user may not; for an administrator:', `      ${installLine(packages)}`];
}

/** What a workflow needs to reach a host, ready to be pasted. */
export function workflowLines(
  { name, address, workDir }: HostSpec,
  knownHosts: readonly string[],
): string[] {
  if (address.kind !== 'ssh') return ['', 'Lanes run here with: host = "local"'];
  const [first, ...more] = address.endpoints.map((it) => JSON.stringify(formatEndpoint(it)));
  const where = more.length === 0 ? (first ?? '') : `[${[first, ...more].join(', ')}]`;
  return [
    '',
    'For the step of the workflow, under `with:` (and `ssh-key` from a secret):',
    '',
    '  ssh-known-hosts: |',
    ...knownHosts.map((line) => `    ${line}`),
    '  hosts: |',
    `    [${name}]`,
    `    address = ${where}`,
    ...(workDir === usualWorkDir ? [] : [`    work_dir = ${JSON.stringify(workDir)}`]),
  ];
}
