"use strict";
exports.id = 19;
exports.ids = [19];
exports.modules = {

/***/ 1780:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   targetsCommand: () => (/* binding */ targetsCommand)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65868);
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89901);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30087);



const options = { hosts: { type: 'string' }, json: { type: 'boolean' } };
async function targetsCommand(args) {
    const { values } = (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCommand */ .RM)(args, options);
    const { manifest } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .workspaceOf */ .B)(values);
    if (values.json === true)
        (0,_print_js__WEBPACK_IMPORTED_MODULE_2__/* .printJson */ .Q2)(manifest.targets.map(summary), 2);
    else
        (0,_print_js__WEBPACK_IMPORTED_MODULE_2__/* .printLines */ .tj)(manifest.targets.flatMap(lines));
    return 0;
}
function summary(target) {
    return {
        id: target.id,
        title: target.title,
        description: target.description,
        trigger: target.trigger,
        paths: target.paths,
        lanes: target.lanes.map(({ id, description, runner }) => ({
            id,
            description,
            runner: runner.kind,
            host: runner.host.name,
        })),
    };
}
function lines({ id, trigger, description, lanes }) {
    return [
        `${id} (${trigger})${description === '' ? '' : `: ${description}`}`,
        ...lanes.map((lane) => `  ${lane.id} on ${lane.runner.host.name} (${lane.runner.kind})`),
    ];
}


/***/ }),

/***/ 30087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _command_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2736);
/* harmony import */ var _command_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81128);




/** Opens the checkout around the current folder, as a command's flags say. */
async function workspaceOf(values) {
    const { hosts, manifest } = values;
    return (0,_command_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .openWorkspace */ .O)({
        directory: process.cwd(),
        manifest,
        hosts: hosts === undefined ? undefined : { origin: hosts, text: await readHosts(hosts) },
        hostsOrigin: 'terminal',
        stateRoot: values['state-root'],
        environment: (0,_command_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .readEnvironment */ .Q)(process.env),
    });
}
async function readHosts(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (error) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({
            kind: 'usage',
            problem: `--hosts ${file} cannot be read: ${error.message}`,
            hint: 'Name a file with host settings, in TOML or JSON.',
        }, { cause: error });
    }
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

/***/ 87512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ triggers),
/* harmony export */   P: () => (/* binding */ permissions),
/* harmony export */   Sq: () => (/* binding */ backends),
/* harmony export */   V1: () => (/* binding */ permits),
/* harmony export */   aP: () => (/* binding */ usualDiskGib)
/* harmony export */ });
/** What a manifest means, after defaults and references are resolved. */
const triggers = ['branch', 'nightly', 'manual'];
/** What a guest gets of its host's disk that asks for nothing, where the host grants as much. */
const usualDiskGib = 20;
const backends = ['auto', 'microvm', 'incus'];
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


/***/ })

};
;