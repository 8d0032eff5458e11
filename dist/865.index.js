"use strict";
exports.id = 865;
exports.ids = [865];
exports.modules = {

/***/ 73464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ userCredentials)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);
/* harmony import */ var _host_known_hosts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98571);
/* harmony import */ var _model_address_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36813);






/**
 * Keys as OpenSSH's own client would find them, unless flags name others.
 * @throws FailureError `usage`
 */
function userCredentials(flags, { sshAuthSocket, sshKeyPassphrase }) {
    return {
        proof: async (host) => {
            if (flags['ssh-agent'] !== true) {
                const privateKey = await readKey(host, flags['ssh-key']);
                return { kind: 'key', privateKey, passphrase: sshKeyPassphrase ?? '' };
            }
            if (sshAuthSocket !== undefined)
                return { kind: 'agent', socket: sshAuthSocket };
            throw keyUnusable(host, '--ssh-agent is given, and SSH_AUTH_SOCK names no agent');
        },
        knownHosts: async () => {
            const file = flags['ssh-known-hosts'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.ssh', 'known_hosts');
            return (0,_host_known_hosts_js__WEBPACK_IMPORTED_MODULE_4__/* .parseKnownHosts */ .uJ)(file, (await readIfThere(file)) ?? '');
        },
        proxyJump: (0,_model_address_js__WEBPACK_IMPORTED_MODULE_5__/* .parseProxyJump */ .uo)(flags['ssh-proxy-jump'] ?? ''),
    };
}
async function readKey(host, named) {
    const candidates = named === undefined
        ? ['id_ed25519', 'id_ecdsa', 'id_rsa'].map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.ssh', name))
        : [named];
    for (const file of candidates) {
        const text = await readIfThere(file);
        if (text !== undefined)
            return text;
    }
    throw keyUnusable(host, `there is no ${candidates.join(', ')}`);
}
function keyUnusable(host, detail) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .FailureError */ .pO({ kind: 'ssh_key_unusable', host: host.name, detail });
}
async function readIfThere(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 94212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./build/command/exit-status.js
var exit_status = __webpack_require__(74688);
// EXTERNAL MODULE: ./build/command/run-lanes.js + 35 modules
var run_lanes = __webpack_require__(28279);
// EXTERNAL MODULE: ./build/command/signals.js
var signals = __webpack_require__(36972);
// EXTERNAL MODULE: ./build/model/after-failure.js
var after_failure = __webpack_require__(13756);
// EXTERNAL MODULE: ./build/report/compact-status.js
var compact_status = __webpack_require__(8278);
// EXTERNAL MODULE: ./build/report/harmless.js
var harmless = __webpack_require__(15515);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/report/log-tail.js
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

const tailBytes = 16 * 1024;
/** The last lines of a log file; empty where there is none. */
async function logTail(path, lines) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path), true);
            const { size } = await file.stat();
            const start = Math.max(0, size - tailBytes);
            const { buffer, bytesRead } = await file.read(Buffer.alloc(tailBytes), 0, tailBytes, start);
            return buffer
                .toString('utf8', 0, bytesRead)
                .trimEnd()
                .split(/\r\n|[\r\n]/)
                .slice(-lines)
                .join('\n');
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
    catch (error) {
        if (error.code === 'ENOENT')
            return '';
        throw error;
    }
}

// EXTERNAL MODULE: ./build/report/pace.js
var pace = __webpack_require__(40643);
// EXTERNAL MODULE: ./build/report/status-text.js
var status_text = __webpack_require__(3892);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(87300);
// EXTERNAL MODULE: ./build/report/event-lines.js
var event_lines = __webpack_require__(980);
// EXTERNAL MODULE: ./build/report/lines.js
var lines = __webpack_require__(7601);
;// CONCATENATED MODULE: ./build/report/terminal.js




/** Reports a run to a terminal or a plain stream: what happens, and what the guests say. */
function terminalReport(terminal) {
    const { paint } = terminal;
    const guests = new Map();
    const states = new Map();
    let drawn = 0;
    const erase = () => {
        if (drawn > 0)
            terminal.write(`\u001b[${drawn}A\u001b[0J`);
        drawn = 0;
    };
    const draw = () => {
        if (!terminal.live)
            return;
        for (const [lane, { phase, since }] of states) {
            const time = (0,duration/* formatDuration */.a)(Date.now() - since);
            terminal.write(`${paint.state('running')} ${lane} · ${(0,event_lines/* words */.a)(phase)} · ${time}\n`);
        }
        drawn = states.size;
    };
    const print = (line) => {
        erase();
        terminal.write(`${line}\n`);
        draw();
    };
    const splitterOf = (lane) => {
        const known = guests.get(lane) ?? new lines/* LineSplitter */.g();
        guests.set(lane, known);
        return known;
    };
    // A terminal obeys escape sequences: only colours and such, which change no state, get through.
    const printGuest = (lane, lines) => {
        for (const line of lines)
            print(`${paint.dim(`${lane} │`)} ${(0,harmless/* harmless */.I)(line)}`);
    };
    const timer = terminal.live
        ? setInterval(() => {
            erase();
            draw();
        }, 1000)
        : undefined;
    const sink = (event) => {
        if (event.event === 'job_output') {
            printGuest(event.job_id, splitterOf(event.job_id).push(event.bytes));
        }
        if (event.event === 'job_phase_started') {
            states.set(event.job_id, { phase: event.phase, since: Date.now() });
        }
        if (event.event === 'job_verdict') {
            printGuest(event.job_id, splitterOf(event.job_id).end());
            states.delete(event.job_id);
        }
        for (const line of (0,event_lines/* eventLines */.C)(event))
            print(paint.dim((0,harmless/* harmless */.I)(line)));
    };
    return {
        sink,
        close: () => {
            clearInterval(timer);
            erase();
        },
    };
}

// EXTERNAL MODULE: ./build/store/run-dir.js
var run_dir = __webpack_require__(38006);
// EXTERNAL MODULE: ./build/cli/credentials.js
var cli_credentials = __webpack_require__(73464);
// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(65868);
// EXTERNAL MODULE: ./build/cli/stdout-palette.js
var stdout_palette = __webpack_require__(73109);
// EXTERNAL MODULE: ./build/cli/workspace.js
var cli_workspace = __webpack_require__(30087);
;// CONCATENATED MODULE: ./build/cli/run.js















const run_options = {
    ...options/* hostOptions */.tv,
    lane: { type: 'string', multiple: true },
    base: { type: 'string' },
    output: { type: 'string' },
    'keep-guest-on-failure-minutes': { type: 'string' },
};
async function runCommand(args) {
    const { values, positionals } = (0,options/* parseCommand */.RM)(args, run_options);
    const target = (0,options/* onePositional */.PN)(positionals, '`run` takes one target or lane');
    const output = (0,options/* oneOf */.yL)('output', values.output, ['human', 'json', 'jsonl']) ?? 'human';
    const keep = 'keep-guest-on-failure-minutes';
    const minutes = (0,options/* count */.U9)(keep, values[keep], after_failure/* mostKeptMinutes */.P) ?? 0;
    const workspace = await (0,cli_workspace/* workspaceOf */.B)(values);
    const reporter = reporters[output]();
    const credentials = (0,cli_credentials/* userCredentials */.C)(values, workspace.environment);
    const signal = (0,signals/* abortOnSignals */.P)();
    const record = await (0,run_lanes/* runLanes */.r)(workspace, {
        target,
        lanes: values.lane ?? [],
        base: values.base,
        backend: undefined,
        credentials,
        afterFailure: (0,after_failure/* keptFor */.e)(minutes, credentials.proxyJump),
        identity: { repository: workspace.repository.root, run: undefined, attempt: 1 },
        report: reporter.sink,
        outputTaken: (0,pace/* paceOf */.x)(process.stdout, signal),
        signal,
    });
    await reporter.close(record, workspace.stateRoot);
    return (0,exit_status/* exitOfRun */.H)(record);
}
const reporters = {
    human: humanReporter,
    json: () => ({
        sink: () => undefined,
        close: (record) => printLine(JSON.stringify(record, undefined, 2)),
    }),
    jsonl: () => ({
        // Guest output has its own file, where it is byte for byte what it was.
        sink: (event) => {
            if (event.event !== 'job_output')
                printLine(JSON.stringify(event));
        },
        close: () => undefined,
    }),
};
function humanReporter() {
    const paint = (0,stdout_palette/* stdoutPalette */.D)();
    const write = (text) => void process.stdout.write(text);
    const { sink, close } = terminalReport({ write, live: process.stdout.isTTY, paint });
    return {
        sink,
        close: async (record, stateRoot) => {
            close();
            const dir = (0,run_dir/* runDir */.ff)(stateRoot, record.run_id);
            for (const job of record.jobs.filter(({ status }) => status !== 'passed')) {
                const tail = await logTail(dir.job(job.id).guestLog, 20);
                if (tail === '')
                    continue;
                const lines = tail.split('\n').map((line) => paint.dim((0,harmless/* harmless */.I)(line)));
                write(`\n${paint.bold(`${job.id}: end of the log`)}\n${lines.join('\n')}\n`);
            }
            write(`\n${(0,status_text/* statusText */.q)((0,compact_status/* compactStatus */.MZ)(record), paint).join('\n')}\n`);
            write(`\nrecord ${dir.runJson}\n`);
            for (const job of record.jobs)
                write(`log    ${job.guest_log_path}\n`);
        },
    };
}
function printLine(line) {
    process.stdout.write(`${line}\n`);
}


/***/ }),

/***/ 73109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ stdoutPalette)
/* harmony export */ });
/* harmony import */ var _report_status_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3892);

/** Colours where a person looks at a terminal and did not decline them: https://no-color.org */
function stdoutPalette() {
    return (0,_report_status_text_js__WEBPACK_IMPORTED_MODULE_0__/* .palette */ .M)(process.stdout.isTTY && process.env['NO_COLOR'] === undefined);
}


/***/ }),

/***/ 30087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _command_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2736);
/* harmony import */ var _command_workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68617);



/** Opens the checkout around the current folder, as a command's flags say. */
async function workspaceOf(values) {
    const { hosts, manifest } = values;
    return (0,_command_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .openWorkspace */ .O)({
        directory: process.cwd(),
        manifest,
        hosts: hosts === undefined ? undefined : { origin: hosts, text: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(hosts, 'utf8') },
        stateRoot: values['state-root'],
        environment: (0,_command_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .readEnvironment */ .Q)(process.env),
    });
}


/***/ }),

/***/ 75722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ removeGuest),
/* harmony export */   e: () => (/* binding */ guestDir)
/* harmony export */ });
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10432);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94140);


/** Removes a guest and all it made on its host. A guest that is not there is removed already. */
async function removeGuest(host, name, signal) {
    await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .capture */ .Fg)(host, {
        script: (0,_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .removalScript */ .qW)(),
        args: [guestDir(host.spec.workDir, name), name],
        purpose: `remove the guest ${name}`,
    }, signal ? { signal } : {});
}
function guestDir(workDir, name) {
    return `${workDir}/guests/${name}`;
}


/***/ }),

/***/ 94140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   US: () => (/* binding */ enterScript),
/* harmony export */   Yy: () => (/* binding */ reapScript),
/* harmony export */   iu: () => (/* binding */ supervisorScript),
/* harmony export */   jY: () => (/* binding */ processFunctions),
/* harmony export */   qW: () => (/* binding */ removalScript)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/** The shell programs about guests, put together from the texts beside this file. */
/** Keeps one guest; see supervisor.sh for its arguments. */
function supervisorScript() {
    return `${functions()}\n${read(__webpack_require__.ab + "supervisor.sh")}`;
}
/** Arguments: folder of the guest, its name. */
function removalScript() {
    return `${functions()}\nremove_guest "$1" "$2"\n`;
}
/** Argument: work dir. Prints the names of the guests that it removed. */
function reapScript() {
    return `${functions()}\n${read(__webpack_require__.ab + "reap.sh")}`;
}
/** Enters a kept guest; lies in its folder. */
function enterScript() {
    return read(__webpack_require__.ab + "enter.sh");
}
/** Functions only; see processes.sh. */
function processFunctions() {
    return read(__webpack_require__.ab + "processes.sh");
}
function functions() {
    return `${processFunctions()}\n${read(__webpack_require__.ab + "remove.sh")}`;
}
function read(file) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
}


/***/ }),

/***/ 45454:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ commandFailed),
/* harmony export */   t: () => (/* binding */ AnswerBuffer)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

/** More than any answer of our own scripts; a host that says more is broken or hostile. */
const stdoutLimit = 16 * 1024 * 1024;
const stderrLimit = 64 * 1024;
/** Gathers what a short script prints, within bounds. */
class AnswerBuffer {
    #host;
    #command;
    #stdout = [];
    #stdoutBytes = 0;
    #stderr = Buffer.alloc(0);
    constructor(host, command) {
        this.#host = host;
        this.#command = command;
    }
    /** @throws FailureError `host_command_failed` beyond the limit */
    addStdout = (chunk) => {
        this.#stdoutBytes += chunk.length;
        if (this.#stdoutBytes > stdoutLimit) {
            const detail = `more than ${stdoutLimit} bytes`;
            throw commandFailed(this.#host, this.#command, 'too much output', detail);
        }
        this.#stdout.push(chunk);
    };
    addStderr = (chunk) => {
        this.#stderr = Buffer.concat([this.#stderr, chunk]).subarray(-stderrLimit);
    };
    answer(exit) {
        const stdout = Buffer.concat(this.#stdout).toString();
        return { exit, stdout, stderr: this.#stderr.toString() };
    }
}
function commandFailed(host, { purpose }, exit, detail) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ kind: 'host_command_failed', host, step: purpose, exit, detail });
}


/***/ }),

/***/ 10432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ capture),
/* harmony export */   NT: () => (/* binding */ stdoutOf),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45454);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33934);


/**
 * Runs a short script that has to succeed.
 * @returns its stdout
 * @throws FailureError `host_command_failed` with the end of its stderr
 */
async function capture(host, command, options = {}) {
    return stdoutOf(host, command, await host.call(command, options));
}
/** The stdout of an answer that has to be a success; see {@link capture}. */
function stdoutOf(host, command, answer) {
    const { exit, stdout, stderr } = answer;
    if ((0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .succeeded */ .gq)(exit))
        return stdout;
    throw (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .commandFailed */ .n)(host.spec.name, command, (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .formatExit */ .qn)(exit), lastLines(stderr, 20));
}
function lastLines(text, count) {
    return text.trimEnd().split('\n').slice(-count).join('\n');
}


/***/ }),

/***/ 33934:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ exitedWith),
/* harmony export */   gq: () => (/* binding */ succeeded),
/* harmony export */   qn: () => (/* binding */ formatExit)
/* harmony export */ });
function formatExit(exit) {
    return exit.kind === 'code' ? `exit ${exit.code}` : `killed by ${exit.signal}`;
}
function exitedWith(exit, code) {
    return exit.kind === 'code' && exit.code === code;
}
function succeeded(exit) {
    return exitedWith(exit, 0);
}


/***/ }),

/***/ 98571:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ verifyHostKey),
/* harmony export */   TZ: () => (/* binding */ knownHostsLine),
/* harmony export */   X6: () => (/* binding */ pinnedKeyTypes),
/* harmony export */   uJ: () => (/* binding */ parseKnownHosts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);


/**
 * Reads known_hosts text. Certificate authorities are refused rather than passed over: a team that
 * pins one would otherwise believe its hosts to be pinned.
 * @param source how to name the text in errors
 * @throws FailureError `known_hosts_invalid`
 */
function parseKnownHosts(source, text) {
    const entries = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        const fail = (problem) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ kind: 'known_hosts_invalid', source, line: index + 1, problem });
        const fields = line.split(/\s+/);
        const marker = line.startsWith('@') ? fields.shift() : undefined;
        if (marker === '@cert-authority') {
            throw fail('@cert-authority is not supported; pin the host’s own key');
        }
        if (marker !== undefined && marker !== '@revoked')
            throw fail(`unknown marker ${marker}`);
        const [names, keyType, encoded] = fields;
        if (names === undefined || keyType === undefined || encoded === undefined) {
            throw fail('expected `host key-type base64-key`');
        }
        const key = Buffer.from(encoded, 'base64');
        if (keyTypeOf(key) !== keyType)
            throw fail(`the key is not a valid ${keyType} key`);
        entries.push({
            names: names.split(',').map((name) => hostPattern(name, fail)),
            revoked: marker === '@revoked',
            keyType,
            key,
        });
    }
    return { entries };
}
/** Whether `key` is what is pinned for a host. */
function verifyHostKey({ entries }, hostname, port, key) {
    const ours = entries.filter(({ names }) => namesMatch(names, hostname, port));
    if (ours.some((entry) => entry.revoked && entry.key.equals(key))) {
        return { kind: 'changed', pinned: 'this very key is revoked' };
    }
    const valid = ours.filter(({ revoked }) => !revoked);
    if (valid.some((entry) => entry.key.equals(key)))
        return { kind: 'pinned' };
    const [first] = valid;
    if (first === undefined)
        return { kind: 'unpinned' };
    return { kind: 'changed', pinned: `${first.keyType} ${first.key.toString('base64')}` };
}
/** Types of the keys pinned for a host, so that it is asked for one of those. */
function pinnedKeyTypes({ entries }, hostname, port) {
    const ours = entries.filter(({ names, revoked }) => !revoked && namesMatch(names, hostname, port));
    return [...new Set(ours.map(({ keyType }) => keyType))];
}
/** The line to add to known_hosts for a host that shows `key`. */
function knownHostsLine(hostname, port, key) {
    return `${hostToken(hostname, port)} ${keyTypeOf(key) ?? 'unknown'} ${key.toString('base64')}`;
}
/** The key's type stands in front of the key itself, length-framed (RFC 4253, section 6.6). */
function keyTypeOf(key) {
    if (key.length < 4)
        return undefined;
    const length = key.readUInt32BE(0);
    return key.length > 4 + length ? key.toString('latin1', 4, 4 + length) : undefined;
}
function hostToken(hostname, port) {
    return port === 22 ? hostname : `[${hostname}]:${port}`;
}
function hostPattern(name, fail) {
    if (name.startsWith('|')) {
        const [, version, salt, hash] = name.split('|');
        if (version !== '1' || salt === undefined || hash === undefined) {
            throw fail(`unknown form of a hashed name: ${name}`);
        }
        return { kind: 'hashed', salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
    }
    const negated = name.startsWith('!');
    const glob = (negated ? name.slice(1) : name).toLowerCase();
    const source = glob
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return { kind: 'glob', negated, regExp: new RegExp(`^${source}$`) };
}
function namesMatch(patterns, hostname, port) {
    const token = hostToken(hostname.toLowerCase(), port);
    let matched = false;
    for (const pattern of patterns) {
        if (pattern.kind === 'hashed') {
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha1', pattern.salt).update(token).digest();
            matched ||= hash.length === pattern.hash.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(hash, pattern.hash);
        }
        else if (pattern.regExp.test(token)) {
            if (pattern.negated)
                return false;
            matched = true;
        }
    }
    return matched;
}


/***/ }),

/***/ 77673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/host/answer.js
var answer = __webpack_require__(45454);
;// CONCATENATED MODULE: ./build/host/local.js





/** This machine as a host: commands are children, without a shell of the user in between. */
function localHost(spec) {
    return {
        spec,
        exec,
        call: async (command, { stdin, signal } = {}) => {
            const buffer = new answer/* AnswerBuffer */.t(spec.name, command);
            const exit = await exec(command, {
                onStdout: buffer.addStdout,
                onStderr: buffer.addStderr,
                ...(signal && { signal }),
                ...(stdin !== undefined && { stdin: external_node_stream_.Readable.from([stdin]) }),
            });
            return buffer.answer(exit);
        },
        [Symbol.asyncDispose]: () => Promise.resolve(),
    };
}
async function exec({ script, args = [] }, { stdin, signal, onStdout, onStderr } = {}) {
    signal?.throwIfAborted();
    // A group of its own, so that a script ends with whatever it started.
    const child = (0,external_node_child_process_.spawn)('sh', ['-c', script, 'sh', ...args], {
        detached: true,
        stdio: 'pipe',
        env: plainEnvironment(process.env),
    });
    const group = processGroup(child);
    signal?.addEventListener('abort', group.end, { once: true });
    try {
        const closed = (0,external_node_events_.once)(child, 'close');
        const [ended, ...rest] = await Promise.allSettled([
            closed,
            feed(child.stdin, stdin),
            drain(child.stdout, onStdout).catch(group.endBecause),
            drain(child.stderr, onStderr).catch(group.endBecause),
        ]);
        signal?.throwIfAborted();
        const broken = [ended, ...rest].find(({ status }) => status === 'rejected');
        if (broken?.status === 'rejected')
            throw broken.reason;
        const [code, killer] = await closed;
        return killer === null ? { kind: 'code', code: code ?? 0 } : { kind: 'signal', signal: killer };
    }
    finally {
        signal?.removeEventListener('abort', group.end);
    }
}
/**
 * What a login over SSH would give, and no more: the environment of a workflow step holds tokens
 * and inputs, and what runs here may be a pull request's code.
 */
function plainEnvironment(variables) {
    const kept = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|SSL_CERT_.*|NIX_.*)$/;
    return Object.fromEntries(Object.entries(variables).filter(([name]) => kept.test(name)));
}
/** Time for a script to clear away behind itself before it is killed. */
const graceMs = 2000;
function processGroup(child) {
    const signalGroup = (signal) => {
        // Once it is reaped its number may be another's.
        if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
            return;
        killGroup(child.pid, signal);
    };
    const end = () => {
        signalGroup('SIGTERM');
        setTimeout(() => signalGroup('SIGKILL'), graceMs).unref();
    };
    return {
        end,
        endBecause: (error) => {
            end();
            throw error;
        },
    };
}
async function drain(output, handler) {
    for await (const chunk of output)
        await handler?.(chunk);
}
async function feed(input, stdin) {
    try {
        await (0,promises_.pipeline)(stdin ?? external_node_stream_.Readable.from([]), input);
    }
    catch (error) {
        // The script sees its input end early, clears away, and exits; then the error is told.
        // A script may also end without reading all of its input; its exit says what that means.
        const { code } = error;
        if (code !== 'EPIPE' && code !== 'ERR_STREAM_PREMATURE_CLOSE')
            throw error;
    }
}
function killGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch (error) {
        if (error.code !== 'ESRCH')
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/host/open.js

/** Opens a host by its address. ssh2 is loaded only when it is needed: it costs 33 ms. */
async function openHost(spec, credentials, options) {
    const { address } = spec;
    if (address.kind === 'local')
        return localHost(spec);
    const proof = await credentials.proof(spec);
    const { connectSsh } = await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(955)]).then(__webpack_require__.bind(__webpack_require__, 21955));
    const identity = { proof, knownHosts: await credentials.knownHosts() };
    return connectSsh(spec, { address, hops: credentials.proxyJump }, identity, options);
}


/***/ }),

/***/ 36813:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T0: () => (/* binding */ formatEndpoint),
/* harmony export */   or: () => (/* binding */ parseAddress),
/* harmony export */   uo: () => (/* binding */ parseProxyJump)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

/** `local`, or one or several of `ssh://[user@]name[:port]` with nothing after it. */
function parseAddress(text) {
    if (text === 'local')
        return { kind: 'local' };
    const [first, ...more] = [text].flat().map(parseEndpoint);
    if (first === undefined)
        return undefined;
    const others = more.filter((endpoint) => endpoint !== undefined);
    if (others.length < more.length)
        return undefined;
    return { kind: 'ssh', endpoints: [first, ...others] };
}
function parseEndpoint(text) {
    if (!URL.canParse(text))
        return undefined;
    const url = new URL(text);
    const plain = url.pathname === '' && url.search === '' && url.hash === '' && url.password === '';
    if (url.protocol !== 'ssh:' || url.hostname === '' || !plain)
        return undefined;
    return {
        user: url.username === '' ? undefined : decodeURIComponent(url.username),
        hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port === '' ? 22 : Number(url.port),
    };
}
/**
 * Hosts to go through, as ssh's -J takes them: `[user@]name[:port]`, separated by commas, `ssh://`
 * in front of each at will.
 * @throws FailureError `usage`
 */
function parseProxyJump(text) {
    const hops = text.split(',').map((hop) => hop.trim());
    return hops
        .filter((hop) => hop !== '')
        .map((hop) => {
        const endpoint = parseEndpoint(hop.startsWith('ssh://') ? hop : `ssh://${hop}`);
        if (endpoint !== undefined)
            return endpoint;
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({
            kind: 'usage',
            problem: `\`${hop}\` is no host to jump through`,
            hint: 'Write user@name:port, several separated by commas.',
        });
    });
}
/** `ssh://user@host:port`, as people write it. */
function formatEndpoint({ user, hostname, port }) {
    const name = hostname.includes(':') ? `[${hostname}]` : hostname;
    return `ssh://${user === undefined ? '' : `${user}@`}${name}:${port}`;
}


/***/ }),

/***/ 13756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ mostKeptMinutes),
/* harmony export */   e: () => (/* binding */ keptFor)
/* harmony export */ });
/** @param minutes 0 for nothing to be kept */
function keptFor(minutes, via) {
    return minutes === 0 ? { kind: 'removed' } : { kind: 'kept', minutes, via };
}
/** A kept guest takes room on its host; longer is for nobody who still remembers it. */
const mostKeptMinutes = 240;


/***/ }),

/***/ 87512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ triggers),
/* harmony export */   S: () => (/* binding */ backends)
/* harmony export */ });
/** What a manifest means, after defaults and references are resolved. */
const triggers = ['branch', 'nightly', 'manual'];
const backends = ['auto', 'microvm', 'incus'];


/***/ }),

/***/ 7826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ writeFileAtomically),
/* harmony export */   t: () => (/* binding */ writeJsonAtomically)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Replaces a file as a whole: a reader sees the old content or the new one, and so does whoever
 * comes after a crash. Synchronous, so that records keep the order of events.
 */
function writeFileAtomically(path, content) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    const temporary = `${path}.${process.pid}.new`;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(temporary, 'w', 0o644);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, content);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, path);
}
function writeJsonAtomically(path, value) {
    writeFileAtomically(path, `${JSON.stringify(value, undefined, 2)}\n`);
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
        job: (id) => jobDir((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'jobs', id)),
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


/***/ })

};
;