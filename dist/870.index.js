"use strict";
exports.id = 870;
exports.ids = [870];
exports.modules = {

/***/ 5980:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ findStateRoot)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _command_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2736);


/** Where records lie; looks for a checkout only when nobody names a folder. */
async function findStateRoot(flag) {
    const named = flag ?? (0,_command_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .readEnvironment */ .Q)(process.env).stateRoot;
    if (named !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(named);
    // Loaded only here: starting takes longer than most of what these commands do.
    const { openRepository } = await __webpack_require__.e(/* import() */ 648).then(__webpack_require__.bind(__webpack_require__, 5648));
    return (0,_command_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultStateRoot */ .d)((await openRepository(process.cwd())).root);
}


/***/ }),

/***/ 39870:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   statusCommand: () => (/* binding */ statusCommand)
/* harmony export */ });
/* harmony import */ var _report_compact_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8278);
/* harmony import */ var _report_status_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3892);
/* harmony import */ var _store_read_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76505);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65868);
/* harmony import */ var _state_root_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5980);
/* harmony import */ var _stdout_palette_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73109);






async function statusCommand(args) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCommand */ .RM)(args, { json: { type: 'boolean' } });
    const runId = (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .onePositional */ .PN)(positionals, '`status` takes one run id');
    const record = await (0,_store_read_run_js__WEBPACK_IMPORTED_MODULE_0__/* .readRun */ .cI)(await (0,_state_root_js__WEBPACK_IMPORTED_MODULE_2__/* .findStateRoot */ .p)(values['state-root']), runId);
    const text = values.json === true
        ? JSON.stringify(record, undefined, 2)
        : (0,_report_status_text_js__WEBPACK_IMPORTED_MODULE_3__/* .statusText */ .q)((0,_report_compact_status_js__WEBPACK_IMPORTED_MODULE_4__/* .compactStatus */ .MZ)(record), (0,_stdout_palette_js__WEBPACK_IMPORTED_MODULE_5__/* .stdoutPalette */ .D)()).join('\n');
    process.stdout.write(`${text}\n`);
    return 0;
}


/***/ }),

/***/ 73109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ stdoutPalette)
/* harmony export */ });
/* harmony import */ var _report_status_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3892);

/** Colours where a person looks at a terminal and did not decline them: https://no-color.org */
function stdoutPalette() {
    return (0,_report_status_text_js__WEBPACK_IMPORTED_MODULE_0__/* .palette */ .M)(process.stdout.isTTY && process.env['NO_COLOR'] === undefined);
}


/***/ }),

/***/ 2736:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readEnvironment),
/* harmony export */   d: () => (/* binding */ defaultStateRoot)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);
/* harmony import */ var _model_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87512);




/** @throws FailureError `usage` for a value that means nothing */
function readEnvironment(variables) {
    if (present(variables['PIKACI_REMOTE_LINUX_VM_INCUS_LANES']) !== undefined) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({
            kind: 'usage',
            problem: 'PIKACI_REMOTE_LINUX_VM_INCUS_LANES is removed and is set',
            hint: 'Say which backend a host has with hosts.<name>.backend in the manifest.',
        });
    }
    return {
        stateRoot: present(variables['PIKACI_STATE_ROOT']),
        backend: readBackend(variables['PIKACI_REMOTE_LINUX_VM_BACKEND']),
        maxConcurrentExecutes: readCount(variables['PIKACI_MAX_CONCURRENT_EXECUTES']) ?? 2,
        preparedOutputConsumer: present(variables['PIKACI_PREPARED_OUTPUT_CONSUMER']),
        sshAuthSocket: present(variables['SSH_AUTH_SOCK']),
        sshKeyPassphrase: present(variables['PIKACI_SSH_KEY_PASSPHRASE']),
        localWorkDir: localWorkDir(variables),
    };
}
function readBackend(value) {
    const text = present(value);
    if (text === undefined)
        return undefined;
    const backend = _model_target_js__WEBPACK_IMPORTED_MODULE_3__/* .backends */ .S.find((known) => known === text);
    if (backend !== undefined)
        return backend;
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({
        kind: 'usage',
        problem: `PIKACI_REMOTE_LINUX_VM_BACKEND is \`${text}\``,
        hint: `Set it to ${_model_target_js__WEBPACK_IMPORTED_MODULE_3__/* .backends */ .S.join(', ')}, or leave it out.`,
    });
}
/** Outside of any checkout, so that no tool run there finds copies of the workspace in it. */
function localWorkDir(variables) {
    const runnerTemp = present(variables['RUNNER_TEMP']);
    if (runnerTemp !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runnerTemp, 'pikaci');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(present(variables['XDG_CACHE_HOME']) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache'), 'pikaci');
}
/** Where records lie when nobody says otherwise. */
function defaultStateRoot(repositoryRoot) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repositoryRoot, '.pikaci');
}
function readCount(value) {
    const text = present(value);
    if (text === undefined)
        return undefined;
    const count = Number(text);
    if (Number.isInteger(count) && count >= 1)
        return count;
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({
        kind: 'usage',
        problem: `PIKACI_MAX_CONCURRENT_EXECUTES is \`${text}\``,
        hint: 'Set it to a whole number from 1.',
    });
}
/** An empty variable is an absent one: workflows cannot unset what they inherit. */
function present(value) {
    return value === '' ? undefined : value;
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

/***/ 8278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ compactStatus),
/* harmony export */   d: () => (/* binding */ jobState),
/* harmony export */   gX: () => (/* binding */ overallStatus),
/* harmony export */   tQ: () => (/* binding */ counts)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87300);

/** @param runNumber of the workflow; without one the run id stands for it */
function compactStatus(record, runNumber) {
    const lanes = record.jobs.map(laneStatus);
    return {
        state: runState(record),
        run: runNumber === undefined ? `run ${record.run_id}` : `run #${runNumber}`,
        target: record.target_id,
        counts: counts(lanes),
        head: `${record.git_head ?? 'no commit'}${record.git_dirty === true ? ' (with local changes)' : ''}`,
        ...times(record.created_at, record.jobs, record.finished_at ?? new Date().toISOString()),
        message: record.status === 'skipped' ? (record.message ?? undefined) : undefined,
        lanes,
    };
}
/** All lanes of a workflow run. */
function overallStatus({ state, lanes: outcomes, skipped }, plan, workflow) {
    const jobs = outcomes.flatMap(({ report }) => (report === undefined ? [] : [report.job]));
    const lanes = outcomes.map(({ title, state: lane, message, link, report }) => ({
        id: title,
        state: lane,
        took: report === undefined ? '' : took(report.job),
        message,
        link,
    }));
    const ends = jobs.flatMap(({ finished_at }) => finished_at ?? []).sort();
    return {
        state,
        run: `run #${workflow.runNumber}`,
        target: titles(plan.selected_titles),
        counts: counts(lanes),
        head: workflow.head,
        ...times(plan.created_at, jobs, ends.at(-1) ?? plan.created_at),
        message: state === 'skipped' ? `the change concerns none of ${skipped.length} lane(s)` : undefined,
        lanes,
    };
}
function titles(selected) {
    const shown = selected.slice(0, 5);
    const more = selected.length - shown.length;
    if (selected.length === 0)
        return 'nothing to run';
    return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}
function times(queuedAt, jobs, end) {
    const words = queuedAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
    const [start] = jobs.flatMap(({ started_at }) => started_at ?? []).sort();
    if (start === undefined)
        return { queuedAt: words, queued: '', ran: '' };
    return {
        queuedAt: words,
        queued: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Date.parse(start) - Date.parse(queuedAt)),
        ran: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Date.parse(end) - Date.parse(start)),
    };
}
function runState({ status, failure_kind }) {
    switch (status) {
        case 'passed':
            return 'success';
        case 'failed':
            return failure_kind === 'cancelled' ? 'cancelled' : 'failed';
        case 'skipped':
        case 'running':
            return status;
    }
}
function laneStatus(job) {
    const state = jobState(job);
    const message = state === 'success' ? undefined : (job.message ?? undefined);
    return { id: job.id, state, took: took(job), message, link: undefined };
}
/** State of a lane as people know it. */
function jobState({ status, failure_kind, }) {
    switch (status) {
        case 'passed':
            return 'success';
        case 'failed':
            return failure_kind === 'cancelled' ? 'cancelled' : 'failed';
        case 'skipped':
            return 'skipped';
        case 'pending':
        case 'running':
            return 'running';
    }
}
function took({ started_at, finished_at }) {
    return started_at === null || finished_at === null
        ? ''
        : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Date.parse(finished_at) - Date.parse(started_at));
}
/** How many lanes came to which end: `9 passed, 1 failed`. */
function counts(lanes) {
    const words = {
        success: 'passed',
        failed: 'failed',
        cancelled: 'cancelled',
        missing: 'missing',
        skipped: 'skipped',
        running: 'running',
    };
    const parts = Object.entries(words).flatMap(([state, word]) => {
        const count = lanes.filter((lane) => lane.state === state).length;
        return count === 0 ? [] : [`${count} ${word}`];
    });
    return parts.length === 0 ? 'no lanes' : parts.join(', ');
}


/***/ }),

/***/ 87300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration),
/* harmony export */   z: () => (/* binding */ formatBytes)
/* harmony export */ });
/** `7s`, `2m 20s`, `1h 04m`: as short as people say it. */
function formatDuration(ms) {
    if (ms < 10_000)
        return `${(ms / 1000).toFixed(1)}s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds}s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}m ${String(seconds % 60).padStart(2, '0')}s`;
    return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, '0')}m`;
}
/** `19 MB`; decimal, as disks and networks count. */
function formatBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit] ?? ''}`;
}


/***/ }),

/***/ 3892:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ palette),
/* harmony export */   q: () => (/* binding */ statusText)
/* harmony export */ });
function palette(colours) {
    const wrap = (code) => (text) => colours ? `\u001b[${code}m${text}\u001b[0m` : text;
    const colourOf = (state) => state === 'success' || state === 'passed' ? '32' : state === 'failed' ? '31' : '33';
    return { state: (state) => wrap(colourOf(state))(state), dim: wrap('2'), bold: wrap('1') };
}
/** The compact status for a terminal. */
function statusText(status, paint) {
    const width = Math.max(0, ...status.lanes.map(({ id }) => id.length));
    return [
        `${paint.bold('CI')}: ${paint.state(status.state)}`,
        `${status.run} · ${status.target}`,
        status.message ?? status.counts,
        paint.dim(`head ${status.head} · queued ${status.queuedAt} · ${status.lanes.length} lane(s)`),
        ...(status.ran === '' ? [] : [paint.dim(`queued ${status.queued} · ran ${status.ran}`)]),
        ...status.lanes.map(({ id, state, took, message }) => [`  ${id.padEnd(width)} · ${paint.state(state)}`, took, message ?? '']
            .filter((part) => part !== '')
            .join(' · ')),
    ];
}


/***/ }),

/***/ 76505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ readLastRun),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   g$: () => (/* binding */ listRunIds)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _run_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2096);
/* harmony import */ var _run_dir_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38006);




/** Ids of the runs below a state root, newest first. */
async function listRunIds(stateRoot) {
    try {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,_run_dir_js__WEBPACK_IMPORTED_MODULE_3__/* .runsFolder */ .Xc)(stateRoot));
        return names.filter(_run_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunId */ .P).sort().reverse();
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    }
}
/** @throws FailureError `run_unknown` */
async function readRun(stateRoot, runId) {
    try {
        if (!(0,_run_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunId */ .P)(runId))
            throw new Error('not a run id');
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,_run_dir_js__WEBPACK_IMPORTED_MODULE_3__/* .runDir */ .ff)(stateRoot, runId).runJson, 'utf8'));
    }
    catch (error) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ kind: 'run_unknown', runId, stateRoot }, { cause: error });
    }
}
/**
 * The run that began last.
 * @throws FailureError `no_runs`
 */
async function readLastRun(stateRoot) {
    const ids = await listRunIds(stateRoot);
    const [last] = ids;
    if (last === undefined)
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ kind: 'no_runs', stateRoot });
    // An id tells the second only; which run of a second came last, the records tell.
    const [second = ''] = last.split('-');
    const latest = ids.filter((id) => id.startsWith(second));
    const records = await Promise.all(latest.map((id) => readRun(stateRoot, id)));
    return records.reduce((one, other) => (other.created_at > one.created_at ? other : one));
}


/***/ }),

/***/ 38006:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ runDirAt),
/* harmony export */   Xc: () => (/* binding */ runsFolder),
/* harmony export */   ff: () => (/* binding */ runDir)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

function runsFolder(stateRoot) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(stateRoot, 'runs');
}
function runDir(stateRoot, runId) {
    return runDirAt((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(runsFolder(stateRoot), runId));
}
/** A run's folder wherever it lies: an artifact holds it without the state root around it. */
function runDirAt(path) {
    return {
        path,
        runJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'run.json'),
        planJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'plan.json'),
        preparedOutputsJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'prepared-outputs.json'),
        eventsJsonl: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'events.jsonl'),
        legJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'leg.json'),
        job: (id) => jobDir((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'jobs', id)),
    };
}
function jobDir(path) {
    const artifacts = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'artifacts');
    return {
        path,
        statusJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'status.json'),
        hostLog: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'host.log'),
        artifacts,
        guestLog: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(artifacts, 'guest.log'),
        resultJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(artifacts, 'result.json'),
        problemsJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'problems.json'),
    };
}


/***/ }),

/***/ 2096:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ newRunId),
/* harmony export */   P: () => (/* binding */ isRunId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const pattern = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;
/** `YYYYMMDDTHHMMSSZ-` and eight hex digits: sorts by time, and two at once differ. */
function newRunId(now) {
    const stamp = now
        .toISOString()
        .replace(/[-:]/g, '')
        .replace(/\.\d+Z$/, 'Z');
    return `${stamp}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
}
/** Whether a word can be a run id; whatever is not never becomes part of a path. */
function isRunId(word) {
    return pattern.test(word);
}


/***/ })

};
;