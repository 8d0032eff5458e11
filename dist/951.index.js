"use strict";
exports.id = 951;
exports.ids = [951];
exports.modules = {

/***/ 6951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planStep: () => (/* binding */ planStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/command/environment.js
var environment = __webpack_require__(2736);
// EXTERNAL MODULE: ./build/command/plan-lanes.js
var plan_lanes = __webpack_require__(6368);
// EXTERNAL MODULE: ./build/command/workspace.js + 6 modules
var command_workspace = __webpack_require__(4172);
// EXTERNAL MODULE: ./build/report/guard.js
var guard = __webpack_require__(2935);
// EXTERNAL MODULE: ./build/report/status-markdown.js
var status_markdown = __webpack_require__(4986);
;// CONCATENATED MODULE: ./build/report/plan-markdown.js

/** A change's plan for a step summary. */
function planMarkdown(plan) {
    const rows = [
        ...plan.include.map(({ id, target, runner }) => ['run', target, id, runner]),
        ...plan.skipped.map(({ id, target, reason }) => ['skip', target, id, reason]),
    ];
    return [
        `### Plan: ${plan.selected_count} lane(s)`,
        '',
        '| | target | lane | |',
        '|---|---|---|---|',
        ...rows.map((row) => `| ${row.map(status_markdown/* escapeMarkdown */.F).join(' | ')} |`),
        '',
        ...plan.notes.map((note) => `- ${(0,status_markdown/* escapeMarkdown */.F)(note)}`),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/report/plan-text.js
var plan_text = __webpack_require__(3755);
// EXTERNAL MODULE: ./build/action/inputs.js
var action_inputs = __webpack_require__(7185);
;// CONCATENATED MODULE: ./build/action/plan-step.js








/** `mode: plan`: the matrix of a change as outputs, and the decisions for people. */
async function planStep(inputs, context) {
    const workspace = await (0,command_workspace/* openWorkspace */.O)({
        directory: context.workspace,
        manifest: inputs.manifest,
        hosts: (0,action_inputs/* hostsInput */.EN)(inputs),
        stateRoot: inputs.stateRoot,
        environment: (0,environment/* readEnvironment */.Q)(process.env),
    });
    const plan = await (0,plan_lanes/* planLanes */.H)(workspace, {
        targets: inputs.targets,
        base: inputs.base ?? context.base,
        head: inputs.head,
    });
    (0,core/* setOutput */.uH)('matrix', JSON.stringify({ include: plan.include }));
    (0,core/* setOutput */.uH)('has-lanes', plan.selected_count > 0 ? 'true' : 'false');
    (0,core/* setOutput */.uH)('count', String(plan.selected_count));
    (0,core/* setOutput */.uH)('selected-titles', JSON.stringify(plan.selected_titles));
    (0,core/* setOutput */.uH)('plan', JSON.stringify(plan));
    for (const line of (0,plan_text/* planText */.P)(plan))
        process.stdout.write(`${(0,guard/* guardLine */.Q)(line)}\n`);
    await core/* summary */.z.addRaw(planMarkdown(plan)).write();
    return 0;
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

/***/ 4986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ escapeMarkdown),
/* harmony export */   K: () => (/* binding */ statusMarkdown)
/* harmony export */ });
/** The compact status for a step summary; the ends of the logs of lanes that failed below it. */
function statusMarkdown(status, excerpts, logPath) {
    const lanes = status.lanes.map(({ id, state, took, message }) => `| ${symbols[state]} ${escapeMarkdown(id)} | ${state} | ${took} | ${escapeMarkdown(message ?? '')} |`);
    return [
        `### CI: ${status.state}`,
        '',
        `**${escapeMarkdown(status.target)}** · ${escapeMarkdown(status.run)} · ${status.counts}`,
        '',
        ...(status.message === undefined ? [] : [escapeMarkdown(status.message), '']),
        `head \`${status.head}\` · queued ${status.queuedAt} · ${status.lanes.length} lane(s) · queued ${status.queued} · ran ${status.ran}`,
        '',
        ...(lanes.length === 0 ? [] : ['| lane | state | took | |', '|---|---|---|---|', ...lanes, '']),
        ...excerpts.flatMap(excerptMarkdown),
        `Full logs: ${inlineCode(logPath)}`,
        '',
    ].join('\n');
}
const symbols = { success: '✅', failed: '❌', cancelled: '⚪', running: '🟡' };
/** Guest output as an HTML block: no fence that it could close, nothing that it could mark up. */
function excerptMarkdown({ lane, log }) {
    const html = log
        .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        // A blank line would end the HTML block and start markdown again.
        .replace(/^\s*$/gm, '&#8203;');
    return [
        `<details open><summary>${escapeHtml(lane)}: end of the log</summary><pre>`,
        html,
        '</pre></details>',
        '',
    ];
}
/** Text as itself in a markdown table cell: every mark is escaped, line ends become spaces. */
function escapeMarkdown(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/[\\`*_{}[\]()#+!|<>&~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
function inlineCode(text) {
    return `<code>${escapeHtml(text)}</code>`;
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