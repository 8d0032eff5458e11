"use strict";
exports.id = 866;
exports.ids = [866];
exports.modules = {

/***/ 48010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  schemaCommand: () => (/* binding */ schemaCommand)
});

// EXTERNAL MODULE: ./build/core/backends.js + 15 modules
var backends = __webpack_require__(33016);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./build/manifest/manifest-schema.js + 1 modules
var manifest_schema = __webpack_require__(39467);
;// CONCATENATED MODULE: ./build/manifest/json-schema.js


/** The manifest's schema for editors. */
function manifestJsonSchema(backends) {
    return {
        title: 'pikaci.toml',
        description: 'CI targets and their lanes',
        ...json_schema_processors/* toJSONSchema */.bl((0,manifest_schema/* schemasWith */.n)(backends).manifest, { io: 'input' }),
    };
}

// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(65868);
;// CONCATENATED MODULE: ./build/cli/schema.js



function schemaCommand(args) {
    (0,options/* parseCommand */.RM)(args, {});
    process.stdout.write(`${JSON.stringify(manifestJsonSchema(backends/* backends */.S), undefined, 2)}\n`);
    return Promise.resolve(0);
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

/***/ 39467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ schemasWith)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/model/setting-texts.js
var setting_texts = __webpack_require__(65328);
// EXTERNAL MODULE: ./build/model/image-reference.js
var image_reference = __webpack_require__(59672);
// EXTERNAL MODULE: ./build/model/target.js
var target = __webpack_require__(87512);
;// CONCATENATED MODULE: ./build/manifest/variable-names.js

const variableName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'use letters, digits and `_`');
/**
 * Variables that mean something to GitHub's runner, to pikaci, to shells, or to how programs start. Whoever
 * writes the manifest may not be who set them, and did not set them for a lane to have.
 */
const reserved = [
    /^(?:GITHUB|ACTIONS|RUNNER|INPUT|STATE|PIKACI|SSH|LD|DYLD|GLIBC|MALLOC|LC|XDG)_/,
    /^(?:CI|PATH|HOME|USER|LOGNAME|SHELL|TERM|LANG|LANGUAGE|TZ|TMPDIR|PWD|OLDPWD|SHLVL)$/,
    /^(?:BASH\w*|ENV|IFS|CDPATH|SHELLOPTS|POSIXLY_CORRECT|GLOBIGNORE|EXECIGNORE|FIGNORE)$/,
    /^(?:PS[0-4]|UID|EUID|PPID|GROUPS|DIRSTACK|FUNCNAME|PIPESTATUS|PROMPT_COMMAND|TMOUT|_)$/,
    /^(?:RANDOM|SRANDOM|SECONDS|EPOCHSECONDS|EPOCHREALTIME|LINENO|OPT(?:ARG|IND|ERR)|REPLY)$/,
    /^(?:HIST\w+|HOST(?:NAME|TYPE|FILE)|OSTYPE|MACHTYPE|COMP_\w+|COMPREPLY|COPROC|MAPFILE)$/,
    /^(?:NODE_OPTIONS|SSL_CERT_(?:FILE|DIR)|CARGO_(?:HOME|TARGET_DIR|INCREMENTAL|TERM_COLOR))$/,
];
const secretName = variableName.refine((name) => !reserved.some((pattern) => pattern.test(name)), 'is a name that GitHub, pikaci, shells or programs use for themselves; give the secret a name of its own');

;// CONCATENATED MODULE: ./build/manifest/manifest-schema.js





/** The text of `pikaci.toml` as zod schemas. Unknown keys are errors: a typo must not be silent. */
const id = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'use letters, digits, `.`, `_` and `-`');
const absolutePath = schemas/* string */.YjP()
    .regex(/^\/[^\0]*$/, 'must be an absolute path')
    .refine((path) => !path.split('/').includes('..'), 'must not contain `..`');
const workDir = schemas/* string */.YjP()
    .regex(/^(~?\/)[^/]/, 'must be an absolute path, or begin with `~/`')
    .regex(/^[^\0-\x1f\x7f-\x9f\u2028\u2029]*$/, 'must not contain control characters')
    .refine((path) => !/(^|\/)\.\.?(\/|$)/.test(path), 'must not contain `.` or `..`');
const cargo = schemas/* strictObject */.rej({
    package: setting_texts/* wordText */.en,
    test: setting_texts/* wordText */.en.optional(),
    filter: setting_texts/* wordText */.en.optional(),
    lib: schemas/* boolean */.zMY().optional(),
})
    .refine((value) => [value.test, value.filter, value.lib].filter((kind) => kind !== undefined).length <= 1, 'give at most one of `test`, `filter` and `lib`');
/** Keys of a lane that `[defaults]` and targets may give a default for. */
const laneDefaults = {
    runner: schemas/* string */.YjP().optional(),
    host: id.optional(),
    staged: id.optional(),
    image: setting_texts/* wordText */.en
        .refine((text) => (0,image_reference/* readImageReference */.bc)(text) !== undefined, 'is no reference of an image: write it as in `docker.io/library/node:24`, or with `@sha256:…`')
        .optional(),
    pull: schemas/* enum */.k5n(target/* pullPolicies */.SW).optional(),
    network: schemas/* enum */.k5n(target/* networks */.o8).optional(),
    shell: setting_texts/* wordText */.en.optional(),
    workdir: setting_texts/* wordText */.en
        .refine((path) => !path.startsWith('/'), 'must be relative to the workspace')
        .refine((path) => !path.split('/').includes('..'), 'must not contain `..`')
        .optional(),
    timeout_secs: setting_texts/* secondsText */.Hd.optional(),
    vcpu: setting_texts/* guestSizes */.VF.vcpu.optional(),
    mem_mib: setting_texts/* guestSizes */.VF.memMib.optional(),
    disk_gib: setting_texts/* guestSizes */.VF.diskGib.optional(),
    log_mib: schemas/* int */.Whr().min(1).optional(),
    artifacts_mib: schemas/* int */.Whr().min(1).optional(),
    writable_workspace: schemas/* boolean */.zMY().optional(),
    run_as_root: schemas/* boolean */.zMY().optional(),
    env: schemas/* record */.g1P(variableName, schemas/* string */.YjP()).optional(),
    secrets: schemas/* array */.YOg(secretName).optional(),
    git: schemas/* boolean */.zMY().optional(),
    artifacts: schemas/* array */.YOg(setting_texts/* wordText */.en).optional(),
    retries_on_infrastructure: schemas/* int */.Whr().min(0).max(3).optional(),
    runs_on: setting_texts/* wordText */.en.optional(),
};
const lane = schemas/* strictObject */.rej({
    id,
    description: schemas/* string */.YjP().optional(),
    command: schemas/* union */.KCZ([setting_texts/* wordText */.en, schemas/* array */.YOg(schemas/* string */.YjP()).nonempty('is empty: write a shell line or an array of words')], {
        error: 'must be a shell line or an array of words, and not empty',
    })
        .optional(),
    cargo: cargo.optional(),
    ...laneDefaults,
});
const manifest_schema_target = schemas/* strictObject */.rej({
    title: setting_texts/* wordText */.en.optional(),
    description: schemas/* string */.YjP().optional(),
    trigger: schemas/* enum */.k5n(target/* triggers */.G).optional(),
    paths: schemas/* array */.YOg(setting_texts/* wordText */.en).optional(),
    snapshot: schemas/* strictObject */.rej({ exclude: schemas/* array */.YOg(setting_texts/* wordText */.en).optional() }).optional(),
    concurrency_group: setting_texts/* wordText */.en.optional(),
    fail_fast: schemas/* boolean */.zMY().optional(),
    lanes: schemas/* array */.YOg(lane).nonempty('a target needs at least one lane'),
    ...laneDefaults,
});
const staged = schemas/* strictObject */.rej({
    node_prefix: id.optional(),
    outputs: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: id,
        installable: setting_texts/* installableText */.fC,
        needs: schemas/* array */.YOg(id).optional(),
        mount: absolutePath.optional(),
    }))
        .nonempty('needs at least one output'),
});
const hostKeys = {
    kind: schemas/* enum */.k5n(['linux', 'mac']).optional(),
    address: schemas/* union */.KCZ([setting_texts/* wordText */.en, schemas/* array */.YOg(setting_texts/* wordText */.en).nonempty('is empty: write an address or a list of them')], {
        error: 'must be an address or a list of them, and not empty',
    })
        .optional(),
    work_dir: workDir.optional(),
    backend: schemas/* enum */.k5n(target/* backendChoices */.Dx).optional(),
    max_guests: schemas/* int */.Whr().min(1).optional(),
    max_vcpu: setting_texts/* guestSizes */.VF.vcpu.optional(),
    max_mem_mib: setting_texts/* guestSizes */.VF.memMib.optional(),
    max_disk_gib: setting_texts/* guestSizes */.VF.diskGib.optional(),
    allow: schemas/* array */.YOg(schemas/* enum */.k5n(target/* permissions */.P)).optional(),
};
/** @param backends whose settings hosts may have */
function schemasWith(backends) {
    const ofBackends = backends.flatMap(({ name, settings }) => settings === undefined ? [] : [[name, settings.optional()]]);
    const host = schemas/* strictObject */.rej({ ...hostKeys, ...Object.fromEntries(ofBackends) });
    const hosts = schemas/* record */.g1P(id, host);
    const manifest = schemas/* strictObject */.rej({
        version: schemas/* literal */.euz(1),
        defaults: schemas/* strictObject */.rej(laneDefaults).optional(),
        hosts: hosts.optional(),
        staged: schemas/* record */.g1P(id, staged).optional(),
        targets: schemas/* record */.g1P(id, manifest_schema_target),
    });
    return { hosts, manifest };
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