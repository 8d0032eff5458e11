"use strict";
exports.id = 399;
exports.ids = [399];
exports.modules = {

/***/ 7423:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ runLanes)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/model/failure.js
var model_failure = __webpack_require__(631);
// EXTERNAL MODULE: ./build/host/open.js + 1 modules
var host_open = __webpack_require__(7673);
// EXTERNAL MODULE: ./build/plan/choose-targets.js
var choose_targets = __webpack_require__(2005);
// EXTERNAL MODULE: ./build/plan/select.js + 1 modules
var plan_select = __webpack_require__(9448);
// EXTERNAL MODULE: ./build/repository/change.js
var repository_change = __webpack_require__(7438);
// EXTERNAL MODULE: ./build/repository/history.js
var repository_history = __webpack_require__(7580);
// EXTERNAL MODULE: ./build/repository/git.js
var git = __webpack_require__(5648);
;// CONCATENATED MODULE: ./build/repository/files.js

/**
 * Files of the work tree: what git tracks and what it does not ignore, repository-relative, in
 * byte order, each once. A name may stand for a file that is gone from the work tree, and for a
 * submodule's folder.
 */
async function workTreeFiles(repository, signal) {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const names = new Set((0,git/* splitNul */.K5)(await (0,git/* git */.$Y)(repository, args, signal)));
    return [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

// EXTERNAL MODULE: ./build/model/describe-failure.js
var describe_failure = __webpack_require__(4711);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
var path_matcher = __webpack_require__(9751);
// EXTERNAL MODULE: ./build/model/shell-quote.js
var shell_quote = __webpack_require__(9590);
;// CONCATENATED MODULE: ./build/plan/run-plan.js

/** The run plan of some lanes of a target: staged outputs first and once, then the lanes. */
function makeRunPlan(runId, createdAt, target, lanes) {
    const nodes = new Map();
    for (const lane of lanes) {
        for (const node of laneNodes(lane))
            if (!nodes.has(node.id))
                nodes.set(node.id, node);
    }
    return {
        schema_version: 1,
        run_id: runId,
        target_id: target.id,
        target_description: target.description,
        created_at: createdAt,
        scope: 'post_host_setup_and_snapshot',
        preconditions: ['host_setup_complete', 'workspace_snapshot_created'],
        nodes: [...nodes.values()],
    };
}
function stagedNodeId(set, output) {
    return `prepare-${set.nodePrefix}-${output}`;
}
/** Nodes of the staged outputs that a lane needs. */
function stagedNodeIds({ runner }) {
    if (runner.kind !== 'remote_linux_vm' || runner.staged === undefined)
        return [];
    const { staged } = runner;
    return staged.outputs.map(({ name }) => stagedNodeId(staged, name));
}
function executeNodeId(laneId) {
    return `execute-${laneId}`;
}
function runnerNodeId(laneId) {
    return `prepare-${laneId}-runner`;
}
function exposureOf(output) {
    return { kind: 'host_symlink_mount', path: output.mount, access: 'read_only' };
}
/** The command as a person would type it. */
function commandText(command) {
    return command.kind === 'shell' ? command.line : (0,shell_quote/* quoteAll */._)(command.argv);
}
function laneNodes(lane) {
    if (lane.runner.kind !== 'remote_linux_vm')
        return [executeNode(lane, [])];
    const { staged, host } = lane.runner;
    const stagedNodes = staged === undefined ? [] : staged.outputs.map((output) => stagedNode(staged, output));
    const runner = {
        kind: 'prepare',
        id: runnerNodeId(lane.id),
        description: `Prepare the guest of ${lane.id} on ${host.name}`,
        executor: 'remote_linux_vm',
        depends_on: [],
        prepare: { type: 'remote_linux_vm_backend', backend: host.backend },
    };
    const needed = [...stagedNodes.map(({ id }) => id), runner.id];
    return [...stagedNodes, runner, executeNode(lane, needed)];
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
async function runNodes(nodes, { maxExecutes, runNode, onBlocked }) {
    const outcomes = new Map();
    const waiting = new Set(nodes);
    const underWay = new Map();
    let executes = 0;
    const start = (node) => {
        waiting.delete(node);
        if (node.kind === 'execute')
            executes += 1;
        const settled = runNode(node)
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
        for (const node of [...waiting]) {
            const blocker = failedDependency(node, outcomes);
            if (blocker !== undefined) {
                waiting.delete(node);
                outcomes.set(node.id, { kind: 'failed', failure: blocker });
                onBlocked(node, blocker);
            }
            else if (node.depends_on.every((id) => outcomes.has(id)) &&
                (node.kind === 'prepare' || executes < maxExecutes)) {
                start(node);
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
    return [...waiting].some((node) => failedDependency(node, outcomes) !== undefined);
}
function stuck(waiting) {
    const ids = [...waiting].map(({ id }) => id).join(', ');
    return new model_failure/* FailureError */.pO({ kind: 'unexpected', detail: `plan nodes wait for each other: ${ids}` });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build/snapshot/hash.js

/** Changes whenever trees are hashed otherwise, so that no old copy is taken for a new one. */
const format = 'pikaci-snapshot-1';
/**
 * The hash of a tree: path, type, mode, link target and content of each entry. Every field has its
 * length in front, so that no two trees can write the same bytes.
 */
function hashTree(entries) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const field = (text) => {
        const bytes = Buffer.from(text);
        hash.update(`${bytes.length}:`).update(bytes);
    };
    field(format);
    for (const entry of entries) {
        field(entry.path);
        field(entry.kind);
        if (entry.kind === 'link')
            field(entry.target);
        else {
            field(entry.executable ? 'executable' : 'plain');
            field(entry.digest);
        }
    }
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./build/snapshot/take.js







/** Files read at once: enough to keep a disk busy, few enough for any descriptor limit. */
const readers = 16;
/**
 * Takes a snapshot of files below `root`. Names that are gone or are folders (submodules) are
 * passed over; sockets and devices are refused.
 * @param paths repository-relative, in byte order
 * @param isExcluded whether a path stays out
 * @throws FailureError `snapshot_failed`
 */
async function takeSnapshot(root, paths, isExcluded, signal) {
    const wanted = paths.filter((path) => !isExcluded(path));
    const entries = new Array(wanted.length);
    let next = 0;
    const reader = async () => {
        for (;;) {
            signal.throwIfAborted();
            const index = next;
            next += 1;
            const path = wanted[index];
            if (path === undefined)
                return;
            entries[index] = await readEntry(root, path, signal);
        }
    };
    await Promise.all(Array.from({ length: readers }, reader));
    const present = entries.filter((entry) => entry !== undefined);
    const bytes = present.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0);
    return { root, hash: hashTree(present), entries: present, bytes };
}
async function readEntry(root, path, signal) {
    const file = (0,external_node_path_.join)(root, path);
    try {
        const stat = await (0,promises_.lstat)(file);
        if (stat.isDirectory())
            return undefined;
        if (stat.isSymbolicLink())
            return { kind: 'link', path, target: await (0,promises_.readlink)(file) };
        if (!stat.isFile())
            throw new Error('it is neither a file nor a link');
        const hash = (0,external_node_crypto_.createHash)('sha256');
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash, { signal });
        const executable = (stat.mode & 0o111) !== 0;
        return { kind: 'file', path, executable, size: stat.size, digest: hash.digest('hex') };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error.code === 'ENOENT')
            return undefined;
        const detail = error instanceof Error ? error.message : String(error);
        throw new model_failure/* FailureError */.pO({ kind: 'snapshot_failed', step: 'read', path, detail }, { cause: error });
    }
}

// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
;// CONCATENATED MODULE: ./build/run/artifacts.js






/** Ours, kept on their own way. */
const reserved = new Set(['guest.log', 'result.json', 'started']);
/**
 * Keeps the files of an artifacts tar that match the lane's patterns. The guest made the tar's
 * content: only plain files with a name below the folder are taken, links never followed.
 * @returns a line for people
 */
async function keepArtifacts(tar, patterns, into) {
    const wanted = (0,path_matcher/* compilePatterns */.x)(patterns);
    const entries = (0,tar_stream.extract)();
    let kept = 0;
    const reading = (0,external_node_stream_promises_.pipeline)(tar, entries);
    for await (const entry of entries) {
        const path = (0,external_node_path_.normalize)(entry.header.name);
        const inside = !path.startsWith('..') && !path.startsWith('/');
        const take = entry.header.type === 'file' &&
            inside &&
            !reserved.has(path) &&
            wanted.match(path) !== undefined;
        if (!take) {
            entry.resume();
            continue;
        }
        const file = (0,external_node_path_.join)(into, path);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        await (0,external_node_stream_promises_.pipeline)(entry, (0,external_node_fs_.createWriteStream)(file, { flags: 'wx' }));
        kept += 1;
    }
    await reading;
    return `${kept} artifact${kept === 1 ? '' : 's'} kept`;
}

;// CONCATENATED MODULE: ./build/guest/agent.js


const vmPaths = {
    workspace: '/workspace/snapshot',
    artifacts: '/artifacts',
    scratch: '/cache',
    home: '/home/pikaci',
};
/** The bash program that runs a lane in its guest: assignments, then `agent.sh`. */
function renderAgent({ kind, lane, nonce, paths, stagedMounts }) {
    const home = kind === 'vm' && lane.runAsRoot ? '/root' : paths.home;
    const assignments = [
        agent_assign('KIND', kind),
        agent_assign('LANE', lane.id),
        agent_assign('NONCE', nonce),
        agent_assign('TIMEOUT_SECS', String(lane.timeoutSecs)),
        agent_assign('RUN_AS_ROOT', lane.runAsRoot ? 'yes' : 'no'),
        agent_assign('WORKSPACE', paths.workspace),
        agent_assign('ARTIFACTS', paths.artifacts),
        agent_assign('SCRATCH', paths.scratch),
        agent_assign('LANE_HOME', home),
        assignArray('STAGED', stagedMounts.map(({ mount, storePath }) => `${mount}=${storePath}`)),
        assignArray('ENVIRONMENT', Object.entries(lane.env).map(([key, value]) => `${key}=${value}`)),
        assignArray('COMMAND', commandWords(lane.command)),
    ];
    return `${assignments.join('\n')}\n${agentBody()}`;
}
function commandWords(command) {
    return command.kind === 'argv'
        ? command.argv
        : ['bash', '--noprofile', '--norc', '-lc', command.line];
}
function agent_assign(name, value) {
    return `${name}=${(0,shell_quote/* quote */.h)(value)}`;
}
function assignArray(name, values) {
    return `${name}=(${values.map(shell_quote/* quote */.h).join(' ')})`;
}
function agentBody() {
    return (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "agent.sh", 'utf8');
}

// EXTERNAL MODULE: ./build/host/capture.js
var capture = __webpack_require__(432);
;// CONCATENATED MODULE: ./build/guest/furnish.js


/** Puts into a guest's place what it shares with the guest, and the supervisor. */
async function furnishPlace({ host, dir }, { agent, workspace }, signal) {
    const supervisor = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "supervisor.sh", 'utf8');
    await (0,capture/* capture */.Fg)(host, {
        script: furnishScript,
        args: [dir, supervisor, workspace.kind, workspace.tree],
        purpose: 'prepare the guest’s folder',
    }, { signal, stdin: agent });
}
/**
 * The guest log gets its second name here, before the guest can touch the first one. Only the
 * lane's own user may enter: the workspace may be private.
 */
const furnishScript = String.raw `
set -eu
umask 022
cd "$1"
printf %s "$2" >supervisor.sh
mkdir request artifacts cache shares
cat >request/agent
echo "$(id -u) $(id -g)" >request/host-user
: >artifacts/guest.log
ln artifacts/guest.log guest.log
: >console.log
case $3 in
  shared) ln -s "$4" shares/workspace ;;
  copied)
    cp -a --reflink=auto "$4" workspace 2>/dev/null || cp -a "$4" workspace
    chmod -R u+w workspace
    ln -s ../workspace shares/workspace
    ;;
esac
for share in request artifacts cache; do ln -s "../$share" "shares/$share"; done
ln -s /nix/store shares/nix-store
`;

;// CONCATENATED MODULE: ./build/guest/launch.js

/** Starts the guest's supervisor, apart from this connection. */
async function launchSupervisor({ host, dir, name }, { kind, runner = '', environment = {} }, signal) {
    signal.throwIfAborted();
    const variables = Object.entries(environment).map(([key, value]) => `${key}=${value}`);
    // Never cut off half-way: a supervisor could come up behind the removal's back.
    await (0,capture/* capture */.Fg)(host, {
        script: launchScript,
        args: [dir, name, kind, runner, ...variables],
        purpose: `launch the guest ${name}`,
    });
}
/** Returns once the supervisor has said that it is there, so that following it cannot miss it. */
const launchScript = String.raw `
set -eu
dir=$1 name=$2 kind=$3 runner=$4
shift 4
cd "$dir"
# exec in a subshell: a shell that waited here would hold the connection's pipes, and we would wait
# for the guest's end.
(
  if command -v setsid >/dev/null 2>&1; then
    exec setsid env "$@" sh "$dir/supervisor.sh" "$dir" "$name" "$kind" "$runner"
  fi
  # macOS has no setsid, but it has perl.
  exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV or exit 127' \
    env "$@" sh "$dir/supervisor.sh" "$dir" "$name" "$kind" "$runner"
) </dev/null >supervisor.log 2>&1 &
tries=0
until [ -s supervisor.pid ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 200 ]; then
    cat supervisor.log >&2
    exit 1
  fi
  sleep 0.02
done
`;

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./build/guest/result.js

/** What a guest says of its command; nothing else can make a lane pass. */
const resultSchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(['passed', 'failed']),
    exit_code: schemas/* int */.Whr(),
    finished_at: schemas/* string */.YjP(),
    message: schemas/* string */.YjP(),
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
    const { status, exit_code: exitCode } = checked.data;
    if (checked.data.nonce !== nonce) {
        return { kind: 'untrusted', problem: 'result.json carries the nonce of another guest' };
    }
    if ((status === 'passed') !== (exitCode === 0)) {
        return {
            kind: 'untrusted',
            problem: `result.json says ${status} with exit code ${exitCode}`,
        };
    }
    return { kind: 'exited', exitCode };
}
/** The exit code by which timeout(1) says that the time was up. */
const timeoutExitCode = 124;
/** The verdict over an ended guest: nothing when the lane passed. */
function judge(guest, timeoutSecs, collected) {
    const { result, endedBy, commandStarted: started, console } = collected;
    switch (result.kind) {
        case 'exited':
            if (result.exitCode === 0)
                return undefined;
            return result.exitCode === timeoutExitCode
                ? { kind: 'command_timed_out', timeoutSecs, enforcedBy: 'guest' }
                : { kind: 'command_failed', exitCode: result.exitCode };
        case 'absent':
            return { kind: 'guest_ended', guest, reason: endedBy.replaceAll('_', ' '), started, console };
        case 'untrusted':
            return { kind: 'result_untrusted', guest, problem: result.problem };
    }
}

;// CONCATENATED MODULE: ./build/guest/supervised-guest.js




/**
 * Beyond the lane's own timeout, so that the guest gets to report it: `timeout -k 10` and writing
 * the verdict fit in.
 */
const hostDeadlineGraceSecs = 30;
const consoleLines = 15;
/** From launch to the first line of the guest's log. */
const bootDeadlineSecs = 180;
/** A launched guest, kept by `supervisor.sh` in its place on the host. */
function supervisedGuest(place, { lane, nonce }) {
    return {
        run: (options) => followGuest(place, lane.timeoutSecs, options),
        collect: (signal) => collect(place, nonce, signal),
        artifacts: (signal) => artifactStream(place, signal),
    };
}
async function followGuest({ host, name, dir }, timeoutSecs, run) {
    const deadline = new AbortController();
    let timer;
    const failAfter = (secs, failure) => {
        clearTimeout(timer);
        const fail = async () => deadline.abort(new model_failure/* FailureError */.pO(await failure()));
        timer = setTimeout(() => void fail(), secs * 1000);
    };
    failAfter(bootDeadlineSecs, async () => ({
        kind: 'boot_timed_out',
        guest: name,
        deadlineSecs: bootDeadlineSecs,
        console: await consoleTail(host, dir).catch(() => ''),
    }));
    let offset = 0;
    const onOutput = async (chunk) => {
        if (offset === 0) {
            failAfter(timeoutSecs + hostDeadlineGraceSecs, () => Promise.resolve({ kind: 'command_timed_out', timeoutSecs, enforcedBy: 'host' }));
        }
        offset += chunk.length;
        await run.onOutput(chunk);
    };
    const signal = AbortSignal.any([run.signal, deadline.signal]);
    try {
        await host.exec({ script: followScript, args: [dir], purpose: 'follow the guest’s log' }, { signal, onStdout: onOutput });
        // What was written between the last look and the guest's end.
        await host.exec({ script: restScript, args: [dir, String(offset + 1)], purpose: 'read the rest of the log' }, { signal, onStdout: onOutput });
    }
    finally {
        clearTimeout(timer);
    }
}
async function collect({ host, dir }, nonce, signal) {
    const [answer, resultText, console] = await Promise.all([
        (0,capture/* capture */.Fg)(host, { script: stateScript, args: [dir], purpose: 'read the guest’s end' }, { signal }),
        (0,capture/* capture */.Fg)(host, { script: resultScript, args: [dir, String(resultSizeLimit)], purpose: 'read result.json' }, { signal }),
        consoleTail(host, dir, signal),
    ]);
    const [endedBy = '', started = ''] = answer.trim().split('\n');
    return {
        result: readResult(resultText, nonce),
        resultText,
        endedBy,
        commandStarted: started === 'started',
        console,
    };
}
function artifactStream({ host, dir }, signal) {
    const output = new external_node_stream_.PassThrough();
    const command = { script: artifactsScript, args: [dir], purpose: 'collect artifacts' };
    const onStdout = (chunk) => {
        if (!output.write(chunk))
            return new Promise((resolve) => output.once('drain', resolve));
    };
    host.exec(command, { signal, onStdout }).then(() => output.end(), (error) => output.destroy(error));
    return output;
}
async function consoleTail(host, dir, signal) {
    const command = {
        script: 'tail -c 16384 "$1/console.log" 2>/dev/null || :',
        args: [dir],
        purpose: 'read the guest’s console',
    };
    const text = await (0,capture/* capture */.Fg)(host, command, signal ? { signal } : {});
    const printable = text.replaceAll('\r', '').replace(/[^\x20-\x7e\n\t]/g, '�');
    return printable.trim().split('\n').slice(-consoleLines).join('\n');
}
/**
 * Prints guest.log as it grows and returns when the guest has ended or its supervisor is gone; a
 * last part may be missing. A dead process may stay for a while as a zombie, so its absence alone is
 * no sign. The log is a second name of the file, outside of what the guest can reach: inside it may
 * be replaced by a link to anything.
 */
const followScript = String.raw `
cd "$1" || exit 1
read -r supervisor <supervisor.pid || exit 1
tail -c +1 -f guest.log &
follower=$!
trap 'kill "$follower" 2>/dev/null' EXIT
# What sshd sends when we hang up; a shell that died of it would leave the follower behind.
trap 'exit 129' HUP INT TERM PIPE
looks=0
until [ -e state ] || [ ! -e supervisor.pid ]; do
  sleep 0.1
  looks=$((looks + 1))
  [ $((looks % 20)) -ne 0 ] || case $(ps -o stat= -p "$supervisor") in '' | Z*) break ;; esac
done
`;
const restScript = 'tail -c +"$2" "$1/guest.log"';
/** Prints why the guest ended, then whether its command was reached. */
const stateScript = String.raw `
cat "$1/state" 2>/dev/null || echo vanished
if [ -f "$1/artifacts/started" ] && [ ! -L "$1/artifacts/started" ]; then echo started; else echo not started; fi
`;
/** The guest is gone by now, so what is checked here stays what it is. */
const resultScript = String.raw `
result="$1/artifacts/result.json"
if [ -f "$result" ] && [ ! -L "$result" ]; then head -c "$(($2 + 1))" "$result"; fi
`;
const artifactsScript = 'exec tar -cf - -C "$1/artifacts" .';

;// CONCATENATED MODULE: ./build/guest/host-local.js





/**
 * The host itself as the guest: the command runs in a process group of its own. Nothing could keep
 * it from writing to the shared snapshot, so it always works in a copy.
 */
const hostLocal = {
    name: 'host_local',
    furnish: (place, { lane, nonce, snapshotTree }, signal) => {
        refuseRoot(lane);
        const agent = renderAgent({
            kind: 'host',
            lane,
            nonce,
            paths: pathsIn(place),
            stagedMounts: [],
        });
        return furnishPlace(place, { agent, workspace: { kind: 'copied', tree: snapshotTree } }, signal);
    },
    launch: async (place, request, signal) => {
        await launchSupervisor(place, { kind: 'host_local' }, signal);
        return supervisedGuest(place, request);
    },
};
function pathsIn({ dir }) {
    return {
        workspace: `${dir}/workspace`,
        artifacts: `${dir}/artifacts`,
        scratch: `${dir}/cache`,
        home: `${dir}/home`,
    };
}
function refuseRoot(lane) {
    if (!lane.runAsRoot)
        return;
    throw new model_failure/* FailureError */.pO({
        kind: 'lane_unsupported',
        lane: lane.id,
        problem: 'run_as_root is for VMs; on the host itself a lane runs as the user who drives it',
        hint: 'Use runner = "remote_linux_vm", or drop run_as_root.',
    });
}

;// CONCATENATED MODULE: ./build/guest/microvm/microvm.js




/**
 * Guests out of a runner package (nix/minimal-guest/README.md says what that is).
 * @param runner the package's store path on the host
 */
function microvm(runner, { memMib, vcpu }) {
    return {
        name: 'microvm',
        furnish: (place, { lane, nonce, snapshotTree, stagedMounts }, signal) => {
            const agent = renderAgent({ kind: 'vm', lane, nonce, paths: vmPaths, stagedMounts });
            const kind = lane.writableWorkspace ? 'copied' : 'shared';
            return furnishPlace(place, { agent, workspace: { kind, tree: snapshotTree } }, signal);
        },
        launch: async (place, request, signal) => {
            const readOnly = [
                'request',
                'nix-store',
                ...(request.lane.writableWorkspace ? [] : ['workspace']),
            ];
            const environment = {
                PIKACI_READONLY_SHARES: readOnly.join(' '),
                PIKACI_GUEST_MEM_MIB: String(memMib),
                PIKACI_GUEST_VCPU: String(vcpu),
            };
            await launchSupervisor(place, { kind: 'microvm', runner, environment }, signal);
            return supervisedGuest(place, request);
        },
    };
}

;// CONCATENATED MODULE: ./build/run/backend.js



/** Accepted by manifest and plan, and not to be had yet. */
function unavailableBackend({ id, runner }) {
    const wanted = runner.kind === 'tart_local'
        ? 'runner tart_local'
        : runner.kind === 'remote_linux_vm' && runner.host.backend === 'incus'
            ? 'backend incus'
            : undefined;
    return wanted && { kind: 'backend_unavailable', backend: wanted, lane: id };
}
/** What makes the guests of a lane, its runner package built or found. */
async function backendOf(lane, session) {
    if (lane.runner.kind === 'host_local')
        return hostLocal;
    const spec = microvmSpecOf(lane);
    return microvm(await session.runner(spec.guest), spec);
}
/** @throws FailureError `lane_unsupported` where the host names no guest */
function microvmSpecOf({ id, runner }) {
    const { microvm: spec, name } = runner.host;
    if (spec !== undefined)
        return spec;
    throw new model_failure/* FailureError */.pO({
        kind: 'lane_unsupported',
        lane: id,
        problem: `host \`${name}\` names no guest to boot`,
        hint: `Set hosts.${name}.microvm.guest to the installable of a runner package.`,
    });
}

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
var target = __webpack_require__(7512);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/snapshot/pack.js







/** Equal trees give equal bytes, and builds never see a time from the future. */
const mtime = new Date(1000);
/**
 * The snapshot's files as a tar stream. A file that changed since the snapshot was taken ends the
 * stream with an error: what arrives is what was hashed, or nothing.
 */
function packSnapshot(snapshot, signal) {
    const tar = (0,tar_stream.pack)();
    void addEntries(tar, snapshot, signal).then(() => tar.finalize(), (error) => tar.destroy(error));
    return external_node_stream_.Readable.from(tar, { objectMode: false });
}
async function addEntries(tar, { root, entries }, signal) {
    for (const entry of entries) {
        signal.throwIfAborted();
        if (entry.kind === 'file')
            await addFile(tar, root, entry, signal);
        else
            tar.entry({ name: entry.path, type: 'symlink', linkname: entry.target, mtime });
    }
}
async function addFile(tar, root, { path, size, executable, digest }, signal) {
    const header = { name: path, size, mode: executable ? 0o755 : 0o644, mtime };
    const changed = (detail, cause) => new model_failure/* FailureError */.pO({ kind: 'snapshot_failed', step: 'send', path, detail }, { cause });
    if (size === 0) {
        tar.entry(header, '');
        return;
    }
    const sink = tar.entry(header);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const hashing = new external_node_stream_.Transform({
        transform: (chunk, _encoding, done) => {
            hash.update(chunk);
            done(null, chunk);
        },
    });
    try {
        // The end is read up to the size in the header; a file that grew is caught by its digest.
        const file = (0,external_node_fs_.createReadStream)((0,external_node_path_.join)(root, path), { end: size - 1 });
        await (0,external_node_stream_promises_.pipeline)(file, hashing, sink, { signal });
    }
    catch (error) {
        throw changed(error instanceof Error ? error.message : String(error), error);
    }
    if (hash.digest('hex') !== digest)
        throw changed('it changed while the snapshot was sent');
}

;// CONCATENATED MODULE: ./build/snapshot/publish.js




/** Where a snapshot's tree lies on a host. */
function snapshotTree(workDir, hash) {
    return `${workDir}/snapshots/${hash}/tree`;
}
/**
 * Makes sure that a host has the snapshot. A copy is assembled in a folder of its own, counted,
 * and published by one rename: whoever finds the folder finds it whole, and of several publishers
 * at once each sees a whole one.
 */
async function publishSnapshot(host, snapshot, signal) {
    const { workDir } = host.spec;
    const tree = snapshotTree(workDir, snapshot.hash);
    const probe = await (0,capture/* capture */.Fg)(host, { script: probeScript, args: [workDir, snapshot.hash], purpose: 'look for the snapshot' }, { signal });
    if (probe.trim() === 'present')
        return { tree, sentBytes: 0 };
    const compression = probe.trim() === 'absent zstd' ? 'zstd' : 'none';
    const counter = { bytes: 0 };
    await (0,capture/* capture */.Fg)(host, {
        script: receiveScript,
        args: [workDir, snapshot.hash, String(snapshot.entries.length), compression],
        purpose: 'receive the snapshot',
    }, { signal, stdin: wireStream(snapshot, compression, counter, signal) });
    return { tree, sentBytes: counter.bytes };
}
function wireStream(snapshot, compression, counter, signal) {
    const count = new external_node_stream_.Transform({
        transform: (chunk, _encoding, done) => {
            counter.bytes += chunk.length;
            done(null, chunk);
        },
    });
    const tar = packSnapshot(snapshot, signal);
    // An error of any part destroys the last one, where the reader meets it.
    const stages = compression === 'zstd' ? [tar, (0,external_node_zlib_.createZstdCompress)(), count] : [tar, count];
    (0,external_node_stream_.pipeline)(stages, () => undefined);
    return count;
}
/** Arguments: work dir, hash. The marker inside is what makes a folder a published snapshot. */
const probeScript = String.raw `
if [ -f "$1/snapshots/$2/complete" ] && [ -d "$1/snapshots/$2/tree" ]; then
  touch "$1/snapshots/$2/complete"
  echo present
elif command -v zstd >/dev/null 2>&1; then
  echo absent zstd
else
  echo absent
fi
`;
/**
 * Arguments: work dir, hash, number of entries, compression. A folder without its marker is what a
 * killed publisher of another version left: it is moved away, never merged into.
 */
const receiveScript = String.raw `
set -eu
work=$1 hash=$2 entries=$3 compression=$4
final="$work/snapshots/$hash"
umask 022
mkdir -p "$work/snapshots" "$work/tmp"
# What killed publishers left; a living one is never this old.
find "$work/tmp" -mindepth 1 -maxdepth 1 -mmin +720 -exec rm -rf {} +
new=$(mktemp -d "$work/tmp/snapshot.XXXXXX")
trap 'exit 143' HUP INT TERM
trap 'chmod -R u+w "$new" 2>/dev/null || :; rm -rf "$new"' EXIT
mkdir "$new/tree"
unpack() {
  case $compression in
    zstd) zstd -dcq | tar -xf - -C "$new/tree" ;;
    *) tar -xf - -C "$new/tree" ;;
  esac
}
if ! unpack; then
  df -Pk "$new" | awk 'NR == 2 { print "disk of " $6 ": " $4 " kB left of " $2 }' >&2
  exit 1
fi
found=$(find "$new/tree" ! -type d -exec sh -c 'for f; do echo; done' sh {} + | wc -l)
if [ "$found" -ne "$entries" ]; then
  echo "the upload is incomplete: $found of $entries files arrived" >&2
  exit 1
fi
echo "$entries" >"$new/complete"
chmod 0755 "$new"
if [ -e "$final" ] && [ ! -f "$final/complete" ]; then
  mv "$final" "$work/tmp/broken.$$" && rm -rf "$work/tmp/broken.$$"
fi
# A rename onto a folder that another publisher has just filled fails with GNU mv -T; where mv has
# no -T it would nest, so the folder is looked for first and the loser's copy is dropped.
if [ ! -e "$final" ]; then
  mv -T "$new" "$final" 2>/dev/null || { [ -f "$final/complete" ] || mv "$new" "$final"; }
fi
[ -f "$final/complete" ]
`;

// EXTERNAL MODULE: ./build/host/host.js
var host_host = __webpack_require__(3934);
;// CONCATENATED MODULE: ./build/guest/microvm/nix-build.js




/**
 * Builds an installable on a host, or finds it built, and keeps it by a GC root.
 * @param failure what a failed build means to the caller
 * @returns its store path
 */
async function nixBuild(host, { nix, installable, snapshotTree, signal }, failure) {
    const resolved = resolveInstallable(installable, snapshotTree);
    const root = `${host.spec.workDir}/gcroots/${rootName(resolved)}`;
    const { exit, stdout, stderr } = await (0,capture/* captureAny */.$P)(host, { script: buildScript, args: [nix, resolved, root], purpose: `build ${installable}` }, { signal });
    if (exit.kind !== 'code' || exit.code !== 0) {
        const log = (0,capture/* lastLines */.w$)(stderr, 20);
        throw new model_failure/* FailureError */.pO(failure(log === '' ? (0,host_host/* formatExit */.q)(exit) : log));
    }
    const path = storePathOf(stdout);
    if (path === undefined)
        throw new model_failure/* FailureError */.pO(failure(`nix answered: ${stdout.slice(0, 200)}`));
    return path;
}
/**
 * The installable as the host's Nix understands it: `.#x` and `./dir#x` are meant in the
 * workspace, which is a plain folder there, wherever the host's own folders lie.
 */
function resolveInstallable(installable, snapshotTree) {
    const [, folder, attribute] = /^\.(\/[^#]*)?#(.*)$/.exec(installable) ?? [];
    if (attribute === undefined)
        return installable;
    const dir = (folder ?? '').replace(/^\/+|\/+$/g, '');
    const query = dir === '' ? '' : `?dir=${dir.split('/').map(encodeURIComponent).join('/')}`;
    return `path:${snapshotTree}${query}#${attribute}`;
}
function rootName(installable) {
    return (0,external_node_crypto_.createHash)('sha256').update(installable).digest('hex').slice(0, 32);
}
/** `nix build --json` prints one entry per derivation with its outputs by name. */
function storePathOf(json) {
    try {
        const [built] = JSON.parse(json);
        const path = built?.outputs?.['out'] ?? Object.values(built?.outputs ?? {})[0];
        return path?.startsWith('/nix/store/') === true ? path : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * A workspace is immutable here, so no lock file is written into it. The out-link is the GC root;
 * a build that the collector took away is made again.
 */
const buildScript = String.raw `
set -eu
command -v "$1" >/dev/null 2>&1 || { echo "there is no program $1 on this host; is Nix installed?" >&2; exit 127; }
mkdir -p "$(dirname "$3")"
exec "$1" --extra-experimental-features 'nix-command flakes' build --json --no-write-lock-file --print-build-logs --out-link "$3" "$2" </dev/null
`;

;// CONCATENATED MODULE: ./build/run/host-session.js




/**
 * One host during one run: connected once, given the snapshot once, whoever comes first; the
 * others wait for the same promise. A failure is everyone's failure.
 */
class HostSession {
    spec;
    #open;
    #snapshot;
    #emit;
    #signal;
    #host;
    #tree;
    #runners = new Map();
    constructor(spec, options) {
        this.spec = spec;
        this.#open = options.open;
        this.#snapshot = options.snapshot;
        this.#emit = options.emit;
        this.#signal = options.signal;
    }
    host() {
        this.#host ??= this.#connect();
        return this.#host;
    }
    /** Path of the snapshot's tree on the host, once it is there. */
    snapshotTree() {
        this.#tree ??= this.#publish();
        return this.#tree;
    }
    /** Store path of a staged output, built or found. */
    stagedOutput(installable) {
        return this.#nixBuild(installable, 'staged_output_failed');
    }
    /** Store path of the guests' runner package, built or found, once per run. */
    runner(installable) {
        const known = this.#runners.get(installable);
        if (known !== undefined)
            return known;
        const built = this.#nixBuild(installable, 'runner_build_failed');
        this.#runners.set(installable, built);
        return built;
    }
    async [Symbol.asyncDispose]() {
        // A host that never opened has told its failure to whoever asked for it.
        const host = await this.#host?.catch(() => undefined);
        await host?.[Symbol.asyncDispose]();
    }
    async #connect() {
        const elapsed = startSpan();
        const host = await this.#open(this.spec, this.#signal);
        this.#emit({
            event: 'host_connected',
            host: this.spec.name,
            address: (0,target/* formatAddress */.M0)(this.spec.address),
            duration_ms: elapsed().duration_ms,
        });
        return host;
    }
    async #publish() {
        const published = await publishSnapshot(await this.host(), this.#snapshot, this.#signal);
        this.#emit({
            event: 'snapshot_published',
            host: this.spec.name,
            hash: this.#snapshot.hash,
            tree: published.tree,
            sent_bytes: published.sentBytes,
        });
        return published.tree;
    }
    async #nixBuild(installable, kind) {
        const host = await this.host();
        const snapshotTree = await this.snapshotTree();
        const nix = this.spec.microvm?.nix ?? 'nix';
        const options = { nix, installable, snapshotTree, signal: this.#signal };
        return nixBuild(host, options, (detail) => ({
            kind,
            installable,
            host: this.spec.name,
            detail,
        }));
    }
}

// EXTERNAL MODULE: ./build/store/run-dir.js
var run_dir = __webpack_require__(8006);
// EXTERNAL MODULE: ./build/store/run-id.js
var run_id = __webpack_require__(2096);
;// CONCATENATED MODULE: ./build/store/atomic-write.js


/**
 * Replaces a file as a whole: a reader sees the old content or the new one, and so does whoever
 * comes after a crash. Synchronous, so that records keep the order of events.
 */
function writeFileAtomically(path, content) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    const temporary = `${path}.${process.pid}.new`;
    const file = (0,external_node_fs_.openSync)(temporary, 'w', 0o644);
    try {
        (0,external_node_fs_.writeSync)(file, content);
        (0,external_node_fs_.fsyncSync)(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
    (0,external_node_fs_.renameSync)(temporary, path);
}
function writeJsonAtomically(path, value) {
    writeFileAtomically(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

;// CONCATENATED MODULE: ./build/store/write-run.js



function runWriter(dir) {
    const outputs = [];
    return {
        write: (event, record) => {
            appendEvent(dir, event);
            switch (event.event) {
                case 'plan_made':
                    writeJsonAtomically(dir.planJson, event.plan);
                    break;
                case 'prepare_finished':
                    if (event.output !== null) {
                        outputs.push(event.output);
                        const prepared = { schema_version: 1, outputs };
                        writeJsonAtomically(dir.preparedOutputsJson, prepared);
                    }
                    break;
                case 'job_output':
                    (0,external_node_fs_.appendFileSync)(dir.job(event.job_id).guestLog, event.bytes);
                    return;
                case 'job_started':
                    (0,external_node_fs_.mkdirSync)(dir.job(event.job.id).artifacts, { recursive: true });
                    (0,external_node_fs_.appendFileSync)(dir.job(event.job.id).guestLog, '');
                    break;
                default:
            }
            appendHostLog(dir, event);
            writeRecords(dir, event, record);
        },
        writeResult: (jobId, resultText) => {
            if (resultText !== '')
                writeFileAtomically(dir.job(jobId).resultJson, resultText);
        },
    };
}
/** The records change with these events only; the others would write the same again. */
function writeRecords(dir, event, record) {
    switch (event.event) {
        case 'run_started':
        case 'source_described':
        case 'snapshot_published':
        case 'prepare_finished':
        case 'run_finished':
            writeJsonAtomically(dir.runJson, record);
            break;
        case 'job_started':
        case 'guest_named':
        case 'job_phase_finished':
        case 'job_finished': {
            const id = event.event === 'job_started' || event.event === 'job_finished'
                ? event.job.id
                : event.job_id;
            const job = record.jobs.find((candidate) => candidate.id === id);
            if (job !== undefined)
                writeJsonAtomically(dir.job(id).statusJson, job);
            if (event.event !== 'job_phase_finished')
                writeJsonAtomically(dir.runJson, record);
            break;
        }
        default:
    }
}
function appendEvent(dir, event) {
    if (event.event === 'run_started')
        (0,external_node_fs_.mkdirSync)(dir.path, { recursive: true });
    if (event.event === 'job_output')
        return;
    (0,external_node_fs_.appendFileSync)(dir.eventsJsonl, `${JSON.stringify(event)}\n`);
}
/** What we did for a lane, in its host.log; what the guest said is in its guest.log. */
function appendHostLog(dir, event) {
    const append = (jobId, line) => (0,external_node_fs_.appendFileSync)(dir.job(jobId).hostLog, `${line}\n`);
    switch (event.event) {
        case 'guest_named':
            append(event.job_id, `[pikaci] attempt ${event.attempt}: guest ${event.guest_name} on ${event.host.name}`);
            break;
        case 'job_phase_started':
            append(event.job_id, `[pikaci] ${event.at} ${event.phase} …`);
            break;
        case 'job_phase_finished':
            append(event.job_id, `[pikaci] ${event.finished_at} ${event.phase} took ${event.duration_ms} ms`);
            break;
        case 'job_note':
            append(event.job_id, `[pikaci] ${event.note}`);
            break;
        case 'job_verdict': {
            const { job_id: id, verdict } = event;
            const lines = verdict.kind === 'passed' ? ['passed'] : (0,describe_failure/* failureLines */.w)(verdict.failure);
            for (const line of lines)
                append(id, `[pikaci] ${line}`);
            break;
        }
        default:
    }
}

;// CONCATENATED MODULE: ./build/run/record.js


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
        remote_linux_vm_execution: lane.runner.kind === 'remote_linux_vm'
            ? { backend: 'microvm', incus_image: null, phases: [] }
            : null,
        failure_kind: null,
        host: lane.runner.host.name,
        guest_name: '',
        attempts: 0,
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
            const { node_id, started_at, finished_at, duration_ms, output } = event;
            const timing = { node_id, started_at, finished_at, duration_ms };
            return {
                ...record,
                prepare_timings: [...record.prepare_timings, timing],
                prepared_output_consumer: output?.consumer ?? record.prepared_output_consumer,
            };
        }
        case 'job_started':
            return { ...record, jobs: [...record.jobs, event.job] };
        case 'guest_named':
            return withJob(record, event.job_id, (job) => ({
                ...job,
                guest_name: event.guest_name,
                attempts: event.attempt,
                // Phases are those of the attempt that counts: the last one.
                remote_linux_vm_execution: job.remote_linux_vm_execution && {
                    ...job.remote_linux_vm_execution,
                    phases: [],
                },
            }));
        case 'job_phase_finished': {
            const { job_id, phase: name, started_at, finished_at, duration_ms } = event;
            const phase = { phase: name, started_at, finished_at, duration_ms };
            return withJob(record, job_id, (job) => ({
                ...job,
                remote_linux_vm_execution: job.remote_linux_vm_execution && {
                    ...job.remote_linux_vm_execution,
                    phases: [...job.remote_linux_vm_execution.phases, phase],
                },
            }));
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
        exit_code: failure.kind === 'command_failed'
            ? failure.exitCode
            : failure.kind === 'command_timed_out' && failure.enforcedBy === 'guest'
                ? 124
                : null,
        message: (0,describe_failure/* describeFailure */.I)(failure).headline,
        failure_kind: (0,model_failure/* categoryOf */.Qd)(failure),
    };
}
function withJob(record, id, change) {
    return { ...record, jobs: record.jobs.map((job) => (job.id === id ? change(job) : job)) };
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
    constructor(stateRoot, target, report) {
        const now = new Date();
        this.runId = (0,run_id/* newRunId */.F)(now);
        this.dir = (0,run_dir/* runDir */.f)(stateRoot, this.runId);
        this.#writer = runWriter(this.dir);
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
    closeLane(lane, verdict) {
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

;// CONCATENATED MODULE: ./build/guest/lease.js

/**
 * How long a guest is kept without a word from us. Its supervisor and the reaper end it after
 * that, whatever happened to us.
 */
const leaseSecs = 120;
const renewEveryMs = 30_000;
/** Shell that grants the guest in folder `$1` a lease; also used before anything else exists. */
const grantLease = `echo "$(($(date +%s) + ${leaseSecs}))" >"$1/lease.new" && mv "$1/lease.new" "$1/lease"`;
/**
 * Renews a guest's lease until disposed. A failed renewal is no error here: if the link is gone,
 * whoever follows the guest finds out, and the lease covers several tries.
 */
function keepLease(host, guestDir) {
    const renew = () => {
        const command = { script: grantLease, args: [guestDir], purpose: 'renew a lease' };
        (0,capture/* capture */.Fg)(host, command).catch(() => undefined);
    };
    const timer = setInterval(renew, renewEveryMs);
    timer.unref();
    return { [Symbol.dispose]: () => clearInterval(timer) };
}

// EXTERNAL MODULE: ./build/guest/remove.js
var remove = __webpack_require__(5722);
;// CONCATENATED MODULE: ./build/guest/place.js



/** Removal has to end, too: after this the lease is left to do it. */
const removalTimeoutMs = 30_000;
/**
 * Claims a place for a guest: a folder that holds nothing but its lease, which so exists before
 * anything that it covers. A guest of the same name whose lease is over is one that a lost runner
 * left behind, and is removed first; a live one is somebody's, and is never replaced.
 * @throws FailureError `host_command_failed`
 */
async function claimPlace(host, name, signal) {
    const command = {
        script: claimScript,
        args: [(0,remove/* guestDir */.e)(host.spec.workDir, name)],
        purpose: `make the folder of ${name}`,
    };
    signal.throwIfAborted();
    // Never cut off half-way: whether the folder exists would then be anyone's guess.
    const first = await (0,capture/* captureAny */.$P)(host, command);
    if (first.exit.kind === 'code' && first.exit.code === expiredExit)
        await (0,remove/* removeGuest */.B)(host, name);
    const dir = first.stdout.trim() || (await (0,capture/* capture */.Fg)(host, command)).trim();
    const lease = keepLease(host, dir);
    return {
        host,
        name,
        dir,
        [Symbol.asyncDispose]: async () => {
            lease[Symbol.dispose]();
            await (0,remove/* removeGuest */.B)(host, name, AbortSignal.timeout(removalTimeoutMs));
        },
    };
}
const expiredExit = 17;
const claimScript = String.raw `
set -eu
umask 022
mkdir -p "$(dirname "$1")"
if [ -d "$1" ]; then
  expires=0
  read -r expires <"$1/lease" || :
  left=$((expires - $(date +%s)))
  [ "$left" -gt 0 ] || exit ${expiredExit}
  echo "a guest of this name is alive there; its lease ends in $left s unless it is renewed" >&2
  exit 1
fi
mkdir "$1"
${grantLease}
cd "$1" && pwd -P
`;

;// CONCATENATED MODULE: ./build/run/lane-life.js






/**
 * The life of a lane: name, place, snapshot, guest, command, verdict, removal. Never rejects.
 * An infrastructure failure before the command started gets another try on a fresh guest; a
 * command that ran is never run again.
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
    const { lane, session, emit, signal } = options;
    const phase = phases(lane.id, emit);
    const guest_name = options.guestName(attempt);
    let commandStarted = false;
    let place;
    try {
        emit({ event: 'guest_named', job_id: lane.id, attempt, guest_name, host: session.spec });
        const here = await phase('prepare_directories', async () => claimPlace(await session.host(), guest_name, signal));
        place = here;
        const snapshotTree = await phase('stage_workspace_snapshot', () => session.snapshotTree());
        const nonce = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        const request = { lane, nonce, snapshotTree, stagedMounts: options.stagedMounts };
        const backend = await phase('prepare_runtime', async () => {
            const ready = await options.backend();
            await ready.furnish(here, request, signal);
            return ready;
        });
        const guest = await phase('launch_guest', () => backend.launch(here, request, signal));
        const onOutput = (bytes) => {
            commandStarted = true;
            emit({ event: 'job_output', job_id: lane.id, bytes });
        };
        await phase('wait_for_completion', () => guest.run({ onOutput, signal }));
        const collected = await phase('collect_artifacts', async () => {
            const left = await guest.collect(signal);
            await options.keep({ resultText: left.resultText, guest, signal });
            return left;
        });
        ({ commandStarted } = collected);
        const failure = judge(guest_name, lane.timeoutSecs, collected);
        return { verdict: verdictOf(failure), commandStarted };
    }
    catch (error) {
        return { verdict: { kind: 'failed', failure: (0,model_failure/* failureUnder */.nj)(signal, error) }, commandStarted };
    }
    finally {
        await lane_life_remove(place, lane.id, emit);
    }
}
function verdictOf(failure) {
    return failure === undefined ? { kind: 'passed' } : { kind: 'failed', failure };
}
/** A removal that fails is told, and never hides why the lane ended: the lease does it then. */
async function lane_life_remove(place, jobId, emit) {
    try {
        await place?.[Symbol.asyncDispose]();
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
    const journal = new RunJournal(options.stateRoot, target, options.report);
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
    /** Store paths of staged outputs, by their plan node. */
    #realised = new Map();
    constructor(options, journal) {
        this.#options = options;
        this.#journal = journal;
        this.#signal = AbortSignal.any([options.signal, this.#failFast.signal]);
    }
    async run(lanes) {
        const plan = makeRunPlan(this.#journal.runId, timestamp(), this.#options.target, lanes);
        this.#journal.emit({ event: 'plan_made', plan });
        let snapshot;
        try {
            snapshot = await this.#takeSnapshot();
        }
        catch (error) {
            const failure = (0,model_failure/* failureUnder */.nj)(this.#signal, error);
            for (const lane of lanes)
                this.#journal.refuseLane(lane, failure);
            return;
        }
        this.#openSessions(lanes, snapshot);
        try {
            await runNodes(plan.nodes, {
                maxExecutes: this.#options.maxConcurrentExecutes,
                runNode: (node) => (node.kind === 'prepare' ? this.#prepare(node) : this.#execute(node)),
                onBlocked: (node, failure) => {
                    if (node.kind === 'execute')
                        this.#journal.refuseLane(this.#laneOf(node), failure);
                },
            });
        }
        finally {
            await Promise.all([...this.#sessions.values()].map((it) => it[Symbol.asyncDispose]()));
        }
    }
    async #takeSnapshot() {
        const { source, files, target } = this.#options;
        const excluded = (0,path_matcher/* compilePatterns */.x)(target.snapshotExclude);
        const isExcluded = (path) => excluded.match(path) !== undefined;
        const snapshot = await takeSnapshot(source.source_root, files, isExcluded, this.#signal);
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
            snapshot,
            emit: this.#journal.emit,
            signal: this.#signal,
        };
        for (const { runner } of lanes) {
            if (this.#sessions.has(runner.host.name))
                continue;
            this.#sessions.set(runner.host.name, new HostSession(runner.host, shared));
        }
    }
    #sessionOf({ runner }) {
        const session = this.#sessions.get(runner.host.name);
        if (session === undefined)
            throw new TypeError(`no session for host ${runner.host.name}`);
        return session;
    }
    async #prepare(node) {
        const { id: node_id, description } = node;
        const elapsed = startSpan();
        this.#journal.emit({ event: 'prepare_started', node_id, description, at: timestamp() });
        let output = null;
        let failure;
        try {
            if (node.prepare.type === 'nix_build')
                output = await this.#realise(node, node.prepare);
            else
                await this.#prepareRunner(node);
        }
        catch (error) {
            failure = (0,model_failure/* failureUnder */.nj)(this.#signal, error);
        }
        const problem = failure === undefined ? null : (0,describe_failure/* describeFailure */.I)(failure).headline;
        this.#journal.emit({ event: 'prepare_finished', node_id, ...elapsed(), problem, output });
        return failure === undefined ? { kind: 'done' } : { kind: 'failed', failure };
    }
    async #realise(node, build) {
        const path = await this.#sessionOf(this.#laneOf(node)).stagedOutput(build.installable);
        this.#realised.set(node.id, path);
        return {
            node_id: node.id,
            installable: build.installable,
            output_name: build.output_name,
            protocol: 'nix_store_path_v1',
            residency: 'remote_authoritative_staged_linux',
            consumer: 'host_local_symlink_mounts_v1',
            realized_path: path,
            exposures: build.handoff.exposures,
            requested_exposures: build.handoff.exposures,
            payload: null,
        };
    }
    async #prepareRunner(node) {
        const lane = this.#laneOf(node);
        const unavailable = unavailableBackend(lane);
        if (unavailable !== undefined)
            throw new model_failure/* FailureError */.pO(unavailable);
        await this.#sessionOf(lane).runner(microvmSpecOf(lane).guest);
    }
    async #execute(node) {
        const { target, signal } = this.#options;
        const lane = this.#laneOf(node);
        const unavailable = unavailableBackend(lane);
        if (unavailable !== undefined) {
            this.#journal.refuseLane(lane, unavailable);
            return { kind: 'failed', failure: unavailable };
        }
        const session = this.#sessionOf(lane);
        this.#journal.openLane(lane, timestamp());
        const verdict = await liveLane({
            lane,
            session,
            backend: () => backendOf(lane, session),
            stagedMounts: this.#stagedMounts(lane),
            guestName: (attempt) => this.#guestName(lane, attempt),
            keep: async ({ resultText, guest, signal: keepSignal }) => {
                this.#journal.keepResult(lane, resultText);
                if (lane.artifacts.length === 0)
                    return;
                const into = this.#journal.dir.job(lane.id).artifacts;
                const note = await keepArtifacts(guest.artifacts(keepSignal), lane.artifacts, into);
                this.#journal.emit({ event: 'job_note', job_id: lane.id, note });
            },
            emit: this.#journal.emit,
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
        const { staged } = runner;
        return staged.outputs.flatMap(({ name, mount }) => {
            const storePath = this.#realised.get(stagedNodeId(staged, name));
            return storePath === undefined ? [] : [{ mount, storePath }];
        });
    }
    /** The lane that a node is for; of several that share a staged output, the first. */
    #laneOf({ id }) {
        const lane = this.#options.lanes.find((candidate) => [
            executeNodeId(candidate.id),
            runnerNodeId(candidate.id),
            ...stagedNodeIds(candidate),
        ].includes(id));
        if (lane === undefined)
            throw new TypeError(`plan node ${id} belongs to no lane of its run`);
        return lane;
    }
}

;// CONCATENATED MODULE: ./build/command/run-lanes.js









/** Runs lanes of the checkout as it lies, untracked files included. */
async function runLanes(workspace, options) {
    const { manifest, repository, stateRoot, environment } = workspace;
    const { base, credentials, signal } = options;
    const chosen = (0,choose_targets/* chooseLanes */.t)(manifest, options.target, options.lanes);
    const backend = options.backend ?? environment.backend;
    const lanes = chosen.lanes.map((lane) => withBackend(lane, backend));
    refuseConsumer(lanes, environment);
    const change = base === undefined ? undefined : await (0,repository_change/* changedPaths */.v)(repository, base, 'HEAD', signal);
    const [source, files] = await Promise.all([
        describeSource(workspace, chosen.target, change, signal),
        sourceFiles(workspace, signal),
    ]);
    return runTarget({
        target: chosen.target,
        lanes,
        source,
        files,
        stateRoot,
        identity: options.identity,
        openHost: (spec, openSignal) => (0,host_open/* openHost */.Z)(spec, credentials, openSignal),
        maxConcurrentExecutes: environment.maxConcurrentExecutes,
        skip: change && skipMessage(chosen.target, manifest.path, change),
        report: options.report,
        signal,
    });
}
async function describeSource({ repository }, target, change, signal) {
    const [head, dirty] = await Promise.all([
        (0,repository_history/* commitOf */.D)(repository, 'HEAD', signal),
        (0,repository_change/* isDirty */.D)(repository, signal),
    ]);
    return {
        source_root: repository.root,
        git_head: head ?? null,
        git_dirty: dirty,
        changed_files: change?.kind === 'known' ? [...change.paths] : [],
        filters: [...target.paths],
    };
}
/** Our own records are no part of the workspace, ignored by git or not. */
async function sourceFiles({ repository, stateRoot }, signal) {
    const files = await workTreeFiles(repository, signal);
    const own = (0,external_node_path_.relative)(repository.root, stateRoot);
    return own.startsWith('..') ? files : files.filter((file) => !file.startsWith(`${own}/`));
}
function skipMessage(target, manifestPath, change) {
    const [decision] = (0,plan_select/* decideAll */.k)([target], 'named', manifestPath, change);
    return decision?.kind !== 'skipped'
        ? undefined
        : `skipped; no changed files matched ${target.paths.length} filter(s)`;
}
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
        kind: 'usage',
        problem: `PIKACI_PREPARED_OUTPUT_CONSUMER is ${consumer}, which is a prototype only and refused for staged lanes (\`${staged.id}\`)`,
        hint: 'Unset PIKACI_PREPARED_OUTPUT_CONSUMER.',
    });
}


/***/ }),

/***/ 6972:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ abortOnSignals)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(631);

/**
 * SIGINT, SIGTERM and SIGHUP as an AbortSignal. Removal of guests starts with the first one; later ones
 * change nothing, so that nobody's impatience leaves a guest behind: its lease ends it at worst.
 */
function abortOnSignals() {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.on(name, () => controller.abort((0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelledBy */ .tK)(name)));
    }
    return controller.signal;
}


/***/ }),

/***/ 9590:
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

/***/ 8278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ compactStatus)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7300);

/** @param runNumber of the workflow; without one the run id stands for it */
function compactStatus(record, runNumber) {
    const created = Date.parse(record.created_at);
    const finished = record.finished_at === null ? Date.now() : Date.parse(record.finished_at);
    const starts = record.jobs.flatMap(({ started_at }) => started_at === null ? [] : [Date.parse(started_at)]);
    const firstStart = starts.length === 0 ? finished : Math.min(...starts);
    return {
        state: runState(record),
        run: runNumber === undefined ? `run ${record.run_id}` : `run #${runNumber}`,
        target: record.target_id,
        counts: counts(record.jobs),
        head: `${record.git_head ?? 'no commit'}${record.git_dirty === true ? ' (with local changes)' : ''}`,
        queuedAt: record.created_at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'),
        queued: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(firstStart - created),
        ran: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(finished - firstStart),
        message: record.status === 'skipped' ? (record.message ?? undefined) : undefined,
        lanes: record.jobs.map(laneStatus),
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
            return status;
    }
}
function laneStatus(job) {
    const state = job.status === 'passed'
        ? 'success'
        : job.status === 'failed'
            ? job.failure_kind === 'cancelled'
                ? 'cancelled'
                : 'failed'
            : 'running';
    const took = job.started_at === null || job.finished_at === null
        ? ''
        : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Date.parse(job.finished_at) - Date.parse(job.started_at));
    const message = state === 'success' ? undefined : (job.message ?? undefined);
    return { id: job.id, state, took, message };
}
function counts(jobs) {
    const of = (count, word) => (count === 0 ? [] : [`${count} ${word}`]);
    const states = jobs.map((job) => laneStatus(job).state);
    const count = (wanted) => states.filter((state) => state === wanted).length;
    const parts = [
        ...of(count('success'), 'passed'),
        ...of(count('failed'), 'failed'),
        ...of(count('cancelled'), 'cancelled'),
        ...of(count('running'), 'running'),
    ];
    return parts.length === 0 ? 'no lanes' : parts.join(', ');
}


/***/ }),

/***/ 7300:
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

/***/ 980:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ eventLines),
/* harmony export */   a: () => (/* binding */ words)
/* harmony export */ });
/* harmony import */ var _model_describe_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4711);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7300);


/**
 * An event in words, each line with the lane it is about in front; none for events that are not
 * worth a line. Guest output is not among them: it is shown as it is.
 */
function eventLines(event) {
    switch (event.event) {
        case 'run_started':
            return run(`run ${event.run_id} of ${event.target_id}`);
        case 'snapshot_taken': {
            const large = event.large_files.map((path) => `; large file: ${path}`).join('');
            return run(`snapshot ${event.hash.slice(0, 12)}: ${event.files} files, ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z)(event.bytes)}${large}`);
        }
        case 'host_connected':
            return event.address === 'local'
                ? []
                : run(`connected to ${event.host} (${event.address}) in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(event.duration_ms)}`);
        case 'snapshot_published':
            return run(event.sent_bytes === 0
                ? `${event.host} has the snapshot already`
                : `sent the snapshot to ${event.host}: ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z)(event.sent_bytes)}`);
        case 'prepare_finished': {
            const { node_id: node, duration_ms: ms, problem } = event;
            return run(problem === null ? `${node} ready in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(ms)}` : `${node} failed: ${problem}`);
        }
        case 'guest_named':
            return lane(event.job_id, `guest ${event.guest_name} on ${event.host.name}`);
        case 'job_phase_finished':
            // Most phases pass in no time on a warm host; their times are in the record.
            return event.duration_ms < 100
                ? []
                : lane(event.job_id, `${words(event.phase)} took ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(event.duration_ms)}`);
        case 'job_note':
            return lane(event.job_id, event.note);
        case 'job_verdict': {
            const { job_id: id, verdict } = event;
            return verdict.kind === 'passed'
                ? lane(id, 'passed')
                : lane(id, ...(0,_model_describe_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureLines */ .w)(verdict.failure));
        }
        case 'source_described':
        case 'run_skipped':
        case 'plan_made':
        case 'prepare_started':
        case 'job_started':
        case 'job_phase_started':
        case 'job_output':
        case 'job_finished':
        case 'run_finished':
            return [];
    }
}
/** `wait_for_completion` as people write it. */
function words(name) {
    return name.replaceAll('_', ' ');
}
function run(line) {
    return [`· ${line}`];
}
function lane(id, ...lines) {
    return lines.map((line) => `${id} · ${line}`);
}


/***/ }),

/***/ 7601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ LineSplitter)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);

/** What a line may grow to before it is cut in two: a guest may never end one. */
const lineLimit = 64 * 1024;
/** Cuts a byte stream into lines for showing; CR ends a line, too, as it does for the runner. */
class LineSplitter {
    #onLine;
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    #rest = '';
    constructor(onLine) {
        this.#onLine = onLine;
    }
    push(bytes) {
        this.#take(this.#rest + this.#decoder.write(Buffer.from(bytes)));
    }
    /** Hands on what stands behind the last line end. */
    end() {
        const last = this.#rest + this.#decoder.end();
        this.#rest = '';
        if (last !== '')
            this.#onLine(last);
    }
    #take(text) {
        const lines = text.split(/\r\n|\n|\r(?!$)/);
        this.#rest = lines.pop() ?? '';
        for (const line of lines)
            this.#onLine(line);
        if (this.#rest.length > lineLimit) {
            this.#onLine(this.#rest);
            this.#rest = '';
        }
    }
}


/***/ }),

/***/ 6827:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ logTail)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
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

const tailBytes = 16 * 1024;
/** The last lines of a log file; empty where there is none. */
async function logTail(path, lines) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path), true);
            const { size } = await file.stat();
            const start = Math.max(0, size - tailBytes);
            const { buffer, bytesRead } = await file.read(Buffer.alloc(tailBytes), 0, tailBytes, start);
            return buffer
                .toString('utf8', 0, bytesRead)
                .trimEnd()
                .split(/\r\n|[\r\n]/)
                .slice(-lines)
                .join('\n');
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
        if (error.code === 'ENOENT')
            return '';
        throw error;
    }
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
    const colourOf = (state) => state === 'success' || state === 'passed' ? '32' : state === 'failed' ? '31' : '33';
    return { state: (state) => wrap(colourOf(state))(state), dim: wrap('2'), bold: wrap('1') };
}
/** The compact status for a terminal. */
function statusText(status, paint) {
    const width = Math.max(0, ...status.lanes.map(({ id }) => id.length));
    return [
        `${paint.bold('CI')}: ${paint.state(status.state)}`,
        `${status.run} · ${status.target}`,
        status.message ?? status.counts,
        paint.dim(`head ${status.head} · queued ${status.queuedAt} · ${status.lanes.length} lane(s)`),
        paint.dim(`queued ${status.queued} · ran ${status.ran}`),
        ...status.lanes.map(({ id, state, took, message }) => [`  ${id.padEnd(width)} · ${paint.state(state)}`, took, message ?? '']
            .filter((part) => part !== '')
            .join(' · ')),
    ];
}


/***/ }),

/***/ 8006:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ runsFolder),
/* harmony export */   f: () => (/* binding */ runDir)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

function runsFolder(stateRoot) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(stateRoot, 'runs');
}
function runDir(stateRoot, runId) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(runsFolder(stateRoot), runId);
    return {
        path,
        runJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'run.json'),
        planJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'plan.json'),
        preparedOutputsJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'prepared-outputs.json'),
        eventsJsonl: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'events.jsonl'),
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
    };
}


/***/ }),

/***/ 2096:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ newRunId),
/* harmony export */   P: () => (/* binding */ isRunId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
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