import { readFileSync } from 'node:fs';
import { quoteAll } from '../model/shell-quote.ts';
import { capture } from '../host/capture.ts';
import type { Host, HostCommand } from '../host/host.ts';
import { reapCommand } from '../guest/reap.ts';
import { pruneCommand, type PruneLimits } from '../snapshot/prune.ts';
import { reaperUnits } from './reaper-units.ts';

/** Who runs the reaper that is installed on a host, and whether also while its user is logged out. */
export type Scheduler = { kind: 'systemd' | 'launchd'; always: boolean } | { kind: 'nobody' };

/**
 * Has a host reap by itself every few minutes, with what it has: sh, and systemd or launchd. Nothing
 * of ours needs to be installed there, and no root.
 */
export async function installReaper(host: Host, limits: PruneLimits): Promise<Scheduler> {
  const { workDir } = host.spec;
  const { name, service, timer, plist } = reaperUnits(workDir);
  const command = {
    script: readFileSync(new URL('./install-reaper.sh', import.meta.url), 'utf8'),
    args: [workDir, name, service, timer, plist],
    purpose: 'install the reaper',
  };
  const printed = await capture(host, command, { stdin: reaperScript(workDir, limits) });
  const [kind, until] = printed.trim().split('\n');
  return kind === 'systemd' || kind === 'launchd'
    ? { kind, always: until === 'always' }
    : { kind: 'nobody' };
}

/** Undoes it; where there is none, that is done already. */
export async function uninstallReaper(host: Host): Promise<void> {
  const { workDir } = host.spec;
  const command = {
    script: readFileSync(new URL('./uninstall-reaper.sh', import.meta.url), 'utf8'),
    args: [workDir, reaperUnits(workDir).name],
    purpose: 'remove the reaper',
  };
  await capture(host, command);
}

/** A program in sh that does on its host what `pikaci reap` does there. */
function reaperScript(workDir: string, limits: PruneLimits): string {
  return `#!/bin/sh
# Removes what lost pikaci runners left below this work dir, and snapshots that nobody uses. Written by
# \`pikaci reap --install\`; \`pikaci reap --uninstall\` removes it.
${inSubshell(reapCommand(workDir))}
${inSubshell(pruneCommand(workDir, limits))}
`;
}

function inSubshell({ script, args = [] }: HostCommand): string {
  return `(\nset -- ${quoteAll(args)}\n${script.trim()}\n)`;
}
