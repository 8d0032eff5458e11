"use strict";
exports.id = 103;
exports.ids = [103];
exports.modules = {

/***/ 2103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logsCommand: () => (/* binding */ logsCommand)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _diagnostics_harmless_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(54621);
/* harmony import */ var _diagnostics_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74715);
/* harmony import */ var _report_pace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40643);
/* harmony import */ var _store_read_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76505);
/* harmony import */ var _store_run_dir_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38006);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65868);
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(89901);
/* harmony import */ var _state_root_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5980);
/* harmony import */ var _stdout_palette_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(73109);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});












const options = {
    job: { type: 'string' },
    kind: { type: 'string' },
    follow: { type: 'boolean' },
    'metadata-json': { type: 'boolean' },
};
/** How often followed files are looked at. */
const pollMs = 200;
async function logsCommand(args, closed) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .parseCommand */ .RM)(args, options);
    const runId = (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .onePositional */ .PN)(positionals, '`logs` takes one run id');
    const kind = (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .oneOf */ .yL)('kind', values.kind, ['host', 'guest', 'both']) ?? 'guest';
    const stateRoot = await (0,_state_root_js__WEBPACK_IMPORTED_MODULE_8__/* .findStateRoot */ .p)(values['state-root']);
    const record = await (0,_store_read_run_js__WEBPACK_IMPORTED_MODULE_5__/* .readRun */ .cI)(stateRoot, runId);
    if (values['metadata-json'] === true) {
        (0,_print_js__WEBPACK_IMPORTED_MODULE_9__/* .printJson */ .Q2)(metadata(record), 2);
        return 0;
    }
    const select = { stateRoot, job: values.job, kind };
    const isFollowed = values.follow === true && record.status === 'running';
    try {
        if (isFollowed)
            await follow(runId, select, closed);
        else
            await printInTurn(filesOf(record, select), closed);
    }
    catch (error) {
        // Whoever reads has seen enough.
        if (!closed.aborted)
            throw error;
    }
    return 0;
}
function filesOf(record, { stateRoot, job, kind }) {
    const ids = record.jobs.map(({ id }) => id);
    if (job !== undefined && !ids.includes(job)) {
        throw (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .usage */ .CI)(`run ${record.run_id} has no job \`${job}\`; it has ${ids.join(', ')}`);
    }
    return ids
        .filter((id) => job === undefined || id === job)
        .flatMap((id) => {
        const { hostLog, guestLog } = (0,_store_run_dir_js__WEBPACK_IMPORTED_MODULE_6__/* .runDir */ .ff)(stateRoot, record.run_id).job(id);
        if (kind !== 'both')
            return [{ path: kind === 'host' ? hostLog : guestLog, title: id }];
        return [
            { path: hostLog, title: `${id}, host` },
            { path: guestLog, title: `${id}, guest` },
        ];
    });
}
/** One file after the other, under headings where there are several. */
async function printInTurn(files, closed) {
    for (const [index, { path, title }] of files.entries()) {
        if (files.length > 1)
            (0,_print_js__WEBPACK_IMPORTED_MODULE_9__/* .printLines */ .tj)([...(index === 0 ? [] : ['']), `── ${title} ──`]);
        const log = new ShownLog(path, '', closed);
        await log.printNew();
        log.end();
    }
}
/** All files as they grow, and those of lanes that begin meanwhile, until the run is over. */
async function follow(runId, select, closed) {
    const logs = new Map();
    for (;;) {
        // Read first, so that what is written before the end is read after it.
        const record = await (0,_store_read_run_js__WEBPACK_IMPORTED_MODULE_5__/* .readRun */ .cI)(select.stateRoot, runId);
        for (const { path, title } of filesOf(record, select)) {
            const isOnly = select.job !== undefined && select.kind !== 'both';
            const log = logs.get(path) ?? new ShownLog(path, isOnly ? '' : `${title} │ `, closed);
            logs.set(path, log);
            await log.printNew();
        }
        if (record.status !== 'running')
            break;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(pollMs, undefined, { signal: closed });
    }
    for (const log of logs.values())
        log.end();
}
/** A log file as it is shown, in whole lines, and what has been shown of it. */
class ShownLog {
    #splitter = new _diagnostics_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .LineSplitter */ .g();
    #path;
    #prefix;
    #closed;
    #taken;
    #offset = 0;
    constructor(path, prefix, closed) {
        this.#path = path;
        this.#prefix = prefix;
        this.#closed = closed;
        this.#taken = (0,_report_pace_js__WEBPACK_IMPORTED_MODULE_4__/* .paceOf */ .x)(process.stdout, closed);
    }
    async printNew() {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(this.#path))
                return;
            const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(this.#path), true);
            const input = file.createReadStream({ start: this.#offset, autoClose: false });
            for await (const chunk of input) {
                this.#offset += chunk.length;
                this.#print(this.#splitter.push(chunk));
                await this.#taken();
                this.#closed.throwIfAborted();
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    end() {
        this.#print(this.#splitter.end());
    }
    #print(lines) {
        const plain = process.stdout.isTTY && !(0,_stdout_palette_js__WEBPACK_IMPORTED_MODULE_10__/* .stdoutIsCapable */ .K)();
        (0,_print_js__WEBPACK_IMPORTED_MODULE_9__/* .printLines */ .tj)(lines.map((line) => this.#prefix + (plain ? (0,_diagnostics_harmless_js__WEBPACK_IMPORTED_MODULE_11__/* .colourless */ .q)(line) : line)));
    }
}
function metadata({ run_id, status, jobs }) {
    return {
        run_id,
        status,
        jobs: jobs.map(({ id, host_log_path, guest_log_path }) => ({
            id,
            host_log_path,
            guest_log_path,
            host_log_exists: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(host_log_path),
            guest_log_exists: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(guest_log_path),
        })),
    };
}


/***/ }),

/***/ 5980:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ findStateRoot)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71406);


/** Where records lie; looks for a checkout only when nobody names a folder. */
async function findStateRoot(flag) {
    const named = flag ?? (0,_core_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .readEnvironment */ .Q)(process.env).stateRoot;
    if (named !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(named);
    // Loaded only here: starting takes longer than most of what these commands do.
    const { openRepository } = await __webpack_require__.e(/* import() */ 648).then(__webpack_require__.bind(__webpack_require__, 5648));
    return (0,_core_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultStateRoot */ .d)((await openRepository(process.cwd())).root);
}


/***/ }),

/***/ 73109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ stdoutPalette),
/* harmony export */   K: () => (/* binding */ stdoutIsCapable)
/* harmony export */ });
/* harmony import */ var _report_status_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3892);

/** Colours where a person looks at a terminal and did not decline them: https://no-color.org */
function stdoutPalette() {
    return (0,_report_status_text_js__WEBPACK_IMPORTED_MODULE_0__/* .palette */ .M)(stdoutIsCapable() && process.env['NO_COLOR'] === undefined);
}
/** A terminal that knows more than to print characters one after the other. */
function stdoutIsCapable() {
    return process.stdout.isTTY && process.env['TERM'] !== 'dumb';
}


/***/ }),

/***/ 71406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readEnvironment),
/* harmony export */   d: () => (/* binding */ defaultStateRoot)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);
/* harmony import */ var _model_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87512);




/** @throws FailureError `usage` for a value that means nothing */
function readEnvironment(variables) {
    if (present(variables['PIKACI_REMOTE_LINUX_VM_INCUS_LANES']) !== undefined) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({
            cause: 'usage',
            problem: 'PIKACI_REMOTE_LINUX_VM_INCUS_LANES is removed and is set',
            hint: 'Say which backend a host has with hosts.<name>.backend in the manifest.',
        });
    }
    return {
        stateRoot: present(variables['PIKACI_STATE_ROOT']),
        backend: readBackend(variables['PIKACI_REMOTE_LINUX_VM_BACKEND']),
        maxConcurrentExecutes: readCount(variables['PIKACI_MAX_CONCURRENT_EXECUTES']) ?? 2,
        preparedOutputConsumer: present(variables['PIKACI_PREPARED_OUTPUT_CONSUMER']),
        sshAuthSocket: present(variables['SSH_AUTH_SOCK']),
        sshKeyPassphrase: present(variables['PIKACI_SSH_KEY_PASSPHRASE']),
        localWorkDir: localWorkDir(variables),
    };
}
function readBackend(value) {
    const text = present(value);
    if (text === undefined)
        return undefined;
    const backend = _model_target_js__WEBPACK_IMPORTED_MODULE_3__/* .backendChoices */ .Dx.find((known) => known === text);
    if (backend !== undefined)
        return backend;
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({
        cause: 'usage',
        problem: `PIKACI_REMOTE_LINUX_VM_BACKEND is \`${text}\``,
        hint: `Set it to ${_model_target_js__WEBPACK_IMPORTED_MODULE_3__/* .backendChoices */ .Dx.join(', ')}, or leave it out.`,
    });
}
/** Outside of any checkout, so that no tool run there finds copies of the workspace in it. */
function localWorkDir(variables) {
    const runnerTemp = present(variables['RUNNER_TEMP']);
    if (runnerTemp !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runnerTemp, 'pikaci');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(present(variables['XDG_CACHE_HOME']) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache'), 'pikaci');
}
/** Where records lie when nobody says otherwise. */
function defaultStateRoot(repositoryRoot) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repositoryRoot, '.pikaci');
}
function readCount(value) {
    const text = present(value);
    if (text === undefined)
        return undefined;
    const count = Number(text);
    if (Number.isInteger(count) && count >= 1)
        return count;
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({
        cause: 'usage',
        problem: `PIKACI_MAX_CONCURRENT_EXECUTES is \`${text}\``,
        hint: 'Set it to a whole number from 1.',
    });
}
/** An empty variable is an absent one: workflows cannot unset what they inherit. */
function present(value) {
    return value === '' ? undefined : value;
}


/***/ }),

/***/ 74715:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ LineSplitter)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54621);


/** What a line may grow to before it is cut in two: a guest may never end one. */
const lineLimit = 64 * 1024;
/**
 * Cuts a byte stream into lines for showing. A CR takes a line back, as it does on a terminal: of a
 * line that was written over, the last state that shows something is left. Each byte is looked at
 * once, in whatever pieces it comes.
 */
class LineSplitter {
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    #state = '';
    /** The last state before it that shows something. */
    #shown = '';
    /** Whether a CR ends the line or takes it back, what follows it tells. */
    #returned = false;
    /** The lines that end in these bytes. */
    push(bytes) {
        const lines = [];
        for (let at = 0; at < bytes.length; at += lineLimit) {
            this.#take(this.#decoder.write(bytes.subarray(at, at + lineLimit)), lines);
            if (this.#state.length > lineLimit)
                lines.push(this.#endLine());
        }
        return lines;
    }
    /** What stands behind the last line end. */
    end() {
        const lines = [];
        this.#take(this.#decoder.end(), lines);
        if (this.#state !== '' || this.#shown !== '')
            lines.push(this.#endLine());
        return lines;
    }
    #take(text, lines) {
        const parts = text.split('\n');
        const last = parts.pop() ?? '';
        if (!text.includes('\r') && !this.#returned && this.#shown === '') {
            // So it is in most logs, and in all of them lines are what there is most of.
            for (const part of parts) {
                lines.push(this.#state === '' ? part : this.#state + part);
                this.#state = '';
            }
            this.#state += last;
            return;
        }
        for (const part of parts) {
            this.#extend(part);
            lines.push(this.#endLine());
        }
        this.#extend(last);
    }
    #extend(part) {
        if (!part.includes('\r')) {
            this.#write(part);
            return;
        }
        for (const [index, state] of part.split('\r').entries()) {
            if (index > 0)
                this.#returned = true;
            this.#write(state);
        }
    }
    #write(text) {
        if (text === '')
            return;
        if (this.#returned && showsSomething(this.#state))
            this.#shown = this.#state;
        this.#state = this.#returned ? text : this.#state + text;
        this.#returned = false;
    }
    #endLine() {
        const line = this.#shown === '' || showsSomething(this.#state) ? this.#state : this.#shown;
        this.#state = '';
        this.#shown = '';
        this.#returned = false;
        return line;
    }
}
/** A program clears its progress in the end; that is not what people want to see of it. */
function showsSomething(state) {
    return /\S/.test((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .colourless */ .q)(state));
}


/***/ }),

/***/ 61004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ spelledId),
/* harmony export */   f: () => (/* binding */ idSegment)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** Longer ones end in a digest: each has to be a file's name. */
const longest = 120;
/**
 * An id as one segment of a path: what letters, digits, `.`, `_` and `-` do not spell stands as `~`
 * and two hex digits a byte, and so does a dot in front. No two ids share a segment.
 */
function idSegment(id) {
    const segment = spelledId(id).replace(/^\./, '~2e');
    if (segment.length <= longest)
        return segment;
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(id).digest('hex').slice(0, 16);
    return `${segment.slice(0, longest - digest.length - 2)}~~${digest}`;
}
/** An id as a part of another name, however long. */
function spelledId(id) {
    return id.replace(/[^A-Za-z0-9._-]/gu, (character) => [...Buffer.from(character)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''));
}


/***/ }),

/***/ 87512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ backendChoices),
/* harmony export */   G: () => (/* binding */ triggers),
/* harmony export */   P: () => (/* binding */ permissions),
/* harmony export */   SW: () => (/* binding */ pullPolicies),
/* harmony export */   Tg: () => (/* binding */ usualWorkDir),
/* harmony export */   V1: () => (/* binding */ permits),
/* harmony export */   aP: () => (/* binding */ usualDiskGib),
/* harmony export */   o8: () => (/* binding */ networks)
/* harmony export */ });
/** What a manifest means, after defaults and references are resolved. */
const triggers = ['branch', 'nightly', 'manual'];
/** What a guest gets of its host's disk that asks for nothing, where the host grants as much. */
const usualDiskGib = 20;
/** Whether a tag is asked for anew in each run, or only where the host has never seen it. */
const pullPolicies = ['always', 'missing'];
/** What a guest may reach: nothing, or whatever its host's user can, but the host itself. */
const networks = ['none', 'outbound'];
/** What a host, a flag or a variable may ask for; `auto` leaves it to the lane's runner. */
const backendChoices = ['auto', 'microvm', 'incus'];
/** What is refused on a host reached over SSH, unless the host allows it in so many words. */
const permissions = [
    'host_local',
    'workspace_runner',
    'unsandboxed_nix',
    'fork_network',
];
/** What is asked of this machine is asked by whoever runs pikaci on it. */
function permits({ address, allow }, permission) {
    return address.kind === 'local' || allow.includes(permission);
}
/** Where our folder is on hosts that are reached over SSH, unless they say otherwise. */
const usualWorkDir = '~/.cache/pikaci';


/***/ }),

/***/ 40643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ paceOf)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Tells whoever writes to a stream when to go on: what a slow reader leaves in a pipe would otherwise
 * gather in memory, all of it. However fast the reader is, signals and timers get their turn in
 * between: a flood must not hold up that it is cancelled.
 * @param signal ends the waiting; what is cancelled is not kept waiting by somebody's pager
 * @returns what settles once the stream has taken what it holds
 */
function paceOf(stream, signal) {
    let taken;
    const done = () => {
        taken = undefined;
    };
    return () => {
        if (signal.aborted)
            return undefined;
        if (!stream.writableNeedDrain)
            return (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setImmediate)();
        taken ??= (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(stream, 'drain', { signal }).then(done, done);
        return taken;
    };
}


/***/ }),

/***/ 3892:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ palette),
/* harmony export */   q: () => (/* binding */ statusText)
/* harmony export */ });
function palette(colours) {
    const wrap = (code) => (text) => colours ? `\u001b[${code}m${text}\u001b[0m` : text;
    const colourOf = (state) => state === 'success' || state === 'passed'
        ? '32'
        : state === 'failed' || state === 'lost'
            ? '31'
            : '33';
    const as = (state, text) => wrap(colourOf(state))(text);
    return { state: (state) => as(state, state), as, dim: wrap('2'), bold: wrap('1') };
}
/** The compact status for a terminal. */
function statusText(status, paint) {
    const width = Math.max(0, ...status.lanes.map(({ id }) => id.length));
    return [
        `${paint.bold('CI')}: ${paint.state(status.state)}`,
        `${status.run} · ${status.target}`,
        status.message ?? status.counts,
        paint.dim(`head ${status.head} · queued ${status.queuedAt} · ${status.lanes.length} lane(s)`),
        ...(status.ran === '' ? [] : [paint.dim(`queued ${status.queued} · ran ${status.ran}`)]),
        ...status.lanes.map(({ id, state, took, message }) => [`  ${id.padEnd(width)} · ${paint.state(state)}`, took, message ?? '']
            .filter((part) => part !== '')
            .join(' · ')),
    ];
}


/***/ }),

/***/ 41962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   oz: () => (/* binding */ ownProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);



function ownProcess() {
    return { pid: process.pid, started: startOf(process.pid) ?? '', host: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)() };
}
/**
 * Whether a run's process is gone. Of one on another machine nothing is known, and so of one whose
 * record is older than this.
 */
function isGone(owner) {
    if (owner?.host !== (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)())
        return false;
    return startOf(owner.pid) !== owner.started;
}
/** Nothing where there is no such process. */
function startOf(pid) {
    return process.platform === 'linux' ? linuxStart(pid) : psStart(pid);
}
/** Ticks since the system's own start, of which there may have been several. */
function linuxStart(pid) {
    try {
        const boot = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/random/boot_id', 'latin1').trim();
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        // The name stands in parentheses and may hold anything; behind it, the state and 18 numbers.
        const [state, ...numbers] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return state === 'Z' ? undefined : `${boot} ${numbers[18] ?? ''}`;
    }
    catch {
        return undefined;
    }
}
function psStart(pid) {
    try {
        const args = ['-o', 'lstart=', '-p', String(pid)];
        const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('ps', args, { encoding: 'utf8', env, stdio: 'pipe' }).trim();
    }
    catch {
        return undefined;
    }
}
function ownerOf(text) {
    try {
        const value = JSON.parse(text);
        const { pid, started, host } = value ?? {};
        if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1)
            return undefined;
        return typeof started === 'string' && typeof host === 'string'
            ? { pid, started, host }
            : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 76505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ readLastRun),
/* harmony export */   U9: () => (/* binding */ lookAtRun),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   g$: () => (/* binding */ listRunIds)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41962);
/* harmony import */ var _run_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2096);
/* harmony import */ var _run_dir_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38006);
/* harmony import */ var _written_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39726);






/**
 * Ids of the runs below a state root, newest first.
 * @throws FailureError `state_root_unusable` where that is no folder that can be read
 */
async function listRunIds(stateRoot) {
    try {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,_run_dir_js__WEBPACK_IMPORTED_MODULE_4__/* .runsFolder */ .Xc)(stateRoot));
        return names.filter(_run_id_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunId */ .P).sort().reverse();
    }
    catch (error) {
        const { code, message: detail } = error;
        if (code === 'ENOENT')
            return [];
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ cause: 'state_root_unusable', path: stateRoot, detail });
    }
}
/** A run's record as far as there is one; whatever is wrong with it concerns no other run. */
async function lookAtRun(stateRoot, runId) {
    const { runJson, ownerJson } = (0,_run_dir_js__WEBPACK_IMPORTED_MODULE_4__/* .runDir */ .ff)(stateRoot, runId);
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(runJson, 'utf8');
    }
    catch (error) {
        const detail = error.message;
        const isThere = (await listRunIds(stateRoot)).includes(runId);
        const failure = isThere
            ? { cause: 'run_unreadable', runId, path: runJson, detail }
            : { cause: 'run_unknown', runId, stateRoot };
        return { kind: 'unreadable', failure };
    }
    const record = recordIn(text);
    if (record === undefined) {
        const detail = 'it is not the record of a run';
        return {
            kind: 'unreadable',
            failure: { cause: 'run_unreadable', runId, path: runJson, detail },
        };
    }
    if (record.status !== 'running')
        return { kind: 'read', record };
    const owner = (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerOf */ .bf)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(ownerJson, 'utf8').catch(() => ''));
    if (owner === undefined || !(0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .isGone */ .ST)(owner))
        return { kind: 'read', record };
    // Its last act may have been to close the record.
    const last = recordIn(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(runJson, 'utf8').catch(() => '')) ?? record;
    return { kind: 'read', record: last.status === 'running' ? lost(last, owner.pid) : last };
}
/** @throws FailureError `run_unknown`, `run_unreadable` */
async function readRun(stateRoot, runId) {
    if (!(0,_run_id_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunId */ .P)(runId))
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ cause: 'run_unknown', runId, stateRoot });
    const found = await lookAtRun(stateRoot, runId);
    if (found.kind === 'unreadable')
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO(found.failure);
    return found.record;
}
/**
 * The run that began last, of those whose records can be read.
 * @throws FailureError `no_runs`
 */
async function readLastRun(stateRoot) {
    let last;
    for (const id of await listRunIds(stateRoot)) {
        // An id tells the second only; which run of a second came last, the records tell.
        if (last !== undefined && secondOf(id) !== secondOf(last.run_id))
            break;
        const found = await lookAtRun(stateRoot, id);
        if (found.kind === 'unreadable')
            continue;
        if (last === undefined || found.record.created_at > last.created_at)
            last = found.record;
    }
    if (last === undefined)
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ cause: 'no_runs', stateRoot });
    return last;
}
function secondOf(id) {
    return id.split('-')[0] ?? '';
}
/** Of a record as much as everything that reads it rests on. */
function recordIn(text) {
    try {
        const value = JSON.parse(text);
        const { run_id, status, target_id, created_at, jobs } = value ?? {};
        const words = [run_id, status, target_id, created_at];
        const isRecord = words.every((word) => typeof word === 'string') && areJobs(jobs);
        if (!isRecord)
            return undefined;
        const run = value;
        return { ...run, jobs: run.jobs.map(_written_record_js__WEBPACK_IMPORTED_MODULE_5__/* .readJob */ .cd) };
    }
    catch {
        return undefined;
    }
}
function areJobs(jobs) {
    return (Array.isArray(jobs) &&
        jobs.every((job) => typeof job?.id === 'string'));
}
/** The record of a run whose process ended without closing it: killed, or its machine went down. */
function lost(record, pid) {
    const message = `lost: its process (${pid}) ended without a word`;
    const failure_kind = 'infrastructure';
    return {
        ...record,
        status: 'lost',
        message,
        failure_kind,
        jobs: record.jobs.map((job) => job.status === 'running' || job.status === 'pending'
            ? { ...job, status: 'failed', message: 'lost with its run', failure_kind }
            : job),
    };
}


/***/ }),

/***/ 38006:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ runDirAt),
/* harmony export */   Xc: () => (/* binding */ runsFolder),
/* harmony export */   ff: () => (/* binding */ runDir)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61004);


function runsFolder(stateRoot) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(stateRoot, 'runs');
}
function runDir(stateRoot, runId) {
    return runDirAt((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(runsFolder(stateRoot), runId));
}
/** A run's folder wherever it lies: an artifact holds it without the state root around it. */
function runDirAt(path) {
    return {
        path,
        runJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'run.json'),
        planJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'plan.json'),
        preparedOutputsJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'prepared-outputs.json'),
        eventsJsonl: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'events.jsonl'),
        legJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'leg.json'),
        ownerJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'owner.json'),
        job: (id) => jobDir((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'jobs', (0,_model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__/* .idSegment */ .f)(id))),
    };
}
function jobDir(path) {
    const artifacts = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'artifacts');
    return {
        path,
        statusJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'status.json'),
        hostLog: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'host.log'),
        artifacts,
        guestLog: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(artifacts, 'guest.log'),
        resultJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(artifacts, 'result.json'),
        problemsJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'problems.json'),
    };
}


/***/ }),

/***/ 2096:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ newRunId),
/* harmony export */   P: () => (/* binding */ isRunId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const pattern = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;
/** `YYYYMMDDTHHMMSSZ-` and eight hex digits: sorts by time, and two at once differ. */
function newRunId(now) {
    const stamp = now
        .toISOString()
        .replace(/[-:]/g, '')
        .replace(/\.\d+Z$/, 'Z');
    return `${stamp}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
}
/** Whether a word can be a run id; whatever is not never becomes part of a path. */
function isRunId(word) {
    return pattern.test(word);
}


/***/ }),

/***/ 39726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ writtenRun),
/* harmony export */   Dk: () => (/* binding */ writtenJob),
/* harmony export */   cd: () => (/* binding */ readJob),
/* harmony export */   w7: () => (/* binding */ writtenEvent)
/* harmony export */ });
function writtenRun(record) {
    return { ...record, jobs: record.jobs.map(writtenJob) };
}
function writtenJob({ execution, ...job }) {
    const { backend, accelerator, image, phases } = execution;
    const { failure_kind, host, guest_name, guest_kept, contained, attempts, ...rest } = job;
    const { waited_for_place, ...original } = rest;
    const ours = {
        failure_kind,
        host,
        guest_name,
        guest_kept,
        contained,
        attempts,
        waited_for_place,
    };
    if (job.executor !== 'remote_linux_vm' || backend === null) {
        return { ...original, remote_linux_vm_execution: null, ...ours, execution };
    }
    const vm = { backend, accelerator, ...writtenImage(image), phases };
    return { ...original, remote_linux_vm_execution: vm, ...ours };
}
function writtenImage(image) {
    const isOci = image !== null && 'digest' in image;
    return { incus_image: isOci ? null : image, oci_image: isOci ? image : null };
}
/** An event as events.jsonl has it. */
function writtenEvent(event) {
    switch (event.event) {
        case 'job_started':
        case 'job_finished':
            return { ...event, job: writtenJob(event.job) };
        case 'run_finished':
            return { ...event, run: writtenRun(event.run) };
        default:
            return event;
    }
}
/** The record that was written. */
function readJob({ remote_linux_vm_execution: vm, execution = nothing, waited_for_place = null, ...job }) {
    return { ...job, waited_for_place, execution: vm ? executionOf(vm) : execution };
}
function executionOf({ incus_image = null, oci_image = null, ...vm }) {
    return { ...nothing, ...vm, image: incus_image ?? oci_image };
}
const nothing = { backend: null, accelerator: null, image: null, phases: [] };


/***/ })

};
;