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
/* harmony import */ var _core_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71406);


/** Where records lie; looks for a checkout only when nobody names a folder. */
async function findStateRoot(flag) {
    const named = flag ?? (0,_core_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .readEnvironment */ .Q)(process.env).stateRoot;
    if (named !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(named);
    // Loaded only here: starting takes longer than most of what these commands do.
    const { openRepository } = await __webpack_require__.e(/* import() */ 648).then(__webpack_require__.bind(__webpack_require__, 5648));
    return (0,_core_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultStateRoot */ .d)((await openRepository(process.cwd())).root);
}


/***/ }),

/***/ 39870:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   statusCommand: () => (/* binding */ statusCommand)
/* harmony export */ });
/* harmony import */ var _report_compact_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8278);
/* harmony import */ var _report_status_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3892);
/* harmony import */ var _store_read_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76505);
/* harmony import */ var _store_written_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39726);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65868);
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(89901);
/* harmony import */ var _state_root_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5980);
/* harmony import */ var _stdout_palette_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73109);








async function statusCommand(args) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCommand */ .RM)(args, { json: { type: 'boolean' } });
    const runId = (0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .onePositional */ .PN)(positionals, '`status` takes one run id');
    const record = await (0,_store_read_run_js__WEBPACK_IMPORTED_MODULE_1__/* .readRun */ .cI)(await (0,_state_root_js__WEBPACK_IMPORTED_MODULE_4__/* .findStateRoot */ .p)(values['state-root']), runId);
    if (values.json === true)
        (0,_print_js__WEBPACK_IMPORTED_MODULE_5__/* .printJson */ .Q2)((0,_store_written_record_js__WEBPACK_IMPORTED_MODULE_2__/* .writtenRun */ .$$)(record), 2);
    else
        (0,_print_js__WEBPACK_IMPORTED_MODULE_5__/* .printLines */ .tj)((0,_report_status_text_js__WEBPACK_IMPORTED_MODULE_6__/* .statusText */ .q)((0,_report_compact_status_js__WEBPACK_IMPORTED_MODULE_0__/* .compactStatus */ .MZ)(record), (0,_stdout_palette_js__WEBPACK_IMPORTED_MODULE_7__/* .stdoutPalette */ .D)()));
    return 0;
}


/***/ }),

/***/ 73109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ stdoutPalette),
/* harmony export */   K: () => (/* binding */ stdoutIsCapable)
/* harmony export */ });
/* harmony import */ var _report_status_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3892);

/** Colours where a person looks at a terminal and did not decline them: https://no-color.org */
function stdoutPalette() {
    return (0,_report_status_text_js__WEBPACK_IMPORTED_MODULE_0__/* .palette */ .M)(stdoutIsCapable() && process.env['NO_COLOR'] === undefined);
}
/** A terminal that knows more than to print characters one after the other. */
function stdoutIsCapable() {
    return process.stdout.isTTY && process.env['TERM'] !== 'dumb';
}


/***/ }),

/***/ 71406:
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
            cause: 'usage',
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
    const backend = _model_target_js__WEBPACK_IMPORTED_MODULE_3__/* .backendChoices */ .Dx.find((known) => known === text);
    if (backend !== undefined)
        return backend;
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({
        cause: 'usage',
        problem: `PIKACI_REMOTE_LINUX_VM_BACKEND is \`${text}\``,
        hint: `Set it to ${_model_target_js__WEBPACK_IMPORTED_MODULE_3__/* .backendChoices */ .Dx.join(', ')}, or leave it out.`,
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
        cause: 'usage',
        problem: `PIKACI_MAX_CONCURRENT_EXECUTES is \`${text}\``,
        hint: 'Set it to a whole number from 1.',
    });
}
/** An empty variable is an absent one: workflows cannot unset what they inherit. */
function present(value) {
    return value === '' ? undefined : value;
}


/***/ }),

/***/ 61004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ spelledId),
/* harmony export */   f: () => (/* binding */ idSegment)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** Longer ones end in a digest: each has to be a file's name. */
const longest = 120;
/**
 * An id as one segment of a path: what letters, digits, `.`, `_` and `-` do not spell stands as `~`
 * and two hex digits a byte, and so does a dot in front. No two ids share a segment.
 */
function idSegment(id) {
    const segment = spelledId(id).replace(/^\./, '~2e');
    if (segment.length <= longest)
        return segment;
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(id).digest('hex').slice(0, 16);
    return `${segment.slice(0, longest - digest.length - 2)}~~${digest}`;
}
/** An id as a part of another name, however long. */
function spelledId(id) {
    return id.replace(/[^A-Za-z0-9._-]/gu, (character) => [...Buffer.from(character)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''));
}


/***/ }),

/***/ 87512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ backendChoices),
/* harmony export */   G: () => (/* binding */ triggers),
/* harmony export */   P: () => (/* binding */ permissions),
/* harmony export */   SW: () => (/* binding */ pullPolicies),
/* harmony export */   Tg: () => (/* binding */ usualWorkDir),
/* harmony export */   V1: () => (/* binding */ permits),
/* harmony export */   aP: () => (/* binding */ usualDiskGib),
/* harmony export */   o8: () => (/* binding */ networks)
/* harmony export */ });
/** What a manifest means, after defaults and references are resolved. */
const triggers = ['branch', 'nightly', 'manual'];
/** What a guest gets of its host's disk that asks for nothing, where the host grants as much. */
const usualDiskGib = 20;
/** Whether a tag is asked for anew in each run, or only where the host has never seen it. */
const pullPolicies = ['always', 'missing'];
/** What a guest may reach: nothing, or whatever its host's user can, but the host itself. */
const networks = ['none', 'outbound'];
/** What a host, a flag or a variable may ask for; `auto` leaves it to the lane's runner. */
const backendChoices = ['auto', 'microvm', 'incus'];
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
/** Where our folder is on hosts that are reached over SSH, unless they say otherwise. */
const usualWorkDir = '~/.cache/pikaci';


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

/** Of a run like this its message says more than the number of its lanes. */
const tellsMore = new Set(['skipped', 'lost']);
/** @param workflowRun that it is part of; without one the run id stands for it */
function compactStatus(record, workflowRun) {
    const lanes = record.jobs.map(laneStatus);
    return {
        state: runState(record),
        run: workflowRun === undefined ? `run ${record.run_id}` : `run #${workflowRun.number}`,
        workflowRun,
        target: record.target_id,
        counts: counts(lanes),
        head: `${record.git_head ?? 'no commit'}${record.git_dirty === true ? ' (with local changes)' : ''}`,
        ...times(record.created_at, record.jobs, record.finished_at ?? new Date().toISOString()),
        message: tellsMore.has(record.status) ? (record.message ?? undefined) : undefined,
        lanes,
    };
}
/** All lanes of a workflow run. */
function overallStatus({ state, lanes: outcomes, skipped }, plan, { workflowRun, head }) {
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
        run: `run #${workflowRun.number}`,
        workflowRun,
        target: titles(plan.selected_titles),
        counts: counts(lanes),
        head,
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
        case 'lost':
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
    const colourOf = (state) => state === 'success' || state === 'passed'
        ? '32'
        : state === 'failed' || state === 'lost'
            ? '31'
            : '33';
    const as = (state, text) => wrap(colourOf(state))(text);
    return { state: (state) => as(state, state), as, dim: wrap('2'), bold: wrap('1') };
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

/***/ 41962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   oz: () => (/* binding */ ownProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);



function ownProcess() {
    return { pid: process.pid, started: startOf(process.pid) ?? '', host: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)() };
}
/**
 * Whether a run's process is gone. Of one on another machine nothing is known, and so of one whose
 * record is older than this.
 */
function isGone(owner) {
    if (owner?.host !== (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)())
        return false;
    return startOf(owner.pid) !== owner.started;
}
/** Nothing where there is no such process. */
function startOf(pid) {
    return process.platform === 'linux' ? linuxStart(pid) : psStart(pid);
}
/** Ticks since the system's own start, of which there may have been several. */
function linuxStart(pid) {
    try {
        const boot = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/random/boot_id', 'latin1').trim();
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        // The name stands in parentheses and may hold anything; behind it, the state and 18 numbers.
        const [state, ...numbers] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return state === 'Z' ? undefined : `${boot} ${numbers[18] ?? ''}`;
    }
    catch {
        return undefined;
    }
}
function psStart(pid) {
    try {
        const args = ['-o', 'lstart=', '-p', String(pid)];
        const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('ps', args, { encoding: 'utf8', env, stdio: 'pipe' }).trim();
    }
    catch {
        return undefined;
    }
}
function ownerOf(text) {
    try {
        const value = JSON.parse(text);
        const { pid, started, host } = value ?? {};
        if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1)
            return undefined;
        return typeof started === 'string' && typeof host === 'string'
            ? { pid, started, host }
            : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 76505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ readLastRun),
/* harmony export */   U9: () => (/* binding */ lookAtRun),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   g$: () => (/* binding */ listRunIds)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41962);
/* harmony import */ var _run_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2096);
/* harmony import */ var _run_dir_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38006);
/* harmony import */ var _written_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39726);






/**
 * Ids of the runs below a state root, newest first.
 * @throws FailureError `state_root_unusable` where that is no folder that can be read
 */
async function listRunIds(stateRoot) {
    try {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,_run_dir_js__WEBPACK_IMPORTED_MODULE_4__/* .runsFolder */ .Xc)(stateRoot));
        return names.filter(_run_id_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunId */ .P).sort().reverse();
    }
    catch (error) {
        const { code, message: detail } = error;
        if (code === 'ENOENT')
            return [];
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ cause: 'state_root_unusable', path: stateRoot, detail });
    }
}
/** A run's record as far as there is one; whatever is wrong with it concerns no other run. */
async function lookAtRun(stateRoot, runId) {
    const { runJson, ownerJson } = (0,_run_dir_js__WEBPACK_IMPORTED_MODULE_4__/* .runDir */ .ff)(stateRoot, runId);
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(runJson, 'utf8');
    }
    catch (error) {
        const detail = error.message;
        const isThere = (await listRunIds(stateRoot)).includes(runId);
        const failure = isThere
            ? { cause: 'run_unreadable', runId, path: runJson, detail }
            : { cause: 'run_unknown', runId, stateRoot };
        return { kind: 'unreadable', failure };
    }
    const record = recordIn(text);
    if (record === undefined) {
        const detail = 'it is not the record of a run';
        return {
            kind: 'unreadable',
            failure: { cause: 'run_unreadable', runId, path: runJson, detail },
        };
    }
    if (record.status !== 'running')
        return { kind: 'read', record };
    const owner = (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerOf */ .bf)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(ownerJson, 'utf8').catch(() => ''));
    if (owner === undefined || !(0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .isGone */ .ST)(owner))
        return { kind: 'read', record };
    // Its last act may have been to close the record.
    const last = recordIn(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(runJson, 'utf8').catch(() => '')) ?? record;
    return { kind: 'read', record: last.status === 'running' ? lost(last, owner.pid) : last };
}
/** @throws FailureError `run_unknown`, `run_unreadable` */
async function readRun(stateRoot, runId) {
    if (!(0,_run_id_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunId */ .P)(runId))
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ cause: 'run_unknown', runId, stateRoot });
    const found = await lookAtRun(stateRoot, runId);
    if (found.kind === 'unreadable')
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO(found.failure);
    return found.record;
}
/**
 * The run that began last, of those whose records can be read.
 * @throws FailureError `no_runs`
 */
async function readLastRun(stateRoot) {
    let last;
    for (const id of await listRunIds(stateRoot)) {
        // An id tells the second only; which run of a second came last, the records tell.
        if (last !== undefined && secondOf(id) !== secondOf(last.run_id))
            break;
        const found = await lookAtRun(stateRoot, id);
        if (found.kind === 'unreadable')
            continue;
        if (last === undefined || found.record.created_at > last.created_at)
            last = found.record;
    }
    if (last === undefined)
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ cause: 'no_runs', stateRoot });
    return last;
}
function secondOf(id) {
    return id.split('-')[0] ?? '';
}
/** Of a record as much as everything that reads it rests on. */
function recordIn(text) {
    try {
        const value = JSON.parse(text);
        const { run_id, status, target_id, created_at, jobs } = value ?? {};
        const words = [run_id, status, target_id, created_at];
        const isRecord = words.every((word) => typeof word === 'string') && areJobs(jobs);
        if (!isRecord)
            return undefined;
        const run = value;
        return { ...run, jobs: run.jobs.map(_written_record_js__WEBPACK_IMPORTED_MODULE_5__/* .readJob */ .cd) };
    }
    catch {
        return undefined;
    }
}
function areJobs(jobs) {
    return (Array.isArray(jobs) &&
        jobs.every((job) => typeof job?.id === 'string'));
}
/** The record of a run whose process ended without closing it: killed, or its machine went down. */
function lost(record, pid) {
    const message = `lost: its process (${pid}) ended without a word`;
    const failure_kind = 'infrastructure';
    return {
        ...record,
        status: 'lost',
        message,
        failure_kind,
        jobs: record.jobs.map((job) => job.status === 'running' || job.status === 'pending'
            ? { ...job, status: 'failed', message: 'lost with its run', failure_kind }
            : job),
    };
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
/* harmony import */ var _model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61004);


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
        ownerJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'owner.json'),
        job: (id) => jobDir((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'jobs', (0,_model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__/* .idSegment */ .f)(id))),
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


/***/ }),

/***/ 39726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ writtenRun),
/* harmony export */   Dk: () => (/* binding */ writtenJob),
/* harmony export */   cd: () => (/* binding */ readJob),
/* harmony export */   w7: () => (/* binding */ writtenEvent)
/* harmony export */ });
function writtenRun(record) {
    return { ...record, jobs: record.jobs.map(writtenJob) };
}
function writtenJob({ execution, ...job }) {
    const { backend, accelerator, image, phases } = execution;
    const { failure_kind, host, guest_name, guest_kept, contained, attempts, ...rest } = job;
    const { waited_for_place, ...original } = rest;
    const ours = {
        failure_kind,
        host,
        guest_name,
        guest_kept,
        contained,
        attempts,
        waited_for_place,
    };
    if (job.executor !== 'remote_linux_vm' || backend === null) {
        return { ...original, remote_linux_vm_execution: null, ...ours, execution };
    }
    const vm = { backend, accelerator, ...writtenImage(image), phases };
    return { ...original, remote_linux_vm_execution: vm, ...ours };
}
function writtenImage(image) {
    const isOci = image !== null && 'digest' in image;
    return { incus_image: isOci ? null : image, oci_image: isOci ? image : null };
}
/** An event as events.jsonl has it. */
function writtenEvent(event) {
    switch (event.event) {
        case 'job_started':
        case 'job_finished':
            return { ...event, job: writtenJob(event.job) };
        case 'run_finished':
            return { ...event, run: writtenRun(event.run) };
        default:
            return event;
    }
}
/** The record that was written. */
function readJob({ remote_linux_vm_execution: vm, execution = nothing, waited_for_place = null, ...job }) {
    return { ...job, waited_for_place, execution: vm ? executionOf(vm) : execution };
}
function executionOf({ incus_image = null, oci_image = null, ...vm }) {
    return { ...nothing, ...vm, image: incus_image ?? oci_image };
}
const nothing = { backend: null, accelerator: null, image: null, phases: [] };


/***/ })

};
;