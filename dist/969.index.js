"use strict";
exports.id = 969;
exports.ids = [969];
exports.modules = {

/***/ 2969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStep: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/command/exit-status.js
var exit_status = __webpack_require__(4688);
// EXTERNAL MODULE: ./build/command/run-lanes.js + 32 modules
var run_lanes = __webpack_require__(1044);
// EXTERNAL MODULE: ./build/command/signals.js
var signals = __webpack_require__(6972);
// EXTERNAL MODULE: ./build/report/compact-status.js
var compact_status = __webpack_require__(8278);
// EXTERNAL MODULE: ./build/report/guard.js
var report_guard = __webpack_require__(2935);
// EXTERNAL MODULE: ./build/report/log-tail.js
var log_tail = __webpack_require__(6827);
// EXTERNAL MODULE: ./build/report/status-markdown.js
var status_markdown = __webpack_require__(4986);
// EXTERNAL MODULE: ./build/report/status-text.js
var status_text = __webpack_require__(3892);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/report/event-lines.js
var event_lines = __webpack_require__(980);
// EXTERNAL MODULE: ./build/report/lines.js
var lines = __webpack_require__(7601);
;// CONCATENATED MODULE: ./build/report/step-log.js




/**
 * Reports a run in a workflow step's log. Guest output stands between stop-commands brackets whose
 * token no guest can know, and is broken up besides: either wall alone would hold.
 */
function stepLog(write) {
    const guests = new Map();
    const lanes = new Set();
    const token = (0,external_node_crypto_.randomBytes)(24).toString('hex');
    let guarded = false;
    const guard = (on) => {
        if (guarded === on)
            return;
        guarded = on;
        write(on ? `::stop-commands::${token}\n` : `::${token}::\n`);
    };
    const guestLine = (lane, line) => {
        guard(true);
        // One lane needs no name in front of each line; several do.
        write(`${lanes.size > 1 ? `${lane} │ ` : ''}${(0,report_guard/* guardLine */.Q)(line)}\n`);
    };
    const ownLine = (line) => {
        guard(false);
        write(`${(0,report_guard/* guardLine */.Q)(line)}\n`);
    };
    return (event) => {
        if (event.event === 'job_started') {
            const { id } = event.job;
            lanes.add(id);
            guests.set(id, new lines/* LineSplitter */.g((line) => guestLine(id, line)));
        }
        if (event.event === 'job_output')
            guests.get(event.job_id)?.push(event.bytes);
        if (event.event === 'job_verdict')
            guests.get(event.job_id)?.end();
        for (const line of (0,event_lines/* eventLines */.C)(event))
            ownLine(line);
        if (event.event === 'run_finished')
            guard(false);
    };
}

// EXTERNAL MODULE: ./build/repository/history.js
var repository_history = __webpack_require__(7580);
// EXTERNAL MODULE: ./build/store/run-dir.js
var run_dir = __webpack_require__(8006);
// EXTERNAL MODULE: ./build/action/credentials.js
var credentials = __webpack_require__(4640);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
;// CONCATENATED MODULE: ./build/action/fork-policy.js

/**
 * Keeps code that anybody could have sent from hosts that a team owns. Under events that hand out
 * secrets whoever caused them, only the repository's own code may run: a branch of its own, or the
 * commit that the event itself runs on. Forks under plain `pull_request` get no secrets from GitHub,
 * and so no key.
 * @param head the commit that is checked out
 * @throws FailureError `fork_refused`
 */
function refuseForkCode({ eventName, codeOf, sha }, head) {
    if (codeOf.kind === 'own' || (head !== undefined && head === sha))
        return;
    const from = codeOf.kind === 'fork' ? `the fork ${codeOf.repository}` : 'a pull request';
    throw new failure/* FailureError */.pO({ kind: 'fork_refused', event: eventName, from });
}

// EXTERNAL MODULE: ./build/action/saved-state.js
var saved_state = __webpack_require__(9397);
// EXTERNAL MODULE: ./build/action/workspace.js
var action_workspace = __webpack_require__(7199);
;// CONCATENATED MODULE: ./build/action/run-step.js
















/** Lines of a failed lane's log in the step summary. */
const excerptLines = 40;
/** `mode: run`: the lanes of one target on their hosts, their logs in this step. */
async function runStep(inputs, context) {
    const signal = (0,signals/* abortOnSignals */.P)();
    const workspace = await (0,action_workspace/* workspaceOf */.B)(inputs, context);
    if (!inputs.allowForkCode) {
        refuseForkCode(context, await (0,repository_history/* commitOf */.D)(workspace.repository, 'HEAD', signal));
    }
    const record = await (0,run_lanes/* runLanes */.r)(workspace, {
        target: inputs.target,
        lanes: inputs.lane === undefined ? [] : [inputs.lane],
        base: inputs.base,
        backend: inputs.backend,
        credentials: (0,credentials/* inputCredentials */.p)(inputs, workspace.environment.sshAuthSocket),
        identity: {
            repository: context.repository,
            run: context.runId,
            attempt: context.runAttempt,
        },
        report: both(saveGuests(), stepLog((text) => void process.stdout.write(text))),
        signal,
    });
    await report(record, workspace.stateRoot, context);
    return (0,exit_status/* exitOfRun */.H)(record);
}
function saveGuests() {
    const save = (0,saved_state/* guestSaver */.OM)();
    return (event) => {
        if (event.event !== 'guest_named')
            return;
        const { name, os, address, workDir } = event.host;
        save({ name: event.guest_name, host: { name, os, address, workDir } });
    };
}
function both(first, second) {
    return (event) => {
        first(event);
        second(event);
    };
}
async function report(record, stateRoot, context) {
    const { path, job } = (0,run_dir/* runDir */.f)(stateRoot, record.run_id);
    const status = (0,compact_status/* compactStatus */.M)(record, context.runNumber);
    const failed = record.jobs.filter((it) => it.status === 'failed');
    for (const { id, message } of failed)
        (0,core/* error */.z3)(`${id}: ${message ?? 'failed'}`);
    for (const line of (0,status_text/* statusText */.q)(status, (0,status_text/* palette */.M)(true))) {
        process.stdout.write(`${(0,report_guard/* guardLine */.Q)(line)}\n`);
    }
    const excerpts = await Promise.all(failed.map(async ({ id }) => ({
        lane: id,
        log: await (0,log_tail/* logTail */.R)(job(id).guestLog, excerptLines),
    })));
    const shown = excerpts.filter(({ log }) => log !== '');
    await core/* summary */.z.addRaw((0,status_markdown/* statusMarkdown */.K)(status, shown, path)).write();
    (0,core/* setOutput */.uH)('status', record.status);
    (0,core/* setOutput */.uH)('failure-kind', record.failure_kind ?? '');
    (0,core/* setOutput */.uH)('run-id', record.run_id);
    (0,core/* setOutput */.uH)('log-path', path);
    const end = record.finished_at ?? record.created_at;
    (0,core/* setOutput */.uH)('duration-ms', String(Date.parse(end) - Date.parse(record.created_at)));
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