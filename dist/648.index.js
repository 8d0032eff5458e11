"use strict";
exports.id = 648;
exports.ids = [648];
exports.modules = {

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
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);



/** @throws FailureError `not_a_repository` */
async function openRepository(path, signal) {
    try {
        const answer = await run(path, ['rev-parse', '--show-object-format', '--show-toplevel'], signal);
        const [format, ...root] = answer.replace(/\n$/, '').split('\n');
        return { root: root.join('\n'), objectFormat: format === 'sha256' ? 'sha256' : 'sha1' };
    }
    catch (error) {
        const detail = error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO && error.failure.kind === 'git_failed';
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({ kind: 'not_a_repository', path, detail: detail ? detailOf(error) : String(error) }, { cause: error });
    }
}
/**
 * Runs git and returns its stdout.
 * @throws FailureError `git_failed` with what git said
 */
async function git({ root }, args, signal) {
    return run(root, args, signal);
}
/** Like {@link git}; nothing instead of an error when git exits with 1, its "no". */
async function tryGit(repository, args, signal) {
    try {
        return await git(repository, args, signal);
    }
    catch (error) {
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO && error.failure.kind === 'git_failed')
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
async function run(cwd, args, signal) {
    const command = ['git', ...args];
    const [stdout = ''] = await execute(cwd, command, command.join(' '), [1], signal);
    return stdout;
}
/**
 * Runs a program without a stdin, and returns what it writes to each of the descriptors, of which 2
 * is none: what it says there explains a failure. No more are open, as a program in the background
 * could keep them.
 */
async function execute(cwd, [program = '', ...args], purpose, descriptors, signal) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd,
        env: environment(),
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
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO)
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
/** Messages we may have to show, in one language; and never a prompt for a password. */
function environment() {
    return { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
}
function gitFailed(command, detail, cause) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({ kind: 'git_failed', command, detail }, { cause });
}
function detailOf(error) {
    return error.failure.kind === 'git_failed' ? error.failure.detail : '';
}


/***/ })

};
;