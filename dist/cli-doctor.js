"use strict";
exports.id = 215;
exports.ids = [215];
exports.modules = {

/***/ 14700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ hostsOf),
/* harmony export */   iH: () => (/* binding */ chosenHosts),
/* harmony export */   sx: () => (/* binding */ hostsOfLanes)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65868);

/** The hosts that lanes name. */
function hostsOfLanes({ targets }) {
    const specs = targets.flatMap(({ lanes }) => lanes.map(({ runner }) => runner.host));
    return [...new Map(specs.map((spec) => [spec.name, spec])).values()];
}
/** Those, and hosts that no lane names yet. */
function hostsOf(manifest) {
    const all = [...manifest.hosts, ...hostsOfLanes(manifest)];
    return [...new Map(all.map((spec) => [spec.name, spec])).values()];
}
/**
 * All of them, or those asked for.
 * @param none what is said of one that is not among them, in front of its name
 */
function chosenHosts(known, names, none) {
    const hosts = new Map(known.map((spec) => [spec.name, spec]));
    return (names ?? [...hosts.keys()]).map((name) => {
        const spec = hosts.get(name);
        if (spec !== undefined)
            return spec;
        throw (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .usage */ .CI)(`${none} \`${name}\`; there are ${[...hosts.keys()].join(', ')}`);
    });
}


/***/ }),

/***/ 29215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctorCommand: () => (/* binding */ doctorCommand)
/* harmony export */ });
/* harmony import */ var _model_check_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(49061);
/* harmony import */ var _core_examine_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22438);
/* harmony import */ var _core_exit_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72862);
/* harmony import */ var _core_signals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44378);
/* harmony import */ var _host_open_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18392);
/* harmony import */ var _report_check_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96544);
/* harmony import */ var _chosen_hosts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14700);
/* harmony import */ var _host_address_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68383);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65868);
/* harmony import */ var _open_checkout_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(69205);
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(89901);
/* harmony import */ var _stdout_palette_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(73109);
/* harmony import */ var _user_credentials_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(39468);













const options = {
    ..._options_js__WEBPACK_IMPORTED_MODULE_7__/* .hostOptions */ .tv,
    host: { type: 'string', multiple: true },
    boot: { type: 'boolean' },
    'no-boot': { type: 'boolean' },
    output: { type: 'string' },
};
/** Looks at hosts, and says of each what it has and lacks. */
async function doctorCommand(args, closed) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .parseCommand */ .RM)(args, options);
    if (positionals.length > 0)
        throw (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .usage */ .CI)('`doctor` takes no words; name hosts with --host');
    if (values.boot === true && values['no-boot'] === true) {
        throw (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .usage */ .CI)('`doctor` takes --boot or --no-boot, not both');
    }
    const output = (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .oneOf */ .yL)('output', values.output, ['human', 'json']) ?? 'human';
    const workspace = await (0,_open_checkout_js__WEBPACK_IMPORTED_MODULE_8__/* .workspaceOf */ .B)(values);
    const credentials = (0,_user_credentials_js__WEBPACK_IMPORTED_MODULE_9__/* .userCredentials */ .C)(values, workspace.environment);
    const signal = AbortSignal.any([(0,_core_signals_js__WEBPACK_IMPORTED_MODULE_2__/* .abortOnSignals */ .P)(), closed]);
    const lanes = workspace.manifest.targets.flatMap((target) => target.lanes);
    const hosts = (0,_chosen_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .chosenHosts */ .iH)((0,_chosen_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .hostsOf */ .PP)(workspace.manifest), values.host, 'there is no host');
    const reports = [];
    for (const spec of hosts) {
        const open = () => (0,_host_open_js__WEBPACK_IMPORTED_MODULE_3__/* .openHost */ .Z)(spec, credentials, { signal });
        const probing = { boot: values['no-boot'] !== true, signal };
        const checks = await (0,_core_examine_host_js__WEBPACK_IMPORTED_MODULE_0__/* .examineHost */ .i)(spec, lanes, open, probing);
        reports.push({ spec, checks });
        // Each as soon as it is known: a boot takes its time.
        if (output === 'human')
            (0,_print_js__WEBPACK_IMPORTED_MODULE_10__/* .printLines */ .tj)(hostLines(spec, checks));
    }
    if (output === 'json') {
        const found = reports.map(({ spec, checks }) => ({
            host: spec.name,
            address: (0,_host_address_js__WEBPACK_IMPORTED_MODULE_6__/* .addressText */ .G)(spec),
            ok: (0,_model_check_js__WEBPACK_IMPORTED_MODULE_11__/* .isWell */ .f)(checks),
            checks,
        }));
        (0,_print_js__WEBPACK_IMPORTED_MODULE_10__/* .printJson */ .Q2)({ hosts: found }, 2);
    }
    return (0,_core_exit_status_js__WEBPACK_IMPORTED_MODULE_1__/* .exitOfChecks */ .$r)(reports.flatMap(({ checks }) => checks));
}
function hostLines(spec, checks) {
    const paint = (0,_stdout_palette_js__WEBPACK_IMPORTED_MODULE_12__/* .stdoutPalette */ .D)();
    const width = process.stdout.isTTY ? process.stdout.columns : undefined;
    const title = `${paint.bold(spec.name)} ${paint.dim((0,_host_address_js__WEBPACK_IMPORTED_MODULE_6__/* .addressText */ .G)(spec))}`;
    return [title, ...(0,_report_check_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .checkLines */ .W)(checks, paint, width)];
}


/***/ }),

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


/***/ })

};
;