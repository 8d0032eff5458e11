"use strict";
exports.id = 617;
exports.ids = [617,648];
exports.modules = {

/***/ 2736:
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
            kind: 'usage',
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
    const backend = _model_target_js__WEBPACK_IMPORTED_MODULE_3__/* .backends */ .S.find((known) => known === text);
    if (backend !== undefined)
        return backend;
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({
        kind: 'usage',
        problem: `PIKACI_REMOTE_LINUX_VM_BACKEND is \`${text}\``,
        hint: `Set it to ${_model_target_js__WEBPACK_IMPORTED_MODULE_3__/* .backends */ .S.join(', ')}, or leave it out.`,
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
        kind: 'usage',
        problem: `PIKACI_MAX_CONCURRENT_EXECUTES is \`${text}\``,
        hint: 'Set it to a whole number from 1.',
    });
}
/** An empty variable is an absent one: workflows cannot unset what they inherit. */
function present(value) {
    return value === '' ? undefined : value;
}


/***/ }),

/***/ 68617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ openWorkspace)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/model/address.js
var model_address = __webpack_require__(36813);
;// CONCATENATED MODULE: ./build/manifest/resolve-host.js

/**
 * Hosts by name, overrides over the manifest's own settings; `local` is always there. A broken
 * address is a problem of its host alone and is told where a lane asks for that host.
 */
function resolveHosts(declared, overrides, localWorkDir) {
    const hosts = new Map();
    const all = { local: { address: 'local' }, ...declared };
    for (const name of new Set([...Object.keys(all), ...Object.keys(overrides)])) {
        const base = all[name] ?? {};
        const override = overrides[name] ?? {};
        const microvm = { ...base.microvm, ...override.microvm };
        hosts.set(name, resolveHost(name, { ...base, ...override, microvm }, localWorkDir));
    }
    return hosts;
}
function resolveHost(name, text, localWorkDir) {
    if (text.address === undefined) {
        return {
            problem: `host \`${name}\` has no address; set hosts.${name}.address, or give it from outside (input \`hosts\`, --hosts)`,
        };
    }
    const address = (0,model_address/* parseAddress */.or)(text.address);
    if (address === undefined) {
        return {
            // What is no address may hold a password, so it is not repeated.
            problem: `hosts.${name}.address must be "local" or "ssh://user@name:port" (or a list of those), without a password or a path`,
        };
    }
    return { spec: hostSpec(name, address, text, localWorkDir) };
}
function hostSpec(name, address, text, localWorkDir) {
    const isLocal = address.kind === 'local';
    const { guest, vcpu = 2, mem_mib: memMib = 2048, nix = 'nix' } = text.microvm ?? {};
    const bootTimeoutSecs = text.microvm?.boot_timeout_secs ?? 180;
    return {
        name,
        os: text.kind ?? (isLocal && process.platform === 'darwin' ? 'mac' : 'linux'),
        address,
        workDir: text.work_dir ?? (isLocal ? localWorkDir : '/var/tmp/pikaci'),
        backend: text.backend ?? 'auto',
        maxGuests: text.max_guests,
        microvm: guest === undefined ? undefined : { guest, vcpu, memMib, bootTimeoutSecs, nix },
    };
}
/** This machine. */
function localHostSpec(workDir) {
    return hostSpec('local', { kind: 'local' }, {}, workDir);
}

;// CONCATENATED MODULE: ./build/manifest/cargo-command.js
/** The original's cargo command kinds: one exact test, tests by filter, unit tests, all tests. */
function cargoCommand(cargo) {
    const base = ['cargo', 'test', '--locked', '-p', cargo.package];
    if (cargo.test !== undefined)
        return [...base, '--lib', cargo.test, '--', '--exact', '--nocapture'];
    if (cargo.filter !== undefined)
        return [...base, cargo.filter, '--', '--nocapture'];
    if (cargo.lib === true)
        return [...base, '--lib', '--', '--nocapture'];
    return [...base, '--', '--nocapture'];
}

// EXTERNAL MODULE: ./build/model/nearest.js
var nearest = __webpack_require__(5059);
;// CONCATENATED MODULE: ./build/manifest/meant.js

/** What to do about an unknown name: the known one that is meant, or else `otherwise`. */
function meant(name, known, otherwise) {
    const near = (0,nearest/* nearest */.p)(name, known);
    return near === undefined ? otherwise : `did you mean \`${near}\`?`;
}

;// CONCATENATED MODULE: ./build/manifest/lane-defaults.js
/** What a lane is where nobody says otherwise, whichever manifest declares it. */
const laneDefaults = {
    description: '',
    timeoutSecs: 1800,
    writableWorkspace: false,
    runAsRoot: false,
    env: {},
    artifacts: [],
    retriesOnInfrastructure: 1,
    runsOn: 'ubuntu-latest',
};

;// CONCATENATED MODULE: ./build/manifest/resolve.js



/** Turns checked text into targets: defaults applied, references followed, all problems kept. */
function resolveManifest(path, text, hosts) {
    const problems = [];
    const report = (key, problem) => {
        // Several lanes may meet the same problem of their host or staged set: once is enough.
        const known = problems.some((other) => other.key === key && other.problem === problem);
        if (!known)
            problems.push({ key, problem });
    };
    const scope = { text, hosts, report };
    const targets = Object.entries(text.targets).map(([id, target]) => resolveTarget(scope, id, target));
    return { manifest: { path, targets }, problems };
}
function resolveTarget(scope, id, text) {
    const key = `targets.${id}`;
    const seen = new Set();
    const lanes = text.lanes.flatMap((laneText, index) => {
        const laneKey = `${key}.lanes[${index}]`;
        if (seen.has(laneText.id))
            scope.report(`${laneKey}.id`, `lane \`${laneText.id}\` is declared twice`);
        seen.add(laneText.id);
        return resolveLane(scope, laneKey, id, text, laneText) ?? [];
    });
    const isStaged = lanes.some(({ runner }) => runner.kind === 'remote_linux_vm' && runner.staged);
    return {
        id,
        title: text.title ?? id,
        description: text.description ?? '',
        trigger: text.trigger ?? 'branch',
        paths: text.paths ?? [],
        concurrencyGroup: text.concurrency_group ?? (isStaged ? `staged-linux:${id}` : id),
        failFast: text.fail_fast ?? false,
        snapshotExclude: text.snapshot?.exclude ?? [],
        legs: 'per_lane',
        lanes,
    };
}
function resolveLane(scope, key, targetId, target, lane) {
    const defaults = {
        ...scope.text.defaults,
        ...withoutUndefined(target),
        ...withoutUndefined(lane),
    };
    const env = { ...scope.text.defaults?.env, ...target.env, ...lane.env };
    // Where a setting comes from is where a problem with it is told.
    const keyOf = (name) => lane[name] !== undefined
        ? `${key}.${name}`
        : target[name] !== undefined
            ? `targets.${targetId}.${name}`
            : scope.text.defaults?.[name] !== undefined
                ? `defaults.${name}`
                : key;
    const runner = resolveRunner(scope, keyOf, lane.id, defaults);
    const command = resolveCommand(scope, key, lane);
    if (runner === undefined || command === undefined)
        return undefined;
    return {
        id: lane.id,
        description: lane.description ?? laneDefaults.description,
        runner,
        command,
        timeoutSecs: defaults.timeout_secs ?? laneDefaults.timeoutSecs,
        writableWorkspace: defaults.writable_workspace ?? laneDefaults.writableWorkspace,
        runAsRoot: defaults.run_as_root ?? laneDefaults.runAsRoot,
        env,
        artifacts: defaults.artifacts ?? laneDefaults.artifacts,
        retriesOnInfrastructure: defaults.retries_on_infrastructure ?? laneDefaults.retriesOnInfrastructure,
        runsOn: defaults.runs_on ?? laneDefaults.runsOn,
    };
}
const runnerKinds = ['host_local', 'remote_linux_vm', 'tart_local'];
function resolveRunner(scope, keyOf, laneId, text) {
    const kind = text.runner ?? (text.staged === undefined ? undefined : 'remote_linux_vm');
    if (kind === undefined || kind === 'vfkit_local') {
        scope.report(keyOf('runner'), `lane \`${laneId}\` no longer maps to the removed vfkit runner; ` +
            'write runner = "remote_linux_vm" with a host (and staged outputs where it needs them), ' +
            'runner = "host_local" for a command on the host itself, or runner = "tart_local" for macOS');
        return undefined;
    }
    const host = resolveHostOf(scope, keyOf('host'), laneId, kind, text.host);
    const staged = resolveStaged(scope, keyOf('staged'), text.staged);
    switch (kind) {
        case 'host_local':
            if (text.staged !== undefined) {
                scope.report(keyOf('staged'), 'staged outputs are mounted in Linux VMs only');
            }
            return host && { kind, host };
        case 'remote_linux_vm':
            return host && { kind, host, staged };
        case 'tart_local':
            return host && { kind, host };
        default: {
            const hint = meant(kind, runnerKinds, `known: ${runnerKinds.join(', ')}`);
            scope.report(keyOf('runner'), `unknown runner \`${kind}\`; ${hint}`);
            return undefined;
        }
    }
}
function resolveHostOf(scope, key, laneId, kind, name) {
    // Lanes that name no host run where pikaci itself runs; a VM backend has to be asked for by name.
    const wanted = name ?? (kind === 'remote_linux_vm' ? undefined : 'local');
    if (wanted === undefined) {
        scope.report(key, `lane \`${laneId}\` runs in a remote Linux VM and needs a \`host\``);
        return undefined;
    }
    const host = scope.hosts.get(wanted);
    if (host === undefined) {
        const hint = meant(wanted, [...scope.hosts.keys()], `declare it as [hosts.${wanted}]`);
        scope.report(key, `host \`${wanted}\` is not declared; ${hint}`);
        return undefined;
    }
    if ('problem' in host) {
        scope.report(`hosts.${wanted}`, host.problem);
        return undefined;
    }
    return host.spec;
}
function resolveStaged(scope, key, name) {
    if (name === undefined)
        return undefined;
    const set = scope.text.staged?.[name];
    if (set === undefined) {
        const known = Object.keys(scope.text.staged ?? {});
        const hint = meant(name, known, `declare it as [staged.${name}]`);
        scope.report(key, `staged set \`${name}\` is not declared; ${hint}`);
        return undefined;
    }
    const names = set.outputs.map((output) => output.name);
    for (const [index, output] of set.outputs.entries()) {
        for (const need of output.needs ?? []) {
            // Only earlier outputs may be needed: the order in the file is an order of building.
            if (!names.slice(0, index).includes(need)) {
                scope.report(`staged.${name}.outputs[${index}].needs`, `\`${need}\` is no output before \`${output.name}\``);
            }
        }
    }
    return {
        name,
        nodePrefix: set.node_prefix ?? name,
        outputs: set.outputs.map((output) => ({
            name: output.name,
            installable: output.installable,
            needs: output.needs ?? [],
            mount: output.mount ?? `/staged/linux-rust/${output.name}`,
        })),
    };
}
function resolveCommand(scope, key, lane) {
    if ((lane.command === undefined) === (lane.cargo === undefined)) {
        scope.report(key, `lane \`${lane.id}\` needs exactly one of \`command\` and \`cargo\``);
        return undefined;
    }
    if (lane.cargo !== undefined)
        return { kind: 'argv', argv: cargoCommand(lane.cargo) };
    if (typeof lane.command === 'string')
        return { kind: 'shell', line: lane.command };
    const [program, ...rest] = lane.command ?? [];
    return program === undefined ? undefined : { kind: 'argv', argv: [program, ...rest] };
}
function withoutUndefined(value) {
    return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/manifest/forge-lanes.js


/**
 * The original's `ci/forge-lanes.toml`, read as it is: keys that we do not know are its own
 * affair and are passed over.
 */
const forgeLane = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().min(1),
    title: schemas/* string */.YjP().optional(),
    entrypoint: schemas/* string */.YjP().optional(),
    command: schemas/* array */.YOg(schemas/* string */.YjP()).nonempty().optional(),
    staged_linux_target: schemas/* string */.YjP().min(1).optional(),
    concurrency_group: schemas/* string */.YjP().optional(),
    paths: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const forgeLanesSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(1),
    nightly_schedule_utc: schemas/* string */.YjP().optional(),
    branch: schemas/* object */.Ikc({ lanes: schemas/* array */.YOg(forgeLane).optional() }).optional(),
    nightly: schemas/* object */.Ikc({ lanes: schemas/* array */.YOg(forgeLane).optional() }).optional(),
});
/** What tells the original's manifest from ours: lanes by trigger, and no targets. */
function isForgeLanes(document) {
    return ('branch' in document || 'nightly' in document) && !('targets' in document);
}
/**
 * Each forge lane as a target of one leg. A lane that names a staged target runs the lanes of that
 * target where `pikaci.toml` declares it, else the original's script.
 * @param declared targets of `pikaci.toml`, if there is one
 * @param local where commands run: on the workflow's own runner, as they always did
 */
function forgeTargets(text, declared, local) {
    const of = (trigger, lanes = []) => lanes.map((lane) => forgeTarget(lane, trigger, declared, local));
    return [...of('branch', text.branch?.lanes), ...of('nightly', text.nightly?.lanes)];
}
function forgeTarget(lane, trigger, declared, local) {
    const staged = lane.staged_linux_target;
    const meant = declared.find(({ id }) => id === staged);
    return {
        id: lane.id,
        title: lane.title ?? lane.id,
        description: lane.entrypoint ?? '',
        trigger,
        paths: lane.paths ?? [],
        concurrencyGroup: lane.concurrency_group ?? (staged === undefined ? lane.id : `staged-linux:${staged}`),
        failFast: meant?.failFast ?? false,
        snapshotExclude: meant?.snapshotExclude ?? [],
        legs: 'whole',
        lanes: meant?.lanes ?? [commandLane(lane, local)],
    };
}
function commandLane(lane, host) {
    return {
        ...laneDefaults,
        id: lane.id,
        description: lane.entrypoint ?? laneDefaults.description,
        runner: { kind: 'host_local', host },
        command: commandOf(lane),
    };
}
function commandOf({ command, entrypoint, staged_linux_target: staged, }) {
    if (staged !== undefined) {
        return { kind: 'argv', argv: ['./scripts/pikaci-staged-linux-remote.sh', 'run', staged] };
    }
    const [program, ...rest] = command ?? [];
    if (program !== undefined)
        return { kind: 'argv', argv: [program, ...rest] };
    return { kind: 'shell', line: entrypoint ?? 'false' };
}

// EXTERNAL MODULE: ./node_modules/toml-eslint-parser/lib/index.mjs + 3 modules
var lib = __webpack_require__(9605);
;// CONCATENATED MODULE: ./build/manifest/place.js

/**
 * Finds where a key (as in `targets.demo.lanes[0].command`) stands in a TOML text, or the nearest
 * enclosing key that does stand there.
 */
function placeFinder(text) {
    const placed = [...keys((0,lib/* parseTOML */.MD)(text).body[0])];
    return (key) => placeOfKey(text, placed, key);
}
function placeOfKey(text, placed, key) {
    const wanted = key.match(/[^.[\]]+/g) ?? [];
    let best;
    for (const { path, node } of placed) {
        // `[target.t]` also declares `target`, which has no line of its own.
        const depth = Math.min(path.length, wanted.length);
        const matches = path.slice(0, depth).every((part, at) => String(part) === wanted[at]);
        if (matches && depth > (best?.depth ?? 0))
            best = { depth, node };
    }
    if (best === undefined)
        return undefined;
    const { start, end } = best.node.loc;
    const length = end.line === start.line ? end.column - start.column : Infinity;
    return placeAt(text, start.line, start.column + 1, length);
}
function placeAt(text, line, column, length = 1) {
    return { line, column, length, text: text.split(/\r?\n/)[line - 1] ?? '' };
}
function* keys(top) {
    for (const entry of top.body) {
        if (entry.type === 'TOMLKeyValue')
            yield* keyValue([], entry);
        else {
            yield { path: entry.resolvedKey, node: entry.key };
            for (const inner of entry.body)
                yield* keyValue(entry.resolvedKey, inner);
        }
    }
}
function* keyValue(prefix, entry) {
    const names = entry.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
    const path = [...prefix, ...names];
    yield { path, node: entry.key };
    yield* value(path, entry.value);
}
function* value(path, node) {
    if (node.type === 'TOMLInlineTable') {
        for (const entry of node.body)
            yield* keyValue(path, entry);
    }
    else if (node.type === 'TOMLArray') {
        for (const [index, element] of node.elements.entries()) {
            yield { path: [...path, index], node: element };
            yield* value([...path, index], element);
        }
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
;// CONCATENATED MODULE: ./build/manifest/problems.js


/** A schema's complaints as problems: each with its key, the value seen, and the name meant. */
function problemsOf(schema, error, document) {
    const shape = json_schema_processors/* toJSONSchema */.bl(schema, { io: 'input', unrepresentable: 'any' });
    return error.issues.flatMap((issue) => {
        const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
        if (issue.code !== 'unrecognized_keys') {
            return [{ key: keyText(path), problem: wording(issue, valueAt(document, path)) }];
        }
        const known = Object.keys(schemaAt(shape, path)?.properties ?? {});
        return issue.keys.map((name) => ({
            key: keyText([...path, name]),
            problem: `unknown key; ${meant(name, known, `known: ${known.join(', ')}`)}`,
        }));
    });
}
function schemaAt(schema, path) {
    let at = schema;
    for (const part of path) {
        if (typeof part === 'number')
            at = at?.items;
        else {
            const rest = at?.additionalProperties;
            at = at?.properties?.[part] ?? (typeof rest === 'object' ? rest : undefined);
        }
    }
    return at;
}
function valueAt(document, path) {
    let at = document;
    for (const part of path)
        at = at?.[part];
    return at;
}
function wording(issue, value) {
    if (value === undefined)
        return 'is missing';
    const seen = `, not ${JSON.stringify(value)}`;
    switch (issue.code) {
        case 'invalid_type':
            return `must be ${article(issue.expected)}${seen}`;
        case 'invalid_value':
            return `must be ${issue.values.map((it) => JSON.stringify(it)).join(' or ')}${seen}`;
        case 'too_small':
        case 'too_big':
            return issue.origin === 'string' || issue.origin === 'array'
                ? issue.message
                : `must be ${issue.code === 'too_small' ? `at least ${String(issue.minimum)}` : `at most ${String(issue.maximum)}`}${seen}`;
        case 'invalid_key':
            return `is no valid name: ${issue.issues.map(({ message }) => message).join('; ')}`;
        default:
            return issue.message;
    }
}
function article(type) {
    const words = {
        int: 'a whole number',
        array: 'an array',
        object: 'a table',
        record: 'a table',
        boolean: 'true or false',
    };
    return words[type] ?? `a ${type}`;
}
/** `targets.demo.lanes[0].command`. */
function keyText(path) {
    return path
        .map((part, index) => typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`)
        .join('');
}

// EXTERNAL MODULE: ./build/manifest/schema.js
var schema = __webpack_require__(67974);
;// CONCATENATED MODULE: ./build/manifest/load.js










/** Where a manifest is looked for, in order, when none is named. */
const ownPaths = ['pikaci.toml', '.github/pikaci.toml'];
const defaultManifestPaths = [...ownPaths, 'ci/forge-lanes.toml'];
/**
 * Reads and resolves the manifest.
 * @throws FailureError `manifest_missing` or `manifest_invalid`, the latter with all problems
 */
async function loadManifest(source) {
    const candidates = source.path === undefined ? defaultManifestPaths : [source.path];
    const file = await readFirst(source.repositoryRoot, candidates);
    if (file === undefined) {
        throw new failure/* FailureError */.pO({ kind: 'manifest_missing', searched: candidates });
    }
    const document = parseToml(file.path, file.text);
    return isForgeLanes(document)
        ? loadForgeLanes(source, file, document)
        : resolveOwn(source, file, document);
}
function resolveOwn(source, { path, text }, document) {
    const checked = schema/* manifestSchema */.r.safeParse(document);
    if (!checked.success) {
        throw invalid(path, text, problemsOf(schema/* manifestSchema */.r, checked.error, document));
    }
    const hosts = resolveHosts(checked.data.hosts ?? {}, source.hostOverrides, source.localWorkDir);
    const resolved = resolveManifest(path, checked.data, hosts);
    if (resolved.problems.length > 0)
        throw invalid(path, text, resolved.problems);
    return resolved.manifest;
}
/** The original's manifest, with the targets of ours where it names them. */
async function loadForgeLanes(source, { path, text }, document) {
    const checked = forgeLanesSchema.safeParse(document);
    if (!checked.success) {
        throw invalid(path, text, problemsOf(forgeLanesSchema, checked.error, document));
    }
    const own = await readFirst(source.repositoryRoot, ownPaths);
    const declared = own === undefined ? [] : resolveOwn(source, own, parseToml(own.path, own.text)).targets;
    const local = localHostSpec(source.localWorkDir);
    return { path, targets: forgeTargets(checked.data, declared, local) };
}
/**
 * Host settings given outside the manifest (input `hosts`, flag `--hosts`), as TOML or JSON:
 * a table of host name → settings.
 * @param origin how to name the text in errors
 */
function parseHostOverrides(origin, text) {
    const document = text.trimStart().startsWith('{')
        ? parseJson(origin, text)
        : parseToml(origin, text);
    const checked = schema/* hostsSchema */.R.safeParse(document);
    if (checked.success)
        return checked.data;
    throw invalid(origin, undefined, problemsOf(schema/* hostsSchema */.R, checked.error, document));
}
async function readFirst(root, candidates) {
    for (const path of candidates) {
        try {
            return { path, text: await (0,promises_.readFile)((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(root, path), 'utf8') };
        }
        catch (error) {
            if (error.code !== 'ENOENT')
                throw error;
        }
    }
    return undefined;
}
function parseToml(file, text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        if (!(error instanceof dist/* TomlError */.zx))
            throw error;
        // The library's message is "Invalid TOML document: <reason>\n\n<excerpt>".
        const [reason = ''] = error.message.split('\n');
        const problem = reason.replace(/^Invalid TOML document: /, 'not TOML: ');
        const place = placeAt(text, error.line, error.column);
        throw unreadable(file, { key: '', problem, place });
    }
}
function parseJson(file, text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw unreadable(file, { key: '', problem: `not JSON: ${error.message}` });
    }
}
function unreadable(file, problem) {
    return new failure/* FailureError */.pO({ kind: 'manifest_invalid', file, problems: [problem] });
}
function invalid(file, text, problems) {
    const placeOf = text === undefined ? undefined : placeFinder(text);
    const located = problems.map((problem) => {
        const place = placeOf?.(problem.key);
        return place === undefined ? problem : { ...problem, place };
    });
    return new failure/* FailureError */.pO({ kind: 'manifest_invalid', file, problems: located });
}

// EXTERNAL MODULE: ./build/repository/git.js
var git = __webpack_require__(5648);
// EXTERNAL MODULE: ./build/command/environment.js
var command_environment = __webpack_require__(2736);
;// CONCATENATED MODULE: ./build/command/workspace.js




async function openWorkspace(options) {
    const { directory, hosts, environment } = options;
    const repository = await (0,git.openRepository)(directory);
    const stateRoot = (0,external_node_path_.resolve)(directory, options.stateRoot ?? environment.stateRoot ?? (0,command_environment/* defaultStateRoot */.d)(repository.root));
    const manifest = await loadManifest({
        repositoryRoot: repository.root,
        path: options.manifest,
        hostOverrides: hosts === undefined ? {} : parseHostOverrides(hosts.origin, hosts.text),
        localWorkDir: environment.localWorkDir,
    });
    return { repository, manifest, stateRoot, environment };
}


/***/ }),

/***/ 67974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hostsSchema),
/* harmony export */   r: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);
/* harmony import */ var _model_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87512);


/** The text of `pikaci.toml` as zod schemas. Unknown keys are errors: a typo must not be silent. */
const id = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'use letters, digits, `.`, `_` and `-`');
const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1, 'must not be empty');
const absolutePath = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\/[^\0]*$/, 'must be an absolute path')
    .refine((path) => !path.split('/').includes('..'), 'must not contain `..`');
const seconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
    .min(1)
    .max(24 * 60 * 60);
const cargo = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    package: text,
    test: text.optional(),
    filter: text.optional(),
    lib: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
})
    .refine((value) => [value.test, value.filter, value.lib].filter((kind) => kind !== undefined).length <= 1, 'give at most one of `test`, `filter` and `lib`');
/** Keys of a lane that `[defaults]` and targets may give a default for. */
const laneDefaults = {
    runner: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    host: id.optional(),
    staged: id.optional(),
    timeout_secs: seconds.optional(),
    writable_workspace: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    run_as_root: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    env: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'use letters, digits and `_`'), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .optional(),
    artifacts: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).optional(),
    retries_on_infrastructure: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0).max(3).optional(),
    runs_on: text.optional(),
};
const lane = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id,
    description: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([text, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).nonempty()], {
        error: 'must be a shell line or an array of words',
    })
        .optional(),
    cargo: cargo.optional(),
    ...laneDefaults,
});
const target = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    title: text.optional(),
    description: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    trigger: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_model_target_js__WEBPACK_IMPORTED_MODULE_1__/* .triggers */ .G).optional(),
    paths: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).optional(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ exclude: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).optional() }).optional(),
    concurrency_group: text.optional(),
    fail_fast: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    lanes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(lane).nonempty('a target needs at least one lane'),
    ...laneDefaults,
});
const staged = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    node_prefix: id.optional(),
    outputs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        name: id,
        installable: text,
        needs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(id).optional(),
        mount: absolutePath.optional(),
    }))
        .nonempty('needs at least one output'),
});
const microvm = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    guest: text.optional(),
    vcpu: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(256).optional(),
    mem_mib: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(64).optional(),
    boot_timeout_secs: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).optional(),
    nix: text.optional(),
    hypervisor: text.optional(),
});
const incus = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    project: text.optional(),
    profiles: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).optional(),
    image: text.optional(),
    instance_type: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['virtual-machine', 'container']).optional(),
    storage_pool: text.optional(),
    target: text.optional(),
    limits: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()])).optional(),
});
const hostSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['linux', 'mac']).optional(),
    address: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([text, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).nonempty()], { error: 'must be an address or a list of them' })
        .optional(),
    work_dir: absolutePath.optional(),
    backend: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_model_target_js__WEBPACK_IMPORTED_MODULE_1__/* .backends */ .S).optional(),
    max_guests: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).optional(),
    microvm: microvm.optional(),
    incus: incus.optional(),
});
/** Hosts given from outside; their names are checked where a manifest uses them. */
const hostsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), hostSchema);
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    defaults: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(laneDefaults).optional(),
    hosts: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(id, hostSchema).optional(),
    staged: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(id, staged).optional(),
    targets: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(id, target),
});


/***/ }),

/***/ 5648:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   IZ: () => (/* binding */ gitScript),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   K5: () => (/* binding */ splitNul),
/* harmony export */   openRepository: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);



/** @throws FailureError `not_a_repository` */
async function openRepository(path, signal) {
    try {
        const answer = await run(path, ['rev-parse', '--show-object-format', '--show-toplevel'], signal);
        const [format, ...root] = answer.replace(/\n$/, '').split('\n');
        return { root: root.join('\n'), objectFormat: format === 'sha256' ? 'sha256' : 'sha1' };
    }
    catch (error) {
        const detail = error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO && error.failure.kind === 'git_failed';
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({ kind: 'not_a_repository', path, detail: detail ? detailOf(error) : String(error) }, { cause: error });
    }
}
/**
 * Runs git and returns its stdout.
 * @throws FailureError `git_failed` with what git said
 */
async function git({ root }, args, signal) {
    return run(root, args, signal);
}
/** Like {@link git}; nothing instead of an error when git exits with 1, its "no". */
async function tryGit(repository, args, signal) {
    try {
        return await git(repository, args, signal);
    }
    catch (error) {
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO && error.failure.kind === 'git_failed')
            return undefined;
        throw error;
    }
}
/**
 * Runs git several times from a shell: a process of our size takes longer to start another than git
 * takes to answer, and a shell does not.
 * @param purpose what it is for, as a command
 * @param script writes to descriptors 1 and 3
 * @returns what it wrote to each
 * @throws FailureError `git_failed` with what git said
 */
async function gitScript({ root }, purpose, script, signal) {
    const [stdout = '', other = ''] = await execute(root, ['sh', '-c', script], purpose, [1, 3], signal);
    return [stdout, other];
}
/** Splits output of a `-z` option. */
function splitNul(text) {
    const parts = text.split('\0');
    if (parts.at(-1) === '')
        parts.pop();
    return parts;
}
async function run(cwd, args, signal) {
    const command = ['git', ...args];
    const [stdout = ''] = await execute(cwd, command, command.join(' '), [1], signal);
    return stdout;
}
/**
 * Runs a program without a stdin, and returns what it writes to each of the descriptors, of which 2
 * is none: what it says there explains a failure. No more are open, as a program in the background
 * could keep them.
 */
async function execute(cwd, [program = '', ...args], purpose, descriptors, signal) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd,
        env: environment(),
        stdio: ['ignore', 'pipe', 'pipe', ...(descriptors.includes(3) ? ['pipe'] : [])],
        ...(signal && { signal }),
    });
    const outputs = [2, ...descriptors].map((it) => textOf(child.stdio[it]));
    try {
        const ended = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close');
        const [[code, killer], stderr = '', ...texts] = await Promise.all([ended, ...outputs]);
        if (code === 0)
            return texts;
        const detail = stderr.trim() === '' ? `it ended with ${String(code ?? killer)}` : stderr.trim();
        throw gitFailed(purpose, detail);
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO)
            throw error;
        throw gitFailed(purpose, error instanceof Error ? error.message : String(error), error);
    }
}
async function textOf(stream) {
    let text = '';
    for await (const part of stream.setEncoding('utf8'))
        text += part;
    return text;
}
/** Messages we may have to show, in one language; and never a prompt for a password. */
function environment() {
    return { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
}
function gitFailed(command, detail, cause) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({ kind: 'git_failed', command, detail }, { cause });
}
function detailOf(error) {
    return error.failure.kind === 'git_failed' ? error.failure.detail : '';
}


/***/ })

};
;