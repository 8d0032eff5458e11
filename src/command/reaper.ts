import { readFileSync } from 'node:fs';
import { quoteAll } from '../model/shell-quote.ts';
import { capture } from '../host/capture.ts';
import type { Host, HostCommand } from '../host/host.ts';
import { workFolderFunctions } from '../host/shell-functions.ts';
import { reapCommand } from '../guest/reap.ts';
import { pruneCommand, type PruneLimits } from '../snapshot/prune.ts';
import { reaperUnits } from './reaper-units.ts';

/** Who runs the reaper that is installed on a host, and whether also while its user is logged out. */
export type Scheduler = { kind: 'systemd' | 'launchd'; always: boolean } | { kind: 'nobody' };

export interface InstalledReaper {
  /** Absolute, on the host. */
  workDir: string;
  scheduler: Scheduler;
}

/**
 * Has a host reap by itself every few minutes, with what it has: sh, and systemd or launchd. Nothing
 * of ours needs to be installed there, and no root.
 */
export async function installReaper(host: Host, limits: PruneLimits): Promise<InstalledReaper> {
  const workDir = await workFolderPath(host, 'enter_work_folder "$1"');
  const { name, service, timer, plist } = reaperUnits(workDir);
  const install = readFileSync(new URL('./install-reaper.sh', import.meta.url), 'utf8');
  const command = {
    script: `${workFolderFunctions()}\n${install}`,
    args: [workDir, name, service, timer, plist],
    purpose: 'install the reaper',
  };
  const printed = await capture(host, command, { stdin: reaperScript(workDir, limits) });
  const [kind, until] = printed.trim().split('\n');
  const scheduler: Scheduler =
    kind === 'systemd' || kind === 'launchd'
      ? { kind, always: until === 'always' }
      : { kind: 'nobody' };
  return { workDir, scheduler };
}

/** Undoes it; where there is none, that is done already. */
export async function uninstallReaper(host: Host): Promise<void> {
  // Units may be left of a folder that is gone.
  const workDir = await workFolderPath(host, 'find_work_folder "$1" || :');
  const command = {
    script: readFileSync(new URL('./uninstall-reaper.sh', import.meta.url), 'utf8'),
    args: [workDir, reaperUnits(workDir).name],
    purpose: 'remove the reaper',
  };
  await capture(host, command);
}

async function workFolderPath(host: Host, find: string): Promise<string> {
  const command = {
    script: `${workFolderFunctions()}\n${find}\nprintf %s "$work"`,
    args: [host.spec.workDir],
    purpose: 'find the work folder',
  };
  return capture(host, command);
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
