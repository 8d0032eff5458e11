"use strict";
exports.id = 929;
exports.ids = [929];
exports.modules = {

/***/ 2736:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readEnvironment),
/* harmony export */   d: () => (/* binding */ defaultStateRoot)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(631);
/* harmony import */ var _model_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7512);




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
        backend: readBackend('PIKACI_REMOTE_LINUX_VM_BACKEND', present(variables['PIKACI_REMOTE_LINUX_VM_BACKEND'])),
        maxConcurrentExecutes: readCount(variables['PIKACI_MAX_CONCURRENT_EXECUTES']) ?? 2,
        preparedOutputConsumer: present(variables['PIKACI_PREPARED_OUTPUT_CONSUMER']),
        localWorkDir: localWorkDir(variables),
    };
}
/** @param name of the variable or input, for the error */
function readBackend(name, value) {
    if (value === undefined)
        return undefined;
    const backend = _model_target_js__WEBPACK_IMPORTED_MODULE_3__/* .backends */ .Sq.find((known) => known === value);
    if (backend !== undefined)
        return backend;
    throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureError */ .pO({
        kind: 'usage',
        problem: `${name} is \`${value}\``,
        hint: `Set it to ${_model_target_js__WEBPACK_IMPORTED_MODULE_3__/* .backends */ .Sq.join(', ')}, or leave it out.`,
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

/***/ 6778:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ openWorkspace)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
// EXTERNAL MODULE: ./node_modules/toml-eslint-parser/lib/index.mjs + 3 modules
var lib = __webpack_require__(9605);
;// CONCATENATED MODULE: ./build/manifest/key-position.js

/**
 * Where `key` (as in `targets.demo.lanes[0].command`) stands in a TOML text, or the nearest
 * enclosing key that does stand there.
 * @returns 1-based line and column
 */
function keyPosition(text, key) {
    const wanted = key.match(/[^.[\]]+/g) ?? [];
    let best;
    for (const { path, node } of keys((0,lib/* parseTOML */.MD)(text).body[0])) {
        const matches = path.every((part, depth) => String(part) === wanted[depth]);
        if (matches && path.length > (best?.depth ?? 0))
            best = { depth: path.length, node };
    }
    if (best === undefined)
        return undefined;
    const { line, column } = best.node.loc.start;
    return { line, column: column + 1 };
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

;// CONCATENATED MODULE: ./build/manifest/resolve-host.js
/**
 * Hosts by name, overrides over the manifest's own settings; `local` is always there. A broken address is a problem of its
 * host alone and is told where a lane asks for that host.
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
    const address = parseAddress(text.address);
    if (address === undefined) {
        return {
            problem: `hosts.${name}.address is \`${text.address}\`; write "local" or "ssh://user@name:port"`,
        };
    }
    const { guest, vcpu = 2, mem_mib: memMib = 2048, nix = 'nix' } = text.microvm ?? {};
    return {
        spec: {
            name,
            os: text.kind ?? (address.kind === 'local' && process.platform === 'darwin' ? 'mac' : 'linux'),
            address,
            workDir: text.work_dir ?? (address.kind === 'local' ? localWorkDir : '/var/tmp/pikaci'),
            backend: text.backend ?? 'auto',
            microvm: guest === undefined ? undefined : { guest, vcpu, memMib, nix },
        },
    };
}
/** `local`, or `ssh://[user@]name[:port]` with nothing after it. */
function parseAddress(text) {
    if (text === 'local')
        return { kind: 'local' };
    if (!URL.canParse(text))
        return undefined;
    const url = new URL(text);
    const plain = url.pathname === '' && url.search === '' && url.hash === '' && url.password === '';
    if (url.protocol !== 'ssh:' || url.hostname === '' || !plain)
        return undefined;
    return {
        kind: 'ssh',
        user: url.username === '' ? undefined : decodeURIComponent(url.username),
        hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port === '' ? 22 : Number(url.port),
    };
}

// EXTERNAL MODULE: ./build/model/nearest.js
var nearest = __webpack_require__(5059);
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

;// CONCATENATED MODULE: ./build/manifest/resolve.js


const defaultTimeoutSecs = 1800;
const defaultRunsOn = 'ubuntu-latest';
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
        return resolveLane(scope, laneKey, text, laneText) ?? [];
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
        lanes,
    };
}
function resolveLane(scope, key, target, lane) {
    const defaults = {
        ...scope.text.defaults,
        ...withoutUndefined(target),
        ...withoutUndefined(lane),
    };
    const env = { ...scope.text.defaults?.env, ...target.env, ...lane.env };
    const runner = resolveRunner(scope, key, lane.id, defaults);
    const command = resolveCommand(scope, key, lane);
    if (runner === undefined || command === undefined)
        return undefined;
    return {
        id: lane.id,
        description: lane.description ?? '',
        runner,
        command,
        timeoutSecs: defaults.timeout_secs ?? defaultTimeoutSecs,
        writableWorkspace: defaults.writable_workspace ?? false,
        runAsRoot: defaults.run_as_root ?? false,
        env,
        artifacts: defaults.artifacts ?? [],
        retriesOnInfrastructure: defaults.retries_on_infrastructure ?? 1,
        runsOn: defaults.runs_on ?? defaultRunsOn,
    };
}
const runnerKinds = ['host_local', 'remote_linux_vm', 'tart_local'];
function resolveRunner(scope, key, laneId, text) {
    const kind = text.runner ?? (text.staged === undefined ? undefined : 'remote_linux_vm');
    if (kind === undefined || kind === 'vfkit_local') {
        scope.report(text.runner === undefined ? key : `${key}.runner`, `lane \`${laneId}\` no longer maps to the removed vfkit runner; ` +
            'write runner = "remote_linux_vm" with a host (and staged outputs where it needs them), ' +
            'runner = "host_local" for a command on the host itself, or runner = "tart_local" for macOS');
        return undefined;
    }
    const host = resolveHostOf(scope, key, laneId, kind, text.host);
    const staged = resolveStaged(scope, key, text.staged);
    switch (kind) {
        case 'host_local':
            if (text.staged !== undefined) {
                scope.report(`${key}.staged`, 'staged outputs are mounted in Linux VMs only');
            }
            return host && { kind, host };
        case 'remote_linux_vm':
            return host && { kind, host, staged };
        case 'tart_local':
            return host && { kind, host };
        default: {
            const near = (0,nearest/* nearest */.p)(kind, runnerKinds);
            scope.report(`${key}.runner`, `unknown runner \`${kind}\`` +
                (near === undefined
                    ? `; known: ${runnerKinds.join(', ')}`
                    : `; did you mean \`${near}\`?`));
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
        const known = [...scope.hosts.keys()];
        const near = (0,nearest/* nearest */.p)(wanted, known);
        scope.report(`${key}.host`, `host \`${wanted}\` is not declared` +
            (near === undefined ? `; declare it as [hosts.${wanted}]` : `; did you mean \`${near}\`?`));
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
        const near = (0,nearest/* nearest */.p)(name, known);
        scope.report(`${key}.staged`, `staged set \`${name}\` is not declared` +
            (near === undefined ? `; declare it as [staged.${name}]` : `; did you mean \`${near}\`?`));
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
// EXTERNAL MODULE: ./build/model/target.js
var target = __webpack_require__(7512);
;// CONCATENATED MODULE: ./build/manifest/schema.js


/** The text of `pikaci.toml` as zod schemas. Unknown keys are errors: a typo must not be silent. */
const id = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'use letters, digits, `.`, `_` and `-`');
const schema_text = schemas/* string */.YjP().min(1, 'must not be empty');
const absolutePath = schemas/* string */.YjP()
    .regex(/^\/[^\0]*$/, 'must be an absolute path')
    .refine((path) => !path.split('/').includes('..'), 'must not contain `..`');
const seconds = schemas/* int */.Whr()
    .min(1)
    .max(24 * 60 * 60);
const cargo = schemas/* strictObject */.rej({
    package: schema_text,
    test: schema_text.optional(),
    filter: schema_text.optional(),
    lib: schemas/* boolean */.zMY().optional(),
})
    .refine((value) => [value.test, value.filter, value.lib].filter((kind) => kind !== undefined).length <= 1, 'give at most one of `test`, `filter` and `lib`');
/** Keys of a lane that `[defaults]` and targets may give a default for. */
const laneDefaults = {
    runner: schemas/* string */.YjP().optional(),
    host: id.optional(),
    staged: id.optional(),
    timeout_secs: seconds.optional(),
    writable_workspace: schemas/* boolean */.zMY().optional(),
    run_as_root: schemas/* boolean */.zMY().optional(),
    env: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), schemas/* string */.YjP()).optional(),
    artifacts: schemas/* array */.YOg(schema_text).optional(),
    retries_on_infrastructure: schemas/* int */.Whr().min(0).max(3).optional(),
    runs_on: schema_text.optional(),
};
const lane = schemas/* strictObject */.rej({
    id,
    description: schemas/* string */.YjP().optional(),
    command: schemas/* union */.KCZ([schema_text, schemas/* array */.YOg(schemas/* string */.YjP()).nonempty()], {
        error: 'must be a shell line or an array of words',
    })
        .optional(),
    cargo: cargo.optional(),
    ...laneDefaults,
});
const schema_target = schemas/* strictObject */.rej({
    title: schema_text.optional(),
    description: schemas/* string */.YjP().optional(),
    trigger: schemas/* enum */.k5n(target/* triggers */.G).optional(),
    paths: schemas/* array */.YOg(schema_text).optional(),
    snapshot: schemas/* strictObject */.rej({ exclude: schemas/* array */.YOg(schema_text).optional() }).optional(),
    concurrency_group: schema_text.optional(),
    fail_fast: schemas/* boolean */.zMY().optional(),
    lanes: schemas/* array */.YOg(lane).nonempty('a target needs at least one lane'),
    ...laneDefaults,
});
const staged = schemas/* strictObject */.rej({
    node_prefix: id.optional(),
    outputs: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: id,
        installable: schema_text,
        needs: schemas/* array */.YOg(id).optional(),
        mount: absolutePath.optional(),
    }))
        .nonempty('needs at least one output'),
});
const microvm = schemas/* strictObject */.rej({
    guest: schema_text.optional(),
    vcpu: schemas/* int */.Whr().min(1).max(256).optional(),
    mem_mib: schemas/* int */.Whr().min(64).optional(),
    nix: schema_text.optional(),
});
const incus = schemas/* strictObject */.rej({
    project: schema_text.optional(),
    profiles: schemas/* array */.YOg(schema_text).optional(),
    image: schema_text.optional(),
    instance_type: schemas/* enum */.k5n(['virtual-machine', 'container']).optional(),
    storage_pool: schema_text.optional(),
    target: schema_text.optional(),
    limits: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* int */.Whr()])).optional(),
});
const hostSchema = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(['linux', 'mac']).optional(),
    address: schema_text.optional(),
    work_dir: absolutePath.optional(),
    backend: schemas/* enum */.k5n(target/* backends */.Sq).optional(),
    microvm: microvm.optional(),
    incus: incus.optional(),
});
const manifestSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    defaults: schemas/* strictObject */.rej(laneDefaults).optional(),
    hosts: schemas/* record */.g1P(id, hostSchema).optional(),
    staged: schemas/* record */.g1P(id, staged).optional(),
    targets: schemas/* record */.g1P(id, schema_target),
});

;// CONCATENATED MODULE: ./build/manifest/load.js








/** Where a manifest is looked for, in order, when none is named. */
const defaultManifestPaths = ['pikaci.toml', '.github/pikaci.toml'];
/**
 * Reads and resolves the manifest.
 * @throws FailureError `manifest_missing` or `manifest_invalid`, the latter with all problems
 */
async function loadManifest(source) {
    const { path, text } = await readManifest(source);
    const document = parseToml(path, text);
    const checked = manifestSchema.safeParse(document);
    if (!checked.success)
        throw invalid(path, text, checked.error.issues.map(problemOf));
    const hosts = resolveHosts(checked.data.hosts ?? {}, source.hostOverrides, source.localWorkDir);
    const resolved = resolveManifest(path, checked.data, hosts);
    if (resolved.problems.length > 0)
        throw invalid(path, text, resolved.problems);
    return resolved.manifest;
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
    const hosts = {};
    const problems = [];
    for (const [name, value] of Object.entries(document)) {
        const checked = hostSchema.safeParse(value);
        if (checked.success)
            hosts[name] = checked.data;
        else {
            problems.push(...checked.error.issues.map((issue) => problemOf({ ...issue, path: [name, ...issue.path] })));
        }
    }
    if (problems.length > 0)
        throw invalid(origin, undefined, problems);
    return hosts;
}
async function readManifest(source) {
    const candidates = source.path === undefined ? defaultManifestPaths : [source.path];
    for (const path of candidates) {
        const file = (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(source.repositoryRoot, path);
        try {
            return { path, text: await (0,promises_.readFile)(file, 'utf8') };
        }
        catch (error) {
            if (error.code !== 'ENOENT')
                throw error;
        }
    }
    throw new failure/* FailureError */.pO({ kind: 'manifest_missing', searched: candidates });
}
function parseToml(file, text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        if (!(error instanceof dist/* TomlError */.zx))
            throw error;
        // The library's message is "Invalid TOML document: <reason>\n\n<excerpt>".
        const [reason = '', ...excerpt] = error.message.split('\n');
        const problem = [reason, ...excerpt.filter((line) => line.trim() !== '')].join('\n');
        throw new failure/* FailureError */.pO({
            kind: 'manifest_invalid',
            file,
            problems: [{ key: '', problem, position: { line: error.line, column: error.column } }],
        });
    }
}
function parseJson(file, text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new failure/* FailureError */.pO({
            kind: 'manifest_invalid',
            file,
            problems: [{ key: '', problem: `not JSON: ${error.message}` }],
        });
    }
}
function problemOf(issue) {
    const key = issue.path
        .map((part, index) => typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)
        .join('');
    return { key, problem: issue.message };
}
function invalid(file, text, problems) {
    const located = problems.map((problem) => {
        const position = text === undefined ? undefined : keyPosition(text, problem.key);
        return position === undefined ? problem : { ...problem, position };
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
    const repository = await (0,git/* openRepository */.h_)(directory);
    const stateRoot = (0,external_node_path_.resolve)(directory, options.stateRoot ?? environment.stateRoot ?? (0,command_environment/* defaultStateRoot */.d)(repository.root));
    const manifest = await loadManifest({
        repositoryRoot: repository.root,
        path: options.manifest,
        hostOverrides: hosts === undefined ? {} : parseHostOverrides(hosts.origin, hosts.text),
        localWorkDir: environment.localWorkDir,
    });
    return { repository, manifest, stateRoot };
}


/***/ }),

/***/ 2005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ chooseLanes),
/* harmony export */   u: () => (/* binding */ chooseTargets)
/* harmony export */ });
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(631);

/**
 * The targets that words like `branch`, `nightly`, `all`, or ids of targets stand for.
 * @throws FailureError `target_unknown`
 */
function chooseTargets(manifest, words) {
    const [only] = words;
    if (words.length === 1 && only !== undefined) {
        if (only === 'all')
            return { mode: 'all', targets: manifest.targets };
        if (only === 'branch' || only === 'nightly' || only === 'manual') {
            return { mode: only, targets: manifest.targets.filter(({ trigger }) => trigger === only) };
        }
    }
    const chosen = new Set(words.map((word) => findTarget(manifest, word)));
    return { mode: 'named', targets: manifest.targets.filter((target) => chosen.has(target)) };
}
/**
 * A target by its id, and the lanes of it that are wanted. The id of a lane stands for that lane
 * alone, as the original's single-job targets did; where a name is both, the target wins.
 * @param laneIds narrows the target to these lanes; empty keeps them all
 * @throws FailureError `target_unknown` or `lane_unknown`
 */
function chooseLanes(manifest, name, laneIds) {
    const target = manifest.targets.find(({ id }) => id === name);
    if (target === undefined && laneIds.length === 0) {
        for (const candidate of manifest.targets) {
            const lane = candidate.lanes.find(({ id }) => id === name);
            if (lane !== undefined)
                return { target: candidate, lanes: [lane] };
        }
    }
    if (target === undefined)
        throw unknownTarget(manifest, name);
    if (laneIds.length === 0)
        return { target, lanes: target.lanes };
    const known = target.lanes.map(({ id }) => id);
    for (const lane of laneIds) {
        if (!known.includes(lane)) {
            throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ kind: 'lane_unknown', target: target.id, lane, known });
        }
    }
    return { target, lanes: target.lanes.filter(({ id }) => laneIds.includes(id)) };
}
function findTarget(manifest, id) {
    const target = manifest.targets.find((candidate) => candidate.id === id);
    if (target === undefined)
        throw unknownTarget(manifest, id);
    return target;
}
function unknownTarget(manifest, name) {
    const known = manifest.targets.map(({ id }) => id);
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO({ kind: 'target_unknown', name, known });
}


/***/ }),

/***/ 4581:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ compilePatterns)
/* harmony export */ });
/* unused harmony export globToRegExp */
function compilePatterns(patterns) {
    const compiled = patterns.map((pattern) => {
        const excludes = pattern.startsWith('!');
        return { pattern, excludes, regExp: globToRegExp(excludes ? pattern.slice(1) : pattern) };
    });
    // From the last: the first hit is the one that decides.
    compiled.reverse();
    return {
        match: (path) => {
            const hit = compiled.find(({ regExp }) => regExp.test(path));
            return hit === undefined || hit.excludes ? undefined : hit.pattern;
        },
    };
}
function globToRegExp(glob) {
    let source = '';
    for (let at = 0; at < glob.length;) {
        const [token = ''] = /^(?:\*\*\/|\*\*|\*|\?|[^*?]+)/.exec(glob.slice(at)) ?? [];
        source += tokenSource(token);
        at += token.length;
    }
    return new RegExp(`^${source}$`, 's');
}
function tokenSource(token) {
    switch (token) {
        case '**/':
            return '(?:.*/)?';
        case '**':
            return '.*';
        case '*':
            return '[^/]*';
        case '?':
            return '[^/]';
        default:
            return token.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    }
}


/***/ }),

/***/ 9448:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ decide),
  A: () => (/* binding */ planChange)
});

// EXTERNAL MODULE: ./build/plan/glob.js
var glob = __webpack_require__(4581);
;// CONCATENATED MODULE: ./build/plan/leg.js
/** Minutes a leg may take beyond its lane's own timeout: checkout, boot, collecting, removal. */
const legSlackMinutes = 5;
function legTimeoutMinutes(timeoutSecs) {
    return Math.ceil(timeoutSecs / 60) + legSlackMinutes;
}
/** How a lane is called where people read it. */
function laneTitle(target, lane) {
    return target.lanes.length === 1 && lane.id === target.id
        ? target.title
        : `${target.title} / ${lane.id}`;
}

;// CONCATENATED MODULE: ./build/plan/select.js


/**
 * Whether a change concerns a target. In doubt it does: a lane that runs needlessly costs minutes,
 * one that is skipped wrongly lets a broken change in.
 */
function decide(target, mode, manifestPath, change) {
    if (mode === 'nightly')
        return { kind: 'selected', reason: 'nightly runs select every lane' };
    if (mode === 'all')
        return { kind: 'selected', reason: 'all lanes were asked for' };
    if (change.kind === 'unknown')
        return { kind: 'selected', reason: change.why };
    if (change.paths.length === 0)
        return { kind: 'selected', reason: 'the change has no paths' };
    if (change.paths.includes(manifestPath)) {
        return { kind: 'selected', reason: `${manifestPath} changed` };
    }
    if (target.paths.length === 0)
        return { kind: 'selected', reason: 'the target has no path filter' };
    const patterns = (0,glob/* compilePatterns */.x)(target.paths);
    for (const path of change.paths) {
        const pattern = patterns.match(path);
        if (pattern !== undefined)
            return { kind: 'selected', reason: `\`${pattern}\` matches ${path}` };
    }
    return { kind: 'skipped', reason: 'no changed path matches' };
}
/** The plan for `targets` out of a manifest, in the manifest's order. */
function planChange(manifest, targets, mode, change) {
    const include = [];
    const skipped = [];
    const selectedTitles = [];
    for (const target of targets) {
        const decision = decide(target, mode, manifest.path, change);
        if (decision.kind === 'selected') {
            selectedTitles.push(target.title);
            include.push(...target.lanes.map((lane) => leg(target, lane, mode)));
        }
        else {
            const { reason } = decision;
            skipped.push(...target.lanes.map(({ id }) => ({ id, target: target.id, reason })));
        }
    }
    return {
        schema_version: 1,
        mode,
        manifest_path: manifest.path,
        base: change.base,
        head: change.head,
        changed_paths: change.kind === 'known' ? [...change.paths] : [],
        selected_count: include.length,
        selected_titles: selectedTitles,
        include,
        skipped,
        notes: notes(manifest, mode, change),
    };
}
function leg(target, lane, mode) {
    return {
        id: lane.id,
        target: target.id,
        title: laneTitle(target, lane),
        runner: lane.runner.kind,
        runs_on: lane.runsOn,
        timeout_minutes: legTimeoutMinutes(lane.timeoutSecs),
        concurrency_group: target.concurrencyGroup,
        mode,
    };
}
function notes(manifest, mode, change) {
    if (mode === 'nightly')
        return ['every lane is selected: nightly run'];
    if (mode === 'all')
        return ['every lane is selected: all were asked for'];
    if (change.kind === 'unknown')
        return [`every lane is selected: ${change.why}`];
    if (change.paths.length === 0)
        return ['every lane is selected: the change has no paths'];
    if (change.paths.includes(manifest.path))
        return [`every lane is selected: ${manifest.path} changed`];
    return [];
}


/***/ }),

/***/ 7438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   DM: () => (/* binding */ isDirty),
/* harmony export */   vl: () => (/* binding */ changedPaths)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5648);

/**
 * What `merge-base(base, head)..head` touches. Renames are taken apart, so that both names count;
 * names come with `-z`, so that they arrive as they are.
 */
async function changedPaths(repository, base, head, signal) {
    const headCommit = await commitOf(repository, head, signal);
    if (headCommit === undefined) {
        return { kind: 'unknown', base: null, head: null, why: `head ${head} is not in this checkout` };
    }
    if (base === undefined) {
        return {
            kind: 'unknown',
            base: null,
            head: headCommit,
            why: 'no base to compare with is known',
        };
    }
    const baseCommit = await commitOf(repository, base, signal);
    if (baseCommit === undefined) {
        const why = `base ${base} is not in this checkout (fetch more history: actions/checkout with fetch-depth: 0)`;
        return { kind: 'unknown', base: null, head: headCommit, why };
    }
    const mergeBase = await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(repository, ['merge-base', baseCommit, headCommit], signal);
    if (mergeBase === undefined) {
        const why = `${base} and ${head} have no common ancestor in this checkout`;
        return { kind: 'unknown', base: baseCommit, head: headCommit, why };
    }
    const range = [mergeBase.trim(), headCommit];
    const names = await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(repository, ['diff', '--no-renames', '--name-only', '-z', ...range, '--'], signal);
    return { kind: 'known', base: baseCommit, head: headCommit, paths: (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .splitNul */ .K5)(names) };
}
/** Full id of the commit that `revision` means here; nothing when there is none. */
async function commitOf(repository, revision, signal) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .tryGit */ .Ii)(repository, args, signal))?.trim();
}
/** Whether the work tree differs from its head, untracked files included. */
async function isDirty(repository, signal) {
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .git */ .$Y)(repository, ['status', '--porcelain', '-z'], signal)) !== '';
}


/***/ }),

/***/ 5648:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   Ii: () => (/* binding */ tryGit),
/* harmony export */   K5: () => (/* binding */ splitNul),
/* harmony export */   h_: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(631);


/** @throws FailureError `not_a_repository` */
async function openRepository(path, signal) {
    try {
        const root = await run(path, ['rev-parse', '--show-toplevel'], signal);
        return { root: root.replace(/\n$/, '') };
    }
    catch (error) {
        const detail = error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO && error.failure.kind === 'git_failed';
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ kind: 'not_a_repository', path, detail: detail ? detailOf(error) : String(error) }, { cause: error });
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
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO && error.failure.kind === 'git_failed')
            return undefined;
        throw error;
    }
}
/** Splits output of a `-z` option. */
function splitNul(text) {
    const parts = text.split('\0');
    if (parts.at(-1) === '')
        parts.pop();
    return parts;
}
function run(cwd, args, signal) {
    return new Promise((resolve, reject) => {
        const options = {
            cwd,
            signal,
            maxBuffer: 1024 * 1024 * 1024,
            // Messages we may have to show, in one language; and never a prompt for a password.
            env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' },
        };
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', args, options, (error, stdout, stderr) => {
            if (error === null)
                resolve(stdout);
            else if (signal?.aborted === true)
                reject(signal.reason);
            else {
                const command = ['git', ...args].join(' ');
                const detail = stderr.trim() === '' ? error.message : stderr.trim();
                reject(new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({ kind: 'git_failed', command, detail }, { cause: error }));
            }
        });
    });
}
function detailOf(error) {
    return error.failure.kind === 'git_failed' ? error.failure.detail : '';
}


/***/ })

};
;