"use strict";
exports.id = 290;
exports.ids = [290];
exports.modules = {

/***/ 54290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $Y: () => (/* binding */ git),
  IZ: () => (/* binding */ gitScript),
  openRepository: () => (/* binding */ openRepository),
  K5: () => (/* binding */ splitNul),
  Ii: () => (/* binding */ tryGit)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/model/failure.js
var model_failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/repository/git-environment.js
/**
 * What of our environment git sees, and what we say to it in place of its configuration.
 *
 * A git that we ask is to answer alike for everybody. Whatever could change which files and changes
 * it tells is set here, or with the command itself where git has no setting for it.
 */
function gitEnvironment(ours) {
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
function isKept(name) {
    return /^GIT_(?:SSH|SSL|HTTP|PROXY|CONFIG_(?:COUNT|KEY|VALUE|GLOBAL|SYSTEM|NOSYSTEM)|ASKPASS|ALLOW_PROTOCOL|EXEC_PATH)(?:_|$)/.test(name);
}
/** The last one wins: behind what the environment sets already, and so over every file. */
function settings(count) {
    const first = Number.isSafeInteger(count) && count > 0 ? count : 0;
    const variables = { GIT_CONFIG_COUNT: String(first + pinned.length) };
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
];

;// CONCATENATED MODULE: ./build/repository/git.js







/** @throws FailureError `git_missing`, `repository_untrusted` or `not_a_repository` */
async function openRepository(path, signal) {
    try {
        const answer = await run(path, ['rev-parse', '--show-object-format', '--show-toplevel'], signal);
        const [format, ...root] = answer.replace(/\n$/, '').split('\n');
        return { root: root.join('\n'), objectFormat: format === 'sha256' ? 'sha256' : 'sha1' };
    }
    catch (error) {
        throw new model_failure/* FailureError */.pO(await whyNoRepository(path, error), { cause: error });
    }
}
async function whyNoRepository(path, error) {
    const failure = (0,model_failure/* failureOf */.g5)(error);
    if (failure.kind !== 'git_failed')
        return failure;
    const folders = await (0,promises_.readdir)(path, { withFileTypes: true }).catch(() => undefined);
    if (folders !== undefined && isMissing(error))
        return { kind: 'git_missing' };
    const { detail } = failure;
    if (detail.includes('dubious ownership'))
        return { kind: 'repository_untrusted', path, detail };
    const checkouts = (folders ?? []).flatMap((folder) => folder.isDirectory() && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, folder.name, '.git')) ? [folder.name] : []);
    return { kind: 'not_a_repository', path, checkouts, detail };
}
function isMissing(error) {
    const cause = error instanceof Error ? error.cause : null;
    return cause?.code === 'ENOENT';
}
/**
 * Runs git and returns its stdout.
 * @param more variables for this git alone
 * @throws FailureError `git_failed` with what git said
 */
async function git({ root }, args, signal, more) {
    return run(root, args, signal, more);
}
/** Like {@link git}; nothing instead of an error when git exits with 1, its "no". */
async function tryGit(repository, args, signal) {
    try {
        return await git(repository, args, signal);
    }
    catch (error) {
        if (error instanceof model_failure/* FailureError */.pO && error.failure.kind === 'git_failed')
            return undefined;
        throw error;
    }
}
/**
 * Runs git several times from a shell: a process of our size takes longer to start another than git
 * takes to answer, and a shell does not.
 * @param purpose what it is for, as a command
 * @param script writes to descriptors 1 and 3
 * @returns what it wrote to each
 * @throws FailureError `git_failed` with what git said
 */
async function gitScript({ root }, purpose, script, signal) {
    const [stdout = '', other = ''] = await execute(root, ['sh', '-c', script], purpose, [1, 3], signal);
    return [stdout, other];
}
/** Splits output of a `-z` option. */
function splitNul(text) {
    const parts = text.split('\0');
    if (parts.at(-1) === '')
        parts.pop();
    return parts;
}
async function run(cwd, args, signal, more) {
    const command = ['git', ...args];
    const [stdout = ''] = await execute(cwd, command, command.join(' '), [1], signal, more);
    return stdout;
}
/**
 * Runs a program without a stdin, and returns what it writes to each of the descriptors, of which 2
 * is none: what it says there explains a failure. No more are open, as a program in the background
 * could keep them.
 */
async function execute(cwd, [program = '', ...args], purpose, descriptors, signal, more) {
    const child = (0,external_node_child_process_.spawn)(program, args, {
        cwd,
        env: { ...gitEnvironment(process.env), ...more },
        stdio: ['ignore', 'pipe', 'pipe', ...(descriptors.includes(3) ? ['pipe'] : [])],
        ...(signal && { signal }),
    });
    const outputs = [2, ...descriptors].map((it) => textOf(child.stdio[it]));
    try {
        const ended = (0,external_node_events_.once)(child, 'close');
        const [[code, killer], stderr = '', ...texts] = await Promise.all([ended, ...outputs]);
        if (code === 0)
            return texts;
        const detail = stderr.trim() === '' ? `it ended with ${String(code ?? killer)}` : stderr.trim();
        throw gitFailed(purpose, detail);
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof model_failure/* FailureError */.pO)
            throw error;
        throw gitFailed(purpose, error instanceof Error ? error.message : String(error), error);
    }
}
async function textOf(stream) {
    let text = '';
    for await (const part of stream.setEncoding('utf8'))
        text += part;
    return text;
}
function gitFailed(command, detail, cause) {
    return new model_failure/* FailureError */.pO({ kind: 'git_failed', command, detail }, { cause });
}


/***/ })

};
;