"use strict";
exports.id = 43;
exports.ids = [43];
exports.modules = {

/***/ 40758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ workspaceOf)
});

// EXTERNAL MODULE: ./build/core/environment.js
var environment = __webpack_require__(71406);
// EXTERNAL MODULE: ./build/core/checkout.js + 2 modules
var checkout = __webpack_require__(91428);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53053);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(81260);
// EXTERNAL MODULE: ./build/diagnostics/harmless.js
var harmless = __webpack_require__(54621);
// EXTERNAL MODULE: ./build/diagnostics/lines.js
var diagnostics_lines = __webpack_require__(74715);
// EXTERNAL MODULE: ./build/report/guard.js
var guard = __webpack_require__(52935);
// EXTERNAL MODULE: ./build/repository/git-environment.js
var git_environment = __webpack_require__(79212);
;// CONCATENATED MODULE: ./build/action/fetch-in-step.js









/** For all fetches of a step together; well inside what a job that plans is given. */
const usualLimitMs = 4 * 60_000;
/**
 * Fetches as people know it from actions/checkout: the step's log shows each command and what git
 * says. The checkout's own credentials are all that there are, so a fetch may fail; the log then
 * says what helps.
 */
function fetchInStep(limitMs = usualLimitMs) {
    let deadline;
    return async ({ root }, args, signal) => {
        deadline ??= AbortSignal.timeout(limitMs);
        const ended = AbortSignal.any(signal === undefined ? [deadline] : [deadline, signal]);
        if (await succeeds(root, args, ended))
            return true;
        signal?.throwIfAborted();
        const why = deadline.aborted ? `took longer than ${limitMs / 1000} s` : 'failed';
        (0,core/* info */.pq)(`git fetch ${why}; give actions/checkout \`fetch-depth: 0\` to have it bring the history, or let it keep its credentials (\`persist-credentials\`)`);
        return false;
    };
}
async function succeeds(cwd, args, signal) {
    if (signal.aborted)
        return false;
    const ending = new EndedBySignal(args, signal);
    const log = stepLog();
    // What git's children say after its end is of no interest.
    log.on('error', () => undefined);
    try {
        const code = await (0,exec/* exec */.m)('git', [...args], {
            cwd,
            env: (0,git_environment/* gitEnvironment */._)(process.env),
            ignoreReturnCode: true,
            outStream: log,
            delay: 1_000,
        });
        return code === 0;
    }
    finally {
        ending.close();
        log.end();
    }
}
/**
 * Ends the process with these arguments on a signal: the toolkit ends none that it has started and
 * tells of none, but Node does tell. Git takes its locks along, and its end of the connection.
 */
class EndedBySignal {
    #args;
    #signal;
    #started = [];
    constructor(args, signal) {
        this.#args = args;
        this.#signal = signal;
        (0,external_node_diagnostics_channel_.subscribe)(startedProcesses, this.#add);
        signal.addEventListener('abort', this.#end);
    }
    #add = (message) => {
        this.#started.push(message.process);
        // It is not started before this returns.
        if (this.#signal.aborted)
            setImmediate(this.#end);
    };
    #end = () => {
        for (const child of this.#started)
            if ((0,external_node_util_.isDeepStrictEqual)(child.spawnargs.slice(1), this.#args))
                child.kill();
    };
    close() {
        (0,external_node_diagnostics_channel_.unsubscribe)(startedProcesses, this.#add);
        this.#signal.removeEventListener('abort', this.#end);
    }
}
/** https://nodejs.org/api/diagnostics_channel.html#event-child_process */
const startedProcesses = 'child_process';
/** What a remote says reaches git's output, and is to be no command of the runner's. */
function stepLog() {
    const lines = new diagnostics_lines/* LineSplitter */.g();
    const show = (said) => {
        for (const line of said)
            process.stdout.write(`${(0,guard/* guardLine */.Q)((0,harmless/* harmless */.I)(line))}\n`);
    };
    return new external_node_stream_.Writable({
        write: (bytes, _, done) => {
            show(lines.push(bytes));
            done();
        },
        final: (done) => {
            show(lines.end());
            done();
        },
    });
}

;// CONCATENATED MODULE: ./build/action/action-checkout.js



/** Opens the workflow's checkout, as the inputs say. */
function workspaceOf(inputs, context) {
    const { hosts, manifest, stateRoot } = inputs;
    return (0,checkout/* openCheckout */.H)({
        directory: context.workspace,
        manifest,
        hosts: hosts === undefined ? undefined : { origin: 'input hosts', text: hosts },
        hostsOrigin: 'workflow',
        stateRoot,
        environment: (0,environment/* readEnvironment */.Q)(process.env),
        runFetch: fetchInStep(),
    });
}


/***/ }),

/***/ 73043:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStep: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/core/exit-status.js
var exit_status = __webpack_require__(72862);
// EXTERNAL MODULE: ./build/core/registry-auth.js
var registry_auth = __webpack_require__(29023);
// EXTERNAL MODULE: ./build/core/run-lanes.js + 39 modules
var run_lanes = __webpack_require__(7147);
// EXTERNAL MODULE: ./build/core/run-secrets.js
var run_secrets = __webpack_require__(73386);
// EXTERNAL MODULE: ./build/core/signals.js
var signals = __webpack_require__(44378);
// EXTERNAL MODULE: ./build/model/after-failure.js
var after_failure = __webpack_require__(13756);
// EXTERNAL MODULE: ./build/model/failure.js
var model_failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/model/leg-scope.js
var leg_scope = __webpack_require__(38988);
// EXTERNAL MODULE: ./build/plan/choose-targets.js
var choose_targets = __webpack_require__(82005);
// EXTERNAL MODULE: ./build/report/compact-status.js
var compact_status = __webpack_require__(8278);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(70569);
// EXTERNAL MODULE: ./build/report/excerpts.js
var excerpts = __webpack_require__(83282);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(87300);
// EXTERNAL MODULE: ./build/report/event-lines.js + 1 modules
var event_lines = __webpack_require__(87140);
// EXTERNAL MODULE: ./build/report/lane-spans.js
var lane_spans = __webpack_require__(12158);
;// CONCATENATED MODULE: ./build/report/phase-table.js




/** How long each phase of each lane took, as markdown; empty where no lane had phases. */
function phaseTable({ jobs }) {
    const timed = jobs.map((job) => ({
        id: job.id,
        spans: new Map((0,lane_spans/* laneSpans */.c)(job).map(({ name, duration_ms }) => [name, duration_ms])),
    }));
    const names = lane_spans/* spanNames */.x.filter((name) => timed.some(({ spans }) => spans.has(name)));
    if (names.length === 0)
        return '';
    const rows = timed.map(({ id, spans }) => [
        (0,markdown/* codeSpan */.SS)(id),
        ...names.map((name) => {
            const took = spans.get(name);
            return took === undefined ? '' : (0,duration/* formatDuration */.a)(took);
        }),
    ]);
    return (0,markdown/* markdownTable */.Qj)(['lane', ...names.map(event_lines/* words */.aL)], rows);
}

// EXTERNAL MODULE: ./build/report/guard.js
var guard = __webpack_require__(52935);
// EXTERNAL MODULE: ./build/report/pace.js
var pace = __webpack_require__(40643);
// EXTERNAL MODULE: ./build/report/status-markdown.js + 1 modules
var status_markdown = __webpack_require__(27261);
// EXTERNAL MODULE: ./build/report/status-text.js
var status_text = __webpack_require__(3892);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/diagnostics/harmless.js
var harmless = __webpack_require__(54621);
// EXTERNAL MODULE: ./build/diagnostics/lines.js
var lines = __webpack_require__(74715);
// EXTERNAL MODULE: ./build/diagnostics/log-digest.js
var log_digest = __webpack_require__(13467);
// EXTERNAL MODULE: ./build/diagnostics/log-excerpt.js
var log_excerpt = __webpack_require__(96334);
;// CONCATENATED MODULE: ./build/report/step-log.js









/** What stands this close above is not shown again. */
const screenLines = 30;
/** Of the end of a lane's output that others have spoken into. */
const endLines = 20;
/** Green, red and yellow: the log on a run's page shows colours. */
const colours = { passed: 32, failed: 31, cancelled: 33 };
/**
 * Reports a run in a workflow step's log. What comes before a lane's command is folded away; what
 * the command says stands open; what mattered in it and the verdict come last.
 *
 * Guest output stands between stop-commands brackets whose token no guest can know, and is broken up
 * besides: either wall alone would hold. Lines of ours may stand between the brackets, too; commands
 * of ours may not. Disposing it lets the runner obey commands again.
 */
class StepLog {
    #write;
    #token = (0,external_node_crypto_.randomBytes)(24).toString('hex');
    #lanes = new Map();
    /** One lane needs no name in front of each line; several do. */
    #several = false;
    #commands = 'obeyed';
    /** A group that is open, or will be with the next line of ours. */
    #group;
    #startedAt = 0;
    constructor(write) {
        this.#write = write;
    }
    sink = (event) => {
        this.#before(event);
        const lines = (0,event_lines/* eventLines */.Cl)(event);
        this.#ownLines(event.event === 'job_verdict' ? painted(lines, event.verdict) : lines);
    };
    /** What a lane's output comes to; nothing before it started. */
    digestOf(lane) {
        return this.#lanes.get(lane)?.digest;
    }
    [Symbol.dispose]() {
        this.#endGroup();
        this.#obeyCommands();
    }
    #before(event) {
        switch (event.event) {
            case 'run_started':
                this.#startedAt = Date.parse(event.created_at);
                this.#group = { title: `Preparing ${event.target_id}`, open: false };
                break;
            case 'plan_made':
                this.#several = event.plan.nodes.filter(({ kind }) => kind === 'execute').length > 1;
                break;
            case 'job_started':
                this.#startLane(event.job.id);
                break;
            case 'job_phase_started':
                if (event.phase === 'wait_for_completion')
                    this.#beginOutput(event.job_id, event.at);
                break;
            case 'job_output':
                this.#output(event.job_id, event.bytes);
                break;
            case 'job_verdict':
                this.#endOutput(event.job_id);
                if (event.verdict.kind === 'failed')
                    this.#excerpt(event.job_id, event.verdict.failure);
                break;
            case 'run_finished':
                this[Symbol.dispose]();
                break;
            default:
        }
    }
    /** Groups cannot interleave: there is one only while no lane is speaking. */
    #startLane(id) {
        const speaking = [...this.#lanes.values()].some(({ stage }) => stage === 'speaking');
        const lane = { splitter: new lines/* LineSplitter */.g(), digest: new log_digest/* LogDigest */.d() };
        this.#lanes.set(id, { ...lane, stage: 'preparing' });
        if (!speaking)
            this.#group ??= { title: `Preparing ${id}`, open: false };
    }
    #beginOutput(id, at) {
        const lane = this.#lanes.get(id);
        if (lane !== undefined)
            lane.stage = 'speaking';
        this.#endGroup();
        this.#ownLines([`${id} · ready after ${(0,duration/* formatDuration */.a)(Date.parse(at) - this.#startedAt)}`]);
    }
    #output(id, bytes) {
        const lane = this.#lanes.get(id);
        if (lane !== undefined)
            this.#guestLines(id, lane, lane.splitter.push(bytes));
    }
    #endOutput(id) {
        const lane = this.#lanes.get(id);
        if (lane === undefined)
            return;
        this.#guestLines(id, lane, lane.splitter.end());
        lane.digest.end();
        lane.stage = 'over';
        this.#endGroup();
    }
    #guestLines(id, { digest }, lines) {
        if (lines.length === 0)
            return;
        for (const line of lines)
            digest.push(line);
        this.#endGroup();
        this.#stopCommands();
        this.#write(guestText(lines, this.#several ? `${id} │ ` : ''));
    }
    #excerpt(id, failure) {
        const digest = this.#lanes.get(id)?.digest;
        if (digest === undefined || digest.lines === 0 || failure.cause === 'cancelled')
            return;
        const found = (0,model_failure/* categoryOf */.Qd)(failure) === 'test_failure' ? digest.excerpt() : undefined;
        const excerpt = found?.about === 'errors' ? found : digest.ending(endLines);
        const [first] = excerpt.lines;
        // Nothing stands between it and what comes now but lines of the same lane.
        if (first === undefined || (!this.#several && first.number > digest.lines - screenLines))
            return;
        const what = excerpt.about === 'errors' ? 'what failed' : 'the end';
        this.#ownLines([`${id} · ${what}, of ${digest.lines} lines:`]);
        this.#stopCommands();
        this.#write(guestText((0,log_excerpt/* excerptLines */.$)(excerpt), ''));
    }
    #ownLines(lines) {
        if (lines.length === 0)
            return;
        if (this.#group?.open === false) {
            this.#obeyCommands();
            this.#group.open = true;
            this.#write(`::group::${this.#group.title}\n`);
        }
        for (const line of lines)
            this.#write(`${(0,guard/* guardLine */.Q)((0,harmless/* harmless */.I)(line))}\n`);
    }
    #endGroup() {
        if (this.#group?.open === true)
            this.#write('::endgroup::\n');
        this.#group = undefined;
    }
    #stopCommands() {
        if (this.#commands === 'obeyed')
            this.#write(`::stop-commands::${this.#token}\n`);
        this.#commands = 'stopped';
    }
    #obeyCommands() {
        if (this.#commands === 'stopped')
            this.#write(`::${this.#token}::\n`);
        this.#commands = 'obeyed';
    }
}
/** What people look for first stands out: the line that says how the lane ended. */
function painted([headline = '', ...rest], verdict) {
    const isCancelled = verdict.kind === 'failed' && verdict.failure.cause === 'cancelled';
    const colour = colours[isCancelled ? 'cancelled' : verdict.kind];
    return [`\u001b[${colour}m${headline}\u001b[0m`, ...rest];
}
/**
 * What no guest may write as it is: marks of commands, and controls that are no colours. White space
 * in front of a mark is that of its own line, so that blank lines are looked at once.
 */
const unsafe = /(?:^|\n)[^\S\n]*::|##\[|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]|\u001b(?!\[[0-9;:]*m)/;
function guestText(lines, prefix) {
    const text = lines.join('\n');
    if (prefix === '' && !unsafe.test(text))
        return `${text}\n`;
    // Without its controls a line may be a command that it was not before.
    return lines.map((line) => `${prefix}${(0,guard/* guardLine */.Q)((0,harmless/* harmless */.I)(line))}\n`).join('');
}

// EXTERNAL MODULE: ./build/store/run-dir.js
var run_dir = __webpack_require__(38006);
;// CONCATENATED MODULE: ./build/report/annotations.js
/** Of each level, a step's annotations beyond this many are logged and dropped. */
const annotationLimit = 10;
/**
 * The annotations that a step has room for: why lanes failed, then what they report, what the change
 * touches first, then in the order of their output.
 * @returns them, and how many problems are left to the log
 */
function chooseAnnotations(lanes, changedFiles) {
    const changed = new Set(changedFiles);
    const failures = lanes.flatMap(({ lane, failure }) => failure === undefined
        ? []
        : [{ level: 'error', message: `${lane}: ${failure}`, place: undefined }]);
    const problems = distinct(lanes)
        .toSorted((a, b) => Number(changed.has(b.file)) - Number(changed.has(a.file)))
        .map(annotationOf);
    const all = [...failures, ...problems];
    const annotations = ['error', 'warning'].flatMap((level) => all.filter((annotation) => annotation.level === level).slice(0, annotationLimit));
    const dropped = lanes.reduce((sum, lane) => sum + lane.dropped, 0);
    return { annotations, more: all.length - annotations.length + dropped };
}
/** The first of each lane, the second of each, and so on; what several lanes report, once. */
function distinct(lanes) {
    const longest = Math.max(0, ...lanes.map(({ problems }) => problems.length));
    const found = new Map();
    for (let n = 0; n < longest; n += 1) {
        for (const { problems } of lanes) {
            const problem = problems[n];
            if (problem === undefined)
                continue;
            const { file, line, column = '', message } = problem;
            const key = JSON.stringify([file, line, column, message]);
            if (!found.has(key))
                found.set(key, problem);
        }
    }
    return [...found.values()];
}
function annotationOf({ level, message, ...place }) {
    return { level, message, place };
}

// EXTERNAL MODULE: ./build/diagnostics/problems/finder.js + 8 modules
var finder = __webpack_require__(90831);
;// CONCATENATED MODULE: ./build/diagnostics/problems/problems-in.js

/** What tools report in a log about files of the workspace, errors first. */
function problemsIn(lines, files) {
    const finder = new ProblemFinder();
    for (const line of lines)
        finder.push(line);
    finder.end();
    return placeProblems(finder.problems, files);
}
/** Problems with the files that they are about; without those that are about none of the workspace. */
function placeProblems(problems, files) {
    return problems.flatMap(({ level, path, line, column, ...rest }) => {
        const file = files.find(path);
        // Some tools count columns from 0, and some have line 0 for a file as a whole.
        const place = {
            line: Math.max(1, line),
            ...(column !== undefined && column > 0 && { column }),
        };
        return file === undefined ? [] : [{ level, file, ...place, ...rest }];
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/diagnostics/problems/workspace-files.js

/**
 * Where lanes find the workspace: in a VM at a fixed place, on macOS in the shared folder, on the host
 * itself in the guest's folder there; in a Nix build below its own.
 */
const roots = [
    /^\/workspace\/snapshot\//,
    /^\/Volumes\/My Shared Files\/workspace\//,
    /^\/(?:.*\/)?guests\/pikaci-[a-z0-9-]+\/workspace\//,
    /^\/(?:private\/)?(?:nix\/var\/nix\/builds\/[^/]+|build|tmp\/nix-build-[^/]+)\/source\//,
];
/** The files of a workspace, to tell which of them a path in a lane's output means. */
class WorkspaceFiles {
    #paths;
    /** By the last part of the path. */
    #byName;
    /** @param paths relative to the repository's root, with `/` */
    constructor(paths) {
        this.#paths = new Set(paths);
        this.#byName = Map.groupBy(this.#paths, (path) => external_node_path_.posix.basename(path));
    }
    /**
     * The file that a tool in a guest calls `path`: by its place below the workspace, or, where the
     * tool ran in a folder below it, as the only file whose path ends so. Nothing where that is no
     * file of the workspace, or could be several.
     */
    find(path) {
        const below = belowRoot(path);
        if (below === undefined)
            return undefined;
        const relative = external_node_path_.posix.normalize(below);
        if (relative.startsWith('..'))
            return undefined;
        if (this.#paths.has(relative))
            return relative;
        const alike = this.#byName.get(external_node_path_.posix.basename(relative)) ?? [];
        const [only, ...others] = alike.filter((known) => known.endsWith(`/${relative}`));
        return others.length === 0 ? only : undefined;
    }
}
/** Without the folder that the lane found the workspace in; nothing for paths outside of it. */
function belowRoot(path) {
    const plain = path.startsWith('file://') ? fromUrl(path) : path;
    const root = roots.find((candidate) => candidate.test(plain));
    if (root !== undefined)
        return plain.replace(root, '');
    return plain.startsWith('/') ? undefined : plain;
}
function fromUrl(url) {
    const path = url.slice('file://'.length);
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}

// EXTERNAL MODULE: ./build/repository/files.js
var files = __webpack_require__(36023);
// EXTERNAL MODULE: ./build/store/atomic-write.js
var atomic_write = __webpack_require__(7826);
;// CONCATENATED MODULE: ./build/action/annotate.js








/**
 * Annotates why lanes failed and what their output reports about files of the workspace, and keeps
 * the latter beside their records.
 */
async function annotate(record, digestOf, repository, stateRoot) {
    const lanes = record.jobs.map((job) => ({ job, digest: digestOf(job.id) }));
    const reported = lanes.some(({ digest }) => digest !== undefined && digest.problems.length > 0);
    const files = new WorkspaceFiles(reported ? await pathsIn(repository) : []);
    const placed = lanes.map(({ job, digest }) => laneProblems(job, digest, files));
    for (const { lane, problems } of placed) {
        if (problems.length === 0)
            continue;
        (0,atomic_write/* writeJsonAtomically */.t)((0,run_dir/* runDir */.ff)(stateRoot, record.run_id).job(lane).problemsJson, problems);
    }
    const { annotations, more } = chooseAnnotations(placed, record.changed_files);
    for (const annotation of annotations)
        say(annotation);
    if (more > 0)
        process.stdout.write(`· ${more} more in the log than a step can annotate\n`);
}
/** Guests have a say in each part of it, so none may hold what is a command by itself. */
function say({ level, message, place }) {
    const { file, line, column, title } = place ?? {};
    const properties = {
        ...(title !== undefined && { title: (0,guard/* guardLine */.Q)(title) }),
        ...(file !== undefined && { file: (0,guard/* guardLine */.Q)(file) }),
        ...(line !== undefined && { startLine: line }),
        ...(column !== undefined && { startColumn: column }),
    };
    if (level === 'error')
        (0,core/* error */.z3)((0,guard/* guardLine */.Q)(message), properties);
    else
        (0,core/* warning */.$e)((0,guard/* guardLine */.Q)(message), properties);
}
/** Without the files there is no annotation of them, and a verdict all the same. */
async function pathsIn(repository) {
    try {
        return (await (0,files/* workTreeFiles */.B$)(repository)).map(({ path }) => path);
    }
    catch {
        return [];
    }
}
function laneProblems({ id, status, message }, digest, files) {
    const failed = status === 'failed';
    // What a lane that passed calls errors are none: it may well test for them.
    const counts = (level) => failed || level === 'warning';
    const problems = digest?.problems.filter(({ level }) => counts(level)) ?? [];
    const { error: errors = 0, warning: warnings = 0 } = digest?.dropped ?? {};
    return {
        lane: id,
        failure: failed ? (message ?? 'failed') : undefined,
        problems: placeProblems(problems, files),
        dropped: failed ? errors + warnings : warnings,
    };
}

// EXTERNAL MODULE: ./build/action/input-credentials.js
var input_credentials = __webpack_require__(20453);
// EXTERNAL MODULE: ./build/repository/file-at.js
var file_at = __webpack_require__(17748);
// EXTERNAL MODULE: ./build/repository/history.js
var repository_history = __webpack_require__(57580);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/repository/change.js + 1 modules
var change = __webpack_require__(76880);
// EXTERNAL MODULE: ./build/repository/git.js
var git = __webpack_require__(5648);
;// CONCATENATED MODULE: ./build/repository/unlike-head.js





/**
 * Paths of the work tree, submodules included, that are not as the head's commit has them: changed,
 * deleted and untracked files. Every file is read: neither times nor the index are believed, which
 * whoever wrote the files may have set. Ignored files aside, and those that a sparse checkout leaves
 * out.
 */
async function unlikeHead(repository, signal) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'pikaci-index-'));
    try {
        const fresh = { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, 'index') };
        await (0,git/* git */.$Y)(repository, ['read-tree', 'HEAD'], signal, fresh);
        const [told, tagged, tree] = await Promise.all([
            (0,git/* git */.$Y)(repository, [...change/* statusArguments */.rX], signal, fresh),
            (0,git/* git */.$Y)(repository, ['ls-files', '-z', '-t'], signal),
            (0,git/* git */.$Y)(repository, ['ls-tree', '-r', '-z', 'HEAD'], signal),
        ]);
        const leftOut = new Set((0,git/* splitNul */.K5)(tagged).flatMap((entry) => (entry.startsWith('S ') ? [entry.slice(2)] : [])));
        const here = (0,change/* statusPaths */.d)(told).filter(({ path, isDeleted }) => !(isDeleted && leftOut.has(path)));
        const inSubmodules = await Promise.all(submodules(tree).map((path) => unlikeInSubmodule(repository, path, signal)));
        return [...new Set([...here.map(({ path }) => path), ...inSubmodules.flat()])];
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** From `mode type id⇥path␀` for each entry of a tree. */
function submodules(tree) {
    return (0,git/* splitNul */.K5)(tree).flatMap((entry) => entry.startsWith('160000 ') ? [entry.slice(entry.indexOf('\t') + 1)] : []);
}
async function unlikeInSubmodule({ root, objectFormat }, path, signal) {
    const top = (0,external_node_path_.join)(root, path);
    const prefix = await (0,git/* tryGit */.Ii)({ root: top, objectFormat }, ['rev-parse', '--show-prefix'], signal);
    // A submodule that is not checked out is an empty folder of this repository, or none.
    if (prefix?.trim() !== '')
        return [];
    const paths = await unlikeHead(await (0,git.openRepository)(top, signal), signal);
    return paths.map((it) => `${path}/${it}`);
}

;// CONCATENATED MODULE: ./build/action/fork-policy.js




/**
 * Whose code would run. Under events that hand out secrets whoever caused them, that is the
 * repository's own where the event is about its own branches, or where the workspace holds exactly
 * the commit that the event runs on, which a fork cannot choose: a checkout of it with other files
 * laid over is not that commit.
 */
async function originOfCode({ codeOf, sha, handsOutSecrets }, repository, manifest, signal) {
    if (codeOf.kind === 'own')
        return codeOf;
    const from = codeOf.kind === 'fork' ? `the fork ${codeOf.repository}` : 'a pull request or another event';
    const head = await (0,repository_history/* commitOf */.D3)(repository, 'HEAD', signal);
    if (!handsOutSecrets || head === undefined || head !== sha) {
        return { kind: 'foreign', from, unlike: [] };
    }
    // Ignored, or outside of the repository, it is none of the commit's, and yet says what runs.
    const isForeign = (await (0,file_at/* fileAt */.W)(repository, head, manifest)) === undefined;
    const unlike = [...(isForeign ? [manifest] : []), ...(await unlikeHead(repository, signal))];
    return unlike.length === 0 ? { kind: 'own' } : { kind: 'foreign', from, unlike };
}
/**
 * Keeps code that anybody could have sent from hosts that a team owns, under events that hand out
 * secrets whoever caused them. Forks under plain `pull_request` get no secrets from GitHub, and so
 * no key.
 * @throws FailureError `fork_refused`
 */
function refuseForkCode(context, origin) {
    if (!context.handsOutSecrets || origin.kind === 'own')
        return;
    const { from, unlike } = origin;
    throw new model_failure/* FailureError */.pO({ cause: 'fork_refused', event: context.eventName, from, unlike });
}
/**
 * Guests stay for people to look into only with the repository's own code in them, whatever else is
 * allowed: what a stranger wrote would go on for as long, with a team's people going in.
 */
function keepOwnOnly(wanted, origin) {
    if (wanted.kind !== 'kept' || origin.kind === 'own')
        return wanted;
    return { kind: 'denied', why: `its code comes from ${origin.from}` };
}

// EXTERNAL MODULE: ./build/action/leave-leg.js
var leave_leg = __webpack_require__(74872);
// EXTERNAL MODULE: ./build/action/saved-state.js
var saved_state = __webpack_require__(19397);
// EXTERNAL MODULE: ./build/action/step-environment.js
var step_environment = __webpack_require__(4990);
// EXTERNAL MODULE: ./build/action/action-checkout.js + 1 modules
var action_checkout = __webpack_require__(40758);
;// CONCATENATED MODULE: ./build/action/run-step.js
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



























/** `mode: run`: the lanes of one target on their hosts, their logs in this step. */
async function runStep(inputs, context) {
    const environment = new step_environment/* StepEnvironment */.K(process.env);
    const leaveWord = (of) => async (thrown) => {
        await environment.whole(() => (0,leave_leg/* leaveFailedLeg */.bU)(of, (0,model_failure/* failureOf */.g5)(thrown), context));
        throw thrown;
    };
    // Until the manifest is read, there are only names to go by.
    const named = (0,leave_leg/* describeLeg */.CW)(inputs, (0,leg_scope/* scopeOfInputs */.X0)(inputs.target, inputs.lane), context);
    const opened = await openLeg(inputs, context).catch(leaveWord(named));
    const leg = (0,leave_leg/* describeLeg */.CW)(inputs, opened.scope, context);
    const ran = await runLeg(inputs, context, opened, leg, environment).catch(leaveWord(leg));
    const { record, path } = ran;
    // A cancelled step has seconds; what takes longer is the post step's.
    const isCancelled = record.failure_kind === 'cancelled';
    const artifact = isCancelled
        ? undefined
        : await environment.whole(() => (0,leave_leg/* leaveLeg */.ob)({ folder: path, leg }, context));
    await report(ran, context, links(leg, artifact, path));
    return (0,exit_status/* exitOfRun */.HX)(record);
}
async function openLeg(inputs, context) {
    const workspace = await (0,action_checkout/* workspaceOf */.B)(inputs, context);
    const { target, lanes } = (0,choose_targets/* chooseLanes */.t)(workspace.manifest, inputs.target, laneWords(inputs));
    const known = target.lanes.map(({ id }) => id);
    return { workspace, scope: (0,leg_scope/* scopeOfInputs */.X0)(inputs.target, inputs.lane, known), lanes };
}
function laneWords({ lane }) {
    return lane === undefined ? [] : [lane];
}
async function runLeg(inputs, context, { workspace, lanes }, leg, environment) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        // While they are all there.
        const variables = { ...process.env };
        // A signal ends it by itself until here: there is nothing to clear away yet.
        if (lanes.some(({ runner }) => runner.host.address.kind === 'local'))
            environment.withhold();
        const signal = (0,signals/* abortOnSignals */.P)();
        const { stateRoot } = workspace;
        const origin = await originOfCode(context, workspace.repository, workspace.manifest.path, signal);
        if (!inputs.allowForkCode)
            refuseForkCode(context, origin);
        const credentials = (0,input_credentials/* inputCredentials */.p)(inputs, workspace.environment.sshAuthSocket);
        const log = __addDisposableResource(env_1, new StepLog((text) => void process.stdout.write(text)), false);
        const record = await (0,run_lanes/* runLanes */.r)(workspace, {
            target: inputs.target,
            lanes: laneWords(inputs),
            base: inputs.base,
            backend: inputs.backend,
            credentials,
            registryAuth: await (0,registry_auth/* registryAuth */.I)(inputs.registryAuth, process.env),
            context: context.forLanes,
            secrets: (asking) => secretsFor(asking, variables, origin),
            foreignFrom: origin.kind === 'own' ? undefined : origin.from,
            afterFailure: keepOwnOnly((0,after_failure/* keptFor */.e)(inputs.keepMinutes, credentials.proxyJump), origin),
            identity: {
                repository: context.repository,
                run: context.runId,
                attempt: context.workflowRun.runAttempt,
            },
            report: run_step_all(saveGuests(), (0,leave_leg/* rememberLeg */.cK)(leg, stateRoot), log.sink),
            outputTaken: (0,pace/* paceOf */.x)(process.stdout, signal),
            signal,
        });
        const digestOf = (lane) => log.digestOf(lane);
        await annotate(record, digestOf, workspace.repository, stateRoot);
        return { record, path: (0,run_dir/* runDir */.ff)(stateRoot, record.run_id).path, digestOf };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** As GitHub has it, code of strangers gets no secret, whatever else it may. */
function secretsFor(lanes, variables, origin) {
    if (origin.kind !== 'own')
        return { kind: 'withheld', why: `the code comes from ${origin.from}` };
    const secrets = (0,run_secrets/* readSecrets */.q)(lanes, variables, 'workflow');
    // The runner need not know that they are secrets. What a mask of its own finds is found once more.
    for (const value of secrets.values.values())
        (0,core/* setSecret */.Pq)(value);
    return secrets;
}
/** For the post step, which is to remove them all but those that are kept. */
function saveGuests() {
    const guests = (0,saved_state/* guestSaver */.OM)();
    return (event) => {
        if (event.event === 'guest_kept')
            guests.forget(event.guest_name);
        if (event.event !== 'guest_named')
            return;
        const { name, os, address, workDir } = event.host;
        guests.save({ name: event.guest_name, host: { name, os, address, workDir } });
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
    const files = artifact === undefined ? (0,markdown/* codeSpan */.SS)(path) : (0,markdown/* markdownLink */.iQ)('records and full logs', artifact);
    return [[...log, files].join(' · ')];
}
async function report({ record, path, digestOf }, context, documentLinks) {
    const { runNumber: number, runUrl: url } = context;
    const status = (0,compact_status/* compactStatus */.MZ)(record, { number, url });
    for (const line of (0,status_text/* statusText */.q)(status, (0,status_text/* palette */.M)(true))) {
        process.stdout.write(`${(0,guard/* guardLine */.Q)(line)}\n`);
    }
    const failed = record.jobs.filter((it) => it.status === 'failed');
    const document = {
        status,
        excerpts: failed.flatMap((job) => (0,excerpts/* excerptOf */.z)(job.id, job, digestOf(job.id))),
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

/***/ 17748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fileAt)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5648);


/** Links in links, as far as anybody would go. */
const mostLinks = 8;
/** Text of a file as a commit has it, through symbolic links; nothing where it has none. */
async function fileAt(repository, commit, path) {
    let at = path;
    for (let links = 0; links <= mostLinks; links += 1) {
        if (node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(at) || at.startsWith('../'))
            return undefined;
        const entry = await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .tryGit */ .Ii)(repository, ['ls-tree', '-z', '--full-tree', commit, '--', at]);
        const [, mode, id] = /^(\d+) blob ([0-9a-f]+)\t/.exec(entry ?? '') ?? [];
        if (mode === undefined || id === undefined)
            return undefined;
        const text = await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .tryGit */ .Ii)(repository, ['cat-file', 'blob', id]);
        if (mode !== '120000' || text === undefined)
            return text;
        at = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(at), text);
    }
    return undefined;
}


/***/ })

};
;