import type { HostSpec } from '../model/target.ts';
import { openHost } from '../host/open.ts';
import { defaultPruneLimits, reapHost, type Reaped } from '../core/reap-host.ts';
import { installReaper, uninstallReaper, type InstalledReaper } from '../core/reaper.ts';
import { reaperLines } from '../core/reaper-words.ts';
import { abortOnSignals } from '../core/signals.ts';
import { chosenHosts, hostsOfLanes } from './chosen-hosts.ts';
import { userCredentials } from './user-credentials.ts';
import { count, hostOptions, parseCommand, usage } from './options.ts';
import { printLines } from './print.ts';
import { workspaceOf } from './open-checkout.ts';

const options = {
  ...hostOptions,
  host: { type: 'string', multiple: true },
  'keep-snapshots': { type: 'string' },
  'keep-days': { type: 'string' },
  'keep-megabytes': { type: 'string' },
  install: { type: 'boolean' },
  uninstall: { type: 'boolean' },
} as const;

/**
 * Removes what is over on hosts: guests without a lease, and snapshots that nobody uses. Or has the
 * hosts do so by themselves from now on.
 */
export async function reapCommand(args: readonly string[], closed: AbortSignal): Promise<number> {
  const { values, positionals } = parseCommand(args, options);
  if (positionals.length > 0) throw usage('`reap` takes no words; name hosts with --host');
  const { install = false, uninstall = false } = values;
  if (install && uninstall) throw usage('`reap` takes --install or --uninstall, not both');
  const limits = {
    snapshots: count('keep-snapshots', values['keep-snapshots']) ?? defaultPruneLimits.snapshots,
    days: count('keep-days', values['keep-days']) ?? defaultPruneLimits.days,
    megabytes: count('keep-megabytes', values['keep-megabytes']) ?? defaultPruneLimits.megabytes,
  };
  const workspace = await workspaceOf(values);
  const credentials = userCredentials(values, workspace.environment);
  const signal = AbortSignal.any([abortOnSignals(), closed]);
  const known = hostsOfLanes(workspace.manifest);
  for (const spec of chosenHosts(known, values.host, 'no lane has a host')) {
    await using host = await openHost(spec, credentials, { signal });
    const lines = install
      ? installed(spec, await installReaper(host, limits, signal))
      : uninstall
        ? await uninstallReaper(host, signal).then(() => [`${spec.name}: the reaper is gone`])
        : reaped(spec, await reapHost(host, limits, signal));
    printLines(lines);
  }
  return 0;
}

function reaped({ name }: HostSpec, { guests, snapshots, prepared }: Reaped): string[] {
  const counts = `removed_guests=${guests.length} removed_snapshots=${snapshots.length}`;
  return [`${name}: ${counts}`, ...guests, ...snapshots, ...prepared];
}

function installed({ name }: HostSpec, reaper: InstalledReaper): string[] {
  const [first = '', ...rest] = reaperLines(reaper);
  return [`${name}: ${first}`, ...rest];
}
