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
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('sh', ['-c', script], {
        cwd: root,
        env: environment(),
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
        ...(signal && { signal }),
    });
    const read = (descriptor) => textOf(child.stdio[descriptor]);
    try {
        const ended = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close');
        const [[code], stdout, stderr, other] = await Promise.all([ended, read(1), read(2), read(3)]);
        if (code !== 0)
            throw gitFailed(purpose, stderr.trim());
        return [stdout, other];
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO ? error : gitFailed(purpose, String(error), error);
    }
}
async function textOf(stream) {
    let text = '';
    for await (const part of stream.setEncoding('utf8'))
        text += part;
    return text;
}
/** Splits output of a `-z` option. */
function splitNul(text) {
    const parts = text.split('\0');
    if (parts.at(-1) === '')
        parts.pop();
    return parts;
}
function run(cwd, args, signal) {
    return new Promise((resolve, reject) => {
        const options = { cwd, signal, maxBuffer: 1024 * 1024 * 1024, env: environment() };
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', args, options, (error, stdout, stderr) => {
            if (error === null)
                resolve(stdout);
            else if (signal?.aborted === true)
                reject(signal.reason);
            else {
                const command = ['git', ...args].join(' ');
                const detail = stderr.trim() === '' ? error.message : stderr.trim();
                reject(gitFailed(command, detail, error));
            }
        });
        // A git that ends without reading it says why by its exit.
        child.stdin?.on('error', () => undefined).end();
    });
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