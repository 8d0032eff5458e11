"use strict";
exports.id = 233;
exports.ids = [233,453,752];
exports.modules = {

/***/ 35233:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportStep: () => (/* binding */ reportStep)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/github/refusal.js
var github_refusal = __webpack_require__(26191);
;// CONCATENATED MODULE: ./build/github/patience.js

/**
 * Enough for a hiccup and for most secondary limits; a report that waits longer is in the way. Where
 * nobody takes connections it goes on without GitHub within 10 s, where they lead nowhere within 25.
 */
const usualPatience = {
    attempts: 5,
    totalMs: 120_000,
    silentMs: 15_000,
    firstPauseMs: 1_000,
    // GitHub gives up on a request itself by then.
    answerMs: 10_000,
};
/** GitHub asks for this where it names no time with a secondary limit. */
const unnamedLimitMs = 60_000;
/**
 * How long to wait before a request is sent again, in milliseconds.
 * @param thrown what came of the request
 * @param attempt how often it has been sent so far
 * @returns nothing where asking again is no use, e.g. after 403 without a limit, 404 and 422
 */
function pauseAfter(thrown, attempt, { attempts, firstPauseMs }, now) {
    if (attempt >= attempts)
        return undefined;
    const backoff = firstPauseMs * 2 ** (attempt - 1);
    const answer = (0,github_refusal/* answerOf */.ut)(thrown);
    if (answer === undefined)
        return backoff;
    const { status, response } = answer;
    const named = namedPause(response.headers, now);
    if ((0,github_refusal/* isRateLimited */.Jz)(answer))
        return named ?? unnamedLimitMs;
    return status >= 500 ? (named ?? backoff) : undefined;
}
function namedPause(headers, now) {
    const retryAfter = headers['retry-after'];
    if (retryAfter !== undefined) {
        const seconds = Number(retryAfter);
        const until = Number.isNaN(seconds) ? Date.parse(String(retryAfter)) : now + seconds * 1000;
        return Number.isNaN(until) ? undefined : Math.max(0, until - now);
    }
    if (headers['x-ratelimit-remaining'] !== '0')
        return undefined;
    const reset = Number(headers['x-ratelimit-reset']);
    // In whole seconds, and clocks differ.
    return Number.isNaN(reset) ? undefined : Math.max(0, reset * 1000 - now) + 1_000;
}

;// CONCATENATED MODULE: ./build/github/client.js



/** Octokit is loaded only when it is needed: it costs 60 ms. */
async function openGithub(access) {
    const { token, workflowRun, patience = usualPatience } = access;
    // The proxies of self-hosted runners are the doing of its `fetch`.
    const { GitHub, getOctokitOptions, defaults } = await __webpack_require__.e(/* import() */ 555).then(__webpack_require__.bind(__webpack_require__, 85555));
    const octokit = new GitHub(getOctokitOptions(token, {
        baseUrl: workflowRun.apiUrl,
        userAgent: 'pikaci-action',
        request: { fetch: withDeadline(defaults.request?.fetch, patience.answerMs) },
        log: { debug: silent, info: silent, warn: silent, error: silent },
    }));
    octokit.hook.wrap('request', retried(patience));
    return { workflowRun, octokit };
}
/** Each answer has its own deadline; hooks of Octokit cannot give a request another signal. */
function withDeadline(fetch, answerMs) {
    return (url, init = {}) => {
        const deadline = AbortSignal.timeout(answerMs);
        const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
        return fetch(url, { ...init, signal });
    };
}
/** What every call about the repository starts with. */
function inRepository({ workflowRun: { owner, repo } }, signal) {
    return { owner, repo, request: { signal } };
}
/** Its warnings about deprecated calls are for us, not for the readers of a step's log. */
function silent() {
    return undefined;
}
/**
 * Sends requests again after 5xx, rate limits and silence. What is lost on that counts over all
 * requests: a GitHub that is down costs a report its patience once, not once a request.
 */
function retried(patience) {
    let lostMs = 0;
    let silentMs = 0;
    let last;
    return async (send, options) => {
        const { signal, attempts = patience.attempts } = options.request ?? {};
        for (let attempt = 1;; attempt += 1) {
            if (isOver())
                throw last;
            const start = performance.now();
            try {
                return await send(options);
            }
            catch (error) {
                signal?.throwIfAborted();
                const pause = pauseAfter(error, attempt, { ...patience, attempts }, Date.now());
                if (pause === undefined)
                    throw error;
                last = error;
                const tookMs = performance.now() - start + pause;
                lostMs += tookMs;
                if ((0,github_refusal/* answerOf */.ut)(error) === undefined)
                    silentMs += tookMs;
                if (isOver())
                    throw error;
                await (0,external_node_timers_promises_.setTimeout)(jittered(pause), undefined, { signal });
            }
        }
    };
    function isOver() {
        return lostMs >= patience.totalMs || silentMs >= patience.silentMs;
    }
}
/** Legs that met the same limit must not all come back at the same moment, nor too early. */
function jittered(milliseconds) {
    return milliseconds * (1 + Math.random() / 4);
}

// EXTERNAL MODULE: ./build/report/html/html-report.js
var html_report = __webpack_require__(7156);
// EXTERNAL MODULE: ./build/core/signals.js
var signals = __webpack_require__(44378);
// EXTERNAL MODULE: ./build/report/compact-status.js
var compact_status = __webpack_require__(8278);
// EXTERNAL MODULE: ./build/report/guard.js
var guard = __webpack_require__(52935);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/diagnostics/lines.js
var lines = __webpack_require__(74715);
// EXTERNAL MODULE: ./build/diagnostics/log-digest.js
var log_digest = __webpack_require__(13467);
;// CONCATENATED MODULE: ./build/diagnostics/digest-log.js



/** The digest of a log that was kept; nothing where none was. */
async function digestLog(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return undefined;
    const digest = new log_digest/* LogDigest */.d();
    const splitter = new lines/* LineSplitter */.g();
    for await (const chunk of (0,external_node_fs_.createReadStream)(path)) {
        for (const line of splitter.push(chunk))
            digest.push(line);
    }
    for (const line of splitter.end())
        digest.push(line);
    digest.end();
    return digest;
}

// EXTERNAL MODULE: ./build/report/excerpts.js
var excerpts = __webpack_require__(83282);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(70569);
// EXTERNAL MODULE: ./build/report/status-markdown.js + 1 modules
var status_markdown = __webpack_require__(27261);
// EXTERNAL MODULE: ./build/report/status-text.js
var status_text = __webpack_require__(3892);
// EXTERNAL MODULE: ./build/report/event-lines.js + 1 modules
var event_lines = __webpack_require__(87140);
// EXTERNAL MODULE: ./build/report/lane-spans.js
var lane_spans = __webpack_require__(12158);
// EXTERNAL MODULE: ./build/report/preparations.js
var preparations = __webpack_require__(45574);
;// CONCATENATED MODULE: ./build/report/timeline-mermaid.js



/** Mermaid refuses longer texts: `maxTextSize`, which GitHub leaves as it is. */
const textLimit = 50_000;
/** More lanes than this with all their phases are a chart that nobody reads. */
const phasedLanes = 40;
/**
 * When which lane did what, as a Mermaid chart: a section a lane, a bar a phase; of many lanes, a bar
 * a lane. Empty when nothing was recorded, or there is too much even for that.
 * https://mermaid.js.org/syntax/gantt.html
 */
function timelineMermaid(lanes) {
    const phases = lanes.flatMap(laneSection);
    if (phases.length === 0)
        return '';
    const runs = lanes.flatMap(({ report }) => report?.run ?? []);
    const bars = lanes.flatMap(({ title, state, report }) => laneBar(title, state, report?.job));
    const text = lanes.length <= phasedLanes
        ? chart([...stagedSection(runs), ...phases])
        : chart(['section lanes', ...bars]);
    return text.length <= textLimit ? text : '';
}
function chart(lines) {
    const body = ['gantt', 'dateFormat x', 'axisFormat %H:%M:%S', ...lines];
    return `\`\`\`mermaid\n${body.join('\n')}\n\`\`\`\n`;
}
function stagedSection(runs) {
    const builds = (0,preparations/* preparations */.T)(runs).filter(({ type }) => type === 'nix_build');
    const bars = builds.flatMap((it) => bar('done', { ...it, name: plain(it.node_id) }));
    return bars.length === 0 ? [] : ['section staged outputs', ...bars];
}
function laneSection({ title, state, report }) {
    if (report === undefined)
        return [];
    const { job } = report;
    const spans = (0,lane_spans/* laneSpans */.c)(job);
    // Where the command ran, that is where the lane failed; else it came no further than its last phase.
    const telling = spans.find(({ name }) => name === 'wait_for_completion') ?? spans.at(-1);
    const bars = spans.flatMap((span) => {
        const tag = span !== telling ? 'done' : state === 'success' ? 'active' : 'crit';
        return bar(tag, { ...span, name: (0,event_lines/* words */.aL)(span.name) });
    });
    const all = bars.length === 0 ? laneBar(job.id, state, job) : bars;
    return all.length === 0 ? [] : [`section ${plain(title)}`, ...all];
}
function laneBar(name, state, job) {
    if (job === undefined)
        return [];
    const { started_at, finished_at } = job;
    // A name must not begin with a word of Mermaid's grammar, such as `click`.
    const tag = state === 'success' ? 'active' : 'crit';
    return bar(tag, { name: `· ${plain(name)}`, started_at, finished_at });
}
function bar(tag, { name, started_at, finished_at }) {
    if (started_at === null || finished_at === null)
        return [];
    const start = Date.parse(started_at);
    // A clock may have been set back meanwhile.
    return [`${name} :${tag}, ${start}, ${Math.max(start, Date.parse(finished_at))}`];
}
/** Without the marks of Mermaid's grammar. */
function plain(name) {
    return name.replace(/[^\p{L}\p{N}._/-]+/gu, ' ').trim() || 'lane';
}

// EXTERNAL MODULE: ./build/store/run-dir.js
var run_dir = __webpack_require__(38006);
;// CONCATENATED MODULE: ./build/outcome/lane-in-job.js
/** What is known of a lane that left no record: no more than how its job ended. */
function laneInJob({ id }, match, { records, legsResult }) {
    const lane = (state, message) => ({ id, state, message });
    const conclusion = (match.kind === 'found' ? match.job.conclusion : null) ?? undefined;
    if (conclusion === 'cancelled' || (conclusion === undefined && legsResult === 'cancelled')) {
        return lane('cancelled', 'cancelled before it left a record');
    }
    if (match.kind === 'ambiguous' && records === 'unavailable') {
        const names = new Intl.ListFormat('en').format(match.names.map((name) => `\`${name}\``));
        return lane('missing', `which job is its own cannot be told: ${names}`);
    }
    if (records === 'unavailable' && conclusion === 'success') {
        return legsResult === 'skipped' ? lane('missing', 'its leg was skipped') : lane('success');
    }
    if (records === 'unavailable' && conclusion !== undefined) {
        return lane('failed', `its job ended with ${conclusion}`);
    }
    if (conclusion !== undefined) {
        return lane('missing', `its job ended with ${conclusion} and left no record`);
    }
    return lane('missing', legsResult === 'skipped' ? 'its leg was skipped' : 'its leg left no record');
}

;// CONCATENATED MODULE: ./build/outcome/lanes-in-record.js
/** What a leg's record says about a planned lane; about all its lanes, where a target is planned. */
function lanesInRecord(planned, { leg, run, folder }, plan, legsResult) {
    const jobUrl = leg.job_url ?? undefined;
    const whole = (state, message) => [
        { id: planned.id, state, message, jobUrl },
    ];
    if (run === undefined || leg.failure !== null)
        return whole(...withoutRun(leg));
    if (run.status === 'skipped')
        return whole(...skipped(planned, run, plan));
    const { scope } = planned;
    if (leg.lane !== null && (scope.kind === 'target' || scope.lane !== leg.lane)) {
        return whole('missing', ranAlone(leg.lane));
    }
    const jobs = scope.kind === 'target' ? run.jobs : run.jobs.filter(({ id }) => id === scope.lane);
    if (jobs.length === 0)
        return whole(...notBegun(run, legsResult));
    return jobs.map((job) => {
        const [state, message] = reported(job, run, legsResult);
        return { id: job.id, state, message, jobUrl, report: { run, job, folder } };
    });
}
function withoutRun({ failure }) {
    if (failure === null)
        return ['missing', 'its leg ended before the lane began'];
    return [failure.kind === 'cancelled' ? 'cancelled' : 'failed', failure.message];
}
/** What is planned is to run: only the plan can have decided otherwise. */
function skipped({ target }, { message }, plan) {
    const isIntended = plan.skipped.some((it) => it.target === target);
    return isIntended
        ? ['skipped', message ?? undefined]
        : ['missing', 'its leg skipped it, which the plan did not'];
}
/** What a workflow comes to that hands on `matrix.id`, where that is both a target's and a lane's. */
function ranAlone(lane) {
    return `its leg ran lane \`${lane}\` alone; the workflow has to hand \`matrix.lane\` on as input \`lane\``;
}
function notBegun({ status }, legsResult) {
    if (legsResult === 'cancelled')
        return ['cancelled', 'cancelled before it began'];
    return [
        'missing',
        status === 'running' ? 'its leg was ended before it began' : 'its leg ran without it',
    ];
}
/** Passed is only what says so and ended with 0, in a run that came to its own end. */
function reported(job, run, legsResult) {
    const message = job.message ?? undefined;
    switch (job.status) {
        case 'passed':
            return job.exit_code === 0
                ? inRun(run, legsResult)
                : ['failed', 'it passed without an exit code of 0'];
        case 'failed':
            return [job.failure_kind === 'cancelled' ? 'cancelled' : 'failed', message];
        case 'skipped':
            return ['missing', 'its leg skipped it, which the plan did not'];
        case 'pending':
        case 'running':
            return legsResult === 'cancelled'
                ? ['cancelled', 'cancelled while it ran']
                : ['failed', 'its leg was ended before the lane was'];
    }
}
/** A lane that passed; another lane of its run may be why that failed. */
function inRun({ status, jobs, message }, legsResult) {
    if (status === 'passed' || jobs.some((job) => job.status !== 'passed')) {
        return ['success', undefined];
    }
    if (legsResult === 'cancelled')
        return ['cancelled', 'cancelled before its leg was done'];
    return [
        'failed',
        status === 'running'
            ? 'it passed, and its leg was ended before its run was'
            : (message ?? 'its run failed'),
    ];
}

;// CONCATENATED MODULE: ./build/outcome/leg-names.js
/**
 * Under which names a leg can have left a record that concerns a planned one: ids of lanes, and null
 * for the target as a whole. A leg that is to run all lanes may have taken the target's name for the
 * lane of that name, see `scopeOfInputs`.
 */
function legNames({ target, scope }, { grouping }) {
    const own = scope.kind === 'lane' ? [scope.lane, null] : [null];
    const runsWhole = grouping === 'target' || scope.kind === 'target';
    return [...new Set(runsWhole ? [...own, target] : own)];
}

;// CONCATENATED MODULE: ./build/outcome/leg-jobs.js
/** GitHub keeps so much of a job's name, the last of it as dots. */
const nameLimit = 100;
/**
 * Finds each planned lane's job by its name, which is all that GitHub tells of it: the leg's title
 * behind the names of whatever calls the workflow (`ci / check-rust / unit`). The report's own job
 * stands behind the same callers. Whatever merely ends alike is somebody else's job.
 * @param ownName of the report's job, as GitHub lists it; without it there is no caller
 */
function matchJobs({ include, grouping }, jobs, ownName = '') {
    const caller = callerOf(ownName);
    const titleOf = ({ title, group }) => (grouping === 'target' ? group : title);
    const titles = [...new Set(include.map(titleOf))];
    const namesakes = Map.groupBy(titles.flatMap((title) => cutNames(caller, title)), (name) => name);
    const named = Map.groupBy(jobs, ({ name }) => name);
    return new Map(include.map((planned) => {
        const title = titleOf(planned);
        const exact = named.get(`${caller}${title}`);
        if (exact !== undefined)
            return [planned, matchOf(exact)];
        const cut = cutNames(caller, title).filter((name) => named.has(name));
        const shared = cut.some((name) => (namesakes.get(name)?.length ?? 0) > 1);
        if (shared)
            return [planned, { kind: 'ambiguous', names: cut }];
        return [planned, matchOf(cut.flatMap((name) => named.get(name) ?? []))];
    }));
}
const separator = ' / ';
function callerOf(ownName) {
    const end = ownName.lastIndexOf(separator);
    return end === -1 ? '' : ownName.slice(0, end + separator.length);
}
/** Each level's own name may be cut, or all of it together. */
function cutNames(caller, title) {
    const whole = `${caller}${title}`;
    const forms = [`${caller}${cutName(title)}`, cutName(whole)];
    return [...new Set(forms)].filter((name) => name !== whole);
}
function cutName(name) {
    return name.length > nameLimit ? `${name.slice(0, nameLimit - 3)}...` : name;
}
function matchOf(found) {
    const [job, ...others] = found;
    if (job === undefined)
        return { kind: 'none' };
    return others.length === 0
        ? { kind: 'found', job }
        : { kind: 'ambiguous', names: found.map(({ name }) => name) };
}

;// CONCATENATED MODULE: ./build/outcome/overall-outcome.js




/**
 * The verdict over all lanes. A lane has passed only where its leg recorded so: what is planned and
 * left nothing is missing, which is a failure. A lane that ran in several attempts counts as in the
 * last one. Any job of the workflow run can leave a record in any lane's name, so of all that is
 * found about a lane the worst counts, and what its job came to is part of that.
 */
function overallOutcome(evidence) {
    const { plan, jobs, reportJob, legsResult } = evidence;
    const matches = matchJobs(plan, jobs, reportJob);
    const lanes = afterJobs(plan.include.map((planned) => {
        const match = matches.get(planned) ?? { kind: 'none' };
        return { match, lanes: lanesOf(planned, match, evidence) };
    }));
    const state = overallState(lanes, legsResult);
    // For example a step of the workflow's own after ours, or a rerun that never came to its lane.
    const unexplained = (state === 'failed' || state === 'cancelled') && lanes.every(isGreen);
    const note = `no lane failed, yet the legs ended with \`${legsResult}\`: see their jobs`;
    return { state, lanes, skipped: plan.skipped, unexplained, notes: unexplained ? [note] : [] };
}
function overallState(lanes, legsResult) {
    const some = (...wanted) => lanes.some(({ state }) => wanted.includes(state));
    if (lanes.length === 0)
        return 'skipped';
    // Whoever cancelled the run knows why, whatever failed before.
    if (legsResult === 'cancelled')
        return 'cancelled';
    if (some('failed', 'missing'))
        return 'failed';
    if (some('cancelled'))
        return 'cancelled';
    return legsResult === 'failure' || legsResult === 'skipped' ? 'failed' : 'success';
}
function isGreen({ state }) {
    return state === 'success' || state === 'skipped';
}
/** One planned lane; the lanes of a run, where the target is planned as a whole. */
function lanesOf(planned, match, evidence) {
    const job = match.kind === 'found' ? match.job : undefined;
    const found = findings(planned, evidence);
    const all = found.length === 0 ? [laneInJob(planned, match, evidence)] : worstOfEach(found);
    return all.map(({ id, state, message, report, jobUrl }) => ({
        target: planned.target,
        id,
        title: all.length === 1 ? planned.title : `${planned.title} / ${id}`,
        state,
        message,
        link: job?.url ?? jobUrl,
        report,
    }));
}
/**
 * All that is said about a lane, of the last attempt that says anything: as the leg of its own, and
 * as part of its target's leg. Not of before the plan was made, which is another plan's leg.
 */
function findings(planned, evidence) {
    const { plan, legs, unreadable, legsResult } = evidence;
    return legNames(planned, plan).flatMap((lane) => {
        const isMeant = (it) => it.target === planned.target && it.lane === lane && it.attempt >= plan.attempt;
        const records = legs.filter(({ leg }) => isMeant(leg));
        const others = unreadable.filter(isMeant);
        const last = Math.max(...[...records.map(({ leg }) => leg), ...others].map((it) => it.attempt));
        return [
            ...records
                .filter(({ leg }) => leg.attempt === last)
                .flatMap((record) => lanesInRecord(planned, record, plan, legsResult)),
            ...others
                .filter(({ attempt }) => attempt === last)
                .map(({ why }) => ({
                id: planned.id,
                state: 'missing',
                message: `its record cannot be read: ${why}`,
            })),
        ];
    });
}
/** From the best to the worst. */
const severity = ['success', 'skipped', 'cancelled', 'missing', 'failed'];
function worstOfEach(found) {
    const worse = (one, other) => severity.indexOf(other.state) > severity.indexOf(one.state) ? other : one;
    const lanes = Map.groupBy(found, ({ id }) => id);
    return [...lanes.values()].map((those) => those.reduce(worse));
}
/** A job that went wrong although each of its lanes is green makes them what it is itself. */
function afterJobs(planned) {
    const ofJob = Map.groupBy(planned, ({ match }) => match.kind === 'found' ? match.job : undefined);
    return planned.flatMap(({ match, lanes }) => {
        if (match.kind !== 'found')
            return lanes;
        const { job } = match;
        const all = (ofJob.get(job) ?? []).flatMap((it) => it.lanes);
        const state = stateOfJob(job);
        if (state === undefined || !all.every(isGreen))
            return lanes;
        const message = `its record says ${lanes[0]?.state ?? 'success'}, yet its job ended with ${job.conclusion ?? ''}`;
        return lanes.map((lane) => ({ ...lane, state, message }));
    });
}
/** What a job's end makes of lanes in it; nothing where it is no worse than they are. */
function stateOfJob({ conclusion }) {
    switch (conclusion) {
        case null:
        case 'success':
            return undefined;
        case 'cancelled':
            return 'cancelled';
        case 'skipped':
            return 'missing';
        default:
            return 'failed';
    }
}

// EXTERNAL MODULE: ./build/outcome/packed-plan.js + 1 modules
var packed_plan = __webpack_require__(93864);
// EXTERNAL MODULE: ./build/github/artifact-name.js
var artifact_name = __webpack_require__(83453);
// EXTERNAL MODULE: ./build/github/artifacts.js + 2 modules
var github_artifacts = __webpack_require__(69752);
;// CONCATENATED MODULE: ./build/github/pages.js
/** As many as GitHub puts on a page. */
const pageSize = 100;
/**
 * All that is listed on numbered pages; Octokit's own way to turn them takes no signal.
 * @param ask for a page, from 1
 */
async function allPages(ask) {
    const all = [];
    for (let page = 1;; page += 1) {
        const { items, link = '' } = await ask(page);
        all.push(...items);
        if (!link.includes('rel="next"'))
            return all;
    }
}

;// CONCATENATED MODULE: ./build/github/jobs.js



/**
 * The jobs of this attempt of the run. "Re-run failed jobs" lists those that it did not run again,
 * too, as the earlier attempt left them. Needs `actions: read` in a private repository.
 */
async function jobsOfAttempt(github, signal) {
    const { octokit, workflowRun } = github;
    const common = { ...inRepository(github, signal), run_id: workflowRun.runId, per_page: pageSize };
    const ofAttempt = async (page) => {
        const { data, headers } = await octokit.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs', { ...common, attempt_number: workflowRun.runAttempt, page });
        return { items: data.jobs, link: headers.link };
    };
    const latest = async (page) => {
        const { data, headers } = await octokit.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', { ...common, filter: 'latest', page });
        return { items: data.jobs, link: headers.link };
    };
    try {
        const jobs = await allPages(ofAttempt).catch(otherwise(() => allPages(latest)));
        return { kind: 'done', jobs: jobs.map(jobOf) };
    }
    catch (error) {
        return (0,github_refusal/* refusalOf */.Of)(error, signal);
    }
    /** Older GitHub Enterprise Servers know no attempts. */
    function otherwise(ask) {
        return (error) => {
            const refusal = (0,github_refusal/* refusalOf */.Of)(error, signal);
            if (refusal.kind === 'not_permitted' && refusal.status === 404)
                return ask();
            throw error;
        };
    }
}
function jobOf(job) {
    return {
        id: Number(job.id),
        name: job.name,
        url: job.html_url ?? '',
        status: job.status,
        conclusion: job.conclusion,
        startedAt: job.started_at,
        completedAt: job.completed_at,
        runner: job.runner_name,
    };
}

// EXTERNAL MODULE: ./build/store/leg-record.js + 1 modules
var leg_record = __webpack_require__(88473);
;// CONCATENATED MODULE: ./build/action/collect-legs.js






/**
 * Fetches what the legs of the workflow run left, and what GitHub says of their jobs.
 * @param jobId of the job that this is, where the runner tells it
 */
async function collectLegs(github, plan, jobId, folder, context, signal) {
    const [answer, left] = await Promise.all([
        jobsOfAttempt(github, signal),
        leftLegs(plan, folder, context, signal),
    ]);
    // Without them there is less to hold records against, and fewer links.
    const jobs = answer.kind === 'done' ? answer.jobs : [];
    return { ...left, jobs, reportJob: ownJob(jobs, jobId, context.runnerName)?.name };
}
/** Older servers do not tell a step the id of its job; a runner has one job at a time. */
function ownJob(jobs, jobId, runnerName) {
    const told = jobs.find(({ id }) => String(id) === jobId);
    if (told !== undefined)
        return told;
    const ours = jobs.filter(({ runner, conclusion }) => runner === runnerName && conclusion === null);
    return ours.length === 1 ? ours[0] : undefined;
}
async function leftLegs(plan, folder, { artifacts: service, runUrl, workflowRun }, signal) {
    const nothing = { legs: [], unreadable: [] };
    if (service.kind === 'unavailable') {
        const note = `no records of lanes, only their jobs' conclusions: ${service.why}`;
        return { ...nothing, records: 'unavailable', notes: [note] };
    }
    const listed = await (0,github_artifacts/* listArtifacts */.wn)(service, artifact_name/* artifactPrefix */.D, signal);
    if (listed.kind !== 'done') {
        const note = `the legs' artifacts cannot be listed: ${(0,github_refusal/* reasonOf */.A3)(listed)}`;
        return { ...nothing, records: 'kept', notes: [note] };
    }
    const left = lastOfEach(listed.artifacts, plan, workflowRun.runAttempt);
    const answers = await (0,github_artifacts/* downloadArtifacts */.UL)(service, left.map(({ artifact }) => artifact), folder, signal, leg_record/* reportedBytes */.fb);
    const legs = [];
    const unreadable = [];
    for (const [index, { leg, artifact }] of left.entries()) {
        const answer = answers[index];
        try {
            if (answer?.kind !== 'done')
                throw new Error(answer && (0,github_refusal/* reasonOf */.A3)(answer));
            const found = await (0,leg_record/* readLeg */.NT)(answer.folder, runUrl);
            const { target, lane, attempt } = found.leg;
            // Nobody's artifact speaks for another leg than the one it is named after.
            if ((0,artifact_name.legArtifactName)({ target, lane: lane ?? undefined, attempt }) !== artifact.name) {
                throw new Error('it holds the record of another leg');
            }
            legs.push(found);
        }
        catch (error) {
            signal.throwIfAborted();
            unreadable.push({ ...leg, why: error.message });
        }
    }
    const notes = unreadable.map((leg) => `artifact ${nameOf(leg)} is not believed: ${leg.why}`);
    return { legs, unreadable, records: 'kept', notes };
}
function nameOf({ target, lane, attempt }) {
    return (0,artifact_name.legArtifactName)({ target, lane: lane ?? undefined, attempt });
}
/**
 * Those that a planned leg can have left, of the last attempt in which it left any; whatever else
 * is there is not even fetched. A name may stand there twice, since each attempt has its own.
 */
function lastOfEach(artifacts, plan, last) {
    const named = Map.groupBy(artifacts, ({ name }) => name);
    const legs = new Map(plan.include
        .flatMap((planned) => legNames(planned, plan).map((lane) => ({ target: planned.target, lane })))
        .map((leg) => [JSON.stringify(leg), leg]));
    return [...legs.values()].flatMap((its) => {
        for (let attempt = last; attempt >= plan.attempt; attempt -= 1) {
            const leg = { ...its, attempt };
            const found = named.get(nameOf(leg));
            if (found !== undefined)
                return found.map((artifact) => ({ leg, artifact }));
        }
        return [];
    });
}

;// CONCATENATED MODULE: ./build/github/cut.js
const ellipsis = '…';
/** UTF-16 where GitHub counts characters: never fewer than it counts. */
function sizeIn({ kind }, text) {
    return kind === 'bytes' ? Buffer.byteLength(text) : text.length;
}
/** The text where it fits, else its beginning and an ellipsis; no character is cut in two. */
function cutText(text, limit) {
    if (sizeIn(limit, text) <= limit.most)
        return text;
    return `${beginning(text, limit, sizeIn(limit, ellipsis)).trimEnd()}${ellipsis}`;
}
/**
 * Markdown within a limit: cut between two lines, with what is open there closed, and `note` below
 * it to say that it was cut.
 */
function cutMarkdown(text, limit, note) {
    if (sizeIn(limit, text) <= limit.most)
        return text;
    const end = `\n\n${note}\n`;
    // What closes the open parts is short, and never longer than this.
    let reserve = sizeIn(limit, end) + 200;
    for (;;) {
        const start = wholeLines(beginning(text, limit, reserve));
        const cut = `${start}${closing(start)}${end}`;
        if (sizeIn(limit, cut) <= limit.most || start === '')
            return cutText(cut, limit);
        reserve += 200;
    }
}
/** The longest beginning that leaves `reserve` of the limit. */
function beginning(text, limit, reserve) {
    const room = Math.max(0, limit.most - reserve);
    if (limit.kind === 'bytes') {
        // A character that is cut in two decodes to a replacement, which the stream leaves out.
        return new TextDecoder().decode(Buffer.from(text).subarray(0, room), { stream: true });
    }
    const start = text.slice(0, room);
    return /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start;
}
function wholeLines(text) {
    // A single line that is too long is cut within.
    const end = text.lastIndexOf('\n');
    return end <= 0 ? text : text.slice(0, end);
}
/** Ends a code block and the HTML blocks that are open at the end of a text. */
function closing(text) {
    let fence;
    const open = [];
    for (const line of text.split('\n')) {
        const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
        if (mark !== undefined) {
            if (fence === undefined)
                fence = mark;
            else if (mark.startsWith(fence))
                fence = undefined;
        }
        if (fence !== undefined)
            continue;
        for (const [, slash, name = ''] of line.matchAll(/<(\/?)(details|summary|pre|code|table)\b/gi)) {
            if (slash === '')
                open.push(name);
            else if (open.at(-1) === name)
                open.pop();
        }
    }
    const end = fence === undefined ? '' : `\n${fence}`;
    return (end +
        open
            .reverse()
            .map((name) => `\n</${name}>`)
            .join(''));
}

;// CONCATENATED MODULE: ./build/github/check-run.js



/** https://docs.github.com/rest/checks/runs */
const checkTextLimit = { kind: 'bytes', most: 65_535 };
const annotationsARequest = 50;
const annotationMessageLimit = { kind: 'bytes', most: 64 * 1024 };
const annotationTitleLimit = { kind: 'characters', most: 255 };
const cutNote = '_Cut to what GitHub takes; the step summary has the rest._';
/**
 * Makes a check run that is complete. With a workflow's own token it lands under whichever workflow
 * GitHub picks; an app's has a place of its own. Where GitHub does not take one of the annotations,
 * which are a lane's own words, it is made without them.
 * @returns how many annotations GitHub took before it refused one lot, where it did
 */
async function publishCheckRun(github, check, signal) {
    const output = {
        title: cutText(check.title, annotationTitleLimit),
        summary: cutMarkdown(check.summary, checkTextLimit, cutNote),
        ...(check.text !== '' && { text: cutMarkdown(check.text, checkTextLimit, cutNote) }),
    };
    const [first = [], ...rest] = lotsOf(check.annotations.map(annotationOf));
    const { octokit } = github;
    const repository = inRepository(github, signal);
    try {
        const { data, taken } = await create(first).catch(async (error) => {
            const isAnnotated = first.length > 0 && (0,github_refusal/* refusalOf */.Of)(error, signal).kind === 'refused';
            if (!isAnnotated)
                throw error;
            return create([]);
        });
        let annotated = taken;
        for (const lot of rest) {
            const more = await annotate(Number(data.id), lot);
            if (!more)
                break;
            annotated += lot.length;
        }
        return { kind: 'done', url: data.html_url ?? check.detailsUrl, annotated };
    }
    catch (error) {
        return (0,github_refusal/* refusalOf */.Of)(error, signal);
    }
    async function create(annotations) {
        const { data } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
            ...repository,
            name: check.name,
            head_sha: check.sha,
            status: 'completed',
            conclusion: check.conclusion,
            details_url: check.detailsUrl,
            output: { ...output, annotations },
        });
        return { data, taken: annotations.length };
    }
    /** Each request adds to the annotations that are there. */
    async function annotate(id, annotations) {
        try {
            await octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
                ...repository,
                check_run_id: id,
                output: { ...output, annotations },
            });
            return true;
        }
        catch (error) {
            (0,github_refusal/* refusalOf */.Of)(error, signal);
            return false;
        }
    }
}
function annotationOf({ path, level, line, endLine = line, title, message }) {
    return {
        path,
        annotation_level: level,
        start_line: line,
        end_line: endLine,
        message: cutText(message, annotationMessageLimit),
        ...(title !== undefined && { title: cutText(title, annotationTitleLimit) }),
    };
}
function lotsOf(items) {
    const lots = [];
    for (let start = 0; start < items.length; start += annotationsARequest) {
        lots.push(items.slice(start, start + annotationsARequest));
    }
    return lots;
}

;// CONCATENATED MODULE: ./build/github/comment.js




/** GitHub answers more with 422: body is too long (maximum is 65536 characters). */
const commentLimit = { kind: 'characters', most: 65_536 };
/** Whom a token that cannot say who it is belongs to: the workflow's own. */
const workflowLogin = 'github-actions[bot]';
const comment_cutNote = '_Cut to what GitHub takes; the step summary has the rest._';
/**
 * Keeps one comment of ours on a pull request up to date. It is known by a marker that does not show
 * and by its author: what others have written is never touched, whatever it says. Of several, as two
 * reports at once may leave them, the newest is kept and the others are removed.
 */
async function publishComment(github, comment, signal) {
    try {
        return await new Sticky(github, comment, signal).publish();
    }
    catch (error) {
        return (0,github_refusal/* refusalOf */.Of)(error, signal);
    }
}
/** Percent signs leave no `>` that could end the marker. */
function markerOf(key) {
    return `<!-- pikaci: ${encodeURIComponent(key)} -->`;
}
class Sticky {
    #github;
    #signal;
    #pullRequest;
    #marker;
    #body;
    constructor(github, { pullRequest, key, body }, signal) {
        this.#github = github;
        this.#signal = signal;
        this.#pullRequest = pullRequest;
        this.#marker = markerOf(key);
        this.#body = cutMarkdown(`${this.#marker}\n${body}`, commentLimit, comment_cutNote);
    }
    get #repository() {
        return inRepository(this.#github, this.#signal);
    }
    async publish() {
        const login = await this.#login();
        const first = await this.#find(login);
        try {
            // Sent once: a gateway that gives up may do so after the comment is there.
            return await this.#put(first, { attempts: 1 });
        }
        catch (error) {
            const refusal = (0,github_refusal/* refusalOf */.Of)(error, this.#signal);
            if (refusal.kind !== 'unavailable')
                throw error;
            return this.#put(await this.#find(login), {});
        }
    }
    async #put(found, send) {
        const [newest, ...others] = found;
        for (const other of others)
            await this.#remove(other);
        if (newest === undefined)
            return this.#create(send);
        if (newest.body === this.#body)
            return { kind: 'done', url: newest.url, change: 'unchanged' };
        return (await this.#update(newest)) ?? (await this.#create(send));
    }
    /** Ours, newest first. */
    async #find(login) {
        const comments = await allPages(async (page) => {
            const { data: items, headers } = await this.#github.octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...this.#repository, issue_number: this.#pullRequest, per_page: pageSize, page });
            return { items, link: headers.link };
        });
        return comments
            .filter(({ user }) => user?.login.toLowerCase() === login.toLowerCase())
            .map(({ id, html_url: url, body = '' }) => ({ id: Number(id), url, body }))
            .filter(({ body }) => body.startsWith(this.#marker))
            .sort((one, other) => other.id - one.id);
    }
    async #create(send) {
        const { data } = await this.#github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...this.#repository,
            issue_number: this.#pullRequest,
            body: this.#body,
            request: { signal: this.#signal, ...send },
        });
        return { kind: 'done', url: data.html_url, change: 'created' };
    }
    /** @returns nothing where the comment is gone in the meantime */
    async #update({ id }) {
        try {
            const { data } = await this.#github.octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...this.#repository, comment_id: id, body: this.#body });
            return { kind: 'done', url: data.html_url, change: 'updated' };
        }
        catch (error) {
            const refusal = (0,github_refusal/* refusalOf */.Of)(error, this.#signal);
            if (refusal.kind === 'not_permitted' && refusal.status === 404)
                return undefined;
            throw error;
        }
    }
    /** A second comment is untidy, and no reason to leave the first one stale. */
    async #remove({ id }) {
        try {
            await this.#github.octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...this.#repository, comment_id: id });
        }
        catch {
            this.#signal.throwIfAborted();
        }
    }
    /** GraphQL tells it for every kind of token; `GET /user` does not for a workflow's own. */
    async #login() {
        const { octokit, workflowRun } = this.#github;
        try {
            const { data } = (await octokit.request({
                method: 'POST',
                url: workflowRun.graphqlUrl,
                query: 'query { viewer { login } }',
                request: { signal: this.#signal },
            }));
            const login = data.data?.viewer?.login;
            return typeof login === 'string' ? login : workflowLogin;
        }
        catch (error) {
            const refusal = (0,github_refusal/* refusalOf */.Of)(error, this.#signal);
            if (refusal.kind === 'unavailable')
                throw error;
            return workflowLogin;
        }
    }
}

;// CONCATENATED MODULE: ./build/github/commit-status.js



/** https://docs.github.com/rest/commits/statuses */
const descriptionLimit = { kind: 'characters', most: 140 };
const contextLimit = { kind: 'characters', most: 255 };
/**
 * Sets a commit's statuses, one after the other. One that says what the latest says already is set
 * again: to look costs as much.
 * @param sha the commit in full
 * @returns an answer for each; after one that the token may not set, the others are not tried
 */
async function publishStatuses(github, sha, statuses, signal) {
    const answers = [];
    for (const status of statuses) {
        const [last] = answers.slice(-1);
        const isPointless = last?.kind === 'not_permitted' || last?.kind === 'unavailable';
        answers.push(isPointless ? last : await publishStatus(github, sha, status, signal));
    }
    return answers;
}
async function publishStatus(github, sha, { context, state, description, targetUrl }, signal) {
    try {
        const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/statuses/{sha}', {
            ...inRepository(github, signal),
            sha,
            context: cutText(context, contextLimit),
            state,
            description: cutText(description, descriptionLimit),
            target_url: targetUrl,
        });
        return { kind: 'done', url: data.url };
    }
    catch (error) {
        return (0,github_refusal/* refusalOf */.Of)(error, signal);
    }
}

;// CONCATENATED MODULE: ./build/report/target-status.js

/** A status a target, intended skips included: whoever requires it must not wait for ever. */
function targetStatuses(outcome) {
    const { lanes, skipped, unexplained, state } = outcome;
    const run = Map.groupBy(lanes, ({ target }) => target);
    const idle = Map.groupBy(skipped, ({ target }) => target);
    const statuses = [
        ...[...run].map(([target, its]) => targetStatus(target, its)),
        ...[...idle].map(([target, [first]]) => ({
            target,
            state: 'success',
            description: `skipped; ${first?.reason ?? ''}`,
            link: undefined,
        })),
    ];
    if (!unexplained)
        return statuses;
    return statuses.map((status) => ({
        ...status,
        state: 'error',
        description: `the workflow run ${state === 'cancelled' ? 'was cancelled' : 'failed'}, and no lane says why`,
        link: undefined,
    }));
}
function targetStatus(target, lanes) {
    const trouble = lanes.find(({ state }) => state === 'failed') ??
        lanes.find(({ state }) => state === 'missing' || state === 'cancelled');
    if (trouble === undefined) {
        return { target, state: 'success', description: (0,compact_status/* counts */.tQ)(lanes), link: lanes[0]?.link };
    }
    return {
        target,
        state: trouble.state === 'failed' ? 'failure' : 'error',
        description: `${(0,compact_status/* counts */.tQ)(lanes)} · ${trouble.id}: ${trouble.message ?? trouble.state}`,
        link: trouble.link,
    };
}

;// CONCATENATED MODULE: ./build/report/unlinked.js
const zeroWidthSpace = '\u200b';
/**
 * Text of others where GitHub takes no markdown, and may look for people and issues all the same:
 * a space that does not show stands in each.
 */
function unlinked(text) {
    return text
        .replace(/@(?=[\p{L}\p{N}])/gu, `@${zeroWidthSpace}`)
        .replace(/#(?=\d)/g, `#${zeroWidthSpace}`)
        .replace(/\bgh-(?=\d)/gi, (prefix) => `${prefix}${zeroWidthSpace}`);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/store/read-problems.js


const line = schemas/* int */.Whr()
    .min(1)
    .max(2 ** 31 - 1);
const oneLine = schemas/* string */.YjP().transform((text) => text.slice(0, 255).toWellFormed());
/** Of the repository: GitHub refuses all annotations for one path that is none. */
const path = schemas/* string */.YjP()
    .min(1)
    .max(1024)
    .refine((text) => !/^[/\\]|[\u0000-\u001f\u007f]/.test(text) && !text.split('/').includes('..'));
const problem = schemas/* object */.Ikc({
    level: schemas/* enum */.k5n(['error', 'warning']),
    file: path,
    line,
    column: line.exactOptional(),
    endLine: line.exactOptional(),
    title: oneLine.exactOptional(),
    message: schemas/* string */.YjP()
        .min(1)
        .transform((text) => text.slice(0, 16_000).toWellFormed()),
})
    .refine(({ line: first, endLine = first }) => endLine >= first);
/** Many more than we keep of a lane. */
const problemsAtMost = 10_000;
/**
 * What a lane's output reports about files of the workspace. Nothing where none is kept, or what is
 * kept cannot be read: annotations are a help, and no verdict hangs on them.
 */
async function readProblems(problemsJson) {
    try {
        return schemas/* array */.YOg(problem)
            .max(problemsAtMost)
            .parse(JSON.parse(await (0,promises_.readFile)(problemsJson, 'utf8')));
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/action/publish-report.js








/** Somewhat less than GitHub takes, for the marker in front. */
const commentRoomBytes = 65_000;
const checkRoomBytes = 65_535;
/**
 * Posts the outcome where the inputs want it.
 * @param pageUrl where whoever wants to know more is led
 * @returns what GitHub did not take, most often because a token may only read
 */
async function publishReport(github, report, inputs, context, signal) {
    const posts = [
        inputs.status ? postStatuses : undefined,
        inputs.comment && context.pullRequest !== undefined ? postComment : undefined,
        inputs.check ? postCheck : undefined,
    ];
    const unpublished = [];
    for (const post of posts) {
        const missing = await post?.();
        if (missing !== undefined)
            unpublished.push(missing);
    }
    return unpublished;
    async function postStatuses() {
        const statuses = targetStatuses(report.outcome).map(({ target, state, description, link }) => ({
            context: `pikaci / ${target}`,
            state,
            description: unlinked(description),
            targetUrl: link ?? report.pageUrl,
        }));
        const answers = await publishStatuses(github, context.headSha, statuses, signal);
        const refusal = answers.find((answer) => answer.kind !== 'done');
        return refusal && { what: 'the commit statuses', permission: 'statuses: write', refusal };
    }
    async function postComment() {
        const answer = await publishComment(github, {
            pullRequest: context.pullRequest ?? 0,
            key: context.workflow,
            body: (0,status_markdown/* statusMarkdown */.K)(report.document, commentRoomBytes),
        }, signal);
        return answer.kind === 'done'
            ? undefined
            : { what: 'the comment', permission: 'pull-requests: write', refusal: answer };
    }
    async function postCheck() {
        const { status } = report.document;
        const answer = await publishCheckRun(github, {
            name: 'pikaci lanes',
            sha: context.headSha,
            conclusion: conclusionOf(report.outcome),
            detailsUrl: report.pageUrl,
            title: status.message ?? status.counts,
            summary: (0,status_markdown/* statusMarkdown */.K)(report.document, checkRoomBytes),
            text: '',
            annotations: await annotations(report.outcome),
        }, signal);
        return answer.kind === 'done'
            ? undefined
            : { what: 'the check run', permission: 'checks: write', refusal: answer };
    }
}
/** Annotations of a check run; as many as somebody may still want to read. */
const annotationsAtMost = 200;
/** What lanes report about files; of several lanes that report the same, once. */
async function annotations({ lanes }) {
    const read = lanes.flatMap(({ id, report }) => report === undefined ? [] : [readProblems((0,run_dir/* runDirAt */.Ah)(report.folder).job(id).problemsJson)]);
    const problems = (await Promise.all(read)).flat().toSorted(errorsFirst);
    const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
    return [...distinct.values()]
        .slice(0, annotationsAtMost)
        .map(({ level, file, line, endLine, title, message }) => ({
        path: file,
        level: level === 'error' ? 'failure' : 'warning',
        line,
        ...(endLine !== undefined && { endLine }),
        ...(title !== undefined && { title: unlinked(title) }),
        message: unlinked(message),
    }));
}
function errorsFirst(one, other) {
    return Number(other.level === 'error') - Number(one.level === 'error');
}
function conclusionOf({ state }) {
    return state === 'failed' ? 'failure' : state;
}

// EXTERNAL MODULE: ./build/model/describe-failure.js
var describe_failure = __webpack_require__(34711);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/report/html/template.js
var template = __webpack_require__(95018);
// EXTERNAL MODULE: ./build/report/html/write.js
var write = __webpack_require__(53041);
;// CONCATENATED MODULE: ./build/action/report-page.js









/**
 * Keeps the report with all logs as one page of the workflow run, which a browser opens from there.
 * @returns its address; nothing where GitHub does not keep it, which is told
 */
async function keepPage(report, folder, { artifacts, runNumber, workflowRun }, signal) {
    if (artifacts.kind === 'unavailable')
        return undefined;
    // GitHub keeps the pages of earlier attempts, so each has a name of its own.
    const file = (0,external_node_path_.join)(folder, `pikaci-report-${runNumber}-${workflowRun.runAttempt}.html`);
    try {
        await (0,write/* writeHtml */.T)(report, (0,template/* pageTemplate */.Y)(), file);
        const answer = await (0,github_artifacts/* uploadFile */.QM)(artifacts, file, signal);
        if (answer.kind === 'done')
            return answer.url;
        (0,core/* notice */.lm)(`The report is not kept as a page: ${(0,github_refusal/* reasonOf */.A3)(answer)}.`);
    }
    catch (error) {
        signal.throwIfAborted();
        // Most often the disk is full. A verdict is worth more than its page.
        (0,core/* notice */.lm)(`The report is not kept as a page: ${(0,describe_failure/* describeFailure */.I)((0,failure/* failureOf */.g5)(error)).headline}.`);
    }
    return undefined;
}
/** What a lane's guest said, and what was done for it. */
function logsOf({ folder, job }) {
    const { guestLog, hostLog } = (0,run_dir/* runDirAt */.Ah)(folder).job(job.id);
    return [
        { kind: 'guest', path: guestLog },
        { kind: 'host', path: hostLog },
    ];
}

;// CONCATENATED MODULE: ./build/action/report-step.js





















/** `mode: report`: what was planned against what the legs left; the one check to require. */
async function reportStep(inputs, context) {
    const signal = (0,signals/* abortOnSignals */.P)();
    const plan = (0,packed_plan/* parsePlan */.vS)(inputs.plan);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.temp, 'pikaci-report-'));
    const github = await openGithub({ token: inputs.token, workflowRun: context.workflowRun });
    const { notes, ...found } = await collectLegs(github, plan, inputs.jobId, folder, context, signal);
    const verdict = overallOutcome({ plan, legsResult: inputs.legsResult, ...found });
    const outcome = { ...verdict, notes: [...verdict.notes, ...notes] };
    const { runNumber, headSha: head, runUrl } = context;
    const workflowRun = { number: runNumber, url: runUrl };
    const status = (0,compact_status/* overallStatus */.gX)(outcome, plan, { workflowRun, head });
    for (const line of (0,status_text/* statusText */.q)(status, (0,status_text/* palette */.M)(true))) {
        process.stdout.write(`${(0,guard/* guardLine */.Q)(line)}\n`);
    }
    const full = (0,html_report/* workflowReport */.w)(outcome, { status, link: runUrl }, logsOf);
    const page = await keepPage(full, folder, context, signal);
    const document = {
        status,
        excerpts: await report_step_excerpts(outcome.lanes),
        timeline: timelineMermaid(outcome.lanes),
        skipped: outcome.skipped,
        notes: outcome.notes,
        links: [linksLine(page, runUrl)],
    };
    await core/* summary */.z.addRaw((0,status_markdown/* statusMarkdown */.K)(document, status_markdown/* summaryLimitBytes */.f)).write();
    const report = { outcome, document, pageUrl: page ?? runUrl };
    const unpublished = await publishReport(github, report, inputs, context, signal);
    const missing = (0,github_refusal/* noticeOf */.QJ)(unpublished);
    if (missing !== undefined)
        (0,core/* notice */.lm)(missing);
    (0,core/* setOutput */.uH)('status', outcome.state);
    (0,core/* setOutput */.uH)('report-url', page ?? '');
    if (outcome.state === 'success' || outcome.state === 'skipped')
        return 0;
    (0,core/* error */.z3)(`CI: ${outcome.state}; ${status.counts}`);
    return 1;
}
function linksLine(page, runUrl) {
    const files = (0,markdown/* markdownLink */.iQ)('records and logs to download', `${runUrl}#artifacts`);
    return page === undefined
        ? files
        : `${(0,markdown/* markdownLink */.iQ)('Full report with all logs', page)} · ${files}`;
}
/** Lanes whose logs are shown in part; the full report has all of them. */
const excerptsAtMost = 20;
async function report_step_excerpts(lanes) {
    const failed = lanes.filter(({ state }) => state === 'failed').slice(0, excerptsAtMost);
    const read = failed.map(async ({ id, title, report }) => report === undefined
        ? []
        : (0,excerpts/* excerptOf */.z)(title, report.job, await digestLog((0,run_dir/* runDirAt */.Ah)(report.folder).job(id).guestLog)));
    return (await Promise.all(read)).flat();
}


/***/ }),

/***/ 44378:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ abortOnSignals)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

/**
 * SIGINT, SIGTERM and SIGHUP as an AbortSignal. Removal of guests starts with the first one; later
 * ones change nothing, so that nobody's impatience leaves a guest behind: its lease ends it at worst.
 */
function abortOnSignals() {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.on(name, () => controller.abort((0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelledBy */ .tK)(name)));
    }
    return controller.signal;
}


/***/ }),

/***/ 74715:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ LineSplitter)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54621);


/** What a line may grow to before it is cut in two: a guest may never end one. */
const lineLimit = 64 * 1024;
/**
 * Cuts a byte stream into lines for showing. A CR takes a line back, as it does on a terminal: of a
 * line that was written over, the last state that shows something is left. Each byte is looked at
 * once, in whatever pieces it comes.
 */
class LineSplitter {
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    #state = '';
    /** The last state before it that shows something. */
    #shown = '';
    /** Whether a CR ends the line or takes it back, what follows it tells. */
    #returned = false;
    /** The lines that end in these bytes. */
    push(bytes) {
        const lines = [];
        for (let at = 0; at < bytes.length; at += lineLimit) {
            this.#take(this.#decoder.write(bytes.subarray(at, at + lineLimit)), lines);
            if (this.#state.length > lineLimit)
                lines.push(this.#endLine());
        }
        return lines;
    }
    /** What stands behind the last line end. */
    end() {
        const lines = [];
        this.#take(this.#decoder.end(), lines);
        if (this.#state !== '' || this.#shown !== '')
            lines.push(this.#endLine());
        return lines;
    }
    #take(text, lines) {
        const parts = text.split('\n');
        const last = parts.pop() ?? '';
        if (!text.includes('\r') && !this.#returned && this.#shown === '') {
            // So it is in most logs, and in all of them lines are what there is most of.
            for (const part of parts) {
                lines.push(this.#state === '' ? part : this.#state + part);
                this.#state = '';
            }
            this.#state += last;
            return;
        }
        for (const part of parts) {
            this.#extend(part);
            lines.push(this.#endLine());
        }
        this.#extend(last);
    }
    #extend(part) {
        if (!part.includes('\r')) {
            this.#write(part);
            return;
        }
        for (const [index, state] of part.split('\r').entries()) {
            if (index > 0)
                this.#returned = true;
            this.#write(state);
        }
    }
    #write(text) {
        if (text === '')
            return;
        if (this.#returned && showsSomething(this.#state))
            this.#shown = this.#state;
        this.#state = this.#returned ? text : this.#state + text;
        this.#returned = false;
    }
    #endLine() {
        const line = this.#shown === '' || showsSomething(this.#state) ? this.#state : this.#shown;
        this.#state = '';
        this.#shown = '';
        this.#returned = false;
        return line;
    }
}
/** A program clears its progress in the end; that is not what people want to see of it. */
function showsSomething(state) {
    return /\S/.test((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .colourless */ .q)(state));
}


/***/ }),

/***/ 83453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ artifactPrefix),
/* harmony export */   legArtifactName: () => (/* binding */ legArtifactName)
/* harmony export */ });
/* unused harmony export isLegArtifact */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61004);


/** Every artifact of ours begins with it. */
const artifactPrefix = 'pikaci-';
/** With `.zip` behind it, it has to be a file's name. */
const longest = 250;
/**
 * The name of a leg's artifact: `pikaci-<target>@<lane>-attempt-<n>`. No two legs share one, and no
 * two attempts: what was uploaded stays as it is. Whatever GitHub or a file system might not take
 * stands as `~` and two hex digits a byte; a name that is too long ends in a digest.
 */
function legArtifactName({ target, lane, attempt }) {
    const leg = lane === undefined ? (0,_model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__/* .spelledId */ .F)(target) : `${(0,_model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__/* .spelledId */ .F)(target)}@${(0,_model_id_segment_js__WEBPACK_IMPORTED_MODULE_1__/* .spelledId */ .F)(lane)}`;
    const end = `-attempt-${attempt}`;
    const name = `${artifactPrefix}${leg}${end}`;
    if (name.length <= longest)
        return name;
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(leg).digest('hex').slice(0, 16);
    const room = longest - artifactPrefix.length - end.length - digest.length - 2;
    return `${artifactPrefix}${leg.slice(0, room)}~~${digest}${end}`;
}
/** Whether a name may be that of a leg's artifact; who left it is for its content to say. */
function isLegArtifact(name) {
    return /^pikaci-.+-attempt-[1-9]\d*$/.test(name);
}


/***/ }),

/***/ 69752:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UL: () => (/* binding */ downloadArtifacts),
  wn: () => (/* binding */ listArtifacts),
  QM: () => (/* binding */ uploadFile),
  uploadFolder: () => (/* binding */ uploadFolder)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/github/artifact-files.js



/** What GitHub takes in no path of an artifact, because some file system would not. */
const illegal = /["<>:|*?\r\n]/;
/**
 * The plain files below a folder. Links are left out, wherever they lead: what they stand for may be
 * of this machine, and guests can make them. So is what cannot be read, and what GitHub would refuse
 * the whole artifact for.
 */
async function filesBelow(folder) {
    const files = [];
    const leftOut = [];
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
        if (entry.isDirectory())
            continue;
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const name = (0,external_node_path_.relative)(folder, path);
        const fits = entry.isFile() && !illegal.test(name) && (await isReadable(path));
        if (fits)
            files.push(path);
        else
            leftOut.push(name);
    }
    return { files: files.sort(), leftOut: leftOut.sort() };
}
async function isReadable(path) {
    try {
        await (0,promises_.access)(path, external_node_fs_.constants.R_OK);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/github/workflow-run.js
var workflow_run = __webpack_require__(26810);
// EXTERNAL MODULE: ./build/github/refusal.js
var refusal = __webpack_require__(26191);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/github/unpack.js




const gibibyte = 1024 ** 3;
/** Far above what any leg leaves, far below what a runner's disk holds. */
const usualLimits = {
    packed: 6 * gibibyte,
    files: 200_000,
    bytes: 4 * gibibyte,
    bytesOfAll: 8 * gibibyte,
};
/** As a runner's file system takes it, folders and all. */
const nameBytes = 1024;
/**
 * Unpacks what is wanted of an archive that somebody else may have made into a folder of its own,
 * which is new. Paths that lead out of it are refused, and links, parts that lie over each other, and
 * more than the limits allow, before anything is written that breaks them. Archives within it stay
 * as they are.
 * @param how `room` is what is left for all archives together; it gets less
 * @returns the files' paths below the folder, sorted
 * @throws Error that says what is wrong with the archive
 */
async function unpack(archive, folder, how, signal) {
    const { wanted, limits, room } = how;
    // Who uploads loads this file, too, and reads nothing.
    const { openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    // It checks that names are relative and without `..`, and sizes against what the archive says.
    const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
    try {
        await (0,promises_.mkdir)(folder);
        const files = [];
        let seen = 0;
        let packed = 0;
        let bytes = 0;
        for await (const entry of zip.eachEntry()) {
            signal.throwIfAborted();
            const { fileName: name, uncompressedSize: size } = entry;
            seen += 1;
            packed += entry.compressedSize;
            if (seen > limits.files)
                throw new Error(`it holds more than ${limits.files} files`);
            // What one byte of an archive can unpack to has a bound, unless many entries share it.
            if (packed > zip.fileSize)
                throw new Error('its files lie over each other');
            checkEntry(entry);
            const most = name.endsWith('/') ? undefined : wanted(name);
            if (most === undefined || size > most)
                continue;
            bytes += size;
            if (bytes > limits.bytes)
                throw new Error(`it unpacks to more than ${limits.bytes} bytes`);
            room.bytes -= size;
            if (room.bytes < 0) {
                throw new Error(`all artifacts unpack to more than ${limits.bytesOfAll} bytes`);
            }
            await writeEntry(zip, entry, (0,external_node_path_.join)(folder, name), signal);
            files.push(name);
        }
        // An archive has them in the order in which they were read.
        return files.sort();
    }
    finally {
        zip.close();
    }
}
function checkEntry({ fileName: name, externalFileAttributes }) {
    if (Buffer.byteLength(name) > nameBytes) {
        throw new Error(`a name in it has more than ${nameBytes} bytes`);
    }
    const type = (externalFileAttributes >>> 16) & typeMask;
    const isPlain = type === 0 || type === plainFile || (type === folderType && name.endsWith('/'));
    if (!isPlain)
        throw new Error(`${name} is not a plain file`);
}
async function writeEntry(zip, entry, path, signal) {
    const mode = entry.externalFileAttributes >>> 16;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const content = await zip.openReadStreamPromise(entry);
    // `wx`: of two entries of one name, the second is refused. No bit but the permissions counts.
    const file = (0,external_node_fs_.createWriteStream)(path, { flags: 'wx', mode: (mode & 0o777) | 0o600 });
    await (0,external_node_stream_promises_.pipeline)(content, file, { signal });
}
const typeMask = 0o170000;
const plainFile = 0o100000;
const folderType = 0o040000;

;// CONCATENATED MODULE: ./build/github/artifacts.js







/**
 * Uploads the plain files below a folder as one archive. An artifact of that name from an earlier
 * try of the same attempt is replaced.
 * @param name see `legArtifactName`
 * @returns what was left out of it besides, relative to the folder: links, and names that no
 *   artifact can hold
 */
function uploadFolder(service, name, folder, signal) {
    return withLibrary(service, signal, `Upload of artifact ${name}`, async (library, workflowRun) => {
        const { files, leftOut } = await filesBelow(folder);
        const upload = () => library.uploadArtifact(name, [...files], folder);
        return { ...uploaded(workflowRun, await replacing(library, name, upload)), leftOut };
    });
}
/**
 * Uploads one file as it is, so that a browser opens it. The artifact is named after the file; take
 * another name for each attempt, since GitHub keeps those of earlier ones.
 */
function uploadFile(service, file, signal) {
    const folder = (0,external_node_path_.dirname)(file);
    const name = file.slice(folder.length + 1);
    return withLibrary(service, signal, `Upload of artifact ${name}`, async (library, workflowRun) => {
        const upload = () => library.uploadArtifact(name, [file], folder, { skipArchive: true });
        return uploaded(workflowRun, await replacing(library, name, upload));
    });
}
/**
 * The run's artifacts whose names begin with a prefix: those of this attempt, and those that "Re-run
 * failed jobs" left in place. Each attempt can have one of a name. Needs no permission.
 */
function listArtifacts(service, prefix, signal) {
    return withLibrary(service, signal, 'List of artifacts', async (library, workflowRun) => {
        const { artifacts } = await library.listArtifacts({ latest: false });
        const ours = artifacts.filter(({ name }) => name.startsWith(prefix));
        return {
            artifacts: ours.map(({ name, id, size, digest }) => ({
                ...uploaded(workflowRun, { id, size }),
                name,
                digest,
            })),
        };
    });
}
/**
 * Downloads and unpacks artifacts, a few at a time, each into a folder of its own below `folder`.
 * Anybody's job in the run may have made them: see `unpack` for what is refused.
 * @param wanted files of each, see `unpack`
 * @returns an answer for each, in order
 */
async function downloadArtifacts(service, artifacts, folder, signal, wanted, limits = usualLimits) {
    const all = await withLibrary(service, signal, 'Download of artifacts', async (library) => {
        const answers = new Array();
        const room = { bytes: limits.bytesOfAll };
        const next = artifacts.entries();
        const worker = async () => {
            for (const [index, artifact] of next) {
                answers[index] = await answerFrom(signal, () => downloadOne(library, artifact, folder, { wanted, limits, room }, signal));
            }
        };
        await Promise.all(Array.from({ length: downloadsAtOnce }, worker));
        return { answers };
    });
    return all.kind === 'done' ? all.answers : artifacts.map(() => all);
}
const downloadsAtOnce = 4;
async function downloadOne(library, { id, digest, bytes }, folder, unpacking, signal) {
    const { packed: most } = unpacking.limits;
    if (bytes > most)
        throw new Error(`it has ${bytes} bytes, more than ${most}`);
    const packed = (0,external_node_path_.join)(folder, `${id}.packed`);
    await (0,promises_.mkdir)(packed, { recursive: true });
    try {
        // The library would unpack without a bound, and quietly elsewhere where a path leads out.
        const { digestMismatch } = await library.downloadArtifact(id, {
            path: packed,
            skipDecompress: true,
            ...(digest !== undefined && { expectedHash: digest }),
        });
        if (digestMismatch === true)
            throw new Error('it is not what was uploaded: another digest');
        const [archive = ''] = await (0,promises_.readdir)(packed);
        const into = (0,external_node_path_.join)(folder, String(id));
        return { folder: into, files: await unpack((0,external_node_path_.join)(packed, archive), into, unpacking, signal) };
    }
    finally {
        await (0,promises_.rm)(packed, { recursive: true, force: true });
    }
}
function uploaded(workflowRun, { id = 0, size = 0 }) {
    return { id, url: `${(0,workflow_run/* runUrl */.V)(workflowRun)}/artifacts/${id}`, bytes: size };
}
/** The service refuses a second artifact of a name with 409. */
async function replacing(library, name, upload) {
    try {
        return await upload();
    }
    catch (error) {
        if (statusIn(error) !== 409)
            throw error;
        await library.deleteArtifact(name);
        return upload();
    }
}
/**
 * Work with GitHub's library, which tells each step of it on stdout: the reader of a log gets one
 * closed group. It is loaded only when it is needed: it costs 140 ms.
 */
async function withLibrary(service, signal, title, work) {
    if (service.kind === 'unavailable')
        return service;
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(555), __webpack_require__.e(482)]).then(__webpack_require__.bind(__webpack_require__, 70482));
    (0,core/* startGroup */.Oh)(title);
    try {
        return await answerFrom(signal, () => work(new DefaultArtifactClient(), service.workflowRun));
    }
    finally {
        (0,core/* endGroup */.N4)();
    }
}
/**
 * The library takes no signal: when it is cancelled it is left to itself.
 * @throws the signal's reason, where it was cancelled
 */
async function answerFrom(signal, work) {
    const { promise: aborted, reject } = Promise.withResolvers();
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    try {
        signal.throwIfAborted();
        return { kind: 'done', ...(await Promise.race([work(), aborted])) };
    }
    catch (error) {
        (0,refusal/* throwIfCancelled */.dZ)(signal);
        return libraryRefusal(error);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}
function libraryRefusal(error) {
    const said = (0,refusal/* firstLine */.TM)(error instanceof Error ? error.message : String(error));
    const status = statusIn(error);
    if (status === undefined || status === 429 || status >= 500)
        return { kind: 'unavailable', why: said };
    return { kind: status === 401 || status === 403 ? 'not_permitted' : 'refused', status, said };
}
/** The library tells the service's answers only in words: `Failed request: (409) Conflict`. */
function statusIn(error) {
    const [, status] = /Failed request: \((\d{3})\)/.exec(String(error)) ?? [];
    return status === undefined ? undefined : Number(status);
}


/***/ }),

/***/ 93864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pV: () => (/* binding */ packPlan),
  vS: () => (/* binding */ parsePlan),
  aH: () => (/* binding */ reportPlanLimitBytes)
});

// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/model/leg-scope.js
var leg_scope = __webpack_require__(38988);
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

;// CONCATENATED MODULE: ./build/outcome/packed-plan.js



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
function packPlan(plan, how) {
    const { changed_paths, selected_count, include, ...whole } = plan;
    const full = { ...whole, ...how, targets: targetTitles(include), include: ungrouped(include) };
    const texts = shorterAndShorter(full).map((shape) => JSON.stringify(shape));
    const fitting = texts.find((text) => Buffer.byteLength(text) <= reportPlanLimitBytes);
    return fitting ?? texts.at(-1) ?? '';
}
function shorterAndShorter(full) {
    const { selected, ...withoutReasons } = full;
    const byTarget = { ...withoutReasons, skipped: oneATarget(full.skipped) };
    const include = full.include.map(({ id, target, lane, title }) => id === target ? { id, target, lane, title } : { id, target, title });
    return [full, withoutReasons, byTarget, { ...byTarget, include }];
}
/** Each once, though all legs of a target are grouped under it. */
function targetTitles(legs) {
    const titles = new Map(legs.map(({ target, group }) => [target, group]));
    return [...titles].map(([id, title]) => ({ id, title }));
}
function ungrouped(legs) {
    return legs.map(({ group, ...leg }) => leg);
}
/** A target is skipped as a whole, so one of its lanes can stand for all. */
function oneATarget(lanes) {
    const targets = new Map(lanes.map((lane) => [lane.target, { ...lane, id: lane.target }]));
    return [...targets.values()];
}
const decided = schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), target: schemas/* string */.YjP(), reason: schemas/* string */.YjP() }));
const packedLeg = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    target: schemas/* string */.YjP(),
    /** As the matrix has it; left out where the id says it. */
    lane: schemas/* string */.YjP().optional(),
    title: schemas/* string */.YjP(),
});
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
    grouping: schemas/* enum */.k5n(['lane', 'target']).default('lane'),
    targets: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), title: schemas/* string */.YjP() })).default([]),
    include: schemas/* array */.YOg(packedLeg),
    skipped: decided,
});
/**
 * @param text what the plan's job put out
 * @throws FailureError `plan_unreadable`
 */
function parsePlan(text) {
    const problem = (detail) => new failure/* FailureError */.pO({ cause: 'plan_unreadable', detail });
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
        return unpacked(data);
    const [issue] = error.issues;
    throw problem(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
function unpacked({ targets, include, ...plan }) {
    const titles = new Map(targets.map(({ id, title }) => [id, title]));
    const legs = include.map(({ id, target, lane, title }) => ({
        id,
        target,
        scope: lane === undefined ? (0,leg_scope/* scopeOfInputs */.X0)(target, id) : (0,leg_scope/* scopeOfWord */.sc)(lane),
        title,
        group: titles.get(target) ?? title,
    }));
    return { ...plan, include: legs };
}


/***/ })

};
;