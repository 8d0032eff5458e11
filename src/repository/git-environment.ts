/**
 * What of our environment git sees, and what we say to it in place of its configuration.
 *
 * A git that we ask is to answer alike for everybody. Whatever could change which files and changes
 * it tells is set here, or with the command itself where git has no setting for it.
 */
export function gitEnvironment(ours: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(ours).filter(([name]) => !name.startsWith('GIT_') || isKept(name));
  return {
    ...Object.fromEntries(kept),
    ...settings(Number(ours['GIT_CONFIG_COUNT'] ?? 0)),
    // Messages that we may have to show, in one language; and never a prompt for a password.
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // Commits are what their ids say, and have the parents that they name.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
  };
}

/**
 * How to reach a remote and which configuration there is, such as `safe.directory`. Everything else
 * of git's own names another repository, another index, or another way to read them.
 */
function isKept(name: string): boolean {
  return /^GIT_(?:SSH|SSL|HTTP|PROXY|CONFIG_(?:COUNT|KEY|VALUE|GLOBAL|SYSTEM|NOSYSTEM)|ASKPASS|ALLOW_PROTOCOL|EXEC_PATH)(?:_|$)/.test(
    name,
  );
}

/** The last one wins: behind what the environment sets already, and so over every file. */
function settings(count: number): NodeJS.ProcessEnv {
  const first = Number.isSafeInteger(count) && count > 0 ? count : 0;
  const variables: NodeJS.ProcessEnv = { GIT_CONFIG_COUNT: String(first + pinned.length) };
  for (const [index, [key, value]] of pinned.entries()) {
    variables[`GIT_CONFIG_KEY_${first + index}`] = key;
    variables[`GIT_CONFIG_VALUE_${first + index}`] = value;
  }
  return variables;
}

const pinned = [
  // Programs that git would start.
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  // What tells that a file may have changed.
  ['core.trustctime', 'true'],
  ['core.checkStat', 'default'],
  ['core.ignoreStat', 'false'],
  ['core.untrackedCache', 'false'],
  ['diff.ignoreSubmodules', 'none'],
  // A line of `git status` that is no path.
  ['status.showStash', 'false'],
  // Ordering fails where the file cannot be read.
  ['diff.orderFile', '/dev/null'],
  ['sparse.expectFilesOutsideOfPatterns', 'false'],
  // What a fetch brings besides what it is asked for.
  ['fetch.recurseSubmodules', 'false'],
  ['fetch.prune', 'false'],
  ['fetch.pruneTags', 'false'],
  ['fetch.writeCommitGraph', 'false'],
] as const;
