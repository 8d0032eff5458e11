"use strict";
exports.id = 743;
exports.ids = [743];
exports.modules = {

/***/ 7743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/model/describe-failure.js
var describe_failure = __webpack_require__(34711);
// EXTERNAL MODULE: ./build/model/failure.js
var model_failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/core/exit-status.js
var exit_status = __webpack_require__(72862);
// EXTERNAL MODULE: ./build/report/guard.js
var guard = __webpack_require__(52935);
;// CONCATENATED MODULE: ./build/action/annotate-manifest.js


/** Each problem on its line; what came by an input has no file to show it in. */
function annotateManifest(sources) {
    for (const { what, file, problems } of sources) {
        for (const { key, problem, place } of problems) {
            const isFile = what === 'manifest';
            const where = isFile || place === undefined ? '' : `, line ${place.line}`;
            const about = key === '' ? problem : `${key}: ${problem}`;
            const message = isFile ? about : `${file}${where}: ${about}`;
            (0,core/* error */.z3)((0,guard/* guardLine */.Q)(message), {
                title: isFile ? 'manifest' : 'host settings',
                ...(isFile && { file: (0,guard/* guardLine */.Q)(file) }),
                ...(isFile && place !== undefined && { startLine: place.line, startColumn: place.column }),
            });
        }
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/github/artifact-service.js
/** Whether the runner offers artifacts to this step. GitHub Enterprise Server has none of this kind. */
function artifactService(workflowRun, variables) {
    const hostname = new URL(workflowRun.serverUrl).hostname.toLowerCase();
    const isServed = hostname === 'github.com' || /\.(ghe\.com|localhost)$/.test(hostname);
    if (!isServed) {
        return { kind: 'unavailable', why: `${hostname} is a GitHub Enterprise Server` };
    }
    const missing = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN'].find((it) => !variables[it]);
    if (missing !== undefined) {
        return { kind: 'unavailable', why: `the runner gives this step no ${missing}` };
    }
    return { kind: 'served', workflowRun };
}

;// CONCATENATED MODULE: ./build/action/lane-context.js
/**
 * What lanes are told of the workflow run, by name and nothing else: neither tokens nor what leads to
 * them, nor files and folders of the runner, which mean nothing where a lane runs.
 */
const handedOn = [
    ...['GITHUB_ACTIONS', 'GITHUB_SERVER_URL', 'GITHUB_API_URL', 'GITHUB_REPOSITORY'],
    ...['GITHUB_REPOSITORY_OWNER', 'GITHUB_SHA', 'GITHUB_REF', 'GITHUB_REF_NAME', 'GITHUB_REF_TYPE'],
    ...['GITHUB_HEAD_REF', 'GITHUB_BASE_REF', 'GITHUB_EVENT_NAME', 'GITHUB_ACTOR'],
    ...['GITHUB_WORKFLOW', 'GITHUB_JOB', 'GITHUB_RUN_ID', 'GITHUB_RUN_NUMBER', 'GITHUB_RUN_ATTEMPT'],
];
/** Variables for lanes; what is not known is absent. */
function laneContext(variables, { pullRequest, baseSha, headSha }) {
    const known = {
        ...Object.fromEntries(handedOn.map((name) => [name, variables[name]])),
        PIKACI_PULL_REQUEST: pullRequest?.toString(),
        PIKACI_BASE_SHA: baseSha,
        PIKACI_HEAD_SHA: headSha,
    };
    return Object.fromEntries(Object.entries(known).filter((entry) => entry[1] !== undefined && entry[1] !== ''));
}

// EXTERNAL MODULE: ./build/github/workflow-run.js
var workflow_run = __webpack_require__(26810);
;// CONCATENATED MODULE: ./build/action/github-context.js





function readGithubContext(variables) {
    const eventName = variables['GITHUB_EVENT_NAME'] ?? '';
    const event = readEvent(variables['GITHUB_EVENT_PATH']);
    const repository = variables['GITHUB_REPOSITORY'] ?? '';
    const workflowRun = (0,workflow_run/* readWorkflowRunRef */.E)(variables);
    const sha = variables['GITHUB_SHA'] ?? '';
    const change = changeOf(eventName, event);
    const headSha = change.head ?? sha;
    const pullRequest = event.pull_request?.number;
    return {
        eventName,
        sha,
        headSha,
        codeOf: originOf(eventName, event, repository),
        handsOutSecrets: !withoutSecrets.includes(eventName),
        workspace: variables['GITHUB_WORKSPACE'] ?? process.cwd(),
        repository,
        runId: variables['GITHUB_RUN_ID'] ?? '',
        workflowRun,
        artifacts: artifactService(workflowRun, variables),
        runUrl: (0,workflow_run/* runUrl */.V)(workflowRun),
        temp: variables['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(),
        workflow: variables['GITHUB_WORKFLOW'] ?? '',
        runnerName: variables['RUNNER_NAME'] ?? '',
        pullRequest,
        runNumber: variables['GITHUB_RUN_NUMBER'] ?? '',
        change,
        forLanes: laneContext(variables, { pullRequest, baseSha: change.base, headSha }),
        defaultTarget: eventName === 'schedule' ? 'nightly' : 'branch',
    };
}
function readEvent(path) {
    if (path === undefined || path === '')
        return {};
    return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
}
/** Under these, GitHub keeps secrets from forks: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows */
const withoutSecrets = [
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment',
];
/**
 * Caused by people who may write to the repository, about its own branches. Whoever sends a
 * dispatch has said what is to run. Of all others, those that are not known included, anybody may be
 * the cause, and a workflow may check out anything.
 */
const ownEvents = [
    '',
    'branch_protection_rule',
    'create',
    'delete',
    'deployment',
    'merge_group',
    'push',
    'registry_package',
    'release',
    'repository_dispatch',
    'schedule',
    'workflow_dispatch',
];
function originOf(eventName, event, repository) {
    switch (eventName) {
        case 'pull_request':
        case 'pull_request_target':
        case 'pull_request_review':
        case 'pull_request_review_comment':
            return ownOrFork(event.pull_request?.head?.repo?.full_name, repository);
        case 'workflow_run':
            return ownOrFork(event.workflow_run?.head_repository?.full_name, repository);
        default:
            return ownEvents.includes(eventName) ? { kind: 'own' } : { kind: 'unknown' };
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
;// CONCATENATED MODULE: ./build/outcome/evidence.js
/** `needs.<job>.result` of the legs; `untold` where the workflow does not hand it on. */
const legsResults = ['untold', 'success', 'failure', 'cancelled', 'skipped'];

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
        .regex(/^[^\n\r]+$/, '`run` takes the id of one target or lane')
        .refine((value) => !['branch', 'nightly', 'manual', 'all'].includes(value), '`run` takes one target; `plan` makes a matrix of several'),
    lane: optional,
    backend: optional.pipe(schemas/* enum */.k5n(target/* backendChoices */.Dx).optional()),
    sshKey: schemas/* string */.YjP(),
    sshKeyPassphrase: schemas/* string */.YjP(),
    sshAgent: flag,
    sshKnownHosts: schemas/* string */.YjP(),
    sshProxyJump: schemas/* string */.YjP(),
    registryAuth: schemas/* string */.YjP(),
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
    jobId: optional,
    legsResult: schemas/* union */.KCZ([schemas/* literal */.euz('').transform(() => 'untold'), schemas/* enum */.k5n(legsResults)], {
        error: 'can be success, failure, cancelled or skipped: `needs.<job of the legs>.result`',
    }),
    token: schemas/* string */.YjP(),
    status: flag,
    comment: flag,
    check: flag,
});
/** What the user calls each value; the schema's key where they are the same. */
const inputNames = new Map(Object.entries({
    targets: 'target',
    groupBy: 'group-by',
    stateRoot: 'state-root',
    sshKey: 'ssh-key',
    sshKeyPassphrase: 'ssh-key-passphrase',
    sshAgent: 'ssh-agent',
    sshKnownHosts: 'ssh-known-hosts',
    sshProxyJump: 'ssh-proxy-jump',
    registryAuth: 'registry-auth',
    allowForkCode: 'allow-fork-code-on-owned-hosts',
    legsResult: 'legs-result',
    jobId: 'job-id',
    keepMinutes: 'keep-guest-on-failure-minutes',
}));
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
        return { input: inputNames.get(key) ?? key, problem: message };
    });
    throw new model_failure/* FailureError */.pO({ cause: 'inputs_invalid', problems });
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
        registryAuth: (0,core/* getInput */.V4)('registry-auth'),
    };
}
function modeProblem(mode) {
    return mode === ''
        ? 'is missing; give `plan`, `run` or `report`'
        : `is \`${mode}\`; it can be plan, run or report`;
}

// EXTERNAL MODULE: ./build/guest/remove.js
var remove = __webpack_require__(75722);
// EXTERNAL MODULE: ./build/host/open.js + 2 modules
var host_open = __webpack_require__(18392);
// EXTERNAL MODULE: ./build/action/input-credentials.js
var input_credentials = __webpack_require__(20453);
// EXTERNAL MODULE: ./build/action/leave-leg.js
var leave_leg = __webpack_require__(74872);
// EXTERNAL MODULE: ./build/action/saved-state.js
var saved_state = __webpack_require__(19397);
;// CONCATENATED MODULE: ./build/action/post-step.js










/** Well inside what the runner grants post steps after a cancellation: five minutes in all. */
const removalTimeoutMs = 60_000;
/**
 * Removes whatever guests the main step may have left, and leaves its records. Needs no manifest; finding nothing is
 * success, and no trouble here fails a job that passed: the leases end what we cannot reach.
 */
async function postStep() {
    const hosts = Map.groupBy(readGuests(), ({ host }) => JSON.stringify(host));
    const removals = [...hosts.values()].map(removeFromOne);
    await Promise.all([...removals, leaveRemainingLeg()]);
    return 0;
}
/** What a main step that was cancelled or killed could not leave for the report itself. */
async function leaveRemainingLeg() {
    try {
        const saved = (0,saved_state/* readSavedLeg */.a4)();
        if (saved !== undefined)
            await (0,leave_leg/* leaveLeg */.ob)(saved, readGithubContext(process.env));
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
/** Guests of one host, each on its own: one that has to stay holds no other up. */
async function removeFromOne(guests) {
    const [{ host: saved }] = guests;
    const signal = AbortSignal.timeout(removalTimeoutMs);
    const opening = openSaved(saved, signal);
    await Promise.all(guests.map(async ({ name }) => {
        try {
            await (0,remove/* removeGuest */.B)(await opening, name, signal);
            (0,core/* info */.pq)(`guest ${name} on ${saved.name} is removed`);
        }
        catch (error) {
            const { headline } = (0,describe_failure/* describeFailure */.I)((0,model_failure/* failureOf */.g5)(error));
            (0,core/* warning */.$e)(`guest ${name} on ${saved.name} is left to its lease: ${headline}`);
        }
    }));
    const host = await opening.catch(() => undefined);
    await host?.[Symbol.asyncDispose]();
}
async function openSaved(saved, signal) {
    const credentials = (0,input_credentials/* inputCredentials */.p)(readCredentialInputs(), process.env['SSH_AUTH_SOCK']);
    return (0,host_open/* openHost */.Z)(saved, credentials, { signal });
}

// EXTERNAL MODULE: ./build/action/step-environment.js
var step_environment = __webpack_require__(4990);
;// CONCATENATED MODULE: ./build/action/action.js











/** The action's door: main or post step, as the runner starts the bundle. */
async function action() {
    if ((0,saved_state/* isPostStep */.pq)())
        return postStep();
    try {
        step_environment/* StepEnvironment */.K.restore(process.env);
        (0,saved_state/* markMainStep */.BV)();
        const context = readGithubContext(process.env);
        const inputs = readInputs();
        if (inputs.mode === 'plan') {
            const { planStep } = await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(605), __webpack_require__.e(16), __webpack_require__.e(428), __webpack_require__.e(25), __webpack_require__.e(951)]).then(__webpack_require__.bind(__webpack_require__, 36951));
            return await planStep(inputs, context);
        }
        if (inputs.mode === 'report') {
            const { reportStep } = await Promise.all(/* import() */[__webpack_require__.e(787), __webpack_require__.e(556), __webpack_require__.e(233)]).then(__webpack_require__.bind(__webpack_require__, 35233));
            return await reportStep(inputs, context);
        }
        const { runStep } = await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(605), __webpack_require__.e(118), __webpack_require__.e(16), __webpack_require__.e(428), __webpack_require__.e(25), __webpack_require__.e(31), __webpack_require__.e(787), __webpack_require__.e(43)]).then(__webpack_require__.bind(__webpack_require__, 73043));
        return await runStep(inputs, context);
    }
    catch (thrown) {
        const failure = (0,model_failure/* failureOf */.g5)(thrown);
        if (failure.cause === 'manifest_invalid')
            annotateManifest(failure.sources);
        else
            (0,core/* error */.z3)((0,describe_failure/* describeFailure */.I)(failure).headline);
        for (const line of (0,describe_failure/* failureLines */.w)(failure))
            process.stdout.write(`${(0,guard/* guardLine */.Q)(line)}\n`);
        return (0,exit_status/* exitOfFailure */.oW)(failure);
    }
}


/***/ }),

/***/ 20453:
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
    return {
        proof: (host) => {
            if (!inputs.sshAgent) {
                const { sshKey: privateKey, sshKeyPassphrase: passphrase } = inputs;
                return Promise.resolve({ kind: 'key', privateKey, passphrase });
            }
            if (agentSocket !== undefined) {
                return Promise.resolve({ kind: 'agent', socket: agentSocket });
            }
            const detail = 'input ssh-agent is true, and SSH_AUTH_SOCK names no agent';
            throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ cause: 'ssh_key_unusable', host: host.name, detail });
        },
        knownHosts: () => Promise.resolve((0,_host_known_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKnownHosts */ .uJ)('input ssh-known-hosts', inputs.sshKnownHosts)),
        proxyJump: (0,_model_address_js__WEBPACK_IMPORTED_MODULE_2__/* .parseProxyJump */ .uo)(inputs.sshProxyJump),
    };
}


/***/ }),

/***/ 74872:
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33838);
/* harmony import */ var _model_describe_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34711);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30631);
/* harmony import */ var _github_refusal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26191);
/* harmony import */ var _store_run_dir_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38006);
/* harmony import */ var _store_leg_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88473);
/* harmony import */ var _saved_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19397);









/** What this leg says of itself to the report. */
function describeLeg({ target, jobId }, scope, { workflowRun, runUrl }) {
    return {
        schema_version: 1,
        target,
        lane: scope.kind === 'lane' ? scope.lane : null,
        attempt: workflowRun.runAttempt,
        job_url: jobId === undefined ? null : `${runUrl}/job/${jobId}`,
        failure: null,
    };
}
/** Tells the post step where the run's files are, so that it can leave them if we never come to it. */
function rememberLeg(leg, stateRoot) {
    return (event) => {
        if (event.event !== 'run_started')
            return;
        const { path } = (0,_store_run_dir_js__WEBPACK_IMPORTED_MODULE_5__/* .runDir */ .ff)(stateRoot, event.run_id);
        (0,_store_leg_record_js__WEBPACK_IMPORTED_MODULE_6__/* .writeLegRecord */ .TN)(path, leg);
        (0,_saved_state_js__WEBPACK_IMPORTED_MODULE_7__/* .saveLeg */ .WI)({ folder: path, leg });
    };
}
/** Leaves word of a leg that failed before there was a run. */
async function leaveFailedLeg(leg, failure, context) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.temp, 'pikaci-leg-'));
    const { headline } = (0,_model_describe_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .describeFailure */ .I)(failure);
    const record = { ...leg, failure: { kind: (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .categoryOf */ .Qd)(failure), message: headline } };
    (0,_store_leg_record_js__WEBPACK_IMPORTED_MODULE_6__/* .writeLegRecord */ .TN)(folder, record);
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
    (0,_saved_state_js__WEBPACK_IMPORTED_MODULE_7__/* .forgetLeg */ .QD)();
    const { legArtifactName } = await __webpack_require__.e(/* import() */ 453).then(__webpack_require__.bind(__webpack_require__, 83453));
    const { uploadFolder } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.bind(__webpack_require__, 69752));
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);


const key = 'guests';
const endpoint = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ user: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(), hostname: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() })
    .transform((it) => ({ ...it, user: it.user }));
const savedGuests = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    // Lanes on this machine may write where the runner keeps this; a name becomes part of a path.
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^pikaci-[a-z0-9-]{1,56}$/),
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

/***/ 4990:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ StepEnvironment)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);




/**
 * The environment that a process was started with can be read by every process of its user for as
 * long as it lives (/proc/PID/environ, `ps -E`), whatever it deletes from its own view of it. The
 * runner puts keys and tokens there. So before a lane starts on this very machine, the step starts
 * itself anew in the same process, with none of that, and takes the rest out of an open file that
 * has no name.
 */
const handedOver = 'PIKACI_HANDED_OVER';
/** What may stay in sight; whatever else a workflow sets may be a secret. */
const harmless = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|SSL_CERT_.*|NODE_(?:OPTIONS|PATH|EXTRA_CA_CERTS|USE_ENV_PROXY|NO_WARNINGS|V8_COVERAGE)|LD_LIBRARY_PATH|XDG_.*|CI|(GITHUB|RUNNER)_(?!.*(?:TOKEN|KEY|PAT$|PASS|SECRET|CREDENTIAL)).*|INPUT_(?!SSH-KEY$|SSH-KEY-PASSPHRASE$|TOKEN$).*)$/;
/** What children of ours get all the same: no child of ours needs more. */
const forChildren = /^(NIX_(?!CONFIG$).*|GIT_.*)$/;
class StepEnvironment {
    #variables;
    #withheld = new Map();
    /** @param variables of this process; where they were handed over, they are completed here */
    constructor(variables) {
        this.#variables = variables;
    }
    /** Completes the variables of a step that has started itself anew. */
    static restore(variables) {
        if (variables[handedOver] !== 'yes')
            return;
        Reflect.deleteProperty(variables, handedOver);
        Object.assign(variables, JSON.parse(takeInput()));
        variables[handedOver] = 'taken';
    }
    /**
     * Takes what may be secret out of reach of lanes on this machine. Starts this process anew where
     * that is needed, and then never returns: nothing may be under way that would be lost.
     */
    withhold() {
        const secret = Object.entries(this.#variables).filter((entry) => entry[0] !== handedOver &&
            entry[1] !== undefined &&
            entry[1] !== '' &&
            !harmless.test(entry[0]));
        if (secret.length === 0)
            return;
        if (this.#variables[handedOver] !== 'taken')
            this.#startAnew(secret);
        for (const [name, value] of secret) {
            if (forChildren.test(name))
                continue;
            this.#withheld.set(name, value);
            Reflect.deleteProperty(this.#variables, name);
        }
    }
    /** Does work that needs all of it, in this process alone. */
    async whole(work) {
        Object.assign(this.#variables, Object.fromEntries(this.#withheld));
        try {
            return await work();
        }
        finally {
            for (const name of this.#withheld.keys())
                Reflect.deleteProperty(this.#variables, name);
        }
    }
    #startAnew(secret) {
        const names = new Set(secret.map(([name]) => name));
        const rest = Object.entries(this.#variables).filter(([name]) => !names.has(name));
        leaveInput(JSON.stringify(Object.fromEntries(secret)));
        const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
        const environment = { ...Object.fromEntries(rest), [handedOver]: 'yes' };
        process.execve?.(process.execPath, args, environment);
        throw new TypeError('this Node.js cannot start itself anew');
    }
}
/**
 * Of all that is open only the standard streams are handed on to the next program, and a file that
 * is opened gets the lowest number there is.
 */
function leaveInput(text) {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)('/dev/shm') ? '/dev/shm' : (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, `pikaci-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex')}`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(0);
    const input = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(file, 'wx+', 0o600);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(file);
    if (input !== 0)
        throw new TypeError(`the input was opened as ${input}`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(input, text);
}
function takeInput() {
    const bytes = Buffer.alloc((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(0).size);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(0, bytes, 0, bytes.length, 0);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.ftruncateSync)(0);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(0);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)('/dev/null', 'r');
    return bytes.toString();
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

/***/ 26810:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readWorkflowRunRef),
/* harmony export */   V: () => (/* binding */ runUrl)
/* harmony export */ });
/**
 * Reads what the runner says; GitHub's own addresses where it says nothing. On GitHub Enterprise
 * Server and under data residency (`*.ghe.com`) all three addresses are others.
 */
function readWorkflowRunRef(variables) {
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

/***/ 75722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ removeGuest)
/* harmony export */ });
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10432);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94140);


/** Removes a guest and all it made on its host. A guest that is not there is removed already. */
async function removeGuest(host, name, signal) {
    await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .capture */ .Fg)(host, {
        script: (0,_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .removalScript */ .qW)(),
        args: [host.spec.workDir, name],
        purpose: `remove the guest ${name}`,
    }, signal ? { signal } : {});
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

/***/ 38988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ laneWord),
/* harmony export */   X0: () => (/* binding */ scopeOfInputs),
/* harmony export */   sc: () => (/* binding */ scopeOfWord)
/* harmony export */ });
/** As a matrix says it, and the input `lane`: empty for all lanes. */
function laneWord(scope) {
    return scope.kind === 'lane' ? scope.lane : '';
}
/** What a matrix says with {@link laneWord}. */
function scopeOfWord(word) {
    return word === '' ? { kind: 'target' } : { kind: 'lane', lane: word };
}
/**
 * What the inputs `target` and `lane` mean. Workflows that were written before the matrix had a key
 * `lane` hand its `id` on, which is the target's own where a leg runs all of its lanes. It is so
 * understood where it can mean nothing else: a lane of that name among others is the lane, since a
 * leg that runs too little is missed by the report, and one that runs too much speaks for others.
 * @param lanes ids of the target's, where they are known
 */
function scopeOfInputs(target, lane, lanes = []) {
    if (lane === undefined)
        return { kind: 'target' };
    const isOneOfSeveral = lanes.length > 1 && lanes.includes(lane);
    return lane !== target || isOneOfSeveral ? { kind: 'lane', lane } : { kind: 'target' };
}


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
/* harmony import */ var _model_leg_scope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38988);


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
            cause: 'matrix_too_large',
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
        cause: 'output_too_large',
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
            const lane = (0,_model_leg_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .laneWord */ .Jz)({ kind: 'target' });
            targets.set(leg.target, { ...leg, id: leg.target, lane, title: leg.group });
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
/* harmony import */ var _make_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38716);



/**
 * Replaces a file as a whole: a reader sees the old content or the new one, and so does whoever
 * comes after a crash. Where it fails the old content stays, and nothing beside it. Synchronous, so
 * that records keep the order of events.
 */
function writeFileAtomically(path, content) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    (0,_make_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .makeFolder */ .f)(folder);
    const temporary = `${path}.${process.pid}.new`;
    try {
        writeWhole(temporary, Buffer.from(content));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(temporary, { force: true });
        throw error;
    }
    syncFolder(folder);
}
function writeJsonAtomically(path, value) {
    writeFileAtomically(path, `${JSON.stringify(value, undefined, 2)}\n`);
}
function writeWhole(path, content) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'w', 0o644);
    try {
        // A disk that is nearly full, or a quota, takes a part; only the next write says why.
        for (let written = 0; written < content.length;) {
            written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, content, written);
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
/** The new name, too, has to outlive a crash. */
function syncFolder(path) {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(folder);
    }
    catch (error) {
        // Some file systems, and those of other machines, do not sync folders.
        const { code } = error;
        if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'EPERM')
            throw error;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(folder);
    }
}


/***/ }),

/***/ 88473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NT: () => (/* binding */ readLeg),
  fb: () => (/* binding */ reportedBytes),
  TN: () => (/* binding */ writeLegRecord)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/store/atomic-write.js
var atomic_write = __webpack_require__(7826);
// EXTERNAL MODULE: ./build/store/written-record.js
var written_record = __webpack_require__(39726);
;// CONCATENATED MODULE: ./build/store/reported-record.js


// What a report believes of run.json. Whoever holds the token of any job of the workflow run can
// have written it: what decides is taken as it must be or refused, what is for showing is cut.
/** Longer than any that we write, short enough for a table of hundreds of lanes. */
const shownCharacters = 2_000;
/** For people, in one line. */
const shownText = schemas/* string */.YjP().transform((text) => text.slice(0, shownCharacters).toWellFormed());
const firstMoment = Date.UTC(2020, 0);
/** Clocks differ, by less than a day where TLS still works. */
const clockDifferenceMs = 24 * 60 * 60 * 1000;
const moment = schemas/* string */.YjP()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/)
    .refine((text) => {
    const ms = Date.parse(text);
    return ms >= firstMoment && ms <= Date.now() + clockDifferenceMs;
}, 'is no time that it can have been');
const ms = schemas/* number */.aig().min(0).max(Number.MAX_SAFE_INTEGER);
/** Lanes of the original's manifest may be called anything. */
const laneId = schemas/* string */.YjP().regex(/^\P{Cc}{1,200}$/u);
const category = schemas/* enum */.k5n(['test_failure', 'timeout', 'infrastructure', 'cancelled', 'config']);
const timeSpan = schemas/* object */.Ikc({ started_at: moment, finished_at: moment, duration_ms: ms });
const phase = timeSpan.extend({
    phase: schemas/* enum */.k5n([
        'prepare_directories',
        'stage_workspace_snapshot',
        'prepare_runtime',
        'launch_guest',
        'wait_for_completion',
        'collect_artifacts',
    ]),
});
const backend = schemas/* string */.YjP().regex(/^[a-z][a-z0-9_-]{0,40}$/);
const accelerator = schemas/* enum */.k5n(['kvm', 'tcg']).nullable();
const incusImage = schemas/* object */.Ikc({ project: shownText, alias: shownText, fingerprint: shownText });
const ociImage = schemas/* object */.Ikc({ reference: shownText, digest: shownText });
const reported_record_image = schemas/* union */.KCZ([incusImage, ociImage]).nullable();
const phases = schemas/* array */.YOg(phase).max(100);
const execution = schemas/* object */.Ikc({
    backend: backend.nullable(),
    accelerator,
    image: reported_record_image,
    phases,
});
const writtenJob = schemas/* object */.Ikc({
    id: laneId,
    description: shownText,
    status: schemas/* enum */.k5n(['pending', 'running', 'passed', 'failed', 'skipped']),
    executor: schemas/* enum */.k5n(['host_local', 'remote_linux_vm', 'tart_local']),
    plan_node_id: shownText,
    timeout_secs: schemas/* number */.aig().min(0).max(Number.MAX_SAFE_INTEGER),
    host_log_path: shownText,
    guest_log_path: shownText,
    started_at: moment.nullable(),
    finished_at: moment.nullable(),
    exit_code: schemas/* int */.Whr().nullable(),
    message: shownText.nullable(),
    pre_execution_prepare_duration_ms: ms.nullable(),
    remote_linux_vm_execution: schemas/* object */.Ikc({
        backend,
        accelerator,
        incus_image: incusImage.nullable(),
        oci_image: ociImage.nullable().default(null),
        phases,
    })
        .nullable(),
    failure_kind: category.nullable(),
    host: shownText,
    guest_name: shownText,
    // A command for people to paste is nobody's to forge.
    guest_kept: schemas/* unknown */.L5J().transform(() => null),
    contained: schemas/* boolean */.zMY().nullable(),
    attempts: schemas/* int */.Whr().min(0).max(1_000),
    waited_for_place: timeSpan.nullish(),
    execution: execution.optional(),
});
const job = writtenJob.transform(written_record/* readJob */.cd);
const timing = timeSpan.extend({
    node_id: schemas/* string */.YjP()
        .max(300)
        .regex(/^prepare-[A-Za-z0-9._-]+$/),
    // Rather shown than hidden, where a leg of an older version does not say.
    type: schemas/* enum */.k5n(['nix_build', 'remote_linux_vm_backend']).default('nix_build'),
});
/** As long as the change was; no report shows it. */
const leftAside = schemas/* unknown */.L5J().transform(() => []);
const reportedRun = schemas/* object */.Ikc({
    run_id: schemas/* string */.YjP().regex(/^\d{8}T\d{6}Z-[0-9a-f]{8}$/),
    status: schemas/* enum */.k5n(['running', 'passed', 'failed', 'skipped']),
    rerun_of: shownText.nullable(),
    target_id: shownText,
    target_description: shownText,
    source_root: shownText,
    snapshot_dir: shownText.nullable(),
    git_head: shownText.nullable(),
    git_dirty: schemas/* boolean */.zMY().nullable(),
    created_at: moment,
    finished_at: moment.nullable(),
    plan_path: shownText.nullable(),
    prepared_outputs_path: shownText.nullable(),
    prepared_output_consumer: shownText.nullable(),
    changed_files: leftAside,
    filters: leftAside,
    message: shownText.nullable(),
    failure_kind: category.nullable(),
    prepare_timings: schemas/* array */.YOg(timing).max(1_000),
    jobs: schemas/* array */.YOg(job)
        .max(1_000)
        .refine((jobs) => new Set(jobs.map(({ id }) => id)).size === jobs.length, 'has two records of one lane'),
});
const legFailure = schemas/* object */.Ikc({ kind: category, message: shownText });

// EXTERNAL MODULE: ./build/store/run-dir.js
var run_dir = __webpack_require__(38006);
;// CONCATENATED MODULE: ./build/store/leg-record.js





/** @param folder of the leg's run, or one for leg.json alone where there is no run */
function writeLegRecord(folder, leg) {
    (0,atomic_write/* writeJsonAtomically */.t)((0,run_dir/* runDirAt */.Ah)(folder).legJson, leg);
}
const anyLane = 'lane';
/** Names of a run's files that a report reads, relative to its folder. */
const reportedFiles = (() => {
    const { legJson, runJson, job } = (0,run_dir/* runDirAt */.Ah)('');
    const { problemsJson, hostLog, guestLog } = job(anyLane);
    const mebibytes = (count) => count * 1024 ** 2;
    return new Map([
        [legJson, mebibytes(1)],
        [runJson, mebibytes(32)],
        [problemsJson, mebibytes(8)],
        [hostLog, mebibytes(512)],
        [guestLog, mebibytes(512)],
    ]);
})();
/**
 * The most bytes that a file of a leg's artifact may have for a report to read it.
 * @param name below the run's folder, with `/`
 * @returns nothing where no report reads it
 */
function reportedBytes(name) {
    const [folder, lane = '', ...rest] = name.split('/');
    if (folder !== 'jobs' || rest.length === 0)
        return reportedFiles.get(name);
    // As `idSegment` writes it.
    if (!/^[\w~-][\w.~-]*$/.test(lane))
        return undefined;
    return reportedFiles.get(['jobs', anyLane, ...rest].join('/'));
}
/**
 * What a leg left in a folder.
 * @param runUrl page of the workflow run, which its job is part of
 * @throws Error that says in one line what is wrong with it
 */
async function readLeg(folder, runUrl) {
    const { legJson, runJson } = (0,run_dir/* runDirAt */.Ah)(folder);
    const leg = await readChecked(legJson, legSchema(runUrl));
    if (leg === undefined)
        throw new Error('it has no leg.json');
    return { leg, run: await readChecked(runJson, reportedRun), folder };
}
function legSchema(runUrl) {
    const jobs = `${runUrl}/job/`;
    const jobUrl = schemas/* string */.YjP()
        .refine((url) => url.startsWith(jobs) && /^\d{1,20}$/.test(url.slice(jobs.length)), 'is no job of this workflow run');
    return schemas/* object */.Ikc({
        schema_version: schemas/* literal */.euz(1),
        // They stand in the artifact's name, which is compared.
        target: schemas/* string */.YjP(),
        lane: schemas/* string */.YjP().nullable(),
        attempt: schemas/* int */.Whr().min(1),
        job_url: jobUrl.nullable(),
        failure: legFailure.nullable(),
    });
}
/** @returns nothing where there is no such file */
async function readChecked(path, schema) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    if (text === undefined)
        return undefined;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const { success, data, error } = schema.safeParse(parsed(name, text));
    if (success)
        return data;
    const [issue] = error.issues;
    throw new Error(`${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
function parsed(name, text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // The parser would show what stands there.
        throw new Error(`${name}: is not JSON`);
    }
}


/***/ }),

/***/ 38716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Makes a folder and those around it. Node's own way of doing so never ends where a file system says
 * that a folder is not there and yet takes none, as /proc does.
 */
function makeFolder(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path);
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isDirectory())
            return;
        if (code !== 'ENOENT' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === path || isFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)))
            throw error;
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path);
    }
}
function isFolder(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
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