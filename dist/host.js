"use strict";
exports.id = 199;
exports.ids = [199];
exports.modules = {

/***/ 94140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ guestProgramFunctions),
/* harmony export */   Fb: () => (/* binding */ consoleTailScript),
/* harmony export */   NC: () => (/* binding */ admissionScript),
/* harmony export */   RM: () => (/* binding */ launchScript),
/* harmony export */   Y4: () => (/* binding */ enterFunctions),
/* harmony export */   Yy: () => (/* binding */ reapScript),
/* harmony export */   Z7: () => (/* binding */ renewLeaseScript),
/* harmony export */   _w: () => (/* binding */ claimScript),
/* harmony export */   dB: () => (/* binding */ consoleEnterScript),
/* harmony export */   dL: () => (/* binding */ keepScript),
/* harmony export */   dX: () => (/* binding */ artifactsScript),
/* harmony export */   ee: () => (/* binding */ logRestScript),
/* harmony export */   iu: () => (/* binding */ supervisorScript),
/* harmony export */   jY: () => (/* binding */ processFunctions),
/* harmony export */   kX: () => (/* binding */ inTimeScript),
/* harmony export */   qW: () => (/* binding */ removalScript),
/* harmony export */   tz: () => (/* binding */ followScript),
/* harmony export */   ub: () => (/* binding */ collectScript)
/* harmony export */ });
/* harmony import */ var _host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67664);

/**
 * The shell programs about guests, put together from the texts beside this file, which say what
 * their arguments are.
 */
/** Makes the folder of a guest. */
function claimScript() {
    const functions = [(0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .workFolderFunctions */ .$R)(), (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .diskLeftFunctions */ .Uc)(), leaseFunctions()];
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "claim.sh", ...functions);
}
function renewLeaseScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "renew-lease.sh", leaseFunctions());
}
/** Waits for a guest's turn. */
function admissionScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "admission.sh");
}
/** Keeps one guest. */
function supervisorScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "supervisor.sh", ...removalFunctions());
}
/** Puts into a guest's folder what it needs, and starts its supervisor. */
function launchScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "launch.sh", guestProgramFunctions());
}
/** Functions only; see guest-programs.sh. */
function guestProgramFunctions() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "guest-programs.sh");
}
/** Prints a guest's log as it grows. */
function followScript() {
    const functions = [processFunctions(), guestStateFunctions()];
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "follow.sh", ...functions);
}
/** Prints the rest of a guest's log. */
function logRestScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "log-rest.sh");
}
/** Tells whether a guest has met a deadline. */
function inTimeScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "in-time.sh", guestStateFunctions());
}
/** Prints how a guest ended. */
function collectScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "collect.sh", processFunctions());
}
/** Prints the end of a guest's console. */
function consoleTailScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "console-tail.sh");
}
/** Prints a guest's artifacts. */
function artifactsScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "artifacts.sh");
}
/** Leads to the console of a kept VM. */
function consoleEnterScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "console-enter.sh", enterFunctions());
}
/** Lets a guest stay. */
function keepScript() {
    const functions = [processFunctions(), leaseFunctions()];
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "keep.sh", ...functions);
}
/** Removes a guest. */
function removalScript() {
    const functions = [(0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .workFolderFunctions */ .$R)(), ...removalFunctions()];
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "remove-guest.sh", ...functions);
}
/** Removes the guests whose lease is over. */
function reapScript() {
    const functions = [(0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .workFolderFunctions */ .$R)(), ...removalFunctions()];
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "reap.sh", ...functions);
}
/** Functions only; see processes.sh. */
function processFunctions() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "processes.sh");
}
/** Functions only; see enter-guest.sh. */
function enterFunctions() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "enter-guest.sh");
}
function removalFunctions() {
    const remove = (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "remove.sh");
    return [processFunctions(), (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .removeTreeFunctions */ .GJ)(), remove];
}
function leaseFunctions() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "lease.sh");
}
function guestStateFunctions() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "guest-state.sh");
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
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ cause: 'host_command_failed', host, step: purpose, exit, detail });
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
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33934);
/* harmony import */ var _shell_functions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67664);




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
    if ((0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .succeeded */ .gq)(exit))
        return stdout;
    if ((0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .exitedWith */ .QR)(exit, _shell_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .workFolderRefusedExit */ .OI)) {
        const detail = lastLines(stderr, 1);
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ cause: 'work_folder_refused', host: host.spec.name, detail });
    }
    throw (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .commandFailed */ .n)(host.spec.name, command, (0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .formatExit */ .qn)(exit), lastLines(stderr, 20));
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
/* harmony export */   gK: () => (/* binding */ pinnedLines),
/* harmony export */   uJ: () => (/* binding */ parseKnownHosts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);


/** Types of host keys that our client knows. */
const checkable = [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'ssh-rsa',
];
/**
 * Reads known_hosts text. A line that cannot be used is told when a host is met that it is about:
 * certificate authorities, too, or a team that pins one would believe its hosts to be pinned.
 * @param source how to name the text in errors
 */
function parseKnownHosts(source, text) {
    const entries = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        const fields = line.split(/\s+/);
        const marker = line.startsWith('@') ? fields.shift() : undefined;
        const [names = '', ...key] = fields;
        const pin = readPin(marker, key);
        const unusable = (problem) => ({
            kind: 'unusable',
            failure: new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ cause: 'known_hosts_invalid', source, line: index + 1, problem }),
        });
        entries.push({
            names: names.split(',').flatMap((name) => hostPattern(name) ?? []),
            revoked: marker === '@revoked',
            pin: typeof pin === 'string' ? unusable(pin) : pin,
        });
    }
    return { entries };
}
/** @returns what is wrong with it, where it pins nothing */
function readPin(marker, fields) {
    if (marker === '@cert-authority') {
        return '@cert-authority is not supported; pin the host’s own key';
    }
    if (marker !== undefined && marker !== '@revoked')
        return `unknown marker ${marker}`;
    const [type, encoded] = fields;
    if (type === undefined || encoded === undefined)
        return 'expected `host key-type base64-key`';
    if (/^\d+$/.test(type))
        return 'a key of SSH’s version 1, which no host has any more';
    const key = Buffer.from(encoded, 'base64');
    if (keyTypeOf(key) !== type)
        return `the key is not a valid ${type} key`;
    // What is revoked is only compared.
    if (marker === undefined && !checkable.includes(type)) {
        return `keys of type ${type} cannot be checked here; pin another of the host’s keys`;
    }
    return { kind: 'key', type, key };
}
/** Whether `key` is what is pinned for a host. */
function verifyHostKey({ entries }, hostname, port, key) {
    const ours = entries.filter(({ names }) => namesMatch(names, hostname, port));
    const revocations = ours.filter(({ revoked }) => revoked);
    if (revocations.some(({ pin }) => pin.kind === 'key' && pin.key.equals(key))) {
        return { kind: 'changed', pinned: 'this very key is revoked' };
    }
    // Whatever it revokes may be this key.
    const unreadable = revocations.find(({ pin }) => pin.kind === 'unusable');
    const pins = ours.filter(({ revoked }) => !revoked).map(({ pin }) => pin);
    const keys = pins.filter((pin) => pin.kind === 'key');
    const problem = unreadable?.pin ?? (keys.length === 0 ? pins[0] : undefined);
    if (problem?.kind === 'unusable')
        return problem;
    if (keys.some((pin) => pin.key.equals(key)))
        return { kind: 'pinned' };
    const [first] = keys;
    if (first === undefined)
        return { kind: 'unpinned' };
    return { kind: 'changed', pinned: `${first.type} ${first.key.toString('base64')}` };
}
/** Types of the keys pinned for a host, so that it is asked for one of those first. */
function pinnedKeyTypes({ entries }, hostname, port) {
    const ours = entries.filter(({ names, revoked }) => !revoked && namesMatch(names, hostname, port));
    return [...new Set(ours.flatMap(({ pin }) => (pin.kind === 'key' ? [pin.type] : [])))];
}
/** What is pinned for a host, as lines of known_hosts that name it in the clear. */
function pinnedLines({ entries }, hostname, port) {
    const ours = entries.filter(({ names, revoked }) => !revoked && namesMatch(names, hostname, port));
    const lines = ours.flatMap(({ pin }) => pin.kind === 'key' ? [knownHostsLine(hostname, port, pin.key)] : []);
    return [...new Set(lines)];
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
/** Nothing for a form of names that nobody knows: whom it is about cannot be told. */
function hostPattern(name) {
    if (name.startsWith('|')) {
        const [, version, salt, hash] = name.split('|');
        if (version !== '1' || salt === undefined || hash === undefined)
            return undefined;
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

/***/ 18392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
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
;// CONCATENATED MODULE: ./build/host/plain-environment.js
/**
 * What of our own environment a command gets, by name and nothing else: a workflow step's holds
 * tokens and inputs under names that nobody can list, and what runs here may be a pull request's
 * code. It is what a login over SSH would give, and where the runner keeps its tools. What else a lane
 * needs stands in its `env`.
 */
const handedOn = [
    ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TZ', 'LANG', 'LANGUAGE'],
    ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NIX_SSL_CERT_FILE'],
    ...['NIX_PATH', 'NIX_PROFILES', 'NIX_REMOTE'],
    ...['RUNNER_TOOL_CACHE', 'AGENT_TOOLSDIRECTORY', 'RUNNER_OS', 'RUNNER_ARCH', 'JAVA_HOME'],
];
/** Of these there are several: `LC_ALL`, `JAVA_HOME_21_X64`, `GOROOT_1_24_X64`. */
const handedOnKinds = /^(LC_[A-Z]+|JAVA_HOME_[0-9]+_[A-Za-z0-9]+|GOROOT_[0-9_]+_[A-Za-z0-9]+)$/;
function plainEnvironment(variables) {
    return Object.fromEntries(Object.entries(variables).filter(([name]) => handedOn.includes(name) || handedOnKinds.test(name)));
}

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
    if (address.kind === 'unknown')
        throw new failure/* FailureError */.pO(address.why);
    const proof = await credentials.proof(spec);
    const { connectSsh } = await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(677)]).then(__webpack_require__.bind(__webpack_require__, 3677));
    const identity = { proof, knownHosts: await credentials.knownHosts() };
    return connectSsh(spec, { address, hops: credentials.proxyJump }, identity, options);
}


/***/ }),

/***/ 67664:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ workFolderFunctions),
/* harmony export */   GJ: () => (/* binding */ removeTreeFunctions),
/* harmony export */   OI: () => (/* binding */ workFolderRefusedExit),
/* harmony export */   Uc: () => (/* binding */ diskLeftFunctions),
/* harmony export */   rM: () => (/* binding */ shellProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/** A shell program, or functions for some: a file's text, behind what it needs, functions most often. */
function shellProgram(file, ...before) {
    return [...before, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8')].join('\n');
}
/** How scripts find a host's work folder, and refuse one that is not ours; see work-folder.sh. */
function workFolderFunctions() {
    return shellProgram(__webpack_require__.ab + "work-folder.sh");
}
/** How anything of ours is removed; see remove-tree.sh. */
function removeTreeFunctions() {
    return shellProgram(__webpack_require__.ab + "remove-tree.sh");
}
/** How scripts say that a disk is full; see disk-left.sh. */
function diskLeftFunctions() {
    return shellProgram(__webpack_require__.ab + "disk-left.sh");
}
/** What a script ends with that refuses a work folder, its reason being what it said last. */
const workFolderRefusedExit = 78;


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
            cause: 'usage',
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


/***/ })

};
;