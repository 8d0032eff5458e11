"use strict";
exports.id = 648;
exports.ids = [648];
exports.modules = {

/***/ 79212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ gitEnvironment)
/* harmony export */ });
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


/***/ }),

/***/ 5648:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   IZ: () => (/* binding */ gitScript),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   K5: () => (/* binding */ splitNul),
/* harmony export */   openRepository: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30631);
/* harmony import */ var _git_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79212);







/** @throws FailureError `git_missing`, `repository_untrusted` or `not_a_repository` */
async function openRepository(path, signal) {
    try {
        const answer = await run(path, ['rev-parse', '--show-object-format', '--show-toplevel'], signal);
        const [format, ...root] = answer.replace(/\n$/, '').split('\n');
        return { root: root.join('\n'), objectFormat: format === 'sha256' ? 'sha256' : 'sha1' };
    }
    catch (error) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .FailureError */ .pO(await whyNoRepository(path, error), { cause: error });
    }
}
async function whyNoRepository(path, error) {
    const failure = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .failureOf */ .g5)(error);
    if (failure.cause !== 'git_failed')
        return failure;
    const folders = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readdir)(path, { withFileTypes: true }).catch(() => undefined);
    if (folders !== undefined && isMissing(error))
        return { cause: 'git_missing' };
    const { detail } = failure;
    if (detail.includes('dubious ownership'))
        return { cause: 'repository_untrusted', path, detail };
    const checkouts = (folders ?? []).flatMap((folder) => folder.isDirectory() && (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(path, folder.name, '.git')) ? [folder.name] : []);
    return { cause: 'not_a_repository', path, checkouts, detail };
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
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .FailureError */ .pO && error.failure.cause === 'git_failed')
            return undefined;
        throw error;
    }
}
/**
 * Runs git several times from a shell: a process of our size takes longer to start another than git
 * takes to answer, and a shell does not.
 * @param purpose what it is for, as a command
 * @param script writes to descriptors 1 and 3
 * @param args of the script
 * @returns what it wrote to each
 * @throws FailureError `git_failed` with what git said
 */
async function gitScript({ root }, purpose, script, signal, args = []) {
    const [stdout = '', other = ''] = await execute(root, ['sh', '-c', script, 'sh', ...args], purpose, [1, 3], signal);
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
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd,
        env: { ...(0,_git_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .gitEnvironment */ ._)(process.env), ...more },
        stdio: ['ignore', 'pipe', 'pipe', ...(descriptors.includes(3) ? ['pipe'] : [])],
        ...(signal && { signal }),
    });
    const outputs = [2, ...descriptors].map((it) => textOf(child.stdio[it]));
    try {
        const ended = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close');
        const [[code, killer], stderr = '', ...texts] = await Promise.all([ended, ...outputs]);
        if (code === 0)
            return texts;
        const detail = stderr.trim() === '' ? `it ended with ${String(code ?? killer)}` : stderr.trim();
        throw gitFailed(purpose, detail);
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .FailureError */ .pO)
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
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .FailureError */ .pO({ cause: 'git_failed', command, detail }, { cause });
}


/***/ })

};
;