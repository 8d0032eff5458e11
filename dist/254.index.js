"use strict";
exports.id = 254;
exports.ids = [254];
exports.modules = {

/***/ 91254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStep: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
// EXTERNAL MODULE: ./build/command/exit-status.js
var exit_status = __webpack_require__(74688);
// EXTERNAL MODULE: ./build/command/run-lanes.js + 31 modules
var run_lanes = __webpack_require__(43436);
// EXTERNAL MODULE: ./build/command/signals.js
var signals = __webpack_require__(36972);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/report/compact-status.js
var compact_status = __webpack_require__(8278);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(70569);
// EXTERNAL MODULE: ./build/report/excerpts.js
var excerpts = __webpack_require__(83282);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(87300);
// EXTERNAL MODULE: ./build/report/event-lines.js
var event_lines = __webpack_require__(980);
;// CONCATENATED MODULE: ./build/report/phase-table.js



/** How long each phase of each lane took, as markdown; empty where no lane had phases. */
function phaseTable({ jobs }) {
    const timed = jobs.map(({ id, remote_linux_vm_execution: vm }) => ({
        id,
        phases: new Map(vm?.phases.map((it) => [it.phase, it.duration_ms])),
    }));
    const names = new Set(timed.flatMap(({ phases }) => [...phases.keys()]));
    if (names.size === 0)
        return '';
    const rows = timed.map(({ id, phases }) => [
        (0,markdown/* escapeMarkdown */.FV)(id),
        ...[...names].map((name) => {
            const took = phases.get(name);
            return took === undefined ? '' : (0,duration/* formatDuration */.a)(took);
        }),
    ]);
    return (0,markdown/* markdownTable */.Qj)(['lane', ...[...names].map(event_lines/* words */.a)], rows);
}

// EXTERNAL MODULE: ./build/report/guard.js
var report_guard = __webpack_require__(52935);
// EXTERNAL MODULE: ./build/report/status-markdown.js + 1 modules
var status_markdown = __webpack_require__(27261);
// EXTERNAL MODULE: ./build/report/status-text.js
var status_text = __webpack_require__(3892);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
var repository_history = __webpack_require__(57580);
// EXTERNAL MODULE: ./build/store/run-dir.js
var run_dir = __webpack_require__(38006);
// EXTERNAL MODULE: ./build/action/credentials.js
var credentials = __webpack_require__(44640);
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

// EXTERNAL MODULE: ./build/action/leg.js
var action_leg = __webpack_require__(10294);
// EXTERNAL MODULE: ./build/action/saved-state.js
var saved_state = __webpack_require__(19397);
// EXTERNAL MODULE: ./build/action/workspace.js
var action_workspace = __webpack_require__(47199);
;// CONCATENATED MODULE: ./build/action/run-step.js




















/** `mode: run`: the lanes of one target on their hosts, their logs in this step. */
async function runStep(inputs, context) {
    const leg = (0,action_leg/* describeLeg */.CW)(inputs, context);
    const { record, stateRoot } = await runLeg(inputs, context, leg).catch(async (thrown) => {
        await (0,action_leg/* leaveFailedLeg */.bU)(leg, (0,failure/* failureOf */.g5)(thrown), context);
        throw thrown;
    });
    const exit = (0,exit_status/* exitOfRun */.H)(record);
    const { path } = (0,run_dir/* runDir */.ff)(stateRoot, record.run_id);
    // A cancelled step has seconds; what takes longer is the post step's.
    const isCancelled = record.failure_kind === 'cancelled';
    const artifact = isCancelled ? undefined : await (0,action_leg/* leaveLeg */.ob)({ folder: path, leg }, context);
    await report(record, path, context, links(leg, artifact, path));
    return exit;
}
async function runLeg(inputs, context, leg) {
    const signal = (0,signals/* abortOnSignals */.P)();
    const workspace = await (0,action_workspace/* workspaceOf */.B)(inputs, context);
    const { stateRoot } = workspace;
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
            attempt: context.place.runAttempt,
        },
        report: run_step_all(saveGuests(), (0,action_leg/* rememberLeg */.cK)(leg, stateRoot), stepLog((text) => void process.stdout.write(text))),
        signal,
    });
    return { record, stateRoot };
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
function run_step_all(...sinks) {
    return (event) => {
        for (const sink of sinks)
            sink(event);
    };
}
function links(leg, artifact, path) {
    const log = leg.job_url === null ? [] : [(0,markdown/* markdownLink */.iQ)('log of this job', leg.job_url)];
    const files = artifact === undefined
        ? `<code>${(0,markdown/* escapeHtml */.ZD)(path)}</code>`
        : (0,markdown/* markdownLink */.iQ)('records and full logs', artifact);
    return [[...log, files].join(' · ')];
}
async function report(record, path, context, documentLinks) {
    const status = (0,compact_status/* compactStatus */.MZ)(record, context.runNumber);
    const failed = record.jobs.filter((it) => it.status === 'failed');
    for (const { id, message } of failed)
        (0,core/* error */.z3)(`${id}: ${message ?? 'failed'}`);
    for (const line of (0,status_text/* statusText */.q)(status, (0,status_text/* palette */.M)(true))) {
        process.stdout.write(`${(0,report_guard/* guardLine */.Q)(line)}\n`);
    }
    const { job } = (0,run_dir/* runDirAt */.Ah)(path);
    const document = {
        status,
        excerpts: await (0,excerpts/* readExcerpts */.T)(failed.map(({ id }) => ({ lane: id, log: job(id).guestLog }))),
        timeline: phaseTable(record),
        skipped: [],
        notes: [],
        links: documentLinks,
    };
    await core/* summary */.z.addRaw((0,status_markdown/* statusMarkdown */.K)(document, status_markdown/* summaryLimitBytes */.f)).write();
    (0,core/* setOutput */.uH)('status', record.status);
    (0,core/* setOutput */.uH)('failure-kind', record.failure_kind ?? '');
    (0,core/* setOutput */.uH)('run-id', record.run_id);
    (0,core/* setOutput */.uH)('log-path', path);
    const end = record.finished_at ?? record.created_at;
    (0,core/* setOutput */.uH)('duration-ms', String(Date.parse(end) - Date.parse(record.created_at)));
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

/***/ 83282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readExcerpts)
/* harmony export */ });
/* harmony import */ var _log_tail_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46827);

/** Lines of a failed lane's log. */
const excerptLines = 40;
/** Lanes whose logs are shown in part; more are not read, and the full logs have all of them. */
const excerptsAtMost = 20;
/** The ends of the logs of lanes that failed; none of lanes that said nothing. */
async function readExcerpts(failed) {
    const excerpts = await Promise.all(failed
        .slice(0, excerptsAtMost)
        .map(async ({ lane, log }) => ({ lane, log: await (0,_log_tail_js__WEBPACK_IMPORTED_MODULE_0__/* .logTail */ .R)(log, excerptLines) })));
    return excerpts.filter(({ log }) => log !== '');
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

/***/ 27261:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ statusMarkdown),
  f: () => (/* binding */ summaryLimitBytes)
});

;// CONCATENATED MODULE: ./build/report/fit.js
/**
 * Joins sections to a text of at most `limit` bytes of UTF-8: as long as it is longer, the least
 * important section that is left takes its next shorter form. A text that lacks something says so.
 */
function fit(sections, limit) {
    const chosen = sections.map(({ forms }) => forms[0]);
    const whole = chosen.join('');
    let bytes = Buffer.byteLength(whole);
    if (bytes <= limit)
        return whole;
    bytes += Buffer.byteLength(shortened);
    const leastFirst = [...sections.entries()].sort(([, a], [, b]) => a.importance - b.importance);
    for (const [index, { forms }] of leastFirst) {
        for (const form of [...forms.slice(1), '']) {
            if (bytes <= limit)
                break;
            bytes += Buffer.byteLength(form) - Buffer.byteLength(chosen[index] ?? '');
            chosen[index] = form;
        }
    }
    return `${chosen.join('')}${shortened}`;
}
const shortened = '\n_Shortened to fit; the full report has it all._\n';

// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(70569);
;// CONCATENATED MODULE: ./build/report/status-markdown.js


/** A step's summary is dropped as a whole when it is longer: https://docs.github.com/actions/reference/limits */
const summaryLimitBytes = 1024 * 1024;
/**
 * The compact status as markdown; what there is no room for goes by what matters least.
 * @param limit in bytes of UTF-8
 */
function statusMarkdown(document, limit) {
    const { status, excerpts, timeline, skipped, notes, links } = document;
    const skippedRows = skipped.map((it) => [it.target, it.id, it.reason].map(markdown/* escapeMarkdown */.FV));
    return fit([
        { importance: 9, forms: [headMarkdown(status)] },
        { importance: 7, forms: laneTables(status.lanes) },
        { importance: 8, forms: [links.map((link) => `${link}\n\n`).join('')] },
        { importance: 6, forms: [listMarkdown(notes)] },
        ...excerpts.map((excerpt, index) => excerptSection(excerpt, index)),
        { importance: 2, forms: [timeline === '' ? '' : (0,markdown/* foldedMarkdown */.SP)('Timeline', timeline)] },
        {
            importance: 1,
            forms: [
                skipped.length === 0
                    ? ''
                    : (0,markdown/* foldedMarkdown */.SP)(`${skipped.length} lane(s) that the change does not concern`, (0,markdown/* markdownTable */.Qj)(['target', 'lane', ''], skippedRows)),
            ],
        },
    ], limit);
}
function listMarkdown(notes) {
    return notes.length === 0 ? '' : `${notes.map((it) => `- ${(0,markdown/* escapeMarkdown */.FV)(it)}`).join('\n')}\n\n`;
}
function headMarkdown(status) {
    const { state, target, run, counts, message, head, queuedAt, lanes, queued, ran } = status;
    return [
        `### ${symbols[state]} CI: ${state}`,
        '',
        `**${(0,markdown/* escapeMarkdown */.FV)(target)}** · ${(0,markdown/* escapeMarkdown */.FV)(run)} · ${counts}`,
        '',
        ...(message === undefined ? [] : [(0,markdown/* escapeMarkdown */.FV)(message), '']),
        [
            `head \`${head}\` · queued ${queuedAt} · ${lanes.length} lane(s)`,
            ...(ran === '' ? [] : [`queued ${queued} · ran ${ran}`]),
        ].join(' · '),
        '',
        '',
    ].join('\n');
}
const symbols = {
    success: '✅',
    failed: '❌',
    missing: '❓',
    cancelled: '⚪',
    skipped: '⏭️',
    running: '🟡',
};
/** All lanes; then only those that people must look at; then as many of these as a glance takes. */
function laneTables(lanes) {
    const trouble = lanes.filter(({ state }) => state !== 'success' && state !== 'skipped');
    const few = trouble.slice(0, 20);
    const others = (shown) => `${lanes.length - shown} further lane(s).\n\n`;
    return [
        laneTable(lanes),
        `${laneTable(trouble)}${others(trouble.length)}`,
        `${laneTable(few)}${others(few.length)}`,
    ];
}
function laneTable(lanes) {
    if (lanes.length === 0)
        return '';
    const rows = lanes.map(({ id, state, took, message, link }) => [
        `${symbols[state]} ${(0,markdown/* markdownLink */.iQ)(id, link)}`,
        state,
        took,
        (0,markdown/* escapeMarkdown */.FV)(message ?? ''),
    ]);
    return (0,markdown/* markdownTable */.Qj)(['lane', 'state', 'took', ''], rows);
}
/** The first lane's excerpt is kept longest; each goes to its last lines before it goes. */
function excerptSection({ lane, log }, index) {
    const last = log.split('\n').slice(-8).join('\n');
    return {
        importance: 5 - index / 1000,
        forms: [excerptMarkdown({ lane, log }), excerptMarkdown({ lane, log: last.slice(-2000) })],
    };
}
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
    const title = `${(0,markdown/* escapeHtml */.ZD)(lane)}: end of the log`;
    return `<details open><summary>${title}</summary><pre>\n${html}\n</pre></details>\n\n`;
}


/***/ })

};
;