"use strict";
exports.id = 836;
exports.ids = [836,648];
exports.modules = {

/***/ 42379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initCommand: () => (/* binding */ initCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/core/backends.js + 15 modules
var backends = __webpack_require__(33016);
;// CONCATENATED MODULE: ./build/manifest/starter.js
/** What a kind of project is known by, and started with: nothing where it is of another kind. */
const kinds = [
    rust,
    node,
    go,
    python,
    java,
];
/**
 * A manifest to start from, with a target for each kind of project that is there.
 * @param backends whose settings a host may have
 */
function starterManifest(backends, read) {
    const found = kinds.flatMap((kind) => kind(read) ?? []);
    const starts = found.length > 0 ? found : [anything];
    const examples = backends.flatMap(({ example }) => example === undefined ? [] : `# ${example}\n`);
    return [`${head}${examples.join('')}`, ...starts.map(targetText)].join('\n');
}
const head = `# What CI runs. \`pikaci validate\` checks this file, \`pikaci plan all\` shows what it means.
version = 1

[defaults]
runner = "remote_linux_vm"     # each lane in a VM of its own
host = "builder"
network = "outbound"           # leave it out for lanes that fetch nothing
timeout_secs = 1800

# In a workflow only the host's name counts here: what it is stands in the action's input \`hosts\`, as
# a table [builder] with the same keys. On a terminal it may stand here. "local" is this machine.
[hosts.builder]
# address = "ssh://ci@builder.example.org"
`;
const anything = {
    target: 'check',
    paths: [],
    image: 'docker.io/library/debian:13',
    command: 'echo hello from $(uname -sr)',
    writesWorkspace: false,
};
function rust(read) {
    if (read('Cargo.toml') === undefined)
        return undefined;
    const locked = read('Cargo.lock') === undefined ? '' : ' --locked';
    return {
        target: 'rust',
        paths: ['Cargo.toml', 'Cargo.lock', '**/*.rs'],
        image: 'docker.io/library/rust:1',
        command: `cargo test${locked} --workspace`,
        // Without a lock file there is one to write.
        writesWorkspace: locked === '',
    };
}
function node(read) {
    const text = read('package.json');
    if (text === undefined)
        return undefined;
    const version = majorOf(read('.nvmrc')) ?? majorOf(enginesOf(text)) ?? '24';
    const install = read('package-lock.json') === undefined ? 'npm install' : 'npm ci';
    return {
        target: 'node',
        paths: ['package*.json', '**/*.ts', '**/*.js'],
        image: `docker.io/library/node:${version}`,
        command: `${install} && npm test`,
        writesWorkspace: true,
    };
}
function go(read) {
    const text = read('go.mod');
    if (text === undefined)
        return undefined;
    const version = /^go (\d+\.\d+)/m.exec(text)?.[1] ?? '1';
    return {
        target: 'go',
        paths: ['go.mod', 'go.sum', '**/*.go'],
        image: `docker.io/library/golang:${version}`,
        command: 'go test ./...',
        writesWorkspace: false,
    };
}
function python(read) {
    const project = read('pyproject.toml');
    const requirements = read('requirements.txt');
    if (project === undefined && requirements === undefined)
        return undefined;
    const what = requirements === undefined ? '.' : '-r requirements.txt';
    return {
        target: 'python',
        paths: ['pyproject.toml', 'requirements*.txt', '**/*.py'],
        image: 'docker.io/library/python:3',
        command: `python -m venv /cache/venv && . /cache/venv/bin/activate && pip install ${what} pytest && python -m pytest`,
        writesWorkspace: true,
    };
}
function java(read) {
    if (read('pom.xml') !== undefined) {
        return {
            target: 'java',
            paths: ['pom.xml', 'src/**'],
            image: 'docker.io/library/maven:3',
            command: 'mvn -B -Dmaven.repo.local=/cache/m2 verify',
            writesWorkspace: true,
        };
    }
    if (read('build.gradle') === undefined && read('build.gradle.kts') === undefined)
        return undefined;
    // The project's own version of Gradle, where it has one; its script may have lost its mode.
    const gradle = read('gradlew') === undefined ? 'gradle' : 'sh ./gradlew';
    return {
        target: 'java',
        paths: ['*.gradle', '*.gradle.kts', 'gradle/**', 'src/**'],
        image: 'docker.io/library/gradle:9',
        command: `${gradle} --no-daemon -g /cache/gradle check`,
        writesWorkspace: true,
    };
}
/** A major version that a range begins with and takes: `>=22.15` and `v22.15.1` are 22, `<23` is, too. */
function majorOf(range) {
    const [, bound, major] = /^\s*([<>]=?|[=^~])?\s*v?(\d+)/.exec(range ?? '') ?? [];
    if (major === undefined)
        return undefined;
    const beyond = { '<': -1, '>': 1 }[bound ?? ''] ?? 0;
    return String(Number(major) + beyond);
}
function enginesOf(packageJson) {
    try {
        const { engines } = JSON.parse(packageJson);
        return typeof engines?.node === 'string' ? engines.node : undefined;
    }
    catch {
        return undefined;
    }
}
function targetText({ target, paths, image, command, writesWorkspace }) {
    const filter = paths.length === 0
        ? '# paths = ["src/**"]   # without it, every change wants this target\n'
        : `paths = [${paths.map((path) => JSON.stringify(path)).join(', ')}]\n`;
    return `[targets.${target}]
${filter}
[[targets.${target}.lanes]]
id = "${target}-tests"
image = ${JSON.stringify(image)}
command = ${JSON.stringify(command)}
${writesWorkspace ? 'writable_workspace = true\n' : ''}`;
}

// EXTERNAL MODULE: ./build/repository/git.js
var git = __webpack_require__(5648);
// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(65868);
;// CONCATENATED MODULE: ./build/cli/init.js







/** Writes a starter manifest; never over one that is there. */
async function initCommand(args) {
    const { values } = (0,options/* parseCommand */.RM)(args, {});
    const { root } = await (0,git.openRepository)(process.cwd());
    const path = values.manifest ?? 'pikaci.toml';
    const file = (0,external_node_path_.join)(root, path);
    if ((0,external_node_fs_.existsSync)(file))
        throw (0,options/* usage */.CI)(`${path} is there already`);
    const text = starterManifest(backends/* backends */.S, (name) => textOf((0,external_node_path_.join)(root, name)));
    await (0,promises_.writeFile)(file, text, { flag: 'wx' });
    process.stdout.write(`wrote ${path}; say there where its host is, then try \`pikaci plan all\`\n`);
    return 0;
}
function textOf(file) {
    return (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.readFileSync)(file, 'utf8') : undefined;
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