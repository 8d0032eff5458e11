"use strict";
exports.id = 951;
exports.ids = [951];
exports.modules = {

/***/ 36951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planStep: () => (/* binding */ planStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
// EXTERNAL MODULE: ./build/command/plan-lanes.js
var plan_lanes = __webpack_require__(86368);
// EXTERNAL MODULE: ./build/plan/matrix.js
var plan_matrix = __webpack_require__(55202);
// EXTERNAL MODULE: ./build/report/guard.js
var guard = __webpack_require__(52935);
// EXTERNAL MODULE: ./build/report/plan-rows.js
var plan_rows = __webpack_require__(79745);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(70569);
;// CONCATENATED MODULE: ./build/report/plan-markdown.js


/** A change's plan for a step summary. */
function planMarkdown(plan) {
    const rows = (0,plan_rows/* planRows */.L)(plan);
    return [
        `### Plan: ${plan.selected_count} lane(s)`,
        '',
        '| | target | lane | |',
        '|---|---|---|---|',
        ...rows.map((row) => `| ${row.map(markdown/* escapeMarkdown */.FV).join(' | ')} |`),
        '',
        ...plan.notes.map((note) => `- ${(0,markdown/* escapeMarkdown */.FV)(note)}`),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/report/plan-text.js
var plan_text = __webpack_require__(73755);
// EXTERNAL MODULE: ./build/verdict/report-plan.js + 1 modules
var report_plan = __webpack_require__(51584);
// EXTERNAL MODULE: ./build/action/workspace.js
var action_workspace = __webpack_require__(47199);
;// CONCATENATED MODULE: ./build/action/plan-step.js








/** `mode: plan`: the matrix of a change as outputs, and the decisions for people. */
async function planStep(inputs, context) {
    const workspace = await (0,action_workspace/* workspaceOf */.B)(inputs, context);
    const plan = await (0,plan_lanes/* planLanes */.H)(workspace, {
        targets: inputs.targets.length === 0 ? [context.defaultTarget] : inputs.targets,
        base: inputs.base ?? context.change.base,
        head: inputs.head ?? context.change.head,
    });
    const legs = (0,plan_matrix/* matrixLegs */.xs)(plan, inputs.groupBy);
    const matrix = (0,plan_matrix/* checkOutput */.yr)('matrix', JSON.stringify({ include: legs }));
    (0,core/* setOutput */.uH)('matrix', matrix);
    (0,core/* setOutput */.uH)('has-lanes', legs.length > 0 ? 'true' : 'false');
    (0,core/* setOutput */.uH)('count', String(plan.selected_count));
    (0,core/* setOutput */.uH)('selected-titles', JSON.stringify(plan.selected_titles));
    (0,core/* setOutput */.uH)('changed-paths', (0,plan_matrix/* cappedPaths */.OE)(plan.changed_paths));
    const packed = (0,report_plan/* packPlan */.pV)(plan, {
        attempt: context.place.runAttempt,
        createdAt: new Date().toISOString(),
    });
    (0,core/* setOutput */.uH)('plan', (0,plan_matrix/* checkOutput */.yr)('plan', packed));
    if (Buffer.byteLength(packed) > report_plan/* reportPlanLimitBytes */.aH) {
        (0,core/* warning */.$e)(`output plan has ${Buffer.byteLength(packed)} bytes, more than a step takes as an input (${report_plan/* reportPlanLimitBytes */.aH}): mode report cannot be given it. Plan fewer targets in one workflow run.`);
    }
    for (const line of (0,plan_text/* planText */.P)(plan))
        process.stdout.write(`${(0,guard/* guardLine */.Q)(line)}\n`);
    await core/* summary */.z.addRaw(planMarkdown(plan)).write();
    return 0;
}


/***/ }),

/***/ 47199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf)
/* harmony export */ });
/* harmony import */ var _command_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2736);
/* harmony import */ var _command_workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68617);


/** Opens the workflow's checkout, as the inputs say. */
function workspaceOf(inputs, context) {
    const { hosts, manifest, stateRoot } = inputs;
    return (0,_command_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .openWorkspace */ .O)({
        directory: context.workspace,
        manifest,
        hosts: hosts === undefined ? undefined : { origin: 'input hosts', text: hosts },
        stateRoot,
        environment: (0,_command_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .readEnvironment */ .Q)(process.env),
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

/***/ 70569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   SP: () => (/* binding */ foldedMarkdown),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   iQ: () => (/* binding */ markdownLink)
/* harmony export */ });
/** Text as itself in markdown: every mark is escaped, line ends become spaces. */
function escapeMarkdown(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/[\\`*_{}[\]()#+!|<>&~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** The text as a link, where there is a page to go to; addresses are ours, or GitHub's. */
function markdownLink(text, url) {
    return url === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${url})`;
}
/** Rows of cells that are markdown already. */
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const table = [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)];
    return `${table.join('\n')}\n\n`;
}
/** Folded away until somebody wants it. Blank lines let markdown begin again inside. */
function foldedMarkdown(summary, body) {
    return `<details><summary>${escapeHtml(summary)}</summary>\n\n${body}\n</details>\n\n`;
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

/***/ 51584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pV: () => (/* binding */ packPlan),
  vS: () => (/* binding */ parsePlan),
  aH: () => (/* binding */ reportPlanLimitBytes)
});

// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

;// CONCATENATED MODULE: ./build/verdict/report-plan.js


/**
 * What one variable of a process may hold: the runner hands inputs over as variables, and Linux
 * takes 128 KiB in each, its name included (MAX_ARG_STRLEN).
 * https://man7.org/linux/man-pages/man2/execve.2.html
 */
const reportPlanLimitBytes = 128 * 1024 - 'INPUT_PLAN=\0'.length;
/**
 * The plan as one line for the report. The changed paths have an output of their own; what the
 * report misses least goes first where the rest is too long for an input.
 */
function packPlan(plan, { attempt, createdAt }) {
    const { changed_paths, selected_count, ...whole } = plan;
    const full = { ...whole, attempt, created_at: createdAt };
    const texts = shorterAndShorter(full).map((shape) => JSON.stringify(shape));
    const fitting = texts.find((text) => Buffer.byteLength(text) <= reportPlanLimitBytes);
    return fitting ?? texts.at(-1) ?? '';
}
function shorterAndShorter(full) {
    const { selected, ...withoutReasons } = full;
    const byTarget = { ...withoutReasons, skipped: oneATarget(full.skipped) };
    const include = full.include.map(({ id, target, title }) => ({ id, target, title }));
    return [full, withoutReasons, byTarget, { ...byTarget, include }];
}
/** A target is skipped as a whole, so one of its lanes can stand for all. */
function oneATarget(lanes) {
    const targets = new Map(lanes.map((lane) => [lane.target, { ...lane, id: lane.target }]));
    return [...targets.values()];
}
const decided = schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), target: schemas/* string */.YjP(), reason: schemas/* string */.YjP() }));
const schema = schemas/* object */.Ikc({
    schema_version: schemas/* literal */.euz(1),
    mode: schemas/* enum */.k5n(['branch', 'nightly', 'manual', 'all', 'named']),
    manifest_path: schemas/* string */.YjP(),
    base: schemas/* string */.YjP().nullable(),
    head: schemas/* string */.YjP().nullable(),
    selected_titles: schemas/* array */.YOg(schemas/* string */.YjP()),
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
    attempt: schemas/* int */.Whr().min(1),
    created_at: datetime(),
    include: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), target: schemas/* string */.YjP(), title: schemas/* string */.YjP() })),
    skipped: decided,
});
/**
 * @param text what the plan's job put out
 * @throws FailureError `plan_unreadable`
 */
function parsePlan(text) {
    const problem = (detail) => new failure/* FailureError */.pO({ kind: 'plan_unreadable', detail });
    if (text.trim() === '')
        throw problem('it is empty');
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (error) {
        throw problem(error.message);
    }
    const { success, data, error } = schema.safeParse(json);
    if (success)
        return data;
    const [issue] = error.issues;
    throw problem(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}


/***/ })

};
;