"use strict";
exports.id = 556;
exports.ids = [556];
exports.modules = {

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

/***/ 87140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cl: () => (/* binding */ eventLines),
  CE: () => (/* binding */ eventWords),
  aL: () => (/* binding */ words)
});

;// CONCATENATED MODULE: ./build/model/containment.js
/** One line for people, and for whoever searches logs for it; none where all is well. */
function containmentLines(containment) {
    return containment.contained
        ? []
        : [
            `contained: false; the lane can reach what its user can on this host: ${containment.reason}`,
        ];
}

// EXTERNAL MODULE: ./build/model/describe-failure.js
var describe_failure = __webpack_require__(34711);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(87300);
;// CONCATENATED MODULE: ./build/report/event-lines.js



/**
 * An event in words, each line with the lane it is about in front; none for events that are not
 * worth a line. Guest output is not among them: it is shown as it is.
 */
function eventLines(event) {
    const { lane, lines } = eventWords(event);
    const prefix = lane === undefined ? '·' : `${lane} ·`;
    return lines.map((line) => `${prefix} ${line}`);
}
/** The one place where events become words, whoever shows them. */
function eventWords(event) {
    switch (event.event) {
        case 'run_started':
            return ofRun(`run ${event.run_id} of ${event.target_id}`);
        case 'snapshot_taken': {
            const large = event.large_files.map((path) => `; large file: ${path}`).join('');
            return ofRun(`snapshot ${event.hash.slice(0, 12)}: ${event.files} files, ${(0,duration/* formatBytes */.z)(event.bytes)}${large}`);
        }
        case 'host_connected':
            return ofRun(`connected to ${event.host} (${event.address}) in ${(0,duration/* formatDuration */.a)(event.duration_ms)}`);
        case 'host_note':
            return ofRun(`${event.host}: ${event.note}`);
        case 'snapshot_published':
            return ofRun(event.sent_bytes === 0
                ? `${event.host} has the snapshot already`
                : `sent the snapshot to ${event.host}: ${event.sent_files} files, ${(0,duration/* formatBytes */.z)(event.sent_bytes)}`);
        case 'prepare_finished': {
            const { node_id: node, duration_ms: ms, problem } = event;
            return ofRun(problem === null ? `${node} ready in ${(0,duration/* formatDuration */.a)(ms)}` : `${node} failed: ${problem}`);
        }
        case 'guest_image': {
            const { image } = event;
            return ofLane(event.job_id, 'digest' in image
                ? `image ${image.reference} is ${image.digest}`
                : `image ${image.alias} is ${image.fingerprint}`);
        }
        case 'guest_named':
            return ofLane(event.job_id, `guest ${event.guest_name} on ${event.host.name}`);
        case 'job_waiting': {
            const { host, ahead } = event;
            const guests = ahead === 1 ? 'one guest has' : `${ahead} guests have`;
            return ofLane(event.job_id, `waiting for a free place on ${host}: ${guests} to end first`);
        }
        case 'job_waited':
            return ofLane(event.job_id, `waited ${(0,duration/* formatDuration */.a)(event.duration_ms)} for a free place`);
        case 'job_phase_finished':
            // Most phases pass in no time on a warm host; their times are in the record.
            return event.duration_ms < 100
                ? nothing
                : ofLane(event.job_id, `${words(event.phase)} took ${(0,duration/* formatDuration */.a)(event.duration_ms)}`);
        case 'guest_contained':
            return ofLane(event.job_id, ...containmentLines(event));
        case 'guest_kept':
            return ofLane(event.job_id, `guest ${event.guest_name} is kept until ${event.until}`, `enter it: ${event.enter}`, `end it sooner: ${event.end}`);
        case 'guest_accelerated':
            return event.accelerator === 'kvm'
                ? nothing
                : ofLane(event.job_id, 'the guest was emulated (tcg)');
        case 'job_note':
            return ofLane(event.job_id, event.note);
        case 'job_verdict': {
            const { job_id: id, verdict } = event;
            return verdict.kind === 'passed'
                ? ofLane(id, 'passed')
                : ofLane(id, ...(0,describe_failure/* failureLines */.w)(verdict.failure));
        }
        case 'source_described':
        case 'run_skipped':
        case 'plan_made':
        case 'prepare_started':
        case 'job_started':
        case 'backend_chosen':
        case 'job_phase_started':
        case 'job_output':
        case 'job_finished':
        case 'run_finished':
            return nothing;
    }
}
/** `wait_for_completion` as people write it. */
function words(name) {
    return name.replaceAll('_', ' ');
}
const nothing = { lane: undefined, lines: [] };
function ofRun(line) {
    return { lane: undefined, lines: [line] };
}
function ofLane(lane, ...lines) {
    return { lane, lines };
}


/***/ }),

/***/ 7156:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ runReport),
/* harmony export */   w: () => (/* binding */ workflowReport)
/* harmony export */ });
/* harmony import */ var _preparations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45574);
/* harmony import */ var _compact_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8278);


/** The report of one local run. */
function runReport(record, logsOf) {
    const { target_id: target } = record;
    return {
        title: target,
        status: (0,_compact_status_js__WEBPACK_IMPORTED_MODULE_0__/* .compactStatus */ .MZ)(record),
        prepared: record.prepare_timings,
        lanes: record.jobs.map((job) => {
            const { id } = job;
            return { target, id, title: id, state: (0,_compact_status_js__WEBPACK_IMPORTED_MODULE_0__/* .jobState */ .d)(job), job, logs: logsOf(id) };
        }),
    };
}
/** The report of all lanes of a workflow run. */
function workflowReport({ lanes, skipped, notes }, { status, link }, logsOf) {
    return {
        title: status.target,
        status: { ...status, message: [status.message ?? [], notes].flat(2).join(' · ') || undefined },
        link,
        prepared: (0,_preparations_js__WEBPACK_IMPORTED_MODULE_1__/* .preparations */ .T)(lanes.flatMap(({ report }) => report?.run ?? [])),
        lanes: [
            ...lanes.map((lane) => outcomeLane(lane, logsOf)),
            ...skipped.map(({ target, id, reason }) => ({
                target,
                id,
                title: target === id ? id : `${target} / ${id}`,
                state: 'skipped',
                message: reason,
            })),
        ],
    };
}
function outcomeLane({ target, id, title, link, state, message, report }, logsOf) {
    const name = { target, id, title, link };
    if (report !== undefined && state !== 'missing') {
        return { ...name, state, message, job: report.job, logs: logsOf(report) };
    }
    return { ...name, state, message };
}


/***/ }),

/***/ 6190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ renderHtml)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/diagnostics/harmless.js
var harmless = __webpack_require__(54621);
;// CONCATENATED MODULE: ./build/diagnostics/error-lines.js

/** Errors are looked for in this much of the end of a log. */
const lookedAtBytes = 8 * 1024 * 1024;
const lf = 0x0a;
/** What is looked at as one text. */
const passageBytes = 512 * 1024;
/** More than anybody goes through one by one. */
const mostLines = 10_000;
/** Says what went wrong. */
const causes = [
    // rustc, gcc, clang, eslint, tsc, go, npm, git, and many others
    /(?:^|[\s:])(?:fatal )?(?:error|fatal)(?:\[\w+\])?(?: [A-Z]+\d+)?: /i,
    /^(?:npm (?:ERR!|error)|E {2,}\S|\[?ERROR\b|##\[error\]|::error\b)/,
    /\bpanicked at\b/,
    /^\s*(?:[\w.$]+\.)?\w*(?:Error|Exception)(?: \[\w+\])?: /,
    /\b(?:command not found|Segmentation fault|core dumped|out of memory)\b/i,
    /^(?:(?!\bAssertion\b).)*\bAssertion\b.*\bfailed\b/i,
];
/** Says that something went wrong. */
const symptoms = [
    /^\s*(?:✗|✘|×|✖|❌)\s/,
    /(?<!\b0 )\bFAIL(?:ED|URE)?\b/,
    /^not ok \d/,
    /^Traceback \(most recent call last\)/,
    /^make(?:\[\d+\])?: \*\*\* /,
];
/** Lines without any of these words are not looked at twice. */
const suspicious = /error|fatal|fail|panicked|exception|not found|segmentation|dumped|out of memory|assertion|not ok|traceback|^E {2}|✗|✘|×|✖|❌|\*\*\*/gim;
/** Which lines of a log read like an error, whatever tool wrote them; the first ones of too many. */
function errorLines(bytes) {
    const from = lineStart(bytes, bytes.length - lookedAtBytes);
    const lines = [];
    let cause;
    let number = countLines(bytes.subarray(0, from));
    for (const passage of passages(bytes.subarray(from))) {
        for (const [index, line] of suspects(readable(new TextDecoder().decode(passage)))) {
            const kind = readsLikeError(line);
            if (kind === undefined)
                continue;
            const isCause = kind === 'cause' && cause === undefined;
            if (isCause)
                cause = number + index;
            // The one that a reader is led to stands out, wherever it is.
            if (lines.length < mostLines || isCause)
                lines.push(number + index);
        }
        number += countLines(passage);
    }
    return { lines, first: cause ?? lines[0] ?? Math.max(0, number - 1) };
}
function readsLikeError(line) {
    if (causes.some((pattern) => pattern.test(line)))
        return 'cause';
    return symptoms.some((pattern) => pattern.test(line)) ? 'symptom' : undefined;
}
/** Where the first line begins at or behind a place. */
function lineStart(bytes, from) {
    if (from <= 0)
        return 0;
    const end = bytes.indexOf(lf, from - 1);
    return end === -1 ? bytes.length : end + 1;
}
/** A line without an end at the log's end is one, too. */
function countLines(bytes) {
    let count = 0;
    let start = 0;
    for (; start < bytes.length; count += 1) {
        const end = bytes.indexOf(lf, start);
        start = end === -1 ? bytes.length : end + 1;
    }
    return count;
}
/** Whole lines, about as many at a time as are worth it. */
function* passages(bytes) {
    for (let start = 0; start < bytes.length;) {
        const end = lineStart(bytes, start + passageBytes);
        yield bytes.subarray(start, end);
        start = end;
    }
}
/** Lines worth a look, with their numbers in the text; of each the part people would read. */
function* suspects(text) {
    let number = 0;
    let start = 0;
    let end = lineEnd(text, 0);
    suspicious.lastIndex = 0;
    for (let match = suspicious.exec(text); match !== null; match = suspicious.exec(text)) {
        while (end < match.index) {
            number += 1;
            start = end + 1;
            end = lineEnd(text, start);
        }
        yield [number, text.slice(start, Math.min(end, start + 2000))];
        if (end === text.length)
            return;
        suspicious.lastIndex = end + 1;
    }
}
function lineEnd(text, from) {
    const end = text.indexOf('\n', from);
    return end === -1 ? text.length : end;
}
/** Where colours are all there is to take out, at once; else line by line, as lines are shown. */
function readable(text) {
    const plain = text.replaceAll(/\u001b\[[0-9;]*m/g, '');
    return control.test(plain) ? text.split('\n').map(harmless/* colourless */.q).join('\n') : plain;
}
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

// EXTERNAL MODULE: ./build/report/escape-html.js
var escape_html = __webpack_require__(39457);
;// CONCATENATED MODULE: ./build/report/html/dense-text.js
/**
 * Bytes as text inside an HTML document, at 8/7 of their size; base64 takes 8/6.
 *
 * Seven bits make one ASCII character. Three of those the HTML parser would change or act on:
 * NUL, CR, and `<`. They stand together with the seven bits that follow them in one character of
 * U+0100 to U+027F, which UTF-8 writes in two bytes: no byte is lost to them. What is left survives
 * the parser's normalisation of line ends, and a server that says `charset=utf-8`.
 */
const unsafe = [0x00, 0x0d, 0x3c];
const firstPair = 0x100;
const safe = 0xff;
/** Of seven bits: their place in {@link unsafe}, or {@link safe}. */
const place = Uint8Array.from({ length: 128 }, (_, bits) => {
    const index = unsafe.indexOf(bits);
    return index === -1 ? safe : index;
});
/** @returns the text as UTF-8 */
function encodeDense(bytes) {
    const groups = Math.ceil((bytes.length * 8) / 7);
    // A pair takes two bytes for two groups; one more where the last group has no partner.
    const text = new Uint8Array(groups + 1);
    let at = 0;
    let pending = safe;
    const put = (bits) => {
        if (pending !== safe) {
            const character = firstPair + (pending << 7) + bits;
            text[at] = 0xc0 | (character >> 6);
            text[at + 1] = 0x80 | (character & 0x3f);
            at += 2;
            pending = safe;
            return;
        }
        pending = place[bits] ?? safe;
        if (pending === safe)
            text[at++] = bits;
    };
    let held = 0;
    let count = 0;
    for (const byte of bytes) {
        held = ((held << 8) | byte) & 0x7fff;
        for (count += 8; count >= 7; count -= 7)
            put((held >> (count - 7)) & 0x7f);
    }
    if (count > 0)
        put((held << (7 - count)) & 0x7f);
    if (pending !== safe)
        put(0);
    return text.subarray(0, at);
}
/** @param length in bytes, since the last bits of a text may be there to fill it only */
function decodeDense(text, length) {
    const bytes = new Uint8Array(length);
    let at = 0;
    let held = 0;
    let count = 0;
    for (let index = 0; index < text.length; index += 1) {
        const character = text.charCodeAt(index);
        if (character < firstPair) {
            held = (held << 7) | character;
            count += 7;
        }
        else {
            const pair = character - firstPair;
            held = (held << 14) | ((unsafe[pair >> 7] ?? 0) << 7) | (pair & 0x7f);
            count += 14;
        }
        for (; count >= 8; count -= 8)
            bytes[at++] = held >> (count - 8);
        held &= 0xff;
    }
    return bytes;
}

;// CONCATENATED MODULE: ./build/report/html/error-attributes.js
/** The lines as attributes of a log's element: how far each is behind the one before. */
function errorAttributes({ lines, first }) {
    const steps = lines.map((line, index) => line - (lines[index - 1] ?? 0));
    return ` data-errors="${steps.join(' ')}" data-first="${first}"`;
}
/** What {@link errorAttributes} wrote. */
function readErrors({ errors, first }) {
    const lines = [];
    let line = 0;
    for (const step of errors === '' ? [] : errors.split(' ')) {
        line += Number(step);
        lines.push(line);
    }
    return { lines, first: Number(first) };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(87300);
;// CONCATENATED MODULE: ./build/report/html/log-bytes.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});


/** What a browser still handles well; the two ends of a larger log are kept, this much of each. */
const endBytes = 32 * 1024 * 1024;
/** @returns the log, cut out in the middle where it is huge; nothing where there is no file */
async function logBytes(path, end = endBytes) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path), true);
            // A log that grows is taken as long as it is now.
            const { size } = await file.stat();
            const part = async (from, length) => {
                const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
                return buffer.subarray(0, bytesRead);
            };
            if (size <= 2 * end)
                return await part(0, size);
            const note = `\n[pikaci] ${(0,duration/* formatBytes */.z)(size - 2 * end)} are left out here; the whole log is ${path}\n`;
            return Buffer.concat([await part(0, end), Buffer.from(note), await part(size - end, end)]);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/report/event-lines.js + 1 modules
var event_lines = __webpack_require__(87140);
// EXTERNAL MODULE: ./build/report/lane-spans.js
var lane_spans = __webpack_require__(12158);
;// CONCATENATED MODULE: ./build/report/html/lane-keys.js
/**
 * What stands for each lane in addresses of the page, `#<key>/L12`: its id, which people can read
 * and another report of the same lanes repeats; with its target where two targets share an id.
 */
function laneKeys(lanes) {
    const ids = new Map();
    for (const { id } of lanes)
        ids.set(id, (ids.get(id) ?? 0) + 1);
    return lanes.map(({ target, id }) => 
    // Half a surrogate pair, which no lane of a manifest has, cannot stand in an address.
    (ids.get(id) === 1 && id !== '' ? id : `${target}:${id}`).toWellFormed());
}
/** The fragment that opens the report at a lane. */
function laneFragment(key) {
    return `#${encodeURIComponent(key)}`;
}

;// CONCATENATED MODULE: ./build/report/html/page-data.js




/** @returns the data, and the lanes of the report in its order */
function pageData(report) {
    const keys = laneKeys(report.lanes);
    const sorted = report.lanes
        .map((lane, index) => ({ lane, key: keys[index] ?? lane.id }))
        .sort((a, b) => urgency.indexOf(a.lane.state) - urgency.indexOf(b.lane.state));
    const { state, run, counts, head, queuedAt, queued, ran, message } = report.status;
    const data = {
        ...{ state: state === 'lost' ? 'failed' : state, run, counts, head, queuedAt, queued, ran },
        title: report.title,
        message: message ?? null,
        link: webLink(report.link),
        prepared: report.prepared.map(({ node_id, started_at, finished_at }) => span(node_id, started_at, finished_at)),
        lanes: sorted.map(({ lane, key }) => pageLane(lane, key)),
    };
    return { data, lanes: sorted.map(({ lane }) => lane) };
}
/** States, the most urgent first. */
const urgency = [
    'failed',
    'missing',
    'cancelled',
    'running',
    'success',
    'skipped',
];
function pageLane(lane, key) {
    const { target, title, state, link } = lane;
    const common = { key, target, title, state, link: webLink(link) };
    if (lane.job === undefined) {
        const nothing = { took: '', span: null, phases: [], facts: [] };
        return {
            ...common,
            ...nothing,
            message: lane.message ?? null,
            telling: 'guest',
            opensAt: 'start',
        };
    }
    const { job } = lane;
    const { started_at: start, finished_at: end } = job;
    return {
        ...common,
        message: state === 'success' ? null : (lane.message ?? job.message),
        took: start === null || end === null ? '' : (0,duration/* formatDuration */.a)(Date.parse(end) - Date.parse(start)),
        span: start === null ? null : span('', start, end),
        phases: (0,lane_spans/* laneSpans */.c)(job).map(({ name, started_at, finished_at }) => span((0,event_lines/* words */.aL)(name), started_at, finished_at)),
        facts: facts(job),
        telling: tellingLog(job),
        opensAt: opensAt(lane),
    };
}
function facts(job) {
    const fact = (label, value) => value === null || value === undefined || value === '' ? [] : [[label, String(value)]];
    return [
        ...fact('failure', job.failure_kind && (0,event_lines/* words */.aL)(job.failure_kind)),
        ...fact('exit code', job.exit_code),
        ...fact('host', job.host),
        ...fact('guest', job.guest_name),
        ...fact('runs in', (0,event_lines/* words */.aL)(job.execution.backend ?? job.executor)),
        ...fact('image', imageWords(job.execution.image)),
        ...fact('attempts', job.attempts),
        ...fact('time limit', (0,duration/* formatDuration */.a)(job.timeout_secs * 1000)),
        ...fact('staged outputs', waited(job.pre_execution_prepare_duration_ms)),
        ...fact('from, to', clock(job.started_at, job.finished_at)),
        ...fact('about', job.description),
    ];
}
function imageWords(image) {
    if (image === null)
        return null;
    return 'digest' in image
        ? `${image.reference} (${image.digest})`
        : `${image.alias} (${image.fingerprint})`;
}
/** `2026-03-26 00:01:47 – 00:04:07 UTC` */
function clock(start, end) {
    if (start === null)
        return null;
    const [day = '', time = ''] = start.split(/[TZ.]/);
    const [lastDay = '', lastTime = ''] = end?.split(/[TZ.]/) ?? [];
    const last = lastDay === day ? lastTime : `${lastDay} ${lastTime}`;
    return `${day} ${time} – ${end === null ? '' : last} UTC`;
}
function waited(ms) {
    return ms === null ? null : `ready after ${(0,duration/* formatDuration */.a)(ms)}`;
}
/** What went wrong around the command is told by us, not by the guest. */
function tellingLog({ failure_kind: kind }) {
    return kind === 'infrastructure' || kind === 'config' ? 'host' : 'guest';
}
/** Work that was ended from outside was in the middle of something, and its errors are not why. */
function opensAt({ state, job }) {
    if (state === 'success')
        return 'start';
    return state === 'failed' && job.failure_kind !== 'timeout' ? 'error' : 'end';
}
function span(name, start, end) {
    return { name, start: Date.parse(start), end: end === null ? null : Date.parse(end) };
}
/** An address from outside, as long as it leads to a web page and runs nothing. */
function webLink(address) {
    if (address === undefined || !URL.canParse(address))
        return null;
    const { protocol, href } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
}

;// CONCATENATED MODULE: ./build/report/html/render.js








/**
 * The report as one HTML file, which needs nothing else: not the network, not a server. Holds one
 * log in memory at a time.
 * @param template the page without a report, see `template.ts`
 */
async function* renderHtml(report, template) {
    const { data, lanes } = pageData(report);
    const [head, beforeLogs, script, tail] = split(template, ['title', 'first-logs', 'other-logs']);
    yield head;
    yield (0,escape_html/* escapeHtml */.Z)(`${data.state} · ${data.title} · ${data.run}`);
    yield beforeLogs;
    yield dataElement(data);
    for (const [index, lane] of lanes.entries()) {
        if (lane.job !== undefined)
            yield* logElements(index, lane);
        // The page opens at the first lane, and shows it while the rest still loads.
        if (index === 0)
            yield script;
    }
    if (lanes.length === 0)
        yield script;
    yield tail;
}
/** Cuts the template at its `<!--name-->`, once each and in this order. */
function split(template, names) {
    const pattern = new RegExp(names.map((name) => `<!--${name}-->`).join('|'));
    const parts = template.split(pattern);
    const [head, data, script, tail] = parts;
    if (head === undefined || data === undefined || script === undefined || tail === undefined)
        throw new Error(`the report's template has ${parts.length} parts`);
    return [head, data, script, tail];
}
/** JSON that no parser of HTML finds a tag or a comment in. */
function dataElement(data) {
    const json = JSON.stringify(data).replaceAll('<', String.raw `\u003c`);
    return `<script type="application/json" id="data">${json}</script>\n`;
}
async function* logElements(lane, { state, logs }) {
    for (const { kind, path } of logs) {
        const bytes = await logBytes(path);
        if (bytes === undefined || bytes.length === 0)
            continue;
        const packed = await pack(bytes, { level: external_node_zlib_.constants.Z_BEST_COMPRESSION });
        // What passed may have talked of errors; none of them is why it failed.
        const errors = state === 'success' ? '' : errorAttributes(errorLines(bytes));
        // No script to a browser, and so no matter of the policy: only text that nothing interprets.
        yield `<script type="application/zlib"${errors} id="log-${lane}-${kind}" data-bytes="${bytes.length}" data-packed="${packed.length}">`;
        yield encodeDense(packed);
        yield '</script>\n';
    }
}
const pack = (0,external_node_util_.promisify)(external_node_zlib_.deflate);


/***/ }),

/***/ 95018:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ pageTemplate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/** The page that `npm run build` makes of the files in `page/`: style and script are in it. */
function pageTemplate() {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "page.html", 'utf8');
}


/***/ }),

/***/ 53041:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ writeHtml)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);
/* harmony import */ var _render_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6190);





/**
 * Writes the report to a file, which is there whole or not at all.
 * @throws FailureError `report_unwritable`
 */
async function writeHtml(report, template, path) {
    try {
        const { file, inPlace } = await destination(path);
        const written = inPlace ? file : `${file}.${process.pid}.new`;
        try {
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)((0,_render_js__WEBPACK_IMPORTED_MODULE_4__/* .renderHtml */ .K)(report, template), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(written));
            if (!inPlace)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(written, file);
        }
        catch (error) {
            if (!inPlace)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(written, { force: true });
            throw error;
        }
    }
    catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .FailureError */ .pO(
        // The system adds which call on which file, and that file's name is not the one asked for.
        { cause: 'report_unwritable', path, detail: detail.replace(/, \w+ '.*$/s, '') }, { cause: error });
    }
}
/** Links are followed; a device or a pipe must not be replaced by a file. */
async function destination(path) {
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(path);
        return { file, inPlace: !(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file)).isFile() };
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
        return { file: path, inPlace: false };
    }
}


/***/ }),

/***/ 45574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ preparations)
/* harmony export */ });
/**
 * Preparations of several runs, each once: legs that share a staged output all wait for it, and the
 * one that waited longest saw all of its making.
 */
function preparations(runs) {
    const longest = new Map();
    for (const timing of runs.flatMap(({ prepare_timings }) => prepare_timings)) {
        const known = longest.get(timing.node_id);
        if (known === undefined || timing.duration_ms > known.duration_ms) {
            longest.set(timing.node_id, timing);
        }
    }
    return [...longest.values()];
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


/***/ })

};
;