"use strict";
exports.id = 742;
exports.ids = [742];
exports.modules = {

/***/ 42243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planCommand: () => (/* binding */ planCommand)
/* harmony export */ });
/* harmony import */ var _command_plan_lanes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86368);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73755);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65868);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30087);




const options = {
    hosts: { type: 'string' },
    base: { type: 'string' },
    head: { type: 'string' },
    json: { type: 'boolean' },
};
async function planCommand(args) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCommand */ .RM)(args, options);
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .workspaceOf */ .B)(values);
    const plan = await (0,_command_plan_lanes_js__WEBPACK_IMPORTED_MODULE_0__/* .planLanes */ .H)(workspace, {
        targets: positionals.length === 0 ? ['branch'] : positionals,
        base: values.base,
        head: values.head,
    });
    const text = values.json === true ? JSON.stringify(plan, undefined, 2) : (0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__/* .planText */ .P)(plan).join('\n');
    process.stdout.write(`${text}\n`);
    return 0;
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

/***/ 86368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ planLanes)
/* harmony export */ });
/* harmony import */ var _plan_choose_targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82005);
/* harmony import */ var _plan_select_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59448);
/* harmony import */ var _repository_change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57438);



/** Which lanes a change wants, and why. */
async function planLanes({ repository, manifest }, { targets: words, base, head = 'HEAD' }) {
    const { mode, targets } = (0,_plan_choose_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseTargets */ .u)(manifest, words);
    const change = await (0,_repository_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changedPaths */ .v)(repository, base, head);
    return (0,_plan_select_js__WEBPACK_IMPORTED_MODULE_2__/* .planChange */ .A)(manifest, targets, mode, change);
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
/* harmony export */   S: () => (/* binding */ backends)
/* harmony export */ });
/** What a manifest means, after defaults and references are resolved. */
const triggers = ['branch', 'nightly', 'manual'];
const backends = ['auto', 'microvm', 'incus'];


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


/***/ })

};
;