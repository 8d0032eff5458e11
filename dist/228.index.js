"use strict";
exports.id = 228;
exports.ids = [228];
exports.modules = {

/***/ 48228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cli: () => (/* binding */ cli)
/* harmony export */ });
/* harmony import */ var _model_describe_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34711);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _command_exit_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74688);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65868);




/** Loaded when called: most commands need little, and start as fast as that. */
const commands = {
    run: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(62), __webpack_require__.e(118), __webpack_require__.e(617), __webpack_require__.e(548), __webpack_require__.e(597), __webpack_require__.e(865)]).then(__webpack_require__.bind(__webpack_require__, 94212))).runCommand,
    plan: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(62), __webpack_require__.e(617), __webpack_require__.e(548), __webpack_require__.e(742)]).then(__webpack_require__.bind(__webpack_require__, 42243))).planCommand,
    init: async () => (await __webpack_require__.e(/* import() */ 379).then(__webpack_require__.bind(__webpack_require__, 42379))).initCommand,
    targets: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(62), __webpack_require__.e(617), __webpack_require__.e(19)]).then(__webpack_require__.bind(__webpack_require__, 1780))).targetsCommand,
    validate: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(62), __webpack_require__.e(617), __webpack_require__.e(557)]).then(__webpack_require__.bind(__webpack_require__, 70134))).validateCommand,
    schema: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(10)]).then(__webpack_require__.bind(__webpack_require__, 48010))).schemaCommand,
    list: async () => (await __webpack_require__.e(/* import() */ 888).then(__webpack_require__.bind(__webpack_require__, 53888))).listCommand,
    status: async () => (await __webpack_require__.e(/* import() */ 870).then(__webpack_require__.bind(__webpack_require__, 39870))).statusCommand,
    report: async () => (await Promise.all(/* import() */[__webpack_require__.e(556), __webpack_require__.e(478)]).then(__webpack_require__.bind(__webpack_require__, 67478))).reportCommand,
    logs: async () => (await __webpack_require__.e(/* import() */ 103).then(__webpack_require__.bind(__webpack_require__, 2103))).logsCommand,
    reap: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(62), __webpack_require__.e(617), __webpack_require__.e(572)]).then(__webpack_require__.bind(__webpack_require__, 20605))).reapCommand,
    help: async () => (await __webpack_require__.e(/* import() */ 759).then(__webpack_require__.bind(__webpack_require__, 91759))).helpCommand,
};
/** Flags that take a value may stand in front of the command; these are they. */
const leadingFlags = new Set(['--state-root', '--manifest']);
async function cli(args) {
    try {
        const { name, rest } = splitCommand(args);
        const load = commands[name];
        if (load === undefined)
            throw (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .CI)(`unknown command \`${name}\``);
        const command = await load();
        return await command(rest);
    }
    catch (error) {
        const failure = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(error);
        process.stderr.write(`pikaci: ${(0,_model_describe_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .failureLines */ .w)(failure).join('\n')}\n`);
        return (0,_command_exit_status_js__WEBPACK_IMPORTED_MODULE_1__/* .exitOfFailure */ .o)(failure);
    }
}
/** The command may stand behind flags that all commands have: `pikaci --state-root DIR list`. */
function splitCommand(args) {
    let at = 0;
    while (at < args.length) {
        const word = args[at] ?? '';
        if (!word.startsWith('-'))
            break;
        if (word === '--help' || word === '-h')
            return { name: 'help', rest: [] };
        at += leadingFlags.has(word) ? 2 : 1;
    }
    return { name: args[at] ?? 'help', rest: [...args.slice(0, at), ...args.slice(at + 1)] };
}


/***/ }),

/***/ 65868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ usage),
/* harmony export */   PN: () => (/* binding */ onePositional),
/* harmony export */   RM: () => (/* binding */ parseCommand),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   tv: () => (/* binding */ hostOptions),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);


/** Flags that stand before or after any command. */
const commonOptions = {
    'state-root': { type: 'string' },
    manifest: { type: 'string' },
};
/** Flags of commands that talk to hosts. */
const hostOptions = {
    hosts: { type: 'string' },
    'ssh-key': { type: 'string' },
    'ssh-known-hosts': { type: 'string' },
    'ssh-proxy-jump': { type: 'string' },
    'ssh-agent': { type: 'boolean' },
};
/**
 * Parses a command's words strictly.
 * @throws FailureError `usage`, with the parser's own words, which name the flag
 */
function parseCommand(args, options) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
            args: [...args],
            options: { ...commonOptions, ...options },
            allowPositionals: true,
            strict: true,
        });
    }
    catch (error) {
        const [problem = ''] = error.message.split('. ');
        throw usage(problem);
    }
}
function usage(problem) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ kind: 'usage', problem, hint: 'See `pikaci help`.' });
}
/** @param otherwise what the command takes, for the error */
function onePositional(positionals, otherwise) {
    const [only, ...rest] = positionals;
    if (only === undefined || rest.length > 0)
        throw usage(otherwise);
    return only;
}
/** A whole number from 0. */
function count(flag, value, most = 999_999_999) {
    if (value === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(value) && Number(value) <= most)
        return Number(value);
    const range = most < 999_999_999 ? ` from 0 to ${most}` : '';
    throw usage(`--${flag} is \`${value}\`; it takes a whole number${range}`);
}
/** One of the words that a flag may have. */
function oneOf(flag, value, known) {
    if (value === undefined)
        return undefined;
    const match = known.find((word) => word === value);
    if (match === undefined)
        throw usage(`--${flag} is \`${value}\`; it can be ${known.join(', ')}`);
    return match;
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


/***/ })

};
;