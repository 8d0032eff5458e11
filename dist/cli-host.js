"use strict";
exports.id = 650;
exports.ids = [650];
exports.modules = {

/***/ 8650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hostCommand: () => (/* binding */ hostCommand)
});

// EXTERNAL MODULE: ./build/model/address.js
var model_address = __webpack_require__(36813);
// EXTERNAL MODULE: ./build/core/environment.js
var core_environment = __webpack_require__(71406);
// EXTERNAL MODULE: ./build/core/examine-host.js + 1 modules
var examine_host = __webpack_require__(22438);
// EXTERNAL MODULE: ./build/core/exit-status.js
var exit_status = __webpack_require__(72862);
// EXTERNAL MODULE: ./build/core/reaper.js
var core_reaper = __webpack_require__(49408);
// EXTERNAL MODULE: ./build/core/reaper-words.js
var reaper_words = __webpack_require__(34364);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/host/capture.js
var capture = __webpack_require__(10432);
// EXTERNAL MODULE: ./build/host/shell-functions.js
var shell_functions = __webpack_require__(67664);
// EXTERNAL MODULE: ./build/core/backends.js + 15 modules
var backends = __webpack_require__(33016);
// EXTERNAL MODULE: ./build/core/host-facts.js
var host_facts = __webpack_require__(77895);
;// CONCATENATED MODULE: ./build/core/setup-host.js






/** Looks, and changes nothing. */
async function planSetup(host, signal) {
    const first = await (0,host_facts/* lookAtHost */.J)(host, [], signal);
    if (first.workFolder.kind === 'refused') {
        const { why: detail } = first.workFolder;
        throw new failure/* FailureError */.pO({ cause: 'work_folder_refused', host: host.spec.name, detail });
    }
    const setups = backends/* backends */.S.flatMap((it) => it.setup === undefined ? [] : [it.setup(first.processor)]);
    const table = new Map(setups.flatMap(({ packages }) => Object.entries(packages)));
    const facts = await (0,host_facts/* lookAtHost */.J)(host, [...table.keys()], signal);
    const parts = setups.flatMap((setup) => setup.parts);
    const there = await Promise.all(parts.map(async (part) => part.isThere(host, signal)));
    const { workFolder } = facts;
    return {
        facts,
        missing: facts.missing,
        packages: [...new Set(facts.missing.flatMap((program) => table.get(program) ?? []))].sort(),
        parts: parts.filter((_, at) => there[at] === false),
        reaper: workFolder.kind !== 'there' || (0,core_reaper/* isReaperDue */.UB)(workFolder.path, workFolder.reaper.decision ?? ''),
    };
}
function isSetUp({ packages, parts, reaper }) {
    return packages.length === 0 && parts.length === 0 && !reaper;
}
/** The line that installs packages, for whoever may. */
function installLine(packages) {
    return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}
/** Whether packages have Debian's names there, and apt installs them. */
function hasApt({ distribution }) {
    return distribution.some((id) => id === 'debian' || id === 'ubuntu');
}
/** @throws FailureError `host_lacks_tools` where nobody lets us */
async function installPackages(host, { facts, missing, packages }, signal) {
    if (!hasApt(facts) || facts.installs === undefined) {
        const install = hasApt(facts) ? installLine(packages) : undefined;
        throw new failure/* FailureError */.pO({
            cause: 'host_lacks_tools',
            host: host.spec.name,
            tools: missing,
            setup: { install },
        });
    }
    const command = {
        script: (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "install-packages.sh"),
        args: [facts.installs, ...packages],
        purpose: `install ${packages.join(' ')}`,
    };
    await (0,capture/* capture */.Fg)(host, command, { signal });
}

// EXTERNAL MODULE: ./build/model/target.js
var target = __webpack_require__(87512);
;// CONCATENATED MODULE: ./build/core/setup-words.js



/** What a setup found, and what it will do. */
function setupLines(plan) {
    const { facts, missing, packages, parts, reaper } = plan;
    const what = [facts.release, facts.system, facts.processor].filter((part) => part !== '');
    return [
        `  ${what.join(', ')}; as ${facts.user}`,
        ...(isSetUp(plan) ? ['  Nothing to do: all is there.'] : ['  To do:']),
        ...(missing.length > 0 ? [`    install ${packages.join(' ')}`, ...by(plan)] : []),
        ...parts.map(({ name }) => `    make the ${name}, below the work folder`),
        ...(reaper ? ['    install the reaper, which removes what lost runners leave'] : []),
    ];
}
function by({ facts, packages }) {
    if (!hasApt(facts))
        return ['      by hand: this is neither Debian nor Ubuntu'];
    if (facts.installs !== undefined)
        return [];
    return ['      which this user may not; for an administrator:', `      ${installLine(packages)}`];
}
/** What a workflow needs to reach a host, ready to be pasted. */
function workflowLines({ name, address, workDir }, knownHosts) {
    if (address.kind !== 'ssh')
        return ['', 'Lanes run here with: host = "local"'];
    const [first, ...more] = address.endpoints.map((it) => JSON.stringify((0,model_address/* formatEndpoint */.T0)(it)));
    const where = more.length === 0 ? (first ?? '') : `[${[first, ...more].join(', ')}]`;
    return [
        '',
        'For the step of the workflow, under `with:` (and `ssh-key` from a secret):',
        '',
        '  ssh-known-hosts: |',
        ...knownHosts.map((line) => `    ${line}`),
        '  hosts: |',
        `    [${name}]`,
        `    address = ${where}`,
        ...(workDir === target/* usualWorkDir */.Tg ? [] : [`    work_dir = ${JSON.stringify(workDir)}`]),
    ];
}

// EXTERNAL MODULE: ./build/core/signals.js
var signals = __webpack_require__(44378);
// EXTERNAL MODULE: ./build/host/known-hosts.js
var known_hosts = __webpack_require__(98571);
// EXTERNAL MODULE: ./build/host/open.js + 2 modules
var host_open = __webpack_require__(18392);
// EXTERNAL MODULE: ./build/manifest/resolve-host.js
var resolve_host = __webpack_require__(24220);
// EXTERNAL MODULE: ./build/report/check-lines.js
var check_lines = __webpack_require__(96544);
// EXTERNAL MODULE: ./build/cli/host-address.js
var host_address = __webpack_require__(68383);
// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(65868);
// EXTERNAL MODULE: ./build/cli/print.js
var print = __webpack_require__(89901);
// EXTERNAL MODULE: ./build/cli/stdout-palette.js
var stdout_palette = __webpack_require__(73109);
// EXTERNAL MODULE: ./build/cli/user-credentials.js
var user_credentials = __webpack_require__(39468);
;// CONCATENATED MODULE: ./build/cli/host.js
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


















const host_options = {
    ...options/* hostOptions */.tv,
    'work-dir': { type: 'string' },
    'dry-run': { type: 'boolean' },
};
const host_form = '`host setup` takes one address: ssh://user@name, or local';
/** Makes a machine a host: looks, says what it will do, does it, and looks whether guests come up. */
async function hostCommand(args, closed) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { values, positionals } = (0,options/* parseCommand */.RM)(args, host_options);
        const [task, address, ...rest] = positionals;
        if (task !== 'setup')
            throw (0,options/* usage */.CI)('`host` takes `setup`, as in: pikaci host setup ssh://user@name');
        if (address === undefined || rest.length > 0)
            throw (0,options/* usage */.CI)(host_form);
        const environment = (0,core_environment/* readEnvironment */.Q)(process.env);
        const spec = specOf(address, values['work-dir'], environment.localWorkDir);
        const credentials = (0,user_credentials/* userCredentials */.C)(values, environment);
        const signal = AbortSignal.any([(0,signals/* abortOnSignals */.P)(), closed]);
        const host = __addDisposableResource(env_1, await (0,host_open/* openHost */.Z)(spec, credentials, { signal }), true);
        const plan = await planSetup(host, signal);
        const paint = (0,stdout_palette/* stdoutPalette */.D)();
        (0,print/* printLines */.tj)([`${paint.bold(spec.name)} ${paint.dim((0,host_address/* addressText */.G)(spec))}`, ...setupLines(plan)]);
        if (values['dry-run'] === true) {
            (0,print/* printLines */.tj)(['Nothing was changed (--dry-run).']);
            return 0;
        }
        await carryOut(host, plan, signal);
        const checks = await (0,examine_host/* examineOpenHost */.G)(host, spec, [], { boot: true, signal });
        (0,print/* printLines */.tj)((0,check_lines/* checkLines */.W)(checks, paint, process.stdout.isTTY ? process.stdout.columns : undefined));
        const exit = (0,exit_status/* exitOfChecks */.$r)(checks);
        if (exit === 0)
            (0,print/* printLines */.tj)(workflowLines(spec, await pinned(spec, credentials)));
        return exit;
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
async function carryOut(host, plan, signal) {
    if (isSetUp(plan))
        return;
    const { packages, parts } = plan;
    if (plan.missing.length > 0) {
        await timed(`installed ${packages.join(' ')}`, installPackages(host, plan, signal));
    }
    for (const part of parts)
        await timed(`made the ${part.name}`, part.make(host, signal));
    const reaper = await (0,core_reaper/* ensureReaper */.K4)(host, signal);
    if (reaper !== undefined) {
        (0,print/* printLines */.tj)(['  installed the reaper:', ...(0,reaper_words/* reaperLines */.H)(reaper).map((line) => `    ${line}`)]);
    }
}
async function timed(done, work) {
    const began = performance.now();
    await work;
    (0,print/* printLines */.tj)([`  ${done} (${Math.round((performance.now() - began) / 1000)} s)`]);
}
function specOf(text, workDir, localWorkDir) {
    const address = (0,model_address/* parseAddress */.or)(text);
    // What is no address may hold a password, so it is not repeated.
    if (address === undefined)
        throw (0,options/* usage */.CI)(host_form);
    if (workDir !== undefined && !/^(?:\/|~\/)[^\0]*$/.test(workDir)) {
        throw (0,options/* usage */.CI)('--work-dir takes a path that begins with / or ~/');
    }
    const name = address.kind === 'local' ? 'local' : nameOf(address.endpoints[0]);
    return (0,resolve_host/* newHostSpec */.gn)(name, address, workDir, localWorkDir);
}
/** As people would call it; they may change it where they paste it. */
function nameOf({ hostname }) {
    const [label = ''] = hostname.split('.');
    return /^[A-Za-z][A-Za-z0-9_-]{0,50}$/.test(label) ? label : 'builder';
}
/** Also of the hosts on the way there. */
async function pinned({ address }, { knownHosts, proxyJump }) {
    if (address.kind !== 'ssh')
        return [];
    const known = await knownHosts();
    const endpoints = [...proxyJump, ...address.endpoints];
    return endpoints.flatMap(({ hostname, port }) => (0,known_hosts/* pinnedLines */.gK)(known, hostname, port));
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

/***/ 24220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gn: () => (/* binding */ resolveHosts),
/* harmony export */   Xd: () => (/* binding */ addressFindings),
/* harmony export */   gn: () => (/* binding */ newHostSpec),
/* harmony export */   vt: () => (/* binding */ localHostSpec)
/* harmony export */ });
/* harmony import */ var _model_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36813);
/* harmony import */ var _model_backend_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33457);
/* harmony import */ var _model_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87512);
/* harmony import */ var _untold_hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48497);




/** Hosts by name; `local` is always there. */
function resolveHosts(source) {
    const { declared, given } = source;
    const names = [...new Set(['local', ...declared.keys(), ...given.keys()])];
    const told = new Map(names.map((name) => [name, settingsOf(source, name)]));
    const untold = [...told.values()].flatMap((it) => (it.kind === 'untold' ? [it.host] : []));
    const specs = [...told].map(([name, settings]) => [
        name,
        settings.kind === 'told'
            ? hostSpec(name, settings.address, settings.text, source)
            : hostSpec(name, unknownAddress(source, settings.host), {}, source),
    ]);
    return { hosts: new Map(specs), findings: [...findingsOf(declared)], untold };
}
function unknownAddress({ origin, manifest }, host) {
    return { kind: 'unknown', why: (0,_untold_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .untoldFailure */ .N)(origin, manifest, host) };
}
/** What is wrong with an address, wherever it is written. */
function* addressFindings(hosts, prefix) {
    for (const [name, { address }] of hosts) {
        if (address === undefined || (0,_model_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(address) !== undefined)
            continue;
        // What is no address may hold a password, so it is not repeated.
        const problem = 'must be "local" or "ssh://user@name:port" (or a list of those), without a password or a path';
        yield { path: [...prefix, name, 'address'], at: 'value', problem };
    }
}
function* findingsOf(declared) {
    yield* addressFindings(declared, ['hosts']);
    const address = declared.get('local')?.address;
    if (address === undefined || address === 'local')
        return;
    const problem = '`local` is the machine that pikaci runs on; give the host another name';
    yield { path: ['hosts', 'local', 'address'], at: 'value', problem };
}
function settingsOf({ declared, given, origin, backends }, name) {
    const base = declared.get(name) ?? {};
    const over = given.get(name) ?? {};
    const merged = { ...base, ...over, ...mergedSettings(backends, base, over) };
    const here = name === 'local' ? 'local' : undefined;
    const mayMerge = origin === 'terminal' || !given.has(name);
    const text = mayMerge ? merged : over;
    const address = text.address ?? here;
    const parsed = address === undefined ? undefined : (0,_model_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(address);
    const keys = Object.keys(base);
    const untold = { name, keys, isGiven: given.has(name), text: merged };
    if (parsed === undefined)
        return { kind: 'untold', host: untold };
    if (origin === 'workflow' && parsed.kind === 'ssh' && (keys.length > 0 || !given.has(name))) {
        return { kind: 'untold', host: untold };
    }
    return { kind: 'told', address: parsed, text };
}
/** Of each backend, key by key. */
function mergedSettings(backends, base, over) {
    const named = backends.filter(({ name }) => base[name] !== undefined || over[name] !== undefined);
    const merged = named.map(({ name }) => [
        name,
        { ...base[name], ...over[name] },
    ]);
    return Object.fromEntries(merged);
}
function hostSpec(name, address, text, { origin, localWorkDir, backends }) {
    const isLocal = address.kind === 'local';
    const named = backends.filter((backend) => text[backend.name] !== undefined);
    const settings = Object.fromEntries(named.map((backend) => [backend.name, text[backend.name]]));
    // What is said of some counts for all: another way to make guests is not to be a way to more.
    const size = usualSize(named.length > 0 ? named : backends, settings);
    // What a stranger's lane may ask of a team's machine is what every lane gets, unless it says more.
    const isGuarded = origin === 'workflow' && !isLocal;
    return {
        name,
        os: text.kind ?? (isLocal && process.platform === 'darwin' ? 'mac' : 'linux'),
        address,
        workDir: text.work_dir ?? (isLocal ? localWorkDir : _model_target_js__WEBPACK_IMPORTED_MODULE_2__/* .usualWorkDir */ .Tg),
        backend: text.backend ?? 'auto',
        maxGuests: text.max_guests,
        maxVcpu: text.max_vcpu ?? (isGuarded ? size.vcpu : undefined),
        maxMemMib: text.max_mem_mib ?? (isGuarded ? size.memMib : undefined),
        maxDiskGib: text.max_disk_gib ?? (isGuarded ? _model_target_js__WEBPACK_IMPORTED_MODULE_2__/* .usualDiskGib */ .aP : undefined),
        allow: text.allow ?? (isGuarded ? [] : _model_target_js__WEBPACK_IMPORTED_MODULE_2__/* .permissions */ .P),
        settings,
    };
}
/** The most that any backend which can run there gives a guest that asks for nothing. */
function usualSize(backends, settings) {
    const sizes = backends.flatMap((backend) => {
        const said = (0,_model_backend_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsFor */ .z)(backend, { settings });
        return said.kind === 'said' ? (backend.size?.(said.settings) ?? []) : [];
    });
    return {
        vcpu: Math.max(1, ...sizes.map(({ vcpu }) => vcpu)),
        memMib: Math.max(1, ...sizes.map(({ memMib }) => memMib)),
    };
}
/** This machine. */
function localHostSpec(localWorkDir) {
    return hostSpec('local', { kind: 'local' }, {}, { origin: 'terminal', localWorkDir, backends: [] });
}
/** A host that nobody has written settings for yet. */
function newHostSpec(name, address, workDir, localWorkDir) {
    const text = workDir === undefined ? {} : { work_dir: workDir };
    return hostSpec(name, address, text, { origin: 'terminal', localWorkDir, backends: [] });
}


/***/ }),

/***/ 48497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ untoldFailure),
/* harmony export */   m: () => (/* binding */ untoldProblem)
/* harmony export */ });
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _model_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36813);


/** With the text that would do. */
function untoldFailure(origin, manifest, host) {
    const problem = untoldProblem(origin, manifest, host);
    const text = (0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ [host.name]: complete(host.text) }).trimEnd();
    return { cause: 'hosts_untold', origin, hosts: [{ problem, text }] };
}
function untoldProblem(origin, manifest, { name, keys, isGiven, text }) {
    if (origin === 'terminal')
        return `host \`${name}\` has no address`;
    const missing = isGiven ? '' : `input \`hosts\` does not name host \`${name}\``;
    if (keys.length === 0) {
        return text.address === undefined && isGiven
            ? `input \`hosts\` gives host \`${name}\` no address`
            : missing;
    }
    const moved = `${manifest} sets ${keys.join(', ')} of host \`${name}\`, and in a workflow an SSH host is what input \`hosts\` says of it and nothing else`;
    return missing === '' ? moved : `${missing}, and ${moved}`;
}
/** Without what a bad address may hold. */
function complete({ address, ...rest }) {
    const isGood = address !== undefined && (0,_model_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAddress */ .or)(address) !== undefined;
    const whole = { address: isGood ? address : 'ssh://user@name:port', ...rest };
    return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined && !isEmpty(value)));
}
function isEmpty(value) {
    return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}


/***/ }),

/***/ 33457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ settingsFor)
/* harmony export */ });
function settingsFor({ name, settings: schema }, host) {
    // A backend without a schema takes nothing.
    if (schema === undefined)
        return { kind: 'said', settings: undefined };
    const parsed = schema.safeParse(host.settings[name] ?? {});
    if (parsed.success)
        return { kind: 'said', settings: parsed.data };
    const keys = parsed.error.issues.map(({ path }) => [name, ...path].join('.'));
    return { kind: 'lacking', keys: [...new Set(keys)].join(', ') };
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


/***/ })

};
;