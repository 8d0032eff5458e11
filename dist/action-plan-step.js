"use strict";
exports.id = 951;
exports.ids = [951];
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

/***/ 36951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planStep: () => (/* binding */ planStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/core/plan-lanes.js + 2 modules
var plan_lanes = __webpack_require__(28450);
// EXTERNAL MODULE: ./build/plan/matrix.js
var plan_matrix = __webpack_require__(55202);
// EXTERNAL MODULE: ./build/report/guard.js
var guard = __webpack_require__(52935);
// EXTERNAL MODULE: ./build/report/plan-rows.js
var plan_rows = __webpack_require__(79745);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(70569);
;// CONCATENATED MODULE: ./build/report/plan-markdown.js


/**
 * A change's plan for a step summary.
 * @param warnings those of its notes that nobody should miss
 */
function planMarkdown(plan, warnings) {
    const rows = (0,plan_rows/* planRows */.L)(plan).map(([verb = '', target = '', lane = '', reason = '']) => [
        verb,
        (0,markdown/* codeSpan */.SS)(target),
        (0,markdown/* codeSpan */.SS)(lane),
        (0,markdown/* prose */.CS)(reason),
    ]);
    const notes = plan.notes.filter((note) => !warnings.includes(note));
    return [
        `### Plan: ${plan.selected_count} lane(s)`,
        '',
        ...(warnings.length === 0 ? [] : ['> [!WARNING]']),
        ...warnings.map((text) => `> - ${(0,markdown/* prose */.CS)(text)}`),
        '',
        (0,markdown/* markdownTable */.Qj)(['', 'target', 'lane', ''], rows),
        ...notes.map((note) => `- ${(0,markdown/* prose */.CS)(note)}`),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/report/plan-text.js
var plan_text = __webpack_require__(73755);
// EXTERNAL MODULE: ./build/outcome/packed-plan.js + 1 modules
var packed_plan = __webpack_require__(93864);
// EXTERNAL MODULE: ./build/action/action-checkout.js + 1 modules
var action_checkout = __webpack_require__(40758);
;// CONCATENATED MODULE: ./build/action/plan-step.js








/** `mode: plan`: the matrix of a change as outputs, and the decisions for people. */
async function planStep(inputs, context) {
    const workspace = await (0,action_checkout/* workspaceOf */.B)(inputs, context);
    const { plan, warnings } = await (0,plan_lanes/* planLanes */.H)(workspace, {
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
    const packed = (0,packed_plan/* packPlan */.pV)(plan, {
        attempt: context.workflowRun.runAttempt,
        created_at: new Date().toISOString(),
        grouping: inputs.groupBy,
    });
    (0,core/* setOutput */.uH)('plan', (0,plan_matrix/* checkOutput */.yr)('plan', packed));
    if (Buffer.byteLength(packed) > packed_plan/* reportPlanLimitBytes */.aH) {
        (0,core/* warning */.$e)(`output plan has ${Buffer.byteLength(packed)} bytes, more than a step takes as an input (${packed_plan/* reportPlanLimitBytes */.aH}): mode report cannot be given it. Plan fewer targets in one workflow run.`);
    }
    for (const text of warnings)
        (0,core/* warning */.$e)((0,guard/* guardLine */.Q)(text), { title: 'plan' });
    for (const line of (0,plan_text/* planText */.P)(plan))
        process.stdout.write(`${(0,guard/* guardLine */.Q)(line)}\n`);
    await core/* summary */.z.addRaw(planMarkdown(plan, warnings)).write();
    return 0;
}


/***/ }),

/***/ 28450:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ planLanes)
});

// EXTERNAL MODULE: ./build/plan/choose-targets.js
var choose_targets = __webpack_require__(82005);
// EXTERNAL MODULE: ./build/plan/pattern-warnings.js
var pattern_warnings = __webpack_require__(21619);
// EXTERNAL MODULE: ./build/plan/select.js + 1 modules
var plan_select = __webpack_require__(52182);
// EXTERNAL MODULE: ./build/repository/change.js + 1 modules
var repository_change = __webpack_require__(76880);
// EXTERNAL MODULE: ./build/repository/files.js
var files = __webpack_require__(36023);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/manifest/read.js + 13 modules
var read = __webpack_require__(17377);
;// CONCATENATED MODULE: ./build/plan/manifest-changes.js
/** What a newer manifest takes away from an older one, or has done otherwise, for people to see. */
function manifestChanges(before, now) {
    const changes = [];
    const otherwise = [];
    for (const target of before) {
        const same = now.find(({ id }) => id === target.id);
        if (same === undefined) {
            changes.push(`takes away target \`${target.id}\` with ${named(target.lanes.map(idOf))}`);
            continue;
        }
        const gone = target.lanes.filter(({ id }) => !same.lanes.some((lane) => lane.id === id));
        if (gone.length > 0)
            changes.push(`takes ${named(gone.map(idOf))} away from \`${target.id}\``);
        if (same.trigger !== target.trigger) {
            changes.push(`makes \`${target.id}\` a ${same.trigger} target, and no ${target.trigger} one`);
        }
        if (JSON.stringify(same.paths) !== JSON.stringify(target.paths)) {
            changes.push(`changes the paths that select \`${target.id}\``);
        }
        const kept = same.lanes.flatMap((lane) => {
            const old = target.lanes.find(({ id }) => id === lane.id);
            return old === undefined || textOf(old) === textOf(lane) ? [] : [`${target.id}/${lane.id}`];
        });
        otherwise.push(...kept);
    }
    return otherwise.length === 0 ? changes : [...changes, `changes ${named(otherwise)}`];
}
/** Of the targets at one commit, those lanes that are at another one as well. */
function inBoth(targets, others) {
    return targets.flatMap((target) => {
        const other = others.find(({ id }) => id === target.id);
        if (other === undefined)
            return [];
        const lanes = target.lanes.filter(({ id }) => other.lanes.some((lane) => lane.id === id));
        return [{ ...target, lanes }];
    });
}
/** Hosts are no affair of the manifest's but for their names. */
function textOf({ runner, ...lane }) {
    return JSON.stringify([lane, { ...runner, host: runner.host.name }]);
}
function idOf({ id }) {
    return id;
}
const mostNamed = 10;
function named(lanes) {
    const names = lanes.slice(0, mostNamed).map((id) => `\`${id}\``);
    const more = lanes.length > mostNamed ? [`${lanes.length - mostNamed} more`] : [];
    const list = new Intl.ListFormat('en').format([...names, ...more]);
    return `${lanes.length === 1 ? 'lane' : 'lanes'} ${list}`;
}

// EXTERNAL MODULE: ./build/repository/file-at.js
var file_at = __webpack_require__(17748);
// EXTERNAL MODULE: ./build/core/backends.js + 15 modules
var backends = __webpack_require__(33016);
;// CONCATENATED MODULE: ./build/core/manifest-before.js






/**
 * What a change does to the manifest that decides on it: whoever writes the one writes the other,
 * and a lane that is no longer there fails nowhere.
 */
async function warnOfManifest(workspace, change) {
    if (change.kind === 'unknown')
        return [];
    const { manifest } = workspace;
    if ((0,plan_select/* changedSource */.mn)(manifest, change) === undefined)
        return [];
    const [start] = change.mergeBases;
    const before = start === undefined ? 'none' : await targetsAt(workspace, start);
    if (before === 'none')
        return [];
    if (before === 'invalid') {
        return [
            `${manifest.path} itself changed, and it is not valid at the base: what the change takes away from it cannot be told`,
        ];
    }
    // What the base itself has taken away since is not this change's doing.
    const tip = await targetsAt(workspace, change.base);
    const kept = typeof tip === 'string' ? before : inBoth(before, tip);
    return manifestChanges(kept, manifest.targets).map((words) => `${manifest.path} itself changed: it ${words}`);
}
async function targetsAt({ repository, manifest, hosts, environment }, commit) {
    const isDefault = read/* defaultManifestPaths */.$z.some((path) => path === manifest.path);
    try {
        const { targets } = await (0,read/* readManifest */.WI)({
            read: (path) => (0,file_at/* fileAt */.W)(repository, commit, path),
            nameOf: (path) => path,
            candidates: isDefault ? read/* defaultManifestPaths */.$z : [manifest.path],
            hosts,
            hostsOrigin: 'terminal',
            backends: backends/* backends */.S,
            localWorkDir: environment.localWorkDir,
            patterns: 'unchecked',
            workTreePaths: () => Promise.resolve([]),
        });
        return targets;
    }
    catch (error) {
        if (!(error instanceof failure/* FailureError */.pO))
            throw error;
        return error.failure.cause === 'manifest_missing' ? 'none' : 'invalid';
    }
}

;// CONCATENATED MODULE: ./build/core/plan-lanes.js






/** Which lanes a change wants, and why. */
async function planLanes(workspace, { targets: words, base, head = 'HEAD' }) {
    const { repository, manifest, runFetch } = workspace;
    const { mode, targets } = (0,choose_targets/* chooseTargets */.u)(manifest, words);
    const [change, there, submodules] = await Promise.all([
        (0,repository_change/* changedPaths */.vl)(repository, base, head, { runFetch }),
        (0,files/* workTreePaths */.Ke)(repository),
        (0,files/* submodulePaths */.Xg)(repository),
    ]);
    const plan = (0,plan_select/* planChange */.AS)(manifest, targets, mode, change);
    const warnings = [...(await warnOfManifest(workspace, change)), ...manifest.warnings];
    const asides = (0,pattern_warnings/* patternWarnings */.a)(targets, [...there, ...plan.changed_paths], submodules);
    return { plan: { ...plan, notes: [...warnings, ...plan.notes, ...asides] }, warnings };
}


/***/ }),

/***/ 54621:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ harmless),
/* harmony export */   q: () => (/* binding */ colourless)
/* harmony export */ });
/** A line without any escape sequence, for terminals that know no colours. */
function colourless(line) {
    return harmless(line).replace(/\u001b\[[0-9;:]*m/g, '');
}
/**
 * A line of guest output for whatever obeys escape sequences: colours stay; what moves the cursor,
 * sets titles or asks the terminal to answer goes.
 */
function harmless(line) {
    if (!control.test(line))
        return line;
    return line
        .replace(/\u001b(?!\[[0-9;:]*m)(?:\[[0-?]*[ -/]*[@-~]|[ -/]+[0-~]|[\]P^_X][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)?/gu, '')
        .replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f\u0080-\u009f]/g, '');
}
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;


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


/***/ }),

/***/ 21619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ patternWarnings)
/* harmony export */ });
/* harmony import */ var _path_matcher_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69751);

/**
 * Patterns that match nothing there is: probably misspelt, and no error, as what they are for may be
 * gone or yet to come.
 * @param paths of the work tree
 * @param submodules those of the paths that stand for all below them
 */
function patternWarnings(targets, paths, submodules) {
    const patterns = targets.flatMap(({ id, paths: listed }) => listed.map((pattern) => ({ target: id, pattern, body: pattern.replace(/^!/, '') })));
    const opaque = new Set(submodules);
    const hit = matched(patterns.map(({ body }) => body), paths);
    const missed = patterns.filter(({ body }, index) => !hit.has(index) && !parents(body).some((parent) => opaque.has(parent)));
    return missed.map(({ target, pattern, body }) => {
        const other = ['NFC', 'NFD'].map((form) => body.normalize(form)).find((it) => it !== body);
        const isOther = other !== undefined && matched([other], paths).size > 0;
        const why = isOther
            ? `: its letters are composed otherwise than in the files' names (Unicode ${body === body.normalize('NFC') ? 'NFC, not NFD' : 'NFD, not NFC'}); copy the name from \`git ls-files -z\``
            : '';
        return `targets.${target}.paths: \`${pattern}\` matches no file${why}`;
    });
}
/** Indexes of the patterns that match some path. */
function matched(patterns, paths) {
    const matcher = (0,_path_matcher_js__WEBPACK_IMPORTED_MODULE_0__/* .compileLists */ .P)(patterns.map((pattern) => [pattern]));
    const hit = new Set();
    for (const path of paths) {
        if (hit.size === patterns.length)
            break;
        for (const { list } of matcher.match(path))
            hit.add(list);
    }
    return hit;
}
/** `a` and `a/b` of `a/b/**`. */
function parents(pattern) {
    const segments = pattern.split('/');
    const plain = segments.findIndex((segment) => /[*?]/.test(segment));
    const most = Math.min(plain === -1 ? Infinity : plain, segments.length - 1);
    return segments.slice(0, most).map((_, index) => segments.slice(0, index + 1).join('/'));
}


/***/ }),

/***/ 39457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ escapeHtml)
/* harmony export */ });
/** Text of others where HTML is read: in an element, or in an attribute in quotes. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}


/***/ }),

/***/ 70569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   SP: () => (/* binding */ foldedMarkdown),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   iQ: () => (/* binding */ markdownLink)
/* harmony export */ });
/* harmony import */ var _escape_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39457);

// Text of others in what GitHub renders. It looks for `@team`, `#12`, commits and addresses after it
// has rendered, so that no escaping keeps them from notifying people or turning up in other issues;
// it leaves code and links alone.
/** Text as itself, in code. */
function codeSpan(text) {
    // A table ends its cell at a bar, whatever stands before it; no other mark counts in code.
    return visible(text)
        .split(/(\|+)/)
        .map((part) => (part.startsWith('|') ? '&#124;'.repeat(part.length) : inCode(part)))
        .join('');
}
function inCode(text) {
    const content = text.trim();
    if (content === '')
        return text;
    const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    const room = longest > 0 ? ' ' : '';
    const before = text.startsWith(' ') ? ' ' : '';
    const after = text.endsWith(' ') ? ' ' : '';
    return `${before}${fence}${room}${content}${room}${fence}${after}`;
}
/** A sentence: its words as they are, and in code whatever else stands in it, or is quoted so. */
function prose(text) {
    return visible(text)
        .split(/`([^`]+)`/)
        .map((part, index) => (index % 2 === 1 ? codeSpan(part) : words(part)))
        .reduce(
    // The marks of two that touch would be those of one.
    (all, part) => (all.endsWith('`') && part.startsWith('`') ? `${all} ${part}` : all + part));
}
function words(text) {
    return text.replace(/[^ ]+/g, (word) => (isWord(word) ? escapeMarks(word) : codeSpan(word)));
}
/** Whether nobody reads more into it than letters, numbers and the marks between them. */
function isWord(word) {
    return (/^["'“‘(]{0,2}[\p{L}\p{N}][\p{L}\p{N}"'’“”.,;:…%/()!?-]*$/u.test(word) &&
        !/[0-9a-f]{7}|\bgh-\d|\/\/|www\.|:\w+:|^\d+\.$/i.test(word));
}
/** What cannot be seen, or turns the rest round, shows as a mark; line ends become spaces. */
function visible(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/gu, '\ufffd');
}
function escapeMarks(text) {
    return text.replace(/[\\`*_{}[\]()#+!|<>&~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
/**
 * Markdown as a link, where there is a page to go to.
 * @param url of ours, or GitHub's
 */
function markdownLink(markdown, url) {
    return url === undefined ? markdown : `[${markdown}](${url})`;
}
/** Rows of cells that are markdown already. */
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const table = [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)];
    return `${table.join('\n')}\n\n`;
}
/**
 * Folded away until somebody wants it. Blank lines let markdown begin again inside.
 * @param summary words of ours
 */
function foldedMarkdown(summary, body) {
    return `<details><summary>${(0,_escape_html_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .Z)(summary)}</summary>\n\n${body}\n</details>\n\n`;
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