"use strict";
exports.id = 177;
exports.ids = [177];
exports.modules = {

/***/ 14700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ hostsOf),
/* harmony export */   iH: () => (/* binding */ chosenHosts),
/* harmony export */   sx: () => (/* binding */ hostsOfLanes)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65868);

/** The hosts that lanes name. */
function hostsOfLanes({ targets }) {
    const specs = targets.flatMap(({ lanes }) => lanes.map(({ runner }) => runner.host));
    return [...new Map(specs.map((spec) => [spec.name, spec])).values()];
}
/** Those, and hosts that no lane names yet. */
function hostsOf(manifest) {
    const all = [...manifest.hosts, ...hostsOfLanes(manifest)];
    return [...new Map(all.map((spec) => [spec.name, spec])).values()];
}
/**
 * All of them, or those asked for.
 * @param none what is said of one that is not among them, in front of its name
 */
function chosenHosts(known, names, none) {
    const hosts = new Map(known.map((spec) => [spec.name, spec]));
    return (names ?? [...hosts.keys()]).map((name) => {
        const spec = hosts.get(name);
        if (spec !== undefined)
            return spec;
        throw (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .usage */ .CI)(`${none} \`${name}\`; there are ${[...hosts.keys()].join(', ')}`);
    });
}


/***/ }),

/***/ 69205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _core_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71406);
/* harmony import */ var _core_checkout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91428);




/** Opens the checkout around the current folder, as a command's flags say. */
async function workspaceOf(values) {
    const { hosts, manifest } = values;
    return (0,_core_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .openCheckout */ .H)({
        directory: process.cwd(),
        manifest,
        hosts: hosts === undefined ? undefined : { origin: hosts, text: await readHosts(hosts) },
        hostsOrigin: 'terminal',
        stateRoot: values['state-root'],
        environment: (0,_core_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .readEnvironment */ .Q)(process.env),
    });
}
async function readHosts(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (error) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({
            cause: 'usage',
            problem: `--hosts ${file} cannot be read: ${error.message}`,
            hint: 'Name a file with host settings, in TOML or JSON.',
        }, { cause: error });
    }
}


/***/ }),

/***/ 20177:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reapCommand: () => (/* binding */ reapCommand)
});

// EXTERNAL MODULE: ./build/host/open.js + 2 modules
var host_open = __webpack_require__(18392);
// EXTERNAL MODULE: ./build/host/capture.js
var capture = __webpack_require__(10432);
// EXTERNAL MODULE: ./build/guest/reap-guests.js
var reap_guests = __webpack_require__(37650);
// EXTERNAL MODULE: ./build/snapshot/prune.js
var prune = __webpack_require__(57212);
// EXTERNAL MODULE: ./build/core/backends.js + 15 modules
var backends = __webpack_require__(33016);
;// CONCATENATED MODULE: ./build/core/reap-host.js





/** Removes what is over on a host; what somebody still uses stays. */
async function reapHost(host, limits, signal) {
    // Guests first: what they used is free then. One that has to stay holds nothing else up.
    const [guests] = await Promise.allSettled([(0,reap_guests/* reapGuests */.U)(host, signal)]);
    const snapshots = await (0,prune/* pruneSnapshots */.C4)(host, limits, signal);
    const prepared = [];
    for (const backend of backends/* backends */.S) {
        const command = backend.prune?.(host.spec.workDir, limits);
        if (command === undefined)
            continue;
        const removed = await (0,capture/* capture */.Fg)(host, command, { signal });
        prepared.push(...removed.split('\n').filter(Boolean));
    }
    if (guests.status === 'rejected')
        throw guests.reason;
    return { guests: guests.value, snapshots, prepared };
}

// EXTERNAL MODULE: ./build/core/reaper.js
var reaper = __webpack_require__(49408);
// EXTERNAL MODULE: ./build/core/reaper-words.js
var reaper_words = __webpack_require__(34364);
// EXTERNAL MODULE: ./build/core/signals.js
var signals = __webpack_require__(44378);
// EXTERNAL MODULE: ./build/cli/chosen-hosts.js
var chosen_hosts = __webpack_require__(14700);
// EXTERNAL MODULE: ./build/cli/user-credentials.js
var user_credentials = __webpack_require__(39468);
// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(65868);
// EXTERNAL MODULE: ./build/cli/print.js
var print = __webpack_require__(89901);
// EXTERNAL MODULE: ./build/cli/open-checkout.js
var open_checkout = __webpack_require__(69205);
;// CONCATENATED MODULE: ./build/cli/reap.js
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










const reap_options = {
    ...options/* hostOptions */.tv,
    host: { type: 'string', multiple: true },
    'keep-snapshots': { type: 'string' },
    'keep-days': { type: 'string' },
    'keep-megabytes': { type: 'string' },
    install: { type: 'boolean' },
    uninstall: { type: 'boolean' },
};
/**
 * Removes what is over on hosts: guests without a lease, and snapshots that nobody uses. Or has the
 * hosts do so by themselves from now on.
 */
async function reapCommand(args, closed) {
    const { values, positionals } = (0,options/* parseCommand */.RM)(args, reap_options);
    if (positionals.length > 0)
        throw (0,options/* usage */.CI)('`reap` takes no words; name hosts with --host');
    const { install = false, uninstall = false } = values;
    if (install && uninstall)
        throw (0,options/* usage */.CI)('`reap` takes --install or --uninstall, not both');
    const limits = {
        snapshots: (0,options/* count */.U9)('keep-snapshots', values['keep-snapshots']) ?? prune/* defaultPruneLimits */.sK.snapshots,
        days: (0,options/* count */.U9)('keep-days', values['keep-days']) ?? prune/* defaultPruneLimits */.sK.days,
        megabytes: (0,options/* count */.U9)('keep-megabytes', values['keep-megabytes']) ?? prune/* defaultPruneLimits */.sK.megabytes,
    };
    const workspace = await (0,open_checkout/* workspaceOf */.B)(values);
    const credentials = (0,user_credentials/* userCredentials */.C)(values, workspace.environment);
    const signal = AbortSignal.any([(0,signals/* abortOnSignals */.P)(), closed]);
    const known = (0,chosen_hosts/* hostsOfLanes */.sx)(workspace.manifest);
    for (const spec of (0,chosen_hosts/* chosenHosts */.iH)(known, values.host, 'no lane has a host')) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const host = __addDisposableResource(env_1, await (0,host_open/* openHost */.Z)(spec, credentials, { signal }), true);
            const lines = install
                ? installed(spec, await (0,reaper/* installReaper */.z_)(host, limits, signal))
                : uninstall
                    ? await (0,reaper/* uninstallReaper */.Ox)(host, signal).then(() => [`${spec.name}: the reaper is gone`])
                    : reaped(spec, await reapHost(host, limits, signal));
            (0,print/* printLines */.tj)(lines);
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
    return 0;
}
function reaped({ name }, { guests, snapshots, prepared }) {
    const counts = `removed_guests=${guests.length} removed_snapshots=${snapshots.length}`;
    return [`${name}: ${counts}`, ...guests, ...snapshots, ...prepared];
}
function installed({ name }, reaper) {
    const [first = '', ...rest] = (0,reaper_words/* reaperLines */.H)(reaper);
    return [`${name}: ${first}`, ...rest];
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