"use strict";
exports.id = 259;
exports.ids = [259];
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

/***/ 42243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planCommand: () => (/* binding */ planCommand)
/* harmony export */ });
/* harmony import */ var _core_plan_lanes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28450);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73755);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65868);
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89901);
/* harmony import */ var _open_checkout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69205);





const options = {
    hosts: { type: 'string' },
    base: { type: 'string' },
    head: { type: 'string' },
    json: { type: 'boolean' },
};
async function planCommand(args) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCommand */ .RM)(args, options);
    const workspace = await (0,_open_checkout_js__WEBPACK_IMPORTED_MODULE_2__/* .workspaceOf */ .B)(values);
    const { plan } = await (0,_core_plan_lanes_js__WEBPACK_IMPORTED_MODULE_0__/* .planLanes */ .H)(workspace, {
        targets: positionals.length === 0 ? ['branch'] : positionals,
        base: values.base,
        head: values.head,
    });
    if (values.json === true)
        (0,_print_js__WEBPACK_IMPORTED_MODULE_3__/* .printJson */ .Q2)(plan, 2);
    else
        (0,_print_js__WEBPACK_IMPORTED_MODULE_3__/* .printLines */ .tj)((0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_4__/* .planText */ .P)(plan));
    return 0;
}


/***/ }),

/***/ 28450:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ planLanes)
});

// EXTERNAL MODULE: ./build/plan/choose-targets.js
var choose_targets = __webpack_require__(82005);
// EXTERNAL MODULE: ./build/plan/pattern-warnings.js
var pattern_warnings = __webpack_require__(21619);
// EXTERNAL MODULE: ./build/plan/select.js + 1 modules
var plan_select = __webpack_require__(52182);
// EXTERNAL MODULE: ./build/repository/change.js + 1 modules
var repository_change = __webpack_require__(76880);
// EXTERNAL MODULE: ./build/repository/files.js
var files = __webpack_require__(36023);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/manifest/read.js + 13 modules
var read = __webpack_require__(17377);
;// CONCATENATED MODULE: ./build/plan/manifest-changes.js
/** What a newer manifest takes away from an older one, or has done otherwise, for people to see. */
function manifestChanges(before, now) {
    const changes = [];
    const otherwise = [];
    for (const target of before) {
        const same = now.find(({ id }) => id === target.id);
        if (same === undefined) {
            changes.push(`takes away target \`${target.id}\` with ${named(target.lanes.map(idOf))}`);
            continue;
        }
        const gone = target.lanes.filter(({ id }) => !same.lanes.some((lane) => lane.id === id));
        if (gone.length > 0)
            changes.push(`takes ${named(gone.map(idOf))} away from \`${target.id}\``);
        if (same.trigger !== target.trigger) {
            changes.push(`makes \`${target.id}\` a ${same.trigger} target, and no ${target.trigger} one`);
        }
        if (JSON.stringify(same.paths) !== JSON.stringify(target.paths)) {
            changes.push(`changes the paths that select \`${target.id}\``);
        }
        const kept = same.lanes.flatMap((lane) => {
            const old = target.lanes.find(({ id }) => id === lane.id);
            return old === undefined || textOf(old) === textOf(lane) ? [] : [`${target.id}/${lane.id}`];
        });
        otherwise.push(...kept);
    }
    return otherwise.length === 0 ? changes : [...changes, `changes ${named(otherwise)}`];
}
/** Of the targets at one commit, those lanes that are at another one as well. */
function inBoth(targets, others) {
    return targets.flatMap((target) => {
        const other = others.find(({ id }) => id === target.id);
        if (other === undefined)
            return [];
        const lanes = target.lanes.filter(({ id }) => other.lanes.some((lane) => lane.id === id));
        return [{ ...target, lanes }];
    });
}
/** Hosts are no affair of the manifest's but for their names. */
function textOf({ runner, ...lane }) {
    return JSON.stringify([lane, { ...runner, host: runner.host.name }]);
}
function idOf({ id }) {
    return id;
}
const mostNamed = 10;
function named(lanes) {
    const names = lanes.slice(0, mostNamed).map((id) => `\`${id}\``);
    const more = lanes.length > mostNamed ? [`${lanes.length - mostNamed} more`] : [];
    const list = new Intl.ListFormat('en').format([...names, ...more]);
    return `${lanes.length === 1 ? 'lane' : 'lanes'} ${list}`;
}

// EXTERNAL MODULE: ./build/repository/file-at.js
var file_at = __webpack_require__(17748);
// EXTERNAL MODULE: ./build/core/backends.js + 15 modules
var backends = __webpack_require__(33016);
;// CONCATENATED MODULE: ./build/core/manifest-before.js






/**
 * What a change does to the manifest that decides on it: whoever writes the one writes the other,
 * and a lane that is no longer there fails nowhere.
 */
async function warnOfManifest(workspace, change) {
    if (change.kind === 'unknown')
        return [];
    const { manifest } = workspace;
    if ((0,plan_select/* changedSource */.mn)(manifest, change) === undefined)
        return [];
    const [start] = change.mergeBases;
    const before = start === undefined ? 'none' : await targetsAt(workspace, start);
    if (before === 'none')
        return [];
    if (before === 'invalid') {
        return [
            `${manifest.path} itself changed, and it is not valid at the base: what the change takes away from it cannot be told`,
        ];
    }
    // What the base itself has taken away since is not this change's doing.
    const tip = await targetsAt(workspace, change.base);
    const kept = typeof tip === 'string' ? before : inBoth(before, tip);
    return manifestChanges(kept, manifest.targets).map((words) => `${manifest.path} itself changed: it ${words}`);
}
async function targetsAt({ repository, manifest, hosts, environment }, commit) {
    const isDefault = read/* defaultManifestPaths */.$z.some((path) => path === manifest.path);
    try {
        const { targets } = await (0,read/* readManifest */.WI)({
            read: (path) => (0,file_at/* fileAt */.W)(repository, commit, path),
            nameOf: (path) => path,
            candidates: isDefault ? read/* defaultManifestPaths */.$z : [manifest.path],
            hosts,
            hostsOrigin: 'terminal',
            backends: backends/* backends */.S,
            localWorkDir: environment.localWorkDir,
            patterns: 'unchecked',
            workTreePaths: () => Promise.resolve([]),
        });
        return targets;
    }
    catch (error) {
        if (!(error instanceof failure/* FailureError */.pO))
            throw error;
        return error.failure.cause === 'manifest_missing' ? 'none' : 'invalid';
    }
}

;// CONCATENATED MODULE: ./build/core/plan-lanes.js






/** Which lanes a change wants, and why. */
async function planLanes(workspace, { targets: words, base, head = 'HEAD' }) {
    const { repository, manifest, runFetch } = workspace;
    const { mode, targets } = (0,choose_targets/* chooseTargets */.u)(manifest, words);
    const [change, there, submodules] = await Promise.all([
        (0,repository_change/* changedPaths */.vl)(repository, base, head, { runFetch }),
        (0,files/* workTreePaths */.Ke)(repository),
        (0,files/* submodulePaths */.Xg)(repository),
    ]);
    const plan = (0,plan_select/* planChange */.AS)(manifest, targets, mode, change);
    const warnings = [...(await warnOfManifest(workspace, change)), ...manifest.warnings];
    const asides = (0,pattern_warnings/* patternWarnings */.a)(targets, [...there, ...plan.changed_paths], submodules);
    return { plan: { ...plan, notes: [...warnings, ...plan.notes, ...asides] }, warnings };
}


/***/ }),

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

/***/ 21619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ patternWarnings)
/* harmony export */ });
/* harmony import */ var _path_matcher_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69751);

/**
 * Patterns that match nothing there is: probably misspelt, and no error, as what they are for may be
 * gone or yet to come.
 * @param paths of the work tree
 * @param submodules those of the paths that stand for all below them
 */
function patternWarnings(targets, paths, submodules) {
    const patterns = targets.flatMap(({ id, paths: listed }) => listed.map((pattern) => ({ target: id, pattern, body: pattern.replace(/^!/, '') })));
    const opaque = new Set(submodules);
    const hit = matched(patterns.map(({ body }) => body), paths);
    const missed = patterns.filter(({ body }, index) => !hit.has(index) && !parents(body).some((parent) => opaque.has(parent)));
    return missed.map(({ target, pattern, body }) => {
        const other = ['NFC', 'NFD'].map((form) => body.normalize(form)).find((it) => it !== body);
        const isOther = other !== undefined && matched([other], paths).size > 0;
        const why = isOther
            ? `: its letters are composed otherwise than in the files' names (Unicode ${body === body.normalize('NFC') ? 'NFC, not NFD' : 'NFD, not NFC'}); copy the name from \`git ls-files -z\``
            : '';
        return `targets.${target}.paths: \`${pattern}\` matches no file${why}`;
    });
}
/** Indexes of the patterns that match some path. */
function matched(patterns, paths) {
    const matcher = (0,_path_matcher_js__WEBPACK_IMPORTED_MODULE_0__/* .compileLists */ .P)(patterns.map((pattern) => [pattern]));
    const hit = new Set();
    for (const path of paths) {
        if (hit.size === patterns.length)
            break;
        for (const { list } of matcher.match(path))
            hit.add(list);
    }
    return hit;
}
/** `a` and `a/b` of `a/b/**`. */
function parents(pattern) {
    const segments = pattern.split('/');
    const plain = segments.findIndex((segment) => /[*?]/.test(segment));
    const most = Math.min(plain === -1 ? Infinity : plain, segments.length - 1);
    return segments.slice(0, most).map((_, index) => segments.slice(0, index + 1).join('/'));
}


/***/ }),

/***/ 79745:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ planRows)
/* harmony export */ });
/** What a plan decided: verb, target, lane and reason; first what runs. */
function planRows({ selected, skipped }) {
    return [
        ...selected.map(({ id, target, reason }) => ['run', target, id, reason]),
        ...skipped.map(({ id, target, reason }) => ['skip', target, id, reason]),
    ];
}


/***/ }),

/***/ 73755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _plan_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79745);

/** A change's plan as a table for people. */
function planText(plan) {
    const rows = (0,_plan_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .planRows */ .L)(plan);
    const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
    const table = rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
    const change = plan.base === null
        ? 'no known change'
        : `${plan.base.slice(0, 12)}..${plan.head?.slice(0, 12) ?? ''}: ${plan.changed_paths.length} changed path(s)`;
    return [
        `${plan.manifest_path} · ${plan.mode} · ${change}`,
        ...table,
        ...plan.notes.map((note) => `note: ${note}`),
        `${plan.selected_count} lane(s) selected`,
    ];
}


/***/ }),

/***/ 17748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fileAt)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5648);


/** Links in links, as far as anybody would go. */
const mostLinks = 8;
/** Text of a file as a commit has it, through symbolic links; nothing where it has none. */
async function fileAt(repository, commit, path) {
    let at = path;
    for (let links = 0; links <= mostLinks; links += 1) {
        if (node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(at) || at.startsWith('../'))
            return undefined;
        const entry = await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .tryGit */ .Ii)(repository, ['ls-tree', '-z', '--full-tree', commit, '--', at]);
        const [, mode, id] = /^(\d+) blob ([0-9a-f]+)\t/.exec(entry ?? '') ?? [];
        if (mode === undefined || id === undefined)
            return undefined;
        const text = await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .tryGit */ .Ii)(repository, ['cat-file', 'blob', id]);
        if (mode !== '120000' || text === undefined)
            return text;
        at = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(at), text);
    }
    return undefined;
}


/***/ })

};
;