"use strict";
exports.id = 846;
exports.ids = [846];
exports.modules = {

/***/ 72862:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ exitOfChecks),
/* harmony export */   HX: () => (/* binding */ exitOfRun),
/* harmony export */   oW: () => (/* binding */ exitOfFailure)
/* harmony export */ });
/* harmony import */ var _model_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49061);
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
/** 0 where nothing failed, else that of a configuration that has to be mended. */
function exitOfChecks(checks) {
    return (0,_model_check_js__WEBPACK_IMPORTED_MODULE_1__/* .isWell */ .f)(checks) ? 0 : 2;
}


/***/ }),

/***/ 49061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isWell)
/* harmony export */ });
function isWell(checks) {
    return checks.every(({ state }) => state !== 'failed');
}


/***/ }),

/***/ 34711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure),
/* harmony export */   w: () => (/* binding */ failureLines)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5059);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69590);


/** The one place where failures are worded. */
function describeFailure(failure) {
    switch (failure.cause) {
        case 'usage':
            return text(failure.problem, failure.hint);
        case 'inputs_invalid':
            return text(`the action's inputs are not valid (${count(failure.problems.length, 'problem')})`, 'Correct them in the workflow; action.yml describes each input.', failure.problems.map(({ input, problem }) => `${input}: ${problem}`).join('\n'));
        case 'manifest_missing':
            return text(`no manifest: looked for ${new Intl.ListFormat('en').format(failure.searched)}`, 'Add a pikaci.toml at the repository root, or name one with --manifest (input `manifest`).');
        case 'manifest_invalid':
            return text(`${failure.sources.map(({ file, what }) => `${file} is not ${what === 'manifest' ? 'a valid manifest' : 'valid host settings'}`).join(', and ')} (${count(failure.sources.flatMap(({ problems }) => problems).length, 'problem')})`, 'Correct the lines above.', failure.sources
                .flatMap(({ file, problems }) => problems.map((it) => manifestProblem(file, it)))
                .join('\n'));
        case 'hosts_untold':
            return text(failure.hosts.map(({ problem }) => problem).join('; '), failure.origin === 'workflow'
                ? 'Set input `hosts` of the workflow to the text above (beside what else it says), and leave the manifest the names alone, as in `[hosts.name]`.'
                : 'Give the text above, with the address, as a file with --hosts, or write it into the manifest as `[hosts.name]`.', failure.hosts.map((host) => host.text).join('\n\n'));
        case 'lanes_refused':
            return text(failure.problems.map(({ lane, problem }) => `lane \`${lane}\`: ${problem}`).join('; '), 'Ask for less, or have whoever owns the host add the lines above to its settings: input `hosts` of the workflow, or the file of --hosts.', failure.text);
        case 'image_unavailable':
            return imageUnavailable(failure);
        case 'host_lacks_tools':
            return text(`host \`${failure.host}\` lacks what guests of images need: ${failure.tools.join(', ')}`, toolsRemedy(failure.setup), failure.setup?.install ?? '');
        case 'secrets_unusable':
            return text(failure.secrets.map((secret) => unusableSecret(secret)).join('; '), failure.origin === 'workflow'
                ? 'Set it in `env:` of the step that runs the lane, as above, and see that the repository or the job’s environment has the secret.'
                : 'Set it in the environment that pikaci is started in, as above.', [...new Set(failure.secrets.map(({ name }) => name))]
                .map((name) => failure.origin === 'workflow'
                ? `env: { ${name}: '\${{ secrets.${name} }}' }`
                : `export ${name}=…`)
                .join('\n'));
        case 'lane_ambiguous':
            return text(`several targets have a lane \`${failure.name}\``, `Write ${new Intl.ListFormat('en', { type: 'disjunction' }).format(failure.candidates)}.`);
        case 'target_unknown':
            return text(`no target or lane is called \`${failure.name}\``, suggestion(failure.name, failure.known, 'targets'));
        case 'lane_unknown':
            return text(`target \`${failure.target}\` has no lane \`${failure.lane}\``, suggestion(failure.lane, failure.known, 'its lanes'));
        case 'run_unknown':
            return text(`no run \`${failure.runId}\` below ${failure.stateRoot}`, 'See `pikaci list` for the runs there are, or point --state-root elsewhere.');
        case 'run_unreadable':
            return text(`the record of run \`${failure.runId}\` cannot be read: ${failure.detail}`, `Look at ${failure.path}; where nothing of the run is wanted any more, remove its folder.`);
        case 'no_runs':
            return text(`no run below ${failure.stateRoot}`, 'Start one with `pikaci run`, or point --state-root elsewhere.');
        case 'state_root_unusable':
            return text(`records cannot be kept in ${failure.path}: ${failure.detail}`, 'Name a folder that is yours, or that can be made: --state-root, PIKACI_STATE_ROOT, or input `state-root`.');
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
            return text(`code of ${failure.from} is not run under \`${failure.event}\`, which hands secrets to whoever caused it`, 'Check pull requests under `pull_request`. To let such code onto your hosts all the same, set input `allow-fork-code-on-owned-hosts: true`.', unlikeCommit(failure.unlike));
        case 'plan_unreadable':
            return text(`the plan of this workflow run cannot be read: ${failure.detail}`, 'Set input `plan` to the output `plan` of the job that planned; where that is empty, the job failed: see its log.');
        case 'not_a_repository':
            return text(`${failure.path} is not a git work tree`, failure.checkouts.length === 0
                ? 'Run inside a checkout; in a workflow, put actions/checkout before this step.'
                : `Run inside ${orList(failure.checkouts)}, which has a checkout; in a workflow, give actions/checkout no \`path\`.`, failure.detail);
        case 'git_missing':
            return text('there is no `git` on this machine', 'Install git; in a workflow, before actions/checkout, which fetches no repository without it.');
        case 'repository_untrusted':
            return text(`git does not trust ${failure.path}, which belongs to another user`, `Trust it with \`git config --global --add safe.directory ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(failure.path)}\`, in a workflow in a step before this one; or give the folder to the user who runs this.`, failure.detail);
        case 'git_failed':
            return text(`\`${failure.command}\` failed`, 'See the message of git above.', failure.detail);
        case 'ssh_key_unusable':
            return text(`the SSH key for host \`${failure.host}\` cannot be used: ${failure.detail}`, 'Give a private key in OpenSSH or PEM form: input `ssh-key` with `ssh-key-passphrase`, or --ssh-key FILE with PIKACI_SSH_KEY_PASSPHRASE.');
        case 'known_hosts_invalid':
            return text(`${failure.source}, line ${failure.line}: ${failure.problem}`, 'Use lines as `ssh-keyscan` prints them: `host key-type base64-key`.');
        case 'host_key_unpinned':
            return text(`host \`${failure.host}\` (${failure.address}) shows a host key that is not pinned`, 'If this key is truly the host’s, add the line above to `ssh-known-hosts` (on the command line: to ~/.ssh/known_hosts). On the host itself, its keys are shown by: cat /etc/ssh/ssh_host_*_key.pub', failure.offered);
        case 'host_key_changed':
            return text(`host \`${failure.host}\` (${failure.address}) shows another host key than the pinned one`, 'Someone may be in between. If the host was re-installed, replace the pinned line.', `pinned:  ${failure.pinned}\noffered: ${failure.offered}`);
        case 'host_login_refused':
            if (failure.after === 'too many keys') {
                return text(`host \`${failure.host}\` (${failure.address}) refused user \`${failure.user}\` after too many keys`, 'Have the agent hold the one key that is meant, or give that key itself; a host counts each key that an agent offers.');
            }
            return text(`host \`${failure.host}\` (${failure.address}) refused the key for user \`${failure.user}\``, `Add the key's public half to ~${failure.user}/.ssh/authorized_keys there.`);
        case 'host_without_shell':
            return text(`host \`${failure.host}\` starts no shell for its SSH user (${failure.how})`, 'Give that user a login shell and no ForceCommand there; the shell has to find `sh` and `base64`.', failure.said === '' ? 'the host said nothing' : `the host said:\n${failure.said}`);
        case 'host_unreachable':
            return text(`host \`${failure.host}\` (${failure.address}) cannot be reached: ${unreachable(failure.reason)}`, 'Check that its sshd is up and that this machine has a way to it.');
        case 'connection_lost':
            return text(`the connection to host \`${failure.host}\` was lost during ${failure.during}`, 'Run again; if it happens often, look at the network and at the sshd log of the host.');
        case 'host_command_failed':
            return text(`host \`${failure.host}\`: could not ${failure.step} (${failure.exit})`, 'See the message of the host above.', failure.detail);
        case 'work_folder_refused':
            return text(`work folder of host \`${failure.host}\`: ${failure.detail}`, 'Set it right there, or name another folder with hosts.<name>.work_dir.');
        case 'record_unwritable':
            return text(`the run's record cannot be written below ${failure.path}: ${failure.detail}`, 'Make room there, or keep records elsewhere: --state-root, or input `state-root`.');
        case 'snapshot_failed':
            return text(`snapshot: could not ${failure.step} ${failure.path}: ${failure.detail}`, 'Make the file readable, or exclude it with snapshot.exclude.');
        case 'staged_output_failed':
            return text(`staged output ${failure.installable} did not build on host \`${failure.host}\``, 'Correct the build; the end of its log stands above.', failure.detail);
        case 'guest_build_failed':
            return text(`the guest's runner ${failure.installable} did not build on host \`${failure.host}\``, 'Check hosts.<name>.microvm.guest in the manifest; the end of its log stands above.', failure.detail);
        case 'nix_unsandboxed':
            return text(`${failure.installable} comes from the workspace, and Nix on host \`${failure.host}\` would build it without a sandbox (sandbox = ${failure.sandbox})`, `Set sandbox = true in nix.conf there; or, where whoever can open a pull request may run code on the host, allow = ["unsandboxed_nix"] for \`${failure.host}\` in input \`hosts\`.`);
        case 'boot_timed_out':
            return text(`guest ${failure.guest} did not boot within ${failure.deadlineSecs} s`, 'The last lines of its console stand above.', failure.console);
        case 'guest_ended':
            return text(`guest ${failure.guest} ended ${failure.started ? 'without a result' : 'before the command started'} (${failure.reason})`, 'The last lines of its console stand above.', failure.console);
        case 'result_untrusted':
            return text(`guest ${failure.guest} left no result that can be trusted: ${failure.problem}`, 'A lane only passes with the result.json of its own guest; look at the end of its log.');
        case 'command_failed':
            if (failure.missing !== undefined) {
                return text(`the guest has no \`${failure.missing}\` (test command exited with ${failure.exitCode})`, 'Add it to the guest, or install it in the command; where it is there, look at the PATH.');
            }
            return text(exitWords(failure.exitCode), 'The end of the log shows why.');
        case 'command_out_of_memory':
            return text(`${exitWords(failure.exitCode)}, and the guest ran out of memory`, 'The guest’s kernel had to kill a process. Give the lane more memory (mem_mib), or make the command need less.');
        case 'command_timed_out':
            return text(`test command timed out after ${failure.timeoutSecs} s` +
                (failure.enforcedBy === 'host' ? ' (the guest did not stop it; the host did)' : ''), 'Make the command faster, or raise timeout_secs.');
        case 'disk_exceeded':
            return text(`guest ${failure.guest} was ended: it took ${gib(failure.usedKib * 1024)} of its host's disk, and disk_gib grants ${gib(failure.limitKib * 1024)}`, 'Write less to the workspace, to caches and to artifacts, or raise disk_gib.');
        case 'artifacts_too_large':
            return text(`artifacts: ${count(failure.files, 'file')} of ${mib(failure.bytes)} together, and artifacts_mib grants ${mib(failure.limit)}`, 'Name fewer files in the artifacts of the lane, or raise artifacts_mib.');
        case 'artifacts_late':
            return text(`artifacts: they were not here within ${failure.afterSecs} s`, 'Name fewer files in the artifacts of the lane, or look at the link to the host.');
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
function unusableSecret({ lane, name, why }) {
    const problem = why === 'missing'
        ? 'is not set in the environment, or is empty'
        : 'has fewer than 4 characters, and so cannot be kept out of logs';
    return `lane \`${lane}\`: its secret ${name} ${problem}`;
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
/** By its code a shell tells a command that a signal ended from one that ended itself. */
function exitWords(code) {
    const signal = signals[code - 128];
    const how = signal === undefined ? '' : `: killed by ${signal}`;
    return `test command exited with ${code}${how}`;
}
function toolsRemedy(setup) {
    if (setup === undefined) {
        return 'Run: pikaci host setup ssh://user@name – it installs them, or prints the line for an administrator.';
    }
    return setup.install === undefined
        ? 'They cannot be installed from here, as the host is neither Debian nor Ubuntu: have its administrator install them. Then run this again.'
        : 'The user may not install packages there (`sudo -n apt-get` asks for a password): have an administrator run the line above. Then run this again.';
}
/** Those that end a process, by their number on Linux and macOS alike. */
const signals = {
    1: 'SIGHUP',
    2: 'SIGINT',
    3: 'SIGQUIT',
    4: 'SIGILL',
    5: 'SIGTRAP',
    6: 'SIGABRT',
    8: 'SIGFPE',
    9: 'SIGKILL',
    11: 'SIGSEGV',
    13: 'SIGPIPE',
    14: 'SIGALRM',
    15: 'SIGTERM',
};
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
function orList(names) {
    const shown = names.slice(0, 3).map((name) => `\`${name}\``);
    return new Intl.ListFormat('en', { type: 'disjunction' }).format(shown);
}
function unlikeCommit(paths) {
    if (paths.length === 0)
        return '';
    const shown = paths.slice(0, 5).map((path) => `  ${JSON.stringify(path)}`);
    const more = paths.length > shown.length ? [`  and ${paths.length - shown.length} more`] : [];
    return ['the workspace is not as its commit has it:', ...shown, ...more].join('\n');
}
function suggestion(name, known, what) {
    const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, known);
    const list = known.length === 0 ? `There are no ${what}.` : `Known ${what}: ${known.join(', ')}.`;
    return near === undefined ? list : `Did you mean \`${near}\`? ${list}`;
}
function gib(bytes) {
    return `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
}
function mib(bytes) {
    return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
function count(n, noun) {
    return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
function imageUnavailable({ image, host, reason, detail, }) {
    const [problem, fix] = imageTroubles[reason];
    return text(`image ${image} ${problem.replace('HOST', `host \`${host}\``)}`, fix, detail);
}
/** What happened to an image, and what to do. */
const imageTroubles = {
    missing: [
        'is not in its registry, or is not to be seen by HOST',
        'Check its name and tag. A private one looks like a missing one to many registries: log in with docker/login-action before this step, or set input `registry-auth`.',
    ],
    denied: [
        'is not given to HOST: its registry wants a login',
        'Log in with docker/login-action before this step, or set input `registry-auth`.',
    ],
    unreachable: [
        'could not be fetched: HOST does not reach its registry',
        'It is tried again with the next run. Proxies and mirrors are set on the host, in its environment and its registries.conf.',
    ],
    throttled: [
        'could not be fetched: its registry takes no more requests from HOST for now',
        'Log in to have a limit of your own, use a mirror, or set pull = "missing" for images that are there already.',
    ],
    architecture: [
        'is not made for the processor of HOST',
        'Build it for that, too, or name another host.',
    ],
    disk_full: ['could not be kept: the disk of HOST is full', 'Make room there.'],
    tampered: [
        'is not what its digest says: what HOST was sent has another one',
        'Push it again. Nothing of it was kept.',
    ],
    malformed: ['cannot be read on HOST', 'Build it anew with a current tool.'],
    other: ['could not be fetched by HOST', 'What skopeo says of it stands above.'],
};


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
    switch (failure.cause) {
        case 'command_failed':
        case 'command_out_of_memory':
        case 'staged_output_failed':
        case 'disk_exceeded':
        case 'artifacts_too_large':
            return 'test_failure';
        case 'image_unavailable':
            return isForUsers(failure.reason) ? 'config' : 'infrastructure';
        case 'command_timed_out':
            return 'timeout';
        case 'cancelled':
            return 'cancelled';
        case 'usage':
        case 'inputs_invalid':
        case 'manifest_missing':
        case 'manifest_invalid':
        case 'hosts_untold':
        case 'lanes_refused':
        case 'secrets_unusable':
        case 'lane_ambiguous':
        case 'nix_unsandboxed':
        case 'target_unknown':
        case 'lane_unknown':
        case 'run_unknown':
        case 'run_unreadable':
        case 'no_runs':
        case 'state_root_unusable':
        case 'report_unwritable':
        case 'backend_unavailable':
        case 'lane_unsupported':
        case 'matrix_too_large':
        case 'output_too_large':
        case 'fork_refused':
        case 'plan_unreadable':
        case 'host_lacks_tools':
        case 'git_missing':
        case 'repository_untrusted':
        case 'not_a_repository':
        case 'ssh_key_unusable':
        case 'known_hosts_invalid':
        case 'host_key_unpinned':
        case 'host_key_changed':
        case 'host_login_refused':
        case 'host_without_shell':
        case 'guest_build_failed':
        case 'work_folder_refused':
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
        case 'artifacts_late':
        case 'unexpected':
            return 'infrastructure';
    }
}
/** The same image would meet the same trouble again. */
function isForUsers(reason) {
    return ['missing', 'denied', 'architecture', 'tampered', 'malformed'].includes(reason);
}
/** Carries a {@link Failure} through `throw`; the only error class of ours. */
class FailureError extends Error {
    name = 'FailureError';
    failure;
    constructor(failure, options) {
        super(failure.cause, options);
        this.failure = failure;
    }
}
/** The failure an unknown thrown value stands for; anything not ours is `unexpected`. */
function failureOf(thrown) {
    if (thrown instanceof FailureError)
        return thrown.failure;
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return { cause: 'unexpected', detail };
}
/** The failure of work under a signal: whatever broke while it was aborted broke because of it. */
function failureUnder(signal, thrown) {
    return failureOf(signal.aborted ? signal.reason : thrown);
}
/** What a signal is aborted with, so that its reason is a failure like any other. */
function cancelledBy(by) {
    return new FailureError({ cause: 'cancelled', by });
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

/***/ 69590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ quoteAll),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/**
 * The only way text enters a shell: one word, quoted for POSIX sh. Words of harmless characters
 * stay as they are, so that commands remain readable in logs.
 */
function quote(word) {
    if (word.includes('\0'))
        throw new TypeError('a shell word cannot hold a NUL byte');
    if (/^[A-Za-z0-9_@%+:,./-]+$/.test(word))
        return word;
    return `'${word.replaceAll("'", String.raw `'\''`)}'`;
}
function quoteAll(words) {
    return words.map(quote).join(' ');
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
    // Most lines hold neither, and of lines there may be millions.
    if (!line.includes('::') && !line.includes('##['))
        return line;
    return line
        .replace(lineCommand, `$1$2${zeroWidthSpace}::`)
        .replaceAll('##[', `#${zeroWidthSpace}#[`);
}
const zeroWidthSpace = '\u200b';
/** White space without line ends, so that it is looked at once however many lines are blank. */
const lineCommand = /(^|[\r\n])([\t\v\f\u0085\ufeff\p{Z}]*)::/gu;


/***/ })

};
;