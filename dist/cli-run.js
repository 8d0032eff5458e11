"use strict";
exports.id = 279;
exports.ids = [279];
exports.modules = {

/***/ 69205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _core_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71406);
/* harmony import */ var _core_checkout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91428);




/** Opens the checkout around the current folder, as a command's flags say. */
async function workspaceOf(values) {
    const { hosts, manifest } = values;
    return (0,_core_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .openCheckout */ .H)({
        directory: process.cwd(),
        manifest,
        hosts: hosts === undefined ? undefined : { origin: hosts, text: await readHosts(hosts) },
        hostsOrigin: 'terminal',
        stateRoot: values['state-root'],
        environment: (0,_core_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .readEnvironment */ .Q)(process.env),
    });
}
async function readHosts(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (error) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({
            cause: 'usage',
            problem: `--hosts ${file} cannot be read: ${error.message}`,
            hint: 'Name a file with host settings, in TOML or JSON.',
        }, { cause: error });
    }
}


/***/ }),

/***/ 52050:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./build/core/exit-status.js
var exit_status = __webpack_require__(72862);
// EXTERNAL MODULE: ./build/core/registry-auth.js
var registry_auth = __webpack_require__(29023);
// EXTERNAL MODULE: ./build/core/run-lanes.js + 39 modules
var run_lanes = __webpack_require__(7147);
// EXTERNAL MODULE: ./build/core/run-secrets.js
var run_secrets = __webpack_require__(73386);
// EXTERNAL MODULE: ./build/core/signals.js
var signals = __webpack_require__(44378);
// EXTERNAL MODULE: ./build/model/after-failure.js
var after_failure = __webpack_require__(13756);
// EXTERNAL MODULE: ./build/report/compact-status.js
var compact_status = __webpack_require__(8278);
// EXTERNAL MODULE: ./build/diagnostics/harmless.js
var harmless = __webpack_require__(54621);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/diagnostics/lines.js
var diagnostics_lines = __webpack_require__(74715);
;// CONCATENATED MODULE: ./build/diagnostics/log-tail.js
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
/** The last lines of a log file, blank ones at its end aside; none where there is no file. */
async function logTail(path, lines) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path), true);
            const { size } = await file.stat();
            const start = Math.max(0, size - tailBytes);
            const { buffer, bytesRead } = await file.read(Buffer.alloc(tailBytes), 0, tailBytes, start);
            const splitter = new diagnostics_lines/* LineSplitter */.g();
            const all = [...splitter.push(buffer.subarray(0, bytesRead)), ...splitter.end()];
            return all.slice(0, all.findLastIndex((line) => line.trim() !== '') + 1).slice(-lines);
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
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./build/report/pace.js
var pace = __webpack_require__(40643);
// EXTERNAL MODULE: ./build/report/status-text.js
var status_text = __webpack_require__(3892);
;// CONCATENATED MODULE: ./build/report/display-width.js
/**
 * How many columns of a terminal a text takes. Where terminals differ it is the larger number: a line
 * that is cut a little early does no harm, and one that wraps does.
 */
function displayWidth(text) {
    let width = 0;
    for (const character of text)
        width += widthOf(character);
    return width;
}
/** As much of a text without escape sequences as fits in that many columns, with a mark where it is cut. */
function cutToWidth(text, columns) {
    if (displayWidth(text) <= columns)
        return text;
    let cut = '';
    let left = columns - 1;
    for (const character of text) {
        left -= widthOf(character);
        if (left < 0)
            break;
        cut += character;
    }
    return columns < 1 ? '' : `${cut}…`;
}
function widthOf(character) {
    if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character))
        return 0;
    return /\p{Emoji_Presentation}/u.test(character) || isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
}
/** Blocks that are wide throughout, https://www.unicode.org/reports/tr11/ */
const wide = [
    [0x1100, 0x115f],
    [0x2e80, 0x303e],
    [0x3041, 0x4dbf],
    [0x4e00, 0xa4cf],
    [0xa960, 0xa97f],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe10, 0xfe19],
    [0xfe30, 0xfe6f],
    [0xff00, 0xff60],
    [0xffe0, 0xffe6],
    [0x16fe0, 0x18dff],
    [0x1aff0, 0x1b2ff],
    [0x1f300, 0x1faff],
    [0x20000, 0x3fffd],
];
function isWide(code) {
    return code >= 0x1100 && wide.some(([first, last]) => code >= first && code <= last);
}

// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(87300);
// EXTERNAL MODULE: ./build/report/event-lines.js + 1 modules
var event_lines = __webpack_require__(87140);
// EXTERNAL MODULE: ./build/report/guard.js
var guard = __webpack_require__(52935);
;// CONCATENATED MODULE: ./build/report/terminal.js






/** Reports a run to a terminal or a plain stream: what happens, and what the guests say. */
function terminalReport(terminal) {
    const { paint, colours } = terminal;
    const guests = new Map();
    const live = liveLanes(terminal);
    const print = (lines) => {
        if (lines.length === 0)
            return;
        live.erase();
        terminal.write(lines.map((line) => `${(0,guard/* guardLine */.Q)(line)}\n`).join(''));
        live.draw();
    };
    const splitterOf = (lane) => {
        const known = guests.get(lane) ?? new diagnostics_lines/* LineSplitter */.g();
        guests.set(lane, known);
        return known;
    };
    // A terminal obeys escape sequences: only colours and such, which change no state, get through.
    const printGuest = (lane, lines) => {
        const shown = lines.map((line) => {
            const text = colours === 'kept' ? (0,harmless/* harmless */.I)(line) : (0,harmless/* colourless */.q)(line);
            // What a guest leaves switched on is not to colour the lines of others.
            const end = text.includes('\u001b') ? '\u001b[0m' : '';
            return `${paint.dim(`${lane} │`)} ${text}${end}`;
        });
        print(shown);
    };
    const sink = (event) => {
        if (event.event === 'job_output') {
            printGuest(event.job_id, splitterOf(event.job_id).push(event.bytes));
        }
        if (event.event === 'job_phase_started')
            live.enter(event.job_id, event.phase);
        if (event.event === 'job_waiting')
            live.enter(event.job_id, 'wait_for_free_place');
        if (event.event === 'job_verdict') {
            printGuest(event.job_id, splitterOf(event.job_id).end());
            live.leave(event.job_id);
        }
        print(ownLines(event, paint));
    };
    return { sink, close: live.close };
}
/** What a person looks for stands out, how a lane ended above all; the rest stands back. */
function ownLines(event, paint) {
    const lines = (0,event_lines/* eventLines */.Cl)(event).map(harmless/* harmless */.I);
    if (event.event === 'prepare_finished' && event.problem !== null)
        return lines;
    if (event.event !== 'job_verdict')
        return lines.map(paint.dim);
    const { verdict } = event;
    const isCancelled = verdict.kind === 'failed' && verdict.failure.cause === 'cancelled';
    const [headline = '', ...rest] = lines;
    return [paint.as(isCancelled ? 'cancelled' : verdict.kind, headline), ...rest];
}
/** The lanes under way, as lines that are drawn again and again below all others. */
function liveLanes({ write, screen, paint }) {
    const states = new Map();
    let drawn = [];
    const erase = () => {
        if (screen === undefined || drawn.length === 0)
            return;
        // Since they were drawn the screen may have become narrower, and wrapped them.
        const { columns } = screen();
        const rows = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / columns)), 0);
        write(`\u001b[${rows}A\u001b[0J`);
        drawn = [];
    };
    const draw = () => {
        if (screen === undefined)
            return;
        const { columns, rows } = screen();
        const lines = [...states].map(([lane, { phase, since }]) => `running ${lane} · ${(0,event_lines/* words */.aL)(phase)} · ${(0,duration/* formatDuration */.a)(Date.now() - since)}`);
        // What scrolls off the screen cannot be drawn over.
        const room = Math.max(1, rows - 2);
        const more = lines.length - room;
        const shown = more <= 0 ? lines : [...lines.slice(0, room - 1), `and ${more + 1} more`];
        drawn = shown.map((line) => cutToWidth((0,harmless/* harmless */.I)(line), columns - 1));
        write(drawn.map((line) => `${line.replace(/^running/, paint.state('running'))}\n`).join(''));
    };
    const timer = screen === undefined
        ? undefined
        : setInterval(() => {
            erase();
            draw();
        }, 1000);
    return {
        enter: (lane, phase) => {
            if (states.get(lane)?.phase !== phase)
                states.set(lane, { phase, since: Date.now() });
        },
        leave: (lane) => void states.delete(lane),
        erase,
        draw,
        close: () => {
            clearInterval(timer);
            erase();
        },
    };
}

// EXTERNAL MODULE: ./build/store/run-dir.js
var run_dir = __webpack_require__(38006);
// EXTERNAL MODULE: ./build/store/written-record.js
var written_record = __webpack_require__(39726);
// EXTERNAL MODULE: ./build/cli/user-credentials.js
var user_credentials = __webpack_require__(39468);
// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(65868);
// EXTERNAL MODULE: ./build/cli/print.js
var print = __webpack_require__(89901);
// EXTERNAL MODULE: ./build/cli/stdout-palette.js
var stdout_palette = __webpack_require__(73109);
// EXTERNAL MODULE: ./build/cli/open-checkout.js
var open_checkout = __webpack_require__(69205);
;// CONCATENATED MODULE: ./build/cli/run.js



















const run_options = {
    ...options/* hostOptions */.tv,
    lane: { type: 'string', multiple: true },
    base: { type: 'string' },
    output: { type: 'string' },
    'keep-guest-on-failure-minutes': { type: 'string' },
};
async function runCommand(args, closed) {
    const { values, positionals } = (0,options/* parseCommand */.RM)(args, run_options);
    const target = (0,options/* onePositional */.PN)(positionals, '`run` takes one target or lane');
    const output = (0,options/* oneOf */.yL)('output', values.output, ['human', 'json', 'jsonl']) ?? 'human';
    const keep = 'keep-guest-on-failure-minutes';
    const minutes = (0,options/* count */.U9)(keep, values[keep], after_failure/* mostKeptMinutes */.P) ?? 0;
    const workspace = await (0,open_checkout/* workspaceOf */.B)(values);
    const reporter = reporters[output]();
    const credentials = (0,user_credentials/* userCredentials */.C)(values, workspace.environment);
    // With nobody left to tell, the guests are to go, as they do on a signal.
    const signal = AbortSignal.any([(0,signals/* abortOnSignals */.P)(), closed]);
    const record = await (0,run_lanes/* runLanes */.r)(workspace, {
        target,
        lanes: values.lane ?? [],
        base: values.base,
        backend: undefined,
        credentials,
        registryAuth: await (0,registry_auth/* registryAuth */.I)('', process.env),
        context: {},
        secrets: (lanes) => (0,run_secrets/* readSecrets */.q)(lanes, process.env, 'terminal'),
        foreignFrom: undefined,
        afterFailure: (0,after_failure/* keptFor */.e)(minutes, credentials.proxyJump),
        identity: { repository: workspace.repository.root, run: undefined, attempt: 1 },
        report: reporter.sink,
        outputTaken: (0,pace/* paceOf */.x)(process.stdout, signal),
        signal,
    });
    await reporter.close(record, workspace.stateRoot);
    return (0,exit_status/* exitOfRun */.HX)(record);
}
const reporters = {
    human: humanReporter,
    json: () => ({
        sink: () => undefined,
        close: (record) => (0,print/* printJson */.Q2)((0,written_record/* writtenRun */.$$)(record), 2),
    }),
    jsonl: () => ({
        // Guest output has its own file, where it is byte for byte what it was.
        sink: (event) => {
            if (event.event !== 'job_output')
                (0,print/* printJson */.Q2)((0,written_record/* writtenEvent */.w7)(event));
        },
        close: () => undefined,
    }),
};
function humanReporter() {
    const paint = (0,stdout_palette/* stdoutPalette */.D)();
    const write = (text) => void process.stdout.write(text);
    const { stdout } = process;
    const { sink, close } = terminalReport({
        write,
        screen: (0,stdout_palette/* stdoutIsCapable */.K)() ? () => ({ columns: stdout.columns, rows: stdout.rows }) : undefined,
        colours: stdout.isTTY && !(0,stdout_palette/* stdoutIsCapable */.K)() ? 'dropped' : 'kept',
        paint,
    });
    return {
        sink,
        close: async (record, stateRoot) => {
            close();
            const dir = (0,run_dir/* runDir */.ff)(stateRoot, record.run_id);
            for (const job of record.jobs.filter(({ status }) => status !== 'passed')) {
                const tail = await logTail(dir.job(job.id).guestLog, 20);
                if (tail.length === 0)
                    continue;
                (0,print/* printLines */.tj)(['', paint.bold(`${job.id}: end of the log`), ...tail.map(harmless/* colourless */.q)]);
            }
            (0,print/* printLines */.tj)(['', ...(0,status_text/* statusText */.q)((0,compact_status/* compactStatus */.MZ)(record), paint)]);
            (0,print/* printLines */.tj)(['', `record ${dir.runJson}`]);
            (0,print/* printLines */.tj)(record.jobs.map((job) => `log    ${job.guest_log_path}`));
        },
    };
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

/***/ 39468:
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
            const named = flags['ssh-known-hosts'];
            const file = named ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.ssh', 'known_hosts');
            const text = await readIfThere(file);
            if (text === undefined && named !== undefined) {
                throw unreadable(file, 'there is no such file');
            }
            return (0,_host_known_hosts_js__WEBPACK_IMPORTED_MODULE_4__/* .parseKnownHosts */ .uJ)(file, text ?? '');
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
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .FailureError */ .pO({ cause: 'ssh_key_unusable', host: host.name, detail });
}
function unreadable(file, detail) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .FailureError */ .pO({
        cause: 'usage',
        problem: `${file} cannot be read: ${detail}`,
        hint: 'Name a file that is there: --ssh-key, --ssh-known-hosts.',
    });
}
async function readIfThere(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (error) {
        const { code, message } = error;
        if (code === 'ENOENT')
            return undefined;
        throw unreadable(file, message);
    }
}


/***/ }),

/***/ 75722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ removeGuest)
/* harmony export */ });
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10432);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94140);


/** Removes a guest and all it made on its host. A guest that is not there is removed already. */
async function removeGuest(host, name, signal) {
    await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .capture */ .Fg)(host, {
        script: (0,_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .removalScript */ .qW)(),
        args: [host.spec.workDir, name],
        purpose: `remove the guest ${name}`,
    }, signal ? { signal } : {});
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

/***/ 38988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ laneWord),
/* harmony export */   X0: () => (/* binding */ scopeOfInputs),
/* harmony export */   sc: () => (/* binding */ scopeOfWord)
/* harmony export */ });
/** As a matrix says it, and the input `lane`: empty for all lanes. */
function laneWord(scope) {
    return scope.kind === 'lane' ? scope.lane : '';
}
/** What a matrix says with {@link laneWord}. */
function scopeOfWord(word) {
    return word === '' ? { kind: 'target' } : { kind: 'lane', lane: word };
}
/**
 * What the inputs `target` and `lane` mean. Workflows that were written before the matrix had a key
 * `lane` hand its `id` on, which is the target's own where a leg runs all of its lanes. It is so
 * understood where it can mean nothing else: a lane of that name among others is the lane, since a
 * leg that runs too little is missed by the report, and one that runs too much speaks for others.
 * @param lanes ids of the target's, where they are known
 */
function scopeOfInputs(target, lane, lanes = []) {
    if (lane === undefined)
        return { kind: 'target' };
    const isOneOfSeveral = lanes.length > 1 && lanes.includes(lane);
    return lane !== target || isOneOfSeveral ? { kind: 'lane', lane } : { kind: 'target' };
}


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
/* harmony import */ var _make_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38716);



/**
 * Replaces a file as a whole: a reader sees the old content or the new one, and so does whoever
 * comes after a crash. Where it fails the old content stays, and nothing beside it. Synchronous, so
 * that records keep the order of events.
 */
function writeFileAtomically(path, content) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    (0,_make_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .makeFolder */ .f)(folder);
    const temporary = `${path}.${process.pid}.new`;
    try {
        writeWhole(temporary, Buffer.from(content));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(temporary, { force: true });
        throw error;
    }
    syncFolder(folder);
}
function writeJsonAtomically(path, value) {
    writeFileAtomically(path, `${JSON.stringify(value, undefined, 2)}\n`);
}
function writeWhole(path, content) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'w', 0o644);
    try {
        // A disk that is nearly full, or a quota, takes a part; only the next write says why.
        for (let written = 0; written < content.length;) {
            written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, content, written);
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
/** The new name, too, has to outlive a crash. */
function syncFolder(path) {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(folder);
    }
    catch (error) {
        // Some file systems, and those of other machines, do not sync folders.
        const { code } = error;
        if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'EPERM')
            throw error;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(folder);
    }
}


/***/ }),

/***/ 38716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Makes a folder and those around it. Node's own way of doing so never ends where a file system says
 * that a folder is not there and yet takes none, as /proc does.
 */
function makeFolder(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path);
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isDirectory())
            return;
        if (code !== 'ENOENT' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === path || isFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)))
            throw error;
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path);
    }
}
function isFolder(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
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