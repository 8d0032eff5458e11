"use strict";
exports.id = 428;
exports.ids = [428,648];
exports.modules = {

/***/ 91428:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ openCheckout)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/manifest/read.js + 13 modules
var read = __webpack_require__(17377);
;// CONCATENATED MODULE: ./build/manifest/sources.js


/** As many links as Linux follows in one name. */
const mostLinks = 40;
/**
 * Every path of the repository whose change may change what is read from `path`: the file by its
 * plain name, each symbolic link on the way to it, and the file behind them.
 * @param root absolute path of the repository's top
 * @param path relative to `root`, or absolute
 * @returns paths relative to `root`, with `/`; none for a file outside of it
 */
async function sourcePaths(root, path) {
    const top = await real(root);
    const named = (0,external_node_path_.resolve)(root, path);
    const met = new Set([named, await real(named)]);
    await followLinks(named, met);
    const below = [...met].flatMap((absolute) => [
        ...(belowRoot(root, absolute) ?? []),
        ...(belowRoot(top, absolute) ?? []),
    ]);
    return [...new Set(below)].sort();
}
/** `path` as git names it, where it lies below `root`; else as it is. */
function nameInRepository(root, path) {
    return belowRoot(root, (0,external_node_path_.resolve)(root, path))?.[0] ?? path;
}
async function followLinks(path, met) {
    let current = path;
    for (let links = 0; links < mostLinks; links += 1) {
        const link = await firstLink(current);
        if (link === undefined)
            return;
        met.add(link.path);
        const rest = (0,external_node_path_.relative)(link.path, current);
        current = (0,external_node_path_.join)((0,external_node_path_.resolve)((0,external_node_path_.dirname)(link.path), link.target), rest);
        met.add(current);
    }
}
/** The outermost parent of `path`, or itself, that is a symbolic link. */
async function firstLink(path) {
    const parents = [path];
    for (let parent = (0,external_node_path_.dirname)(path); parent !== (0,external_node_path_.dirname)(parent); parent = (0,external_node_path_.dirname)(parent)) {
        parents.push(parent);
    }
    for (const parent of parents.reverse()) {
        const isLink = await (0,promises_.lstat)(parent).then((entry) => entry.isSymbolicLink(), () => false);
        if (isLink)
            return { path: parent, target: await (0,promises_.readlink)(parent) };
    }
    return undefined;
}
async function real(path) {
    return (0,promises_.realpath)(path).catch(() => path);
}
function belowRoot(root, absolute) {
    const name = (0,external_node_path_.relative)(root, absolute);
    const isBelow = name !== '' && name !== '..' && !name.startsWith(`..${external_node_path_.sep}`);
    return isBelow ? [name.split(external_node_path_.sep).join('/')] : undefined;
}

;// CONCATENATED MODULE: ./build/manifest/load.js





/**
 * Reads and resolves the manifest of a checkout.
 * @throws FailureError `manifest_missing` or `manifest_invalid`, the latter with all problems
 */
async function loadManifest(source) {
    const { repositoryRoot: root } = source;
    const candidates = source.path === undefined ? read/* defaultManifestPaths */.$z : [source.path];
    const { path, targets, hosts, isForge, warnings } = await (0,read/* readManifest */.WI)({
        ...source,
        candidates,
        patterns: 'checked',
        read: (path) => readIfThere((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(root, path)),
        nameOf: (path) => nameInRepository(root, path),
    });
    const found = [...candidates, ...(isForge ? read/* ownPaths */.Vw : [])];
    const sources = await Promise.all(found.map((it) => sourcePaths(root, it)));
    return { path, sources: [...new Set(sources.flat())], targets, hosts, warnings };
}
async function readIfThere(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        const { code = '', message } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        const hint = 'Name a file that can be read: --manifest, or input `manifest`.';
        const problem = `the manifest ${file} cannot be read: ${message}`;
        throw new failure/* FailureError */.pO({ cause: 'usage', problem, hint }, { cause: error });
    }
}

// EXTERNAL MODULE: ./build/repository/files.js
var files = __webpack_require__(36023);
// EXTERNAL MODULE: ./build/repository/git.js
var git = __webpack_require__(5648);
// EXTERNAL MODULE: ./build/repository/history.js
var repository_history = __webpack_require__(57580);
// EXTERNAL MODULE: ./build/core/backends.js + 15 modules
var backends = __webpack_require__(33016);
// EXTERNAL MODULE: ./build/core/environment.js
var core_environment = __webpack_require__(71406);
;// CONCATENATED MODULE: ./build/core/checkout.js








async function openCheckout(options) {
    const { directory, hosts, hostsOrigin, environment, runFetch = repository_history/* fetchQuietly */.iz } = options;
    const repository = await (0,git.openRepository)(directory);
    const stateRoot = (0,external_node_path_.resolve)(directory, options.stateRoot ?? environment.stateRoot ?? (0,core_environment/* defaultStateRoot */.d)(repository.root));
    if (stateRoot === (0,core_environment/* defaultStateRoot */.d)(repository.root))
        await refuseLink(repository, stateRoot);
    const manifest = await loadManifest({
        repositoryRoot: repository.root,
        path: options.manifest,
        hosts,
        hostsOrigin,
        backends: backends/* backends */.S,
        localWorkDir: environment.localWorkDir,
        workTreePaths: () => (0,files/* workTreePaths */.Ke)(repository),
    });
    return { repository, manifest, hosts, stateRoot, environment, runFetch };
}
/** Nobody named the state root, so whoever wrote the workspace must not say where it leads. */
async function refuseLink(repository, stateRoot) {
    const folder = (0,external_node_path_.basename)(stateRoot);
    const args = ['ls-files', '-z', '--stage', '--', folder, `${folder}/runs`];
    const entries = (0,git/* splitNul */.K5)(await (0,git/* git */.$Y)(repository, args));
    if (!entries.some((entry) => entry.startsWith('120000 ')))
        return;
    const detail = 'the repository tracks a symbolic link there; remove it, or name another state root';
    throw new failure/* FailureError */.pO({ cause: 'state_root_unusable', path: stateRoot, detail });
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

/***/ 39467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ schemasWith)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/model/setting-texts.js
var setting_texts = __webpack_require__(65328);
// EXTERNAL MODULE: ./build/model/image-reference.js
var image_reference = __webpack_require__(59672);
// EXTERNAL MODULE: ./build/model/target.js
var target = __webpack_require__(87512);
;// CONCATENATED MODULE: ./build/manifest/variable-names.js

const variableName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'use letters, digits and `_`');
/**
 * Variables that mean something to GitHub's runner, to pikaci, to shells, or to how programs start. Whoever
 * writes the manifest may not be who set them, and did not set them for a lane to have.
 */
const reserved = [
    /^(?:GITHUB|ACTIONS|RUNNER|INPUT|STATE|PIKACI|SSH|LD|DYLD|GLIBC|MALLOC|LC|XDG)_/,
    /^(?:CI|PATH|HOME|USER|LOGNAME|SHELL|TERM|LANG|LANGUAGE|TZ|TMPDIR|PWD|OLDPWD|SHLVL)$/,
    /^(?:BASH\w*|ENV|IFS|CDPATH|SHELLOPTS|POSIXLY_CORRECT|GLOBIGNORE|EXECIGNORE|FIGNORE)$/,
    /^(?:PS[0-4]|UID|EUID|PPID|GROUPS|DIRSTACK|FUNCNAME|PIPESTATUS|PROMPT_COMMAND|TMOUT|_)$/,
    /^(?:RANDOM|SRANDOM|SECONDS|EPOCHSECONDS|EPOCHREALTIME|LINENO|OPT(?:ARG|IND|ERR)|REPLY)$/,
    /^(?:HIST\w+|HOST(?:NAME|TYPE|FILE)|OSTYPE|MACHTYPE|COMP_\w+|COMPREPLY|COPROC|MAPFILE)$/,
    /^(?:NODE_OPTIONS|SSL_CERT_(?:FILE|DIR)|CARGO_(?:HOME|TARGET_DIR|INCREMENTAL|TERM_COLOR))$/,
];
const secretName = variableName.refine((name) => !reserved.some((pattern) => pattern.test(name)), 'is a name that GitHub, pikaci, shells or programs use for themselves; give the secret a name of its own');

;// CONCATENATED MODULE: ./build/manifest/manifest-schema.js





/** The text of `pikaci.toml` as zod schemas. Unknown keys are errors: a typo must not be silent. */
const id = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'use letters, digits, `.`, `_` and `-`');
const absolutePath = schemas/* string */.YjP()
    .regex(/^\/[^\0]*$/, 'must be an absolute path')
    .refine((path) => !path.split('/').includes('..'), 'must not contain `..`');
const workDir = schemas/* string */.YjP()
    .regex(/^(~?\/)[^/]/, 'must be an absolute path, or begin with `~/`')
    .regex(/^[^\0-\x1f\x7f-\x9f\u2028\u2029]*$/, 'must not contain control characters')
    .refine((path) => !/(^|\/)\.\.?(\/|$)/.test(path), 'must not contain `.` or `..`');
const cargo = schemas/* strictObject */.rej({
    package: setting_texts/* wordText */.en,
    test: setting_texts/* wordText */.en.optional(),
    filter: setting_texts/* wordText */.en.optional(),
    lib: schemas/* boolean */.zMY().optional(),
})
    .refine((value) => [value.test, value.filter, value.lib].filter((kind) => kind !== undefined).length <= 1, 'give at most one of `test`, `filter` and `lib`');
/** Keys of a lane that `[defaults]` and targets may give a default for. */
const laneDefaults = {
    runner: schemas/* string */.YjP().optional(),
    host: id.optional(),
    staged: id.optional(),
    image: setting_texts/* wordText */.en
        .refine((text) => (0,image_reference/* readImageReference */.bc)(text) !== undefined, 'is no reference of an image: write it as in `docker.io/library/node:24`, or with `@sha256:…`')
        .optional(),
    pull: schemas/* enum */.k5n(target/* pullPolicies */.SW).optional(),
    network: schemas/* enum */.k5n(target/* networks */.o8).optional(),
    shell: setting_texts/* wordText */.en.optional(),
    workdir: setting_texts/* wordText */.en
        .refine((path) => !path.startsWith('/'), 'must be relative to the workspace')
        .refine((path) => !path.split('/').includes('..'), 'must not contain `..`')
        .optional(),
    timeout_secs: setting_texts/* secondsText */.Hd.optional(),
    vcpu: setting_texts/* guestSizes */.VF.vcpu.optional(),
    mem_mib: setting_texts/* guestSizes */.VF.memMib.optional(),
    disk_gib: setting_texts/* guestSizes */.VF.diskGib.optional(),
    log_mib: schemas/* int */.Whr().min(1).optional(),
    artifacts_mib: schemas/* int */.Whr().min(1).optional(),
    writable_workspace: schemas/* boolean */.zMY().optional(),
    run_as_root: schemas/* boolean */.zMY().optional(),
    env: schemas/* record */.g1P(variableName, schemas/* string */.YjP()).optional(),
    secrets: schemas/* array */.YOg(secretName).optional(),
    git: schemas/* boolean */.zMY().optional(),
    artifacts: schemas/* array */.YOg(setting_texts/* wordText */.en).optional(),
    retries_on_infrastructure: schemas/* int */.Whr().min(0).max(3).optional(),
    runs_on: setting_texts/* wordText */.en.optional(),
};
const lane = schemas/* strictObject */.rej({
    id,
    description: schemas/* string */.YjP().optional(),
    command: schemas/* union */.KCZ([setting_texts/* wordText */.en, schemas/* array */.YOg(schemas/* string */.YjP()).nonempty('is empty: write a shell line or an array of words')], {
        error: 'must be a shell line or an array of words, and not empty',
    })
        .optional(),
    cargo: cargo.optional(),
    ...laneDefaults,
});
const manifest_schema_target = schemas/* strictObject */.rej({
    title: setting_texts/* wordText */.en.optional(),
    description: schemas/* string */.YjP().optional(),
    trigger: schemas/* enum */.k5n(target/* triggers */.G).optional(),
    paths: schemas/* array */.YOg(setting_texts/* wordText */.en).optional(),
    snapshot: schemas/* strictObject */.rej({ exclude: schemas/* array */.YOg(setting_texts/* wordText */.en).optional() }).optional(),
    concurrency_group: setting_texts/* wordText */.en.optional(),
    fail_fast: schemas/* boolean */.zMY().optional(),
    lanes: schemas/* array */.YOg(lane).nonempty('a target needs at least one lane'),
    ...laneDefaults,
});
const staged = schemas/* strictObject */.rej({
    node_prefix: id.optional(),
    outputs: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: id,
        installable: setting_texts/* installableText */.fC,
        needs: schemas/* array */.YOg(id).optional(),
        mount: absolutePath.optional(),
    }))
        .nonempty('needs at least one output'),
});
const hostKeys = {
    kind: schemas/* enum */.k5n(['linux', 'mac']).optional(),
    address: schemas/* union */.KCZ([setting_texts/* wordText */.en, schemas/* array */.YOg(setting_texts/* wordText */.en).nonempty('is empty: write an address or a list of them')], {
        error: 'must be an address or a list of them, and not empty',
    })
        .optional(),
    work_dir: workDir.optional(),
    backend: schemas/* enum */.k5n(target/* backendChoices */.Dx).optional(),
    max_guests: schemas/* int */.Whr().min(1).optional(),
    max_vcpu: setting_texts/* guestSizes */.VF.vcpu.optional(),
    max_mem_mib: setting_texts/* guestSizes */.VF.memMib.optional(),
    max_disk_gib: setting_texts/* guestSizes */.VF.diskGib.optional(),
    allow: schemas/* array */.YOg(schemas/* enum */.k5n(target/* permissions */.P)).optional(),
};
/** @param backends whose settings hosts may have */
function schemasWith(backends) {
    const ofBackends = backends.flatMap(({ name, settings }) => settings === undefined ? [] : [[name, settings.optional()]]);
    const host = schemas/* strictObject */.rej({ ...hostKeys, ...Object.fromEntries(ofBackends) });
    const hosts = schemas/* record */.g1P(id, host);
    const manifest = schemas/* strictObject */.rej({
        version: schemas/* literal */.euz(1),
        defaults: schemas/* strictObject */.rej(laneDefaults).optional(),
        hosts: hosts.optional(),
        staged: schemas/* record */.g1P(id, staged).optional(),
        targets: schemas/* record */.g1P(id, manifest_schema_target),
    });
    return { hosts, manifest };
}


/***/ }),

/***/ 17377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $z: () => (/* binding */ defaultManifestPaths),
  Vw: () => (/* binding */ ownPaths),
  WI: () => (/* binding */ readManifest)
});

// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/manifest/finding.js
/** `targets.demo.lanes[0].command`, names quoted where TOML would want that. */
function keyText(path) {
    return path
        .map((part, index) => {
        if (typeof part === 'number')
            return `[${part}]`;
        const name = /^[A-Za-z0-9_-]+$/.test(part) ? part : JSON.stringify(part);
        return index === 0 ? name : `.${name}`;
    })
        .join('');
}
function valueAt(document, path) {
    let at = document;
    for (const part of path) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part))
            return undefined;
        at = at[part];
    }
    return at;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./build/model/nearest.js
var nearest = __webpack_require__(5059);
;// CONCATENATED MODULE: ./build/manifest/meant.js

/** What to do about an unknown name: the known one that is meant, or else `otherwise`. */
function meant(name, known, otherwise) {
    const near = (0,nearest/* nearest */.p)(name, known);
    return near === undefined ? otherwise : `did you mean \`${near}\`?`;
}

;// CONCATENATED MODULE: ./build/manifest/problems.js



/** A schema's complaints as findings: each with its key, the value seen, and the name meant. */
function findingsOf(schema, issues, document) {
    const shape = json_schema_processors/* toJSONSchema */.bl(schema, { io: 'input', unrepresentable: 'any' });
    return issues.flatMap((issue) => {
        const path = pathOf(issue);
        if (issue.code !== 'unrecognized_keys') {
            const value = valueAt(document, path);
            const at = value === undefined || issue.code === 'invalid_key' ? 'key' : 'value';
            return [{ path, at, problem: wording(issue, value) }];
        }
        const known = Object.keys(schemaAt(shape, path)?.properties ?? {});
        return issue.keys.map((name) => ({
            path: [...path, name],
            at: 'key',
            problem: `unknown key; ${meant(name, known, `known: ${known.join(', ')}`)}`,
        }));
    });
}
function pathOf({ path }) {
    return path.map((part) => (typeof part === 'number' ? part : String(part)));
}
function schemaAt(schema, path) {
    let at = schema;
    for (const part of path) {
        if (typeof part === 'number')
            at = at?.items;
        else {
            const rest = at?.additionalProperties;
            const properties = at?.properties ?? {};
            at = Object.hasOwn(properties, part)
                ? properties[part]
                : typeof rest === 'object'
                    ? rest
                    : undefined;
        }
    }
    return at;
}
function wording(issue, value) {
    if (value === undefined)
        return 'is missing';
    const seen = `, not ${shown(value)}`;
    switch (issue.code) {
        case 'invalid_type':
            return `must be ${kindOf(issue.expected)}${seen}`;
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
function kindOf(type) {
    const words = new Map([
        ['int', 'a whole number'],
        ['array', 'an array'],
        ['object', 'a table'],
        ['record', 'a table'],
        ['boolean', 'true or false'],
    ]);
    return words.get(type) ?? `a ${type}`;
}
const longestShown = 120;
function shown(value) {
    const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
    return text.length <= longestShown ? text : `${text.slice(0, longestShown)}…`;
}

;// CONCATENATED MODULE: ./build/manifest/check.js


/** One round tells what is wrong on the outside, the next what that has hidden. */
const mostRounds = 10;
/** Checks a document, and goes on behind what is wrong with it. */
function check(schema, document) {
    const repaired = structuredClone(document);
    const standIns = new Map();
    const findings = [...forbiddenKeys(repaired)];
    for (let round = 0; round < mostRounds; round += 1) {
        const { success, data, error } = schema.safeParse(repaired);
        if (success)
            return { value: data, findings, standIns };
        const found = findingsOf(schema, error.issues, repaired);
        findings.push(...found.map((it) => asWritten(it, standIns)));
        for (const issue of error.issues)
            repair(repaired, issue, standIns);
    }
    return { value: undefined, findings, standIns };
}
/** A name that schemas pass over in silence, and JavaScript does not. */
const forbidden = '__proto__';
/** Tells of each such key, and takes it away. */
function* forbiddenKeys(value, path = []) {
    if (typeof value !== 'object' || value === null)
        return;
    if (!Array.isArray(value) && Object.hasOwn(value, forbidden)) {
        yield { path: [...path, forbidden], at: 'key', problem: 'is no valid name' };
        Reflect.deleteProperty(value, forbidden);
    }
    for (const [key, entry] of Object.entries(value)) {
        yield* forbiddenKeys(entry, [...path, Array.isArray(value) ? Number(key) : key]);
    }
}
/** A finding about what the author wrote. */
function asWritten({ path, at, problem }, standIns) {
    let words = problem;
    for (const [name, written] of standIns)
        words = words.replaceAll(name, () => written);
    const real = path.map((part) => (typeof part === 'number' ? part : (standIns.get(part) ?? part)));
    return { path: real, at, problem: words };
}
function repair(document, issue, standIns) {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys') {
        const holder = valueAt(document, path);
        for (const key of issue.keys)
            if (holder !== undefined)
                Reflect.deleteProperty(holder, key);
    }
    else if (issue.code === 'invalid_key' && path.at(-2) !== 'env') {
        const holder = valueAt(document, path.slice(0, -1));
        const name = String(path.at(-1));
        holder[nameFor(name, standIns)] = valueAt(document, path);
        Reflect.deleteProperty(holder, name);
    }
    else {
        replace(document, path, standIns);
    }
}
function replace(document, path, standIns) {
    const [key, ...outer] = [...path].reverse();
    const holder = valueAt(document, outer.reverse());
    // What encloses it has been replaced already.
    if (key === undefined || typeof holder !== 'object' || holder === null)
        return;
    const container = holder;
    const other = standInFor(path, container[key], standIns);
    if (other !== undefined)
        container[key] = other.value;
    else if (Array.isArray(holder))
        replace(document, path.slice(0, -1), standIns);
    else
        Reflect.deleteProperty(container, key);
}
/** What keeps the rest meaningful; nothing for what may as well be absent. */
function standInFor(path, written, standIns) {
    const [last, before] = [path.at(-1), path.at(-2)];
    const name = () => {
        const number = path.findLast((part) => typeof part === 'number') ?? 0;
        return nameFor(typeof written === 'string' ? written : `#${number + 1}`, standIns);
    };
    const lane = () => ({ id: name(), command: 'true', runner: 'host_local' });
    const output = () => ({ name: name(), installable: 'none' });
    if (path.length === 1 && last === 'version')
        return { value: 1 };
    if (path.length === 1 && last === 'targets')
        return { value: {} };
    if (path.length === 2 && before === 'targets')
        return { value: { lanes: [lane()] } };
    if (path.length === 2 && before === 'staged')
        return { value: { outputs: [output()] } };
    if (path.length === 2 && before === 'hosts')
        return { value: {} };
    switch (last) {
        case 'lanes':
            return { value: [lane()] };
        case 'outputs':
            return { value: [output()] };
        case 'id':
        case 'name':
            return { value: name() };
        case 'installable':
            return { value: 'none' };
        case 'command':
            return { value: 'true' };
        case 'cargo':
            return { value: { package: 'none' } };
        case 'package':
            return before === 'cargo' ? { value: 'none' } : undefined;
        case 'runner':
            return { value: 'host_local' };
        case 'host':
            return { value: 'local' };
        default:
            if (typeof last !== 'number')
                return undefined;
            if (before === 'lanes')
                return { value: lane() };
            if (before === 'outputs')
                return { value: output() };
            if (before === 'paths' || before === 'exclude')
                return { value: '**' };
            return undefined;
    }
}
function nameFor(written, standIns) {
    const name = `0-stands-in-${standIns.size + 1}-0`;
    standIns.set(name, written);
    return name;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/manifest/lane-defaults.js
/** What a lane is where nobody says otherwise, whichever manifest declares it. */
const laneDefaults = {
    description: '',
    pull: 'always',
    shell: undefined,
    workdir: undefined,
    timeoutSecs: 1800,
    vcpu: undefined,
    memMib: undefined,
    diskGib: undefined,
    logMib: 256,
    artifactsMib: 2048,
    writableWorkspace: false,
    runAsRoot: false,
    env: {},
    secrets: [],
    git: false,
    artifacts: [],
    retriesOnInfrastructure: 1,
    runsOn: 'ubuntu-latest',
};

;// CONCATENATED MODULE: ./build/manifest/pattern-findings.js
/** What is wrong with lists of path patterns: what no path can match. */
function patternFindings({ targets, defaults }) {
    return [
        ...eachFinding(['defaults', 'artifacts'], defaults?.artifacts ?? [], 'artifacts'),
        ...Object.entries(targets).flatMap(([id, { paths = [], snapshot, artifacts = [], lanes }]) => {
            const path = ['targets', id];
            return [
                ...listFindings([...path, 'paths'], paths),
                ...eachFinding([...path, 'snapshot', 'exclude'], snapshot?.exclude ?? [], 'workspace'),
                ...eachFinding([...path, 'artifacts'], artifacts, 'artifacts'),
                ...lanes.flatMap((lane, index) => eachFinding([...path, 'lanes', index, 'artifacts'], lane.artifacts ?? [], 'artifacts')),
            ];
        }),
    ];
}
/** Of a list that selects. */
function listFindings(path, patterns) {
    const findings = eachFinding(path, patterns, 'workspace');
    if (patterns.length === 0 || !patterns.every((it) => it.startsWith('!')))
        return findings;
    const problem = 'only excludes, and so matches nothing; put what it is to match in front, as `**`';
    return [...findings, { path, at: 'value', problem }];
}
function eachFinding(path, patterns, subject) {
    return patterns.flatMap((pattern, index) => {
        const wrong = badForm(pattern, subject) ?? (subject === 'workspace' ? foreignMark(pattern) : undefined);
        return wrong === undefined ? [] : [{ path: [...path, index], at: 'value', ...wrong }];
    });
}
/** Why a pattern can match no path, and what to write. */
function badForm(pattern, subject) {
    const { mark, body } = split(pattern);
    const wrong = (problem, other = '') => ({
        problem: other === '' ? problem : `${problem}; write \`${mark}${other}\``,
    });
    const segments = body.split('/');
    if (body === '')
        return wrong('is an empty pattern');
    if (body.trim() !== body)
        return wrong('begins or ends with a blank', body.trim());
    if (/\p{Cc}/u.test(body))
        return wrong('holds a control character');
    if (body.startsWith('!') && !body.startsWith('!(')) {
        return wrong('begins with `!` twice', body.replace(/^!+/, ''));
    }
    if (body.includes('\\')) {
        return wrong('has a backslash, and paths have `/`', body.replaceAll('\\', '/'));
    }
    if (body.startsWith('/')) {
        return wrong('begins with `/`, and no path does', body.replace(subject === 'artifacts' ? /^\/+(?:artifacts\/+)?/ : /^\/+/, ''));
    }
    if (segments.includes('..'))
        return wrong('has `..` in it, and no path does');
    if (segments.includes('.')) {
        const without = segments.filter((it) => it !== '.').join('/');
        return wrong('has `.` for a folder, and no path does', without === '' ? '**' : without);
    }
    if (body.endsWith('/')) {
        return wrong('ends with `/`, and only files have paths', `${body.replace(/\/+$/, '')}/**`);
    }
    if (segments.includes(''))
        return wrong('has `//`, and no path does', body.replace(/\/{2,}/g, '/'));
    return undefined;
}
/** What other languages of patterns have and this one takes by the letter. */
function foreignMark(pattern) {
    const { mark, body } = split(pattern);
    const [group] = /^\([^()]*\)|[@+?*!]\([^()]*\)/.exec(mark + body) ?? [];
    if (group !== undefined && (mark === '' || !group.startsWith('('))) {
        const problem = `\`${group}\` is taken by the letter; write each name out, and exclude by a pattern of its own with \`!\` in front`;
        return { problem, unless: group };
    }
    const [braces] = /\{[^{}]*(?:,|\.\.)[^{}]*\}/.exec(body) ?? [];
    if (braces !== undefined) {
        const each = expanded(body).map((it) => `\`${mark}${it}\``);
        const problem = `\`${braces}\` is taken by the letter; write a pattern for each, as ${each.join(', ')}`;
        return { problem, unless: braces };
    }
    const [brackets] = /\[[^\]/]+\]/.exec(body) ?? [];
    if (brackets !== undefined) {
        const problem = `\`${brackets}\` is taken by the letter; write a pattern for each, or \`?\` for any one character`;
        return { problem, unless: brackets };
    }
    return undefined;
}
function split(pattern) {
    return pattern.startsWith('!')
        ? { mark: '!', body: pattern.slice(1) }
        : { mark: '', body: pattern };
}
const mostExpanded = 8;
/** `{a,b}` as patterns of their own, as far as that is short enough to be read. */
function expanded(pattern) {
    const [whole, before = '', inner = '', after = ''] = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(pattern) ?? [];
    if (whole === undefined || !inner.includes(','))
        return [pattern];
    const all = inner.split(',').flatMap((word) => expanded(`${before}${word}${after}`));
    return all.slice(0, mostExpanded);
}

;// CONCATENATED MODULE: ./build/manifest/forge-lanes.js



/**
 * The original's `ci/forge-lanes.toml`, read as it is: keys that we do not know are its own
 * affair and are passed over.
 */
const forgeLane = schemas/* object */.Ikc({
    id: schemas/* string */.YjP()
        .min(1, 'must not be empty')
        .max(200, 'must have 200 characters at most')
        .regex(/^\P{Cc}*$/u, 'must not hold control characters'),
    title: schemas/* string */.YjP().optional(),
    entrypoint: schemas/* string */.YjP().optional(),
    command: schemas/* array */.YOg(schemas/* string */.YjP()).nonempty('must not be empty').optional(),
    staged_linux_target: schemas/* string */.YjP().min(1, 'must not be empty').optional(),
    concurrency_group: schemas/* string */.YjP().optional(),
    paths: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const forgeLanesSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(1),
    nightly_schedule_utc: schemas/* string */.YjP().optional(),
    branch: schemas/* object */.Ikc({ lanes: schemas/* array */.YOg(forgeLane).optional() }).optional(),
    nightly: schemas/* object */.Ikc({ lanes: schemas/* array */.YOg(forgeLane).optional() }).optional(),
});
/** What the schema cannot tell. */
function forgeFindings(text) {
    const seen = new Set();
    return ['branch', 'nightly'].flatMap((trigger) => (text[trigger]?.lanes ?? []).flatMap(({ id, paths }, index) => {
        const path = [trigger, 'lanes', index];
        const isTwice = seen.has(id);
        seen.add(id);
        return [
            ...(isTwice
                ? [
                    {
                        path: [...path, 'id'],
                        at: 'value',
                        problem: `lane \`${id}\` is declared twice`,
                    },
                ]
                : []),
            ...listFindings([...path, 'paths'], paths ?? []),
        ];
    }));
}
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

// EXTERNAL MODULE: ./build/manifest/resolve-host.js
var resolve_host = __webpack_require__(24220);
// EXTERNAL MODULE: ./build/manifest/manifest-schema.js + 1 modules
var manifest_schema = __webpack_require__(39467);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./node_modules/toml-eslint-parser/lib/index.mjs + 3 modules
var lib = __webpack_require__(9605);
;// CONCATENATED MODULE: ./build/manifest/source-span.js

/**
 * Finds where in a TOML text a finding is: at the key or the value that it is about, or at the
 * nearest enclosing key that does stand there.
 */
function placeFinder(text) {
    const placed = [...keys((0,lib/* parseTOML */.MD)(text).body[0])];
    return (finding) => placeOf(text, placed, finding);
}
function placeOf(text, placed, { path: wanted, at }) {
    let best;
    for (const entry of placed) {
        // `[target.t]` also declares `target`, which has no line of its own.
        const depth = Math.min(entry.path.length, wanted.length);
        const matches = entry.path.slice(0, depth).every((part, index) => part === wanted[index]);
        if (matches && depth > (best?.depth ?? 0))
            best = { depth, entry };
    }
    if (best === undefined)
        return undefined;
    const { entry, depth } = best;
    const isIt = depth === wanted.length && entry.path.length === wanted.length;
    const node = at === 'value' && isIt ? (entry.value ?? entry.key) : entry.key;
    const { start, end } = node.loc;
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
            yield { path: entry.resolvedKey, key: entry.key, value: undefined };
            for (const inner of entry.body)
                yield* keyValue(entry.resolvedKey, inner);
        }
    }
}
function* keyValue(prefix, entry) {
    const names = entry.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
    const path = [...prefix, ...names];
    yield { path, key: entry.key, value: entry.value };
    yield* value(path, entry.value);
}
function* value(path, node) {
    if (node.type === 'TOMLInlineTable') {
        for (const entry of node.body)
            yield* keyValue(path, entry);
    }
    else if (node.type === 'TOMLArray') {
        for (const [index, element] of node.elements.entries()) {
            yield { path: [...path, index], key: element, value: element };
            yield* value([...path, index], element);
        }
    }
}

;// CONCATENATED MODULE: ./build/manifest/source-text.js



/** Line ends are those of the author's editor: none of them may get into a command. */
function normalised(text) {
    return text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
}
function parseToml(text) {
    try {
        return { kind: 'document', document: (0,dist/* parse */.qg)(text) };
    }
    catch (error) {
        if (!(error instanceof dist/* TomlError */.zx))
            throw error;
        // The library's message is "Invalid TOML document: <reason>\n\n<excerpt>".
        const [reason = ''] = error.message.split('\n');
        const problem = reason.replace(/^Invalid TOML document: /, 'not TOML: ');
        const place = placeAt(text, error.line, error.column);
        return { kind: 'unreadable', problem: { key: '', problem, place } };
    }
}
function parseJson(text) {
    try {
        return { kind: 'document', document: JSON.parse(text) };
    }
    catch (error) {
        const problem = `not JSON: ${error.message}`;
        return { kind: 'unreadable', problem: { key: '', problem } };
    }
}
function isJson(text) {
    return text.trimStart().startsWith('{');
}
/** Findings as problems of their source, each once and in the order of its lines. */
function placed({ text }, findings) {
    const placeOf = isJson(text) ? undefined : placeFinder(text);
    const problems = new Map();
    for (const finding of findings) {
        const key = keyText(finding.path);
        const place = placeOf?.(finding);
        const problem = { key, problem: finding.problem, ...(place !== undefined && { place }) };
        problems.set(JSON.stringify([key, finding.problem]), problem);
    }
    return [...problems.values()].sort(({ place: a }, { place: b }) => (a?.line ?? Infinity) - (b?.line ?? Infinity) ||
        (a?.column ?? Infinity) - (b?.column ?? Infinity) ||
        0);
}

;// CONCATENATED MODULE: ./build/manifest/given-hosts.js





function readGivenHosts(given, backends) {
    if (given === undefined)
        return { hosts: new Map(), invalid: undefined };
    const text = normalised(given.text);
    const source = { what: 'host settings', file: given.origin };
    const parsed = isJson(text) ? parseJson(text) : parseToml(text);
    if (parsed.kind === 'unreadable') {
        return { hosts: new Map(), invalid: { ...source, problems: [parsed.problem] } };
    }
    const wrapped = [...wrappedHosts(parsed.document, backends)];
    if (wrapped.length > 0) {
        return {
            hosts: new Map(),
            invalid: { ...source, problems: placed({ ...source, text }, wrapped) },
        };
    }
    const { value = {}, findings, standIns } = check((0,manifest_schema/* schemasWith */.n)(backends).hosts, parsed.document);
    const hosts = new Map(Object.entries(value));
    const wrong = [...(0,resolve_host/* addressFindings */.Xd)(hosts, [])].map((it) => asWritten(it, standIns));
    const all = [...findings, ...wrong];
    if (all.length === 0)
        return { hosts, invalid: undefined };
    return { hosts, invalid: { ...source, problems: placed({ ...source, text }, all) } };
}
/** `[hosts.builder]`, as a manifest has it, in the place of `[builder]`. */
function* wrappedHosts({ hosts }, backends) {
    if (typeof hosts !== 'object' || hosts === null)
        return;
    const own = ['address', 'allow', ...backends.map(({ name }) => name)];
    for (const [name, settings] of Object.entries(hosts)) {
        // A host called `hosts` has keys of one, and what is a table in it says so.
        if (typeof settings !== 'object' || own.includes(name))
            continue;
        const problem = `write [${name}]: hosts stand here by their names alone`;
        yield { path: ['hosts', name], at: 'key', problem };
    }
}

// EXTERNAL MODULE: ./build/model/image-reference.js
var image_reference = __webpack_require__(59672);
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

;// CONCATENATED MODULE: ./build/manifest/resolve-staged.js
function resolveStagedSets(texts, report) {
    const nodes = new Map();
    const sets = Object.entries(texts).map(([name, text]) => {
        for (const finding of outputFindings(['staged', name, 'outputs'], text))
            report(finding);
        for (const [index, output] of text.outputs.entries()) {
            // As the plan calls it: what it calls alike is built once.
            const node = `${text.node_prefix ?? name}-${output.name}`;
            const other = nodes.get(node) ?? { set: name, installable: output.installable };
            nodes.set(node, other);
            if (other.set === name || other.installable === output.installable)
                continue;
            const problem = `would be called \`prepare-${node}\`, as is \`${other.installable}\` of \`${other.set}\`; give one of the sets another node_prefix`;
            report({ path: ['staged', name, 'outputs', index, 'name'], at: 'value', problem });
        }
        return [name, stagedSet(name, text)];
    });
    return new Map(sets);
}
function stagedSet(name, { node_prefix, outputs }) {
    return {
        name,
        nodePrefix: node_prefix ?? name,
        outputs: outputs.map((output) => ({
            name: output.name,
            installable: output.installable,
            needs: output.needs ?? [],
            mount: output.mount ?? `/staged/linux-rust/${output.name}`,
        })),
    };
}
function* outputFindings(path, { outputs }) {
    const names = outputs.map(({ name }) => name);
    for (const [index, { name, needs = [] }] of outputs.entries()) {
        const before = names.slice(0, index);
        if (before.includes(name)) {
            const problem = `output \`${name}\` is declared twice`;
            yield { path: [...path, index, 'name'], at: 'value', problem };
        }
        for (const [place, need] of needs.entries()) {
            // Only earlier outputs may be needed: the order in the file is an order of building.
            if (before.includes(need))
                continue;
            const problem = `\`${need}\` is no output before \`${name}\`${names.includes(need) ? '' : ', nor after it'}`;
            yield { path: [...path, index, 'needs', place], at: 'value', problem };
        }
    }
}

;// CONCATENATED MODULE: ./build/manifest/resolve.js





/** Turns checked text into targets: defaults applied, references followed, all problems kept. */
function resolveManifest(text, hosts) {
    const findings = [];
    const staged = resolveStagedSets(text.staged ?? {}, (finding) => findings.push(finding));
    const scope = {
        text,
        hosts,
        staged,
        report: (path, problem, at = 'value') => findings.push({ path, at, problem }),
    };
    const targets = Object.entries(text.targets).map(([id, target]) => resolveTarget(scope, id, target));
    return { targets, findings };
}
function resolveTarget(scope, id, text) {
    const path = ['targets', id];
    const seen = new Set();
    const lanes = text.lanes.flatMap((laneText, index) => {
        const lanePath = [...path, 'lanes', index];
        if (seen.has(laneText.id))
            scope.report([...lanePath, 'id'], `lane \`${laneText.id}\` is declared twice`);
        seen.add(laneText.id);
        return resolveLane(scope, lanePath, id, text, laneText) ?? [];
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
function resolveLane(scope, path, targetId, target, lane) {
    const defaults = {
        ...scope.text.defaults,
        ...withoutUndefined(target),
        ...withoutUndefined(lane),
    };
    const env = { ...scope.text.defaults?.env, ...target.env, ...lane.env };
    const from = (name) => lane[name] !== undefined
        ? { depth: 2, path: [...path, name] }
        : target[name] !== undefined
            ? { depth: 1, path: ['targets', targetId, name] }
            : scope.text.defaults?.[name] !== undefined
                ? { depth: 0, path: ['defaults', name] }
                : { depth: -1, path };
    const secrets = resolveSecrets(scope, from('secrets'), defaults.secrets, env);
    const runner = resolveRunner(scope, from, lane.id, defaults);
    const command = resolveCommand(scope, path, lane);
    if (runner === undefined || command === undefined)
        return undefined;
    return {
        id: lane.id,
        description: lane.description ?? laneDefaults.description,
        runner,
        command,
        shell: defaults.shell ?? laneDefaults.shell,
        workdir: defaults.workdir ?? laneDefaults.workdir,
        timeoutSecs: defaults.timeout_secs ?? laneDefaults.timeoutSecs,
        vcpu: defaults.vcpu ?? laneDefaults.vcpu,
        memMib: defaults.mem_mib ?? laneDefaults.memMib,
        diskGib: defaults.disk_gib ?? laneDefaults.diskGib,
        logMib: defaults.log_mib ?? laneDefaults.logMib,
        artifactsMib: defaults.artifacts_mib ?? laneDefaults.artifactsMib,
        writableWorkspace: defaults.writable_workspace ?? laneDefaults.writableWorkspace,
        runAsRoot: defaults.run_as_root ?? laneDefaults.runAsRoot,
        env,
        secrets,
        git: defaults.git ?? laneDefaults.git,
        artifacts: defaults.artifacts ?? laneDefaults.artifacts,
        retriesOnInfrastructure: defaults.retries_on_infrastructure ?? laneDefaults.retriesOnInfrastructure,
        runsOn: defaults.runs_on ?? laneDefaults.runsOn,
    };
}
/** Of one variable only one of them can be what the lane gets. */
function resolveSecrets(scope, { path }, secrets = laneDefaults.secrets, env) {
    for (const [index, name] of secrets.entries()) {
        if (!Object.hasOwn(env, name))
            continue;
        scope.report([...path, index], `\`${name}\` stands in the lane’s \`env\`, too; drop one of them`);
    }
    return [...new Set(secrets)];
}
const runnerKinds = ['host_local', 'remote_linux_vm', 'tart_local'];
function resolveRunner(scope, from, laneId, text) {
    const kind = text.runner ?? (text.staged === undefined ? undefined : 'remote_linux_vm');
    // What was chosen for another runner, further out, says nothing of this one.
    const isOwn = (name) => from(name).depth >= from('runner').depth;
    switch (kind) {
        case undefined:
            scope.report(from('runner').path, `lane \`${laneId}\` names no runner; ${runnersThereAre}`);
            return undefined;
        case 'vfkit_local':
            scope.report(from('runner').path, `lane \`${laneId}\` no longer maps to the removed vfkit runner; ${runnersThereAre}`);
            return undefined;
        case 'host_local':
        case 'tart_local': {
            if (text.staged !== undefined && isOwn('staged')) {
                scope.report(from('staged').path, 'staged outputs are mounted in Linux VMs only');
            }
            for (const key of ['image', 'pull', 'network']) {
                if (text[key] === undefined || !isOwn(key))
                    continue;
                scope.report(from(key).path, `only remote Linux VMs have \`${key}\`, and lane \`${laneId}\` runs on ${kind}`);
            }
            const host = findHost(scope, from('host').path, text.host ?? 'local');
            const isUnknown = host?.address.kind === 'unknown';
            if (kind === 'host_local' && isUnknown && !isOwn('host')) {
                return { kind, host: scope.hosts.get('local') ?? host };
            }
            return host && { kind, host };
        }
        case 'remote_linux_vm': {
            const staged = text.staged === undefined ? undefined : findStaged(scope, from, text.staged);
            if (text.host === undefined) {
                // A VM backend has to be asked for by name; other lanes run where pikaci itself runs.
                const problem = `lane \`${laneId}\` runs in a remote Linux VM and needs a \`host\``;
                scope.report(from('host').path, problem, 'key');
                return undefined;
            }
            const host = findHost(scope, from('host').path, text.host);
            const { network } = text;
            const image = wantedImage(text);
            return host && { kind, host, staged, ...(image && { image }), ...(network && { network }) };
        }
        default: {
            const hint = meant(kind, runnerKinds, `known: ${runnerKinds.join(', ')}`);
            scope.report(from('runner').path, `unknown runner \`${kind}\`; ${hint}`);
            return undefined;
        }
    }
}
function wantedImage({ image, pull }) {
    const reference = image === undefined ? undefined : (0,image_reference/* readImageReference */.bc)(image);
    return reference && { reference, pull: pull ?? laneDefaults.pull };
}
const runnersThereAre = 'write runner = "remote_linux_vm" with a host for a fresh VM there, ' +
    'runner = "host_local" for a command on this machine (or on a host) itself, ' +
    'or runner = "tart_local" for a macOS VM';
function findHost(scope, path, name) {
    const host = scope.hosts.get(name);
    if (host !== undefined)
        return host;
    const hint = meant(name, [...scope.hosts.keys()], `declare it as [hosts.${name}]`);
    scope.report(path, `host \`${name}\` is not declared; ${hint}`);
    return undefined;
}
function findStaged({ staged, report }, from, name) {
    const set = staged.get(name);
    if (set !== undefined)
        return set;
    const hint = meant(name, [...staged.keys()], `declare it as [staged.${name}]`);
    report(from('staged').path, `staged set \`${name}\` is not declared; ${hint}`);
    return undefined;
}
function resolveCommand(scope, path, lane) {
    if ((lane.command === undefined) === (lane.cargo === undefined)) {
        scope.report(path, `lane \`${lane.id}\` needs exactly one of \`command\` and \`cargo\``);
        return undefined;
    }
    if (lane.cargo !== undefined)
        return { kind: 'argv', argv: cargoCommand(lane.cargo) };
    if (typeof lane.command === 'string')
        return { kind: 'shell', line: lane.command };
    const [program, ...rest] = lane.command ?? [];
    if (program !== undefined && program !== '')
        return { kind: 'argv', argv: [program, ...rest] };
    scope.report([...path, 'command', 0], 'names no program');
    return undefined;
}
function withoutUndefined(value) {
    return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}

// EXTERNAL MODULE: ./build/manifest/untold-hosts.js
var untold_hosts = __webpack_require__(48497);
;// CONCATENATED MODULE: ./build/manifest/read.js










/** Where a manifest is looked for, in order, when none is named. */
const ownPaths = ['pikaci.toml', '.github/pikaci.toml'];
const defaultManifestPaths = [...ownPaths, 'ci/forge-lanes.toml'];
/**
 * Reads and resolves a manifest.
 * @throws FailureError `manifest_missing` or `manifest_invalid`, the latter with all problems
 */
async function readManifest(options) {
    const { candidates } = options;
    const given = readGivenHosts(options.hosts, options.backends);
    const reader = new Reader(options, given.hosts);
    const file = await reader.first(candidates);
    if (file === undefined) {
        throw new failure/* FailureError */.pO({ cause: 'manifest_missing', searched: candidates });
    }
    const parsed = reader.parse(file);
    const isForge = isForgeLanes(parsed);
    const targets = isForge ? await reader.forge(file, parsed) : await reader.own(file, parsed);
    const invalid = [...reader.invalid, ...(given.invalid === undefined ? [] : [given.invalid])];
    if (invalid.length > 0)
        throw new failure/* FailureError */.pO({ cause: 'manifest_invalid', sources: invalid });
    const { hosts, warnings } = reader;
    return { path: file.file, targets, hosts, isForge, warnings };
}
class Reader {
    invalid = [];
    warnings = [];
    hosts = [];
    #options;
    #given;
    constructor(options, given) {
        this.#options = options;
        this.#given = given;
    }
    async first(candidates) {
        for (const path of candidates) {
            const text = await this.#options.read(path);
            if (text === undefined)
                continue;
            return { what: 'manifest', file: this.#options.nameOf(path), text: normalised(text) };
        }
        return undefined;
    }
    /** An empty document where it cannot be read, which is told. */
    parse(source) {
        const parsed = parseToml(source.text);
        if (parsed.kind === 'document')
            return parsed.document;
        this.invalid.push({ what: source.what, file: source.file, problems: [parsed.problem] });
        return {};
    }
    async own(source, document) {
        // What cannot be parsed has been told; what is not there would be told of an empty document.
        if (this.invalid.some(({ file }) => file === source.file))
            return [];
        const { value, findings, standIns } = check((0,manifest_schema/* schemasWith */.n)(this.#options.backends).manifest, document);
        const all = [...findings];
        let targets = [];
        if (value !== undefined) {
            const { backends, hostsOrigin, localWorkDir } = this.#options;
            const declared = new Map(Object.entries(value.hosts ?? {}));
            const { hosts, untold, ...ofHosts } = (0,resolve_host/* resolveHosts */.Gn)({
                declared,
                given: this.#given,
                origin: hostsOrigin,
                manifest: source.file,
                localWorkDir,
                backends,
            });
            this.hosts = [...hosts.values()].filter(({ name }) => declared.has(name) || this.#given.has(name));
            const resolved = resolveManifest(value, hosts);
            const more = [
                ...ofHosts.findings,
                ...resolved.findings,
                ...(await this.#patterns(patternFindings(value))),
            ];
            all.push(...more.map((it) => asWritten(it, standIns)));
            targets = resolved.targets;
            const misplaced = untold.filter(({ keys }) => hostsOrigin === 'workflow' && keys.length > 0);
            // A plan need not be given the hosts at all, so that is no news here.
            const warnings = misplaced.map((host) => ({ ...host, isGiven: true }));
            this.warnings.push(...warnings.map((it) => (0,untold_hosts/* untoldProblem */.m)(hostsOrigin, source.file, it)));
        }
        this.#tell(source, all);
        return targets;
    }
    /** The original's manifest, with the targets of ours where it names them. */
    async forge(source, document) {
        const { value, findings } = check(forgeLanesSchema, document);
        const more = value === undefined ? [] : await this.#patterns(forgeFindings(value));
        this.#tell(source, [...findings, ...more]);
        const own = await this.first(ownPaths);
        const declared = own === undefined ? [] : await this.own(own, this.parse(own));
        if (value === undefined)
            return [];
        return forgeTargets(value, declared, (0,resolve_host/* localHostSpec */.vt)(this.#options.localWorkDir));
    }
    /** Without those about marks of other languages of patterns that some name does hold. */
    async #patterns(findings) {
        if (this.#options.patterns === 'unchecked')
            return [];
        if (findings.every(({ unless }) => unless === undefined))
            return findings;
        const paths = await this.#options.workTreePaths();
        return findings.filter(({ unless }) => unless === undefined || !paths.some((path) => path.includes(unless)));
    }
    #tell(source, findings) {
        if (findings.length === 0)
            return;
        const { what, file } = source;
        this.invalid.push({ what, file, problems: placed(source, findings) });
    }
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

/***/ 36023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ workTreeFiles),
/* harmony export */   Ke: () => (/* binding */ workTreePaths),
/* harmony export */   Xg: () => (/* binding */ submodulePaths)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _model_byte_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84874);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5648);






/**
 * Files of the work tree: what git tracks, in checked-out submodules too, and what it does not
 * ignore, in repositories within this one too; in byte order, each once. A name may stand for a file
 * that is gone from the work tree, and for the folder of a submodule that is not checked out.
 */
async function workTreeFiles(repository, signal) {
    const script = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(__webpack_require__.ab + "work-tree-files.sh", 'utf8');
    const [ofIndex, ofFolders] = await (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .gitScript */ .IZ)(repository, 'git ls-files', script, signal);
    const [settings, facts] = splitOnce(ofIndex, '\n');
    const [checked, index] = splitOnce(facts, '\0\0');
    const [sizes = '', ...unlike] = checked.split('\0');
    const [untracked = [], converted = []] = sections(ofFolders);
    const tracked = [...indexEntries(index)];
    const known = knownFiles(tracked, new Set([...unlike, ...converted]), sizesById(sizes));
    const inSubmodules = tracked.some(({ mode }) => mode === '160000')
        ? (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .splitNul */ .K5)(await (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .git */ .$Y)(repository, ['ls-files', '-z', '--cached', '--recurse-submodules'], signal))
        : [];
    const forms = formsOf(tracked, settings);
    const nested = untracked.filter((path) => path.endsWith('/'));
    const names = [
        ...tracked.map(({ path }) => path),
        ...untracked.filter((path) => !path.endsWith('/')),
        ...inSubmodules,
    ];
    const files = [...new Set(names)].map((path) => ({
        path,
        known: known.get(path),
        form: forms.get(path),
    }));
    const within = await Promise.all(nested.map((path) => nestedFiles(repository, path, signal)));
    return [...files, ...within.flat()].sort((a, b) => (0,_model_byte_order_js__WEBPACK_IMPORTED_MODULE_5__/* .compareBytes */ .X)(a.path, b.path));
}
/** Of a repository that is no submodule, whose files are untracked ones of this. */
async function nestedFiles({ root }, path, signal) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path);
    const repository = await (0,_git_js__WEBPACK_IMPORTED_MODULE_4__.openRepository)(folder, signal);
    // Its settings may say that its files lie elsewhere; these are none of this workspace.
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(repository.root)) !== (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder)))
        return [];
    const files = await workTreeFiles(repository, signal);
    return files.map((file) => ({ path: `${path}${file.path}`, known: undefined, form: file.form }));
}
/** What the index says of each file, where a setting says that the disk cannot. */
function formsOf(tracked, settings) {
    const holdsModes = !/\bcore\.filemode false\b/.test(settings);
    const holdsLinks = !/\bcore\.symlinks false\b/.test(settings);
    const forms = new Map();
    for (const { mode, stage, path } of tracked) {
        if (stage !== '0')
            continue;
        if (mode === '120000' && !holdsLinks)
            forms.set(path, 'link');
        if (mode.startsWith('100') && !holdsModes) {
            forms.set(path, mode === '100755' ? 'executable' : 'plain');
        }
    }
    return forms;
}
/** Names alone: what git tracks, submodules as one name each, and what it does not ignore. */
async function workTreePaths(repository, signal) {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    return (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .splitNul */ .K5)(await (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .git */ .$Y)(repository, args, signal));
}
/** Where commits of other repositories lie in this one: what git tracks of them is one name each. */
async function submodulePaths(repository) {
    const entries = (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .splitNul */ .K5)(await (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .git */ .$Y)(repository, ['ls-files', '-z', '--stage']));
    return entries
        .filter((entry) => entry.startsWith('160000 '))
        .map((entry) => entry.slice(entry.indexOf('\t') + 1));
}
function splitOnce(text, mark) {
    const at = text.indexOf(mark);
    return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}
function sections(output) {
    const found = [[]];
    for (const record of (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .splitNul */ .K5)(output)) {
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
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .FailureError */ .pO({ cause: 'git_failed', command: 'git ls-files --debug', detail });
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

/***/ 79212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ gitEnvironment)
/* harmony export */ });
/**
 * What of our environment git sees, and what we say to it in place of its configuration.
 *
 * A git that we ask is to answer alike for everybody. Whatever could change which files and changes
 * it tells is set here, or with the command itself where git has no setting for it.
 */
function gitEnvironment(ours) {
    const kept = Object.entries(ours).filter(([name]) => !name.startsWith('GIT_') || isKept(name));
    return {
        ...Object.fromEntries(kept),
        ...settings(Number(ours['GIT_CONFIG_COUNT'] ?? 0)),
        // Messages that we may have to show, in one language; and never a prompt for a password.
        LC_ALL: 'C',
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        // Commits are what their ids say, and have the parents that they name.
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_GRAFT_FILE: '/dev/null',
    };
}
/**
 * How to reach a remote and which configuration there is, such as `safe.directory`. Everything else
 * of git's own names another repository, another index, or another way to read them.
 */
function isKept(name) {
    return /^GIT_(?:SSH|SSL|HTTP|PROXY|CONFIG_(?:COUNT|KEY|VALUE|GLOBAL|SYSTEM|NOSYSTEM)|ASKPASS|ALLOW_PROTOCOL|EXEC_PATH)(?:_|$)/.test(name);
}
/** The last one wins: behind what the environment sets already, and so over every file. */
function settings(count) {
    const first = Number.isSafeInteger(count) && count > 0 ? count : 0;
    const variables = { GIT_CONFIG_COUNT: String(first + pinned.length) };
    for (const [index, [key, value]] of pinned.entries()) {
        variables[`GIT_CONFIG_KEY_${first + index}`] = key;
        variables[`GIT_CONFIG_VALUE_${first + index}`] = value;
    }
    return variables;
}
const pinned = [
    // Programs that git would start.
    ['core.fsmonitor', 'false'],
    ['core.hooksPath', '/dev/null'],
    // What tells that a file may have changed.
    ['core.trustctime', 'true'],
    ['core.checkStat', 'default'],
    ['core.ignoreStat', 'false'],
    ['core.untrackedCache', 'false'],
    ['diff.ignoreSubmodules', 'none'],
    // A line of `git status` that is no path.
    ['status.showStash', 'false'],
    // Ordering fails where the file cannot be read.
    ['diff.orderFile', '/dev/null'],
    ['sparse.expectFilesOutsideOfPatterns', 'false'],
    // What a fetch brings besides what it is asked for.
    ['fetch.recurseSubmodules', 'false'],
    ['fetch.prune', 'false'],
    ['fetch.pruneTags', 'false'],
    ['fetch.writeCommitGraph', 'false'],
];


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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30631);
/* harmony import */ var _git_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79212);







/** @throws FailureError `git_missing`, `repository_untrusted` or `not_a_repository` */
async function openRepository(path, signal) {
    try {
        const answer = await run(path, ['rev-parse', '--show-object-format', '--show-toplevel'], signal);
        const [format, ...root] = answer.replace(/\n$/, '').split('\n');
        return { root: root.join('\n'), objectFormat: format === 'sha256' ? 'sha256' : 'sha1' };
    }
    catch (error) {
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .FailureError */ .pO(await whyNoRepository(path, error), { cause: error });
    }
}
async function whyNoRepository(path, error) {
    const failure = (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .failureOf */ .g5)(error);
    if (failure.cause !== 'git_failed')
        return failure;
    const folders = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readdir)(path, { withFileTypes: true }).catch(() => undefined);
    if (folders !== undefined && isMissing(error))
        return { cause: 'git_missing' };
    const { detail } = failure;
    if (detail.includes('dubious ownership'))
        return { cause: 'repository_untrusted', path, detail };
    const checkouts = (folders ?? []).flatMap((folder) => folder.isDirectory() && (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(path, folder.name, '.git')) ? [folder.name] : []);
    return { cause: 'not_a_repository', path, checkouts, detail };
}
function isMissing(error) {
    const cause = error instanceof Error ? error.cause : null;
    return cause?.code === 'ENOENT';
}
/**
 * Runs git and returns its stdout.
 * @param more variables for this git alone
 * @throws FailureError `git_failed` with what git said
 */
async function git({ root }, args, signal, more) {
    return run(root, args, signal, more);
}
/** Like {@link git}; nothing instead of an error when git exits with 1, its "no". */
async function tryGit(repository, args, signal) {
    try {
        return await git(repository, args, signal);
    }
    catch (error) {
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .FailureError */ .pO && error.failure.cause === 'git_failed')
            return undefined;
        throw error;
    }
}
/**
 * Runs git several times from a shell: a process of our size takes longer to start another than git
 * takes to answer, and a shell does not.
 * @param purpose what it is for, as a command
 * @param script writes to descriptors 1 and 3
 * @param args of the script
 * @returns what it wrote to each
 * @throws FailureError `git_failed` with what git said
 */
async function gitScript({ root }, purpose, script, signal, args = []) {
    const [stdout = '', other = ''] = await execute(root, ['sh', '-c', script, 'sh', ...args], purpose, [1, 3], signal);
    return [stdout, other];
}
/** Splits output of a `-z` option. */
function splitNul(text) {
    const parts = text.split('\0');
    if (parts.at(-1) === '')
        parts.pop();
    return parts;
}
async function run(cwd, args, signal, more) {
    const command = ['git', ...args];
    const [stdout = ''] = await execute(cwd, command, command.join(' '), [1], signal, more);
    return stdout;
}
/**
 * Runs a program without a stdin, and returns what it writes to each of the descriptors, of which 2
 * is none: what it says there explains a failure. No more are open, as a program in the background
 * could keep them.
 */
async function execute(cwd, [program = '', ...args], purpose, descriptors, signal, more) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd,
        env: { ...(0,_git_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .gitEnvironment */ ._)(process.env), ...more },
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
        if (error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .FailureError */ .pO)
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
function gitFailed(command, detail, cause) {
    return new _model_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .FailureError */ .pO({ cause: 'git_failed', command, detail }, { cause });
}


/***/ }),

/***/ 57580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   ac: () => (/* binding */ commonHistory),
/* harmony export */   iz: () => (/* binding */ fetchQuietly)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5648);



/** Commits more, each time the ones before were not enough; then all there is. */
const deepenSteps = [50, 300, 2000];
/** Brings commits and nothing besides: no tag, no submodule, no ref of ours that moves. */
const fetchCommand = [
    'fetch',
    '--no-tags',
    '--no-recurse-submodules',
    '--no-write-fetch-head',
    '--no-auto-maintenance',
    '--refmap=',
];
/** More than people have; each is one more comparison. */
const mostMergeBases = 20;
/** Fetches without a word. */
const fetchQuietly = async (repository, args, signal) => (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGit */ .Ii)(repository, args, signal)) !== undefined;
/**
 * The merge bases of two revisions: of several none is the better, and what one hides another may
 * show. What the checkout lacks is fetched from `origin`: commits by their id, and of a shallow
 * history as little more as is needed.
 */
async function commonHistory(repository, base, head, { signal, runFetch = fetchQuietly } = {}) {
    const notes = [];
    const fetch = (options, commits) => runFetch(repository, [...fetchCommand, ...options, 'origin', ...commits], signal);
    const headCommit = await obtain(repository, head, fetch, notes, signal);
    const baseCommit = await obtain(repository, base, fetch, notes, signal);
    if (headCommit === undefined) {
        const why = `head ${head} is neither in this checkout nor to be had from origin`;
        return { kind: 'none', base: baseCommit ?? null, head: null, why };
    }
    if (baseCommit === undefined) {
        const why = `base ${base} is neither in this checkout nor to be had from origin`;
        return { kind: 'none', base: null, head: headCommit, why };
    }
    const found = async () => {
        const told = await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGit */ .Ii)(repository, ['merge-base', '--all', baseCommit, headCommit], signal);
        if (told === undefined)
            return undefined;
        const mergeBases = told.trim().split('\n');
        if (mergeBases.length > mostMergeBases)
            return undefined;
        if (await isCut(repository, mergeBases, [baseCommit, headCommit], signal))
            return undefined;
        return {
            kind: 'found',
            base: baseCommit,
            head: headCommit,
            mergeBases,
            notes,
        };
    };
    for (const step of [...deepenSteps, 'all']) {
        const known = await found();
        if (known !== undefined)
            return known;
        if (!(await isShallow(repository, signal)))
            break;
        const depth = step === 'all' ? '--unshallow' : `--deepen=${step}`;
        if (!(await fetch([depth], [baseCommit, headCommit])))
            break;
        notes.push(step === 'all'
            ? 'the checkout was shallow: fetched all of its history'
            : `the checkout was shallow: fetched ${step} more commits of history`);
    }
    const known = await found();
    if (known !== undefined)
        return known;
    const why = `${base} and ${head} have no common ancestor that this checkout could get at`;
    return { kind: 'none', base: baseCommit, head: headCommit, why };
}
/** Full id of the commit that `revision` means here; nothing when there is none. */
async function commitOf(repository, revision, signal) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGit */ .Ii)(repository, args, signal))?.trim();
}
/** Only full ids are fetched: a name could mean anything, or be an option. */
const fullId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function obtain(repository, revision, fetch, notes, signal) {
    const known = await commitOf(repository, revision, signal);
    if (known !== undefined || !fullId.test(revision))
        return known;
    // Of a shallow checkout one commit is enough to begin with; else its history is wanted whole.
    const depth = (await isShallow(repository, signal)) ? ['--depth=1'] : [];
    if (!(await fetch(depth, [revision])))
        return undefined;
    notes.push(`fetched ${revision.slice(0, 12)}, which the checkout lacked`);
    return commitOf(repository, revision, signal);
}
async function isShallow(repository, signal) {
    return ((await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .git */ .$Y)(repository, ['rev-parse', '--is-shallow-repository'], signal)).trim() === 'true');
}
/** Whether a history ends for us before it comes to the merge bases: later ones may lie behind. */
async function isCut(repository, mergeBases, tips, signal) {
    if (!(await isShallow(repository, signal)))
        return false;
    const file = (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .git */ .$Y)(repository, ['rev-parse', '--git-path', 'shallow'], signal)).trim();
    const ends = new Set((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(repository.root, file), 'utf8')).split('\n'));
    const args = ['rev-list', ...tips, ...mergeBases.map((id) => `^${id}`)];
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .git */ .$Y)(repository, args, signal)).split('\n').some((id) => id !== '' && ends.has(id));
}


/***/ })

};
;