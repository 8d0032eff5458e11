import { parseAddress, type SshEndpoint } from '../model/address.ts';
import type { HostSpec } from '../model/target.ts';
import { readEnvironment } from '../core/environment.ts';
import { examineOpenHost } from '../core/examine-host.ts';
import { exitOfChecks } from '../core/exit-status.ts';
import { ensureReaper } from '../core/reaper.ts';
import { reaperLines } from '../core/reaper-words.ts';
import { installPackages, isSetUp, planSetup, type SetupPlan } from '../core/setup-host.ts';
import { setupLines, workflowLines } from '../core/setup-words.ts';
import { abortOnSignals } from '../core/signals.ts';
import type { Host } from '../host/host.ts';
import { pinnedLines, type KnownHosts } from '../host/known-hosts.ts';
import { openHost, type Credentials } from '../host/open.ts';
import { newHostSpec } from '../manifest/resolve-host.ts';
import { checkLines } from '../report/check-lines.ts';
import { addressText } from './host-address.ts';
import { hostOptions, parseCommand, usage } from './options.ts';
import { printLines } from './print.ts';
import { stdoutPalette } from './stdout-palette.ts';
import { userCredentials } from './user-credentials.ts';

const options = {
  ...hostOptions,
  'work-dir': { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

const form = '`host setup` takes one address: ssh://user@name, or local';

/** Makes a machine a host: looks, says what it will do, does it, and looks whether guests come up. */
export async function hostCommand(args: readonly string[], closed: AbortSignal): Promise<number> {
  const { values, positionals } = parseCommand(args, options);
  const [task, address, ...rest] = positionals;
  if (task !== 'setup')
    throw usage('`host` takes `setup`, as in: pikaci host setup ssh://user@name');
  if (address === undefined || rest.length > 0) throw usage(form);
  const environment = readEnvironment(process.env);
  const spec = specOf(address, values['work-dir'], environment.localWorkDir);
  const credentials = userCredentials(values, environment);
  const signal = AbortSignal.any([abortOnSignals(), closed]);
  await using host = await openHost(spec, credentials, { signal });
  const plan = await planSetup(host, signal);
  const paint = stdoutPalette();
  printLines([`${paint.bold(spec.name)} ${paint.dim(addressText(spec))}`, ...setupLines(plan)]);
  if (values['dry-run'] === true) {
    printLines(['Nothing was changed (--dry-run).']);
    return 0;
  }
  await carryOut(host, plan, signal);
  const checks = await examineOpenHost(host, spec, [], { boot: true, signal });
  printLines(checkLines(checks, paint, process.stdout.isTTY ? process.stdout.columns : undefined));
  const exit = exitOfChecks(checks);
  if (exit === 0) printLines(workflowLines(spec, await pinned(spec, credentials)));
  return exit;
}

async function carryOut(host: Host, plan: SetupPlan, signal: AbortSignal): Promise<void> {
  if (isSetUp(plan)) return;
  const { packages, parts } = plan;
  if (plan.missing.length > 0) {
    await timed(`installed ${packages.join(' ')}`, installPackages(host, plan, signal));
  }
  for (const part of parts) await timed(`made the ${part.name}`, part.make(host, signal));
  const reaper = await ensureReaper(host, signal);
  if (reaper !== undefined) {
    printLines(['  installed the reaper:', ...reaperLines(reaper).map((line) => `    ${line}`)]);
  }
}

async function timed(done: string, work: Promise<void>): Promise<void> {
  const began = performance.now();
  await work;
  printLines([`  ${done} (${Math.round((performance.now() - began) / 1000)} s)`]);
}

function specOf(text: string, workDir: string | undefined, localWorkDir: string): HostSpec {
  const address = parseAddress(text);
  // What is no address may hold a password, so it is not repeated.
  if (address === undefined) throw usage(form);
  if (workDir !== undefined && !/^(?:\/|~\/)[^\0]*$/.test(workDir)) {
    throw usage('--work-dir takes a path that begins with / or ~/');
  }
  const name = address.kind === 'local' ? 'local' : nameOf(address.endpoints[0]);
  return newHostSpec(name, address, workDir, localWorkDir);
}

/** As people would call it; they may change it where they paste it. */
function nameOf({ hostname }: SshEndpoint): string {
  const [label = ''] = hostname.split('.');
  return /^[A-Za-z][A-Za-z0-9_-]{0,50}$/.test(label) ? label : 'builder';
}

/** Also of the hosts on the way there. */
async function pinned(
  { address }: HostSpec,
  { knownHosts, proxyJump }: Credentials,
): Promise<readonly string[]> {
  if (address.kind !== 'ssh') return [];
  const known: KnownHosts = await knownHosts();
  const endpoints = [...proxyJump, ...address.endpoints];
  return endpoints.flatMap(({ hostname, port }) => pinnedLines(known, hostname, port));
}
