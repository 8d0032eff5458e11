"use strict";
exports.id = 847;
exports.ids = [847];
exports.modules = {

/***/ 68383:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ addressText)
/* harmony export */ });
/* harmony import */ var _model_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36813);

/** Where a host is, in one line. */
function addressText({ address }) {
    switch (address.kind) {
        case 'local':
            return 'local';
        case 'ssh':
            return address.endpoints.map(_model_address_js__WEBPACK_IMPORTED_MODULE_0__/* .formatEndpoint */ .T0).join(', ');
        case 'unknown':
            return 'nobody said where it is';
    }
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

/***/ 39468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ userCredentials)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);
/* harmony import */ var _host_known_hosts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98571);
/* harmony import */ var _model_address_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36813);






/**
 * Keys as OpenSSH's own client would find them, unless flags name others.
 * @throws FailureError `usage`
 */
function userCredentials(flags, { sshAuthSocket, sshKeyPassphrase }) {
    return {
        proof: async (host) => {
            if (flags['ssh-agent'] !== true) {
                const privateKey = await readKey(host, flags['ssh-key']);
                return { kind: 'key', privateKey, passphrase: sshKeyPassphrase ?? '' };
            }
            if (sshAuthSocket !== undefined)
                return { kind: 'agent', socket: sshAuthSocket };
            throw keyUnusable(host, '--ssh-agent is given, and SSH_AUTH_SOCK names no agent');
        },
        knownHosts: async () => {
            const named = flags['ssh-known-hosts'];
            const file = named ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.ssh', 'known_hosts');
            const text = await readIfThere(file);
            if (text === undefined && named !== undefined) {
                throw unreadable(file, 'there is no such file');
            }
            return (0,_host_known_hosts_js__WEBPACK_IMPORTED_MODULE_4__/* .parseKnownHosts */ .uJ)(file, text ?? '');
        },
        proxyJump: (0,_model_address_js__WEBPACK_IMPORTED_MODULE_5__/* .parseProxyJump */ .uo)(flags['ssh-proxy-jump'] ?? ''),
    };
}
async function readKey(host, named) {
    const candidates = named === undefined
        ? ['id_ed25519', 'id_ecdsa', 'id_rsa'].map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.ssh', name))
        : [named];
    for (const file of candidates) {
        const text = await readIfThere(file);
        if (text !== undefined)
            return text;
    }
    throw keyUnusable(host, `there is no ${candidates.join(', ')}`);
}
function keyUnusable(host, detail) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .FailureError */ .pO({ cause: 'ssh_key_unusable', host: host.name, detail });
}
function unreadable(file, detail) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .FailureError */ .pO({
        cause: 'usage',
        problem: `${file} cannot be read: ${detail}`,
        hint: 'Name a file that is there: --ssh-key, --ssh-known-hosts.',
    });
}
async function readIfThere(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (error) {
        const { code, message } = error;
        if (code === 'ENOENT')
            return undefined;
        throw unreadable(file, message);
    }
}


/***/ }),

/***/ 22438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ examineHost),
  G: () => (/* binding */ examineOpenHost)
});

// EXTERNAL MODULE: ./build/model/backend.js
var model_backend = __webpack_require__(33457);
// EXTERNAL MODULE: ./build/model/describe-failure.js
var describe_failure = __webpack_require__(34711);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/run/choose-backend.js
var choose_backend = __webpack_require__(49401);
// EXTERNAL MODULE: ./build/core/backends.js + 15 modules
var backends = __webpack_require__(33016);
// EXTERNAL MODULE: ./build/model/setup-command.js
var setup_command = __webpack_require__(80420);
// EXTERNAL MODULE: ./build/core/reaper-units.js
var reaper_units = __webpack_require__(70134);
;// CONCATENATED MODULE: ./build/core/host-checks.js



/** What is said of a host, whatever makes its guests. Pure; each backend says the rest of its own. */
function hostChecks(facts, spec) {
    return [
        shellCheck(facts),
        programsCheck(facts),
        sizeCheck(facts, spec),
        clockCheck(facts),
        ...workFolderChecks(facts.workFolder, spec),
    ];
}
/** How far we came on the way to a host that could not be asked: what is behind it is not known. */
function failedReach(failure) {
    const { headline, detail, fix } = (0,describe_failure/* describeFailure */.I)(failure);
    const seen = [headline, detail].filter((part) => part !== '').join(': ');
    const failed = (name) => ({
        name,
        state: 'failed',
        seen: seen.replace(/\s*\n\s*/g, ' | '),
        remedy: fix,
    });
    switch (failure.cause) {
        case 'host_key_unpinned':
        case 'host_key_changed':
        case 'known_hosts_invalid':
            return [answers, failed('host key')];
        case 'host_login_refused':
        case 'ssh_key_unusable':
            return [answers, failed('login')];
        case 'host_without_shell':
            return [answers, failed('shell')];
        default:
            return [failed('reach')];
    }
}
const answers = { name: 'reach', state: 'ok', seen: 'it answers' };
function shellCheck({ release, system, processor, user }) {
    const what = [release, system, processor].filter((part) => part !== '').join(', ');
    return { name: 'shell', state: 'ok', seen: `${what}; as ${user}` };
}
function programsCheck({ lacksForGuests }) {
    const name = 'programs';
    if (lacksForGuests === '')
        return { name, state: 'ok', seen: 'all that every guest needs' };
    return {
        name,
        state: 'failed',
        seen: `missing: ${lacksForGuests}`,
        remedy: 'Install them there; on Debian: coreutils, findutils, grep, sed, tar, mawk, util-linux.',
    };
}
function sizeCheck({ cpus, memoryMib }, { maxVcpu, maxMemMib }) {
    const name = 'size';
    const has = `${cpus ?? '?'} CPUs, ${memoryMib ?? '?'} MiB of memory`;
    const cpusGranted = maxVcpu === undefined ? 'any number of CPUs' : `up to ${maxVcpu} CPUs`;
    const memoryGranted = maxMemMib === undefined ? 'any memory' : `up to ${maxMemMib} MiB`;
    const tooMuch = [
        ...((maxVcpu ?? 0) > (cpus ?? Infinity) ? ['max_vcpu'] : []),
        ...((maxMemMib ?? 0) > (memoryMib ?? Infinity) ? ['max_mem_mib'] : []),
    ];
    const seen = `${has}; a lane gets ${cpusGranted} and ${memoryGranted}`;
    if (tooMuch.length === 0)
        return { name, state: 'ok', seen };
    const remedy = `Set ${tooMuch.join(' and ')} of the host to what it has, or less.`;
    return { name, state: 'warning', seen, remedy };
}
function clockCheck({ clockAheadSecs: ahead }) {
    const name = 'clock';
    if (ahead === undefined) {
        return {
            name,
            state: 'warning',
            seen: 'it does not say the time',
            remedy: 'Look at `date` there.',
        };
    }
    const seconds = Math.abs(ahead);
    if (seconds <= 2)
        return { name, state: 'ok', seen: 'as ours' };
    const seen = `${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} ours`;
    if (seconds <= 10)
        return { name, state: 'ok', seen };
    // Certificates of registries are judged by it.
    const state = seconds <= 300 ? 'warning' : 'failed';
    return { name, state, seen, remedy: 'Have it keep time, for instance: timedatectl set-ntp true' };
}
function workFolderChecks(folder, spec) {
    const name = 'work folder';
    if (folder.kind === 'refused') {
        const remedy = 'Do as it says, or name another folder as work_dir of the host.';
        return [{ name, state: 'failed', seen: folder.why, remedy }];
    }
    const space = spaceCheck(folder.disk);
    if (folder.kind === 'absent') {
        const seen = `${folder.path}, which the first lane makes`;
        return [{ name, state: 'ok', seen }, space, reaperCheck(folder.path, noReaper, spec)];
    }
    return [
        { name, state: 'ok', seen: folder.path },
        space,
        guestsCheck(folder.alive, folder.over, spec),
        reaperCheck(folder.path, folder.reaper, spec),
    ];
}
const noReaper = { decision: undefined, runBy: undefined };
function spaceCheck(disk) {
    const name = 'space';
    if (disk === undefined) {
        return { name, state: 'warning', seen: 'it does not say', remedy: 'Look at `df` there.' };
    }
    const seen = `${gib(disk.freeMib)} free of ${gib(disk.totalMib)}`;
    if (disk.freeMib >= 10 * 1024)
        return { name, state: 'ok', seen };
    return {
        name,
        state: disk.freeMib < 2 * 1024 ? 'failed' : 'warning',
        seen,
        remedy: 'Make room there, or name a folder on a larger disk as work_dir of the host.',
    };
}
function guestsCheck(alive, over, { name: host }) {
    const name = 'guests';
    if (over.length === 0)
        return { name, state: 'ok', seen: `${alive} alive` };
    const [first = ''] = over;
    const more = over.length > 1 ? ` and ${over.length - 1} more` : '';
    const seen = `${alive} alive; the lease of ${first}${more} is over`;
    return { name, state: 'warning', seen, remedy: `Run: pikaci reap --host ${host}` };
}
function reaperCheck(workFolder, { decision, runBy }, spec) {
    const name = 'reaper';
    if (runBy !== undefined)
        return { name, state: 'ok', seen: `${runBy} runs it` };
    if (decision === undefined) {
        const seen = 'is not installed: what a lost runner leaves stays until the next run';
        return {
            name,
            state: 'warning',
            seen,
            remedy: `The first run installs it, or: ${(0,setup_command/* setupCommand */.R)(spec)}`,
        };
    }
    if (decision === 'not wanted') {
        const seen = 'is not wanted there, as somebody decided';
        return { name, state: 'ok', seen };
    }
    const remedy = `Add to the crontab there: ${(0,reaper_units/* crontabLine */.kw)(workFolder)}`;
    return { name, state: 'warning', seen: 'is installed, and nothing runs it', remedy };
}
function gib(mib) {
    return `${(mib / 1024).toFixed(1)} GiB`;
}

// EXTERNAL MODULE: ./build/core/host-facts.js
var host_facts = __webpack_require__(77895);
;// CONCATENATED MODULE: ./build/core/examine-host.js
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







/** A host that hangs says so like one that is down. A boot has a limit of its own. */
const lookSecs = 60;
const probeSecs = 240;
/** All that can be told of a host: the way there, the host itself, then what makes its guests. */
async function examineHost(spec, lanes, open, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const began = performance.now();
        let host;
        try {
            host = await open(spec);
        }
        catch (error) {
            options.signal.throwIfAborted();
            return failedReach((0,failure/* failureOf */.g5)(error));
        }
        const opened = __addDisposableResource(env_1, host, true);
        const took = Math.round(performance.now() - began);
        return [...reached(spec, took), ...(await examineOpenHost(opened, spec, lanes, options))];
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
function reached({ address }, milliseconds) {
    if (address.kind === 'local')
        return [{ name: 'reach', state: 'ok', seen: 'this machine' }];
    return [
        { name: 'reach', state: 'ok', seen: `in ${milliseconds} ms` },
        { name: 'host key', state: 'ok', seen: 'the pinned one' },
    ];
}
/** The host itself, and what makes its guests. */
async function examineOpenHost(host, spec, lanes, { boot, signal }) {
    const shared = await answered('shell', lookSecs, signal, async (within) => hostChecks(await (0,host_facts/* lookAtHost */.J)(host, [], within), spec));
    // Who does not answer at all is not asked again.
    if (shared.some(({ name, state }) => name === 'shell' && state === 'failed'))
        return shared;
    const all = [...shared];
    // One after the other: a guest that boots wants the processor for itself.
    for (const backend of usableBackends(spec, lanes)) {
        const said = (0,model_backend/* settingsFor */.z)(backend, spec);
        if (said.kind === 'lacking') {
            const remedy = `Set ${said.keys} of host \`${spec.name}\`.`;
            const seen = `the host does not say what it needs: ${said.keys}`;
            all.push({ name: `backend ${backend.name}`, state: 'failed', seen, remedy });
            continue;
        }
        const found = await answered(`backend ${backend.name}`, probeSecs, signal, (within) => backend.probe(host, said.settings, { boot, signal: within }));
        // What two of them look at is told once.
        all.push(...found.filter((it) => !all.some(({ name }) => name === it.name)));
    }
    return all;
}
/** Those that make the guests of its lanes; where it has none, those that a host can be set up for. */
function usableBackends(spec, lanes) {
    const own = lanes.filter(({ runner }) => runner.host.name === spec.name);
    const used = new Set(own.flatMap((lane) => (0,choose_backend/* backendFor */.Mu)(backends/* backends */.S, lane) ?? []));
    if (used.size > 0)
        return [...used];
    return backends/* backends */.S.filter((backend) => backend.setup !== undefined);
}
/** What a look ends with, be it a failed check of that name. */
async function answered(name, seconds, signal, look) {
    const deadline = AbortSignal.timeout(seconds * 1000);
    try {
        return await look(AbortSignal.any([signal, deadline]));
    }
    catch (error) {
        signal.throwIfAborted();
        if (deadline.aborted) {
            const remedy = 'Look whether the host is very busy, or a disk of it hangs.';
            return [{ name, state: 'failed', seen: `no answer within ${seconds} s`, remedy }];
        }
        if (!(error instanceof failure/* FailureError */.pO))
            throw error;
        const { headline, detail, fix } = (0,describe_failure/* describeFailure */.I)(error.failure);
        const seen = [headline, detail].filter((part) => part !== '').join(': ');
        return [{ name, state: 'failed', seen: seen.replace(/\s*\n\s*/g, ' | '), remedy: fix }];
    }
}


/***/ }),

/***/ 77895:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ lookAtHost)
/* harmony export */ });
/* unused harmony export hostFacts */
/* harmony import */ var _guest_scripts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94140);
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10432);
/* harmony import */ var _host_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22645);
/* harmony import */ var _host_shell_functions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67664);




/** Looks, and changes nothing there. */
async function lookAtHost(host, programs, signal) {
    const command = {
        script: (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .shellProgram */ .rM)(__webpack_require__.ab + "look-at-host.sh", (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .workFolderFunctions */ .$R)(), (0,_guest_scripts_js__WEBPACK_IMPORTED_MODULE_0__/* .guestProgramFunctions */ .EQ)()),
        args: [host.spec.workDir, ...programs],
        purpose: 'look at the host',
    };
    const asked = Date.now();
    const printed = await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_1__/* .capture */ .Fg)(host, command, { signal });
    return hostFacts(printed, programs, (asked + Date.now()) / 2000);
}
/** @param now ours, in seconds, about when the host looked at its own clock */
function hostFacts(printed, programs, now) {
    const facts = (0,_host_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readFacts */ .M)(printed);
    const text = (key) => facts.get(key) ?? '';
    const time = numberIn(facts.get('time'));
    const missing = facts.all('missing');
    const installs = text('installs');
    const memoryKib = numberIn(facts.get('memory_kib'));
    return {
        system: text('system'),
        processor: /^[a-z0-9_]{1,16}$/.test(text('processor')) ? text('processor') : '',
        distribution: text('distribution').split(' ').filter(Boolean),
        release: text('release'),
        user: text('user'),
        cpus: numberIn(facts.get('cpus')),
        memoryMib: memoryKib === undefined ? undefined : Math.floor(memoryKib / 1024),
        clockAheadSecs: time === undefined ? undefined : Math.round(time - now),
        lacksForGuests: text('lacks_for_guests'),
        // What was not asked for is not believed.
        missing: programs.filter((program) => missing.includes(program)),
        installs: installs === 'root' || installs === 'sudo' ? installs : undefined,
        workFolder: workFolder(facts),
    };
}
function workFolder(facts) {
    const refused = facts.get('refused');
    const path = facts.get('work_folder');
    if (refused !== undefined || path === undefined) {
        return { kind: 'refused', why: refused ?? 'the host did not say where it is' };
    }
    const [freeKib, totalKib] = (facts.get('disk_kib') ?? '').split(' ').map(numberIn);
    const disk = freeKib === undefined || totalKib === undefined
        ? undefined
        : { freeMib: Math.floor(freeKib / 1024), totalMib: Math.floor(totalKib / 1024) };
    const alive = numberIn(facts.get('alive'));
    if (alive === undefined)
        return { kind: 'absent', path, disk };
    const reaper = { decision: facts.get('reaper'), runBy: facts.get('runs_reaper') };
    return { kind: 'there', path, disk, alive, over: facts.all('over'), reaper };
}
function numberIn(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}


/***/ }),

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

/***/ 96544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ checkLines)
/* harmony export */ });
/** What a word of the state's is coloured like. */
const colours = {
    ok: 'passed',
    warning: 'warning',
    failed: 'failed',
};
/** Less than this is left for texts: what does not fit gets lines of its own. */
const narrowest = 32;
/**
 * Checks as a table, the remedy below what it is for. Remedies stay whole, so that what is to be copied
 * can be, however narrow the terminal is.
 * @param width of the terminal, where there is one
 */
function checkLines(checks, paint, width = Infinity) {
    const names = Math.max(0, ...checks.map(({ name }) => name.length));
    const left = 2 + longestState + 2 + names + 2;
    const isNarrow = width - left < narrowest;
    const indent = ' '.repeat(isNarrow ? 4 : left);
    return checks.flatMap(({ name, state, seen, remedy }) => {
        const head = `  ${paint.as(colours[state], state.padEnd(longestState))}  `;
        const fix = remedy === undefined ? [] : [`${indent}→ ${remedy}`];
        if (isNarrow && 2 + longestState + 2 + name.length + 2 + seen.length > width) {
            const lines = wrapped(seen, width - indent.length);
            return [`${head}${name}`, ...lines.map((line) => `${indent}${line}`), ...fix];
        }
        const [first = '', ...more] = isNarrow ? [seen] : wrapped(seen, width - left);
        const title = isNarrow ? name : name.padEnd(names);
        return [`${head}${title}  ${first}`, ...more.map((line) => `${indent}${line}`), ...fix];
    });
}
const longestState = 'warning'.length;
/** Between words; one that is longer than a line stays whole, so that it can be copied. */
function wrapped(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line];
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


/***/ })

};
;