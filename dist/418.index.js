"use strict";
exports.id = 418;
exports.ids = [418];
exports.modules = {

/***/ 2243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planCommand: () => (/* binding */ planCommand)
/* harmony export */ });
/* harmony import */ var _command_plan_lanes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6368);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3755);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5868);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87);




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

/***/ 87:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _command_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2736);
/* harmony import */ var _command_workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4172);



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

/***/ 6368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ planLanes)
/* harmony export */ });
/* harmony import */ var _plan_choose_targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2005);
/* harmony import */ var _plan_select_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9448);
/* harmony import */ var _repository_change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7438);



/** Which lanes a change wants, and why. */
async function planLanes({ repository, manifest }, { targets: words, base, head = 'HEAD' }) {
    const { mode, targets } = (0,_plan_choose_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseTargets */ .u)(manifest, words);
    const change = await (0,_repository_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changedPaths */ .vl)(repository, base, head);
    return (0,_plan_select_js__WEBPACK_IMPORTED_MODULE_2__/* .planChange */ .A)(manifest, targets, mode, change);
}


/***/ }),

/***/ 7512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ triggers),
/* harmony export */   M0: () => (/* binding */ formatAddress),
/* harmony export */   Sq: () => (/* binding */ backends)
/* harmony export */ });
/** What a manifest means, after defaults and references are resolved. */
const triggers = ['branch', 'nightly', 'manual'];
const backends = ['auto', 'microvm', 'incus'];
/** `ssh://user@host:port` or `local`, as people write it. */
function formatAddress(address) {
    if (address.kind === 'local')
        return 'local';
    const user = address.user === undefined ? '' : `${address.user}@`;
    return `ssh://${user}${address.hostname}:${address.port}`;
}


/***/ }),

/***/ 2005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ chooseLanes),
/* harmony export */   u: () => (/* binding */ chooseTargets)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(631);

/**
 * The targets that words like `branch`, `nightly`, `all`, or ids of targets stand for.
 * @throws FailureError `target_unknown`
 */
function chooseTargets(manifest, words) {
    const [only] = words;
    if (words.length === 1 && only !== undefined) {
        if (only === 'all')
            return { mode: 'all', targets: manifest.targets };
        if (only === 'branch' || only === 'nightly' || only === 'manual') {
            return { mode: only, targets: manifest.targets.filter(({ trigger }) => trigger === only) };
        }
    }
    const chosen = new Set(words.map((word) => findTarget(manifest, word)));
    return { mode: 'named', targets: manifest.targets.filter((target) => chosen.has(target)) };
}
/**
 * A target by its id, and the lanes of it that are wanted. The id of a lane stands for that lane
 * alone, as the original's single-job targets did; where a name is both, the target wins.
 * @param laneIds narrows the target to these lanes; empty keeps them all
 * @throws FailureError `target_unknown` or `lane_unknown`
 */
function chooseLanes(manifest, name, laneIds) {
    const target = manifest.targets.find(({ id }) => id === name);
    if (target === undefined && laneIds.length === 0) {
        for (const candidate of manifest.targets) {
            const lane = candidate.lanes.find(({ id }) => id === name);
            if (lane !== undefined)
                return { target: candidate, lanes: [lane] };
        }
    }
    if (target === undefined)
        throw unknownTarget(manifest, name);
    if (laneIds.length === 0)
        return { target, lanes: target.lanes };
    const known = target.lanes.map(({ id }) => id);
    for (const lane of laneIds) {
        if (!known.includes(lane)) {
            throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ kind: 'lane_unknown', target: target.id, lane, known });
        }
    }
    return { target, lanes: target.lanes.filter(({ id }) => laneIds.includes(id)) };
}
function findTarget(manifest, id) {
    const target = manifest.targets.find((candidate) => candidate.id === id);
    if (target === undefined)
        throw unknownTarget(manifest, id);
    return target;
}
function unknownTarget(manifest, name) {
    const known = manifest.targets.map(({ id }) => id);
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ kind: 'target_unknown', name, known });
}


/***/ }),

/***/ 4581:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ compilePatterns)
/* harmony export */ });
/* unused harmony export globToRegExp */
function compilePatterns(patterns) {
    const compiled = patterns.map((pattern) => {
        const excludes = pattern.startsWith('!');
        return { pattern, excludes, regExp: globToRegExp(excludes ? pattern.slice(1) : pattern) };
    });
    // From the last: the first hit is the one that decides.
    compiled.reverse();
    return {
        match: (path) => {
            const hit = compiled.find(({ regExp }) => regExp.test(path));
            return hit === undefined || hit.excludes ? undefined : hit.pattern;
        },
    };
}
function globToRegExp(glob) {
    let source = '';
    for (let at = 0; at < glob.length;) {
        const [token = ''] = /^(?:\*\*\/|\*\*|\*|\?|[^*?]+)/.exec(glob.slice(at)) ?? [];
        source += tokenSource(token);
        at += token.length;
    }
    return new RegExp(`^${source}$`, 's');
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
            return token.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    }
}


/***/ }),

/***/ 9448:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ decide),
  A: () => (/* binding */ planChange)
});

// EXTERNAL MODULE: ./build/plan/glob.js
var glob = __webpack_require__(4581);
;// CONCATENATED MODULE: ./build/plan/leg.js
/** Minutes a leg may take beyond its lane's own timeout: checkout, boot, collecting, removal. */
const legSlackMinutes = 5;
function legTimeoutMinutes(timeoutSecs) {
    return Math.ceil(timeoutSecs / 60) + legSlackMinutes;
}
/** How a lane is called where people read it. */
function laneTitle(target, lane) {
    return target.lanes.length === 1 && lane.id === target.id
        ? target.title
        : `${target.title} / ${lane.id}`;
}

;// CONCATENATED MODULE: ./build/plan/select.js


/**
 * Whether a change concerns a target. In doubt it does: a lane that runs needlessly costs minutes,
 * one that is skipped wrongly lets a broken change in.
 */
function decide(target, mode, manifestPath, change) {
    if (mode === 'nightly')
        return { kind: 'selected', reason: 'nightly runs select every lane' };
    if (mode === 'all')
        return { kind: 'selected', reason: 'all lanes were asked for' };
    if (change.kind === 'unknown')
        return { kind: 'selected', reason: change.why };
    if (change.paths.length === 0)
        return { kind: 'selected', reason: 'the change has no paths' };
    if (change.paths.includes(manifestPath)) {
        return { kind: 'selected', reason: `${manifestPath} changed` };
    }
    if (target.paths.length === 0)
        return { kind: 'selected', reason: 'the target has no path filter' };
    const patterns = (0,glob/* compilePatterns */.x)(target.paths);
    for (const path of change.paths) {
        const pattern = patterns.match(path);
        if (pattern !== undefined)
            return { kind: 'selected', reason: `\`${pattern}\` matches ${path}` };
    }
    return { kind: 'skipped', reason: 'no changed path matches' };
}
/** The plan for `targets` out of a manifest, in the manifest's order. */
function planChange(manifest, targets, mode, change) {
    const include = [];
    const skipped = [];
    const selectedTitles = [];
    for (const target of targets) {
        const decision = decide(target, mode, manifest.path, change);
        if (decision.kind === 'selected') {
            selectedTitles.push(target.title);
            include.push(...target.lanes.map((lane) => leg(target, lane, mode)));
        }
        else {
            const { reason } = decision;
            skipped.push(...target.lanes.map(({ id }) => ({ id, target: target.id, reason })));
        }
    }
    return {
        schema_version: 1,
        mode,
        manifest_path: manifest.path,
        base: change.base,
        head: change.head,
        changed_paths: change.kind === 'known' ? [...change.paths] : [],
        selected_count: include.length,
        selected_titles: selectedTitles,
        include,
        skipped,
        notes: notes(manifest, mode, change),
    };
}
function leg(target, lane, mode) {
    return {
        id: lane.id,
        target: target.id,
        title: laneTitle(target, lane),
        runner: lane.runner.kind,
        runs_on: lane.runsOn,
        timeout_minutes: legTimeoutMinutes(lane.timeoutSecs),
        concurrency_group: target.concurrencyGroup,
        mode,
    };
}
function notes(manifest, mode, change) {
    if (mode === 'nightly')
        return ['every lane is selected: nightly run'];
    if (mode === 'all')
        return ['every lane is selected: all were asked for'];
    if (change.kind === 'unknown')
        return [`every lane is selected: ${change.why}`];
    if (change.paths.length === 0)
        return ['every lane is selected: the change has no paths'];
    if (change.paths.includes(manifest.path))
        return [`every lane is selected: ${manifest.path} changed`];
    return [];
}


/***/ }),

/***/ 3755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planText)
/* harmony export */ });
/** A change's plan as a table for people. */
function planText(plan) {
    const rows = [
        ...plan.include.map(({ id, target, runner }) => ['run', target, id, runner]),
        ...plan.skipped.map(({ id, target, reason }) => ['skip', target, id, reason]),
    ];
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

/***/ 7438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   DM: () => (/* binding */ isDirty),
/* harmony export */   vl: () => (/* binding */ changedPaths)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5648);

/**
 * What `merge-base(base, head)..head` touches. Renames are taken apart, so that both names count;
 * names come with `-z`, so that they arrive as they are.
 */
async function changedPaths(repository, base, head, signal) {
    const headCommit = await commitOf(repository, head, signal);
    if (headCommit === undefined) {
        return { kind: 'unknown', base: null, head: null, why: `head ${head} is not in this checkout` };
    }
    if (base === undefined) {
        return {
            kind: 'unknown',
            base: null,
            head: headCommit,
            why: 'no base to compare with is known',
        };
    }
    const baseCommit = await commitOf(repository, base, signal);
    if (baseCommit === undefined) {
        const why = `base ${base} is not in this checkout (fetch more history: actions/checkout with fetch-depth: 0)`;
        return { kind: 'unknown', base: null, head: headCommit, why };
    }
    const mergeBase = await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(repository, ['merge-base', baseCommit, headCommit], signal);
    if (mergeBase === undefined) {
        const why = `${base} and ${head} have no common ancestor in this checkout`;
        return { kind: 'unknown', base: baseCommit, head: headCommit, why };
    }
    const range = [mergeBase.trim(), headCommit];
    const names = await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(repository, ['diff', '--no-renames', '--name-only', '-z', ...range, '--'], signal);
    return { kind: 'known', base: baseCommit, head: headCommit, paths: (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .splitNul */ .K5)(names) };
}
/** Full id of the commit that `revision` means here; nothing when there is none. */
async function commitOf(repository, revision, signal) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(repository, args, signal))?.trim();
}
/** Whether the work tree differs from its head, untracked files included. */
async function isDirty(repository, signal) {
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(repository, ['status', '--porcelain', '-z'], signal)) !== '';
}


/***/ })

};
;