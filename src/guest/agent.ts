import { shellProgram } from '../host/shell-functions.ts';
import type { LaneGiven, Variables } from '../model/lane-given.ts';
import { quote } from '../model/shell-quote.ts';
import type { Lane } from '../model/target.ts';
import { commandWords } from './command-words.ts';
import type { StagedMount } from './guest.ts';

/** Folders as the lane's command sees them. */
export interface GuestPaths {
  /** What the guest is to do; the lane's user cannot read it. */
  request: string;
  /** Where log and verdict go; the lane's user can neither read nor write there. */
  channel: string;
  workspace: string;
  artifacts: string;
  /** Private to this guest and gone with it, on disk rather than in memory. */
  scratch: string;
  home: string;
  /** Where the lane's root folder lies for the agent; nothing where it is the agent's own. */
  root?: string;
}

export const vmPaths: GuestPaths = {
  request: '/run/pikaci/request',
  channel: '/run/pikaci/channel',
  workspace: '/workspace/snapshot',
  artifacts: '/artifacts',
  scratch: '/cache',
  home: '/home/pikaci',
};

export interface AgentRequest {
  /** The functions that agent.sh says it needs. */
  surroundings: string;
  lane: Lane;
  given: LaneGiven;
  /** Proves that a result was written for this very guest. */
  nonce: string;
  paths: GuestPaths;
  stagedMounts: readonly StagedMount[];
  /** The home of a lane that is root. */
  rootHome: string;
  /** After a command that failed, the guest is to stay up, with a shell on its console. */
  staysOnFailure: boolean;
}

/** Of a lane in a VM whose own files are the lane's. */
export function vmSurroundings(): string {
  return shellProgram(
    new URL('./agent-in-vm.sh', import.meta.url),
    plainFunctions(),
    endingFunctions(),
  );
}

/** Of a lane that runs as a user of the host. */
export function hostSurroundings(): string {
  return shellProgram(new URL('./agent-on-host.sh', import.meta.url), plainFunctions());
}

/** How root of a machine ends a lane there; see agent-cgroup.sh. */
export function endingFunctions(): string {
  return shellProgram(new URL('./agent-cgroup.sh', import.meta.url));
}

function plainFunctions(): string {
  return shellProgram(new URL('./agent-plain.sh', import.meta.url));
}

/** The bash program that runs a lane in its guest: assignments, then `agent.sh`. */
export function renderAgent(request: AgentRequest): string {
  const { surroundings, lane, given, nonce, paths, stagedMounts, rootHome, staysOnFailure } =
    request;
  // An image says itself what its PATH is.
  const login = paths.root === undefined;
  const { words, script, scriptFile, isUsual } = commandWords(
    lane,
    `${paths.scratch}/lane-script`,
    login,
  );
  const assignments = [
    assign('LANE', lane.id),
    assign('NONCE', nonce),
    assign('TIMEOUT_SECS', String(lane.timeoutSecs)),
    assign('RUN_AS_ROOT', lane.runAsRoot ? 'yes' : 'no'),
    assign('STAYS', staysOnFailure ? 'yes' : 'no'),
    assign('REQUEST', paths.request),
    assign('CHANNEL', paths.channel),
    assign('WORKSPACE', paths.workspace),
    assign('WORKSPACE_IS', lane.writableWorkspace ? 'own' : 'shared'),
    assign('ARTIFACTS', paths.artifacts),
    assign('SCRATCH', paths.scratch),
    assign('ROOT', paths.root ?? ''),
    assign('LANE_HOME', lane.runAsRoot ? rootHome : paths.home),
    assign('HAS_GIT', lane.git ? 'yes' : 'no'),
    assignArray(
      'STAGED',
      stagedMounts.map(({ mount, storePath }) => `${mount}=${storePath}`),
    ),
    assignArray(
      'ENVIRONMENT',
      Object.entries({ ...contextAt(paths, given), ...lane.env }).map(
        ([key, value]) => `${key}=${value}`,
      ),
    ),
    assign('SECRETS', exports(given.secrets)),
    assign('WORKDIR', lane.workdir ?? ''),
    assign('SHELL_IS', isUsual ? 'usual' : 'own'),
    assign('SCRIPT', script),
    assign('SCRIPT_FILE', scriptFile),
    assignArray('COMMAND', words),
  ];
  return shellProgram(new URL('./agent.sh', import.meta.url), ...assignments, surroundings);
}

/** Tools that know GitHub look for the workspace where it says. */
function contextAt({ workspace }: GuestPaths, { context }: LaneGiven): Variables {
  const isOnGithub = Object.hasOwn(context, 'GITHUB_ACTIONS');
  return isOnGithub ? { ...context, GITHUB_WORKSPACE: workspace } : context;
}

/** Commands for the shell that becomes the lane's command; see agent.sh. */
function exports(variables: Variables): string {
  return Object.entries(variables)
    .map(([key, value]) => `export ${assign(key, value)}\n`)
    .join('');
}

/** An assignment of bash. */
export function assign(name: string, value: string): string {
  return `${name}=${quote(value)}`;
}

export function assignArray(name: string, values: readonly string[]): string {
  return `${name}=(${values.map(quote).join(' ')})`;
}
