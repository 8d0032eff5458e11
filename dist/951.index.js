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
// EXTERNAL MODULE: ./build/command/plan-lanes.js
var plan_lanes = __webpack_require__(6368);
// EXTERNAL MODULE: ./build/plan/matrix.js
var plan_matrix = __webpack_require__(5202);
// EXTERNAL MODULE: ./build/report/guard.js
var guard = __webpack_require__(2935);
// EXTERNAL MODULE: ./build/report/plan-rows.js
var plan_rows = __webpack_require__(9745);
// EXTERNAL MODULE: ./build/report/status-markdown.js
var status_markdown = __webpack_require__(4986);
;// CONCATENATED MODULE: ./build/report/plan-markdown.js


/** A change's plan for a step summary. */
function planMarkdown(plan) {
    const rows = (0,plan_rows/* planRows */.L)(plan);
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
// EXTERNAL MODULE: ./build/action/workspace.js
var action_workspace = __webpack_require__(7199);
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
    // The paths have an output of their own; here they would only make the plan too large.
    (0,core/* setOutput */.uH)('plan', (0,plan_matrix/* checkOutput */.yr)('plan', JSON.stringify({ ...plan, changed_paths: [] })));
    for (const line of (0,plan_text/* planText */.P)(plan))
        process.stdout.write(`${(0,guard/* guardLine */.Q)(line)}\n`);
    await core/* summary */.z.addRaw(planMarkdown(plan)).write();
    return 0;
}


/***/ }),

/***/ 7199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf)
/* harmony export */ });
/* harmony import */ var _command_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2736);
/* harmony import */ var _command_workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8617);


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
    const change = await (0,_repository_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changedPaths */ .v)(repository, base, head);
    return (0,_plan_select_js__WEBPACK_IMPORTED_MODULE_2__/* .planChange */ .A)(manifest, targets, mode, change);
}


/***/ }),

/***/ 9745:
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

/***/ 3755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _plan_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9745);

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


/***/ })

};
;