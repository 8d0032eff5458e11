import type { HostSpec, Manifest } from '../model/target.ts';
import { openHost } from '../host/open.ts';
import { defaultPruneLimits, reapHost } from '../command/reap-host.ts';
import { abortOnSignals } from '../command/signals.ts';
import { userCredentials } from './credentials.ts';
import { count, hostOptions, parseCommand, usage } from './options.ts';
import { workspaceOf } from './workspace.ts';

const options = {
  ...hostOptions,
  host: { type: 'string', multiple: true },
  'keep-snapshots': { type: 'string' },
  'keep-days': { type: 'string' },
  'keep-megabytes': { type: 'string' },
} as const;

/** Removes what is over on hosts: guests without a lease, and snapshots that nobody uses. */
export async function reapCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, options);
  if (positionals.length > 0) throw usage('`reap` takes no words; name hosts with --host');
  const limits = {
    snapshots: count('keep-snapshots', values['keep-snapshots']) ?? defaultPruneLimits.snapshots,
    days: count('keep-days', values['keep-days']) ?? defaultPruneLimits.days,
    megabytes: count('keep-megabytes', values['keep-megabytes']) ?? defaultPruneLimits.megabytes,
  };
  const workspace = await workspaceOf(values);
  const credentials = userCredentials(values, workspace.environment);
  const signal = abortOnSignals();
  for (const spec of chosenHosts(workspace.manifest, values.host)) {
    await using host = await openHost(spec, credentials, { signal });
    const { guests, snapshots } = await reapHost(host, limits, signal);
    const lines = [
      `${spec.name}: removed_guests=${guests.length} removed_snapshots=${snapshots.length}`,
      ...guests,
      ...snapshots,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  return 0;
}

/** The hosts that lanes name; all of them, or those asked for. */
function chosenHosts({ targets }: Manifest, names: readonly string[] | undefined): HostSpec[] {
  const specs = targets.flatMap(({ lanes }) => lanes.map(({ runner }) => runner.host));
  const hosts = new Map(specs.map((spec) => [spec.name, spec]));
  return (names ?? [...hosts.keys()]).map((name) => {
    const spec = hosts.get(name);
    if (spec !== undefined) return spec;
    throw usage(`no lane has a host \`${name}\`; there are ${[...hosts.keys()].join(', ')}`);
  });
}
