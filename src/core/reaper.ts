import { createHash } from 'node:crypto';
import { quoteAll } from '../model/shell-quote.ts';
import { capture } from '../host/capture.ts';
import type { Host, HostCommand } from '../host/host.ts';
import { shellProgram, workFolderFunctions } from '../host/shell-functions.ts';
import { reapCommand } from '../guest/reap-guests.ts';
import { defaultPruneLimits, pruneCommand, type PruneLimits } from '../snapshot/prune.ts';
import { backends } from './backends.ts';
import { reaperUnits, type ReaperUnits } from './reaper-units.ts';

/** Who runs the reaper that is installed on a host, and whether also while its user is logged out. */
export type Scheduler = { kind: 'systemd' | 'launchd'; always: boolean } | { kind: 'nobody' };

export interface InstalledReaper {
  /** Absolute, on the host. */
  workDir: string;
  scheduler: Scheduler;
}

/** What people decided about a host's reaper; a run never changes it. */
const byHand = 'by hand';
const unwanted = 'not wanted';

/**
 * Which of two versions of ours is the newer one, where both come to a host. Raise it with every change
 * of what is installed; test/unit/reaper-recipe.test.ts tells when that is so.
 */
export const reaperRecipe = 2;

/**
 * Has a host reap by itself every few minutes, with what it has: sh, and systemd or launchd. Nothing
 * of ours needs to be installed there, and no root.
 */
export async function installReaper(
  host: Host,
  limits: PruneLimits,
  signal: AbortSignal,
): Promise<InstalledReaper> {
  const { workDir } = await reaperState(host, signal);
  return install(host, reaperFor(workDir, limits), byHand, signal);
}

/**
 * The same for a host that a run comes to, where nobody has decided yet whether it is wanted. What an
 * older version of ours installed like this is replaced, what a newer one installed stays.
 * @returns nothing where all is as it should be
 */
export async function ensureReaper(
  host: Host,
  signal: AbortSignal,
): Promise<InstalledReaper | undefined> {
  const { workDir, decision } = await reaperState(host, signal);
  if (!isReaperDue(workDir, decision)) return undefined;
  const reaper = reaperFor(workDir, defaultPruneLimits);
  return install(host, reaper, decisionOfRun(reaper), signal);
}

/** Whether {@link ensureReaper} has something to do where this was decided. */
export function isReaperDue(workDir: string, decision: string): boolean {
  const ours = decisionOfRun(reaperFor(workDir, defaultPruneLimits));
  return ![byHand, unwanted, ours].includes(decision) && recipeIn(decision) <= reaperRecipe;
}

function decisionOfRun(reaper: Reaper): string {
  return `by a run ${reaperRecipe} ${versionOf(reaper)}`;
}

/** Takes it away for good: no run installs it again by itself. */
export async function uninstallReaper(host: Host, signal: AbortSignal): Promise<void> {
  const { workDir } = await reaperState(host, signal);
  const command = {
    script: withFunctions(new URL('./uninstall-reaper.sh', import.meta.url)),
    args: [workDir, reaperUnits(workDir).name, unwanted],
    purpose: 'remove the reaper',
  };
  await capture(host, command, { signal });
}

interface Reaper {
  workDir: string;
  script: string;
  units: ReaperUnits;
}

export function reaperFor(workDir: string, limits: PruneLimits): Reaper {
  return { workDir, script: reaperScript(workDir, limits), units: reaperUnits(workDir) };
}

/** Versions of ours that wrote none are older than all that do. */
function recipeIn(decision: string): number {
  const [, recipe = '0'] = /^by a run (\d+) [0-9a-f]+$/.exec(decision) ?? [];
  return Number(recipe);
}

/** A hash of all that is installed. */
export function versionOf({ script, units }: Reaper): string {
  const { service, timer, plist } = units;
  const hash = createHash('sha256').update([script, service, timer, plist].join('\0'));
  return hash.digest('hex').slice(0, 32);
}

/** Where the host's work folder is, which is made if need be, and what was decided there. */
async function reaperState(
  host: Host,
  signal: AbortSignal,
): Promise<{ workDir: string; decision: string }> {
  const command = {
    script: withFunctions(new URL('./reaper-decision.sh', import.meta.url)),
    args: [host.spec.workDir],
    purpose: 'look whether a reaper is installed',
  };
  const [workDir = '', decision = ''] = (await capture(host, command, { signal })).split('\n');
  return { workDir, decision };
}

async function install(
  host: Host,
  { workDir, script, units }: Reaper,
  decision: string,
  signal: AbortSignal,
): Promise<InstalledReaper> {
  const { name, service, timer, plist } = units;
  const command = {
    script: withFunctions(new URL('./install-reaper.sh', import.meta.url)),
    args: [workDir, name, service, timer, plist, decision],
    purpose: 'install the reaper',
  };
  const printed = await capture(host, command, { stdin: script, signal });
  const [kind, until] = printed.trim().split('\n');
  const scheduler: Scheduler =
    kind === 'systemd' || kind === 'launchd'
      ? { kind, always: until === 'always' }
      : { kind: 'nobody' };
  return { workDir, scheduler };
}

/** A program in sh that does on its host what `pikaci reap` does there. */
function reaperScript(workDir: string, limits: PruneLimits): string {
  const commands = [
    reapCommand(workDir),
    pruneCommand(workDir, limits),
    ...backends.flatMap((backend) => backend.prune?.(workDir, limits) ?? []),
  ];
  return `#!/bin/sh
# Removes what lost pikaci runners left below this work dir, and what nobody uses there. Written by
# \`pikaci reap --install\`; \`pikaci reap --uninstall\` removes it.
${commands.map(inSubshell).join('\n')}
`;
}

/** A script of ours, from beside this file, with the functions that it needs. */
function withFunctions(script: URL): string {
  return shellProgram(script, workFolderFunctions());
}

function inSubshell({ script, args = [] }: HostCommand): string {
  return `(\nset -- ${quoteAll(args)}\n${script.trim()}\n)`;
}
