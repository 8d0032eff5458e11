"use strict";
exports.id = 785;
exports.ids = [785];
exports.modules = {

/***/ 73464:
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
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .FailureError */ .pO({ kind: 'ssh_key_unusable', host: host.name, detail });
}
function unreadable(file, detail) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .FailureError */ .pO({
        kind: 'usage',
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

/***/ 70742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reapCommand: () => (/* binding */ reapCommand)
});

// EXTERNAL MODULE: ./build/host/open.js + 2 modules
var host_open = __webpack_require__(18392);
// EXTERNAL MODULE: ./build/guest/reap.js
var reap = __webpack_require__(10126);
// EXTERNAL MODULE: ./build/snapshot/prune.js
var prune = __webpack_require__(57212);
;// CONCATENATED MODULE: ./build/command/reap-host.js



/** Removes what is over on a host; what somebody still uses stays. */
async function reapHost(host, limits, signal) {
    // Guests first: what they used is free then. One that has to stay holds nothing else up.
    const [guests] = await Promise.allSettled([(0,reap/* reapGuests */.U)(host, signal)]);
    const snapshots = await (0,prune/* pruneSnapshots */.C4)(host, limits, signal);
    if (guests.status === 'rejected')
        throw guests.reason;
    return { guests: guests.value, snapshots };
}

// EXTERNAL MODULE: ./build/command/reaper.js
var reaper = __webpack_require__(17302);
// EXTERNAL MODULE: ./build/command/reaper-words.js
var reaper_words = __webpack_require__(42122);
// EXTERNAL MODULE: ./build/command/signals.js
var signals = __webpack_require__(36972);
// EXTERNAL MODULE: ./build/cli/credentials.js
var cli_credentials = __webpack_require__(73464);
// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(65868);
// EXTERNAL MODULE: ./build/cli/print.js
var print = __webpack_require__(89901);
// EXTERNAL MODULE: ./build/cli/workspace.js
var cli_workspace = __webpack_require__(30087);
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
    const workspace = await (0,cli_workspace/* workspaceOf */.B)(values);
    const credentials = (0,cli_credentials/* userCredentials */.C)(values, workspace.environment);
    const signal = AbortSignal.any([(0,signals/* abortOnSignals */.P)(), closed]);
    for (const spec of chosenHosts(workspace.manifest, values.host)) {
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
function reaped({ name }, { guests, snapshots }) {
    const counts = `removed_guests=${guests.length} removed_snapshots=${snapshots.length}`;
    return [`${name}: ${counts}`, ...guests, ...snapshots];
}
function installed({ name }, reaper) {
    const [first = '', ...rest] = (0,reaper_words/* reaperLines */.H)(reaper);
    return [`${name}: ${first}`, ...rest];
}
/** The hosts that lanes name; all of them, or those asked for. */
function chosenHosts({ targets }, names) {
    const specs = targets.flatMap(({ lanes }) => lanes.map(({ runner }) => runner.host));
    const hosts = new Map(specs.map((spec) => [spec.name, spec]));
    return (names ?? [...hosts.keys()]).map((name) => {
        const spec = hosts.get(name);
        if (spec !== undefined)
            return spec;
        throw (0,options/* usage */.CI)(`no lane has a host \`${name}\`; there are ${[...hosts.keys()].join(', ')}`);
    });
}


/***/ }),

/***/ 30087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _command_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2736);
/* harmony import */ var _command_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81128);




/** Opens the checkout around the current folder, as a command's flags say. */
async function workspaceOf(values) {
    const { hosts, manifest } = values;
    return (0,_command_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .openWorkspace */ .O)({
        directory: process.cwd(),
        manifest,
        hosts: hosts === undefined ? undefined : { origin: hosts, text: await readHosts(hosts) },
        hostsOrigin: 'terminal',
        stateRoot: values['state-root'],
        environment: (0,_command_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .readEnvironment */ .Q)(process.env),
    });
}
async function readHosts(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (error) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({
            kind: 'usage',
            problem: `--hosts ${file} cannot be read: ${error.message}`,
            hint: 'Name a file with host settings, in TOML or JSON.',
        }, { cause: error });
    }
}


/***/ }),

/***/ 49068:
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

/***/ 42122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ reaperLines),
/* harmony export */   w: () => (/* binding */ firstUseNote)
/* harmony export */ });
/* harmony import */ var _reaper_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49068);

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
        : ['`pikaci reap --uninstall` ends that'];
    return ['first run on this host', first, ...rest, ...until].join('; ');
}


/***/ }),

/***/ 17302:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K4: () => (/* binding */ ensureReaper),
/* harmony export */   Ox: () => (/* binding */ uninstallReaper),
/* harmony export */   z_: () => (/* binding */ installReaper)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _model_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69590);
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10432);
/* harmony import */ var _host_shell_functions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67664);
/* harmony import */ var _guest_reap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10126);
/* harmony import */ var _snapshot_prune_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57212);
/* harmony import */ var _reaper_units_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49068);








/** What people decided about a host's reaper; a run never changes it. */
const byHand = 'by hand';
const unwanted = 'not wanted';
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
 * older version of ours installed like this is replaced.
 * @returns nothing where all is as it should be
 */
async function ensureReaper(host, signal) {
    const { workDir, decision } = await reaperState(host, signal);
    const reaper = reaperFor(workDir, _snapshot_prune_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultPruneLimits */ .sK);
    const version = `by a run ${versionOf(reaper)}`;
    if ([byHand, unwanted, version].includes(decision))
        return undefined;
    return install(host, reaper, version, signal);
}
/** Takes it away for good: no run installs it again by itself. */
async function uninstallReaper(host, signal) {
    const { workDir } = await reaperState(host, signal);
    const command = {
        script: withFunctions(__webpack_require__.ab + "uninstall-reaper.sh"),
        args: [workDir, (0,_reaper_units_js__WEBPACK_IMPORTED_MODULE_6__/* .reaperUnits */ .zP)(workDir).name, unwanted],
        purpose: 'remove the reaper',
    };
    await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)(host, command, { signal });
}
function reaperFor(workDir, limits) {
    return { workDir, script: reaperScript(workDir, limits), units: (0,_reaper_units_js__WEBPACK_IMPORTED_MODULE_6__/* .reaperUnits */ .zP)(workDir) };
}
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
    const [workDir = '', decision = ''] = (await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)(host, command, { signal })).split('\n');
    return { workDir, decision };
}
async function install(host, { workDir, script, units }, decision, signal) {
    const { name, service, timer, plist } = units;
    const command = {
        script: withFunctions(__webpack_require__.ab + "install-reaper.sh"),
        args: [workDir, name, service, timer, plist, decision],
        purpose: 'install the reaper',
    };
    const printed = await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)(host, command, { stdin: script, signal });
    const [kind, until] = printed.trim().split('\n');
    const scheduler = kind === 'systemd' || kind === 'launchd'
        ? { kind, always: until === 'always' }
        : { kind: 'nobody' };
    return { workDir, scheduler };
}
/** A program in sh that does on its host what `pikaci reap` does there. */
function reaperScript(workDir, limits) {
    return `#!/bin/sh
# Removes what lost pikaci runners left below this work dir, and snapshots that nobody uses. Written by
# \`pikaci reap --install\`; \`pikaci reap --uninstall\` removes it.
${inSubshell((0,_guest_reap_js__WEBPACK_IMPORTED_MODULE_4__/* .reapCommand */ .S)(workDir))}
${inSubshell((0,_snapshot_prune_js__WEBPACK_IMPORTED_MODULE_5__/* .pruneCommand */ .En)(workDir, limits))}
`;
}
/** A script of ours, from beside this file, with the functions that it needs. */
function withFunctions(script) {
    return `${(0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_3__/* .workFolderFunctions */ .$R)()}\n${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(script, 'utf8')}`;
}
function inSubshell({ script, args = [] }) {
    return `(\nset -- ${(0,_model_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quoteAll */ ._)(args)}\n${script.trim()}\n)`;
}


/***/ }),

/***/ 36972:
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

/***/ 10126:
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

/***/ 94140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ containScript),
/* harmony export */   US: () => (/* binding */ enterScript),
/* harmony export */   Yy: () => (/* binding */ reapScript),
/* harmony export */   iu: () => (/* binding */ supervisorScript),
/* harmony export */   jY: () => (/* binding */ processFunctions),
/* harmony export */   qW: () => (/* binding */ removalScript)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _host_shell_functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67664);


/** The shell programs about guests, put together from the texts beside this file. */
/** Keeps one guest; see supervisor.sh for its arguments. */
function supervisorScript() {
    return `${functions()}\n${read(__webpack_require__.ab + "supervisor.sh")}`;
}
/** Arguments: work dir, name of the guest. */
function removalScript() {
    const remove = 'case $2 in */* | .* | "") exit 64 ;; esac\nfind_work_folder "$1" || exit 0\nremove_guest "$work/guests/$2" "$2"\n';
    return `${(0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .workFolderFunctions */ .$R)()}\n${functions()}\n${remove}`;
}
/** Argument: work dir. Prints the names of the guests that it removed. */
function reapScript() {
    return `${(0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .workFolderFunctions */ .$R)()}\n${functions()}\n${read(__webpack_require__.ab + "reap.sh")}`;
}
/** Runs a lane on the host itself in namespaces of its own; see contain.sh for its arguments. */
function containScript() {
    return `${processFunctions()}\n${read(__webpack_require__.ab + "contain.sh")}`;
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
    const remove = read(__webpack_require__.ab + "remove.sh");
    return `${processFunctions()}\n${(0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .removeTreeFunctions */ .GJ)()}\n${remove}`;
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
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33934);
/* harmony import */ var _shell_functions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67664);




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
    if ((0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .succeeded */ .gq)(exit))
        return stdout;
    if ((0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .exitedWith */ .QR)(exit, _shell_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .workFolderRefusedExit */ .OI)) {
        const detail = lastLines(stderr, 1);
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ kind: 'work_folder_refused', host: host.spec.name, detail });
    }
    throw (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .commandFailed */ .n)(host.spec.name, command, (0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .formatExit */ .qn)(exit), lastLines(stderr, 20));
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


/** Types of host keys that our client knows. */
const checkable = [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'ssh-rsa',
];
/**
 * Reads known_hosts text. A line that cannot be used is told when a host is met that it is about:
 * certificate authorities, too, or a team that pins one would believe its hosts to be pinned.
 * @param source how to name the text in errors
 */
function parseKnownHosts(source, text) {
    const entries = [];
    for (const [index, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        const fields = line.split(/\s+/);
        const marker = line.startsWith('@') ? fields.shift() : undefined;
        const [names = '', ...key] = fields;
        const pin = readPin(marker, key);
        const unusable = (problem) => ({
            kind: 'unusable',
            failure: new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ kind: 'known_hosts_invalid', source, line: index + 1, problem }),
        });
        entries.push({
            names: names.split(',').flatMap((name) => hostPattern(name) ?? []),
            revoked: marker === '@revoked',
            pin: typeof pin === 'string' ? unusable(pin) : pin,
        });
    }
    return { entries };
}
/** @returns what is wrong with it, where it pins nothing */
function readPin(marker, fields) {
    if (marker === '@cert-authority') {
        return '@cert-authority is not supported; pin the host’s own key';
    }
    if (marker !== undefined && marker !== '@revoked')
        return `unknown marker ${marker}`;
    const [type, encoded] = fields;
    if (type === undefined || encoded === undefined)
        return 'expected `host key-type base64-key`';
    if (/^\d+$/.test(type))
        return 'a key of SSH’s version 1, which no host has any more';
    const key = Buffer.from(encoded, 'base64');
    if (keyTypeOf(key) !== type)
        return `the key is not a valid ${type} key`;
    // What is revoked is only compared.
    if (marker === undefined && !checkable.includes(type)) {
        return `keys of type ${type} cannot be checked here; pin another of the host’s keys`;
    }
    return { kind: 'key', type, key };
}
/** Whether `key` is what is pinned for a host. */
function verifyHostKey({ entries }, hostname, port, key) {
    const ours = entries.filter(({ names }) => namesMatch(names, hostname, port));
    const revocations = ours.filter(({ revoked }) => revoked);
    if (revocations.some(({ pin }) => pin.kind === 'key' && pin.key.equals(key))) {
        return { kind: 'changed', pinned: 'this very key is revoked' };
    }
    // Whatever it revokes may be this key.
    const unreadable = revocations.find(({ pin }) => pin.kind === 'unusable');
    const pins = ours.filter(({ revoked }) => !revoked).map(({ pin }) => pin);
    const keys = pins.filter((pin) => pin.kind === 'key');
    const problem = unreadable?.pin ?? (keys.length === 0 ? pins[0] : undefined);
    if (problem?.kind === 'unusable')
        return problem;
    if (keys.some((pin) => pin.key.equals(key)))
        return { kind: 'pinned' };
    const [first] = keys;
    if (first === undefined)
        return { kind: 'unpinned' };
    return { kind: 'changed', pinned: `${first.type} ${first.key.toString('base64')}` };
}
/** Types of the keys pinned for a host, so that it is asked for one of those first. */
function pinnedKeyTypes({ entries }, hostname, port) {
    const ours = entries.filter(({ names, revoked }) => !revoked && namesMatch(names, hostname, port));
    return [...new Set(ours.flatMap(({ pin }) => (pin.kind === 'key' ? [pin.type] : [])))];
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
/** Nothing for a form of names that nobody knows: whom it is about cannot be told. */
function hostPattern(name) {
    if (name.startsWith('|')) {
        const [, version, salt, hash] = name.split('|');
        if (version !== '1' || salt === undefined || hash === undefined)
            return undefined;
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

/***/ 18392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
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
;// CONCATENATED MODULE: ./build/host/plain-environment.js
/**
 * What of our own environment a command gets, by name and nothing else: a workflow step's holds
 * tokens and inputs under names that nobody can list, and what runs here may be a pull request's
 * code. It is what a login over SSH would give, and where the runner keeps its tools. What else a lane
 * needs stands in its `env`.
 */
const handedOn = [
    ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TZ', 'LANG', 'LANGUAGE'],
    ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NIX_SSL_CERT_FILE'],
    ...['NIX_PATH', 'NIX_PROFILES', 'NIX_REMOTE'],
    ...['RUNNER_TOOL_CACHE', 'AGENT_TOOLSDIRECTORY', 'RUNNER_OS', 'RUNNER_ARCH', 'JAVA_HOME'],
];
/** Of these there are several: `LC_ALL`, `JAVA_HOME_21_X64`, `GOROOT_1_24_X64`. */
const handedOnKinds = /^(LC_[A-Z]+|JAVA_HOME_[0-9]+_[A-Za-z0-9]+|GOROOT_[0-9_]+_[A-Za-z0-9]+)$/;
function plainEnvironment(variables) {
    return Object.fromEntries(Object.entries(variables).filter(([name]) => handedOn.includes(name) || handedOnKinds.test(name)));
}

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
    if (address.kind === 'unknown')
        throw new failure/* FailureError */.pO(address.why);
    const proof = await credentials.proof(spec);
    const { connectSsh } = await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(677)]).then(__webpack_require__.bind(__webpack_require__, 3677));
    const identity = { proof, knownHosts: await credentials.knownHosts() };
    return connectSsh(spec, { address, hops: credentials.proxyJump }, identity, options);
}


/***/ }),

/***/ 67664:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ workFolderFunctions),
/* harmony export */   GJ: () => (/* binding */ removeTreeFunctions),
/* harmony export */   OI: () => (/* binding */ workFolderRefusedExit)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/** Functions of sh that scripts on a host share, from the texts beside this file. */
/** How scripts find a host's work folder, and refuse one that is not ours; see work-folder.sh. */
function workFolderFunctions() {
    return read(__webpack_require__.ab + "work-folder.sh");
}
/** How anything of ours is removed; see remove-tree.sh. */
function removeTreeFunctions() {
    return read(__webpack_require__.ab + "remove-tree.sh");
}
/** What a script ends with that refuses a work folder, its reason being what it said last. */
const workFolderRefusedExit = 78;
function read(file) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
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

/***/ 87512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ triggers),
/* harmony export */   P: () => (/* binding */ permissions),
/* harmony export */   Sq: () => (/* binding */ backends),
/* harmony export */   V1: () => (/* binding */ permits),
/* harmony export */   aP: () => (/* binding */ usualDiskGib)
/* harmony export */ });
/** What a manifest means, after defaults and references are resolved. */
const triggers = ['branch', 'nightly', 'manual'];
/** What a guest gets of its host's disk that asks for nothing, where the host grants as much. */
const usualDiskGib = 20;
const backends = ['auto', 'microvm', 'incus'];
/** What is refused on a host reached over SSH, unless the host allows it in so many words. */
const permissions = [
    'host_local',
    'workspace_runner',
    'unsandboxed_nix',
    'fork_network',
];
/** What is asked of this machine is asked by whoever runs pikaci on it. */
function permits({ address, allow }, permission) {
    return address.kind === 'local' || allow.includes(permission);
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
/* harmony import */ var _host_shell_functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67664);


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
    const script = `${(0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .workFolderFunctions */ .$R)()}\n${(0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .removeTreeFunctions */ .GJ)()}\n${pruneScript}`;
    return { script, args: [workDir, ...limits], purpose: 'prune old snapshots' };
}
/**
 * Arguments: work dir, most snapshots, most minutes, most kilobytes. `du` counts a file that several
 * snapshots share once, for the newest of them. A folder leaves its place in one step, so that nobody
 * finds half of it. What has to stay is told, and the others go.
 */
const pruneScript = String.raw `
find_work_folder "$1" || exit 0
cd snapshots 2>/dev/null || exit 0
most=$2 minutes=$3 kilobytes=$4
now=$(date +%s)
used=
for guest in ../guests/*; do
  [ -e "$guest/lease" ] || continue
  expires=0
  read -r expires <"$guest/lease"
  [ "$expires" -le "$now" ] || used="$used $(cat "$guest/snapshot" 2>/dev/null)"
done
count=0 total=0
left=0
du -sk -- $(ls -t -- */complete 2>/dev/null | sed 's|/complete$||') /dev/null 2>/dev/null |
  {
  while read -r size hash; do
    [ "$hash" != /dev/null ] || continue
    count=$((count + 1))
    total=$((total + size))
    case " $used " in *" $hash "*) continue ;; esac
    [ -z "$(find "$hash/complete" -mmin -60)" ] || continue
    if [ "$count" -gt "$most" ] || [ "$total" -gt "$kilobytes" ] ||
      [ -z "$(find "$hash/complete" -mmin "-$minutes")" ]; then
      gone="../tmp/pruned-$$-$hash"
      if release_mounts "$hash" && mv "$hash" "$gone" && remove_tree "$gone"; then echo "$hash"
      else left=1
      fi
    fi
  done
  exit "$left"
  } || left=1
find ../gcroots -mindepth 1 -maxdepth 1 -type l -mmin "+$minutes" -exec rm -f {} + 2>/dev/null
remove_old "$work/tmp" || left=1
exit "$left"
`;


/***/ })

};
;