import { isWell, type Check } from '../model/check.ts';
import type { HostSpec } from '../model/target.ts';
import { examineHost } from '../core/examine-host.ts';
import { exitOfChecks } from '../core/exit-status.ts';
import { abortOnSignals } from '../core/signals.ts';
import { openHost } from '../host/open.ts';
import { checkLines } from '../report/check-lines.ts';
import { chosenHosts, hostsOf } from './chosen-hosts.ts';
import { addressText } from './host-address.ts';
import { hostOptions, oneOf, parseCommand, usage } from './options.ts';
import { workspaceOf } from './open-checkout.ts';
import { printJson, printLines } from './print.ts';
import { stdoutPalette } from './stdout-palette.ts';
import { userCredentials } from './user-credentials.ts';

const options = {
  ...hostOptions,
  host: { type: 'string', multiple: true },
  boot: { type: 'boolean' },
  'no-boot': { type: 'boolean' },
  output: { type: 'string' },
} as const;

/** Looks at hosts, and says of each what it has and lacks. */
export async function doctorCommand(args: readonly string[], closed: AbortSignal): Promise<number> {
  const { values, positionals } = parseCommand(args, options);
  if (positionals.length > 0) throw usage('`doctor` takes no words; name hosts with --host');
  if (values.boot === true && values['no-boot'] === true) {
    throw usage('`doctor` takes --boot or --no-boot, not both');
  }
  const output = oneOf('output', values.output, ['human', 'json']) ?? 'human';
  const workspace = await workspaceOf(values);
  const credentials = userCredentials(values, workspace.environment);
  const signal = AbortSignal.any([abortOnSignals(), closed]);
  const lanes = workspace.manifest.targets.flatMap((target) => target.lanes);
  const hosts = chosenHosts(hostsOf(workspace.manifest), values.host, 'there is no host');
  const reports: { spec: HostSpec; checks: readonly Check[] }[] = [];
  for (const spec of hosts) {
    const open = (): ReturnType<typeof openHost> => openHost(spec, credentials, { signal });
    const probing = { boot: values['no-boot'] !== true, signal };
    const checks = await examineHost(spec, lanes, open, probing);
    reports.push({ spec, checks });
    // Each as soon as it is known: a boot takes its time.
    if (output === 'human') printLines(hostLines(spec, checks));
  }
  if (output === 'json') {
    const found = reports.map(({ spec, checks }) => ({
      host: spec.name,
      address: addressText(spec),
      ok: isWell(checks),
      checks,
    }));
    printJson({ hosts: found }, 2);
  }
  return exitOfChecks(reports.flatMap(({ checks }) => checks));
}

function hostLines(spec: HostSpec, checks: readonly Check[]): string[] {
  const paint = stdoutPalette();
  const width = process.stdout.isTTY ? process.stdout.columns : undefined;
  const title = `${paint.bold(spec.name)} ${paint.dim(addressText(spec))}`;
  return [title, ...checkLines(checks, paint, width)];
}
