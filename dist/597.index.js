"use strict";
exports.id = 597;
exports.ids = [597];
exports.modules = {

/***/ 28279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ runLanes)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/model/failure.js
var model_failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/host/open.js + 1 modules
var host_open = __webpack_require__(77673);
// EXTERNAL MODULE: ./build/plan/choose-targets.js
var choose_targets = __webpack_require__(82005);
// EXTERNAL MODULE: ./build/plan/select.js + 1 modules
var plan_select = __webpack_require__(59448);
// EXTERNAL MODULE: ./build/repository/change.js
var repository_change = __webpack_require__(57438);
// EXTERNAL MODULE: ./build/repository/history.js
var repository_history = __webpack_require__(57580);
// EXTERNAL MODULE: ./build/repository/files.js
var repository_files = __webpack_require__(36023);
// EXTERNAL MODULE: ./build/model/describe-failure.js
var describe_failure = __webpack_require__(34711);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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

// EXTERNAL MODULE: ./build/host/drops.js
var drops = __webpack_require__(81592);
// EXTERNAL MODULE: ./build/plan/path-matcher.js + 1 modules
var path_matcher = __webpack_require__(69751);
// EXTERNAL MODULE: ./build/model/shell-quote.js
var shell_quote = __webpack_require__(69590);
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
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/model/byte-order.js
var byte_order = __webpack_require__(84874);
;// CONCATENATED MODULE: ./build/snapshot/listing.js



/** Changes whenever trees are listed otherwise, so that no old copy is taken for a new one. */
const format = 'pikaci-snapshot-2';
/** Hex digits at the start of a line that stand for the whole line. */
const shortIdLength = 8;
/**
 * What stands for a file in a listing: short id, mode, digest, size, path. A host keeps the listing
 * beside its copy of the tree, and so can say what it has in a few bytes a file, and turn the
 * listing of one snapshot into that of the next with nothing but text tools. The short id steers
 * only: what comes out is compared by its hash.
 */
function lineOf(entry) {
    const content = `${modeOf(entry)} ${entry.digest} ${entry.size} ${escapePath(entry.path)}`;
    return `${(0,external_node_zlib_.crc32)(content).toString(16).padStart(shortIdLength, '0')} ${content}`;
}
/** The hash of a tree: of its lines, none of which a name in it can forge. */
function hashListing(entries) {
    const lines = entries.map(({ line }) => line).sort(byte_order/* compareBytes */.X);
    return (0,external_node_crypto_.createHash)('sha256')
        .update(listingText([format, ...lines]))
        .digest('hex');
}
function listingText(lines) {
    return lines.map((line) => `${line}\n`).join('');
}
/** A shell function that prints the hash of the sorted listing in file `$1`, as {@link hashListing} makes it. */
const hashListingShell = String.raw `
hash_listing() {
  { echo ${format} && cat "$1"; } |
    if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -c 1-64
}
`;
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

;// CONCATENATED MODULE: ./build/snapshot/take.js






/** Up to this, a file is read as a whole, without a wait. */
const smallFileBytes = 256 * 1024;
/** Larger files read at once: enough to keep a disk busy, few enough for any descriptor limit. */
const readers = 16;
/**
 * Takes a snapshot of a workspace. Names that are gone or are folders are passed over; sockets and
 * devices are refused. Files that git vouches for are not looked at: what is sent of them is checked.
 * @param isExcluded whether a path stays out
 * @throws FailureError `snapshot_failed`
 */
async function takeSnapshot({ root, format, files }, isExcluded, signal) {
    const wanted = files.filter(({ path }) => !isExcluded(path));
    const entries = new Array(wanted.length);
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
            const looked = entryOf(file) ?? look(root, format, file.path);
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
    if (known === undefined)
        return undefined;
    const { executable, size, id } = known;
    return { kind: 'file', path, executable, size, digest: id };
}
/** What can be said of a file without reading it; nothing where there is none. */
function look(root, format, path) {
    const file = `${root}/${path}`;
    try {
        const stat = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
        if (stat === undefined) {
            // Git gives names as bytes; what is no text arrives with a replacement character.
            if (path.includes('\ufffd'))
                throw new Error('its name is not valid UTF-8');
            return undefined;
        }
        if (stat.isDirectory())
            return undefined;
        if (stat.isSymbolicLink()) {
            const target = (0,external_node_fs_.readlinkSync)(file);
            const size = Buffer.byteLength(target);
            const digest = blobHash(format, size).update(target).digest('hex');
            return { kind: 'link', path, target, size, digest };
        }
        if (!stat.isFile())
            throw new Error('it is neither a file nor a link');
        const executable = (stat.mode & 0o111) !== 0;
        return { kind: 'unread', path, executable, size: stat.size };
    }
    catch (error) {
        throw readFailure(path, error);
    }
}
async function readEntry(root, format, { path, executable, size }, signal) {
    const hash = blobHash(format, size);
    try {
        const file = `${root}/${path}`;
        // A file that grows meanwhile is caught when it is sent.
        if (size <= smallFileBytes)
            hash.update((0,external_node_fs_.readFileSync)(file).subarray(0, size));
        else
            await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(file, { end: size - 1 }), hash, { signal });
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
    return new model_failure/* FailureError */.pO({ kind: 'snapshot_failed', step: 'read', path, detail }, { cause: error });
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
;// CONCATENATED MODULE: ./build/run/artifacts.js






/** Ours, kept on their own way. */
const reserved = new Set(['guest.log', 'result.json', 'started', 'stays']);
/**
 * Keeps the files of an artifacts tar that match the lane's patterns. The guest made the tar's
 * content: only plain files with a name below the folder are taken, links never followed.
 * @returns a line for people
 */
async function keepArtifacts(tar, patterns, into) {
    const wanted = (0,path_matcher/* compilePatterns */.x)(patterns);
    const entries = (0,tar_stream.extract)();
    let kept = 0;
    const reading = (0,promises_.pipeline)(tar, entries);
    // What breaks it is met by whoever reads the entries.
    reading.catch(() => undefined);
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
        await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        await (0,promises_.pipeline)(entry, (0,external_node_fs_.createWriteStream)(file));
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
function renderAgent(request) {
    const { kind, lane, nonce, paths, stagedMounts, staysOnFailure } = request;
    const home = kind === 'vm' && lane.runAsRoot ? '/root' : paths.home;
    const assignments = [
        agent_assign('KIND', kind),
        agent_assign('LANE', lane.id),
        agent_assign('NONCE', nonce),
        agent_assign('TIMEOUT_SECS', String(lane.timeoutSecs)),
        agent_assign('RUN_AS_ROOT', lane.runAsRoot ? 'yes' : 'no'),
        agent_assign('STAYS', staysOnFailure ? 'yes' : 'no'),
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
var capture = __webpack_require__(10432);
// EXTERNAL MODULE: ./build/guest/scripts.js
var scripts = __webpack_require__(94140);
;// CONCATENATED MODULE: ./build/guest/launch.js


/**
 * Puts into a guest's place what it shares with the guest, and starts the guest's supervisor, apart
 * from this connection.
 */
async function launchSupervisor({ host, dir, name }, { kind, agent, workspace, runner = '', environment = {} }, signal) {
    signal.throwIfAborted();
    const variables = Object.entries(environment).map(([key, value]) => `${key}=${value}`);
    const command = {
        script: launchScript,
        args: [
            dir,
            name,
            kind,
            runner,
            (0,scripts/* supervisorScript */.iu)(),
            workspace.kind,
            workspace.tree,
            ...variables,
        ],
        purpose: `launch the guest ${name}`,
    };
    // Never cut off half-way: a supervisor could come up behind the removal's back.
    await (0,capture/* capture */.Fg)(host, command, { stdin: agent });
}
/**
 * The guest log gets its second name here, before the guest can touch the first one. Returns once
 * the supervisor has said that it is there, so that following it cannot miss it. Run again after a
 * lost link, it waits for what the first one started.
 */
const launchScript = String.raw `
set -eu
umask 022
dir=$1 name=$2 kind=$3 runner=$4 supervisor=$5 workspace=$6 tree=$7
shift 7
cd "$dir"
furnish() {
  printf %s "$supervisor" >supervisor.sh
  mkdir request artifacts cache shares
  cat >request/agent
  echo "$(id -u) $(id -g)" >request/host-user
  : >artifacts/guest.log
  ln artifacts/guest.log guest.log
  : >console.log
  : >console.more
  case $workspace in
    shared) ln -s "$tree" shares/workspace ;;
    copied)
      cp -a --reflink=auto "$tree" workspace 2>/dev/null || cp -a "$tree" workspace
      chmod -R u+w workspace
      ln -s ../workspace shares/workspace
      ;;
  esac
  for share in request artifacts cache; do ln -s "../$share" "shares/$share"; done
  ln -s /nix/store shares/nix-store
}
if mkdir launched 2>/dev/null; then
  furnish
  # exec in a subshell: a shell that waited here would hold the connection's pipes, and we would
  # wait for the guest's end.
  (
    if command -v setsid >/dev/null 2>&1; then
      exec setsid env "$@" sh "$dir/supervisor.sh" "$dir" "$name" "$kind" "$runner"
    fi
    # macOS has no setsid, but it has perl.
    exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV or exit 127' \
      env "$@" sh "$dir/supervisor.sh" "$dir" "$name" "$kind" "$runner"
  ) </dev/null >supervisor.log 2>&1 &
fi
tries=0
until [ -s supervisor.pid ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 500 ]; then
    cat supervisor.log >&2
    exit 1
  fi
  sleep 0.02
done
`;

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/host/host.js
var host_host = __webpack_require__(33934);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
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
 * Beyond the lane's own timeout, so that the guest gets to report it: `timeout -k 10` and writing
 * the verdict fit in.
 */
const hostDeadlineGraceSecs = 30;
const consoleLines = 15;
const consoleBytes = 16_384;
/** A launched guest, kept by `supervisor.sh` in its place on the host. */
function supervisedGuest(place, nonce, deadlines) {
    return {
        run: (options) => followGuest(place, deadlines, options),
        collect: (signal) => collect(place, nonce, signal),
        artifacts: (signal) => artifactStream(place, signal),
    };
}
async function followGuest({ host, name, dir }, { boot, command: timeoutSecs }, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const deadline = __addDisposableResource(env_1, new HostDeadline(host, dir), true);
        deadline.set(boot, '[ -s guest.log ]', async () => ({
            kind: 'boot_timed_out',
            guest: name,
            deadlineSecs: boot,
            console: await consoleTail(host, dir).catch(() => ''),
        }));
        const signal = AbortSignal.any([run.signal, deadline.signal]);
        let offset = 0;
        const copy = async (command, progressed) => {
            let size = '';
            await host.exec(command, {
                signal,
                onStdout: (chunk) => {
                    if (offset === 0) {
                        deadline.set(timeoutSecs + hostDeadlineGraceSecs, isDone, () => Promise.resolve({ kind: 'command_timed_out', timeoutSecs, enforcedBy: 'host' }));
                    }
                    offset += chunk.length;
                    progressed();
                    return run.onOutput(chunk);
                },
                onStderr: (chunk) => {
                    size += chunk.toString();
                },
            });
            return size;
        };
        await (0,drops/* acrossDrops */.O)(async (progressed) => {
            const args = () => [dir, String(offset + 1)];
            const follow = { script: followScript, args: args(), purpose: 'follow the guest’s log' };
            const size = Number(await copy(follow, progressed));
            // What was written between the follower's last look and the guest's end.
            const rest = { script: restScript, args: args(), purpose: 'read the rest of the log' };
            if (offset !== size)
                await copy(rest, progressed);
        });
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
    /** @param met shell that tells in the guest's folder whether the deadline is met */
    set(secs, met, failure) {
        clearTimeout(this.#timer);
        const expire = async () => {
            const command = {
                script: `cd "$1" 2>/dev/null || exit 0; ${met} || [ -e state ]`,
                args: [this.#dir],
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
        script: `${(0,scripts/* processFunctions */.jY)()}\n${collectScript}`,
        args: [dir, name, String(resultSizeLimit + 1), String(consoleBytes)],
        purpose: 'read the guest’s end',
    };
    const [endedBy = '', started = '', result = '', console = ''] = (await (0,capture/* capture */.Fg)(host, command, { signal })).split('\n');
    const resultText = Buffer.from(result, 'base64').toString();
    return {
        result: readResult(resultText, nonce),
        resultText,
        endedBy,
        commandStarted: started === 'started',
        console: consoleText(Buffer.from(console, 'base64').toString()),
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
async function consoleTail(host, dir) {
    const command = {
        script: 'tail -c "$2" "$1/console.log" 2>/dev/null || :',
        args: [dir, String(consoleBytes)],
        purpose: 'read the guest’s console',
    };
    return consoleText(await (0,capture/* capture */.Fg)(host, command));
}
function consoleText(text) {
    const printable = text.replaceAll('\r', '').replace(/[^\x20-\x7e\n\t]/g, '�');
    return printable.trim().split('\n').slice(-consoleLines).join('\n');
}
/**
 * Shell: whether the guest's verdict is in. A guest that ended has a state; one that stays says so
 * itself, in a place where anything may stand, and so no more than that is made of it.
 */
const isDone = '[ -e state ] || [ -e artifacts/stays ]';
/**
 * Prints guest.log from byte `$2` on as it grows, and its final size as an error message. Returns
 * when the guest is done or its supervisor is gone; a last part may be missing. A dead process
 * may stay for a while as a zombie, so its absence alone is no sign. The log is a second name of the
 * file, outside of what the guest can reach: inside it may be replaced by a link to anything. The
 * folder is gone when the lease is.
 */
const followScript = String.raw `
cd "$1" 2>/dev/null || { echo "$(($2 - 1))" >&2; exit; }
read -r supervisor <supervisor.pid || exit 1
tail -c +"$2" -f guest.log 2>/dev/null &
follower=$!
trap 'kill "$follower" 2>/dev/null' EXIT
# What sshd sends when we hang up; a shell that died of it would leave the follower behind.
trap 'exit 129' HUP INT TERM PIPE
looks=0
until ${isDone} || [ ! -e supervisor.pid ]; do
  sleep 0.1
  looks=$((looks + 1))
  [ $((looks % 20)) -ne 0 ] || case $(ps -o stat= -p "$supervisor") in '' | Z*) break ;; esac
done
sleep 0.05
wc -c <guest.log >&2
`;
const restScript = 'tail -c +"$2" "$1/guest.log"';
/**
 * Prints four lines: why the guest ended; whether its command was reached; its result.json; where
 * there is none, the end of its console. A guest that is not gone by now is stopped, so what is
 * checked stays what it is. Where nothing can be known any more the command counts as reached.
 */
const collectScript = String.raw `
cd "$1" 2>/dev/null || { printf 'lease_expired
started


'; exit; }
line() { base64 | tr -d '
'; echo; }
plain() { [ -f "$1" ] && [ ! -L "$1" ]; }
[ -e state ] || hold_guest "$2"
cat state 2>/dev/null || if [ -e artifacts/stays ]; then echo stays; else echo vanished; fi
if plain artifacts/started; then echo started; else echo not started; fi
if plain artifacts/result.json; then
  head -c "$3" artifacts/result.json | line
else
  echo
  tail -c "$4" console.log 2>/dev/null | line
fi
`;
const artifactsScript = 'exec tar -cf - -C "$1/artifacts" .';

;// CONCATENATED MODULE: ./build/guest/host-local.js




/** There is nothing to boot; a host that is slow to start a shell is very busy. */
const bootSecs = 180;
/**
 * The host itself as the guest: the command runs in a process group of its own. Nothing could keep
 * it from writing to the shared snapshot, so it always works in a copy.
 */
const hostLocal = {
    name: 'host_local',
    launch: async (place, request, signal) => {
        const { lane, nonce, snapshotTree } = request;
        refuseRoot(lane);
        const agent = renderAgent({
            kind: 'host',
            lane,
            nonce,
            paths: pathsIn(place),
            stagedMounts: [],
            // All that could be entered outlives it anyway.
            staysOnFailure: false,
        });
        const workspace = { kind: 'copied', tree: snapshotTree };
        await launchSupervisor(place, { kind: 'host_local', agent, workspace }, signal);
        return supervisedGuest(place, nonce, { boot: bootSecs, command: lane.timeoutSecs });
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
function microvm(runner, { memMib, vcpu, bootTimeoutSecs }) {
    return {
        name: 'microvm',
        launch: async (place, request, signal) => {
            const { lane, nonce, snapshotTree } = request;
            const agent = renderAgent({ kind: 'vm', paths: vmPaths, ...request });
            const workspace = {
                kind: lane.writableWorkspace ? 'copied' : 'shared',
                tree: snapshotTree,
            };
            const readOnly = ['request', 'nix-store', ...(lane.writableWorkspace ? [] : ['workspace'])];
            const environment = {
                PIKACI_READONLY_SHARES: readOnly.join(' '),
                PIKACI_GUEST_MEM_MIB: String(memMib),
                PIKACI_GUEST_VCPU: String(vcpu),
            };
            await launchSupervisor(place, { kind: 'microvm', agent, workspace, runner, environment }, signal);
            return supervisedGuest(place, nonce, { boot: bootTimeoutSecs, command: lane.timeoutSecs });
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

// EXTERNAL MODULE: ./build/host/answer.js
var answer = __webpack_require__(45454);
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

/** @param baseIds the short ids of the base's listing, in its order, in one string */
function deltaTo({ entries }, baseIds) {
    const base = Array.from({ length: Math.floor(baseIds.length / shortIdLength) }, (_, index) => baseIds.slice(index * shortIdLength, (index + 1) * shortIdLength));
    const idOf = ({ line }) => line.slice(0, shortIdLength);
    const known = new Set(base);
    const wanted = new Set(entries.map(idOf));
    return {
        added: entries.filter((entry) => !known.has(idOf(entry))),
        gone: base.flatMap((id, index) => (wanted.has(id) ? [] : [index + 1])),
    };
}
/** Line numbers as sed takes them to delete: `3d;7,9d`. */
function sedDeletion(lines) {
    const ranges = [];
    for (const line of lines) {
        const range = ranges.at(-1);
        if (range?.last === line - 1)
            range.last = line;
        else
            ranges.push({ first: line, last: line });
    }
    return ranges
        .map(({ first, last }) => (first === last ? `${first}d` : `${first},${last}d`))
        .join(';');
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
 * times one second after the epoch. What does not fit is cut; see {@link paxExtension}.
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
    write(octal(1, 11), 136);
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
var pack_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var pack_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Entries of a snapshot as a tar: their lines as the file `listing`, then what they stand for
 * below `tree/`. A file that changed since the snapshot was taken ends it with an error: what
 * arrives is what was hashed, or nothing.
 *
 * Reads without a wait: waiting for thousands of small files costs more than reading them.
 * @throws FailureError `snapshot_failed`; `signal.reason`
 */
function* packEntries(source, entries, signal) {
    const tar = new BlockWriter(recordBytes);
    yield* packListing(tar, Buffer.from(listingText(entries.map(({ line }) => line))));
    for (const entry of alikeTogether(entries)) {
        signal.throwIfAborted();
        const inTar = { ...entry, path: `tree/${entry.path}` };
        const extension = paxExtension(inTar);
        if (extension.length > 0)
            extension.copy(yield* tar.place(extension.length));
        if (entry.kind === 'link')
            writeHeader(yield* tar.place(recordBytes), inTar);
        else if (recordBytes + entry.size > blockBytes)
            yield* packLargeFile(tar, source, entry, inTar);
        else
            packFile(yield* tar.place(recordBytes + entry.size), source, entry, inTar);
    }
    (yield* tar.place(2 * recordBytes)).fill(0);
    yield* tar.end();
}
/** Those of one name beside each other, as they are often much the same and then compress well. */
function alikeTogether(entries) {
    const byName = Map.groupBy(entries, ({ path }) => (0,external_node_path_.basename)(path));
    return [...byName.values()].flat();
}
function* packListing(tar, listing) {
    const entry = { kind: 'file', path: 'listing', executable: false, size: listing.length };
    writeHeader(yield* tar.place(recordBytes), entry);
    for (let start = 0; start < listing.length; start += blockBytes) {
        const part = listing.subarray(start, start + blockBytes);
        part.copy(yield* tar.place(part.length));
    }
}
function packFile(place, { root, format }, { path, digest }, inTar) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = pack_addDisposableResource(env_1, new OpenFile(root, path), false);
        file.fill(place.subarray(recordBytes));
        // The header's place is where git's prefix has to stand while the content is hashed.
        if (blobIdInPlace(format, place, recordBytes) !== digest)
            throw changed(path);
        writeHeader(place, inTar);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        pack_disposeResources(env_1);
    }
}
function* packLargeFile(tar, { root, format }, { path, size, digest }, inTar) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        writeHeader(yield* tar.place(recordBytes), inTar);
        const hash = blobHash(format, size);
        const file = pack_addDisposableResource(env_2, new OpenFile(root, path), false);
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
        pack_disposeResources(env_2);
    }
}
class OpenFile {
    #path;
    #descriptor;
    constructor(root, path) {
        this.#path = path;
        this.#descriptor = this.#attempt(() => (0,external_node_fs_.openSync)(`${root}/${path}`, 'r'));
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
    return new model_failure/* FailureError */.pO({ kind: 'snapshot_failed', step: 'send', path, detail }, { cause });
}

;// CONCATENATED MODULE: ./build/host/disk-left.js
/** A shell function that says how much is left of the disk that holds folder `$1`. */
const diskLeftShell = String.raw `
disk_left() {
  df -Pk "$1" | awk 'NR == 2 { print "disk of " $6 ": " $4 " kB left of " $2 }'
}
`;

;// CONCATENATED MODULE: ./build/snapshot/publish-script.js


/** What was assembled beside the base is not the snapshot. */
const mismatchExit = 76;
/**
 * Runs on the host. Arguments: work dir, hash, project, publisher, and what to send the difference
 * to: the project's `last` snapshot, or `nothing`. The hash may be empty: then it is the first line
 * that is read.
 *
 * Says, a line each: the path of the tree; present or absent; if absent, zstd or none; whether there
 * is a base; the short ids of its listing; `end`. Then it reads, where it said absent: base or
 * nothing; the lines to delete from the base's listing, as sed has them; the tar of pack.ts. `read`
 * takes no byte more than its line.
 *
 * Beside a published tree lie its `listing`, its `project`, and `complete`, which says what the tree
 * looked like when it was whole: publishing is a rename, so a folder without it is somebody else's,
 * and a tree that looks otherwise now was damaged.
 *
 * Only the owner of the lock sends; that spares bytes, and nothing else depends on it. A publisher
 * whose link broke takes the lock from what it left running here.
 */
const publishScript = String.raw `
set -eu
: pikaci receives a snapshot
work=$1 hash=$2 project=$3 publisher=$4 from=$5
umask 022
mkdir -p "$work/snapshots" "$work/tmp"
cd "$work"
work=$(pwd -P)
[ -n "$hash" ] || read -r hash || exit 1
final="snapshots/$hash"
lock="tmp/uploading-$hash"

# Makes paths of lines of a listing, each followed by a NUL: those of the files, and, asked for
# folders, of all around them, too. An escaped newline is meanwhile a byte that is in no UTF-8.
paths() {
  cut -d ' ' -f 5- | LC_ALL=C awk -v "of=$1" '
    index($0, "\\") { gsub(/\\\\/, "\376"); gsub(/\\n/, "\377"); gsub(/\376/, "\\") }
    { print "./" $0 }
    of == "folders" { while (sub(/\/[^\/]*$/, "") && !seen[$0]++) print "./" $0 }
    END { if (of == "folders") print "." }
  ' | LC_ALL=C tr '\n\377' '\0\n'
}
# How a tree looks without reading its files: modes, sizes, times and names. A folder that something
# came to or went from has another time; to read them all takes far longer. Not the number of links to
# a file, which grows as snapshots share it. Fails where one of them is missing.
looks() {
  paths folders <"$1/listing" | (
    cd "$1/tree" || exit 1
    export LC_ALL=C TZ=UTC
    # As GNU and busybox have it, or as BSD has.
    if stat -c %n . >/dev/null 2>&1; then xargs -0 stat -c '%f %s %y %n'
    else xargs -0 stat -f '%p %z %Fm %N'
    fi
  )
}
is_whole() {
  [ -f "$1/complete" ] && [ "$(cat "$1/complete")" = "$(looks "$1" 2>/dev/null | cksum)" ]
}
${hashListingShell}${diskLeftShell}
fail() {
  echo "$1" >&2
  disk_left "$work" >&2
  exit 1
}

# Prints the process id of the upload that holds the lock, if it is alive.
uploader() {
  [ -s "$lock/pid" ] && read -r pid <"$lock/pid" && kill -0 "$pid" 2>/dev/null &&
    ps -p "$pid" -o args= 2>/dev/null | grep -q 'pikaci receives' && echo "$pid"
}
present() {
  touch "$final/complete"
  echo present
  echo end
  exit 0
}

echo "$work/$final/tree"
! is_whole "$final" || present
waited=0
until mkdir "$lock" 2>/dev/null; do
  other=$(uploader || :)
  if [ -n "$other" ] && [ "$(cat "$lock/publisher" 2>/dev/null || :)" = "$publisher" ]; then
    # With its tar, which waits for a link that is dead.
    kill -s TERM -- "-$other" 2>/dev/null || :
  elif [ -z "$other" ] && [ "$waited" -gt 0 ] || [ "$waited" -gt 1200 ]; then
    # Dead, or behind a dead link; or so young that it has not signed yet, which costs an upload.
    rm -rf "$lock"
  fi
  waited=$((waited + 1))
  sleep 0.1
  ! is_whole "$final" || present
done
made=$lock
# PIPE: whoever could be told of a failure may be gone.
trap 'exit 143' HUP INT TERM PIPE
trap 'rm -rf "$lock" "$made"' EXIT
echo "$publisher" >"$lock/publisher"
echo "$$" >"$lock/pid"
! is_whole "$final" || present

find_base() {
  [ "$from" = last ] || return 0
  for complete in $(cd snapshots && ls -t -- */complete 2>/dev/null); do
    candidate="snapshots/$(dirname "$complete")"
    if [ "$(cat "$candidate/project" 2>/dev/null)" = "$project" ] && is_whole "$candidate"; then
      echo "$candidate"
      return
    fi
  done
}
base=$(find_base)
if command -v zstd >/dev/null 2>&1; then compression=zstd; else compression=none; fi
echo absent
echo "$compression"
if [ -n "$base" ]; then echo base; else echo nothing; fi
if [ -n "$base" ]; then
  case $compression in
    zstd) cut -c 1-8 "$base/listing" | tr -d '\n' | zstd -qc | base64 | tr -d '\n' ;;
    none) cut -c 1-8 "$base/listing" | tr -d '\n' ;;
  esac
fi
echo
echo end

# While the other side finds out what to send.
made=$(mktemp -d tmp/snapshot.XXXXXX) && new=$made/new && mkdir "$new" &&
  printf '%s\n' "$project" >"$new/project" || fail 'no folder could be made for it'
# What killed uploads left; a living one is never this old.
find tmp -mindepth 1 -maxdepth 1 -mmin +720 -exec rm -rf {} +
# A damaged copy, or a folder of another kind in its place, is moved away, never merged into.
if [ -e "$final" ]; then
  mv "$final" "$made/broken" && chmod -R u+w "$made/broken" && rm -rf "$made/broken"
fi
copy_base() {
  # Links where the system's cp can make them; else copies, cheap ones where the disk has them.
  for how in -al -cpR -pR; do
    ! cp "$how" "$base/tree" "$new/tree" 2>/dev/null || return 0
    rm -rf "$new/tree"
  done
  return 1
}
[ -z "$base" ] || copy_base || fail 'the files it has already could not be copied'
read -r kind || exit 1
read -r deletion || exit 1
if [ "$kind" = base ]; then
  sed "$deletion" "$base/listing" >"$made/kept" || fail 'its listing could not be written'
  if [ -n "$deletion" ]; then
    # The same lines again, printed instead of deleted: their paths go.
    sed -n "$(echo "$deletion" | tr d p)" "$base/listing" | paths files |
      (cd "$new/tree" && xargs -0 rm -f --)
    find "$new/tree" -depth -mindepth 1 -type d -exec rmdir {} + 2>/dev/null || :
  fi
else
  rm -rf "$new/tree"
  mkdir "$new/tree"
  : >"$made/kept"
fi
unpack() {
  # GNU's tar reads 10 KB at a time unless told otherwise, for instance as much as a pipe holds.
  export TAR_OPTIONS=-b128
  case $compression in
    zstd) zstd -dcq | tar -xf - -C "$new" ;;
    none) tar -xf - -C "$new" ;;
  esac
}
unpack || fail 'its files could not be unpacked'
[ -f "$new/listing" ] || fail 'the upload is incomplete'
LC_ALL=C sort -o "$new/listing" "$made/kept" "$new/listing" || fail 'its listing could not be written'
looks "$new" >"$made/looks" 2>"$made/complaints" &
looking=$!
if [ "$(hash_listing "$new/listing")" != "$hash" ]; then
  echo 'what was put together is another snapshot' >&2
  exit ${mismatchExit}
fi
wait "$looking" || fail "the upload is incomplete: $(head -n 1 "$made/complaints")"
cksum <"$made/looks" >"$new/complete" || fail 'it could not be finished'
if [ -e SNAPSHOTS ]; then
  # A disk that takes one case for the other has made one file of two.
  [ "$(find "$new/tree" ! -type d | wc -l)" -eq "$(wc -l <"$new/listing")" ] ||
    fail 'names in it differ only in case, which is no difference on the disk of this host'
fi
# Whoever lost a race drops its copy. mv would nest it in a folder that is there.
if [ ! -e "$final" ]; then
  mv -T "$new" "$final" 2>/dev/null || { [ -f "$final/complete" ] || mv "$new" "$final"; }
fi
[ -f "$final/complete" ]
`;

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
    const converse = (from) => (0,drops/* acrossDrops */.O)(() => {
        const conversation = new Conversation(host, Promise.resolve(snapshot), signal);
        return conversation.hold(project, publisher, from);
    });
    // Two files of one short id are rare, and no harm beyond sending all of them.
    const published = (await converse('last')) ?? (await converse('nothing'));
    if (published === undefined)
        throw new TypeError('a whole snapshot has nothing to differ from');
    return published;
}
/** One run of the script on the host: it says what it has, and we send what it lacks. */
class Conversation {
    #host;
    #snapshot;
    #signal;
    #stdin = new external_node_stream_.PassThrough();
    #heard = '';
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
    /** @returns nothing where what was assembled is not the snapshot */
    async hold(project, publisher, from) {
        // One that has been taken wins, and its hash travels with the script.
        const taken = await Promise.race([this.#snapshot, Promise.resolve(undefined)]);
        if (taken === undefined)
            this.#tellHash();
        const args = [this.#host.spec.workDir, taken?.hash ?? '', project, publisher, from];
        const command = { script: publishScript, args, purpose: 'receive the snapshot' };
        const buffer = new answer/* AnswerBuffer */.t(this.#host.spec.name, command);
        const exit = await this.#host.exec(command, {
            stdin: this.#stdin,
            signal: this.#signal,
            onStdout: (chunk) => this.#hear(chunk),
            onStderr: buffer.addStderr,
        });
        if ((0,host_host/* exitedWith */.QR)(exit, mismatchExit))
            return undefined;
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
        this.#heard += chunk.toString();
        if (!this.#heard.endsWith('\nend\n'))
            return;
        this.#found = parseFound(this.#heard);
        if (this.#found.kind === 'present')
            this.#stdin.end();
        else
            this.#send(await this.#snapshot, this.#found);
    }
    #send(snapshot, { zstd, baseIds }) {
        const { added, gone } = baseIds === undefined ? { added: snapshot.entries, gone: [] } : deltaTo(snapshot, baseIds);
        this.#sentFiles = added.length;
        this.#stdin.write(`${baseIds === undefined ? 'nothing' : 'base'}\n${sedDeletion(gone)}\n`);
        const tar = packEntries(snapshot, added, this.#signal);
        // An error of any part destroys the last one.
        (0,external_node_stream_.pipeline)(this.#counted(zstd ? compress(tar) : contents(tar)), this.#stdin, () => undefined);
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
function parseFound(text) {
    const [tree = '', state, compression, base, ids = ''] = text.split('\n');
    if (state === 'present')
        return { kind: 'present', tree };
    const zstd = compression === 'zstd';
    const baseIds = base === 'base' ? (zstd ? unpackIds(ids) : ids) : undefined;
    return { kind: 'absent', tree, zstd, baseIds };
}
function unpackIds(text) {
    // A host that answers nonsense gets all of it.
    try {
        return (0,external_node_zlib_.zstdDecompressSync)(Buffer.from(text, 'base64')).toString();
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/guest/reap.js
var reap = __webpack_require__(10126);
;// CONCATENATED MODULE: ./build/guest/microvm/nix-build.js




/**
 * Builds an installable on a host, or finds it built, and keeps it by a GC root. What comes out of a
 * snapshot is the same each time, so a root that is there answers without asking Nix, and without
 * waiting for the snapshot.
 * @param failure what a failed build means to the caller
 * @returns its store path
 */
async function nixBuild(host, options, failure) {
    const { nix, installable, snapshotHash, signal } = options;
    const inSnapshot = relativeInstallable.test(installable);
    const root = rootPath(host.spec.workDir, inSnapshot ? [snapshotHash, installable] : [installable]);
    const built = inSnapshot ? await findBuilt(host, root, signal) : undefined;
    if (built !== undefined)
        return built;
    const resolved = inSnapshot
        ? resolveInstallable(installable, await options.snapshotTree())
        : installable;
    const { exit, stdout, stderr } = await host.call({ script: buildScript, args: [nix, resolved, root], purpose: `build ${installable}` }, { signal });
    if (!(0,host_host/* succeeded */.gq)(exit)) {
        const log = (0,capture/* lastLines */.w$)(stderr, 20);
        throw new model_failure/* FailureError */.pO(failure(log === '' ? (0,host_host/* formatExit */.qn)(exit) : log));
    }
    const path = storePathOf(stdout);
    if (path === undefined)
        throw new model_failure/* FailureError */.pO(failure(`nix answered: ${stdout.slice(0, 200)}`));
    return path;
}
async function findBuilt(host, root, signal) {
    const script = 'if [ -e "$1" ]; then touch -h "$1" 2>/dev/null; readlink "$1"; fi';
    const command = { script, args: [root], purpose: 'look for what is built' };
    const path = (await (0,capture/* capture */.Fg)(host, command, { signal })).trim();
    return isStorePath(path) ? path : undefined;
}
/** `.#x` and `./dir#x`. */
const relativeInstallable = /^\.(\/[^#]*)?#(.*)$/;
/**
 * The installable as the host's Nix understands it: `.#x` and `./dir#x` are meant in the
 * workspace, which is a plain folder there, wherever the host's own folders lie.
 */
function resolveInstallable(installable, snapshotTree) {
    const [, folder, attribute] = relativeInstallable.exec(installable) ?? [];
    if (attribute === undefined)
        return installable;
    const dir = (folder ?? '').replace(/^\/+|\/+$/g, '');
    const query = dir === '' ? '' : `?dir=${dir.split('/').map(encodeURIComponent).join('/')}`;
    return `path:${snapshotTree}${query}#${attribute}`;
}
function rootPath(workDir, parts) {
    const name = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
    return `${workDir}/gcroots/${name}`;
}
function isStorePath(path) {
    return path?.startsWith('/nix/store/') === true;
}
/** `nix build --json` prints one entry per derivation with its outputs by name. */
function storePathOf(json) {
    try {
        const [built] = JSON.parse(json);
        const path = built?.outputs?.['out'] ?? Object.values(built?.outputs ?? {})[0];
        return isStorePath(path) ? path : undefined;
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
    #project;
    #emit;
    #signal;
    #host;
    #tree;
    #runners = new Map();
    constructor(spec, options) {
        this.spec = spec;
        this.#open = options.open;
        this.#snapshot = options.snapshot;
        this.#project = options.project;
        this.#emit = options.emit;
        this.#signal = options.signal;
    }
    host() {
        this.#host ??= this.#open(this.spec, {
            signal: this.#signal,
            onConnected: (address, milliseconds) => this.#emit({
                event: 'host_connected',
                host: this.spec.name,
                address,
                duration_ms: Math.round(milliseconds),
            }),
        });
        return this.#host;
    }
    async snapshotHash() {
        return (await this.#snapshot).hash;
    }
    /**
     * Starts what every lane will wait for, so that all of it travels together, and clears away what
     * lost runners left there.
     */
    warmUp() {
        // Failures are told to whoever asks for it.
        this.host()
            .then((host) => (0,reap/* reapGuests */.U)(host, this.#signal))
            .catch(() => undefined);
        this.snapshotTree().catch(() => undefined);
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
    async #nixBuild(installable, kind) {
        const host = await this.host();
        const options = {
            nix: this.spec.microvm?.nix ?? 'nix',
            installable,
            snapshotHash: await this.snapshotHash(),
            snapshotTree: () => this.snapshotTree(),
            signal: this.#signal,
        };
        return nixBuild(host, options, (detail) => ({
            kind,
            installable,
            host: this.spec.name,
            detail,
        }));
    }
}

// EXTERNAL MODULE: ./build/store/run-dir.js
var run_dir = __webpack_require__(38006);
// EXTERNAL MODULE: ./build/store/run-id.js
var run_id = __webpack_require__(2096);
// EXTERNAL MODULE: ./build/store/atomic-write.js
var atomic_write = __webpack_require__(7826);
;// CONCATENATED MODULE: ./build/store/write-run.js




function runWriter(dir) {
    const outputs = [];
    const write = (event, record) => {
        appendEvent(dir, event);
        switch (event.event) {
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
                (0,external_node_fs_.mkdirSync)(dir.job(event.job.id).artifacts, { recursive: true });
                (0,external_node_fs_.appendFileSync)(dir.job(event.job.id).guestLog, '');
                break;
            default:
        }
        appendHostLog(dir, event);
        writeRecords(dir, event, record);
    };
    return {
        write: (event, record) => {
            try {
                write(event, record);
            }
            catch (error) {
                const detail = error instanceof Error ? error.message : String(error);
                throw new model_failure/* FailureError */.pO({ kind: 'record_unwritable', path: dir.path, detail }, { cause: error });
            }
        },
        writeResult: (jobId, resultText) => {
            if (resultText !== '')
                (0,atomic_write/* writeFileAtomically */.l)(dir.job(jobId).resultJson, resultText);
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
            (0,atomic_write/* writeJsonAtomically */.t)(dir.runJson, record);
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
                (0,atomic_write/* writeJsonAtomically */.t)(dir.job(id).statusJson, job);
            if (event.event !== 'job_phase_finished')
                (0,atomic_write/* writeJsonAtomically */.t)(dir.runJson, record);
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
        case 'guest_kept':
            append(event.job_id, `[pikaci] guest ${event.guest_name} is kept until ${event.until}`);
            append(event.job_id, `[pikaci] enter it: ${event.enter}`);
            append(event.job_id, `[pikaci] end it sooner: ${event.end}`);
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
        guest_kept: null,
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
        case 'guest_kept': {
            const { job_id, until, enter } = event;
            return withJob(record, job_id, (job) => ({ ...job, guest_kept: { until, enter } }));
        }
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
        this.dir = (0,run_dir/* runDir */.ff)(stateRoot, this.runId);
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
            script: admitScript,
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
/**
 * Arguments: folder of the guest, most guests, seconds to wait, number ahead that is known already.
 * Prints how many guests have to end before this one may start. A guest whose lease is over waits
 * for its removal and counts no more.
 */
const admitScript = String.raw `
dir=$1 most=$2 patience=$3 known=$4
read -r number <"$dir/number" && cd "$dir/../../queue" || exit 1
end=$(($(date +%s) + patience))
while :; do
  now=$(date +%s)
  earlier=0
  for place in *; do
    [ -L "$place" ] && [ "$place" -lt "$number" ] || continue
    expires=0
    read -r expires <"$place/lease" 2>/dev/null || continue
    [ "$expires" -le "$now" ] || earlier=$((earlier + 1))
  done
  ahead=$((earlier - most + 1))
  if [ "$ahead" -le 0 ]; then
    echo 0
    exit
  fi
  if [ "$ahead" -ne "$known" ] || [ "$now" -ge "$end" ]; then
    echo "$ahead"
    exit
  fi
  sleep 0.2
done
`;

// EXTERNAL MODULE: ./build/model/address.js
var model_address = __webpack_require__(36813);
;// CONCATENATED MODULE: ./build/guest/lease.js

/**
 * How long a guest is kept without a word from us. Its supervisor and the reaper end it after
 * that, whatever happened to us.
 */
const leaseSecs = 120;
const renewEveryMs = 30_000;
/** Shell that grants the guest in folder `$1` a lease; also used before anything else exists. */
const grantLease = grantLeaseOf(leaseSecs);
function grantLeaseOf(secs) {
    return `echo "$(($(date +%s) + ${secs}))" >"$1/lease.new" && mv "$1/lease.new" "$1/lease"`;
}
/**
 * Renews a guest's lease until ended. A failed renewal is no error here: if the link is gone,
 * whoever follows the guest finds out, and the lease covers several tries.
 */
function keepLease(host, guestDir) {
    let renewal = Promise.resolve();
    const renew = () => {
        const command = { script: grantLease, args: [guestDir], purpose: 'renew a lease' };
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

;// CONCATENATED MODULE: ./build/guest/keep.js





/**
 * Grants a collected guest a last lease, lets it go on, and puts beside it what it is entered by.
 * @throws FailureError `host_command_failed`; `signal.reason`
 */
async function keepGuest(host, { name, dir }, minutes, signal) {
    const script = `${(0,scripts/* processFunctions */.jY)()}
printf %s "$3" >"$1/enter" && ${grantLeaseOf(minutes * 60)} || exit 1
signal_guest "$2" CONT || :
`;
    const command = { script, args: [dir, name, (0,scripts/* enterScript */.US)()], purpose: `keep the guest ${name}` };
    await (0,capture/* capture */.Fg)(host, command, { signal });
}
/** @param via hosts to go through on the way */
function keptGuestCommands({ address }, via, dir) {
    const enter = ['sh', `${dir}/enter`];
    const end = ['rm', `${dir}/lease`];
    if (address.kind === 'local')
        return { enter: (0,shell_quote/* quoteAll */._)(enter), end: (0,shell_quote/* quoteAll */._)(end) };
    const jump = via.length === 0 ? [] : ['-J', via.map(model_address/* formatEndpoint */.T0).join(',')];
    const ssh = [...jump, (0,model_address/* formatEndpoint */.T0)(address.endpoints[0])];
    return {
        enter: (0,shell_quote/* quoteAll */._)(['ssh', '-t', ...ssh, (0,shell_quote/* quoteAll */._)(enter)]),
        end: (0,shell_quote/* quoteAll */._)(['ssh', ...ssh, (0,shell_quote/* quoteAll */._)(end)]),
    };
}

// EXTERNAL MODULE: ./build/guest/remove.js
var remove = __webpack_require__(75722);
;// CONCATENATED MODULE: ./build/guest/place.js







/** Removal has to end, too: after this the lease is left to do it. */
const removalTimeoutMs = 30_000;
/**
 * Claims a place for a guest: a folder with a lease, which so exists before anything that it
 * covers, and a place in the host's queue. A guest of the same name whose lease is over is one that
 * a lost runner left behind, and is removed first; a live one is somebody's, and is never replaced.
 * @param snapshot hash of the snapshot that the guest will use, which is kept for as long
 * @throws FailureError `host_command_failed`
 */
async function claimPlace(host, name, snapshot, signal) {
    // A claim whose answer was lost with the link is known again by its owner.
    const owner = (0,external_node_crypto_.randomBytes)(8).toString('hex');
    const command = {
        script: claimScript,
        args: [(0,remove/* guestDir */.e)(host.spec.workDir, name), name, owner, snapshot],
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
const expiredExit = 17;
/**
 * The queue holds a link to each guest, named by a number that grows: making a link is atomic, so
 * of two who come at once each gets a number of their own.
 */
const claimScript = String.raw `
set -eu
umask 022
dir=$1 name=$2 owner=$3 snapshot=$4
guests=$(dirname "$dir")
queue="$(dirname "$guests")/queue"
mkdir -p "$guests" "$queue"
if [ -d "$dir" ]; then
  if [ "$(cat "$dir/owner" 2>/dev/null || :)" = "$owner" ]; then
    cd "$dir" && pwd -P
    exit
  fi
  expires=0
  read -r expires <"$dir/lease" || :
  left=$((expires - $(date +%s)))
  [ "$left" -gt 0 ] || exit ${expiredExit}
  echo "a guest of this name is alive there; its lease ends in $left s unless it is renewed" >&2
  exit 1
fi
mkdir "$dir"
number=
${diskLeftShell}
# Half a claim is none. Most often the disk is full.
give_up() {
  disk_left "$guests" >&2
  rm -rf "$dir"
  [ -z "$number" ] || rm -f "$queue/$number"
}
trap give_up EXIT
set -- "$dir"
{ ${grantLease}; } || exit 1
echo "$snapshot" >"$dir/snapshot"
next=$(ls "$queue" | sort -n | tail -n 1)
next=$((0 + next + 1))
until ln -s "../guests/$name" "$queue/$next" 2>/dev/null; do
  next=$((next + 1))
  [ "$next" -lt 1000000000 ] || exit 1
done
number=$next
echo "$number" >"$dir/number"
echo "$owner" >"$dir/owner"
trap - EXIT
cd "$dir" && pwd -P
`;

;// CONCATENATED MODULE: ./build/run/keep-failed.js




/**
 * Keeps the guest of a lane that failed, where that is wanted and there is a guest to look into: one
 * that lived to tell of the failure itself. Says why where it is wanted and not done; never rejects.
 */
async function keepFailed(place, failure, { lane, afterFailure, emit, signal }) {
    const why = await keep(place, failure, afterFailure, signal);
    if (why !== undefined) {
        emit({ event: 'job_note', job_id: lane.id, note: `the guest is not kept: ${why}` });
    }
    else if (afterFailure.kind === 'kept') {
        emit({
            event: 'guest_kept',
            job_id: lane.id,
            guest_name: place.name,
            until: timestamp(new Date(Date.now() + afterFailure.minutes * 60_000)),
            ...keptGuestCommands(place.host.spec, afterFailure.via, place.dir),
        });
    }
}
/** @returns why it was not done, where it was wanted */
async function keep(place, failure, afterFailure, signal) {
    switch (afterFailure.kind) {
        case 'removed':
            return undefined;
        case 'denied':
            return afterFailure.why;
        case 'kept':
            if (!isToldByGuest(failure))
                return 'there is none left that could be entered';
            return place.keep(afterFailure.minutes, signal).then(() => undefined, (error) => (0,describe_failure/* describeFailure */.I)((0,model_failure/* failureOf */.g5)(error)).headline);
    }
}
function isToldByGuest(failure) {
    return (failure.kind === 'command_failed' ||
        (failure.kind === 'command_timed_out' && failure.enforcedBy === 'guest'));
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
    const { lane, session, emit, signal } = options;
    const phase = phases(lane.id, emit);
    const guest_name = options.guestName(attempt);
    let commandStarted = false;
    let place;
    try {
        emit({ event: 'guest_named', job_id: lane.id, attempt, guest_name, host: session.spec });
        const here = await phase('prepare_directories', async () => {
            place = await claimPlace(await session.host(), guest_name, await session.snapshotHash(), signal);
            await waitForTurn(place, options);
            return place;
        });
        const snapshotTree = await phase('stage_workspace_snapshot', () => session.snapshotTree());
        const nonce = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        const request = {
            lane,
            nonce,
            snapshotTree,
            stagedMounts: options.stagedMounts,
            staysOnFailure: options.afterFailure.kind === 'kept',
        };
        const backend = await phase('prepare_runtime', () => options.backend());
        const guest = await phase('launch_guest', () => backend.launch(here, request, signal));
        const onOutput = (bytes) => {
            commandStarted = true;
            emit({ event: 'job_output', job_id: lane.id, bytes });
            return options.outputTaken();
        };
        await phase('wait_for_completion', () => guest.run({ onOutput, signal }));
        const collected = await phase('collect_artifacts', async () => {
            const left = await guest.collect(signal);
            await options.keep({ resultText: left.resultText, guest, signal });
            return left;
        });
        ({ commandStarted } = collected);
        const failure = judge(guest_name, lane.timeoutSecs, collected);
        if (failure !== undefined)
            await keepFailed(here, failure, options);
        return { verdict: verdictOf(failure), commandStarted };
    }
    catch (error) {
        return { verdict: { kind: 'failed', failure: (0,model_failure/* failureUnder */.nj)(signal, error) }, commandStarted };
    }
    finally {
        await lane_life_remove(place, lane.id, emit);
    }
}
/** Before anything is made for the guest, so that a host is never given more than it can hold. */
async function waitForTurn(place, { lane, emit, signal }) {
    const { maxGuests, name } = place.host.spec;
    if (maxGuests === undefined)
        return;
    const onWaiting = (ahead) => {
        const guests = ahead === 1 ? 'one guest has' : `${ahead} guests have`;
        emit({
            event: 'job_note',
            job_id: lane.id,
            note: `waiting for a free place on ${name}: ${guests} to end first`,
        });
    };
    await awaitAdmission(place, maxGuests, onWaiting, signal);
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
        const snapshot = this.#takeSnapshot();
        this.#openSessions(lanes, snapshot);
        try {
            const failure = await snapshot.then(() => undefined, (error) => (0,model_failure/* failureUnder */.nj)(this.#signal, error));
            if (failure !== undefined) {
                for (const lane of lanes)
                    this.#journal.refuseLane(lane, failure);
                return;
            }
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
        const { workspace, target } = this.#options;
        const excluded = (0,path_matcher/* compilePatterns */.x)(target.snapshotExclude);
        const isExcluded = (path) => excluded.match(path) !== undefined;
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
            snapshot,
            project: this.#options.identity.repository,
            emit: this.#journal.emit,
            signal: this.#signal,
        };
        for (const lane of lanes) {
            const { runner } = lane;
            if (this.#sessions.has(runner.host.name))
                continue;
            const session = new HostSession(runner.host, shared);
            this.#sessions.set(runner.host.name, session);
            if (unavailableBackend(lane) === undefined)
                session.warmUp();
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
            afterFailure: this.#options.afterFailure,
            guestName: (attempt) => this.#guestName(lane, attempt),
            keep: async ({ resultText, guest, signal: keepSignal }) => {
                this.#journal.keepResult(lane, resultText);
                if (lane.artifacts.length === 0)
                    return;
                const into = this.#journal.dir.job(lane.id).artifacts;
                const note = await (0,drops/* acrossDrops */.O)(() => keepArtifacts(guest.artifacts(keepSignal), lane.artifacts, into));
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
        workspace: { root: repository.root, format: repository.objectFormat, files },
        stateRoot,
        identity: options.identity,
        afterFailure: options.afterFailure,
        openHost: (spec, openOptions) => (0,host_open/* openHost */.Z)(spec, credentials, openOptions),
        maxConcurrentExecutes: environment.maxConcurrentExecutes,
        skip: change && skipMessage(chosen.target, manifest.path, change),
        report: options.report,
        outputTaken: options.outputTaken,
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
    const files = await (0,repository_files/* workTreeFiles */.B)(repository, signal);
    const own = (0,external_node_path_.relative)(repository.root, stateRoot);
    return own.startsWith('..') ? files : files.filter(({ path }) => !path.startsWith(`${own}/`));
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
            const dropped = error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO && error.failure.kind === 'connection_lost';
            idle += 1;
            if (!dropped || idle > dropsWithoutProgress)
                throw error;
        }
    }
}


/***/ }),

/***/ 84874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ compareBytes)
/* harmony export */ });
/** Compares two texts by their UTF-8 bytes, as git and `LC_ALL=C sort` do, without making them. */
function compareBytes(a, b) {
    const shorter = Math.min(a.length, b.length);
    for (let index = 0; index < shorter; index += 1) {
        const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
        if (difference !== 0)
            return difference;
    }
    return a.length - b.length;
}
/** Surrogates stand for characters beyond all others, yet have smaller numbers than some. */
function rank(codeUnit) {
    return codeUnit >= 0xd800 && codeUnit <= 0xdfff ? codeUnit + 0x10000 : codeUnit;
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

/***/ 8278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ compactStatus),
/* harmony export */   d: () => (/* binding */ jobState),
/* harmony export */   gX: () => (/* binding */ overallStatus),
/* harmony export */   tQ: () => (/* binding */ counts)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87300);

/** @param runNumber of the workflow; without one the run id stands for it */
function compactStatus(record, runNumber) {
    const lanes = record.jobs.map(laneStatus);
    return {
        state: runState(record),
        run: runNumber === undefined ? `run ${record.run_id}` : `run #${runNumber}`,
        target: record.target_id,
        counts: counts(lanes),
        head: `${record.git_head ?? 'no commit'}${record.git_dirty === true ? ' (with local changes)' : ''}`,
        ...times(record.created_at, record.jobs, record.finished_at ?? new Date().toISOString()),
        message: record.status === 'skipped' ? (record.message ?? undefined) : undefined,
        lanes,
    };
}
/** All lanes of a workflow run. */
function overallStatus({ state, lanes: outcomes, skipped }, plan, workflow) {
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
        run: `run #${workflow.runNumber}`,
        target: titles(plan.selected_titles),
        counts: counts(lanes),
        head: workflow.head,
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

/***/ 980:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ eventLines),
/* harmony export */   a: () => (/* binding */ words)
/* harmony export */ });
/* harmony import */ var _model_describe_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34711);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87300);


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
            return run(`connected to ${event.host} (${event.address}) in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(event.duration_ms)}`);
        case 'snapshot_published':
            return run(event.sent_bytes === 0
                ? `${event.host} has the snapshot already`
                : `sent the snapshot to ${event.host}: ${event.sent_files} files, ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z)(event.sent_bytes)}`);
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
        case 'guest_kept':
            return lane(event.job_id, `guest ${event.guest_name} is kept until ${event.until}`, `enter it: ${event.enter}`, `end it sooner: ${event.end}`);
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

/***/ 15515:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ harmless)
/* harmony export */ });
/**
 * A line of guest output for whatever obeys escape sequences: colours stay; what moves the cursor,
 * sets titles or asks the terminal to answer goes.
 */
function harmless(line) {
    return line
        .replace(/\u001b(?!\[[0-9;:]*m)(?:\[[0-?]*[ -/]*[@-~]|[ -/]+[0-~]|[\]P^_X][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)?/gu, '')
        .replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f\u0080-\u009f]/g, '');
}


/***/ }),

/***/ 7601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ LineSplitter)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);

/** What a line may grow to before it is cut in two: a guest may never end one. */
const lineLimit = 64 * 1024;
/** Cuts a byte stream into lines for showing; CR ends a line, too, as it does for the runner. */
class LineSplitter {
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    #rest = '';
    /** The lines that end in these bytes. */
    push(bytes) {
        const lines = split(this.#rest + this.#decoder.write(bytes));
        this.#rest = lines.pop() ?? '';
        if (this.#rest.length > lineLimit) {
            lines.push(this.#rest);
            this.#rest = '';
        }
        return lines;
    }
    /** What stands behind the last line end. */
    end() {
        const last = this.#rest + this.#decoder.end();
        this.#rest = '';
        return last === '' ? [] : [last.replace(/\r$/, '')];
    }
}
/** A CR at the very end may be half of a CR LF, so it stays. */
function split(text) {
    return text.includes('\r') ? text.split(/\r\n|\n|\r(?!$)/) : text.split('\n');
}


/***/ }),

/***/ 40643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ paceOf)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Tells whoever writes to a stream when to go on: what a slow reader leaves in a pipe would otherwise
 * gather in memory, all of it.
 * @param signal ends the waiting; what is cancelled is not kept waiting by somebody's pager
 * @returns what settles once the stream has taken what it holds; nothing while it keeps up
 */
function paceOf(stream, signal) {
    let taken;
    const done = () => {
        taken = undefined;
    };
    return () => {
        if (signal.aborted || !stream.writableNeedDrain)
            return undefined;
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
        ...(status.ran === '' ? [] : [paint.dim(`queued ${status.queued} · ran ${status.ran}`)]),
        ...status.lanes.map(({ id, state, took, message }) => [`  ${id.padEnd(width)} · ${paint.state(state)}`, took, message ?? '']
            .filter((part) => part !== '')
            .join(' · ')),
    ];
}


/***/ }),

/***/ 36023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workTreeFiles)
/* harmony export */ });
/* harmony import */ var _model_byte_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84874);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5648);



/**
 * Files of the work tree: what git tracks, in checked-out submodules too, and what it does not
 * ignore; in byte order, each once. A name may stand for a file that is gone from the work tree, and
 * for the folder of a submodule that is not checked out.
 */
async function workTreeFiles(repository, signal) {
    const [ofIndex, ofFolders] = await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .gitScript */ .IZ)(repository, 'git ls-files', listing, signal);
    const [checked, index] = splitOnce(ofIndex, '\0\0');
    const [sizes = '', ...unlike] = checked.split('\0');
    const [untracked = [], converted = []] = sections(ofFolders);
    const tracked = [...indexEntries(index)];
    const known = knownFiles(tracked, new Set([...unlike, ...converted]), sizesById(sizes));
    const inSubmodules = tracked.some(({ mode }) => mode === '160000')
        ? (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .splitNul */ .K5)(await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .git */ .$Y)(repository, ['ls-files', '-z', '--cached', '--recurse-submodules'], signal))
        : [];
    const names = [...new Set([...tracked.map(({ path }) => path), ...untracked, ...inSubmodules])];
    return names.sort(_model_byte_order_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .X).map((path) => ({ path, known: known.get(path) }));
}
/**
 * Asks git:
 * - from its index: the sizes of the blobs of all that are checked out; behind a NUL each, which
 *   files have times that say that they may have changed, for us to read, not for git; behind two,
 *   what it tracks
 * - meanwhile, from every folder, in sections with an empty record between them: what is neither
 *   tracked nor ignored; and what a filter or an encoding changes between the repository and the
 *   work tree
 */
const listing = String.raw `
{
  git ls-files -z --others --exclude-standard && printf '\0' &&
    git ls-files -z -- . ':(exclude,attr:!filter !working-tree-encoding)'
} >&3 3>&- & folders=$!
exec 3>&-
git ls-files --stage -v | awk '/^H 100/ { print $3 }' |
  git cat-file --buffer --batch-check='%(objectname) %(objectsize)' && printf '\0' &&
  git diff-files -z --name-only --ignore-submodules=all && printf '\0' &&
  git ls-files -z --stage -v --debug &&
  wait "$folders"
`;
function splitOnce(text, mark) {
    const at = text.indexOf(mark);
    return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}
function sections(output) {
    const found = [[]];
    for (const record of (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .splitNul */ .K5)(output)) {
        if (record === '')
            found.push([]);
        else
            found.at(-1)?.push(record);
    }
    return found;
}
/** From lines of `id size`; a partial clone may lack a blob, and then there is no size. */
function sizesById(lines) {
    const sizes = new Map();
    for (const line of lines.split('\n')) {
        const [id = '', size = ''] = line.split(' ');
        if (/^\d+$/.test(size))
            sizes.set(id, Number(size));
    }
    return sizes;
}
/**
 * From `git ls-files -z --stage -v --debug`: `H mode id stage⇥path␀`, then lines of what is known of
 * the file. How these look may change with git (https://git-scm.com/docs/git-ls-files), so no more is
 * asked of them than that they are set in.
 */
function* indexEntries(text) {
    let end = 0;
    for (const match of text.matchAll(/(.) (\d+) ([0-9a-f]+) (\d)\t([^\0]*)\0((?: .*\n)*)/gy)) {
        const [all, tag = '', mode = '', id = '', stage = '', path = '', details = ''] = match;
        const size = /^ +size: (\d+)\t/m.exec(details)?.[1];
        yield { tag, mode, id, stage, path, size: size === undefined ? size : Number(size) };
        end += all.length;
    }
    if (end !== text.length)
        throw unknownIndex(text.slice(end, end + 200));
}
function unknownIndex(text) {
    const detail = `its answer is not understood from here on: ${JSON.stringify(text)}`;
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ kind: 'git_failed', command: 'git ls-files --debug', detail });
}
/**
 * Regular files that the index vouches for: not told to look away, not in conflict, not unlike what
 * lies in the work tree. A conversion of line ends shows in the size.
 */
function knownFiles(tracked, unlike, sizes) {
    const known = new Map();
    for (const { tag, mode, id, stage, path, size } of tracked) {
        const vouched = tag === 'H' && stage === '0' && mode.startsWith('100') && !unlike.has(path);
        if (!vouched || size === undefined || size !== sizes.get(id))
            continue;
        known.set(path, { executable: mode === '100755', size, id });
    }
    return known;
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