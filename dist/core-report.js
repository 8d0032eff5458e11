"use strict";
exports.id = 31;
exports.ids = [31];
exports.modules = {

/***/ 70134:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h6: () => (/* binding */ reaperPath),
/* harmony export */   kw: () => (/* binding */ crontabLine),
/* harmony export */   zP: () => (/* binding */ reaperUnits)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69590);


/** What tells a host to reap by itself every few minutes: units of systemd's and launchd's. */
const everyMinutes = 5;
/** @param workDir absolute, on the host */
function reaperUnits(workDir) {
    const name = unitName(workDir);
    const script = reaperPath(workDir);
    const description = `Remove what lost pikaci runners left below ${workDir}`;
    return {
        name,
        service: `[Unit]
Description=${unitText(description)}

[Service]
Type=oneshot
ExecStart=/bin/sh ${execWord(script)}
`,
        timer: `[Unit]
Description=${unitText(description)}

[Timer]
OnActiveSec=0
OnUnitInactiveSec=${everyMinutes}min

[Install]
WantedBy=timers.target
`,
        plist: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${name}</string>
  <key>ProgramArguments</key>
  <array>
    <string>/bin/sh</string>
    <string>${xmlText(script)}</string>
  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>StartInterval</key>
  <integer>${everyMinutes * 60}</integer>
</dict>
</plist>
`,
    };
}
/** For a host that has neither: a line of its user's crontab. */
function crontabLine(workDir) {
    // % would end the command.
    const script = (0,_model_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(reaperPath(workDir)).replaceAll('%', String.raw `\%`);
    return `*/${everyMinutes} * * * * /bin/sh ${script}`;
}
function reaperPath(workDir) {
    return `${workDir}/reaper/reap.sh`;
}
/**
 * Another one for each folder: `-` stands for `/`, and any other byte than a letter, a digit or `.` is
 * escaped. Long ones are cut, as systemd takes no name of more than 255 characters.
 */
function unitName(workDir) {
    const path = workDir.replace(/\/+$/, '');
    const escaped = [...Buffer.from(path)].map(escapedByte).join('');
    if (escaped.length <= longestPathInName)
        return `pikaci-reap${escaped}`;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(path).digest('hex').slice(0, 32);
    return `pikaci-reap${escaped.slice(0, longestPathInName)}-${hash}`;
}
const longestPathInName = 180;
function escapedByte(byte) {
    const character = String.fromCharCode(byte);
    if (character === '/')
        return '-';
    return /[A-Za-z0-9.]/.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`;
}
/** % is for specifiers there; see systemd.unit(5). */
function unitText(text) {
    return text.replaceAll('%', '%%');
}
/** See systemd.service(5), "Command lines". */
function execWord(word) {
    return `"${unitText(word)
        .replace(/["\\]/g, String.raw `\$&`)
        .replaceAll('$', '$$$$')}"`;
}
function xmlText(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}


/***/ }),

/***/ 34364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ reaperLines),
/* harmony export */   w: () => (/* binding */ firstUseNote)
/* harmony export */ });
/* harmony import */ var _reaper_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70134);

/** Who runs a reaper that was installed, and what is left to do where nobody does, or not always. */
function reaperLines({ workDir, scheduler }) {
    const unit = (0,_reaper_units_js__WEBPACK_IMPORTED_MODULE_0__/* .reaperUnits */ .zP)(workDir).name;
    switch (scheduler.kind) {
        case 'systemd':
            return [
                `${unit}.timer of systemd's user manager runs ${(0,_reaper_units_js__WEBPACK_IMPORTED_MODULE_0__/* .reaperPath */ .h6)(workDir)}`,
                ...(scheduler.always
                    ? []
                    : [
                        'while its user is logged in; to have it run always, once, as root there: loginctl enable-linger USER',
                    ]),
            ];
        case 'launchd':
            return [`${unit} of launchd runs ${(0,_reaper_units_js__WEBPACK_IMPORTED_MODULE_0__/* .reaperPath */ .h6)(workDir)} while its user is logged in`];
        case 'nobody':
            return [
                `wrote ${(0,_reaper_units_js__WEBPACK_IMPORTED_MODULE_0__/* .reaperPath */ .h6)(workDir)}, and found neither systemd's user manager nor launchd to run it`,
                `add to the crontab there: ${(0,_reaper_units_js__WEBPACK_IMPORTED_MODULE_0__/* .crontabLine */ .kw)(workDir)}`,
            ];
    }
}
/** What a run says that has installed one by itself. */
function firstUseNote(installed) {
    const [first = '', ...rest] = reaperLines(installed);
    const until = installed.scheduler.kind === 'nobody'
        ? ['until then, guests whose supervisor was killed stay until the next run there']
        : [
            ...(installed.scheduler.always ? ["its user's services go on without a login"] : []),
            '`pikaci reap --uninstall` ends that',
        ];
    return ['installed a reaper', first, ...rest, ...until].join('; ');
}


/***/ }),

/***/ 49408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K4: () => (/* binding */ ensureReaper),
/* harmony export */   Ox: () => (/* binding */ uninstallReaper),
/* harmony export */   UB: () => (/* binding */ isReaperDue),
/* harmony export */   z_: () => (/* binding */ installReaper)
/* harmony export */ });
/* unused harmony exports reaperRecipe, reaperFor, versionOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69590);
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10432);
/* harmony import */ var _host_shell_functions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67664);
/* harmony import */ var _guest_reap_guests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37650);
/* harmony import */ var _snapshot_prune_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57212);
/* harmony import */ var _backends_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33016);
/* harmony import */ var _reaper_units_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70134);








/** What people decided about a host's reaper; a run never changes it. */
const byHand = 'by hand';
const unwanted = 'not wanted';
/**
 * Which of two versions of ours is the newer one, where both come to a host. Raise it with every change
 * of what is installed; test/unit/reaper-recipe.test.ts tells when that is so.
 */
const reaperRecipe = 2;
/**
 * Has a host reap by itself every few minutes, with what it has: sh, and systemd or launchd. Nothing
 * of ours needs to be installed there, and no root.
 */
async function installReaper(host, limits, signal) {
    const { workDir } = await reaperState(host, signal);
    return install(host, reaperFor(workDir, limits), byHand, signal);
}
/**
 * The same for a host that a run comes to, where nobody has decided yet whether it is wanted. What an
 * older version of ours installed like this is replaced, what a newer one installed stays.
 * @returns nothing where all is as it should be
 */
async function ensureReaper(host, signal) {
    const { workDir, decision } = await reaperState(host, signal);
    if (!isReaperDue(workDir, decision))
        return undefined;
    const reaper = reaperFor(workDir, _snapshot_prune_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultPruneLimits */ .sK);
    return install(host, reaper, decisionOfRun(reaper), signal);
}
/** Whether {@link ensureReaper} has something to do where this was decided. */
function isReaperDue(workDir, decision) {
    const ours = decisionOfRun(reaperFor(workDir, _snapshot_prune_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultPruneLimits */ .sK));
    return ![byHand, unwanted, ours].includes(decision) && recipeIn(decision) <= reaperRecipe;
}
function decisionOfRun(reaper) {
    return `by a run ${reaperRecipe} ${versionOf(reaper)}`;
}
/** Takes it away for good: no run installs it again by itself. */
async function uninstallReaper(host, signal) {
    const { workDir } = await reaperState(host, signal);
    const command = {
        script: withFunctions(__webpack_require__.ab + "uninstall-reaper.sh"),
        args: [workDir, (0,_reaper_units_js__WEBPACK_IMPORTED_MODULE_6__/* .reaperUnits */ .zP)(workDir).name, unwanted],
        purpose: 'remove the reaper',
    };
    await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_1__/* .capture */ .Fg)(host, command, { signal });
}
function reaperFor(workDir, limits) {
    return { workDir, script: reaperScript(workDir, limits), units: (0,_reaper_units_js__WEBPACK_IMPORTED_MODULE_6__/* .reaperUnits */ .zP)(workDir) };
}
/** Versions of ours that wrote none are older than all that do. */
function recipeIn(decision) {
    const [, recipe = '0'] = /^by a run (\d+) [0-9a-f]+$/.exec(decision) ?? [];
    return Number(recipe);
}
/** A hash of all that is installed. */
function versionOf({ script, units }) {
    const { service, timer, plist } = units;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update([script, service, timer, plist].join('\0'));
    return hash.digest('hex').slice(0, 32);
}
/** Where the host's work folder is, which is made if need be, and what was decided there. */
async function reaperState(host, signal) {
    const command = {
        script: withFunctions(__webpack_require__.ab + "reaper-decision.sh"),
        args: [host.spec.workDir],
        purpose: 'look whether a reaper is installed',
    };
    const [workDir = '', decision = ''] = (await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_1__/* .capture */ .Fg)(host, command, { signal })).split('\n');
    return { workDir, decision };
}
async function install(host, { workDir, script, units }, decision, signal) {
    const { name, service, timer, plist } = units;
    const command = {
        script: withFunctions(__webpack_require__.ab + "install-reaper.sh"),
        args: [workDir, name, service, timer, plist, decision],
        purpose: 'install the reaper',
    };
    const printed = await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_1__/* .capture */ .Fg)(host, command, { stdin: script, signal });
    const [kind, until] = printed.trim().split('\n');
    const scheduler = kind === 'systemd' || kind === 'launchd'
        ? { kind, always: until === 'always' }
        : { kind: 'nobody' };
    return { workDir, scheduler };
}
/** A program in sh that does on its host what `pikaci reap` does there. */
function reaperScript(workDir, limits) {
    const commands = [
        (0,_guest_reap_guests_js__WEBPACK_IMPORTED_MODULE_3__/* .reapCommand */ .S)(workDir),
        (0,_snapshot_prune_js__WEBPACK_IMPORTED_MODULE_4__/* .pruneCommand */ .En)(workDir, limits),
        ..._backends_js__WEBPACK_IMPORTED_MODULE_5__/* .backends */ .S.flatMap((backend) => backend.prune?.(workDir, limits) ?? []),
    ];
    return `#!/bin/sh
# Removes what lost pikaci runners left below this work dir, and what nobody uses there. Written by
# \`pikaci reap --install\`; \`pikaci reap --uninstall\` removes it.
${commands.map(inSubshell).join('\n')}
`;
}
/** A script of ours, from beside this file, with the functions that it needs. */
function withFunctions(script) {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .shellProgram */ .rM)(script, (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .workFolderFunctions */ .$R)());
}
function inSubshell({ script, args = [] }) {
    return `(\nset -- ${(0,_model_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quoteAll */ ._)(args)}\n${script.trim()}\n)`;
}


/***/ }),

/***/ 29023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ registryAuth)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26921);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);





/** As `docker login` and docker/login-action leave it; see containers-auth.json(5). */
const configSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    auths: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ auth: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional() })).optional(),
});
/**
 * What this machine's Docker knows of registries, or what a text says in its place.
 * @param text of the same form as Docker's own file; empty for that
 * @throws FailureError `usage` where that is not of its form
 */
async function registryAuth(text, variables) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(variables['DOCKER_CONFIG'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker'), 'config.json');
    const given = text === '' ? await readIfThere(file) : text;
    const where = text === '' ? file : 'input `registry-auth`';
    const auths = given === undefined ? {} : readAuths(given, where);
    return (registry) => {
        const own = Object.entries(auths).find(([key]) => registryOfKey(key) === registry);
        const known = own?.[1].auth === undefined ? {} : { [registry]: { auth: own[1].auth } };
        return JSON.stringify({ auths: known });
    };
}
function readAuths(text, where) {
    try {
        return configSchema.parse(JSON.parse(text)).auths ?? {};
    }
    catch {
        // What stands in it is secret, and so is what a parser says of it.
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .FailureError */ .pO({
            cause: 'usage',
            problem: `${where} is not of the form of Docker’s config.json`,
            hint: 'Write it as in {"auths": {"ghcr.io": {"auth": "<base64 of user:password>"}}}.',
        });
    }
}
/** Docker's own registry has an address of old there. */
function registryOfKey(key) {
    const machine = key.replace(/^https?:\/\//, '').split('/')[0] ?? '';
    return ['index.docker.io', 'registry-1.docker.io'].includes(machine) ? 'docker.io' : machine;
}
async function readIfThere(file) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => undefined);
}


/***/ }),

/***/ 7147:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ runLanes)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/model/byte-order.js
var byte_order = __webpack_require__(84874);
// EXTERNAL MODULE: ./build/model/failure.js
var model_failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/host/open.js + 2 modules
var host_open = __webpack_require__(18392);
// EXTERNAL MODULE: ./build/plan/choose-targets.js
var choose_targets = __webpack_require__(82005);
// EXTERNAL MODULE: ./build/plan/select.js + 1 modules
var plan_select = __webpack_require__(52182);
// EXTERNAL MODULE: ./build/repository/change.js + 1 modules
var repository_change = __webpack_require__(76880);
// EXTERNAL MODULE: ./build/repository/history.js
var repository_history = __webpack_require__(57580);
// EXTERNAL MODULE: ./build/repository/files.js
var repository_files = __webpack_require__(36023);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/repository/git.js
var git = __webpack_require__(5648);
;// CONCATENATED MODULE: ./build/repository/lane-git.js





/**
 * Makes a `.git` of the commit that is checked out, for tools that ask git for a version: with the
 * history that the checkout has and the tags on it, and nothing of what the checkout's own may hold
 * besides (lane-git.sh). The same checkout makes the same files.
 * @throws FailureError `git_failed`; `signal.reason`
 */
async function makeLaneGit(repository, signal) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'pikaci-git-'));
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        const script = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "lane-git.sh", 'utf8');
        await (0,git/* gitScript */.IZ)(repository, 'git pack-objects', script, signal, [folder]);
        const files = await filesBelow(repository, folder, signal);
        return { files, [Symbol.asyncDispose]: remove };
    }
    catch (error) {
        await remove();
        throw error;
    }
}
async function filesBelow(repository, folder, signal) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const paths = entries.flatMap((it) => (it.isFile() ? [(0,external_node_path_.join)(it.parentPath, it.name)] : []));
    const ids = await (0,git/* git */.$Y)(repository, ['hash-object', '--no-filters', '--', ...paths], signal);
    const idOf = ids.trim().split('\n');
    return Promise.all(paths.map(async (at, index) => {
        const { size } = await (0,promises_.stat)(at);
        const path = ['.git', ...(0,external_node_path_.relative)(folder, at).split(external_node_path_.sep)].join('/');
        return { path, known: { executable: false, size, id: idOf[index] ?? '', at } };
    }));
}

// EXTERNAL MODULE: ./build/report/event-lines.js + 1 modules
var event_lines = __webpack_require__(87140);
;// CONCATENATED MODULE: ./build/report/host-log.js

/**
 * An event as a lane's host.log has it: all that we did for the lane, to the millisecond, where
 * others are told what is worth their time. What the guest said is in its guest.log.
 */
const hostLogLines = (event) => {
    if (!('job_id' in event))
        return undefined;
    const lines = exactLines(event) ?? (0,event_lines/* eventWords */.CE)(event).lines;
    return { lane: event.job_id, lines: lines.map((line) => `[pikaci] ${line}`) };
};
/** Of events that others are told of in round numbers, or not at all. */
function exactLines(event) {
    switch (event.event) {
        case 'guest_named':
            return (0,event_lines/* eventWords */.CE)(event).lines.map((line) => `attempt ${event.attempt}: ${line}`);
        case 'job_phase_started':
            return [`${event.at} ${event.phase} …`];
        case 'job_phase_finished':
            return [`${event.finished_at} ${event.phase} took ${event.duration_ms} ms`];
        case 'job_waited':
            return [`${event.finished_at} waited ${event.duration_ms} ms for a free place`];
        case 'guest_accelerated':
            return [`the guest ran on ${event.accelerator}`];
        default:
            return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/model/describe-failure.js
var describe_failure = __webpack_require__(34711);
;// CONCATENATED MODULE: ./build/guest/guest-name.js

/**
 * The guest's name on its host: the same for the same identity, so that a later step finds it
 * without having been told. Letters, digits and hyphens, at most 63 characters: the strictest of
 * the backends (Incus).
 */
function guestName(identity) {
    const { repository, run, attempt, target, lane } = identity;
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([repository, run, attempt, target, lane]))
        .digest('hex')
        .slice(0, 16);
    const readable = lane
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 38)
        .replace(/^-+|-+$/g, '');
    return `pikaci-${readable === '' ? 'lane' : readable}-${digest}`;
}

// EXTERNAL MODULE: ./build/plan/path-matcher.js + 1 modules
var path_matcher = __webpack_require__(69751);
// EXTERNAL MODULE: ./build/model/shell-quote.js
var shell_quote = __webpack_require__(69590);
;// CONCATENATED MODULE: ./build/plan/make-run-plan.js

/**
 * All steps of some lanes: staged outputs first and once, then the lanes.
 * @param backendSteps what a lane's backend does in front of its command
 */
function planSteps(lanes, backendSteps) {
    const staged = new Map();
    const steps = [];
    for (const lane of lanes) {
        for (const [set, output] of stagedOutputs(lane)) {
            const node = stagedNode(set, output);
            const known = staged.get(node.id);
            if (known !== undefined) {
                known.lanes.push(lane);
                continue;
            }
            const step = { kind: 'staged', node, set, output, lanes: [lane] };
            staged.set(node.id, step);
            steps.push(step);
        }
        const own = backendSteps(lane).map((step) => backendNode(lane, step));
        steps.push(...own.map((node) => ({ kind: 'backend', node, lane })));
        const needed = [...stagedNodeIds(lane), ...own.map(({ id }) => id)];
        steps.push({ kind: 'execute', node: executeNode(lane, needed), lane });
    }
    return steps;
}
/** plan.json of a run. */
function makeRunPlan(runId, createdAt, target, steps) {
    return {
        schema_version: 1,
        run_id: runId,
        target_id: target.id,
        target_description: target.description,
        created_at: createdAt,
        scope: 'post_host_setup_and_snapshot',
        preconditions: ['host_setup_complete', 'workspace_snapshot_created'],
        nodes: steps.map(({ node }) => node),
    };
}
function stagedNodeId(set, output) {
    return `prepare-${set.nodePrefix}-${output}`;
}
/** Nodes of the staged outputs that a lane needs. */
function stagedNodeIds(lane) {
    return stagedOutputs(lane).map(([set, { name }]) => stagedNodeId(set, name));
}
function stagedOutputs({ runner }) {
    if (runner.kind !== 'remote_linux_vm' || runner.staged === undefined)
        return [];
    const { staged } = runner;
    return staged.outputs.map((output) => [staged, output]);
}
function executeNodeId(laneId) {
    return `execute-${laneId}`;
}
function exposureOf(output) {
    return { kind: 'host_symlink_mount', path: output.mount, access: 'read_only' };
}
/** The command as a person would type it. */
function commandText(command) {
    return command.kind === 'shell' ? command.line : (0,shell_quote/* quoteAll */._)(command.argv);
}
function backendNode(lane, { name, description, prepare }) {
    return {
        kind: 'prepare',
        id: `prepare-${lane.id}-${name}`,
        description,
        executor: lane.runner.kind,
        depends_on: [],
        prepare,
    };
}
function stagedNode(set, output) {
    return {
        kind: 'prepare',
        id: stagedNodeId(set, output.name),
        description: `Build ${output.name} for ${set.name}`,
        executor: 'remote_linux_vm',
        depends_on: output.needs.map((need) => stagedNodeId(set, need)),
        prepare: {
            type: 'nix_build',
            installable: output.installable,
            output_name: output.name,
            residency: 'remote_authoritative_staged_linux',
            handoff: { protocol: 'nix_store_path_v1', exposures: [exposureOf(output)] },
        },
    };
}
function executeNode(lane, dependsOn) {
    return {
        kind: 'execute',
        id: executeNodeId(lane.id),
        description: lane.description,
        executor: lane.runner.kind,
        depends_on: dependsOn,
        execute: {
            type: lane.runner.kind === 'host_local' ? 'host_command' : 'vm_command',
            command: commandText(lane.command),
            run_as_root: lane.runAsRoot,
            timeout_secs: lane.timeoutSecs,
            writable_workspace: lane.writableWorkspace,
        },
    };
}

;// CONCATENATED MODULE: ./build/plan/schedule.js

/** Runs a plan's nodes as their dependencies allow; resolves when every node has its outcome. */
async function runSteps(steps, { maxExecutes, runStep, onBlocked }) {
    const outcomes = new Map();
    const waiting = new Set(steps);
    const underWay = new Map();
    let executes = 0;
    const start = (step) => {
        const { node } = step;
        waiting.delete(step);
        if (node.kind === 'execute')
            executes += 1;
        const settled = runStep(step)
            .catch((error) => ({ kind: 'failed', failure: (0,model_failure/* failureOf */.g5)(error) }))
            .then((outcome) => {
            outcomes.set(node.id, outcome);
            underWay.delete(node.id);
            if (node.kind === 'execute')
                executes -= 1;
        });
        underWay.set(node.id, settled);
    };
    while (waiting.size > 0 || underWay.size > 0) {
        for (const step of [...waiting]) {
            const { node } = step;
            const blocker = failedDependency(node, outcomes);
            if (blocker !== undefined) {
                waiting.delete(step);
                outcomes.set(node.id, { kind: 'failed', failure: blocker });
                onBlocked(step, blocker);
            }
            else if (node.depends_on.every((id) => outcomes.has(id)) &&
                (node.kind === 'prepare' || executes < maxExecutes)) {
                start(step);
            }
        }
        if (underWay.size > 0)
            await Promise.race(underWay.values());
        else if (waiting.size > 0 && !anyBlocked(waiting, outcomes))
            throw stuck(waiting);
    }
    return outcomes;
}
function failedDependency(node, outcomes) {
    for (const id of node.depends_on) {
        const outcome = outcomes.get(id);
        if (outcome?.kind === 'failed')
            return outcome.failure;
    }
    return undefined;
}
function anyBlocked(waiting, outcomes) {
    return [...waiting].some(({ node }) => failedDependency(node, outcomes) !== undefined);
}
function stuck(waiting) {
    const ids = [...waiting].map(({ node }) => node.id).join(', ');
    return new model_failure/* FailureError */.pO({
        cause: 'unexpected',
        detail: `plan nodes wait for each other: ${ids}`,
    });
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/snapshot/blob-hash.js

/** A hash of a file's content that ends as git's id of it, given the content's size in bytes. */
function blobHash(format, size) {
    return (0,external_node_crypto_.createHash)(format).update(blobPrefix(size));
}
/**
 * Git's id of the content that lies in a buffer from `start` on, in one call and without a copy.
 * Writes over up to 32 bytes before it.
 */
function blobIdInPlace(format, bytes, start) {
    const prefix = blobPrefix(bytes.length - start);
    const from = start - prefix.length;
    bytes.write(prefix, from, 'latin1');
    return (0,external_node_crypto_.hash)(format, bytes.subarray(from), 'hex');
}
function blobPrefix(size) {
    return `blob ${size}\0`;
}

;// CONCATENATED MODULE: ./build/snapshot/listing.js


/** Changes whenever trees are listed otherwise, so that no old copy is taken for a new one. */
const listingFormat = 'pikaci-snapshot-3';
/** Hex digits at the start of a line that stand for the whole line: 128 bits of its SHA-256. */
const lineIdLength = 32;
/**
 * What stands for a file in a listing: id, mode, digest, size, path. A host keeps the listing
 * beside its copy of the tree, and so can say what it has in a few bytes a file, and turn the
 * listing of one snapshot into that of the next with nothing but text tools. The id says what a
 * host need not be sent, so nobody may be able to make two lines of one id.
 */
function lineOf(entry) {
    const content = `${modeOf(entry)} ${entry.digest} ${entry.size} ${escapePath(entry.path)}`;
    return `${(0,external_node_crypto_.hash)('sha256', content, 'hex').slice(0, lineIdLength)} ${content}`;
}
/** The hash of a tree: of its lines, none of which a name in it can forge. */
function hashListing(entries) {
    const lines = entries.map(({ line }) => line).sort(byte_order/* compareBytes */.X);
    return (0,external_node_crypto_.createHash)('sha256')
        .update(listingText([listingFormat, ...lines]))
        .digest('hex');
}
function listingText(lines) {
    return lines.map((line) => `${line}\n`).join('');
}
/** As git writes modes. */
function modeOf(entry) {
    if (entry.kind === 'link')
        return '120000';
    return entry.executable ? '100755' : '100644';
}
/** On one line; the host makes the path of it again. */
function escapePath(path) {
    return path.replace(/[\\\n]/g, (it) => (it === '\n' ? String.raw `\n` : String.raw `\\`));
}

;// CONCATENATED MODULE: ./build/snapshot/real-folders.js



/** What is known of the folders of a workspace, each looked at once and without following a link. */
class RealFolders {
    #root;
    #known = new Map([['.', true]]);
    constructor(root) {
        this.#root = root;
    }
    /** Whether all that leads to a path is folders: behind a link lies what is not the workspace's. */
    hasParentsOf(path) {
        return this.#isReal((0,external_node_path_.dirname)(path));
    }
    /**
     * Git gives names as bytes, and what is no text arrives with a replacement character.
     * @returns such a name that lies there, escaped; nothing where the character itself is meant, or
     * nothing is there
     */
    notTextFor(path) {
        let folder = '.';
        for (const part of path.split('/')) {
            if (!this.#isReal(folder))
                return undefined;
            if (part.includes('\ufffd')) {
                const names = (0,external_node_fs_.readdirSync)(`${this.#root}/${folder}`, { encoding: 'buffer' });
                const name = names.find((it) => !(0,external_node_buffer_.isUtf8)(it) && it.toString() === part);
                if (name !== undefined)
                    return escapeBytes(name);
            }
            folder = `${folder}/${part}`;
        }
        return undefined;
    }
    #isReal(folder) {
        const known = this.#known.get(folder);
        if (known !== undefined)
            return known;
        const stat = (0,external_node_fs_.lstatSync)(`${this.#root}/${folder}`, { throwIfNoEntry: false });
        const real = this.#isReal((0,external_node_path_.dirname)(folder)) && stat?.isDirectory() === true;
        this.#known.set(folder, real);
        return real;
    }
}
/** Bytes that are no text as some, for people to find them by. */
function escapeBytes(bytes) {
    return [...bytes]
        .map((it) => it >= 0x20 && it < 0x7f
        ? String.fromCharCode(it)
        : String.raw `\x` + it.toString(16).padStart(2, '0'))
        .join('');
}

;// CONCATENATED MODULE: ./build/snapshot/take.js








/** Up to this, a file is read as a whole, without a wait. */
const smallFileBytes = 256 * 1024;
/** In bytes; Linux takes no longer one. A file of more cannot be meant as a link. */
const longestTarget = 4095;
/** Larger files read at once: enough to keep a disk busy, few enough for any descriptor limit. */
const readers = 16;
/**
 * Takes a snapshot of a workspace. Names that are gone, are folders or lie behind a link are passed
 * over; sockets and devices are refused, and so is what is no UTF-8, which no Mac could hold. Files
 * that git vouches for are not looked at: what is sent of them is checked.
 * @param isExcluded whether a path stays out
 * @throws FailureError `snapshot_failed`
 */
async function takeSnapshot({ root, format, files }, isExcluded, signal) {
    const wanted = files.filter(({ path }) => !isExcluded(path));
    const entries = new Array(wanted.length);
    const folders = new RealFolders(root);
    let next = 0;
    const reader = async () => {
        for (;;) {
            const index = next;
            next += 1;
            // Most files are looked at without a wait; the process has other things to do as well.
            if (index % 500 === 0)
                await (0,external_node_timers_promises_.setImmediate)();
            signal.throwIfAborted();
            const file = wanted[index];
            if (file === undefined)
                return;
            const looked = entryOf(file) ?? look(root, format, folders, file);
            const entry = looked?.kind === 'unread' ? await readEntry(root, format, looked, signal) : looked;
            if (entry !== undefined)
                entries[index] = { ...entry, line: lineOf(entry) };
        }
    };
    await Promise.all(Array.from({ length: readers }, reader));
    const present = entries.filter((entry) => entry !== undefined);
    const bytes = present.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0);
    return { root, format, hash: hashListing(present), entries: present, bytes };
}
/** As git knows it. */
function entryOf({ path, known }) {
    // A name that is no text arrives with a replacement character, and is to be looked for.
    if (known === undefined || path.includes('\ufffd'))
        return undefined;
    const { executable, size, id: digest, at } = known;
    return { kind: 'file', path, executable, size, digest, ...(at !== undefined && { at }) };
}
/** What can be said of a file without reading it; nothing where there is none. */
function look(root, format, folders, { path, form }) {
    const file = `${root}/${path}`;
    try {
        const notText = path.includes('\ufffd') ? folders.notTextFor(path) : undefined;
        if (notText !== undefined)
            throw new Error(`its name is not valid UTF-8: ${notText}`);
        if (!folders.hasParentsOf(path))
            return undefined;
        const stat = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
        if (stat === undefined)
            return undefined;
        if (stat.isDirectory())
            return undefined;
        if (stat.isSymbolicLink()) {
            return linkEntry(format, path, (0,external_node_fs_.readlinkSync)(file, 'buffer'));
        }
        if (!stat.isFile())
            throw new Error('it is neither a file nor a link');
        if (form === 'link' && stat.size <= longestTarget) {
            return linkEntry(format, path, (0,external_node_fs_.readFileSync)(file));
        }
        const executable = form === undefined ? (stat.mode & 0o111) !== 0 : form === 'executable';
        return { kind: 'unread', path, executable, size: stat.size };
    }
    catch (error) {
        throw readFailure(path, error);
    }
}
function linkEntry(format, path, bytes) {
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        throw new Error(`its target is not valid UTF-8: ${escapeBytes(bytes)}`);
    const digest = blobHash(format, bytes.length).update(bytes).digest('hex');
    return { kind: 'link', path, target: bytes.toString(), size: bytes.length, digest };
}
async function readEntry(root, format, { path, executable, size }, signal) {
    const hash = blobHash(format, size);
    try {
        const file = `${root}/${path}`;
        // A file that grows meanwhile is caught when it is sent.
        if (size <= smallFileBytes)
            hash.update((0,external_node_fs_.readFileSync)(file).subarray(0, size));
        else
            await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file, { end: size - 1 }), hash, { signal });
        return { kind: 'file', path, executable, size, digest: hash.digest('hex') };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error.code === 'ENOENT')
            return undefined;
        throw readFailure(path, error);
    }
}
function readFailure(path, error) {
    const detail = error instanceof Error ? error.message : String(error);
    return new model_failure/* FailureError */.pO({ cause: 'snapshot_failed', step: 'read', path, detail }, { cause: error });
}

// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./build/host/drops.js
var drops = __webpack_require__(81592);
;// CONCATENATED MODULE: ./build/run/collect-artifacts.js








/** Ours: what the guest's channel brings has these names in the record. */
const reserved = new Set(['guest.log', 'result.json']);
const deadlineSecs = 900;
/**
 * Brings back the artifacts that a lane declares, over drops of the link, within a time.
 * @returns a line for people
 * @throws FailureError `artifacts_too_large`, `artifacts_late`, `host_command_failed`; `signal.reason`
 */
async function collectArtifacts(guest, { artifacts: patterns, artifactsMib }, into, signal, within = deadlineSecs) {
    const late = new AbortController();
    const timer = setTimeout(() => {
        late.abort(new model_failure/* FailureError */.pO({ cause: 'artifacts_late', afterSecs: within }));
    }, within * 1000);
    const wanted = { patterns, bytes: artifactsMib * 1024 * 1024 };
    const until = AbortSignal.any([signal, late.signal]);
    try {
        return await (0,drops/* acrossDrops */.O)(() => keepArtifacts(guest.artifacts(wanted, until), wanted.patterns, wanted.bytes, into));
    }
    finally {
        clearTimeout(timer);
    }
}
/**
 * Keeps the files of an artifacts tar that match the lane's patterns. The guest made the tar's
 * content: only plain files with a name below the folder are taken, links never followed. Of a file
 * with several names each is kept as a file of its own.
 * @param bytes the most that is kept
 * @returns a line for people
 */
async function keepArtifacts(tar, patterns, bytes, into) {
    const matcher = (0,path_matcher/* compilePatterns */.x)(patterns);
    const isWanted = (path) => !path.startsWith('..') &&
        !path.startsWith('/') &&
        !reserved.has(path) &&
        matcher.match(path) !== undefined;
    const entries = (0,tar_stream.extract)();
    const kept = new Map();
    let size = 0;
    const keep = async (path, length, write) => {
        size += length;
        if (size > bytes) {
            const files = kept.size + 1;
            throw new model_failure/* FailureError */.pO({ cause: 'artifacts_too_large', files, bytes: size, limit: bytes });
        }
        const file = (0,external_node_path_.join)(into, path);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        await write(file);
        kept.set(path, length);
    };
    const reading = (0,external_node_stream_promises_.pipeline)(tar, entries);
    // What breaks it is met by whoever reads the entries.
    reading.catch(() => undefined);
    for await (const entry of entries) {
        const path = (0,external_node_path_.normalize)(entry.header.name);
        const other = otherName(entry.header);
        const length = kept.get(other);
        if (entry.header.type === 'file' && isWanted(path)) {
            const write = (file) => (0,external_node_stream_promises_.pipeline)(entry, (0,external_node_fs_.createWriteStream)(file));
            await keep(path, entry.header.size, write);
            continue;
        }
        entry.resume();
        if (length === undefined || !isWanted(path))
            continue;
        await keep(path, length, (file) => (0,promises_.copyFile)((0,external_node_path_.join)(into, other), file));
    }
    await reading;
    return `${kept.size} artifact${kept.size === 1 ? '' : 's'} kept`;
}
/** Of a file that came before. */
function otherName({ type, linkname }) {
    return type === 'link' ? (0,external_node_path_.normalize)(linkname) : '';
}

// EXTERNAL MODULE: ./build/run/choose-backend.js
var choose_backend = __webpack_require__(49401);
;// CONCATENATED MODULE: ./build/run/clock.js
/** Times as records have them. */
function timestamp(at = new Date()) {
    return at.toISOString();
}
/** Starts measuring; calling the result says how long it was. Monotonic, whatever the clock does. */
function startSpan() {
    const startedAt = timestamp();
    const start = performance.now();
    return () => ({
        started_at: startedAt,
        finished_at: timestamp(),
        duration_ms: Math.round(performance.now() - start),
    });
}

// EXTERNAL MODULE: ./build/model/target.js
var target = __webpack_require__(87512);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/host/answer.js
var answer = __webpack_require__(45454);
// EXTERNAL MODULE: ./build/host/capture.js
var capture = __webpack_require__(10432);
;// CONCATENATED MODULE: ./build/snapshot/blocks.js
/** The most: small enough for a processor's cache, large enough to be compressed by itself. */
const blockBytes = 2 * 1024 * 1024;
/** Of the first block, so that whoever takes them has work soon. */
const firstBlockBytes = blockBytes / 2;
/** Gathers bytes into large blocks, in places where whoever makes the bytes can put them. */
class BlockWriter {
    #alignment;
    #spare = [];
    #bytes = newBytes();
    #used = 0;
    #enough = firstBlockBytes;
    /** @param alignment where places start; zeros stand between them */
    constructor(alignment) {
        this.#alignment = alignment;
    }
    /**
     * The next so many bytes, at most {@link blockBytes}, to be written before the next call.
     * Yields the block before them when they do not fit into it.
     */
    *place(bytes) {
        if (this.#used > 0 && this.#used + bytes > this.#enough)
            yield* this.end();
        const start = this.#used;
        const end = start + bytes;
        this.#used = Math.ceil(end / this.#alignment) * this.#alignment;
        this.#bytes.fill(0, end, this.#used);
        return this.#bytes.subarray(start, end);
    }
    /** What is left. */
    *end() {
        const bytes = this.#bytes;
        const block = {
            content: bytes.subarray(0, this.#used),
            release: () => void this.#spare.push(bytes),
        };
        this.#bytes = this.#spare.pop() ?? newBytes();
        this.#used = 0;
        this.#enough = blockBytes;
        yield block;
    }
}
function newBytes() {
    return Buffer.allocUnsafeSlow(blockBytes);
}

;// CONCATENATED MODULE: ./build/snapshot/compress.js


/** Compressed at once, each by a thread of its own. */
const most = 3;
/**
 * Compresses blocks to zstd frames, which together are a stream of zstd. Several are under way at
 * once, so that no thread waits until the next one is made.
 */
async function* compress(blocks) {
    // In turns: the first has been at work the longest.
    const turns = Array.from({ length: most }, () => new Compressor());
    try {
        for (const block of blocks) {
            const next = turns.shift() ?? new Compressor();
            next.compress(block);
            turns.push(next);
            yield* (await turns[0]?.takeFrame()) ?? [];
        }
        for (const compressor of turns)
            yield* await compressor.takeFrame();
    }
    finally {
        for (const compressor of turns)
            compressor.end();
    }
}
/** Makes one frame after the other: one of these takes much longer to set up than to use again. */
class Compressor {
    // Room that most frames fit into: each further piece costs a switch of threads.
    #zstd = (0,external_node_zlib_.createZstdCompress)({ chunkSize: blockBytes / 4 });
    #parts = [];
    #made = Promise.resolve();
    constructor() {
        this.#zstd.on('data', (part) => this.#parts.push(part));
        // Told to whoever waits for the frame.
        this.#zstd.on('error', () => undefined);
    }
    compress({ content, release }) {
        this.#zstd.write(content);
        this.#made = new Promise((resolve, reject) => {
            this.#zstd.flush(external_node_zlib_.constants.ZSTD_e_end, (error) => {
                release();
                if (error)
                    reject(error);
                else
                    resolve();
            });
        });
        // Nobody waits any more once the others are not wanted.
        this.#made.catch(() => undefined);
    }
    /** What was made since the last time, in parts. */
    async takeFrame() {
        await this.#made;
        return this.#parts.splice(0);
    }
    end() {
        this.#zstd.destroy();
    }
}

;// CONCATENATED MODULE: ./build/snapshot/delta.js

/** @param baseIds the ids of the lines of the base's listing, in its order, in one string */
function deltaTo({ entries }, baseIds) {
    const base = Array.from({ length: Math.floor(baseIds.length / lineIdLength) }, (_, index) => baseIds.slice(index * lineIdLength, (index + 1) * lineIdLength));
    const idOf = ({ line }) => line.slice(0, lineIdLength);
    const known = new Set(base);
    const wanted = new Set(entries.map(idOf));
    return {
        added: entries.filter((entry) => !known.has(idOf(entry))),
        gone: base.flatMap((id, index) => (wanted.has(id) ? [] : [index + 1])),
    };
}
/**
 * What makes the base's listing the snapshot's: the numbers of lines that go, in ranges like `3 7`
 * on a line each; an empty line; the lines that come.
 */
function differenceText({ added, gone }) {
    const ranges = rangesOf(gone).map(({ first, last }) => `${first} ${last}`);
    return listingText([...ranges, '', ...added.map(({ line }) => line)]);
}
function rangesOf(numbers) {
    const ranges = [];
    for (const number of numbers) {
        const range = ranges.at(-1);
        if (range?.last === number - 1)
            range.last = number;
        else
            ranges.push({ first: number, last: number });
    }
    return ranges;
}

;// CONCATENATED MODULE: ./build/snapshot/tar-header.js
/** A tar is made of records of so many bytes. */
const recordBytes = 512;
/** How many zeros follow content of so many bytes, up to the next record. */
function paddingBytes(size) {
    return (recordBytes - (size % recordBytes)) % recordBytes;
}
/**
 * Writes the record that stands before an entry's content (POSIX ustar), from the start of `bytes`
 * on. Equal entries give equal bytes, and builds never see a time from the future: owners are 0,
 * and times the second day that a zip can hold, wherever it is made. What does not fit is cut; see {@link paxExtension}.
 *
 * Ours, because the libraries for it take longer over a small file than reading and hashing it.
 */
function writeHeader(bytes, entry) {
    if (entry.kind === 'link') {
        writeRecord(bytes, { type: '2', mode: 0o755, size: 0, name: entry.path, target: entry.target });
    }
    else {
        const mode = entry.executable ? 0o755 : 0o644;
        writeRecord(bytes, { type: '0', mode, size: entry.size, name: entry.path, target: '' });
    }
}
/** Whole records that go before an entry's header and say what does not fit there; mostly none. */
function paxExtension(entry) {
    const size = entry.kind === 'file' ? entry.size : 0;
    const target = entry.kind === 'link' ? entry.target : '';
    if (fits(entry.path) && fits(target) && size <= largestSize)
        return nothing;
    const content = Buffer.from(paxRecord('path', entry.path) +
        (target === '' ? '' : paxRecord('linkpath', target)) +
        paxRecord('size', String(size)));
    const records = Buffer.alloc(recordBytes + content.length + paddingBytes(content.length));
    writeRecord(records, { type: 'x', mode: 0o644, size: content.length, name: 'pax', target: '' });
    content.copy(records, recordBytes);
    return records;
}
const nothing = Buffer.alloc(0);
/** In seconds. */
const modifiedAt = Date.UTC(1980, 0, 2) / 1000;
/** In bytes. */
const longestName = 100;
/** Eleven octal digits. */
const largestSize = 8 ** 11 - 1;
/** Beyond ASCII, only pax says how a name is encoded. */
function fits(name) {
    return name.length <= longestName && /^[\0-\x7f]*$/.test(name);
}
/** `length key=value\n`, where the length counts its own digits, too. */
function paxRecord(key, value) {
    const rest = ` ${key}=${value}\n`;
    const bytes = Buffer.byteLength(rest);
    let length = bytes;
    while (length !== bytes + String(length).length)
        length = bytes + String(length).length;
    return `${length}${rest}`;
}
function writeRecord(bytes, { type, mode, size, name, target }) {
    const write = (field, at) => bytes.write(field, at, 'latin1');
    bytes.fill(0, 0, recordBytes);
    write(name.slice(0, longestName), 0);
    write(octal(mode, 7), 100);
    write(octal(0, 7), 108);
    write(octal(0, 7), 116);
    write(octal(Math.min(size, largestSize), 11), 124);
    write(octal(modifiedAt, 11), 136);
    write(type, 156);
    write(target.slice(0, longestName), 157);
    write('ustar\x0000', 257);
    // The sum of all bytes, its own eight taken for spaces.
    let checksum = 8 * 32;
    for (let at = 0; at < recordBytes; at += 1)
        checksum += bytes[at] ?? 0;
    write(`${octal(checksum, 6)}\0 `, 148);
}
function octal(value, digits) {
    return value.toString(8).padStart(digits, '0');
}

;// CONCATENATED MODULE: ./build/snapshot/pack.js
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






/**
 * What entries of a snapshot stand for, as a tar. A file that changed since the snapshot was taken
 * ends it with an error: what arrives is what was hashed, or nothing.
 *
 * Reads without a wait: waiting for thousands of small files costs more than reading them.
 * @throws FailureError `snapshot_failed`; `signal.reason`
 */
function* packEntries(source, entries, signal) {
    const tar = new BlockWriter(recordBytes);
    for (const entry of alikeTogether(entries)) {
        signal.throwIfAborted();
        const extension = paxExtension(entry);
        if (extension.length > 0)
            extension.copy(yield* tar.place(extension.length));
        if (entry.kind === 'link')
            writeHeader(yield* tar.place(recordBytes), entry);
        else if (recordBytes + entry.size > blockBytes)
            yield* packLargeFile(tar, source, entry);
        else
            packFile(yield* tar.place(recordBytes + entry.size), source, entry);
    }
    (yield* tar.place(2 * recordBytes)).fill(0);
    yield* tar.end();
}
/** Those of one name beside each other, as they are often much the same and then compress well. */
function alikeTogether(entries) {
    const byName = Map.groupBy(entries, ({ path }) => (0,external_node_path_.basename)(path));
    return [...byName.values()].flat();
}
function packFile(place, { root, format }, entry) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { path, digest } = entry;
        const file = __addDisposableResource(env_1, new OpenFile(root, entry), false);
        file.fill(place.subarray(recordBytes));
        // The header's place is where git's prefix has to stand while the content is hashed.
        if (blobIdInPlace(format, place, recordBytes) !== digest)
            throw changed(path);
        writeHeader(place, entry);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function* packLargeFile(tar, { root, format }, entry) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { path, size, digest } = entry;
        writeHeader(yield* tar.place(recordBytes), entry);
        const hash = blobHash(format, size);
        const file = __addDisposableResource(env_2, new OpenFile(root, entry), false);
        for (let left = size; left > 0; left -= blockBytes) {
            const part = yield* tar.place(Math.min(left, blockBytes));
            file.fill(part);
            hash.update(part);
        }
        if (hash.digest('hex') !== digest)
            throw changed(path);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
class OpenFile {
    #path;
    #descriptor;
    constructor(root, { path, at = `${root}/${path}` }) {
        this.#path = path;
        this.#descriptor = this.#attempt(() => (0,external_node_fs_.openSync)(at, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW));
    }
    /** Reads what comes next, as much as the buffer takes. */
    fill(buffer) {
        for (let filled = 0; filled < buffer.length;) {
            const left = buffer.length - filled;
            const read = this.#attempt(() => (0,external_node_fs_.readSync)(this.#descriptor, buffer, filled, left, null));
            if (read === 0)
                throw changed(this.#path);
            filled += read;
        }
    }
    [Symbol.dispose]() {
        (0,external_node_fs_.closeSync)(this.#descriptor);
    }
    #attempt(work) {
        try {
            return work();
        }
        catch (error) {
            const detail = error instanceof Error ? error.message : String(error);
            throw sendFailure(this.#path, detail, error);
        }
    }
}
function changed(path) {
    return sendFailure(path, 'it changed while the snapshot was sent');
}
function sendFailure(path, detail, cause) {
    return new model_failure/* FailureError */.pO({ cause: 'snapshot_failed', step: 'send', path, detail }, { cause });
}

// EXTERNAL MODULE: ./build/snapshot/scripts.js
var scripts = __webpack_require__(74712);
;// CONCATENATED MODULE: ./build/snapshot/publish.js












/**
 * Makes sure that a host has the snapshot. Only files travel that the host lacks; the others are
 * linked from the snapshot that the same project used last. The new tree is assembled in a folder
 * of its own, checked, and published by one rename: whoever finds the folder finds it whole. Of
 * several publishers at once one sends, and the others wait for it on the host.
 * @param snapshot may still be being taken; the host gets ready meanwhile
 * @param project whose snapshots resemble each other
 * @throws FailureError `host_command_failed`, `snapshot_failed`
 */
async function publishSnapshot(host, snapshot, project, signal) {
    // Whatever an earlier try of ours left running behind a dead link is told apart by this.
    const publisher = (0,external_node_crypto_.randomBytes)(8).toString('hex');
    return (0,drops/* acrossDrops */.O)(() => {
        const conversation = new Conversation(host, Promise.resolve(snapshot), signal);
        return conversation.hold(project, publisher);
    });
}
/**
 * @param hash of the snapshot; otherwise it is the first line that is read
 * @param publisher whose earlier try may be ended
 */
function publishCommand(workDir, hash, project, publisher) {
    const args = [workDir, hash ?? '', project, publisher, listingFormat, String(lineIdLength)];
    return { script: (0,scripts/* publishScript */.Rj)(), args, purpose: 'receive the snapshot' };
}
/** Of any repository's listing; a host that says more is broken or hostile. */
const mostIdBytes = 256 * 1024 * 1024;
const saidAll = Buffer.from('\nend\n');
/** One run of the script on the host: it says what it has, and we send what it lacks. */
class Conversation {
    #host;
    #snapshot;
    #signal;
    #stdin = new external_node_stream_.PassThrough();
    #heard = Buffer.alloc(0);
    #found;
    #sentBytes = 0;
    #sentFiles = 0;
    constructor(host, snapshot, signal) {
        this.#host = host;
        this.#snapshot = snapshot;
        this.#signal = signal;
        // Met by the host's reader of it, which may come later than the error.
        this.#stdin.on('error', () => undefined);
    }
    async hold(project, publisher) {
        // One that has been taken wins, and its hash travels with the script.
        const taken = await Promise.race([this.#snapshot, Promise.resolve(undefined)]);
        if (taken === undefined)
            this.#tellHash();
        const command = publishCommand(this.#host.spec.workDir, taken?.hash, project, publisher);
        const buffer = new answer/* AnswerBuffer */.t(this.#host.spec.name, command);
        const exit = await this.#host.exec(command, {
            stdin: this.#stdin,
            signal: this.#signal,
            onStdout: (chunk) => this.#hear(chunk),
            onStderr: buffer.addStderr,
        });
        (0,capture/* stdoutOf */.NT)(this.#host, command, buffer.answer(exit));
        const tree = this.#found?.tree ?? '';
        return { tree, sentBytes: this.#sentBytes, sentFiles: this.#sentFiles };
    }
    #tellHash() {
        this.#snapshot.then(({ hash }) => void this.#stdin.write(`${hash}\n`), (error) => void this.#stdin.destroy(error));
    }
    async #hear(chunk) {
        if (this.#found !== undefined)
            return;
        this.#heard = Buffer.concat([this.#heard, chunk]);
        this.#found = parseFound(this.#heard);
        if (this.#found === undefined)
            return;
        if (this.#found.kind === 'present')
            this.#stdin.end();
        else
            this.#send(await this.#snapshot, this.#found);
    }
    #send(snapshot, { zstd, baseIds }) {
        const delta = deltaTo(snapshot, baseIds);
        const { added } = delta;
        this.#sentFiles = added.length;
        const difference = Buffer.from(differenceText(delta));
        const parts = this.#parts(snapshot, added, zstd ? (0,external_node_zlib_.zstdCompressSync)(difference) : difference, zstd);
        // An error of any part destroys the last one.
        (0,external_node_stream_.pipeline)(this.#counted(parts), this.#stdin, () => undefined);
    }
    async *#parts(snapshot, added, difference, zstd) {
        yield Buffer.from(`${difference.length}\n`);
        yield difference;
        // Packing takes no rest, and the host waits for this.
        await (0,external_node_timers_promises_.setImmediate)();
        const tar = packEntries(snapshot, added, this.#signal);
        yield* zstd ? compress(tar) : contents(tar);
    }
    async *#counted(parts) {
        for await (const part of parts) {
            this.#sentBytes += part.length;
            yield part;
        }
    }
}
function* contents(blocks) {
    for (const { content } of blocks)
        yield content;
}
/** @returns nothing until all of it was said */
function parseFound(heard) {
    if (!heard.subarray(-saidAll.length).equals(saidAll))
        return undefined;
    const { line, next } = linesOf(heard);
    const tree = line();
    if (line() === 'present')
        return { kind: 'present', tree };
    const zstd = line() === 'zstd';
    const bytes = Number(line());
    // The ids may have any bytes, those of an end, too.
    const ids = heard.subarray(next(), -saidAll.length);
    if (ids.length < bytes)
        return undefined;
    return { kind: 'absent', tree, zstd, baseIds: zstd ? unpackIds(ids) : ids.toString('latin1') };
}
/** Reads lines from the start of a buffer, and says where the next one begins. */
function linesOf(buffer) {
    let start = 0;
    const line = () => {
        const end = buffer.indexOf('\n', start);
        const text = buffer.toString('utf8', start, end);
        start = end + 1;
        return text;
    };
    return { line, next: () => start };
}
function unpackIds(ids) {
    if (ids.length === 0)
        return '';
    return (0,external_node_zlib_.zstdDecompressSync)(ids, { maxOutputLength: mostIdBytes }).toString('latin1');
}

// EXTERNAL MODULE: ./build/guest/reap-guests.js
var reap_guests = __webpack_require__(37650);
// EXTERNAL MODULE: ./build/staged/nix-build.js
var nix_build = __webpack_require__(17520);
;// CONCATENATED MODULE: ./build/run/shared-work.js

/**
 * Work that is done once for everybody who asks for it; whoever comes later waits for the same
 * promise. A failure is shared, too, but only one that would come again is remembered: after any
 * other the next to ask has it tried again.
 */
class SharedWork {
    #promise;
    /** What was done last, or is being done. */
    get current() {
        return this.#promise;
    }
    do(work) {
        if (this.#promise !== undefined)
            return this.#promise;
        const promise = work();
        this.#promise = promise;
        promise.catch((error) => {
            if ((0,model_failure/* categoryOf */.Qd)((0,model_failure/* failureOf */.g5)(error)) === 'infrastructure')
                this.#promise = undefined;
        });
        return promise;
    }
}

;// CONCATENATED MODULE: ./build/run/host-session.js






/** A machine that is starting up, or an sshd that takes no more logins for the moment. */
const defaultPatienceMs = 20_000;
/** How long a run that is over stays for what it does beside its lanes. */
const chorePatienceMs = 10_000;
/**
 * One host during one run: connected once, given the snapshot once, whoever comes first; the
 * others wait for the same promise. A failure is everyone's failure, and a lane that tries again
 * really does.
 */
class HostSession {
    spec;
    #open;
    #onFirstUse;
    #snapshot;
    #project;
    #run;
    #registryAuth;
    #emit;
    #signal;
    #patienceMs;
    #host = new SharedWork();
    #tree = new SharedWork();
    #prepared = new Map();
    #told = new Set();
    #firstDialled;
    #chores;
    constructor(spec, options) {
        this.spec = spec;
        this.#open = options.open;
        this.#onFirstUse = options.onFirstUse;
        this.#snapshot = options.snapshot;
        this.#project = options.project;
        this.#run = options.run;
        this.#registryAuth = options.registryAuth;
        this.#emit = options.emit;
        this.#signal = options.signal;
        this.#patienceMs = options.patienceMs ?? defaultPatienceMs;
    }
    host() {
        return this.#host.do(() => {
            this.#firstDialled ??= performance.now();
            const waited = performance.now() - this.#firstDialled;
            return this.#open(this.spec, {
                signal: this.#signal,
                patienceMs: Math.max(0, this.#patienceMs - waited),
                onConnected: (address, milliseconds) => this.#emit({
                    event: 'host_connected',
                    host: this.spec.name,
                    address,
                    duration_ms: Math.round(milliseconds),
                }),
            });
        });
    }
    async snapshotHash() {
        return (await this.#snapshot).hash;
    }
    /**
     * Starts what every lane will wait for, so that all of it travels together, and clears away what
     * lost runners left there.
     */
    warmUp() {
        this.#chores = this.#doChores();
        // Failures are told to whoever asks for it.
        this.snapshotTree().catch(() => undefined);
    }
    /** Path of the snapshot's tree on the host, once it is there. */
    snapshotTree() {
        return this.#tree.do(() => this.#publish());
    }
    /** Store path of a staged output, built or found. What is staged is what the workspace asks for. */
    async stagedOutput(installable, nix) {
        const { permits, ...tools } = this.#tools();
        const sandbox = permits('unsandboxed_nix') ? 'as_it_is' : 'required';
        const options = { ...tools, nix, installable, sandbox };
        return (0,nix_build/* nixBuild */.QX)(await this.host(), options, (detail) => ({
            cause: 'staged_output_failed',
            installable,
            host: this.spec.name,
            detail,
        }));
    }
    /** What a backend makes ready on the host for a lane, once per run and for all alike. */
    prepared({ backend, settings }, lane) {
        const key = `${backend.name} ${backend.preparedFor?.(lane) ?? ''}`;
        const known = this.#prepared.get(key) ?? new SharedWork();
        this.#prepared.set(key, known);
        return known.do(async () => backend.prepare(await this.host(), settings, this.#tools(), lane));
    }
    /** Tells of something that concerns the host with the first lane that meets it, and once. */
    note(jobId, note) {
        if (this.#told.has(note))
            return;
        this.#told.add(note);
        this.#emit({ event: 'job_note', job_id: jobId, note });
    }
    async [Symbol.asyncDispose]() {
        // What was begun there is not left halfway.
        await Promise.race([this.#chores, (0,external_node_timers_promises_.setTimeout)(chorePatienceMs, undefined, { ref: false })]);
        // A host that never opened has told its failure to whoever asked for it.
        const host = await this.#host.current?.catch(() => undefined);
        await host?.[Symbol.asyncDispose]();
    }
    /** What keeps a host clean. No lane waits for it, and none fails for it. */
    async #doChores() {
        const host = await this.host().catch(() => undefined);
        if (host === undefined)
            return;
        await (0,reap_guests/* reapGuests */.U)(host, this.#signal).catch(() => undefined);
        const note = await this.#onFirstUse(host, this.#signal).catch(() => undefined);
        if (note !== undefined)
            this.#emit({ event: 'host_note', host: this.spec.name, note });
    }
    async #publish() {
        const host = await this.host();
        const published = await publishSnapshot(host, this.#snapshot, this.#project, this.#signal);
        this.#emit({
            event: 'snapshot_published',
            host: this.spec.name,
            hash: await this.snapshotHash(),
            tree: published.tree,
            sent_bytes: published.sentBytes,
            sent_files: published.sentFiles,
        });
        return published.tree;
    }
    #tools() {
        return {
            snapshotHash: () => this.snapshotHash(),
            snapshotTree: () => this.snapshotTree(),
            run: this.#run,
            registryAuth: this.#registryAuth,
            permits: (permission) => (0,target/* permits */.V1)(this.spec, permission),
            signal: this.#signal,
        };
    }
}

// EXTERNAL MODULE: ./build/store/run-dir.js
var run_dir = __webpack_require__(38006);
// EXTERNAL MODULE: ./build/store/run-id.js
var run_id = __webpack_require__(2096);
// EXTERNAL MODULE: ./build/store/atomic-write.js
var atomic_write = __webpack_require__(7826);
;// CONCATENATED MODULE: ./build/store/hide-from-git.js


/**
 * Has git look away from records: from the whole state root, or, where others have files there, from
 * the runs in it.
 */
function hideFromGit(stateRoot) {
    const names = (0,external_node_fs_.readdirSync)(stateRoot);
    if (names.includes('.gitignore') && names.length === 2)
        return;
    const ours = names.every((name) => name === 'runs') ? stateRoot : (0,external_node_path_.join)(stateRoot, 'runs');
    try {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(ours, '.gitignore'), '*\n', { flag: 'wx' });
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
    }
}

// EXTERNAL MODULE: ./build/store/make-folder.js
var make_folder = __webpack_require__(38716);
// EXTERNAL MODULE: ./build/store/owner.js
var owner = __webpack_require__(41962);
// EXTERNAL MODULE: ./build/store/written-record.js
var written_record = __webpack_require__(39726);
;// CONCATENATED MODULE: ./build/store/write-run.js








/** @param hostLog what a lane's host.log says of an event */
function runWriter(dir, hostLog) {
    const outputs = [];
    const write = (event, record) => {
        appendEvent(dir, event);
        switch (event.event) {
            case 'run_started':
                hideFromGit((0,external_node_path_.dirname)((0,external_node_path_.dirname)(dir.path)));
                break;
            case 'plan_made':
                (0,atomic_write/* writeJsonAtomically */.t)(dir.planJson, event.plan);
                break;
            case 'prepare_finished':
                if (event.output !== null) {
                    outputs.push(event.output);
                    const prepared = { schema_version: 1, outputs };
                    (0,atomic_write/* writeJsonAtomically */.t)(dir.preparedOutputsJson, prepared);
                }
                break;
            case 'job_output':
                (0,external_node_fs_.appendFileSync)(dir.job(event.job_id).guestLog, event.bytes);
                return;
            case 'job_started':
                (0,make_folder/* makeFolder */.f)(dir.job(event.job.id).artifacts);
                (0,external_node_fs_.appendFileSync)(dir.job(event.job.id).guestLog, '');
                break;
            default:
        }
        appendHostLog(dir, hostLog(event));
        writeRecords(dir, event, record);
    };
    return {
        write: (event, record) => {
            try {
                write(event, record);
            }
            catch (error) {
                const detail = error instanceof Error ? error.message : String(error);
                const failure = isMisnamed(event, error)
                    ? { cause: 'state_root_unusable', path: (0,external_node_path_.dirname)((0,external_node_path_.dirname)(dir.path)), detail }
                    : { cause: 'record_unwritable', path: dir.path, detail };
                throw new model_failure/* FailureError */.pO(failure, { cause: error });
            }
        },
        writeResult: (jobId, resultText) => {
            if (resultText !== '')
                (0,atomic_write/* writeFileAtomically */.l)(dir.job(jobId).resultJson, resultText);
        },
    };
}
/** Where not even the first record can be written, the place is wrong, unless the disk is full. */
function isMisnamed(event, error) {
    const { code = '' } = error;
    return event.event === 'run_started' && !/^(?:ENOSPC|EDQUOT|EIO|EMFILE|ENFILE)$/.test(code);
}
/** The records change with these events, or one of these soon comes after. */
function writeRecords(dir, event, record) {
    switch (event.event) {
        case 'run_started':
        case 'source_described':
        case 'snapshot_published':
        case 'prepare_finished':
        case 'run_finished':
            (0,atomic_write/* writeJsonAtomically */.t)(dir.runJson, (0,written_record/* writtenRun */.$$)(record));
            break;
        case 'job_started':
        case 'guest_named':
        case 'guest_accelerated':
        case 'job_phase_finished':
        case 'job_finished': {
            const id = event.event === 'job_started' || event.event === 'job_finished'
                ? event.job.id
                : event.job_id;
            const job = record.jobs.find((candidate) => candidate.id === id);
            if (job !== undefined)
                (0,atomic_write/* writeJsonAtomically */.t)(dir.job(id).statusJson, (0,written_record/* writtenJob */.Dk)(job));
            if (event.event !== 'job_phase_finished') {
                (0,atomic_write/* writeJsonAtomically */.t)(dir.runJson, (0,written_record/* writtenRun */.$$)(record));
            }
            break;
        }
        default:
    }
}
function appendEvent(dir, event) {
    if (event.event === 'run_started') {
        (0,make_folder/* makeFolder */.f)(dir.path);
        (0,atomic_write/* writeJsonAtomically */.t)(dir.ownerJson, (0,owner/* ownProcess */.oz)());
    }
    if (event.event === 'job_output')
        return;
    (0,external_node_fs_.appendFileSync)(dir.eventsJsonl, `${JSON.stringify((0,written_record/* writtenEvent */.w7)(event))}\n`);
}
function appendHostLog(dir, told) {
    if (told === undefined || told.lines.length === 0)
        return;
    (0,external_node_fs_.appendFileSync)(dir.job(told.lane).hostLog, told.lines.map((line) => `${line}\n`).join(''));
}

;// CONCATENATED MODULE: ./build/run/missing-program.js

/** By which every shell says that there is no such program. */
const notFound = 127;
const tailBytes = 4096;
/** How shells, and what starts programs for them, say that there is no such program. */
const sayings = [
    /^(?:\S+: )?(?:line \d+: |\d+: )?(?:exec: )?([\w./+@-]+): (?:command )?not found$/,
    /^\S*zsh(?::\d+)?: command not found: ([\w./+@-]+)$/,
    /^fish: Unknown command: ([\w./+@-]+)$/,
    /^\S*env: [‘'"]?([\w./+@-]+)[’'"]?: No such file or directory$/,
    /^timeout: failed to run command [‘'"]?([\w./+@-]+)[’'"]?: No such file or directory$/,
];
/** The program that the last lines of a log miss, where that is what they say. */
function missingProgram(lines) {
    return lines
        .toReversed()
        .flatMap((line) => sayings.map((saying) => saying.exec(line.trim().slice(0, 500))?.[1]))
        .find((program) => program !== undefined);
}
/** The verdict with the program that the lane's log says its guest does not have. */
function withMissingProgram(verdict, guestLog) {
    if (verdict.kind === 'passed')
        return verdict;
    const { failure } = verdict;
    if (failure.cause !== 'command_failed' || failure.exitCode !== notFound)
        return verdict;
    // Blank lines, and what the agent says of the end, come last.
    const missing = missingProgram(tailOf(guestLog).split(/[\r\n]+/));
    return missing === undefined ? verdict : { kind: 'failed', failure: { ...failure, missing } };
}
function tailOf(path) {
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const start = Math.max(0, (0,external_node_fs_.fstatSync)(file).size - tailBytes);
        const bytes = Buffer.alloc(tailBytes);
        return bytes.toString('utf8', 0, (0,external_node_fs_.readSync)(file, bytes, 0, tailBytes, start));
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./build/run/fold-record.js


/** The record a run begins with. */
function openRecord(started) {
    return {
        run_id: started.run_id,
        status: 'running',
        rerun_of: started.rerun_of,
        target_id: started.target_id,
        target_description: started.target_description,
        source_root: '',
        snapshot_dir: null,
        git_head: null,
        git_dirty: null,
        created_at: started.created_at,
        finished_at: null,
        plan_path: null,
        prepared_outputs_path: null,
        prepared_output_consumer: null,
        changed_files: [],
        filters: [],
        message: null,
        failure_kind: null,
        prepare_timings: [],
        jobs: [],
    };
}
/** The record of a lane as it begins. */
function openJob(lane, begun) {
    return {
        id: lane.id,
        description: lane.description,
        status: 'running',
        executor: lane.runner.kind,
        plan_node_id: begun.planNodeId,
        timeout_secs: lane.timeoutSecs,
        host_log_path: begun.hostLog,
        guest_log_path: begun.guestLog,
        started_at: begun.startedAt,
        finished_at: null,
        exit_code: null,
        message: null,
        pre_execution_prepare_duration_ms: begun.prepareMs,
        failure_kind: null,
        host: lane.runner.host.name,
        guest_name: '',
        guest_kept: null,
        contained: null,
        attempts: 0,
        waited_for_place: null,
        execution: { backend: null, accelerator: null, image: null, phases: [] },
    };
}
/** The record after an event: records are nothing but the fold of a run's events. */
function foldEvent(record, event) {
    switch (event.event) {
        case 'source_described':
            return { ...record, ...event.source };
        case 'run_skipped':
            return { ...record, message: event.message };
        case 'snapshot_published':
            return { ...record, snapshot_dir: record.snapshot_dir ?? event.tree };
        case 'prepare_finished': {
            const { node_id, type, started_at, finished_at, duration_ms, output } = event;
            const timing = { node_id, type, started_at, finished_at, duration_ms };
            return {
                ...record,
                prepare_timings: [...record.prepare_timings, timing],
                prepared_output_consumer: output?.consumer ?? record.prepared_output_consumer,
            };
        }
        case 'job_started':
            return { ...record, jobs: [...record.jobs, event.job] };
        case 'backend_chosen':
            return withExecution(record, event.job_id, () => ({ backend: event.backend }));
        case 'guest_named':
            return withJob(record, event.job_id, (job) => ({
                ...job,
                guest_name: event.guest_name,
                attempts: event.attempt,
                // What is on record is the attempt that counts: the last one.
                waited_for_place: null,
                execution: { ...job.execution, accelerator: null, image: null, phases: [] },
            }));
        case 'guest_contained':
            return withJob(record, event.job_id, (job) => ({ ...job, contained: event.contained }));
        case 'guest_accelerated':
            return withExecution(record, event.job_id, () => ({ accelerator: event.accelerator }));
        case 'guest_image':
            return withExecution(record, event.job_id, () => ({ image: event.image }));
        case 'guest_kept': {
            const { job_id, until, enter } = event;
            return withJob(record, job_id, (job) => ({ ...job, guest_kept: { until, enter } }));
        }
        case 'job_phase_finished': {
            const { job_id, phase: name, started_at, finished_at, duration_ms } = event;
            const phase = { phase: name, started_at, finished_at, duration_ms };
            return withExecution(record, job_id, ({ phases }) => ({ phases: [...phases, phase] }));
        }
        case 'job_waited': {
            const { job_id, started_at, finished_at, duration_ms } = event;
            const waited_for_place = { started_at, finished_at, duration_ms };
            return withJob(record, job_id, (job) => ({ ...job, waited_for_place }));
        }
        case 'job_verdict':
            return withJob(record, event.job_id, (job) => ({
                ...job,
                finished_at: event.at,
                ...verdictFields(event.verdict),
            }));
        case 'run_finished':
            return event.run;
        default:
            return record;
    }
}
/**
 * The record of a run that is over: its status follows from its jobs.
 * @param cancelled somebody cancelled the run as a whole; it then says so, whatever failed before
 */
function closeRecord(record, finishedAt, cancelled) {
    const failed = record.jobs.filter(({ status }) => status !== 'passed');
    const total = record.jobs.length;
    const closed = { ...record, finished_at: finishedAt };
    if (total === 0)
        return { ...closed, status: 'skipped' };
    if (failed.length === 0)
        return { ...closed, status: 'passed', message: `${total} passed` };
    const names = failed.map(({ id }) => id).join(', ');
    return {
        ...closed,
        status: 'failed',
        message: `${failed.length} of ${total} failed: ${names}`,
        failure_kind: cancelled ? 'cancelled' : causeOf(failed),
    };
}
/** Lanes that were ended because another failed are not why the run failed. */
function causeOf(failed) {
    const kinds = failed.map(({ failure_kind }) => failure_kind);
    return kinds.find((kind) => kind !== 'cancelled') ?? kinds[0] ?? null;
}
function verdictFields(verdict) {
    if (verdict.kind === 'passed') {
        return { status: 'passed', exit_code: 0, message: 'test passed', failure_kind: null };
    }
    const { failure } = verdict;
    return {
        status: 'failed',
        exit_code: failure.cause === 'command_failed' || failure.cause === 'command_out_of_memory'
            ? failure.exitCode
            : failure.cause === 'command_timed_out' && failure.enforcedBy === 'guest'
                ? 124
                : null,
        message: (0,describe_failure/* describeFailure */.I)(failure).headline,
        failure_kind: (0,model_failure/* categoryOf */.Qd)(failure),
    };
}
function withJob(record, id, change) {
    return { ...record, jobs: record.jobs.map((job) => (job.id === id ? change(job) : job)) };
}
function withExecution(record, id, change) {
    return withJob(record, id, (job) => ({
        ...job,
        execution: { ...job.execution, ...change(job.execution) },
    }));
}

;// CONCATENATED MODULE: ./build/run/journal.js







/**
 * What a run writes down: each event goes into the record, into the run's files, and to whoever
 * reports it, in this order.
 */
class RunJournal {
    runId;
    dir;
    #writer;
    #report;
    #record;
    constructor(stateRoot, target, hostLog, report) {
        const now = new Date();
        this.runId = (0,run_id/* newRunId */.F)(now);
        this.dir = (0,run_dir/* runDir */.ff)(stateRoot, this.runId);
        this.#writer = runWriter(this.dir, hostLog);
        this.#report = report;
        const started = {
            event: 'run_started',
            run_id: this.runId,
            created_at: timestamp(now),
            rerun_of: null,
            target_id: target.id,
            target_description: target.description,
        };
        this.#record = openRecord(started);
        this.emit(started);
    }
    emit = (event) => {
        this.#record = withPaths(foldEvent(this.#record, event), event, this.dir);
        this.#writer.write(event, this.#record);
        this.#report(event);
    };
    openLane(lane, startedAt) {
        const { hostLog, guestLog } = this.dir.job(lane.id);
        const job = openJob(lane, {
            planNodeId: executeNodeId(lane.id),
            hostLog,
            guestLog,
            startedAt,
            prepareMs: this.#prepareDuration(lane),
        });
        this.emit({ event: 'job_started', run_id: this.runId, job });
    }
    closeLane(lane, given) {
        const verdict = withMissingProgram(given, this.dir.job(lane.id).guestLog);
        this.emit({ event: 'job_verdict', job_id: lane.id, at: timestamp(), verdict });
        const job = this.#record.jobs.find(({ id }) => id === lane.id);
        if (job === undefined)
            throw new TypeError(`lane ${lane.id} has no record`);
        this.emit({ event: 'job_finished', run_id: this.runId, job });
    }
    /** A lane that cannot even start. */
    refuseLane(lane, failure) {
        this.openLane(lane, null);
        this.closeLane(lane, { kind: 'failed', failure });
    }
    /** Keeps result.json as the guest left it. */
    keepResult(lane, resultText) {
        this.#writer.writeResult(lane.id, resultText);
    }
    /** @param cancelled somebody cancelled the run as a whole */
    close(cancelled) {
        const run = closeRecord(this.#record, timestamp(), cancelled);
        this.emit({ event: 'run_finished', run });
        return run;
    }
    #prepareDuration(lane) {
        const nodes = new Set(stagedNodeIds(lane));
        const timings = this.#record.prepare_timings.filter(({ node_id }) => nodes.has(node_id));
        return timings.length === 0
            ? null
            : timings.reduce((sum, { duration_ms }) => sum + duration_ms, 0);
    }
}
/** Where the run's own files are: known to the store, told in the record. */
function withPaths(record, event, dir) {
    if (event.event === 'plan_made')
        return { ...record, plan_path: dir.planJson };
    if (event.event === 'prepare_finished' && event.output !== null) {
        return { ...record, prepared_outputs_path: dir.preparedOutputsJson };
    }
    return record;
}

// EXTERNAL MODULE: ./build/guest/accelerator.js
var guest_accelerator = __webpack_require__(94247);
// EXTERNAL MODULE: ./build/guest/scripts.js
var guest_scripts = __webpack_require__(94140);
;// CONCATENATED MODULE: ./build/guest/admission.js


/** How long the host is asked to wait before it tells how things stand. */
const patienceSecs = 20;
/**
 * Waits until fewer than `maxGuests` live guests have claimed a place on the host before this one.
 * Whoever came first goes first, whichever run it belongs to.
 * @param onWaiting told how many guests have to end first, once at once and then whenever it changes
 */
async function awaitAdmission({ host, dir }, maxGuests, onWaiting, signal) {
    let told;
    for (let patience = 0;; patience = patienceSecs) {
        const command = {
            script: (0,guest_scripts/* admissionScript */.NC)(),
            args: [dir, String(maxGuests), String(patience), String(told ?? 0)],
            purpose: 'wait for a free place',
        };
        const ahead = Number(await (0,capture/* capture */.Fg)(host, command, { signal }));
        if (ahead === 0)
            return;
        if (ahead !== told)
            onWaiting(ahead);
        told = ahead;
    }
}

// EXTERNAL MODULE: ./build/host/host.js
var host_host = __webpack_require__(33934);
// EXTERNAL MODULE: ./build/model/address.js
var model_address = __webpack_require__(36813);
;// CONCATENATED MODULE: ./build/guest/keep.js




/**
 * Grants a collected guest a last lease, and lets it go on.
 * @throws FailureError `host_command_failed`; `signal.reason`
 */
async function keepGuest(host, { name, dir }, minutes, signal) {
    const command = {
        script: (0,guest_scripts/* keepScript */.dL)(),
        args: [dir, name, String(minutes * 60)],
        purpose: `keep the guest ${name}`,
    };
    await (0,capture/* capture */.Fg)(host, command, { signal });
}
/** @param via hosts to go through on the way */
function keptGuestCommands({ address }, via, dir) {
    const enter = ['sh', `${dir}/enter`];
    const end = ['rm', `${dir}/lease`];
    if (address.kind !== 'ssh')
        return { enter: (0,shell_quote/* quoteAll */._)(enter), end: (0,shell_quote/* quoteAll */._)(end) };
    const jump = via.length === 0 ? [] : ['-J', via.map(model_address/* formatEndpoint */.T0).join(',')];
    const ssh = [...jump, (0,model_address/* formatEndpoint */.T0)(address.endpoints[0])];
    return {
        enter: (0,shell_quote/* quoteAll */._)(['ssh', '-t', ...ssh, (0,shell_quote/* quoteAll */._)(enter)]),
        end: (0,shell_quote/* quoteAll */._)(['ssh', ...ssh, (0,shell_quote/* quoteAll */._)(end)]),
    };
}

;// CONCATENATED MODULE: ./build/guest/lease.js


/**
 * How long a guest is kept without a word from us. Its supervisor and the reaper end it after
 * that, whatever happened to us.
 */
const leaseSecs = 120;
const renewEveryMs = 30_000;
/**
 * Renews a guest's lease until ended. A failed renewal is no error here: if the link is gone,
 * whoever follows the guest finds out, and the lease covers several tries.
 */
function keepLease(host, guestDir) {
    let renewal = Promise.resolve();
    const renew = () => {
        const command = {
            script: (0,guest_scripts/* renewLeaseScript */.Z7)(),
            args: [guestDir, String(leaseSecs)],
            purpose: 'renew a lease',
        };
        renewal = (0,capture/* capture */.Fg)(host, command).then(() => undefined, () => undefined);
    };
    const timer = setInterval(renew, renewEveryMs);
    timer.unref();
    return {
        end: () => {
            clearInterval(timer);
            return renewal;
        },
    };
}

// EXTERNAL MODULE: ./build/guest/remove.js
var remove = __webpack_require__(75722);
;// CONCATENATED MODULE: ./build/guest/slot.js







/** Removal has to end, too: after this the lease is left to do it. */
const removalTimeoutMs = 30_000;
/**
 * Claims a place for a guest: a folder with a lease, which so exists before anything that it
 * covers, and a place in the host's queue. A guest of the same name whose lease is over is one that
 * a lost runner left behind, and is removed first; a live one is somebody's, and is never replaced.
 * @param snapshot hash of the snapshot that the guest will use, which is kept for as long
 * @throws FailureError `host_command_failed`, `work_folder_refused`
 */
async function claimSlot(host, name, snapshot, signal) {
    // A claim whose answer was lost with the link is known again by its owner.
    const owner = (0,external_node_crypto_.randomBytes)(8).toString('hex');
    const command = {
        script: (0,guest_scripts/* claimScript */._w)(),
        args: [host.spec.workDir, name, owner, snapshot, String(leaseSecs)],
        purpose: `make the folder of ${name}`,
    };
    signal.throwIfAborted();
    // Never cut off half-way: whether the folder exists would then be anyone's guess.
    const first = await host.call(command);
    const expired = (0,host_host/* exitedWith */.QR)(first.exit, expiredExit);
    if (expired)
        await (0,remove/* removeGuest */.B)(host, name);
    const dir = (expired ? await (0,capture/* capture */.Fg)(host, command) : (0,capture/* stdoutOf */.NT)(host, command, first)).trim();
    const lease = keepLease(host, dir);
    let kept = false;
    return {
        host,
        name,
        dir,
        keep: async (minutes, keepSignal) => {
            // A renewal that is under way would cut the last lease short.
            await lease.end();
            await keepGuest(host, { name, dir }, minutes, keepSignal);
            keepSignal.throwIfAborted();
            kept = true;
        },
        [Symbol.asyncDispose]: async () => {
            if (kept)
                return;
            void lease.end();
            await (0,remove/* removeGuest */.B)(host, name, AbortSignal.timeout(removalTimeoutMs));
        },
    };
}
/** See claim.sh. */
const expiredExit = 17;

// EXTERNAL MODULE: ./build/guest/agent.js + 1 modules
var guest_agent = __webpack_require__(47338);
;// CONCATENATED MODULE: ./build/guest/log-mask.js
/** What stands in place of a secret. */
const mask = Buffer.from('***');
/**
 * Hides words in a stream of bytes, however it is cut into chunks, in time linear in its length (Aho
 * and Corasick's automaton). All of what any word covers is hidden; words that overlap share one mask.
 * Held back is no more than what may be the beginning of a word.
 */
class LogMask {
    /** From a state, by a byte, to the next: the key is `state * 256 + byte`. */
    #edges = new Map();
    /** By state: where to look on when no edge leads from it. It knows less of what was read. */
    #fallback = [0];
    /** By state: how much of what was read it stands for. */
    #depth = [0];
    /** By state: the length of the longest word that ends there. */
    #ending = [0];
    #state = 0;
    /** Bytes read, and of these the first that is still held. */
    #read = 0;
    #released = 0;
    #held = new HeldBytes();
    /** In the order of the stream, apart from each other, none of them released. */
    #hidden = [];
    /** @param words none of them empty */
    constructor(words) {
        for (const word of words)
            this.#add(word);
        this.#link();
    }
    /** @returns what is sure by now; empty where nothing is */
    push(chunk) {
        for (const byte of chunk) {
            this.#step(byte);
            this.#read += 1;
            const length = this.#ending[this.#state] ?? 0;
            if (length > 0)
                this.#hide(this.#read - length, this.#read);
        }
        this.#held.append(chunk);
        return this.#release(this.#read - (this.#depth[this.#state] ?? 0));
    }
    /** @returns what was still held back */
    end() {
        this.#state = 0;
        return this.#release(this.#read);
    }
    #add(word) {
        let state = 0;
        for (const byte of word) {
            const key = state * 256 + byte;
            let next = this.#edges.get(key);
            if (next === undefined) {
                next = this.#depth.length;
                this.#edges.set(key, next);
                this.#depth.push((this.#depth[state] ?? 0) + 1);
                this.#fallback.push(0);
                this.#ending.push(0);
            }
            state = next;
        }
        this.#ending[state] = word.length;
    }
    /** Shallow states first: what a state falls back to is less deep. */
    #link() {
        const edges = [...this.#edges].map(([key, to]) => ({
            from: Math.floor(key / 256),
            byte: key % 256,
            to,
        }));
        edges.sort((one, other) => (this.#depth[one.to] ?? 0) - (this.#depth[other.to] ?? 0));
        for (const { from, byte, to } of edges) {
            if (from === 0)
                continue;
            const shorter = this.#next(this.#fallback[from] ?? 0, byte);
            this.#fallback[to] = shorter;
            this.#ending[to] ||= this.#ending[shorter] ?? 0;
        }
    }
    #next(from, byte) {
        for (let state = from;; state = this.#fallback[state] ?? 0) {
            const next = this.#edges.get(state * 256 + byte);
            if (next !== undefined)
                return next;
            if (state === 0)
                return 0;
        }
    }
    #step(byte) {
        this.#state = this.#next(this.#state, byte);
    }
    #hide(from, end) {
        let start = from;
        let told = false;
        for (let last = this.#hidden.at(-1); last && last.end > start; last = this.#hidden.at(-1)) {
            start = Math.min(start, last.start);
            told ||= last.told;
            this.#hidden.pop();
        }
        this.#hidden.push({ start, end, told });
    }
    /** Hands on what stands before a place of the stream, to which no word that begins earlier can come. */
    #release(end) {
        const parts = [];
        let done = 0;
        for (const hidden of this.#hidden) {
            if (hidden.start >= end)
                break;
            parts.push(this.#take(hidden.start));
            if (!hidden.told)
                parts.push(mask);
            this.#take(Math.min(hidden.end, end));
            if (hidden.end > end) {
                hidden.start = end;
                hidden.told = true;
                break;
            }
            done += 1;
        }
        this.#hidden.splice(0, done);
        const rest = this.#take(end);
        return parts.length === 0 ? rest : Buffer.concat([...parts, rest]);
    }
    /** Takes what is held up to a place of the stream. */
    #take(end) {
        const bytes = this.#held.take(end - this.#released);
        this.#released = end;
        return bytes;
    }
}
/** A queue of bytes: each is copied a few times at most, and none is written over. */
class HeldBytes {
    #store = Buffer.alloc(0);
    #start = 0;
    #end = 0;
    append(chunk) {
        const size = this.#end - this.#start;
        if (size === 0) {
            this.#store = chunk;
            this.#start = 0;
            this.#end = chunk.length;
            return;
        }
        if (this.#end + chunk.length > this.#store.length) {
            const larger = Buffer.alloc(2 * (size + chunk.length));
            this.#store.copy(larger, 0, this.#start, this.#end);
            this.#store = larger;
            this.#start = 0;
            this.#end = size;
        }
        chunk.copy(this.#store, this.#end);
        this.#end += chunk.length;
    }
    take(size) {
        const bytes = this.#store.subarray(this.#start, this.#start + size);
        this.#start += size;
        return bytes;
    }
}

// EXTERNAL MODULE: ./build/guest/secret-forms.js
var secret_forms = __webpack_require__(4756);
;// CONCATENATED MODULE: ./build/guest/masked-guest.js


/**
 * A guest that tells none of the secrets that it was given: not in its log, nor in what else it wrote
 * for us. What the log's bytes are counted by has counted them before. Artifacts are what they are.
 */
function maskedGuest(guest, secrets) {
    const words = Object.values(secrets).flatMap((value) => (0,secret_forms/* secretForms */.e)(value));
    if (words.length === 0)
        return guest;
    return {
        ...guest,
        run: async (options) => {
            const mask = new LogMask(words);
            const handOn = (bytes) => bytes.length === 0 ? undefined : options.onOutput(bytes);
            try {
                await guest.run({ ...options, onOutput: (chunk) => handOn(mask.push(chunk)) });
            }
            finally {
                // However it ended: what was held back is the guest's last word.
                await handOn(mask.end());
            }
        },
        collect: async (signal) => {
            const collected = await guest.collect(signal);
            const { resultText, console } = collected;
            return { ...collected, resultText: masked(resultText), console: masked(console) };
        },
    };
    function masked(text) {
        const mask = new LogMask(words);
        return Buffer.concat([mask.push(Buffer.from(text)), mask.end()]).toString();
    }
}

// EXTERNAL MODULE: ./build/guest/find-expression.js
var find_expression = __webpack_require__(55004);
;// CONCATENATED MODULE: ./build/guest/artifact-stream.js







const tooLargeExit = 79;
/**
 * What the guest left of what is wanted, as a tar. Destroyed with FailureError
 * `artifacts_too_large`, `host_command_failed`, `connection_lost`; `signal.reason`.
 */
function artifactStream({ host, dir }, { patterns, bytes }, signal) {
    const output = new external_node_stream_.PassThrough();
    const command = {
        script: (0,guest_scripts/* artifactsScript */.dX)(),
        args: [dir, String(bytes), ...(0,find_expression/* findExpression */.m)(patterns)],
        purpose: 'collect artifacts',
    };
    const said = new answer/* AnswerBuffer */.t(host.spec.name, command);
    const onStdout = (chunk) => {
        if (!output.write(chunk))
            return new Promise((resolve) => output.once('drain', resolve));
    };
    const send = async () => {
        const exit = await host.exec(command, { signal, onStdout, onStderr: said.addStderr });
        const answer = said.answer(exit);
        if ((0,host_host/* exitedWith */.QR)(exit, tooLargeExit)) {
            const [files = 0, counted = 0] = answer.stderr.trim().split(' ').slice(-2).map(Number);
            throw new model_failure/* FailureError */.pO({ cause: 'artifacts_too_large', files, bytes: counted, limit: bytes });
        }
        (0,capture/* stdoutOf */.NT)(host, command, answer);
    };
    send().then(() => output.end(), (error) => output.destroy(error));
    return output;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/guest/result.js

/** What a guest says of its command; nothing else can make a lane pass. */
const resultSchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(['passed', 'failed']),
    exit_code: schemas/* int */.Whr(),
    finished_at: schemas/* string */.YjP(),
    message: schemas/* string */.YjP(),
    /** The guest's own clock ended the command; of itself it may exit with 124, too. */
    timed_out: schemas/* boolean */.zMY().default(false),
    /** The guest's kernel killed for want of memory while the command ran. */
    out_of_memory: schemas/* boolean */.zMY().default(false),
    nonce: schemas/* string */.YjP(),
});
/** A result.json is short; whatever is longer was not written by our agent. */
const resultSizeLimit = 64 * 1024;
/**
 * Reads result.json. It only counts when it carries the nonce of this very guest, and when status
 * and exit code agree.
 */
function readResult(text, nonce) {
    if (text === '')
        return { kind: 'absent' };
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return { kind: 'untrusted', problem: 'result.json is not JSON (cut off?)' };
    }
    const checked = resultSchema.safeParse(parsed);
    if (!checked.success)
        return { kind: 'untrusted', problem: 'result.json has another shape' };
    const { status, exit_code: exitCode, timed_out: timedOut } = checked.data;
    if (checked.data.nonce !== nonce) {
        return { kind: 'untrusted', problem: 'result.json carries the nonce of another guest' };
    }
    if ((status === 'passed') !== (exitCode === 0) || (timedOut && status === 'passed')) {
        const how = timedOut ? 'a timeout' : `exit code ${exitCode}`;
        return { kind: 'untrusted', problem: `result.json says ${status} with ${how}` };
    }
    if (timedOut)
        return { kind: 'timed_out' };
    const ranOut = status === 'failed' && checked.data.out_of_memory;
    return { kind: ranOut ? 'out_of_memory' : 'exited', exitCode };
}
/** The verdict over an ended guest: nothing when the lane passed. */
function judge(guest, timeoutSecs, collected) {
    const { result, endedBy, commandStarted: started, console } = collected;
    switch (result.kind) {
        case 'exited':
            return result.exitCode === 0
                ? undefined
                : { cause: 'command_failed', exitCode: result.exitCode };
        case 'out_of_memory':
            return { cause: 'command_out_of_memory', exitCode: result.exitCode };
        case 'timed_out':
            return { cause: 'command_timed_out', timeoutSecs, enforcedBy: 'guest' };
        case 'absent': {
            const [, used, limit] = /^disk_exceeded (\d+) (\d+)$/.exec(endedBy) ?? [];
            if (used !== undefined) {
                return { cause: 'disk_exceeded', guest, usedKib: Number(used), limitKib: Number(limit) };
            }
            return {
                cause: 'guest_ended',
                guest,
                reason: endedBy.replaceAll('_', ' '),
                started,
                console,
            };
        }
        case 'untrusted':
            return { cause: 'result_untrusted', guest, problem: result.problem };
    }
}

;// CONCATENATED MODULE: ./build/guest/supervised-guest.js
var supervised_guest_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var supervised_guest_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/**
 * Beyond the lane's own timeout, so that the guest gets to report it: `timeout -k 10` and writing
 * the verdict fit in.
 */
const hostDeadlineGraceSecs = 30;
const consoleLines = 15;
const consoleBytes = 16_384;
/** A launched guest, kept by `supervisor.sh` in its place on the host. */
function supervisedGuest(slot, nonce, deadlines) {
    return {
        run: (options) => followGuest(slot, deadlines, options),
        collect: (signal) => collect(slot, nonce, signal),
        artifacts: (wanted, signal) => artifactStream(slot, wanted, signal),
    };
}
async function followGuest({ host, name, dir }, { boot, command: timeoutSecs }, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const deadline = supervised_guest_addDisposableResource(env_1, new HostDeadline(host, dir), true);
        deadline.set(boot, 'heard', async () => ({
            cause: 'boot_timed_out',
            guest: name,
            deadlineSecs: boot,
            console: await consoleTail(host, dir).catch(() => ''),
        }));
        const signal = AbortSignal.any([run.signal, deadline.signal]);
        // Whatever is beyond the budget is not even read.
        const full = new AbortController();
        const reading = AbortSignal.any([signal, full.signal]);
        let offset = 0;
        const copy = async (command, progressed) => {
            let size = '';
            await host.exec(command, {
                signal: reading,
                onStdout: (chunk) => {
                    if (offset === 0) {
                        deadline.set(timeoutSecs + hostDeadlineGraceSecs, 'finished', () => Promise.resolve({ cause: 'command_timed_out', timeoutSecs, enforcedBy: 'host' }));
                    }
                    progressed();
                    const room = run.logBytes - offset;
                    offset += Math.min(chunk.length, room);
                    if (chunk.length <= room)
                        return run.onOutput(chunk);
                    if (full.signal.aborted)
                        return;
                    full.abort();
                    return run.onOutput(Buffer.concat([chunk.subarray(0, room), cutNote(run.logBytes)]));
                },
                onStderr: (chunk) => {
                    size += chunk.toString();
                },
            });
            return size;
        };
        const copyAll = async (progressed) => {
            const args = () => [dir, String(offset + 1)];
            const follow = { script: (0,guest_scripts/* followScript */.tz)(), args: args(), purpose: 'follow the guest’s log' };
            const size = Number(await copy(follow, progressed));
            // What was written between the follower's last look and the guest's end.
            const rest = { script: (0,guest_scripts/* logRestScript */.ee)(), args: args(), purpose: 'read the rest of the log' };
            if (offset !== size)
                await copy(rest, progressed);
        };
        await (0,drops/* acrossDrops */.O)(async (progressed) => {
            try {
                await copyAll(progressed);
            }
            catch (error) {
                if (signal.aborted || !full.signal.aborted)
                    throw error;
            }
            if (!full.signal.aborted)
                return;
            const end = { script: (0,guest_scripts/* followScript */.tz)(), args: [dir, ''], purpose: 'wait for the guest’s end' };
            await host.exec(end, { signal });
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = supervised_guest_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function cutNote(bytes) {
    const mib = bytes / 1024 / 1024;
    return Buffer.from(`\n[pikaci] the log is cut here, at log_mib = ${mib}; the lane goes on\n`);
}
/**
 * A deadline that the host has the last word on: while the link was down, what it waits for may
 * have come about there.
 */
class HostDeadline {
    #host;
    #dir;
    #abort = new AbortController();
    #timer;
    #asking;
    constructor(host, dir) {
        this.#host = host;
        this.#dir = dir;
    }
    get signal() {
        return this.#abort.signal;
    }
    /** @param state what the guest has to have come to by then */
    set(secs, state, failure) {
        clearTimeout(this.#timer);
        const expire = async () => {
            const command = {
                script: (0,guest_scripts/* inTimeScript */.kX)(),
                args: [this.#dir, state],
                purpose: 'look whether the guest is in time',
            };
            const { exit } = await this.#host.call(command);
            if (!(0,host_host/* succeeded */.gq)(exit))
                this.#abort.abort(new model_failure/* FailureError */.pO(await failure()));
        };
        this.#timer = setTimeout(() => {
            this.#asking = expire().catch((error) => this.#abort.abort(error));
        }, secs * 1000);
    }
    async [Symbol.asyncDispose]() {
        clearTimeout(this.#timer);
        await this.#asking;
    }
}
async function collect({ host, name, dir }, nonce, signal) {
    const command = {
        script: (0,guest_scripts/* collectScript */.ub)(),
        args: [dir, name, String(resultSizeLimit + 1), String(consoleBytes)],
        purpose: 'read the guest’s end',
    };
    const [endedBy = '', started = '', accelerator = '', result = '', console = ''] = (await (0,capture/* capture */.Fg)(host, command, { signal })).split('\n');
    const resultText = Buffer.from(result, 'base64').toString();
    return {
        result: readResult(resultText, nonce),
        resultText,
        endedBy,
        commandStarted: started === 'started',
        accelerator: (0,guest_accelerator/* readAccelerator */.Gc)(accelerator),
        console: consoleText(Buffer.from(console, 'base64').toString()),
    };
}
async function consoleTail(host, dir) {
    const command = {
        script: (0,guest_scripts/* consoleTailScript */.Fb)(),
        args: [dir, String(consoleBytes)],
        purpose: 'read the guest’s console',
    };
    return consoleText(await (0,capture/* capture */.Fg)(host, command));
}
function consoleText(text) {
    const printable = text.replaceAll('\r', '').replace(/[^\x20-\x7e\n\t]/g, '�');
    return printable.trim().split('\n').slice(-consoleLines).join('\n');
}

;// CONCATENATED MODULE: ./build/guest/launch.js





/**
 * Binds a slot to a lane, and boots the guest there under its supervisor, apart from our connection.
 * @throws FailureError `host_command_failed`, with what the host said; `signal.reason`
 */
async function launchGuest(slot, { machine }, request, programs, signal) {
    const { host, dir, name } = slot;
    const { lane, given, nonce, snapshotTree, diskGib } = request;
    signal.throwIfAborted();
    const files = Object.entries({ ...filesOf(programs), ...(machine ? {} : { 'no-machine': '' }) });
    const variables = Object.entries(programs.environment).map(([key, value]) => `${key}=${value}`);
    const command = {
        script: (0,guest_scripts/* launchScript */.RM)(),
        args: [
            ...[
                dir,
                name,
                programs.workspace,
                snapshotTree,
                String(diskGib * 1024 * 1024 + (programs.moreDiskKib ?? 0)),
            ],
            ...[programs.needs.join(' '), String(files.length), ...files.flat()],
            ...variables,
        ],
        purpose: `launch the guest ${name}`,
    };
    const agent = (0,guest_agent/* renderAgent */.Mo)({
        surroundings: programs.surroundings ?? (machine ? (0,guest_agent/* vmSurroundings */.Xy)() : (0,guest_agent/* hostSurroundings */.AV)()),
        lane,
        given,
        nonce,
        paths: programs.paths,
        rootHome: machine ? '/root' : programs.paths.home,
        stagedMounts: request.stagedMounts,
        // What can be entered outlives the command anyway, where the guest is no machine.
        staysOnFailure: machine && request.staysOnFailure,
    });
    // Never cut off half-way: a supervisor could come up behind the removal's back.
    const checked = await (0,capture/* capture */.Fg)(host, command, { stdin: agent });
    const deadlines = { boot: programs.bootSecs, command: lane.timeoutSecs };
    const guest = maskedGuest(supervisedGuest(slot, nonce, deadlines), given.secrets);
    return programs.containment === undefined
        ? guest
        : { ...guest, containment: programs.containment(checked) };
}
function filesOf(programs) {
    const { boot, check, enter, remove, hold, resume, files } = programs;
    const optional = Object.entries({ check, remove, hold, resume }).filter((entry) => entry[1] !== undefined);
    return {
        'supervisor.sh': (0,guest_scripts/* supervisorScript */.iu)(),
        boot,
        enter,
        ...Object.fromEntries(optional),
        ...files,
    };
}

;// CONCATENATED MODULE: ./build/run/keep-failed.js




/**
 * Keeps the guest of a lane that failed, where that is wanted and there is a guest to look into: one
 * that lived to tell of the failure itself. Says why where it is wanted and not done; never rejects.
 */
async function keepFailed(slot, failure, { lane, afterFailure, emit, signal }) {
    const why = await keep(slot, failure, afterFailure, signal);
    if (why !== undefined) {
        emit({ event: 'job_note', job_id: lane.id, note: `the guest is not kept: ${why}` });
    }
    else if (afterFailure.kind === 'kept') {
        emit({
            event: 'guest_kept',
            job_id: lane.id,
            guest_name: slot.name,
            until: timestamp(new Date(Date.now() + afterFailure.minutes * 60_000)),
            ...keptGuestCommands(slot.host.spec, afterFailure.via, slot.dir),
        });
    }
}
/** @returns why it was not done, where it was wanted */
async function keep(slot, failure, afterFailure, signal) {
    switch (afterFailure.kind) {
        case 'removed':
            return undefined;
        case 'denied':
            return afterFailure.why;
        case 'kept':
            if (!isToldByGuest(failure))
                return 'there is none left that could be entered';
            return slot.keep(afterFailure.minutes, signal).then(() => undefined, (error) => (0,describe_failure/* describeFailure */.I)((0,model_failure/* failureOf */.g5)(error)).headline);
    }
}
function isToldByGuest(failure) {
    return (failure.cause === 'command_failed' ||
        failure.cause === 'command_out_of_memory' ||
        (failure.cause === 'command_timed_out' && failure.enforcedBy === 'guest'));
}

;// CONCATENATED MODULE: ./build/run/lane-life.js











/**
 * The life of a lane: name, place, snapshot, guest, command, verdict, removal. Never rejects.
 * An infrastructure failure before the command started gets another try on a fresh guest; a
 * command that ran is never run again. A guest that is kept on purpose is not removed.
 */
async function liveLane(options) {
    const { lane, emit, signal } = options;
    for (let attempt = 1;; attempt += 1) {
        const { verdict, commandStarted } = await attemptLane(options, attempt);
        const worthRetrying = verdict.kind === 'failed' &&
            (0,model_failure/* categoryOf */.Qd)(verdict.failure) === 'infrastructure' &&
            !commandStarted &&
            !signal.aborted;
        if (!worthRetrying || attempt > lane.retriesOnInfrastructure)
            return verdict;
        const { headline } = (0,describe_failure/* describeFailure */.I)(verdict.failure);
        emit({
            event: 'job_note',
            job_id: lane.id,
            note: `${headline}; trying again on a fresh guest`,
        });
    }
}
async function attemptLane(options, attempt) {
    const { lane, session, chosen, emit, signal } = options;
    const { backend, settings } = chosen;
    const phase = phases(lane.id, emit);
    const guest_name = options.guestName(attempt);
    let commandStarted = false;
    let launched = false;
    let slot;
    try {
        emit({ event: 'guest_named', job_id: lane.id, attempt, guest_name, host: session.spec });
        const here = await phase('prepare_directories', async () => {
            slot = await claimSlot(await session.host(), guest_name, await session.snapshotHash(), signal);
            return slot;
        });
        await waitForTurn(here, options);
        const snapshotTree = await phase('stage_workspace_snapshot', () => session.snapshotTree());
        const nonce = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        const prepared = await phase('prepare_runtime', () => session.prepared(chosen, lane));
        const request = {
            lane,
            nonce,
            dir: here.dir,
            snapshotTree,
            ...(0,choose_backend/* grantedTo */.$J)(lane, session.spec, backend.size?.(settings)),
            stagedMounts: options.stagedMounts,
            staysOnFailure: options.afterFailure.kind === 'kept',
        };
        const programs = backend.programs(request, settings, prepared);
        const { image } = programs;
        if (image !== undefined)
            emit({ event: 'guest_image', job_id: lane.id, image });
        const guest = await phase('launch_guest', () => launchGuest(here, backend, { ...request, given: options.given }, programs, signal));
        launched = true;
        if (guest.containment !== undefined) {
            emit({ event: 'guest_contained', job_id: lane.id, ...guest.containment });
        }
        const onOutput = (bytes) => {
            commandStarted = true;
            emit({ event: 'job_output', job_id: lane.id, bytes });
            return options.outputTaken();
        };
        await phase('wait_for_completion', () => guest.run({ onOutput, logBytes: lane.logMib * 1024 * 1024, signal }));
        const collected = await phase('collect_artifacts', async () => {
            const left = await guest.collect(signal);
            // What came of the command counts for more.
            const lost = await keepLeft(options, left, guest);
            return { ...left, lost };
        });
        commandStarted ||= collected.commandStarted;
        tellAccelerator(collected.accelerator, options);
        const { lost } = collected;
        const failure = judge(guest_name, lane.timeoutSecs, collected) ?? lost;
        if (lost !== undefined && lost !== failure) {
            emit({ event: 'job_note', job_id: lane.id, note: (0,describe_failure/* describeFailure */.I)(lost).headline });
        }
        if (failure !== undefined)
            await keepFailed(here, failure, options);
        return { verdict: verdictOf(failure), commandStarted };
    }
    catch (error) {
        const failure = (0,model_failure/* failureUnder */.nj)(signal, error);
        // A guest that we have lost sight of may have begun with it all the same.
        commandStarted ||= launched && failure.cause !== 'boot_timed_out';
        return { verdict: { kind: 'failed', failure }, commandStarted };
    }
    finally {
        await lane_life_remove(slot, lane.id, emit);
    }
}
/** @returns why its artifacts are not there, where the lane made it so or time ran out */
async function keepLeft({ keep, signal }, { resultText }, guest) {
    try {
        await keep({ resultText, guest, signal });
        return undefined;
    }
    catch (error) {
        const failure = (0,model_failure/* failureUnder */.nj)(signal, error);
        if (failure.cause === 'artifacts_too_large' || failure.cause === 'artifacts_late')
            return failure;
        throw error;
    }
}
/** Before anything is made for the guest, so that a host is never given more than it can hold. */
async function waitForTurn(slot, { lane, session, emit, signal }) {
    const { maxGuests, name } = session.spec;
    if (maxGuests === undefined)
        return;
    let waited;
    const onWaiting = (ahead) => {
        waited ??= startSpan();
        emit({ event: 'job_waiting', job_id: lane.id, host: name, ahead, at: timestamp() });
    };
    try {
        await awaitAdmission(slot, maxGuests, onWaiting, signal);
    }
    finally {
        if (waited !== undefined)
            emit({ event: 'job_waited', job_id: lane.id, ...waited() });
    }
}
function tellAccelerator(accelerator, { lane, session, emit }) {
    if (accelerator === undefined)
        return;
    emit({ event: 'guest_accelerated', job_id: lane.id, accelerator: accelerator.kind });
    const advice = (0,guest_accelerator/* acceleratorAdvice */.kz)(session.spec.name, accelerator);
    if (advice !== undefined)
        session.note(lane.id, advice);
}
function verdictOf(failure) {
    return failure === undefined ? { kind: 'passed' } : { kind: 'failed', failure };
}
/** A removal that fails is told, and never hides why the lane ended: the lease does it then. */
async function lane_life_remove(slot, jobId, emit) {
    try {
        await slot?.[Symbol.asyncDispose]();
    }
    catch (error) {
        const { headline } = (0,describe_failure/* describeFailure */.I)((0,model_failure/* failureOf */.g5)(error));
        const note = `the guest is left to its lease: ${headline}`;
        emit({ event: 'job_note', job_id: jobId, note });
    }
}
/** Times each phase of a lane; the one that fails is timed, too. */
function phases(jobId, emit) {
    return async (phase, work) => {
        const elapsed = startSpan();
        emit({ event: 'job_phase_started', job_id: jobId, phase, at: timestamp() });
        try {
            return await work();
        }
        finally {
            emit({ event: 'job_phase_finished', job_id: jobId, phase, ...elapsed() });
        }
    };
}

;// CONCATENATED MODULE: ./build/run/run-target.js














/** Files of this size and more are named in the run's output: a snapshot of them is slow. */
const largeFileBytes = 20 * 1024 * 1024;
/**
 * Runs lanes of a target and returns the run's final record. Failures of lanes are in the record;
 * it only rejects when there can be no record.
 */
async function runTarget(options) {
    const { target, lanes, source, skip, signal } = options;
    const journal = new RunJournal(options.stateRoot, target, options.hostLog, options.report);
    journal.emit({ event: 'source_described', source });
    if (skip === undefined)
        await new TargetRun(options, journal).run(lanes);
    else
        journal.emit({ event: 'run_skipped', message: skip });
    return journal.close(signal.aborted);
}
class TargetRun {
    #options;
    #journal;
    /** Ends the lanes that are left when one fails and the target says so. */
    #failFast = new AbortController();
    #signal;
    #sessions = new Map();
    #chosen = new Map();
    /** Store paths of staged outputs, by host and plan node. */
    #realised = new Map();
    constructor(options, journal) {
        this.#options = options;
        this.#journal = journal;
        this.#signal = AbortSignal.any([options.signal, this.#failFast.signal]);
    }
    async run(lanes) {
        const { target, maxConcurrentExecutes } = this.#options;
        const steps = planSteps(lanes, (lane) => {
            const chosen = this.#chosenFor(lane);
            return chosen.kind === 'chosen' ? chosen.backend.steps(lane, lane.runner.host) : [];
        });
        const plan = makeRunPlan(this.#journal.runId, timestamp(), target, steps);
        this.#journal.emit({ event: 'plan_made', plan });
        const snapshot = this.#takeSnapshot();
        this.#openSessions(lanes, snapshot);
        try {
            const failure = await snapshot.then(() => undefined, (error) => (0,model_failure/* failureUnder */.nj)(this.#signal, error));
            if (failure !== undefined) {
                for (const lane of lanes)
                    this.#journal.refuseLane(lane, failure);
                return;
            }
            await runSteps(steps, {
                maxExecutes: maxConcurrentExecutes,
                runStep: (step) => {
                    switch (step.kind) {
                        case 'staged':
                            return this.#prepare(step.node, () => this.#realise(step));
                        case 'backend':
                            return this.#prepare(step.node, () => this.#prepareBackend(step.lane));
                        case 'execute':
                            return this.#execute(step.lane);
                    }
                },
                onBlocked: (step, failure) => {
                    if (step.kind === 'execute')
                        this.#journal.refuseLane(step.lane, failure);
                },
            });
        }
        finally {
            await Promise.all([...this.#sessions.values()].map((it) => it[Symbol.asyncDispose]()));
        }
    }
    async #takeSnapshot() {
        const { workspace, target } = this.#options;
        const excluded = (0,path_matcher/* compilePatterns */.x)(target.snapshotExclude);
        // A repository is whole or none.
        const isExcluded = (path) => !path.startsWith('.git/') && excluded.match(path) !== undefined;
        const snapshot = await takeSnapshot(workspace, isExcluded, this.#signal);
        this.#journal.emit({
            event: 'snapshot_taken',
            hash: snapshot.hash,
            files: snapshot.entries.length,
            bytes: snapshot.bytes,
            large_files: snapshot.entries
                .filter((entry) => entry.kind === 'file' && entry.size >= largeFileBytes)
                .map(({ path }) => path),
        });
        return snapshot;
    }
    #openSessions(lanes, snapshot) {
        const shared = {
            open: this.#options.openHost,
            onFirstUse: this.#options.onFirstUse,
            snapshot,
            project: this.#options.identity.repository,
            run: this.#runName(),
            registryAuth: this.#options.registryAuth,
            emit: this.#journal.emit,
            signal: this.#signal,
        };
        for (const lane of lanes) {
            const { runner } = lane;
            if (this.#sessions.has(runner.host.name))
                continue;
            const session = new HostSession(runner.host, shared);
            this.#sessions.set(runner.host.name, session);
            if (this.#chosenFor(lane).kind === 'chosen')
                session.warmUp();
        }
    }
    #sessionOf({ runner }) {
        const session = this.#sessions.get(runner.host.name);
        if (session === undefined)
            throw new TypeError(`no session for host ${runner.host.name}`);
        return session;
    }
    #chosenFor(lane) {
        const known = this.#chosen.get(lane) ?? (0,choose_backend/* chooseBackend */.aC)(this.#options.backends, lane);
        this.#chosen.set(lane, known);
        return known;
    }
    async #prepare({ id: node_id, description, prepare: { type } }, work) {
        const elapsed = startSpan();
        this.#journal.emit({ event: 'prepare_started', node_id, description, at: timestamp() });
        let output = null;
        let failure;
        try {
            output = await work();
        }
        catch (error) {
            failure = (0,model_failure/* failureUnder */.nj)(this.#signal, error);
        }
        const problem = failure === undefined ? null : (0,describe_failure/* describeFailure */.I)(failure).headline;
        this.#journal.emit({ event: 'prepare_finished', node_id, type, ...elapsed(), problem, output });
        return failure === undefined ? { kind: 'done' } : { kind: 'failed', failure };
    }
    async #realise({ node, output, lanes }) {
        const { installable } = output;
        const hosts = new Map(lanes.map((lane) => [this.#sessionOf(lane), this.#chosenFor(lane)]));
        const paths = await Promise.all([...hosts].map(async ([session, chosen]) => {
            const nix = chosen.kind === 'chosen' ? chosen.backend.nix?.(chosen.settings) : undefined;
            const path = await session.stagedOutput(installable, nix ?? 'nix');
            this.#realised.set(`${session.spec.name} ${node.id}`, path);
            return path;
        }));
        const [path = ''] = paths;
        const { exposures } = node.prepare.handoff;
        return {
            node_id: node.id,
            installable,
            output_name: output.name,
            protocol: 'nix_store_path_v1',
            residency: 'remote_authoritative_staged_linux',
            consumer: 'host_local_symlink_mounts_v1',
            realized_path: path,
            exposures,
            requested_exposures: exposures,
            payload: null,
        };
    }
    async #prepareBackend(lane) {
        const chosen = this.#chosenFor(lane);
        if (chosen.kind === 'chosen')
            await this.#sessionOf(lane).prepared(chosen, lane);
        return null;
    }
    async #execute(lane) {
        const { target, signal } = this.#options;
        const chosen = this.#chosenFor(lane);
        if (chosen.kind === 'refused') {
            this.#journal.refuseLane(lane, chosen.failure);
            return { kind: 'failed', failure: chosen.failure };
        }
        const session = this.#sessionOf(lane);
        this.#journal.openLane(lane, timestamp());
        const backend = chosen.backend.name;
        this.#journal.emit({ event: 'backend_chosen', job_id: lane.id, backend });
        this.#tellWithheld(lane);
        const note = this.#options.notes.get(lane.id);
        if (note !== undefined)
            this.#journal.emit({ event: 'job_note', job_id: lane.id, note });
        const verdict = await liveLane({
            lane,
            given: this.#given(lane),
            session,
            chosen,
            stagedMounts: this.#stagedMounts(lane),
            afterFailure: this.#options.afterFailure,
            guestName: (attempt) => this.#guestName(lane, attempt),
            keep: async ({ resultText, guest, signal: keepSignal }) => {
                this.#journal.keepResult(lane, resultText);
                if (lane.artifacts.length === 0)
                    return;
                const into = this.#journal.dir.job(lane.id).artifacts;
                const note = await collectArtifacts(guest, lane, into, keepSignal);
                this.#journal.emit({ event: 'job_note', job_id: lane.id, note });
            },
            emit: this.#journal.emit,
            outputTaken: this.#options.outputTaken,
            signal: this.#signal,
        });
        this.#journal.closeLane(lane, verdict);
        if (verdict.kind === 'passed')
            return { kind: 'done' };
        if (target.failFast && !signal.aborted) {
            this.#failFast.abort((0,model_failure/* cancelledBy */.tK)(`fail_fast, because lane ${lane.id} failed`));
        }
        return { kind: 'failed', failure: verdict.failure };
    }
    /** The same in all legs of a workflow run. */
    #runName() {
        const { repository, run, attempt } = this.#options.identity;
        const parts = [repository, run ?? this.#journal.runId, attempt];
        return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
    }
    #given({ id, secrets: names }) {
        const { target, context, secrets } = this.#options;
        const values = secrets.kind === 'given' ? secrets.values : new Map();
        return {
            context: { ...context, PIKACI_TARGET: target.id, PIKACI_LANE: id },
            secrets: Object.fromEntries([...values].filter(([name]) => names.includes(name))),
        };
    }
    /** A lane that misses them without a word would fail for no reason that anybody sees. */
    #tellWithheld({ id: job_id, secrets: names }) {
        const { secrets } = this.#options;
        if (secrets.kind === 'given' || names.length === 0)
            return;
        const note = `runs without ${names.join(', ')} (secrets), because ${secrets.why}`;
        this.#journal.emit({ event: 'job_note', job_id, note });
    }
    #guestName(lane, attempt) {
        const { target, identity } = this.#options;
        return guestName({
            repository: identity.repository,
            attempt: identity.attempt,
            run: identity.run ?? this.#journal.runId,
            target: target.id,
            lane: attempt === 1 ? lane.id : `${lane.id} ${attempt}`,
        });
    }
    #stagedMounts({ runner }) {
        if (runner.kind !== 'remote_linux_vm' || runner.staged === undefined)
            return [];
        const { staged, host } = runner;
        return staged.outputs.flatMap(({ name, mount }) => {
            const storePath = this.#realised.get(`${host.name} ${stagedNodeId(staged, name)}`);
            return storePath === undefined ? [] : [{ mount, storePath }];
        });
    }
}

// EXTERNAL MODULE: ./build/model/backend.js
var model_backend = __webpack_require__(33457);
;// CONCATENATED MODULE: ./build/core/grants.js




/**
 * Checks that each lane reaches a host that somebody who may has described, and asks of it for no more
 * than it grants.
 * @throws FailureError `hosts_untold` or `lanes_refused`, with all that is in the way
 */
function checkGrants(backends, lanes) {
    const hosts = [...new Map(lanes.map(({ runner: { host } }) => [host.name, host])).values()];
    const [first, ...others] = hosts.flatMap(({ address }) => address.kind === 'unknown' ? [address.why] : []);
    if (first !== undefined) {
        throw new model_failure/* FailureError */.pO({ ...first, hosts: [first, ...others].flatMap((it) => it.hosts) });
    }
    const refusals = lanes.flatMap((lane) => refusalsOf(backends, lane).map((it) => ({ lane, ...it })));
    if (refusals.length === 0)
        return;
    const problems = refusals.map(({ lane, problem }) => ({ lane: lane.id, problem }));
    const text = hosts.flatMap((host) => wantedSettings(host, refusals) ?? []).join('\n\n');
    throw new model_failure/* FailureError */.pO({ cause: 'lanes_refused', problems, text });
}
function refusalsOf(backends, lane) {
    const { host } = lane.runner;
    const backend = (0,choose_backend/* backendFor */.Mu)(backends, lane);
    const at = `host \`${host.name}\``;
    const refusals = [];
    const size = (key, asked, most, unit) => {
        if (asked === undefined || most === undefined || asked <= most)
            return;
        const problem = `asks for ${asked} ${unit}, and ${at} grants ${most}`;
        refusals.push({ problem, wanted: { key, value: asked } });
    };
    if (backend?.machine !== false) {
        size('max_vcpu', lane.vcpu, host.maxVcpu, 'CPUs (vcpu)');
        size('max_mem_mib', lane.memMib, host.maxMemMib, 'MiB of memory (mem_mib)');
        size('max_disk_gib', lane.diskGib, host.maxDiskGib, 'GiB of disk (disk_gib)');
    }
    const told = backend && (0,model_backend/* settingsFor */.z)(backend, host);
    // Where the host says too little for its backend, the lane is refused for that when it is to run.
    const needed = told?.kind === 'said' ? (backend?.permissions(told.settings, host) ?? []) : [];
    for (const { permission: value, problem } of needed) {
        if ((0,target/* permits */.V1)(host, value))
            continue;
        refusals.push({ problem, wanted: { key: 'allow', value } });
    }
    return refusals;
}
function wantedSettings(host, refusals) {
    const wanted = refusals
        .filter(({ lane }) => lane.runner.host.name === host.name)
        .map((refusal) => refusal.wanted);
    if (wanted.length === 0)
        return undefined;
    const words = wanted.flatMap((it) => (it.key === 'allow' ? [it.value] : []));
    const allow = [...new Set([...host.allow, ...words])].map((it) => `"${it}"`).join(', ');
    const sizes = new Map();
    for (const it of wanted) {
        if (it.key !== 'allow')
            sizes.set(it.key, Math.max(it.value, sizes.get(it.key) ?? 0));
    }
    return [
        `[${/^[A-Za-z0-9_-]+$/.test(host.name) ? host.name : JSON.stringify(host.name)}]`,
        ...(words.length === 0 ? [] : [`allow = [${allow}]`]),
        ...[...sizes].map(([key, value]) => `${key} = ${value}`),
    ].join('\n');
}

// EXTERNAL MODULE: ./build/core/backends.js + 15 modules
var backends = __webpack_require__(33016);
;// CONCATENATED MODULE: ./build/core/fork-network.js
/**
 * Takes the network from lanes whose code is not the repository's own, unless their host allows it in so
 * many words, be it this machine itself: strangers would reach what only its network protects.
 * @param from whose code it is, in words; nothing for the repository's own
 */
function withoutForkNetwork(lanes, from) {
    const notes = new Map();
    if (from === undefined)
        return { lanes: [...lanes], notes };
    const closed = lanes.map((lane) => {
        const { runner } = lane;
        if (runner.kind !== 'remote_linux_vm' || runner.network !== 'outbound')
            return lane;
        if (runner.host.allow.includes('fork_network'))
            return lane;
        notes.set(lane.id, `runs without its network, because the code comes from ${from}, and host \`${runner.host.name}\` does not allow that (allow = ["fork_network"])`);
        return { ...lane, runner: { ...runner, network: 'none' } };
    });
    return { lanes: closed, notes };
}

// EXTERNAL MODULE: ./build/core/reaper.js
var reaper = __webpack_require__(49408);
// EXTERNAL MODULE: ./build/core/reaper-words.js
var reaper_words = __webpack_require__(34364);
;// CONCATENATED MODULE: ./build/core/run-lanes.js
var run_lanes_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_lanes_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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


















/** Runs lanes of the checkout as it lies, untracked files included. */
async function runLanes(workspace, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { manifest, repository, stateRoot, environment } = workspace;
        const { base, credentials, signal } = options;
        const chosen = (0,choose_targets/* chooseLanes */.t)(manifest, options.target, options.lanes);
        const backend = options.backend ?? environment.backend;
        const { lanes, notes } = withoutForkNetwork(chosen.lanes.map((lane) => withBackend(lane, backend)), options.foreignFrom);
        checkGrants(backends/* backends */.S, lanes);
        refuseConsumer(lanes, environment);
        const change = base === undefined ? undefined : await changeToRun(workspace, base, signal);
        const skip = change && skipMessage(chosen.target, manifest, change);
        const secrets = options.secrets(skip === undefined ? lanes : []);
        const [source, files] = await Promise.all([
            describeSource(workspace, chosen.target, change, signal),
            sourceFiles(workspace, signal),
        ]);
        const git = run_lanes_addDisposableResource(env_1, await gitFor(skip === undefined ? lanes : [], workspace, source, signal), true);
        return await runTarget({
            target: chosen.target,
            lanes,
            source,
            workspace: {
                root: repository.root,
                format: repository.objectFormat,
                files: merged(files, git?.files),
            },
            context: options.context,
            secrets,
            notes,
            backends: backends/* backends */.S,
            stateRoot,
            identity: options.identity,
            afterFailure: options.afterFailure,
            openHost: (spec, openOptions) => (0,host_open/* openHost */.Z)(spec, credentials, openOptions),
            // What strangers name would be fetched with the login of whoever runs them.
            registryAuth: options.foreignFrom === undefined ? options.registryAuth : noLogin,
            onFirstUse: haveReaped,
            maxConcurrentExecutes: environment.maxConcurrentExecutes,
            skip,
            hostLog: hostLogLines,
            report: options.report,
            outputTaken: options.outputTaken,
            signal,
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_lanes_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** All lanes of a run share their snapshot: what one asks for is there for the others, too. */
async function gitFor(lanes, { repository }, { git_head: head }, signal) {
    const lane = lanes.find(({ git }) => git);
    if (lane === undefined)
        return undefined;
    if (head !== null)
        return makeLaneGit(repository, signal);
    throw new model_failure/* FailureError */.pO({
        cause: 'lane_unsupported',
        lane: lane.id,
        problem: 'it is to have a `.git` (git = true), and the checkout has no commit',
        hint: 'Commit something, or drop `git`.',
    });
}
function merged(files, ofGit = []) {
    if (ofGit.length === 0)
        return files;
    return [...ofGit, ...files].sort((one, other) => (0,byte_order/* compareBytes */.X)(one.path, other.path));
}
/** What is run is the work tree: what is not committed yet is part of the change. */
async function changeToRun({ repository, runFetch }, base, signal) {
    const [committed, here] = await Promise.all([
        (0,repository_change/* changedPaths */.vl)(repository, base, 'HEAD', { signal, runFetch }),
        (0,repository_change/* differences */.tX)(repository, signal),
    ]);
    if (committed.kind === 'unknown')
        return committed;
    return {
        ...committed,
        paths: [...new Set([...committed.paths, ...here.paths])],
        covers: [...new Set([...committed.covers, ...here.covers])],
    };
}
async function describeSource({ repository }, target, change, signal) {
    const [head, dirty] = await Promise.all([
        (0,repository_history/* commitOf */.D3)(repository, 'HEAD', signal),
        (0,repository_change/* isDirty */.DM)(repository, signal),
    ]);
    return {
        source_root: repository.root,
        git_head: head ?? null,
        git_dirty: dirty,
        changed_files: change?.kind === 'known' ? [...change.paths] : [],
        filters: [...target.paths],
    };
}
/**
 * Our own records are no part of the workspace, ignored by git or not, whatever link led to either of
 * them. Only the folder of runs is ours: a state root may be a folder with files of the repository.
 */
async function sourceFiles({ repository, stateRoot }, signal) {
    const files = await (0,repository_files/* workTreeFiles */.B$)(repository, signal);
    const [root, state] = [realPathOf(repository.root), realPathOf(stateRoot)];
    const own = (0,external_node_path_.relative)(root, (0,external_node_path_.join)(state, 'runs'));
    if (own.split('/').includes('..'))
        return files;
    return files.filter(({ path }) => path !== own && !path.startsWith(`${own}/`));
}
/** Where a path really leads, whatever of it is not there yet. */
function realPathOf(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch (error) {
        if (error.code !== 'ENOENT' || (0,external_node_path_.dirname)(path) === path)
            throw error;
        return (0,external_node_path_.join)(realPathOf((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
    }
}
function skipMessage(target, manifest, change) {
    const [decision] = (0,plan_select/* decideAll */.k1)([target], 'named', manifest, change);
    return decision?.kind !== 'skipped'
        ? undefined
        : `skipped; no changed files matched ${target.paths.length} filter(s)`;
}
/** The machine that we run on is cleaned up by whoever runs there. */
async function haveReaped(host, signal) {
    if (host.spec.address.kind === 'local')
        return undefined;
    const installed = await (0,reaper/* ensureReaper */.K4)(host, signal);
    return installed && (0,reaper_words/* firstUseNote */.w)(installed);
}
const noLogin = () => '{"auths":{}}';
function withBackend(lane, backend) {
    if (backend === undefined || lane.runner.kind !== 'remote_linux_vm')
        return lane;
    const { runner } = lane;
    return { ...lane, runner: { ...runner, host: { ...runner.host, backend } } };
}
function refuseConsumer(lanes, environment) {
    const consumer = environment.preparedOutputConsumer;
    if (consumer !== 'remote_request_v1')
        return;
    const staged = lanes.find(({ runner }) => runner.kind === 'remote_linux_vm' && runner.staged);
    if (staged === undefined)
        return;
    throw new model_failure/* FailureError */.pO({
        cause: 'usage',
        problem: `PIKACI_PREPARED_OUTPUT_CONSUMER is ${consumer}, which is a prototype only and refused for staged lanes (\`${staged.id}\`)`,
        hint: 'Unset PIKACI_PREPARED_OUTPUT_CONSUMER.',
    });
}


/***/ }),

/***/ 73386:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ readSecrets)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _guest_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4756);


/**
 * The secrets that lanes ask for, out of the environment of whoever runs them.
 * @throws FailureError `secrets_unusable`, with all that is in the way
 */
function readSecrets(lanes, variables, origin) {
    const values = new Map();
    const unusable = [];
    for (const lane of lanes) {
        for (const name of lane.secrets) {
            const value = variables[name] ?? '';
            if (value === '')
                unusable.push({ lane: lane.id, name, why: 'missing' });
            else if (value.trim().length < _guest_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .shortestSecret */ .b) {
                unusable.push({ lane: lane.id, name, why: 'too_short' });
            }
            else
                values.set(name, value);
        }
    }
    if (unusable.length > 0) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ cause: 'secrets_unusable', origin, secrets: unusable });
    }
    return { kind: 'given', values };
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

/***/ 37650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ reapCommand),
/* harmony export */   U: () => (/* binding */ reapGuests)
/* harmony export */ });
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10432);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94140);


/**
 * Removes the guests whose lease is over, with all they made; see reap.sh.
 * @returns the names of the guests
 */
async function reapGuests(host, signal) {
    const command = reapCommand(host.spec.workDir);
    return (await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .capture */ .Fg)(host, command, { signal })).split('\n').filter(Boolean);
}
function reapCommand(workDir) {
    return { script: (0,_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .reapScript */ .Yy)(), args: [workDir], purpose: 'remove guests whose lease is over' };
}


/***/ }),

/***/ 4756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ shortestSecret),
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** A shorter value would stand in every other word of a log. */
const shortestSecret = 4;
/** A shorter form is found by chance. */
const shortestEncoded = 8;
/**
 * How a secret may stand in a log: as it is, line by line, and as tools write it that encode what they
 * pass on: percent signs, JSON, and Base64, whatever stands in front of it there.
 */
function secretForms(value) {
    const texts = [value, value.trim(), ...value.split(/[\r\n]+/).map((line) => line.trim())].filter((text) => text.length >= shortestSecret);
    const encoded = [value, value.trim()].flatMap((text) => [
        encodeURIComponent(text.toWellFormed()),
        JSON.stringify(text).slice(1, -1),
        ...base64Forms(Buffer.from(text)),
    ]);
    const forms = [...texts, ...encoded.filter((text) => text.length >= shortestEncoded)];
    return [...new Set(forms)].map((text) => Buffer.from(text));
}
/**
 * Base64 tells three bytes in four characters, so what a value becomes depends on where it begins: at
 * each third byte anew. Of the ends only what is the value's alone is known.
 */
function base64Forms(value) {
    const aligned = [0, 1, 2].map((skipped) => {
        const rest = value.subarray(skipped);
        return rest.subarray(0, rest.length - (rest.length % 3));
    });
    return ['base64', 'base64url'].flatMap((encoding) => [value, ...aligned].map((bytes) => bytes.toString(encoding).replace(/=+$/, '')));
}


/***/ }),

/***/ 81592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ acrossDrops)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

/** More than a bad network asks for; a host that drops whatever we do has to end, too. */
const dropsWithoutProgress = 12;
/**
 * Does work on a host, again after each drop of the link for as long as it makes progress between
 * them; using the host makes the link again. Any other error ends it.
 * @param work calls `progressed` whenever it got further
 */
async function acrossDrops(work) {
    let idle = 0;
    const progressed = () => {
        idle = 0;
    };
    for (;;) {
        try {
            return await work(progressed);
        }
        catch (error) {
            const dropped = error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO && error.failure.cause === 'connection_lost';
            idle += 1;
            if (!dropped || idle > dropsWithoutProgress)
                throw error;
        }
    }
}


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

/***/ 40643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ paceOf)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Tells whoever writes to a stream when to go on: what a slow reader leaves in a pipe would otherwise
 * gather in memory, all of it. However fast the reader is, signals and timers get their turn in
 * between: a flood must not hold up that it is cancelled.
 * @param signal ends the waiting; what is cancelled is not kept waiting by somebody's pager
 * @returns what settles once the stream has taken what it holds
 */
function paceOf(stream, signal) {
    let taken;
    const done = () => {
        taken = undefined;
    };
    return () => {
        if (signal.aborted)
            return undefined;
        if (!stream.writableNeedDrain)
            return (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setImmediate)();
        taken ??= (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(stream, 'drain', { signal }).then(done, done);
        return taken;
    };
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

/***/ 49401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ grantedTo),
/* harmony export */   Mu: () => (/* binding */ backendFor),
/* harmony export */   aC: () => (/* binding */ chooseBackend)
/* harmony export */ });
/* harmony import */ var _model_backend_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33457);
/* harmony import */ var _model_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87512);


/** The backend that makes a lane's guests: the one its host asks for, of those that take such lanes. */
function backendFor(backends, lane) {
    const { runner } = lane;
    return backends.find((backend) => backend.runner === runner.kind &&
        (backend.takes?.(lane) ?? true) &&
        (!isAsked(runner) || (backend.choice ?? backend.name) === runner.host.backend));
}
/** That backend with what the host says for it, unless the lane cannot run so. */
function chooseBackend(backends, lane) {
    const { id, runner } = lane;
    const backend = backendFor(backends, lane);
    if (backend === undefined) {
        const wanted = isAsked(runner) ? `backend ${runner.host.backend}` : `runner ${runner.kind}`;
        return {
            kind: 'refused',
            failure: { cause: 'backend_unavailable', backend: wanted, lane: id },
        };
    }
    const said = (0,_model_backend_js__WEBPACK_IMPORTED_MODULE_0__/* .settingsFor */ .z)(backend, runner.host);
    if (said.kind === 'lacking') {
        const problem = `host \`${runner.host.name}\` does not say what backend ${backend.name} needs: ${said.keys}`;
        const hint = `Set ${said.keys} of host \`${runner.host.name}\`: in input \`hosts\`, the file of --hosts, or the manifest.`;
        return { kind: 'refused', failure: { cause: 'lane_unsupported', lane: id, problem, hint } };
    }
    const { settings } = said;
    const refusal = backend.refuse(lane, settings, runner.host);
    return refusal === undefined
        ? { kind: 'chosen', backend, settings }
        : { kind: 'refused', failure: { cause: 'lane_unsupported', lane: id, ...refusal } };
}
/** Other lanes have no choice. */
function isAsked({ kind, host }) {
    return kind === 'remote_linux_vm' && host.backend !== 'auto';
}
/** What a lane's guest gets: what the lane asks for, or else what is usual there, as far as the host grants it. */
function grantedTo({ vcpu, memMib, diskGib }, { maxVcpu = Infinity, maxMemMib = Infinity, maxDiskGib = Infinity }, usual = { vcpu: Infinity, memMib: Infinity }) {
    return {
        size: {
            vcpu: Math.min(vcpu ?? usual.vcpu, maxVcpu),
            memMib: Math.min(memMib ?? usual.memMib, maxMemMib),
        },
        diskGib: Math.min(diskGib ?? _model_target_js__WEBPACK_IMPORTED_MODULE_1__/* .usualDiskGib */ .aP, maxDiskGib),
    };
}


/***/ }),

/***/ 57212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C4: () => (/* binding */ pruneSnapshots),
/* harmony export */   En: () => (/* binding */ pruneCommand),
/* harmony export */   sK: () => (/* binding */ defaultPruneLimits)
/* harmony export */ });
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10432);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74712);


const defaultPruneLimits = { snapshots: 50, days: 14, megabytes: 20_000 };
/**
 * Removes snapshots beyond any of the limits, the longest unused first, and GC roots of builds that
 * are as old. Nothing goes that a guest with a living lease uses, or that was used within the hour:
 * a run may have found it and be about to boot.
 * @returns the hashes of the snapshots
 */
async function pruneSnapshots(host, limits, signal) {
    const command = pruneCommand(host.spec.workDir, limits);
    return (await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .capture */ .Fg)(host, command, { signal })).split('\n').filter(Boolean);
}
function pruneCommand(workDir, { snapshots, days, megabytes }) {
    const limits = [snapshots, days * 24 * 60, megabytes * 1024].map((limit) => String(Math.round(limit)));
    return { script: (0,_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneScript */ .QX)(), args: [workDir, ...limits], purpose: 'prune old snapshots' };
}


/***/ }),

/***/ 74712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QX: () => (/* binding */ pruneScript),
/* harmony export */   Rj: () => (/* binding */ publishScript)
/* harmony export */ });
/* unused harmony exports listingFunctions, listedTreeFunctions */
/* harmony import */ var _host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67664);

/** The shell programs about snapshots, put together from the texts beside this file. */
/** Receives a snapshot; see publish.sh for its arguments. */
function publishScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "publish.sh", uploadMark, (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .workFolderFunctions */ .$R)(), (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .removeTreeFunctions */ .GJ)(), listingFunctions(), listedTreeFunctions(), (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .diskLeftFunctions */ .Uc)());
}
/** An upload is known by it among processes; in front, as `ps` may show no more than a line's start. */
const uploadMark = ': pikaci receives a snapshot';
/** Removes old snapshots; see prune.sh for its arguments. */
function pruneScript() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "prune.sh", (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .workFolderFunctions */ .$R)(), (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .removeTreeFunctions */ .GJ)());
}
/** Functions only; see listing.sh. */
function listingFunctions() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "listing.sh");
}
/** Functions only; see listed-tree.sh. */
function listedTreeFunctions() {
    return (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_0__/* .shellProgram */ .rM)(__webpack_require__.ab + "listed-tree.sh");
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