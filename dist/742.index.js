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
/* harmony import */ var _command_plan_lanes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39352);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73755);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65868);
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89901);
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
    const { plan } = await (0,_command_plan_lanes_js__WEBPACK_IMPORTED_MODULE_0__/* .planLanes */ .H)(workspace, {
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

/***/ 39352:
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
var plan_select = __webpack_require__(59448);
// EXTERNAL MODULE: ./build/repository/change.js + 1 modules
var repository_change = __webpack_require__(76880);
// EXTERNAL MODULE: ./build/repository/files.js
var files = __webpack_require__(36023);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/manifest/read.js + 15 modules
var read = __webpack_require__(28899);
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
;// CONCATENATED MODULE: ./build/command/manifest-before.js





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
            localWorkDir: environment.localWorkDir,
            patterns: 'unchecked',
            workTreePaths: () => Promise.resolve([]),
        });
        return targets;
    }
    catch (error) {
        if (!(error instanceof failure/* FailureError */.pO))
            throw error;
        return error.failure.kind === 'manifest_missing' ? 'none' : 'invalid';
    }
}

;// CONCATENATED MODULE: ./build/command/plan-lanes.js






/** Which lanes a change wants, and why. */
async function planLanes(workspace, { targets: words, base, head = 'HEAD' }) {
    const { repository, manifest } = workspace;
    const { mode, targets } = (0,choose_targets/* chooseTargets */.u)(manifest, words);
    const [change, there, submodules] = await Promise.all([
        (0,repository_change/* changedPaths */.vl)(repository, base, head),
        (0,files/* workTreePaths */.Ke)(repository),
        (0,files/* submodulePaths */.Xg)(repository),
    ]);
    const plan = (0,plan_select/* planChange */.AS)(manifest, targets, mode, change);
    const warnings = [...(await warnOfManifest(workspace, change)), ...manifest.warnings];
    const asides = (0,pattern_warnings/* patternWarnings */.a)(targets, [...there, ...plan.changed_paths], submodules);
    return { plan: { ...plan, notes: [...warnings, ...plan.notes, ...asides] }, warnings };
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
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54290);


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