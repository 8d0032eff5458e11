"use strict";
exports.id = 68;
exports.ids = [68];
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

/***/ 67675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validateCommand: () => (/* binding */ validateCommand)
});

// EXTERNAL MODULE: ./build/plan/pattern-warnings.js
var pattern_warnings = __webpack_require__(21619);
// EXTERNAL MODULE: ./build/repository/files.js
var files = __webpack_require__(36023);
;// CONCATENATED MODULE: ./build/core/mistakes.js


/** What a valid manifest says and probably does not mean. */
async function probableMistakes({ manifest, repository }) {
    const [paths, submodules] = await Promise.all([
        (0,files/* workTreePaths */.Ke)(repository),
        (0,files/* submodulePaths */.Xg)(repository),
    ]);
    return [...manifest.warnings, ...(0,pattern_warnings/* patternWarnings */.a)(manifest.targets, paths, submodules)];
}

// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(65868);
// EXTERNAL MODULE: ./build/cli/print.js
var print = __webpack_require__(89901);
// EXTERNAL MODULE: ./build/cli/open-checkout.js
var open_checkout = __webpack_require__(69205);
;// CONCATENATED MODULE: ./build/cli/validate.js




const validate_options = { hosts: { type: 'string' } };
/** Problems arrive as an error, all at once; what is only a probable mistake is a warning. */
async function validateCommand(args) {
    const { values } = (0,options/* parseCommand */.RM)(args, validate_options);
    const workspace = await (0,open_checkout/* workspaceOf */.B)(values);
    const { manifest } = workspace;
    for (const text of await probableMistakes(workspace))
        process.stderr.write(`warning: ${text}\n`);
    const lanes = manifest.targets.reduce((sum, target) => sum + target.lanes.length, 0);
    (0,print/* printLines */.tj)([`${manifest.path} is valid: ${manifest.targets.length} target(s), ${lanes} lane(s)`]);
    return 0;
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

/***/ 69751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ compileLists),
  x: () => (/* binding */ compilePatterns)
});

;// CONCATENATED MODULE: ./build/plan/glob.js
function parseGlob(text) {
    const excludes = text.startsWith('!');
    const body = excludes ? text.slice(1) : text;
    const parts = body.split('/');
    // `a**b` crosses segments from within one: nothing to walk segment by segment.
    const irregular = parts.some((part) => part.includes('**') && part !== '**');
    return {
        text,
        excludes,
        form: irregular
            ? { kind: 'irregular', regExp: globToRegExp(body) }
            : { kind: 'segmented', segments: parts.map(parseSegment) },
    };
}
function parseSegment(part) {
    if (part === '**')
        return { kind: 'deep' };
    if (/[*?]/.test(part))
        return { kind: 'wild', text: part, test: segmentTest(part) };
    return { kind: 'literal', text: part };
}
/** Most wild segments are `*`, `*.ext` or `name*`, which need no regular expression. */
function segmentTest(part) {
    const [, before = '', after = ''] = /^([^*?]*)\*([^*?]*)$/.exec(part) ?? [];
    if (part === `${before}*${after}`) {
        const least = before.length + after.length;
        return (segment) => segment.length >= least && segment.startsWith(before) && segment.endsWith(after);
    }
    const regExp = globToRegExp(part);
    return (segment) => regExp.test(segment);
}
function globToRegExp(glob) {
    let source = '';
    for (let at = 0; at < glob.length;) {
        const [token = ''] = /^(?:\*\*\/|\*\*|\*|\?|[^*?]+)/.exec(glob.slice(at)) ?? [];
        source += tokenSource(token);
        at += token.length;
    }
    return new RegExp(`^${source}$`, 'su');
}
function tokenSource(token) {
    switch (token) {
        case '**/':
            return '(?:.*/)?';
        case '**':
            return '.*';
        case '*':
            return '[^/]*';
        case '?':
            return '[^/]';
        default:
            return token.replace(/[.+^${}()|[\]\\/-]/g, (mark) => (mark === '-' ? mark : `\\${mark}`));
    }
}

;// CONCATENATED MODULE: ./build/plan/path-matcher.js

/**
 * Matches paths against many lists of patterns at once: all patterns stand in one trie of segments,
 * which is walked as an automaton whose states are made when a path first needs them. Paths share
 * folders and patterns share prefixes, so few states are ever made, and a path costs a look-up per
 * segment however many patterns there are.
 */
function compileLists(lists) {
    const patterns = [];
    const root = newNode();
    for (const [list, texts] of lists.entries()) {
        for (const text of texts) {
            const pattern = { ...parseGlob(text), list, order: patterns.length };
            patterns.push(pattern);
            if (pattern.form.kind === 'segmented')
                insert(root, pattern.form.segments, pattern.order);
        }
    }
    const irregular = patterns.flatMap(({ form, order }) => form.kind === 'irregular' ? [{ regExp: form.regExp, order }] : []);
    const automaton = new Automaton(root, patterns);
    return {
        match: (path) => {
            const state = automaton.walk(path);
            if (irregular.length === 0)
                return automaton.matches(state);
            const more = irregular.filter(({ regExp }) => regExp.test(path)).map(({ order }) => order);
            return more.length === 0
                ? automaton.matches(state)
                : decide(patterns, [...automaton.hits(state), ...more]);
        },
        matchBelow: (folder) => {
            const { sure, possible } = automaton.below(folder);
            return decideBelow(patterns, sure, [...possible, ...irregular.map(({ order }) => order)]);
        },
    };
}
/** A single list of patterns. */
function compilePatterns(patterns) {
    const matcher = compileLists([patterns]);
    return { match: (path) => matcher.match(path)[0]?.pattern };
}
function newNode(isDeep = false) {
    return { literals: new Map(), wilds: new Map(), deep: undefined, isDeep, ends: [], tails: [] };
}
function insert(root, segments, order) {
    let node = root;
    for (const [index, segment] of segments.entries()) {
        if (segment.kind === 'deep' && index === segments.length - 1) {
            node.tails.push(order);
            return;
        }
        node = childFor(node, segment);
    }
    node.ends.push(order);
}
function childFor(node, segment) {
    switch (segment.kind) {
        case 'deep':
            // `**/**/` says no more than `**/`.
            if (node.isDeep)
                return node;
            node.deep ??= newNode(true);
            return node.deep;
        case 'literal': {
            const child = node.literals.get(segment.text) ?? newNode();
            node.literals.set(segment.text, child);
            return child;
        }
        case 'wild': {
            const child = node.wilds.get(segment.text)?.node ?? newNode();
            node.wilds.set(segment.text, { wild: segment, node: child });
            return child;
        }
    }
}
class Automaton {
    #patterns;
    #states = new Map();
    #numbers = new Map();
    #start;
    #lastFolder;
    constructor(root, patterns) {
        this.#patterns = patterns;
        this.#start = this.#state(closure([root]), []);
        this.#lastFolder = { path: '', state: this.#start };
    }
    walk(path) {
        const slash = path.lastIndexOf('/');
        const folder = slash === -1 ? this.#start : this.#folder(path, slash);
        return this.#into(folder, path, slash + 1, path.length);
    }
    /** Files come in folders, and mostly one after the other: each folder is walked once. */
    #folder(path, length) {
        const last = this.#lastFolder;
        if (last.path.length === length && path.startsWith(last.path))
            return last.state;
        let state = this.#start;
        for (let start = 0; start < length && state.nodes.length > 0;) {
            const slash = path.indexOf('/', start);
            state = this.#into(state, path, start, slash);
            start = slash + 1;
        }
        this.#lastFolder = { path: path.slice(0, length), state };
        return state;
    }
    /** The state behind one segment of `path`, which is cut out only where it makes a difference. */
    #into(state, path, start, end) {
        if (state.nodes.length === 0)
            return state;
        if (!state.isPlain)
            return this.#step(state, path.slice(start, end));
        state.beyond ??= this.#step(state, '');
        return state.beyond;
    }
    matches(state) {
        state.matches ??= decide(this.#patterns, this.hits(state));
        return state.matches;
    }
    hits({ nodes, complete }) {
        return [...complete, ...nodes.flatMap(({ ends }) => ends)];
    }
    /** Patterns that match all that can lie below `folder`, and those that match some of it. */
    below(folder) {
        const { nodes, complete } = this.walk(folder);
        const sure = [...complete, ...nodes.flatMap(({ tails }) => tails)];
        const possible = new Set(sure);
        const deeper = new Set(nodes);
        for (const node of deeper) {
            for (const order of node.tails)
                possible.add(order);
            for (const child of children(node)) {
                for (const order of child.ends)
                    possible.add(order);
                deeper.add(child);
            }
        }
        return { sure, possible: [...possible] };
    }
    #step(state, segment) {
        // Segments that no pattern tells apart lead to the same state: usually the name of a file.
        let key = state.nodes.some(({ literals }) => literals.has(segment)) ? segment : '/';
        for (const wild of state.wilds)
            key += wild.test(segment) ? '/1' : '/0';
        const known = state.next.get(key);
        if (known !== undefined)
            return known;
        const next = [];
        for (const node of state.nodes) {
            if (node.isDeep)
                next.push(node);
            const literal = node.literals.get(segment);
            if (literal !== undefined)
                next.push(literal);
            for (const { wild, node: child } of node.wilds.values()) {
                if (wild.test(segment))
                    next.push(child);
            }
        }
        const tails = state.nodes.flatMap((node) => node.tails);
        const complete = tails.length === 0
            ? state.complete
            : [...new Set([...state.complete, ...tails])].sort((a, b) => a - b);
        const made = this.#state(closure(next), complete);
        state.next.set(key, made);
        return made;
    }
    #state(nodes, complete) {
        const numbers = nodes.map((node) => this.#number(node)).sort((a, b) => a - b);
        const key = `${numbers.join(',')};${complete.join(',')}`;
        const known = this.#states.get(key);
        if (known !== undefined)
            return known;
        const wilds = distinctWilds(nodes);
        const isPlain = wilds.length === 0 && nodes.every(({ literals }) => literals.size === 0);
        const made = {
            nodes,
            complete,
            wilds,
            isPlain,
            beyond: undefined,
            next: new Map(),
            matches: undefined,
        };
        this.#states.set(key, made);
        return made;
    }
    #number(node) {
        const number = this.#numbers.get(node) ?? this.#numbers.size;
        this.#numbers.set(node, number);
        return number;
    }
}
function children({ literals, wilds, deep }) {
    const named = [...literals.values(), ...[...wilds.values()].map(({ node }) => node)];
    return deep === undefined ? named : [...named, deep];
}
/** The same wild segment stands below many nodes; one test answers for all. */
function distinctWilds(nodes) {
    const byText = new Map();
    for (const { wilds } of nodes)
        for (const [text, { wild }] of wilds)
            byText.set(text, wild);
    return [...byText.values()];
}
/** With each node, what is entered from it without a segment; each once. */
function closure(nodes) {
    const all = new Set();
    for (const node of nodes) {
        all.add(node);
        if (node.deep !== undefined)
            all.add(node.deep);
    }
    return [...all];
}
/** Of each list the last pattern that matches decides. */
function decide(patterns, hits) {
    const last = new Map();
    for (const order of [...hits].sort((a, b) => a - b)) {
        const pattern = patterns[order];
        if (pattern !== undefined)
            last.set(pattern.list, pattern);
    }
    return [...last.values()]
        .filter(({ excludes }) => !excludes)
        .map(({ list, text }) => ({ list, pattern: text }))
        .sort((a, b) => a.list - b.list);
}
/** A pattern that may let something in counts unless a later one keeps all of it out. */
function decideBelow(patterns, sure, possible) {
    const shut = new Map();
    for (const order of sure) {
        const pattern = patterns[order];
        if (pattern?.excludes === true) {
            shut.set(pattern.list, Math.max(order, shut.get(pattern.list) ?? -1));
        }
    }
    const last = new Map();
    for (const order of [...possible].sort((a, b) => a - b)) {
        const pattern = patterns[order];
        if (pattern === undefined || pattern.excludes)
            continue;
        if (order > (shut.get(pattern.list) ?? -1))
            last.set(pattern.list, pattern);
    }
    return [...last.values()]
        .map(({ list, text }) => ({ list, pattern: text }))
        .sort((a, b) => a.list - b.list);
}


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


/***/ })

};
;