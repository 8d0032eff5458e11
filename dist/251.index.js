"use strict";
exports.id = 251;
exports.ids = [251];
exports.modules = {

/***/ 22251:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
// EXTERNAL MODULE: ./build/model/describe-failure.js
var describe_failure = __webpack_require__(34711);
// EXTERNAL MODULE: ./build/model/failure.js
var model_failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/command/exit-status.js
var exit_status = __webpack_require__(74688);
// EXTERNAL MODULE: ./build/report/guard.js
var guard = __webpack_require__(52935);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/github/artifact-service.js
/** Whether the runner offers artifacts to this step. GitHub Enterprise Server has none of this kind. */
function artifactService(place, variables) {
    const hostname = new URL(place.serverUrl).hostname.toLowerCase();
    const isServed = hostname === 'github.com' || /\.(ghe\.com|localhost)$/.test(hostname);
    if (!isServed) {
        return { kind: 'unavailable', why: `${hostname} is a GitHub Enterprise Server` };
    }
    const missing = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN'].find((it) => !variables[it]);
    if (missing !== undefined) {
        return { kind: 'unavailable', why: `the runner gives this step no ${missing}` };
    }
    return { kind: 'served', place };
}

// EXTERNAL MODULE: ./build/github/place.js
var github_place = __webpack_require__(40476);
;// CONCATENATED MODULE: ./build/action/github-context.js




function readGithubContext(variables) {
    const eventName = variables['GITHUB_EVENT_NAME'] ?? '';
    const event = readEvent(variables['GITHUB_EVENT_PATH']);
    const repository = variables['GITHUB_REPOSITORY'] ?? '';
    const place = (0,github_place/* readGithubPlace */.P)(variables);
    const sha = variables['GITHUB_SHA'] ?? '';
    const change = changeOf(eventName, event);
    return {
        eventName,
        sha,
        headSha: change.head ?? sha,
        codeOf: originOf(eventName, event, repository),
        handsOutSecrets: ['pull_request_target', 'workflow_run', 'issue_comment'].includes(eventName),
        workspace: variables['GITHUB_WORKSPACE'] ?? process.cwd(),
        repository,
        runId: variables['GITHUB_RUN_ID'] ?? '',
        place,
        artifacts: artifactService(place, variables),
        runUrl: (0,github_place/* runUrl */.V)(place),
        temp: variables['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(),
        workflow: variables['GITHUB_WORKFLOW'] ?? '',
        pullRequest: event.pull_request?.number,
        runNumber: variables['GITHUB_RUN_NUMBER'] ?? '',
        change,
        defaultTarget: eventName === 'schedule' ? 'nightly' : 'branch',
    };
}
function readEvent(path) {
    if (path === undefined || path === '')
        return {};
    return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
}
function originOf(eventName, event, repository) {
    switch (eventName) {
        case 'pull_request':
        case 'pull_request_target':
        case 'pull_request_review':
        case 'pull_request_review_comment':
            return ownOrFork(event.pull_request?.head?.repo?.full_name, repository);
        case 'workflow_run':
            return ownOrFork(event.workflow_run?.head_repository?.full_name, repository);
        case 'issue_comment':
            // The event does not say where the pull request comes from.
            return event.issue?.pull_request === undefined ? { kind: 'own' } : { kind: 'unknown' };
        default:
            return { kind: 'own' };
    }
}
function ownOrFork(from, repository) {
    // A fork may be gone by the time of the event; its code is not.
    if (from === undefined)
        return { kind: 'fork', repository: 'that is deleted' };
    const isOwn = from.toLowerCase() === repository.toLowerCase();
    return isOwn ? { kind: 'own' } : { kind: 'fork', repository: from };
}
/** A branch that is pushed for the first time has no commit before it: all zeros. */
const noCommit = /^0+$/;
function changeOf(eventName, event) {
    switch (eventName) {
        case 'pull_request':
        case 'pull_request_target': {
            // The head itself, not the merge that is checked out: that also holds what the base has won
            // since, or is the base alone.
            const { base, head } = event.pull_request ?? {};
            return { base: base?.sha, head: head?.sha };
        }
        case 'merge_group':
            return { base: event.merge_group?.base_sha, head: event.merge_group?.head_sha };
        case 'push':
            return { base: commit(event.before), head: commit(event.after) };
        default:
            return { base: undefined, head: undefined };
    }
}
function commit(id) {
    return id === undefined || noCommit.test(id) ? undefined : id;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/model/after-failure.js
var after_failure = __webpack_require__(13756);
// EXTERNAL MODULE: ./build/model/target.js
var target = __webpack_require__(87512);
// EXTERNAL MODULE: ./build/plan/matrix.js
var matrix = __webpack_require__(55202);
// EXTERNAL MODULE: ./build/verdict/overall.js
var overall = __webpack_require__(78540);
;// CONCATENATED MODULE: ./build/action/inputs.js







const optional = schemas/* string */.YjP().transform((value) => (value === '' ? undefined : value));
const flag = schemas/* enum */.k5n(['', 'true', 'false'], { error: 'can be true or false' })
    .transform((value) => value === 'true');
const common = {
    manifest: optional,
    base: optional,
    hosts: optional,
    stateRoot: optional,
};
const plan = schemas/* object */.Ikc({
    mode: schemas/* literal */.euz('plan'),
    targets: schemas/* string */.YjP().transform((value) => value.split(/[\s,]+/).filter((word) => word !== '')),
    head: optional,
    groupBy: schemas/* union */.KCZ([schemas/* literal */.euz('').transform(() => 'lane'), schemas/* enum */.k5n(matrix/* groupings */.dM)], {
        error: 'can be lane or target',
    }),
    ...common,
});
const run = schemas/* object */.Ikc({
    mode: schemas/* literal */.euz('run'),
    target: schemas/* string */.YjP()
        .regex(/^[^\s,]+$/, '`run` takes the id of one target or lane')
        .refine((value) => !['branch', 'nightly', 'manual', 'all'].includes(value), '`run` takes one target; `plan` makes a matrix of several'),
    lane: optional,
    backend: optional.pipe(schemas/* enum */.k5n(target/* backends */.S).optional()),
    sshKey: schemas/* string */.YjP(),
    sshKeyPassphrase: schemas/* string */.YjP(),
    sshAgent: flag,
    sshKnownHosts: schemas/* string */.YjP(),
    sshProxyJump: schemas/* string */.YjP(),
    allowForkCode: flag,
    jobId: optional,
    keepMinutes: schemas/* string */.YjP()
        .refine((value) => /^\d{0,3}$/.test(value) && Number(value) <= after_failure/* mostKeptMinutes */.P, `can be a whole number of minutes from 0 to ${after_failure/* mostKeptMinutes */.P}`)
        .transform(Number),
    ...common,
});
const report = schemas/* object */.Ikc({
    mode: schemas/* literal */.euz('report'),
    plan: schemas/* string */.YjP(),
    legsResult: schemas/* union */.KCZ([schemas/* literal */.euz('').transform(() => 'untold'), schemas/* enum */.k5n(overall/* legsResults */.I)], {
        error: 'can be success, failure, cancelled or skipped: `needs.<job of the legs>.result`',
    }),
    token: schemas/* string */.YjP(),
    status: flag,
    comment: flag,
    check: flag,
});
/** What the user calls each value; the schema's key where they are the same. */
const inputNames = {
    targets: 'target',
    groupBy: 'group-by',
    stateRoot: 'state-root',
    sshKey: 'ssh-key',
    sshKeyPassphrase: 'ssh-key-passphrase',
    sshAgent: 'ssh-agent',
    sshKnownHosts: 'ssh-known-hosts',
    sshProxyJump: 'ssh-proxy-jump',
    allowForkCode: 'allow-fork-code-on-owned-hosts',
    legsResult: 'legs-result',
    jobId: 'job-id',
    keepMinutes: 'keep-guest-on-failure-minutes',
};
/**
 * Reads and checks all inputs; the runner enforces none of it.
 * @throws FailureError `inputs_invalid` with every problem
 */
function readInputs() {
    const target = (0,core/* getInput */.V4)('target');
    const raw = {
        mode: (0,core/* getInput */.V4)('mode'),
        targets: target,
        target,
        lane: (0,core/* getInput */.V4)('lane'),
        manifest: (0,core/* getInput */.V4)('manifest'),
        base: (0,core/* getInput */.V4)('base'),
        head: (0,core/* getInput */.V4)('head'),
        groupBy: (0,core/* getInput */.V4)('group-by'),
        hosts: (0,core/* getInput */.V4)('hosts'),
        backend: (0,core/* getInput */.V4)('backend'),
        stateRoot: (0,core/* getInput */.V4)('state-root'),
        allowForkCode: (0,core/* getInput */.V4)('allow-fork-code-on-owned-hosts'),
        jobId: (0,core/* getInput */.V4)('job-id'),
        plan: (0,core/* getInput */.V4)('plan'),
        legsResult: (0,core/* getInput */.V4)('legs-result'),
        token: (0,core/* getInput */.V4)('token'),
        status: (0,core/* getInput */.V4)('status'),
        comment: (0,core/* getInput */.V4)('comment'),
        check: (0,core/* getInput */.V4)('check'),
        keepMinutes: (0,core/* getInput */.V4)('keep-guest-on-failure-minutes'),
        ...credentialTexts(),
    };
    const checked = schemas/* discriminatedUnion */.gMt('mode', [plan, run, report], { error: modeProblem(raw.mode) })
        .safeParse(raw);
    if (checked.success)
        return checked.data;
    const problems = checked.error.issues.map(({ path, message }) => {
        const key = String(path[0] ?? 'mode');
        return { input: inputNames[key] ?? key, problem: message };
    });
    throw new model_failure/* FailureError */.pO({ kind: 'inputs_invalid', problems });
}
/** As the main step had them, which has checked them. */
function readCredentialInputs() {
    const texts = credentialTexts();
    return { ...texts, sshAgent: texts.sshAgent === 'true' };
}
function credentialTexts() {
    return {
        sshKey: (0,core/* getInput */.V4)('ssh-key', { trimWhitespace: false }),
        sshKeyPassphrase: (0,core/* getInput */.V4)('ssh-key-passphrase', { trimWhitespace: false }),
        sshAgent: (0,core/* getInput */.V4)('ssh-agent'),
        sshKnownHosts: (0,core/* getInput */.V4)('ssh-known-hosts', { trimWhitespace: false }),
        sshProxyJump: (0,core/* getInput */.V4)('ssh-proxy-jump'),
    };
}
function modeProblem(mode) {
    return mode === ''
        ? 'is missing; give `plan`, `run` or `report`'
        : `is \`${mode}\`; it can be plan, run or report`;
}

// EXTERNAL MODULE: ./build/guest/remove.js
var remove = __webpack_require__(75722);
// EXTERNAL MODULE: ./build/host/open.js + 1 modules
var host_open = __webpack_require__(77673);
// EXTERNAL MODULE: ./build/action/credentials.js
var credentials = __webpack_require__(44640);
// EXTERNAL MODULE: ./build/action/leg.js
var leg = __webpack_require__(10294);
// EXTERNAL MODULE: ./build/action/saved-state.js
var saved_state = __webpack_require__(19397);
;// CONCATENATED MODULE: ./build/action/post-step.js
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










/** Well inside what the runner grants post steps after a cancellation: five minutes in all. */
const removalTimeoutMs = 60_000;
/**
 * Removes whatever guests the main step may have left, and leaves its records. Needs no manifest; finding nothing is
 * success, and no trouble here fails a job that passed: the leases end what we cannot reach.
 */
async function postStep() {
    for (const guest of readGuests())
        await post_step_remove(guest);
    await leaveRemainingLeg();
    return 0;
}
/** What a main step that was cancelled or killed could not leave for the report itself. */
async function leaveRemainingLeg() {
    try {
        const saved = (0,saved_state/* readSavedLeg */.a4)();
        if (saved !== undefined)
            await (0,leg/* leaveLeg */.ob)(saved, readGithubContext(process.env));
    }
    catch (error) {
        (0,core/* warning */.$e)(`the lane's records are not left for the report: ${String(error)}`);
    }
}
function readGuests() {
    try {
        return (0,saved_state/* readSavedGuests */.p8)();
    }
    catch (error) {
        (0,core/* warning */.$e)(`cannot read which guests there were: ${String(error)}`);
        return [];
    }
}
async function post_step_remove({ name, host: saved }) {
    const signal = AbortSignal.timeout(removalTimeoutMs);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const spec = { ...saved, backend: 'auto', maxGuests: undefined, microvm: undefined };
            const host = __addDisposableResource(env_1, await (0,host_open/* openHost */.Z)(spec, (0,credentials/* inputCredentials */.p)(readCredentialInputs(), process.env['SSH_AUTH_SOCK']), { signal }), true);
            await (0,remove/* removeGuest */.B)(host, name, signal);
            (0,core/* info */.pq)(`guest ${name} on ${saved.name} is removed`);
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
        const { headline } = (0,describe_failure/* describeFailure */.I)((0,model_failure/* failureOf */.g5)(error));
        (0,core/* warning */.$e)(`guest ${name} on ${saved.name} is left to its lease: ${headline}`);
    }
}

;// CONCATENATED MODULE: ./build/action/action.js









/** The action's door: main or post step, as the runner starts the bundle. */
async function action() {
    if ((0,saved_state/* isPostStep */.pq)())
        return postStep();
    try {
        (0,saved_state/* markMainStep */.BV)();
        const context = readGithubContext(process.env);
        const inputs = readInputs();
        if (inputs.mode === 'plan') {
            const { planStep } = await Promise.all(/* import() */[__webpack_require__.e(62), __webpack_require__.e(617), __webpack_require__.e(548), __webpack_require__.e(951)]).then(__webpack_require__.bind(__webpack_require__, 36951));
            return await planStep(inputs, context);
        }
        if (inputs.mode === 'report') {
            const { reportStep } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(162), __webpack_require__.e(556), __webpack_require__.e(858)]).then(__webpack_require__.bind(__webpack_require__, 20752));
            return await reportStep(inputs, context);
        }
        const { runStep } = await Promise.all(/* import() */[__webpack_require__.e(62), __webpack_require__.e(118), __webpack_require__.e(617), __webpack_require__.e(548), __webpack_require__.e(597), __webpack_require__.e(162), __webpack_require__.e(923)]).then(__webpack_require__.bind(__webpack_require__, 3923));
        return await runStep(inputs, context);
    }
    catch (thrown) {
        const failure = (0,model_failure/* failureOf */.g5)(thrown);
        (0,core/* error */.z3)((0,describe_failure/* describeFailure */.I)(failure).headline);
        for (const line of (0,describe_failure/* failureLines */.w)(failure))
            process.stdout.write(`${(0,guard/* guardLine */.Q)(line)}\n`);
        return (0,exit_status/* exitOfFailure */.o)(failure);
    }
}


/***/ }),

/***/ 44640:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ inputCredentials)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _host_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98571);
/* harmony import */ var _model_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36813);



/**
 * Only what the inputs give: nothing of a workflow runner's own home is trusted, and its agent only
 * when asked for.
 * @throws FailureError `usage`
 */
function inputCredentials(inputs, agentSocket) {
    // A secret pasted without its last line end is still a key, but not one that OpenSSL reads.
    const privateKey = inputs.sshKey.trim() === '' ? '' : `${inputs.sshKey.trim()}\n`;
    return {
        proof: (host) => {
            if (!inputs.sshAgent) {
                const passphrase = inputs.sshKeyPassphrase;
                return Promise.resolve({ kind: 'key', privateKey, passphrase });
            }
            if (agentSocket !== undefined) {
                return Promise.resolve({ kind: 'agent', socket: agentSocket });
            }
            const detail = 'input ssh-agent is true, and SSH_AUTH_SOCK names no agent';
            throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ kind: 'ssh_key_unusable', host: host.name, detail });
        },
        knownHosts: () => Promise.resolve((0,_host_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKnownHosts */ .uJ)('input ssh-known-hosts', inputs.sshKnownHosts)),
        proxyJump: (0,_model_address_js__WEBPACK_IMPORTED_MODULE_2__/* .parseProxyJump */ .uo)(inputs.sshProxyJump),
    };
}


/***/ }),

/***/ 10294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ describeLeg),
/* harmony export */   bU: () => (/* binding */ leaveFailedLeg),
/* harmony export */   cK: () => (/* binding */ rememberLeg),
/* harmony export */   ob: () => (/* binding */ leaveLeg)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91659);
/* harmony import */ var _model_describe_failure_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(34711);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);
/* harmony import */ var _github_refusal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26191);
/* harmony import */ var _store_run_dir_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38006);
/* harmony import */ var _store_leg_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47619);
/* harmony import */ var _saved_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19397);









/** What this leg says of itself to the report. */
function describeLeg({ target, lane, jobId }, { place, runUrl }) {
    return {
        schema_version: 1,
        target,
        // A leg that is planned by target has the target's own name for its lane.
        lane: lane === undefined || lane === target ? null : lane,
        attempt: place.runAttempt,
        job_url: jobId === undefined ? null : `${runUrl}/job/${jobId}`,
        failure: null,
    };
}
/** Tells the post step where the run's files are, so that it can leave them if we never come to it. */
function rememberLeg(leg, stateRoot) {
    return (event) => {
        if (event.event !== 'run_started')
            return;
        const { path } = (0,_store_run_dir_js__WEBPACK_IMPORTED_MODULE_4__/* .runDir */ .ff)(stateRoot, event.run_id);
        (0,_store_leg_record_js__WEBPACK_IMPORTED_MODULE_5__/* .writeLegRecord */ .T)(path, leg);
        (0,_saved_state_js__WEBPACK_IMPORTED_MODULE_6__/* .saveLeg */ .WI)({ folder: path, leg });
    };
}
/** Leaves word of a leg that failed before there was a run. */
async function leaveFailedLeg(leg, failure, context) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.temp, 'pikaci-leg-'));
    const { headline } = (0,_model_describe_failure_js__WEBPACK_IMPORTED_MODULE_7__/* .describeFailure */ .I)(failure);
    const record = { ...leg, failure: { kind: (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .categoryOf */ .Qd)(failure), message: headline } };
    (0,_store_leg_record_js__WEBPACK_IMPORTED_MODULE_5__/* .writeLegRecord */ .T)(folder, record);
    await leaveLeg({ folder, leg: record }, context);
}
/** Well inside what the runner grants a step after a cancellation. */
const uploadTimeoutMs = 120_000;
/**
 * Keeps a leg's records and full logs as an artifact of the workflow run. Trouble with that is told
 * and changes no verdict here: the report then misses the lane.
 * @returns page of the artifact
 */
async function leaveLeg({ folder, leg }, { artifacts }) {
    (0,_saved_state_js__WEBPACK_IMPORTED_MODULE_6__/* .forgetLeg */ .QD)();
    const { legArtifactName } = await __webpack_require__.e(/* import() */ 453).then(__webpack_require__.bind(__webpack_require__, 83453));
    const { uploadFolder } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(752)]).then(__webpack_require__.bind(__webpack_require__, 69752));
    const name = legArtifactName({ ...leg, lane: leg.lane ?? undefined });
    const signal = AbortSignal.timeout(uploadTimeoutMs);
    const answer = await uploadFolder(artifacts, name, folder, signal);
    if (answer.kind === 'done')
        return answer.url;
    const message = `The lane's records and full logs are not kept as an artifact: ${(0,_github_refusal_js__WEBPACK_IMPORTED_MODULE_8__/* .reasonOf */ .A3)(answer)}.`;
    // Where no leg can keep any, it is no news of this one.
    if (artifacts.kind === 'unavailable')
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq)(message);
    else
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .notice */ .lm)(message);
    return undefined;
}


/***/ }),

/***/ 19397:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BV: () => (/* binding */ markMainStep),
/* harmony export */   OM: () => (/* binding */ guestSaver),
/* harmony export */   QD: () => (/* binding */ forgetLeg),
/* harmony export */   WI: () => (/* binding */ saveLeg),
/* harmony export */   a4: () => (/* binding */ readSavedLeg),
/* harmony export */   p8: () => (/* binding */ readSavedGuests),
/* harmony export */   pq: () => (/* binding */ isPostStep)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91659);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);


const key = 'guests';
const endpoint = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ user: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(), hostname: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() })
    .transform((it) => ({ ...it, user: it.user }));
const savedGuests = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    host: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        os: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['linux', 'mac']),
        address: zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('kind', [
            zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('local') }),
            zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
                kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('ssh'),
                endpoints: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([endpoint], endpoint)
                    .transform(([first, ...more]) => [first, ...more]),
            }),
        ]),
        workDir: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
}));
/** Marks that the main step ran, so that the same bundle knows a post step when it is started. */
function markMainStep() {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)('main-step', 'started');
}
function isPostStep() {
    return (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)('main-step') !== '';
}
/** Saves each guest's name as soon as it has one; the last value of a key counts. */
function guestSaver() {
    const guests = new Map();
    const write = () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(key, JSON.stringify([...guests.values()]));
    return {
        save: (guest) => {
            guests.set(guest.name, guest);
            write();
        },
        forget: (name) => {
            guests.delete(name);
            write();
        },
    };
}
function readSavedGuests() {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(key);
    if (text === '')
        return [];
    return savedGuests.parse(JSON.parse(text));
}
function saveLeg(leg) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)('leg', JSON.stringify(leg));
}
function forgetLeg() {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)('leg', '');
}
function readSavedLeg() {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)('leg');
    return text === '' ? undefined : JSON.parse(text);
}


/***/ }),

/***/ 74688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ exitOfRun),
/* harmony export */   o: () => (/* binding */ exitOfFailure)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

/** 0 passed or skipped, 1 failed, 130 cancelled. */
function exitOfRun({ status, failure_kind }) {
    if (status === 'passed' || status === 'skipped')
        return 0;
    return failure_kind === 'cancelled' ? 130 : 1;
}
/** For what went wrong before there was a run: 2 usage or manifest, 130 cancelled, 1 else. */
function exitOfFailure(failure) {
    switch ((0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .categoryOf */ .Qd)(failure)) {
        case 'cancelled':
            return 130;
        case 'config':
            return 2;
        case 'test_failure':
        case 'timeout':
        case 'infrastructure':
            return 1;
    }
}


/***/ }),

/***/ 40476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readGithubPlace),
/* harmony export */   V: () => (/* binding */ runUrl)
/* harmony export */ });
/**
 * Reads what the runner says; GitHub's own addresses where it says nothing. On GitHub Enterprise
 * Server and under data residency (`*.ghe.com`) all three addresses are others.
 */
function readGithubPlace(variables) {
    const address = (name, otherwise) => {
        const value = variables[name] ?? '';
        return (value === '' ? otherwise : value).replace(/\/+$/, '');
    };
    const apiUrl = address('GITHUB_API_URL', 'https://api.github.com');
    const [owner = '', repo = ''] = (variables['GITHUB_REPOSITORY'] ?? '').split('/');
    return {
        apiUrl,
        // GitHub Enterprise Server has it at /api/graphql, beside /api/v3.
        graphqlUrl: address('GITHUB_GRAPHQL_URL', `${apiUrl.replace(/\/v3$/, '')}/graphql`),
        serverUrl: address('GITHUB_SERVER_URL', 'https://github.com'),
        owner,
        repo,
        runId: Number(variables['GITHUB_RUN_ID'] ?? '0'),
        runAttempt: Number(variables['GITHUB_RUN_ATTEMPT'] ?? '1'),
    };
}
/** The page of a workflow run. */
function runUrl({ serverUrl, owner, repo, runId }) {
    return `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`;
}


/***/ }),

/***/ 26191:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   QJ: () => (/* binding */ noticeOf),
/* harmony export */   TM: () => (/* binding */ firstLine),
/* harmony export */   dZ: () => (/* binding */ throwIfCancelled),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/** The answer that a thrown value of Octokit stands for; nothing where there was none. */
function answerOf(thrown) {
    if (!(thrown instanceof Error) || !('status' in thrown))
        return undefined;
    const { status, message, response } = thrown;
    return response === undefined ? undefined : { status, message, response };
}
/**
 * Lets a cancellation end whatever is under way. A deadline of the caller's is one more way of having
 * no answer, and is told like the others.
 * @throws the signal's reason, unless it is a deadline's
 */
function throwIfCancelled({ aborted, reason }) {
    const isDeadline = reason instanceof Error && reason.name === 'TimeoutError';
    if (aborted && !isDeadline)
        throw reason;
}
/**
 * A refusal out of whatever Octokit threw.
 * @throws the signal's reason, where it was cancelled
 */
function refusalOf(thrown, signal) {
    throwIfCancelled(signal);
    const answer = answerOf(thrown);
    if (answer === undefined) {
        const detail = thrown instanceof Error ? thrown.message : String(thrown);
        return { kind: 'unavailable', why: `no answer: ${firstLine(detail)}` };
    }
    const { status } = answer;
    const said = firstLine(answer.message);
    if (isRateLimited(answer))
        return { kind: 'unavailable', why: `rate limited: ${said}` };
    if (status >= 500)
        return { kind: 'unavailable', why: `it answers ${status}: ${said}` };
    const permission = status === 401 || status === 403 || status === 404;
    return { kind: permission ? 'not_permitted' : 'refused', status, said };
}
/**
 * Primary and secondary limits alike.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function isRateLimited({ status, message, response }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    const { headers } = response;
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /rate limit/i.test(message));
}
/** Everything that was not published, in one line; nothing where all of it was. */
function noticeOf(unpublished) {
    if (unpublished.length === 0)
        return undefined;
    const list = new Intl.ListFormat('en');
    const reasons = new Map();
    for (const it of unpublished) {
        const reason = reasonOf(it.refusal);
        reasons.set(reason, [...(reasons.get(reason) ?? []), it]);
    }
    const sentences = [...reasons].map(([reason, those]) => {
        const what = list.format(those.map((it) => it.what));
        const lacking = those.filter(({ refusal }) => refusal.kind === 'not_permitted');
        const permissions = [...new Set(lacking.map(({ permission }) => `\`${permission}\``))];
        const fix = permissions.length === 0
            ? ''
            : ` Give the job ${list.format(permissions)}; pull requests of forks cannot have it.`;
        return `Not published: ${what} (${reason}).${fix}`;
    });
    return `${sentences.join(' ')} The verdict is not affected.`;
}
/** A refusal in a few words. */
function reasonOf(refusal) {
    switch (refusal.kind) {
        case 'not_permitted':
            return `the token may not: ${refusal.status} ${refusal.said}`;
        case 'refused':
            return `GitHub refuses it: ${refusal.status} ${refusal.said}`;
        case 'unavailable':
            return refusal.why;
    }
}
/** Trouble on the way may answer with whole pages. */
function firstLine(text) {
    const lines = text.replace(/<[^>]*>/g, ' ').split('\n');
    const line = lines.find((it) => it.trim() !== '')?.trim() ?? '';
    return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}


/***/ }),

/***/ 75722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ removeGuest),
/* harmony export */   e: () => (/* binding */ guestDir)
/* harmony export */ });
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10432);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94140);


/** Removes a guest and all it made on its host. A guest that is not there is removed already. */
async function removeGuest(host, name, signal) {
    await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .capture */ .Fg)(host, {
        script: (0,_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .removalScript */ .qW)(),
        args: [guestDir(host.spec.workDir, name), name],
        purpose: `remove the guest ${name}`,
    }, signal ? { signal } : {});
}
function guestDir(workDir, name) {
    return `${workDir}/guests/${name}`;
}


/***/ }),

/***/ 94140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   US: () => (/* binding */ enterScript),
/* harmony export */   Yy: () => (/* binding */ reapScript),
/* harmony export */   iu: () => (/* binding */ supervisorScript),
/* harmony export */   jY: () => (/* binding */ processFunctions),
/* harmony export */   qW: () => (/* binding */ removalScript)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/** The shell programs about guests, put together from the texts beside this file. */
/** Keeps one guest; see supervisor.sh for its arguments. */
function supervisorScript() {
    return `${functions()}\n${read(__webpack_require__.ab + "supervisor.sh")}`;
}
/** Arguments: folder of the guest, its name. */
function removalScript() {
    return `${functions()}\nremove_guest "$1" "$2"\n`;
}
/** Argument: work dir. Prints the names of the guests that it removed. */
function reapScript() {
    return `${functions()}\n${read(__webpack_require__.ab + "reap.sh")}`;
}
/** Enters a kept guest; lies in its folder. */
function enterScript() {
    return read(__webpack_require__.ab + "enter.sh");
}
/** Functions only; see processes.sh. */
function processFunctions() {
    return read(__webpack_require__.ab + "processes.sh");
}
function functions() {
    return `${processFunctions()}\n${read(__webpack_require__.ab + "remove.sh")}`;
}
function read(file) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
}


/***/ }),

/***/ 45454:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ commandFailed),
/* harmony export */   t: () => (/* binding */ AnswerBuffer)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

/** More than any answer of our own scripts; a host that says more is broken or hostile. */
const stdoutLimit = 16 * 1024 * 1024;
const stderrLimit = 64 * 1024;
/** Gathers what a short script prints, within bounds. */
class AnswerBuffer {
    #host;
    #command;
    #stdout = [];
    #stdoutBytes = 0;
    #stderr = Buffer.alloc(0);
    constructor(host, command) {
        this.#host = host;
        this.#command = command;
    }
    /** @throws FailureError `host_command_failed` beyond the limit */
    addStdout = (chunk) => {
        this.#stdoutBytes += chunk.length;
        if (this.#stdoutBytes > stdoutLimit) {
            const detail = `more than ${stdoutLimit} bytes`;
            throw commandFailed(this.#host, this.#command, 'too much output', detail);
        }
        this.#stdout.push(chunk);
    };
    addStderr = (chunk) => {
        this.#stderr = Buffer.concat([this.#stderr, chunk]).subarray(-stderrLimit);
    };
    answer(exit) {
        const stdout = Buffer.concat(this.#stdout).toString();
        return { exit, stdout, stderr: this.#stderr.toString() };
    }
}
function commandFailed(host, { purpose }, exit, detail) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ kind: 'host_command_failed', host, step: purpose, exit, detail });
}


/***/ }),

/***/ 10432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ capture),
/* harmony export */   NT: () => (/* binding */ stdoutOf),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45454);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33934);


/**
 * Runs a short script that has to succeed.
 * @returns its stdout
 * @throws FailureError `host_command_failed` with the end of its stderr
 */
async function capture(host, command, options = {}) {
    return stdoutOf(host, command, await host.call(command, options));
}
/** The stdout of an answer that has to be a success; see {@link capture}. */
function stdoutOf(host, command, answer) {
    const { exit, stdout, stderr } = answer;
    if ((0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .succeeded */ .gq)(exit))
        return stdout;
    throw (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .commandFailed */ .n)(host.spec.name, command, (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .formatExit */ .qn)(exit), lastLines(stderr, 20));
}
function lastLines(text, count) {
    return text.trimEnd().split('\n').slice(-count).join('\n');
}


/***/ }),

/***/ 33934:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ exitedWith),
/* harmony export */   gq: () => (/* binding */ succeeded),
/* harmony export */   qn: () => (/* binding */ formatExit)
/* harmony export */ });
function formatExit(exit) {
    return exit.kind === 'code' ? `exit ${exit.code}` : `killed by ${exit.signal}`;
}
function exitedWith(exit, code) {
    return exit.kind === 'code' && exit.code === code;
}
function succeeded(exit) {
    return exitedWith(exit, 0);
}


/***/ }),

/***/ 98571:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ verifyHostKey),
/* harmony export */   TZ: () => (/* binding */ knownHostsLine),
/* harmony export */   X6: () => (/* binding */ pinnedKeyTypes),
/* harmony export */   uJ: () => (/* binding */ parseKnownHosts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);


/**
 * Reads known_hosts text. Certificate authorities are refused rather than passed over: a team that
 * pins one would otherwise believe its hosts to be pinned.
 * @param source how to name the text in errors
 * @throws FailureError `known_hosts_invalid`
 */
function parseKnownHosts(source, text) {
    const entries = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        const fail = (problem) => new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ kind: 'known_hosts_invalid', source, line: index + 1, problem });
        const fields = line.split(/\s+/);
        const marker = line.startsWith('@') ? fields.shift() : undefined;
        if (marker === '@cert-authority') {
            throw fail('@cert-authority is not supported; pin the host’s own key');
        }
        if (marker !== undefined && marker !== '@revoked')
            throw fail(`unknown marker ${marker}`);
        const [names, keyType, encoded] = fields;
        if (names === undefined || keyType === undefined || encoded === undefined) {
            throw fail('expected `host key-type base64-key`');
        }
        const key = Buffer.from(encoded, 'base64');
        if (keyTypeOf(key) !== keyType)
            throw fail(`the key is not a valid ${keyType} key`);
        entries.push({
            names: names.split(',').map((name) => hostPattern(name, fail)),
            revoked: marker === '@revoked',
            keyType,
            key,
        });
    }
    return { entries };
}
/** Whether `key` is what is pinned for a host. */
function verifyHostKey({ entries }, hostname, port, key) {
    const ours = entries.filter(({ names }) => namesMatch(names, hostname, port));
    if (ours.some((entry) => entry.revoked && entry.key.equals(key))) {
        return { kind: 'changed', pinned: 'this very key is revoked' };
    }
    const valid = ours.filter(({ revoked }) => !revoked);
    if (valid.some((entry) => entry.key.equals(key)))
        return { kind: 'pinned' };
    const [first] = valid;
    if (first === undefined)
        return { kind: 'unpinned' };
    return { kind: 'changed', pinned: `${first.keyType} ${first.key.toString('base64')}` };
}
/** Types of the keys pinned for a host, so that it is asked for one of those. */
function pinnedKeyTypes({ entries }, hostname, port) {
    const ours = entries.filter(({ names, revoked }) => !revoked && namesMatch(names, hostname, port));
    return [...new Set(ours.map(({ keyType }) => keyType))];
}
/** The line to add to known_hosts for a host that shows `key`. */
function knownHostsLine(hostname, port, key) {
    return `${hostToken(hostname, port)} ${keyTypeOf(key) ?? 'unknown'} ${key.toString('base64')}`;
}
/** The key's type stands in front of the key itself, length-framed (RFC 4253, section 6.6). */
function keyTypeOf(key) {
    if (key.length < 4)
        return undefined;
    const length = key.readUInt32BE(0);
    return key.length > 4 + length ? key.toString('latin1', 4, 4 + length) : undefined;
}
function hostToken(hostname, port) {
    return port === 22 ? hostname : `[${hostname}]:${port}`;
}
function hostPattern(name, fail) {
    if (name.startsWith('|')) {
        const [, version, salt, hash] = name.split('|');
        if (version !== '1' || salt === undefined || hash === undefined) {
            throw fail(`unknown form of a hashed name: ${name}`);
        }
        return { kind: 'hashed', salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
    }
    const negated = name.startsWith('!');
    const glob = (negated ? name.slice(1) : name).toLowerCase();
    const source = glob
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return { kind: 'glob', negated, regExp: new RegExp(`^${source}$`) };
}
function namesMatch(patterns, hostname, port) {
    const token = hostToken(hostname.toLowerCase(), port);
    let matched = false;
    for (const pattern of patterns) {
        if (pattern.kind === 'hashed') {
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha1', pattern.salt).update(token).digest();
            matched ||= hash.length === pattern.hash.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(hash, pattern.hash);
        }
        else if (pattern.regExp.test(token)) {
            if (pattern.negated)
                return false;
            matched = true;
        }
    }
    return matched;
}


/***/ }),

/***/ 77673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/host/answer.js
var answer = __webpack_require__(45454);
;// CONCATENATED MODULE: ./build/host/local.js





/** This machine as a host: commands are children, without a shell of the user in between. */
function localHost(spec) {
    return {
        spec,
        exec,
        call: async (command, { stdin, signal } = {}) => {
            const buffer = new answer/* AnswerBuffer */.t(spec.name, command);
            const exit = await exec(command, {
                onStdout: buffer.addStdout,
                onStderr: buffer.addStderr,
                ...(signal && { signal }),
                ...(stdin !== undefined && { stdin: external_node_stream_.Readable.from([stdin]) }),
            });
            return buffer.answer(exit);
        },
        [Symbol.asyncDispose]: () => Promise.resolve(),
    };
}
async function exec({ script, args = [] }, { stdin, signal, onStdout, onStderr } = {}) {
    signal?.throwIfAborted();
    // A group of its own, so that a script ends with whatever it started.
    const child = (0,external_node_child_process_.spawn)('sh', ['-c', script, 'sh', ...args], {
        detached: true,
        stdio: 'pipe',
        env: plainEnvironment(process.env),
    });
    const group = processGroup(child);
    signal?.addEventListener('abort', group.end, { once: true });
    try {
        const closed = (0,external_node_events_.once)(child, 'close');
        const [ended, ...rest] = await Promise.allSettled([
            closed,
            feed(child.stdin, stdin),
            drain(child.stdout, onStdout).catch(group.endBecause),
            drain(child.stderr, onStderr).catch(group.endBecause),
        ]);
        signal?.throwIfAborted();
        const broken = [ended, ...rest].find(({ status }) => status === 'rejected');
        if (broken?.status === 'rejected')
            throw broken.reason;
        const [code, killer] = await closed;
        return killer === null ? { kind: 'code', code: code ?? 0 } : { kind: 'signal', signal: killer };
    }
    finally {
        signal?.removeEventListener('abort', group.end);
    }
}
/**
 * What a login over SSH would give, and no more: the environment of a workflow step holds tokens
 * and inputs, and what runs here may be a pull request's code.
 */
function plainEnvironment(variables) {
    const kept = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|SSL_CERT_.*|NIX_.*)$/;
    return Object.fromEntries(Object.entries(variables).filter(([name]) => kept.test(name)));
}
/** Time for a script to clear away behind itself before it is killed. */
const graceMs = 2000;
function processGroup(child) {
    const signalGroup = (signal) => {
        // Once it is reaped its number may be another's.
        if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
            return;
        killGroup(child.pid, signal);
    };
    const end = () => {
        signalGroup('SIGTERM');
        setTimeout(() => signalGroup('SIGKILL'), graceMs).unref();
    };
    return {
        end,
        endBecause: (error) => {
            end();
            throw error;
        },
    };
}
async function drain(output, handler) {
    for await (const chunk of output)
        await handler?.(chunk);
}
async function feed(input, stdin) {
    try {
        await (0,promises_.pipeline)(stdin ?? external_node_stream_.Readable.from([]), input);
    }
    catch (error) {
        // The script sees its input end early, clears away, and exits; then the error is told.
        // A script may also end without reading all of its input; its exit says what that means.
        const { code } = error;
        if (code !== 'EPIPE' && code !== 'ERR_STREAM_PREMATURE_CLOSE')
            throw error;
    }
}
function killGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch (error) {
        if (error.code !== 'ESRCH')
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/host/open.js

/** Opens a host by its address. ssh2 is loaded only when it is needed: it costs 33 ms. */
async function openHost(spec, credentials, options) {
    const { address } = spec;
    if (address.kind === 'local')
        return localHost(spec);
    const proof = await credentials.proof(spec);
    const { connectSsh } = await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(955)]).then(__webpack_require__.bind(__webpack_require__, 21955));
    const identity = { proof, knownHosts: await credentials.knownHosts() };
    return connectSsh(spec, { address, hops: credentials.proxyJump }, identity, options);
}


/***/ }),

/***/ 36813:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T0: () => (/* binding */ formatEndpoint),
/* harmony export */   or: () => (/* binding */ parseAddress),
/* harmony export */   uo: () => (/* binding */ parseProxyJump)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

/** `local`, or one or several of `ssh://[user@]name[:port]` with nothing after it. */
function parseAddress(text) {
    if (text === 'local')
        return { kind: 'local' };
    const [first, ...more] = [text].flat().map(parseEndpoint);
    if (first === undefined)
        return undefined;
    const others = more.filter((endpoint) => endpoint !== undefined);
    if (others.length < more.length)
        return undefined;
    return { kind: 'ssh', endpoints: [first, ...others] };
}
function parseEndpoint(text) {
    if (!URL.canParse(text))
        return undefined;
    const url = new URL(text);
    const plain = url.pathname === '' && url.search === '' && url.hash === '' && url.password === '';
    if (url.protocol !== 'ssh:' || url.hostname === '' || !plain)
        return undefined;
    return {
        user: url.username === '' ? undefined : decodeURIComponent(url.username),
        hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port === '' ? 22 : Number(url.port),
    };
}
/**
 * Hosts to go through, as ssh's -J takes them: `[user@]name[:port]`, separated by commas, `ssh://`
 * in front of each at will.
 * @throws FailureError `usage`
 */
function parseProxyJump(text) {
    const hops = text.split(',').map((hop) => hop.trim());
    return hops
        .filter((hop) => hop !== '')
        .map((hop) => {
        const endpoint = parseEndpoint(hop.startsWith('ssh://') ? hop : `ssh://${hop}`);
        if (endpoint !== undefined)
            return endpoint;
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({
            kind: 'usage',
            problem: `\`${hop}\` is no host to jump through`,
            hint: 'Write user@name:port, several separated by commas.',
        });
    });
}
/** `ssh://user@host:port`, as people write it. */
function formatEndpoint({ user, hostname, port }) {
    const name = hostname.includes(':') ? `[${hostname}]` : hostname;
    return `ssh://${user === undefined ? '' : `${user}@`}${name}:${port}`;
}


/***/ }),

/***/ 13756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ mostKeptMinutes),
/* harmony export */   e: () => (/* binding */ keptFor)
/* harmony export */ });
/** @param minutes 0 for nothing to be kept */
function keptFor(minutes, via) {
    return minutes === 0 ? { kind: 'removed' } : { kind: 'kept', minutes, via };
}
/** A kept guest takes room on its host; longer is for nobody who still remembers it. */
const mostKeptMinutes = 240;


/***/ }),

/***/ 34711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure),
/* harmony export */   w: () => (/* binding */ failureLines)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5059);

/** The one place where failures are worded. */
function describeFailure(failure) {
    switch (failure.kind) {
        case 'usage':
            return text(failure.problem, failure.hint);
        case 'inputs_invalid':
            return text(`the action's inputs are not valid (${count(failure.problems.length, 'problem')})`, 'Correct them in the workflow; action.yml describes each input.', failure.problems.map(({ input, problem }) => `${input}: ${problem}`).join('\n'));
        case 'manifest_missing':
            return text(`no manifest: looked for ${new Intl.ListFormat('en').format(failure.searched)}`, 'Add a pikaci.toml at the repository root, or name one with --manifest (input `manifest`).');
        case 'manifest_invalid':
            return text(`${failure.file} is not a valid manifest (${count(failure.problems.length, 'problem')})`, 'Correct the lines above.', failure.problems.map((problem) => manifestProblem(failure.file, problem)).join('\n'));
        case 'target_unknown':
            return text(`no target or lane is called \`${failure.name}\``, suggestion(failure.name, failure.known, 'targets'));
        case 'lane_unknown':
            return text(`target \`${failure.target}\` has no lane \`${failure.lane}\``, suggestion(failure.lane, failure.known, 'its lanes'));
        case 'run_unknown':
            return text(`no run \`${failure.runId}\` below ${failure.stateRoot}`, 'See `pikaci list` for the runs there are, or point --state-root elsewhere.');
        case 'no_runs':
            return text(`no run below ${failure.stateRoot}`, 'Start one with `pikaci run`, or point --state-root elsewhere.');
        case 'report_unwritable':
            return text(`the report cannot be written to ${failure.path}: ${failure.detail}`, 'Name a file in a folder that is there and can be written to.');
        case 'backend_unavailable':
            return text(`lane \`${failure.lane}\` wants ${failure.backend}, which is not available yet in this version`, 'Use runner = "host_local", or "remote_linux_vm" with backend = "microvm".');
        case 'lane_unsupported':
            return text(`lane \`${failure.lane}\` cannot run: ${failure.problem}`, failure.hint);
        case 'matrix_too_large':
            return text(`the plan has ${failure.legs} legs, and GitHub takes ${failure.limit} in one matrix`, failure.grouping === 'lane'
                ? 'Set group-by: target, so that the lanes of a target share a leg, or plan fewer targets.'
                : 'Plan fewer targets in one workflow run.');
        case 'output_too_large':
            return text(`output \`${failure.output}\` has ${failure.bytes} bytes, and GitHub takes ${failure.limit}`, 'Plan fewer targets in one workflow run, or set group-by: target.');
        case 'fork_refused':
            return text(`code of ${failure.from} is not run under \`${failure.event}\`, which hands secrets to whoever caused it`, 'Check pull requests under `pull_request`. To let such code onto your hosts all the same, set input `allow-fork-code-on-owned-hosts: true`.');
        case 'plan_unreadable':
            return text(`the plan of this workflow run cannot be read: ${failure.detail}`, 'Set input `plan` to the output `plan` of the job that planned; where that is empty, the job failed: see its log.');
        case 'not_a_repository':
            return text(`${failure.path} is not a git work tree`, 'Run inside a checkout; in a workflow, put actions/checkout before this step.', failure.detail);
        case 'git_failed':
            return text(`\`${failure.command}\` failed`, 'See the message of git above.', failure.detail);
        case 'ssh_key_unusable':
            return text(`the SSH key for host \`${failure.host}\` cannot be used: ${failure.detail}`, 'Give an unencrypted private key in OpenSSH or PEM form: input `ssh-key`, or --ssh-key FILE.');
        case 'known_hosts_invalid':
            return text(`${failure.source}, line ${failure.line}: ${failure.problem}`, 'Use lines as `ssh-keyscan` prints them: `host key-type base64-key`.');
        case 'host_key_unpinned':
            return text(`host \`${failure.host}\` (${failure.address}) shows a host key that is not pinned`, 'If this key is truly the host’s, add the line above to `ssh-known-hosts`.', failure.offered);
        case 'host_key_changed':
            return text(`host \`${failure.host}\` (${failure.address}) shows another host key than the pinned one`, 'Someone may be in between. If the host was re-installed, replace the pinned line.', `pinned:  ${failure.pinned}\noffered: ${failure.offered}`);
        case 'host_login_refused':
            return text(`host \`${failure.host}\` (${failure.address}) refused the key for user \`${failure.user}\``, `Add the key's public half to ~${failure.user}/.ssh/authorized_keys there.`);
        case 'host_unreachable':
            return text(`host \`${failure.host}\` (${failure.address}) cannot be reached: ${unreachable(failure.reason)}`, 'Check that its sshd is up and that this machine has a way to it.');
        case 'connection_lost':
            return text(`the connection to host \`${failure.host}\` was lost during ${failure.during}`, 'Run again; if it happens often, look at the network and at the sshd log of the host.');
        case 'host_command_failed':
            return text(`host \`${failure.host}\`: could not ${failure.step} (${failure.exit})`, 'See the message of the host above.', failure.detail);
        case 'record_unwritable':
            return text(`the run's record cannot be written below ${failure.path}: ${failure.detail}`, 'Make room there, or keep records elsewhere: --state-root, or input `state-root`.');
        case 'snapshot_failed':
            return text(`snapshot: could not ${failure.step} ${failure.path}: ${failure.detail}`, 'Make the file readable, or exclude it with snapshot.exclude.');
        case 'staged_output_failed':
            return text(`staged output ${failure.installable} did not build on host \`${failure.host}\``, 'Correct the build; the end of its log stands above.', failure.detail);
        case 'runner_build_failed':
            return text(`the guest's runner ${failure.installable} did not build on host \`${failure.host}\``, 'Check hosts.<name>.microvm.guest in the manifest; the end of its log stands above.', failure.detail);
        case 'boot_timed_out':
            return text(`guest ${failure.guest} did not boot within ${failure.deadlineSecs} s`, 'The last lines of its console stand above.', failure.console);
        case 'guest_ended':
            return text(`guest ${failure.guest} ended ${failure.started ? 'without a result' : 'before the command started'} (${failure.reason})`, 'The last lines of its console stand above.', failure.console);
        case 'result_untrusted':
            return text(`guest ${failure.guest} left no result that can be trusted: ${failure.problem}`, 'A lane only passes with the result.json of its own guest; look at the end of its log.');
        case 'command_failed':
            return text(`test command exited with ${failure.exitCode}`, 'The end of the log shows why.');
        case 'command_timed_out':
            return text(`test command timed out after ${failure.timeoutSecs} s` +
                (failure.enforcedBy === 'host' ? ' (the guest did not stop it; the host did)' : ''), 'Make the command faster, or raise timeout_secs.');
        case 'cancelled':
            return text(`cancelled by ${failure.by}`, 'Run again when ready.');
        case 'unexpected':
            return text('an unexpected error; this is a bug of pikaci', 'Please report it with the text above.', failure.detail);
    }
}
/** The failure as lines for a terminal: headline, indented detail, what to do. */
function failureLines(failure) {
    const { headline, detail, fix } = describeFailure(failure);
    const evidence = detail === ''
        ? []
        : detail
            .trimEnd()
            .split('\n')
            .map((line) => `  ${line}`);
    return [headline, ...evidence, `→ ${fix}`];
}
function text(headline, fix, detail = '') {
    return { headline, detail, fix };
}
/** As compilers show it: the place, the problem, the line, and marks below what it is about. */
function manifestProblem(file, { key, problem, place }) {
    const what = key === '' ? problem : `${key}: ${problem}`;
    if (place === undefined)
        return `${file}: ${what}`;
    const { line, column, text: source, length } = place;
    const gutter = String(line).length;
    const marks = '^'.repeat(Math.max(1, Math.min(length, source.length - column + 1)));
    return [
        `${file}:${line}:${column}: ${what}`,
        `  ${line} | ${source}`,
        `  ${' '.repeat(gutter)} | ${source.slice(0, column - 1).replace(/[^\t]/g, ' ')}${marks}`,
    ].join('\n');
}
function unreachable(reason) {
    switch (reason.kind) {
        case 'refused':
            return 'connection refused';
        case 'timed_out':
            return `no answer within ${Math.round(reason.afterMs / 1000)} s`;
        case 'unresolved':
            return 'its name does not resolve';
        case 'other':
            return reason.detail;
    }
}
function suggestion(name, known, what) {
    const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, known);
    const list = known.length === 0 ? `There are no ${what}.` : `Known ${what}: ${known.join(', ')}.`;
    return near === undefined ? list : `Did you mean \`${near}\`? ${list}`;
}
function count(n, noun) {
    return `${n} ${noun}${n === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 30631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qd: () => (/* binding */ categoryOf),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   nj: () => (/* binding */ failureUnder),
/* harmony export */   pO: () => (/* binding */ FailureError),
/* harmony export */   tK: () => (/* binding */ cancelledBy)
/* harmony export */ });
function categoryOf(failure) {
    switch (failure.kind) {
        case 'command_failed':
        case 'staged_output_failed':
            return 'test_failure';
        case 'command_timed_out':
            return 'timeout';
        case 'cancelled':
            return 'cancelled';
        case 'usage':
        case 'inputs_invalid':
        case 'manifest_missing':
        case 'manifest_invalid':
        case 'target_unknown':
        case 'lane_unknown':
        case 'run_unknown':
        case 'no_runs':
        case 'report_unwritable':
        case 'backend_unavailable':
        case 'lane_unsupported':
        case 'matrix_too_large':
        case 'output_too_large':
        case 'fork_refused':
        case 'plan_unreadable':
        case 'not_a_repository':
        case 'ssh_key_unusable':
        case 'known_hosts_invalid':
        case 'host_key_unpinned':
        case 'host_key_changed':
        case 'host_login_refused':
        case 'runner_build_failed':
            return 'config';
        case 'git_failed':
        case 'host_unreachable':
        case 'connection_lost':
        case 'host_command_failed':
        case 'record_unwritable':
        case 'snapshot_failed':
        case 'boot_timed_out':
        case 'guest_ended':
        case 'result_untrusted':
        case 'unexpected':
            return 'infrastructure';
    }
}
/** Carries a {@link Failure} through `throw`; the only error class of ours. */
class FailureError extends Error {
    name = 'FailureError';
    failure;
    constructor(failure, options) {
        super(failure.kind, options);
        this.failure = failure;
    }
}
/** The failure an unknown thrown value stands for; anything not ours is `unexpected`. */
function failureOf(thrown) {
    if (thrown instanceof FailureError)
        return thrown.failure;
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return { kind: 'unexpected', detail };
}
/** The failure of work under a signal: whatever broke while it was aborted broke because of it. */
function failureUnder(signal, thrown) {
    return failureOf(signal.aborted ? signal.reason : thrown);
}
/** What a signal is aborted with, so that its reason is a failure like any other. */
function cancelledBy(by) {
    return new FailureError({ kind: 'cancelled', by });
}


/***/ }),

/***/ 5059:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * The candidate closest to `name` by edit distance, or nothing when none is close enough to be
 * what the author meant (more than a third of the name differs). A name that only one candidate
 * begins with stands for that one.
 */
function nearest(name, candidates) {
    const longer = candidates.filter((candidate) => candidate.startsWith(name));
    if (name.length >= 3 && longer.length === 1)
        return longer[0];
    let best;
    for (const candidate of candidates) {
        const distance = editDistance(name, candidate);
        if (best === undefined || distance < best.distance)
            best = { candidate, distance };
    }
    const limit = Math.max(1, Math.floor(name.length / 3));
    return best !== undefined && best.distance <= limit ? best.candidate : undefined;
}
/** Levenshtein distance in UTF-16 units. */
function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
            const deletion = (previous[column] ?? 0) + 1;
            const insertion = (current[column - 1] ?? 0) + 1;
            current.push(Math.min(substitution, deletion, insertion));
        }
        previous = current;
    }
    return previous[b.length] ?? 0;
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

/***/ 55202:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OE: () => (/* binding */ cappedPaths),
/* harmony export */   dM: () => (/* binding */ groupings),
/* harmony export */   xs: () => (/* binding */ matrixLegs),
/* harmony export */   yr: () => (/* binding */ checkOutput)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

/** https://docs.github.com/actions/reference/limits */
const legLimit = 256;
const outputLimitBytes = 1024 * 1024;
const groupings = ['lane', 'target'];
/**
 * The legs of a plan: one a lane, or one a target whose lanes run inside it, with time for all of
 * them one after the other.
 * @throws FailureError `matrix_too_large`
 */
function matrixLegs(plan, grouping) {
    const legs = grouping === 'lane' ? plan.include : byTarget(plan.include);
    if (legs.length > legLimit) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({
            kind: 'matrix_too_large',
            legs: legs.length,
            limit: legLimit,
            grouping,
        });
    }
    return legs;
}
/**
 * Checks that an output is one that GitHub takes; it counts UTF-16.
 * @throws FailureError `output_too_large`
 */
function checkOutput(name, value) {
    const bytes = value.length * 2;
    if (bytes <= outputLimitBytes)
        return value;
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({
        kind: 'output_too_large',
        output: name,
        bytes,
        limit: outputLimitBytes,
    });
}
/** Changed paths as an output: cut at whole paths, because nobody's plan may fail of their number. */
function cappedPaths(paths) {
    const kept = [];
    let length = 2;
    for (const path of paths) {
        length += JSON.stringify(path).length + 1;
        if (length * 2 > outputLimitBytes / 2)
            break;
        kept.push(path);
    }
    return JSON.stringify(kept);
}
function byTarget(legs) {
    const targets = new Map();
    for (const leg of legs) {
        const group = targets.get(leg.target);
        if (group === undefined) {
            const [title = leg.title] = leg.title.split(' / ');
            targets.set(leg.target, { ...leg, id: leg.target, title });
        }
        else {
            group.timeout_minutes += leg.timeout_minutes;
            if (group.runner !== leg.runner)
                group.runner = 'mixed';
        }
    }
    return [...targets.values()];
}


/***/ }),

/***/ 52935:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ guardLine)
/* harmony export */ });
/**
 * Makes a text harmless on a step's stdout. The runner reads commands there: `::name::` at the start
 * of a line, leading white space aside, and `##[name]` anywhere in one; lines end at LF, CR and CR LF.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 *
 * A zero-width space breaks either form and shows as nothing. The runner compares by the rules of a
 * language, for which it is nothing, too, and yet takes what it finds by position: with one character
 * more than it reckons with, what it takes for the name begins with a mark, and no command's does.
 * White space is what .NET takes for it, which other than JavaScript counts U+0085.
 */
function guardLine(line) {
    return line
        .replace(/(^|[\r\n])([\s\u0085]*)::/gu, `$1$2${zeroWidthSpace}::`)
        .replaceAll('##[', `#${zeroWidthSpace}#[`);
}
const zeroWidthSpace = '\u200b';


/***/ }),

/***/ 7826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ writeFileAtomically),
/* harmony export */   t: () => (/* binding */ writeJsonAtomically)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Replaces a file as a whole: a reader sees the old content or the new one, and so does whoever
 * comes after a crash. Synchronous, so that records keep the order of events.
 */
function writeFileAtomically(path, content) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    const temporary = `${path}.${process.pid}.new`;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(temporary, 'w', 0o644);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, content);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, path);
}
function writeJsonAtomically(path, value) {
    writeFileAtomically(path, `${JSON.stringify(value, undefined, 2)}\n`);
}


/***/ }),

/***/ 47619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readLeg),
/* harmony export */   T: () => (/* binding */ writeLegRecord)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26921);
/* harmony import */ var _atomic_write_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7826);
/* harmony import */ var _run_dir_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38006);





/** @param folder of the leg's run, or one for leg.json alone where there is no run */
function writeLegRecord(folder, leg) {
    (0,_atomic_write_js__WEBPACK_IMPORTED_MODULE_2__/* .writeJsonAtomically */ .t)((0,_run_dir_js__WEBPACK_IMPORTED_MODULE_3__/* .runDirAt */ .Ah)(folder).legJson, leg);
}
const legSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    schema_version: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    target: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    lane: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    attempt: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(),
    job_url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    failure: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        kind: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['test_failure', 'timeout', 'infrastructure', 'cancelled', 'config']),
        message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    })
        .nullable(),
});
/** Of run.json what a verdict rests on; the rest is for showing. */
const runSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
    run_id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['running', 'passed', 'failed', 'skipped']),
    jobs: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
        id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
        status: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['pending', 'running', 'passed', 'failed', 'skipped']),
        exit_code: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
    })),
});
/**
 * What a leg left in a folder.
 * @throws where it cannot be read as that
 */
async function readLeg(folder) {
    const { legJson, runJson } = (0,_run_dir_js__WEBPACK_IMPORTED_MODULE_3__/* .runDirAt */ .Ah)(folder);
    const leg = legSchema.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(legJson, 'utf8')));
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(runJson))
        return { leg, run: undefined, folder };
    const run = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(runJson, 'utf8'));
    runSchema.parse(run);
    return { leg, run: run, folder };
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

/***/ 78540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ legsResults),
/* harmony export */   i: () => (/* binding */ overallOutcome)
/* harmony export */ });
/** `needs.<job>.result` of the legs; `untold` where the workflow does not hand it on. */
const legsResults = ['untold', 'success', 'failure', 'cancelled', 'skipped'];
/**
 * The verdict over all lanes. A lane has passed only where its leg recorded so: what is planned and
 * left nothing is missing, which is a failure. A lane that ran in several attempts counts as in the
 * last one.
 */
function overallOutcome(evidence) {
    const { plan, legsResult } = evidence;
    const lanes = plan.include.flatMap((planned) => lanesOf(planned, evidence));
    const state = overallState(lanes, legsResult);
    // For example a step of the workflow's own after ours, or a rerun that never came to its lane.
    const unexplained = state === 'failed' && lanes.every((it) => !isRed(it));
    const note = `no lane failed, yet the legs ended with \`${legsResult}\`: see their jobs`;
    return {
        state,
        lanes,
        skipped: plan.skipped,
        notes: unexplained ? [note] : [],
    };
}
function overallState(lanes, legsResult) {
    const some = (wanted) => lanes.some(({ state }) => state === wanted);
    if (lanes.length === 0)
        return 'skipped';
    // Whoever cancelled the run knows why, whatever failed before.
    if (legsResult === 'cancelled')
        return 'cancelled';
    if (lanes.some(isRed))
        return 'failed';
    if (some('cancelled'))
        return 'cancelled';
    return legsResult === 'failure' || legsResult === 'skipped' ? 'failed' : 'success';
}
function isRed({ state }) {
    return state === 'failed' || state === 'missing';
}
/** One planned lane; the lanes of a run, where the target is planned as a whole. */
function lanesOf(planned, evidence) {
    const leg = latestLeg(planned, evidence);
    const job = jobOf(planned, evidence.jobs);
    const link = leg?.leg.job_url ?? job?.url;
    const lane = (state, message) => ({
        target: planned.target,
        id: planned.id,
        title: planned.title,
        state,
        message,
        link,
        report: undefined,
    });
    if (leg === undefined)
        return [withoutRecord(job, evidence, lane)];
    const { run, folder, leg: record } = leg;
    if (run === undefined)
        return [withoutRun(record, lane)];
    if (run.status === 'skipped')
        return [lane('skipped', run.message ?? undefined)];
    const jobs = run.jobs.filter(({ id }) => id === planned.id);
    const all = jobs.length === 0 && planned.id === planned.target ? run.jobs : jobs;
    if (all.length === 0)
        return [notBegun(run, evidence, lane)];
    return all.map((it) => ({
        ...lane(...reported(it, evidence.legsResult)),
        id: it.id,
        title: all.length === 1 ? planned.title : `${planned.title} / ${it.id}`,
        report: { run, job: it, folder },
    }));
}
/** The last attempt's; not one of before the plan was made, which is another plan's leg. */
function latestLeg({ id, target }, { legs, plan }) {
    return legs
        .filter(({ leg }) => leg.target === target && (leg.lane ?? id) === id && leg.attempt >= plan.attempt)
        .sort((a, b) => b.leg.attempt - a.leg.attempt)[0];
}
/** GitHub names a job of a reusable workflow behind the one that calls it: `ci / title`. */
function jobOf({ title }, jobs) {
    const [group = title] = title.split(' / ');
    const named = (name) => jobs.find((job) => job.name === name || job.name.endsWith(` / ${name}`));
    return named(title) ?? named(group);
}
function withoutRecord(job, { records, legsResult }, lane) {
    const conclusion = job?.conclusion ?? undefined;
    if (conclusion === 'cancelled' || (conclusion === undefined && legsResult === 'cancelled')) {
        return lane('cancelled', 'cancelled before it left a record');
    }
    if (records === 'unavailable' && conclusion === 'success')
        return lane('success');
    if (records === 'unavailable' && conclusion !== undefined) {
        return lane('failed', `its job ended with ${conclusion}`);
    }
    if (conclusion !== undefined) {
        return lane('missing', `its job ended with ${conclusion} and left no record`);
    }
    return lane('missing', legsResult === 'skipped' ? 'its leg was skipped' : 'its leg left no record');
}
function withoutRun({ failure }, lane) {
    if (failure === null)
        return lane('missing', 'its leg ended before the lane began');
    return lane(failure.kind === 'cancelled' ? 'cancelled' : 'failed', failure.message);
}
function notBegun({ status }, { legsResult }, lane) {
    if (legsResult === 'cancelled')
        return lane('cancelled', 'cancelled before it began');
    return lane('missing', status === 'running' ? 'its leg was ended before it began' : 'its leg ran without it');
}
/** Passed is only what says so and ended with 0. */
function reported(job, legsResult) {
    const message = job.message ?? undefined;
    switch (job.status) {
        case 'passed':
            return job.exit_code === 0
                ? ['success', undefined]
                : ['failed', 'it passed without an exit code of 0'];
        case 'failed':
            return [job.failure_kind === 'cancelled' ? 'cancelled' : 'failed', message];
        case 'skipped':
            return ['skipped', message];
        case 'pending':
        case 'running':
            return legsResult === 'cancelled'
                ? ['cancelled', 'cancelled while it ran']
                : ['failed', 'its leg was ended before the lane was'];
    }
}


/***/ })

};
;