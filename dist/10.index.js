"use strict";
exports.id = 10;
exports.ids = [10];
exports.modules = {

/***/ 48010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  schemaCommand: () => (/* binding */ schemaCommand)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./build/manifest/schema.js
var schema = __webpack_require__(67974);
;// CONCATENATED MODULE: ./build/manifest/json-schema.js


/** The manifest's schema for editors. */
function manifestJsonSchema() {
    return {
        title: 'pikaci.toml',
        description: 'CI targets and their lanes',
        ...json_schema_processors/* toJSONSchema */.bl(schema/* manifestSchema */.r, { io: 'input' }),
    };
}

// EXTERNAL MODULE: ./build/cli/options.js
var options = __webpack_require__(65868);
;// CONCATENATED MODULE: ./build/cli/schema.js


function schemaCommand(args) {
    (0,options/* parseCommand */.RM)(args, {});
    process.stdout.write(`${JSON.stringify(manifestJsonSchema(), undefined, 2)}\n`);
    return Promise.resolve(0);
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
/** One word of a command line of Nix, where it must not be taken for a flag. */
const installable = text.refine((word) => !word.startsWith('-'), 'must not begin with `-`');
const workDir = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^(~?\/)[^/]/, 'must be an absolute path, or begin with `~/`')
    .regex(/^[^\0-\x1f\x7f-\x9f\u2028\u2029]*$/, 'must not contain control characters')
    .refine((path) => !/(^|\/)\.\.?(\/|$)/.test(path), 'must not contain `.` or `..`');
const seconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
    .min(1)
    .max(24 * 60 * 60);
const vcpu = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(256);
const memMib = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(64);
const diskGib = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1);
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
    shell: text.optional(),
    workdir: text
        .refine((path) => !path.startsWith('/'), 'must be relative to the workspace')
        .refine((path) => !path.split('/').includes('..'), 'must not contain `..`')
        .optional(),
    timeout_secs: seconds.optional(),
    vcpu: vcpu.optional(),
    mem_mib: memMib.optional(),
    disk_gib: diskGib.optional(),
    log_mib: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).optional(),
    artifacts_mib: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).optional(),
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
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([text, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).nonempty('is empty: write a shell line or an array of words')], {
        error: 'must be a shell line or an array of words, and not empty',
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
        installable,
        needs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(id).optional(),
        mount: absolutePath.optional(),
    }))
        .nonempty('needs at least one output'),
});
const microvm = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    guest: installable.optional(),
    vcpu: vcpu.optional(),
    mem_mib: memMib.optional(),
    boot_timeout_secs: seconds.optional(),
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
    address: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([text, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).nonempty('is empty: write an address or a list of them')], {
        error: 'must be an address or a list of them, and not empty',
    })
        .optional(),
    work_dir: workDir.optional(),
    backend: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_model_target_js__WEBPACK_IMPORTED_MODULE_1__/* .backends */ .Sq).optional(),
    max_guests: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).optional(),
    max_vcpu: vcpu.optional(),
    max_mem_mib: memMib.optional(),
    max_disk_gib: diskGib.optional(),
    allow: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_model_target_js__WEBPACK_IMPORTED_MODULE_1__/* .permissions */ .P)).optional(),
    microvm: microvm.optional(),
    incus: incus.optional(),
});
/** Hosts given from outside. */
const hostsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(id, hostSchema);
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    defaults: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(laneDefaults).optional(),
    hosts: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(id, hostSchema).optional(),
    staged: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(id, staged).optional(),
    targets: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(id, target),
});


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


/***/ })

};
;