"use strict";
exports.id = 16;
exports.ids = [16];
exports.modules = {

/***/ 33016:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ backends)
});

// EXTERNAL MODULE: ./build/host/shell-functions.js
var shell_functions = __webpack_require__(67664);
// EXTERNAL MODULE: ./build/guest/scripts.js
var scripts = __webpack_require__(94140);
// EXTERNAL MODULE: ./build/host/capture.js
var capture = __webpack_require__(10432);
// EXTERNAL MODULE: ./build/host/facts.js
var host_facts = __webpack_require__(22645);
;// CONCATENATED MODULE: ./build/backends/host-local/read-containment.js
/** Reads the answer of `contain.sh probe`: the way that works, or `no` and why none does. */
function readContainment(answer) {
    const [way = '', ...reason] = answer.trim().split(' ');
    return way === 'bwrap' || way === 'unshare'
        ? { contained: true }
        : { contained: false, reason: reason.join(' ') };
}

;// CONCATENATED MODULE: ./build/backends/host-local/probe.js




/** Tries in earnest, in a folder of its own, whether a lane can be kept in. */
async function probeContainment(host, containScript, signal) {
    const command = {
        script: (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "try-containment.sh", (0,shell_functions/* workFolderFunctions */.$R)(), (0,shell_functions/* removeTreeFunctions */.GJ)()),
        args: [host.spec.workDir],
        purpose: 'look whether lanes on the host itself are contained',
    };
    const facts = (0,host_facts/* readFacts */.M)(await (0,capture/* capture */.Fg)(host, command, { stdin: containScript, signal }));
    const containment = readContainment(facts.get('contained') ?? 'no it did not say');
    const name = 'containment';
    if (containment.contained) {
        return [{ name, state: 'ok', seen: 'lanes on the host itself run in namespaces of their own' }];
    }
    return [
        {
            name,
            state: 'warning',
            seen: `a lane on the host itself can reach what its user can: ${containment.reason}`,
            remedy: 'Install bubblewrap there, and let users have namespaces; or run lanes in guests of an image.',
        },
    ];
}

;// CONCATENATED MODULE: ./build/backends/host-local/host-local.js




/** There is nothing to boot; a host that is slow to start a shell is very busy. */
const bootSecs = 180;
/**
 * The host itself as the guest: the command runs in namespaces of its own where the host can have
 * them, and in a process group of its own where not. Nothing could keep it there from writing to the
 * shared snapshot, so it always works in a copy.
 */
const hostLocal = {
    name: 'host_local',
    runner: 'host_local',
    machine: false,
    refuse: ({ runAsRoot }) => runAsRoot
        ? {
            problem: 'run_as_root is for VMs; on the host itself a lane runs as the user who drives it',
            hint: 'Use runner = "remote_linux_vm", or drop run_as_root.',
        }
        : undefined,
    permissions: (_settings, { name }) => [
        {
            permission: 'host_local',
            problem: `runs on host \`${name}\` itself (runner = "host_local"), which it does not allow`,
        },
    ],
    steps: () => [],
    prepare: () => Promise.resolve(undefined),
    programs: ({ dir }) => ({
        boot: 'exec bash request/agent\n',
        check: (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "host-check.sh"),
        enter: (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "host-enter.sh", (0,scripts/* enterFunctions */.Y4)()),
        files: {
            'request/contain': containScript(),
        },
        needs: ['bash'],
        environment: {},
        paths: pathsIn(dir),
        workspace: 'copied',
        bootSecs,
        containment: readContainment,
    }),
    probe: (host, _settings, { signal }) => probeContainment(host, containScript(), signal),
};
function containScript() {
    return (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "contain.sh", (0,scripts/* processFunctions */.jY)());
}
function pathsIn(dir) {
    return {
        request: `${dir}/request`,
        channel: `${dir}/channel`,
        workspace: `${dir}/workspace`,
        artifacts: `${dir}/artifacts`,
        scratch: `${dir}/cache`,
        home: `${dir}/home`,
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/guest/agent.js + 1 modules
var agent = __webpack_require__(47338);
// EXTERNAL MODULE: ./build/guest/find-expression.js
var find_expression = __webpack_require__(55004);
// EXTERNAL MODULE: ./build/model/image-reference.js
var image_reference = __webpack_require__(59672);
// EXTERNAL MODULE: ./build/model/setting-texts.js
var setting_texts = __webpack_require__(65328);
;// CONCATENATED MODULE: ./build/backends/image/image-surroundings.js


/** Of lanes whose image names no user but root, and of the workspace's files. */
const laneUid = 1000;
/** Where an image says nothing of it; as Docker has it. */
const usualPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** What the agent finds in a guest of an image; see agent-in-image.sh. */
function imageSurroundings({ user, environment }, 
/** The expression of find(1) for the lane's artifacts, empty for none, and the most bytes of them. */
artifacts) {
    const hasPath = environment.some((it) => it.startsWith('PATH='));
    const assignments = [
        (0,agent/* assign */.kp)('IMAGE_USER', user),
        (0,agent/* assignArray */.Tr)('IMAGE_ENVIRONMENT', hasPath ? environment : [usualPath, ...environment]),
        (0,agent/* assign */.kp)('PIKACI_UID', String(laneUid)),
        (0,agent/* assignArray */.Tr)('ARTIFACTS_WANTED', artifacts.wanted),
        (0,agent/* assign */.kp)('ARTIFACTS_BYTES', String(artifacts.bytes)),
    ];
    const functions = (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "agent-in-image.sh", (0,agent/* endingFunctions */.X)());
    return [...assignments, functions].join('\n');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/host/host.js
var host_host = __webpack_require__(33934);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/backends/image/scripts.js




/** A program for the host out of this folder, with the functions that all of them need. */
function hostProgram(file) {
    return (0,shell_functions/* shellProgram */.rM)(file, (0,shell_functions/* workFolderFunctions */.$R)(), (0,shell_functions/* removeTreeFunctions */.GJ)(), (0,shell_functions/* diskLeftFunctions */.Uc)(), (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "need-tools.sh"));
}
/** See need-tools.sh. */
const toolsMissingExit = 69;
/** @throws FailureError `host_lacks_tools`, `host_command_failed`, `work_folder_refused` */
function answerOf(host, command, answer) {
    if ((0,host_host/* exitedWith */.QR)(answer.exit, toolsMissingExit)) {
        const tools = (0,capture/* lastLines */.w$)(answer.stderr, 1).split(' ');
        throw new failure/* FailureError */.pO({ cause: 'host_lacks_tools', host: host.spec.name, tools });
    }
    return (0,capture/* stdoutOf */.NT)(host, command, answer);
}

;// CONCATENATED MODULE: ./build/backends/image/kit.js



/** Our own files in the root of a kit, by path. */
function kitFiles() {
    return {
        init: (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "kit-init.sh"),
        'bin/enter-image': (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "enter-image.sh"),
        'bin/dhcp-lease': (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "kit-dhcp-lease.sh"),
    };
}
/** Makes a kit on a host, or finds it there; see make-kit.sh. */
function makeKitScript() {
    return hostProgram(__webpack_require__.ab + "make-kit.sh");
}
/** Names what a kit is made of, as far as that is ours; see make-kit.sh. */
function kitRecipe() {
    const parts = [makeKitScript(), ...Object.entries(kitFiles()).flat()];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
/** Has a kit made, or found, on a host; its path is below the work folder. */
async function readyKit(host, signal) {
    const command = {
        script: makeKitScript(),
        args: [host.spec.workDir, kitRecipe(), ...Object.entries(kitFiles()).flat()],
        purpose: 'make the guest kit',
    };
    return answerOf(host, command, await host.call(command, { signal })).trim();
}
/** The program `boot` of guests; see image-boot.sh. */
function bootScript() {
    return (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "image-boot.sh", acceleratorFunctions());
}
/** Functions only; see choose-accelerator.sh. */
function acceleratorFunctions() {
    return (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "choose-accelerator.sh");
}

// EXTERNAL MODULE: ./build/guest/accelerator.js
var guest_accelerator = __webpack_require__(94247);
;// CONCATENATED MODULE: ./build/host/tools.js

/** How scripts tell which programs there are, and of which version; see tool-facts.sh. */
function toolFunctions() {
    return (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "tool-facts.sh");
}
/** What is said of each program that {@link toolFunctions} looked for. */
function toolChecks(facts, wanted, remedy) {
    const said = new Map(facts.all('tool').map((fact) => {
        const [name = '', ...words] = fact.split(' ');
        return [name, words.join(' ')];
    }));
    return wanted.map(({ name, least }) => toolCheck(name, said.get(name), least, remedy));
}
function toolCheck(name, said, least, remedy) {
    if (said === undefined)
        return { name, state: 'failed', seen: 'is not there', remedy };
    const version = versionIn(said);
    if (version === undefined) {
        const seen = said === '' ? 'says no version' : `says no version: ${said}`;
        return { name, state: 'warning', seen, remedy: 'Look whether it is the program it should be.' };
    }
    if (least !== undefined && isOlder(version, least)) {
        const seen = `${version}; at least ${least} is needed`;
        const newer = 'Have a newer release of the host’s distribution, or of that program.';
        return { name, state: 'failed', seen, remedy: newer };
    }
    return { name, state: 'ok', seen: version };
}
/** `10.0.8` of `QEMU emulator version 10.0.8 (Debian 1:10.0.8+ds-0)`. */
function versionIn(said) {
    return /\d+\.\d[^\s,()]*/.exec(said)?.[0];
}
/** By the numbers between dots; what stands behind them counts for nothing. */
function isOlder(version, least) {
    const [ours, theirs] = [version, least].map((it) => it.split('.').map((n) => parseInt(n, 10)));
    for (const [at, wanted] of (theirs ?? []).entries()) {
        const is = ours?.[at] ?? 0;
        if (is !== wanted)
            return is < wanted;
    }
    return false;
}

// EXTERNAL MODULE: ./build/model/setup-command.js
var setup_command = __webpack_require__(80420);
;// CONCATENATED MODULE: ./build/backends/image/probe.js








/** What guests of images are made and run with; of QEMU the program for the host's own processor. */
const toolsFor = (processor) => [
    { name: `qemu-system-${processor}` },
    { name: 'skopeo' },
    // Older ones cannot read a layer as it comes.
    { name: 'mkfs.erofs', least: '1.7' },
    { name: 'mkfs.ext4' },
    { name: 'passt' },
    { name: 'zstd' },
    { name: 'xz' },
    { name: 'flock' },
    { name: 'setpriv' },
];
const probe_bootSecs = 120;
async function probeImageHost(host, { boot, signal }) {
    const setup = (0,setup_command/* setupCommand */.R)(host.spec);
    const processor = await processorOf(host, signal);
    const tools = toolsFor(processor);
    const facts = await look(host, tools.map(({ name }) => name), signal);
    const checks = [
        ...toolChecks(facts, tools, `Run: ${setup}`),
        kitCheck(facts, setup),
        imagesCheck(facts),
    ];
    const seen = (0,guest_accelerator/* readAccelerator */.Gc)(facts.get('accelerator') ?? '');
    const canBoot = checks.every(({ state }) => state !== 'failed');
    if (!boot || !canBoot)
        return [...checks, ...(seen === undefined ? [] : [(0,guest_accelerator/* acceleratorCheck */.KW)(seen)])];
    const booted = await bootOnce(host, signal);
    const accelerator = (0,guest_accelerator/* readAccelerator */.Gc)(booted.get('accelerator') ?? '') ?? seen;
    return [
        ...checks,
        ...(accelerator === undefined ? [] : [(0,guest_accelerator/* acceleratorCheck */.KW)(accelerator)]),
        bootCheck(booted, setup),
    ];
}
/** As the host calls it; what is no such word is none. */
async function processorOf(host, signal) {
    const command = { script: 'uname -m', purpose: 'look at the processor' };
    const said = (await (0,capture/* capture */.Fg)(host, command, { signal })).trim();
    return /^[a-z0-9_]{1,16}$/.test(said) ? said : 'x86_64';
}
/** Whether the kit of this version of ours is there. */
async function isKitThere(host, signal) {
    return (await look(host, [], signal)).get('kit') !== undefined;
}
async function look(host, tools, signal) {
    const command = {
        script: (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "look-at-image-host.sh", 'PIKACI_GUEST_VCPU=1', (0,shell_functions/* workFolderFunctions */.$R)(), toolFunctions(), acceleratorFunctions()),
        args: [host.spec.workDir, kitRecipe(), ...tools],
        purpose: 'look whether guests of images can live there',
    };
    return (0,host_facts/* readFacts */.M)(await (0,capture/* capture */.Fg)(host, command, { signal }));
}
async function bootOnce(host, signal) {
    const command = {
        script: hostProgram(__webpack_require__.ab + "boot-once.sh"),
        args: [host.spec.workDir, kitRecipe(), bootScript(), String(probe_bootSecs)],
        purpose: 'boot a guest of the kit',
    };
    return (0,host_facts/* readFacts */.M)(answerOf(host, command, await host.call(command, { signal })));
}
function kitCheck(facts, setup) {
    const kernel = facts.get('kit');
    return kernel === undefined
        ? {
            name: 'guest kit',
            state: 'warning',
            seen: 'is not made yet, or by another version of pikaci',
            remedy: `The first lane makes it, or: ${setup}`,
        }
        : { name: 'guest kit', state: 'ok', seen: `kernel ${kernel}` };
}
function imagesCheck(facts) {
    const count = Number(facts.get('images') ?? 0);
    const mib = Math.round(Number(facts.get('images_kib') ?? 0) / 1024);
    const seen = count > 0 ? `${count} kept, ${mib} MiB` : 'none fetched yet';
    return { name: 'images', state: 'ok', seen };
}
function bootCheck(facts, setup) {
    const name = 'boot';
    const kernel = facts.get('booted');
    const seconds = facts.get('seconds') ?? '?';
    if (kernel !== undefined) {
        return { name, state: 'ok', seen: `a guest came up and ended in ${seconds} s (${kernel})` };
    }
    const ended = facts.get('ended');
    if (ended === undefined) {
        const seen = 'not tried: there is no guest kit';
        return { name, state: 'warning', seen, remedy: `Run: ${setup}` };
    }
    const how = ended === '124' ? `was not done within ${probe_bootSecs} s` : `ended with ${ended}`;
    const said = facts.get('console') ?? '';
    return {
        name,
        state: 'failed',
        seen: `a guest of the kit ${how}${said === '' ? '' : `; its console: ${said}`}`,
        remedy: `Look at what its console says. Where the kit may be spoilt, remove the folder kits of the work folder and run: ${setup}`,
    };
}

;// CONCATENATED MODULE: ./build/backends/image/image-config.js


/** A guest has a disk for each, and a machine room for so many. Other runtimes take 127. */
const mostLayers = 200;
const digest = schemas/* string */.YjP().regex(/^sha256:[0-9a-f]{64}$/);
const manifestSchema = schemas/* object */.Ikc({
    config: schemas/* object */.Ikc({ digest }),
    layers: schemas/* array */.YOg(schemas/* object */.Ikc({ mediaType: schemas/* string */.YjP(), digest })),
});
const noneWhereNull = (schema) => schema.nullish().transform((it) => it ?? undefined);
const configSchema = schemas/* object */.Ikc({
    architecture: schemas/* string */.YjP(),
    config: noneWhereNull(schemas/* object */.Ikc({
        Env: noneWhereNull(schemas/* array */.YOg(schemas/* string */.YjP())),
        User: noneWhereNull(schemas/* string */.YjP().regex(/^[^\0\n]*$/)),
    })),
});
/**
 * Reads an image's manifest and its configuration: see
 * https://github.com/opencontainers/image-spec/blob/main/manifest.md and config.md there. Whoever made the
 * image wrote them.
 * @throws Error where they are no image's
 */
function readImageConfig(manifestText, configText) {
    const manifest = manifestSchema.parse(JSON.parse(manifestText));
    if (manifest.layers.length > mostLayers)
        throw new Error(`it has ${manifest.layers.length} layers; a guest takes ${mostLayers} of them`);
    const found = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(configText).digest('hex')}`;
    if (found !== manifest.config.digest)
        throw new Error('its configuration is not the one that its manifest names');
    const { architecture, config } = configSchema.parse(JSON.parse(configText));
    return {
        architecture,
        layers: manifest.layers.map((layer) => ({
            blob: layer.digest.slice('sha256:'.length),
            compression: compressionOf(layer.mediaType),
        })),
        // What looks otherwise sets nothing, for other runtimes either.
        environment: (config?.Env ?? []).filter((it) => /^[A-Za-z_][^=\0]*=[^\0]*$/.test(it)),
        user: config?.User ?? '',
    };
}
function compressionOf(mediaType) {
    if (/[.+]gzip$/.test(mediaType))
        return 'gzip';
    if (/[.+]zstd$/.test(mediaType))
        return 'zstd';
    if (mediaType.endsWith('tar'))
        return 'none';
    throw new Error(`it has a layer of a type that is not known: ${mediaType.slice(0, 100)}`);
}

;// CONCATENATED MODULE: ./build/backends/image/why-unavailable.js
/** What stands between a host and an image, by the words of skopeo's that say so, the first one counting. */
const words = [
    ['disk_full', /no space left on device|disk quota exceeded/i],
    ['architecture', /no image found in image index for architecture/],
    [
        'tampered',
        /Digest did not match|does not match expected sha256|does not match provided manifest digest/i,
    ],
    ['throttled', /toomanyrequests|StatusCode: 429|too many requests/i],
    [
        'missing',
        /manifest unknown|name unknown|repository name not known|NAME_UNKNOWN|StatusCode: 404|status: 404/i,
    ],
    [
        'denied',
        /authentication required|unauthorized|unable to retrieve auth token|denied|StatusCode: 40[13]|status: 40[13]/i,
    ],
    [
        'unreachable',
        /connection refused|no such host|timeout|deadline exceeded|server gave HTTP response|x509|tls:|unexpected EOF|connection reset|network is unreachable|unexpected HTTP status: 5\d\d|StatusCode: 5\d\d/i,
    ],
];
/** @param said the end of what skopeo said, in which a registry's own words may stand */
function whyUnavailable(said) {
    const fatal = said
        .split('\n')
        .filter((line) => line.includes('level=fatal'))
        .at(-1) ?? said;
    return words.find(([, pattern]) => pattern.test(fatal))?.[0] ?? 'other';
}

;// CONCATENATED MODULE: ./build/backends/image/ready-image.js







/** See pull-image.sh. */
const fetchFailedExit = 65;
/**
 * Has an image on a host, and disks of its layers: one round trip where they are there already.
 * @throws FailureError `image_unavailable`, `host_lacks_tools`, or what a {@link Host} does
 */
async function readyImage(host, { reference, pull }, { run, registryAuth, signal }) {
    const image = (0,image_reference/* formatImageReference */.my)(reference);
    const unavailable = (reason, detail) => new failure/* FailureError */.pO({ cause: 'image_unavailable', image, host: host.spec.name, reason, detail });
    const { name, tag = '', digest: wanted = '' } = reference;
    const command = {
        script: hostProgram(__webpack_require__.ab + "pull-image.sh"),
        args: [host.spec.workDir, name, wanted === '' ? tag : '', wanted, pull, run],
        purpose: `fetch the image ${image}`,
    };
    const answer = await host.call(command, { stdin: registryAuth((0,image_reference/* registryOf */.Fv)(reference)), signal });
    if ((0,host_host/* exitedWith */.QR)(answer.exit, fetchFailedExit)) {
        const said = (0,capture/* lastLines */.w$)(answer.stderr, 12);
        throw unavailable(whyUnavailable(said), said);
    }
    const lines = answerOf(host, command, answer).trimEnd().split('\n');
    const [digest = '', machine = '', manifest = '', config = '', ...disks] = lines;
    let about;
    try {
        about = readImageConfig(fromBase64(manifest), fromBase64(config));
    }
    catch (error) {
        throw unavailable('malformed', error instanceof Error ? error.message : String(error));
    }
    if (about.architecture !== machine) {
        throw unavailable('architecture', `it is an image for ${about.architecture}`);
    }
    const isMade = disks.length === about.layers.length;
    return { ...about, digest, disks: isMade ? disks : await makeDisks(host, digest, about, signal) };
}
async function makeDisks(host, digest, { layers }, signal) {
    const blobs = layers.flatMap(({ blob, compression }) => [blob, compression]);
    const command = {
        script: hostProgram(__webpack_require__.ab + "make-layers.sh"),
        args: [host.spec.workDir, digest, ...blobs],
        purpose: `make disks of the layers of the image ${digest}`,
    };
    return answerOf(host, command, await host.call(command, { signal }))
        .trimEnd()
        .split('\n');
}
function fromBase64(text) {
    return Buffer.from(text, 'base64').toString();
}

;// CONCATENATED MODULE: ./build/backends/image/setup.js


/** Packages of Debian and Ubuntu, by the programs that guests of images need of them. */
function setupImageHost(processor) {
    return {
        packages: {
            ...qemuPackage(processor),
            skopeo: 'skopeo',
            'mkfs.erofs': 'erofs-utils',
            'mkfs.ext4': 'e2fsprogs',
            passt: 'passt',
            zstd: 'zstd',
            xz: 'xz-utils',
            flock: 'util-linux',
            setpriv: 'util-linux',
            sha256sum: 'coreutils',
            timeout: 'coreutils',
            truncate: 'coreutils',
            tar: 'tar',
            ldd: 'libc-bin',
            'dpkg-deb': 'dpkg',
        },
        parts: [
            {
                name: 'guest kit',
                isThere: isKitThere,
                make: async (host, signal) => {
                    await readyKit(host, signal);
                },
            },
        ],
    };
}
/** Of a processor that no kit is known for there is none; making the kit says so. */
function qemuPackage(processor) {
    switch (processor) {
        case 'x86_64':
            return { 'qemu-system-x86_64': 'qemu-system-x86' };
        case 'aarch64':
            return { 'qemu-system-aarch64': 'qemu-system-arm' };
        default:
            return {};
    }
}

;// CONCATENATED MODULE: ./build/backends/image/image.js












const settings = schemas/* strictObject */.rej({
    vcpu: setting_texts/* guestSizes */.VF.vcpu.optional(),
    mem_mib: setting_texts/* guestSizes */.VF.memMib.optional(),
    boot_timeout_secs: setting_texts/* secondsText */.Hd.optional(),
});
/** VMs of an OCI image, with QEMU alone; nothing of the host's files is shared with them. */
const image_image = {
    name: 'image',
    choice: 'microvm',
    runner: 'remote_linux_vm',
    machine: true,
    settings,
    example: 'image = { vcpu = 4, mem_mib = 8192 }',
    takes: (lane) => imageOf(lane) !== undefined,
    size: ({ vcpu = 2, mem_mib: memMib = 2048 }) => ({ vcpu, memMib }),
    refuse: ({ runner }) => runner.kind === 'remote_linux_vm' && runner.staged !== undefined
        ? {
            problem: 'guests of an image have no staged outputs yet',
            hint: 'Leave out `staged` or `image`.',
        }
        : undefined,
    permissions: () => [],
    steps: (lane, { name, backend }) => [
        {
            name: 'image',
            description: `Prepare the image ${nameOf(lane)} on ${name}`,
            prepare: { type: 'remote_linux_vm_backend', backend },
        },
    ],
    preparedFor: (lane) => `${imageOf(lane)?.pull ?? ''} ${nameOf(lane)}`,
    prepare: async (host, _settings, tools, lane) => {
        const wanted = imageOf(lane);
        if (wanted === undefined)
            throw new TypeError(`lane ${lane.id} names no image`);
        const [found, kit, workspace] = await Promise.all([
            readyImage(host, wanted, tools),
            readyKit(host, tools.signal),
            tools
                .snapshotTree()
                .then(async () => readyWorkspace(host, await tools.snapshotHash(), tools.signal)),
        ]);
        return { image: found, kit, workspace };
    },
    prune: (workDir, { days, megabytes }) => ({
        script: hostProgram(__webpack_require__.ab + "prune-images.sh"),
        args: [workDir, ...[days * 24 * 60, megabytes * 1024].map((it) => String(Math.round(it)))],
        purpose: 'prune old images',
    }),
    programs: ({ lane, size, diskGib }, { boot_timeout_secs: bootSecs = 180 }, ready) => {
        const network = networkOf(lane);
        const logKib = lane.logMib * 1024 + 64;
        const artifactsKib = Math.ceil(lane.artifactsMib * 1024 * 1.05) + 1024;
        return {
            boot: bootScript(),
            enter: (0,scripts/* consoleEnterScript */.dB)(),
            needs: [],
            files: {
                'request/artifacts': (0,scripts/* artifactsScript */.dX)(),
                ...(lane.writableWorkspace ? { 'request/writable-workspace': '' } : {}),
            },
            environment: {
                PIKACI_GUEST_KIT: fromGuest(ready.kit),
                PIKACI_GUEST_MEM_MIB: String(size.memMib),
                PIKACI_GUEST_VCPU: String(size.vcpu),
                PIKACI_DISK_GIB: String(diskGib),
                PIKACI_WORKSPACE_DISK: fromGuest(ready.workspace),
                PIKACI_LAYERS: ready.image.disks.map(fromGuest).join(' '),
                PIKACI_NETWORK: network,
                PIKACI_LOG_KIB: String(logKib),
                PIKACI_ARTIFACTS_KIB: String(artifactsKib),
            },
            paths: { ...agent/* vmPaths */.Mt, root: '/image' },
            surroundings: imageSurroundings(ready.image, {
                wanted: lane.artifacts.length === 0 ? [] : (0,find_expression/* findExpression */.m)(lane.artifacts),
                bytes: lane.artifactsMib * 1024 * 1024,
            }),
            workspace: 'shared',
            bootSecs,
            moreDiskKib: logKib + artifactsKib + 16 * 1024,
            image: { reference: nameOf(lane), digest: ready.image.digest },
        };
    },
    probe: (host, _settings, options) => probeImageHost(host, options),
    setup: setupImageHost,
};
function imageOf({ runner }) {
    return runner.kind === 'remote_linux_vm' ? runner.image : undefined;
}
function nameOf(lane) {
    const wanted = imageOf(lane);
    return wanted === undefined ? '' : (0,image_reference/* formatImageReference */.my)(wanted.reference);
}
function networkOf({ runner }) {
    return (runner.kind === 'remote_linux_vm' ? runner.network : undefined) ?? 'none';
}
/** A path below the work folder, as a guest's folder there sees it. */
function fromGuest(path) {
    return `../../${path}`;
}
async function readyWorkspace(host, hash, signal) {
    const command = {
        script: hostProgram(__webpack_require__.ab + "make-workspace.sh"),
        args: [host.spec.workDir, hash, String(laneUid)],
        purpose: 'make a disk of the workspace',
    };
    return answerOf(host, command, await host.call(command, { signal })).trim();
}

// EXTERNAL MODULE: ./build/staged/nix-build.js
var nix_build = __webpack_require__(17520);
;// CONCATENATED MODULE: ./build/backends/microvm/probe.js





/** Builds nothing: whether the guest package can be built only a run tells. */
async function probeNixHost(host, guest, nix, signal) {
    const command = {
        script: (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "look-at-nix-host.sh", toolFunctions()),
        args: [nix],
        purpose: 'look whether guests out of Nix can live there',
    };
    const facts = (0,host_facts/* readFacts */.M)(await (0,capture/* capture */.Fg)(host, command, { signal }));
    const accelerator = (0,guest_accelerator/* readAccelerator */.Gc)(facts.get('accelerator') ?? '');
    const remedy = 'Install Nix there (https://nixos.org/download), or set microvm.nix of the host to where it is.';
    return [
        ...toolChecks(facts, [{ name: nix }], remedy),
        { name: 'guest package', state: 'ok', seen: `${guest}, which a run builds` },
        ...(accelerator === undefined ? [] : [(0,guest_accelerator/* acceleratorCheck */.KW)(accelerator)]),
    ];
}

;// CONCATENATED MODULE: ./build/backends/microvm/microvm.js







const microvm_settings = schemas/* strictObject */.rej({
    /** Installable of a guest package; `.#x` and `./dir#x` are meant relative to the workspace. */
    guest: setting_texts/* installableText */.fC.optional(),
    vcpu: setting_texts/* guestSizes */.VF.vcpu.optional(),
    mem_mib: setting_texts/* guestSizes */.VF.memMib.optional(),
    boot_timeout_secs: setting_texts/* secondsText */.Hd.optional(),
    /** The `nix` program on the host. */
    nix: setting_texts/* wordText */.en.optional(),
});
/** What is so where a host says nothing else. */
const usual = { vcpu: 2, memMib: 2048, bootSecs: 180, nix: 'nix' };
/** VMs out of a guest package of Nix's; nix/minimal-guest/README.md says what that is. */
const microvm = {
    name: 'microvm',
    runner: 'remote_linux_vm',
    machine: true,
    settings: microvm_settings,
    size: ({ vcpu = usual.vcpu, mem_mib: memMib = usual.memMib }) => ({ vcpu, memMib }),
    nix: ({ nix = usual.nix }) => nix,
    refuse: ({ runner }, { guest }, { name }) => guest === undefined
        ? {
            problem: `it names no image, and host \`${name}\` no guest package`,
            hint: `Write image = "docker.io/library/debian:13" (any OCI image) into the lane, its target or [defaults]. Or set microvm.guest of host \`${name}\` to the installable of a guest package: in input \`hosts\`, the file of --hosts, or the manifest.`,
        }
        : runner.kind === 'remote_linux_vm' && runner.network !== undefined
            ? {
                problem: 'it asks for a `network`, and guest packages bring their own, or none',
                hint: 'Leave out `network`, or name an image.',
            }
            : undefined,
    permissions: ({ guest }, { name }) => guest !== undefined && (0,nix_build/* isInWorkspace */.P_)(guest)
        ? [
            {
                permission: 'workspace_runner',
                problem: `boots what the workspace says (microvm.guest = "${guest}"), which host \`${name}\` does not allow`,
            },
        ]
        : [],
    steps: ({ id }, { name, backend }) => [
        {
            name: 'runner',
            description: `Prepare the guest of ${id} on ${name}`,
            prepare: { type: 'remote_linux_vm_backend', backend },
        },
    ],
    prepare: (host, { guest = '', nix = usual.nix }, tools) => (0,nix_build/* nixBuild */.QX)(host, {
        ...tools,
        nix,
        installable: guest,
        // The package may be the host's own.
        sandbox: tools.permits('unsandboxed_nix') || !(0,nix_build/* isInWorkspace */.P_)(guest) ? 'as_it_is' : 'required',
    }, (detail) => ({
        cause: 'guest_build_failed',
        installable: guest,
        host: host.spec.name,
        detail,
    })),
    programs: ({ lane, size }, { boot_timeout_secs: bootSecs = usual.bootSecs }, guestPackage) => {
        const readOnly = ['request', 'nix-store', ...(lane.writableWorkspace ? [] : ['workspace'])];
        return {
            boot: (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "microvm-boot.sh", (0,scripts/* processFunctions */.jY)()),
            check: (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "microvm-check.sh"),
            enter: (0,scripts/* consoleEnterScript */.dB)(),
            needs: [],
            environment: {
                PIKACI_GUEST_PACKAGE: guestPackage,
                PIKACI_READONLY_SHARES: readOnly.join(' '),
                PIKACI_GUEST_MEM_MIB: String(size.memMib),
                PIKACI_GUEST_VCPU: String(size.vcpu),
            },
            paths: agent/* vmPaths */.Mt,
            workspace: lane.writableWorkspace ? 'copied' : 'shared',
            bootSecs,
        };
    },
    // Without a guest package there are no such guests.
    probe: (host, { guest, nix = usual.nix }, { signal }) => guest === undefined ? Promise.resolve([]) : probeNixHost(host, guest, nix, signal),
};

;// CONCATENATED MODULE: ./build/core/backends.js



/** All ways to make guests; of those that take a lane, the first is what `auto` stands for. */
const backends = [hostLocal, image_image, microvm];


/***/ }),

/***/ 94247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gc: () => (/* binding */ readAccelerator),
/* harmony export */   KW: () => (/* binding */ acceleratorCheck),
/* harmony export */   kz: () => (/* binding */ acceleratorAdvice)
/* harmony export */ });
/** Why a guest was emulated: there is no KVM, this user may not open it, it runs nothing, it gave up. */
const tcgReasons = ['absent', 'denied', 'broken', 'ended'];
/** Reads the one line of the file `accelerator`: `kvm`, or `tcg` and why. Nothing for other words. */
function readAccelerator(line) {
    const [kind, why] = line.trim().split(' ');
    if (kind === 'kvm')
        return { kind };
    if (kind !== 'tcg')
        return undefined;
    return { kind, because: tcgReasons.find((reason) => reason === why) ?? 'unknown' };
}
/** What keeps guests from KVM, and what to do about it. */
const tcgWords = {
    absent: [
        'there is no /dev/kvm',
        'where the processor can virtualise, switch that on in its firmware or, for a VM, nested virtualisation in the machine around it',
    ],
    denied: [
        'its user may not open /dev/kvm',
        'add it to the group of that device (often: sudo usermod -aG kvm USER), and log in anew',
    ],
    broken: [
        '/dev/kvm is there, but runs nothing',
        'look whether virtualisation is on in its firmware, or nested virtualisation in the machine around it',
    ],
    ended: ['with KVM the VMM ended before the guest was heard', 'its console shows why'],
    unknown: ['it is not known why', 'look whether /dev/kvm can be opened there'],
};
/**
 * What people should know of a host whose guests are emulated and need not be.
 * @returns nothing where there is nothing that they could do
 */
function acceleratorAdvice(host, accelerator) {
    if (accelerator.kind === 'kvm')
        return undefined;
    const { because } = accelerator;
    if (because === 'absent' || because === 'unknown')
        return undefined;
    const [why, remedy] = tcgWords[because];
    return `guests on ${host} are emulated, which is many times slower: ${why}; ${remedy}`;
}
function acceleratorCheck(accelerator) {
    const name = 'KVM';
    if (accelerator.kind === 'kvm')
        return { name, state: 'ok', seen: 'guests run on it' };
    const [why, remedy] = tcgWords[accelerator.because];
    const seen = `guests are emulated, which is many times slower: ${why}`;
    return { name, state: 'warning', seen, remedy: `${capitalised(remedy)}.` };
}
function capitalised(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 47338:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kp: () => (/* binding */ agent_assign),
  Tr: () => (/* binding */ assignArray),
  X: () => (/* binding */ endingFunctions),
  AV: () => (/* binding */ hostSurroundings),
  Mo: () => (/* binding */ renderAgent),
  Mt: () => (/* binding */ vmPaths),
  Xy: () => (/* binding */ vmSurroundings)
});

// EXTERNAL MODULE: ./build/host/shell-functions.js
var shell_functions = __webpack_require__(67664);
// EXTERNAL MODULE: ./build/model/shell-quote.js
var shell_quote = __webpack_require__(69590);
;// CONCATENATED MODULE: ./build/guest/command-words.js
/** What a shell line stops at, as in workflows: the first command that fails, in a pipe, too. */
const usualShell = ['bash', '--noprofile', '--norc', '-eo', 'pipefail'];
/** How a program that is named alone takes a script, where its name alone would not do. */
const scriptedBy = {
    bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '{0}'],
    sh: ['sh', '-e', '{0}'],
    pwsh: ['pwsh', '-command', ". '{0}'"],
};
/**
 * A shell line becomes the last word of its shell: `bash -lc`, `python3 -c`. Where the shell has a
 * `{0}`, as in workflows, that is the path of a file with the line; a program that is named alone
 * (`python3`) is given that file, too.
 * @param scriptBase path of the file, without its ending
 * @param login whether bash is to be a login shell, which has a system's profile say what the PATH is
 */
function commandWords({ command, shell }, scriptBase, login) {
    const scriptFile = scriptBase + endingFor(shell);
    if (command.kind === 'argv')
        return { words: command.argv, script: '', scriptFile, isUsual: false };
    const { line } = command;
    const own = shellWords(shell);
    const isUsual = own === undefined;
    const words = own ?? [...usualShell, login ? '-lc' : '-c'];
    if (!words.some((word) => word.includes('{0}'))) {
        return { words: [...words, line], script: '', scriptFile, isUsual };
    }
    const filled = words.map((word) => word.replaceAll('{0}', () => scriptFile));
    return { words: filled, script: `${line}\n`, scriptFile, isUsual };
}
function shellWords(shell) {
    const words = shell?.split(/[ \t]+/).filter(Boolean) ?? [];
    const [program, ...more] = words;
    if (program === undefined)
        return undefined;
    if (more.length > 0 || program.includes('{0}'))
        return words;
    return scriptedBy[program] ?? [program, '{0}'];
}
/** PowerShell runs nothing with another ending. */
function endingFor(shell) {
    return /^(\S*\/)?(pwsh|powershell)\b/.test(shell?.trim() ?? '') ? '.ps1' : '';
}

;// CONCATENATED MODULE: ./build/guest/agent.js



const vmPaths = {
    request: '/run/pikaci/request',
    channel: '/run/pikaci/channel',
    workspace: '/workspace/snapshot',
    artifacts: '/artifacts',
    scratch: '/cache',
    home: '/home/pikaci',
};
/** Of a lane in a VM whose own files are the lane's. */
function vmSurroundings() {
    return (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "agent-in-vm.sh", plainFunctions(), endingFunctions());
}
/** Of a lane that runs as a user of the host. */
function hostSurroundings() {
    return (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "agent-on-host.sh", plainFunctions());
}
/** How root of a machine ends a lane there; see agent-cgroup.sh. */
function endingFunctions() {
    return (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "agent-cgroup.sh");
}
function plainFunctions() {
    return (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "agent-plain.sh");
}
/** The bash program that runs a lane in its guest: assignments, then `agent.sh`. */
function renderAgent(request) {
    const { surroundings, lane, given, nonce, paths, stagedMounts, rootHome, staysOnFailure } = request;
    // An image says itself what its PATH is.
    const login = paths.root === undefined;
    const { words, script, scriptFile, isUsual } = commandWords(lane, `${paths.scratch}/lane-script`, login);
    const assignments = [
        agent_assign('LANE', lane.id),
        agent_assign('NONCE', nonce),
        agent_assign('TIMEOUT_SECS', String(lane.timeoutSecs)),
        agent_assign('RUN_AS_ROOT', lane.runAsRoot ? 'yes' : 'no'),
        agent_assign('STAYS', staysOnFailure ? 'yes' : 'no'),
        agent_assign('REQUEST', paths.request),
        agent_assign('CHANNEL', paths.channel),
        agent_assign('WORKSPACE', paths.workspace),
        agent_assign('WORKSPACE_IS', lane.writableWorkspace ? 'own' : 'shared'),
        agent_assign('ARTIFACTS', paths.artifacts),
        agent_assign('SCRATCH', paths.scratch),
        agent_assign('ROOT', paths.root ?? ''),
        agent_assign('LANE_HOME', lane.runAsRoot ? rootHome : paths.home),
        agent_assign('HAS_GIT', lane.git ? 'yes' : 'no'),
        assignArray('STAGED', stagedMounts.map(({ mount, storePath }) => `${mount}=${storePath}`)),
        assignArray('ENVIRONMENT', Object.entries({ ...contextAt(paths, given), ...lane.env }).map(([key, value]) => `${key}=${value}`)),
        agent_assign('SECRETS', agent_exports(given.secrets)),
        agent_assign('WORKDIR', lane.workdir ?? ''),
        agent_assign('SHELL_IS', isUsual ? 'usual' : 'own'),
        agent_assign('SCRIPT', script),
        agent_assign('SCRIPT_FILE', scriptFile),
        assignArray('COMMAND', words),
    ];
    return (0,shell_functions/* shellProgram */.rM)(__webpack_require__.ab + "agent.sh", ...assignments, surroundings);
}
/** Tools that know GitHub look for the workspace where it says. */
function contextAt({ workspace }, { context }) {
    const isOnGithub = Object.hasOwn(context, 'GITHUB_ACTIONS');
    return isOnGithub ? { ...context, GITHUB_WORKSPACE: workspace } : context;
}
/** Commands for the shell that becomes the lane's command; see agent.sh. */
function agent_exports(variables) {
    return Object.entries(variables)
        .map(([key, value]) => `export ${agent_assign(key, value)}\n`)
        .join('');
}
/** An assignment of bash. */
function agent_assign(name, value) {
    return `${name}=${(0,shell_quote/* quote */.h)(value)}`;
}
function assignArray(name, values) {
    return `${name}=(${values.map(shell_quote/* quote */.h).join(' ')})`;
}


/***/ }),

/***/ 55004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ findExpression)
/* harmony export */ });
/**
 * An expression of find(1), over `./path` in the locale C, for a list of path patterns. It takes
 * every file that the patterns take, and hardly any other: find's `*` also matches a slash.
 */
function findExpression(patterns) {
    // Of a list's patterns the last one that matches decides.
    return patterns.reduce((earlier, pattern) => {
        const excludes = pattern.startsWith('!');
        const { test, isExact } = testFor(excludes ? pattern.slice(1) : pattern);
        if (!excludes)
            return ['(', ...test, '-o', ...earlier, ')'];
        return isExact ? ['(', '!', ...test, ...earlier, ')'] : earlier;
    }, nothing);
}
/** All that is asked about are plain files. */
const nothing = ['!', '-type', 'f'];
/** Each `**` doubles the tests. */
const mostDeep = 4;
function testFor(pattern) {
    const segments = pattern.split('/');
    const deep = segments.filter((segment) => segment === '**').length;
    if (deep > mostDeep)
        return { test: ['-path', './*'], isExact: false };
    const others = segments.filter((segment) => segment !== '**');
    const isExact = others.every((segment) => !segment.includes('?') && !segment.includes('**'));
    if (deep > 0 || others.some((segment) => segment.includes('**'))) {
        const paths = withoutDeep(segments).map((path) => ['-path', `./${path.map(glob).join('/')}`]);
        const test = ['(', ...paths.flatMap((path, at) => (at === 0 ? path : ['-o', ...path])), ')'];
        return { test, isExact: isExact && others.every((segment) => !segment.includes('*')) };
    }
    // As many slashes as the pattern has, so each `*` stays within its segment.
    const deeper = `./${'*/'.repeat(segments.length)}*`;
    const path = `./${segments.map(glob).join('/')}`;
    return { test: ['(', '-path', path, '!', '-path', deeper, ')'], isExact };
}
/** `**` with a slash behind it stands for folders, or for none; at the end for anything. */
function withoutDeep(segments) {
    return segments.reduce((paths, segment, at) => segment === '**' && at < segments.length - 1
        ? paths.flatMap((path) => [path, [...path, '*']])
        : paths.map((path) => [...path, segment]), [[]]);
}
/** A character may be several of find's. */
function glob(segment) {
    return segment.replace(/[[\]\\]/g, String.raw `\$&`).replace(/[*?]+/g, '*');
}


/***/ }),

/***/ 22645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readFacts)
/* harmony export */ });
const longestValue = 200;
const mostValues = 100;
/**
 * Reads lines of a key, a space and a value. Values come bounded and without control characters, so
 * that they are harmless wherever they are shown.
 */
function readFacts(printed) {
    const values = new Map();
    for (const line of printed.split('\n')) {
        const [, key, value = ''] = /^([a-z_]+)(?: (.*))?$/s.exec(line) ?? [];
        if (key === undefined)
            continue;
        const known = values.get(key) ?? [];
        if (known.length < mostValues)
            known.push(plain(value));
        values.set(key, known);
    }
    return { get: (key) => values.get(key)?.[0], all: (key) => values.get(key) ?? [] };
}
/** Escape sequences lose what makes them one; marks that turn the direction of writing go, too. */
function plain(value) {
    return value
        .slice(0, longestValue)
        .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '')
        .trim();
}


/***/ }),

/***/ 59672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   bc: () => (/* binding */ readImageReference),
/* harmony export */   my: () => (/* binding */ formatImageReference)
/* harmony export */ });
const component = String.raw `[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*`;
const registry = String.raw `(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?`;
const pattern = new RegExp(`^(?<registry>${registry})/(?<path>${component}(?:/${component})*)` +
    String.raw `(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$`);
/**
 * Reads a reference as Docker does: `node:24` is docker.io/library/node:24, and what names neither tag nor
 * digest means `latest`. See https://github.com/distribution/reference.
 * @returns nothing for a text that is none
 */
function readImageReference(text) {
    const [first = '', ...rest] = text.split('/');
    // The first part is a registry where it looks like a machine's name, and else a part of the path.
    const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
    const whole = hasRegistry ? text : `docker.io/${rest.length === 0 ? 'library/' : ''}${text}`;
    const { registry: machine, path, tag, digest } = pattern.exec(whole)?.groups ?? {};
    if (machine === undefined || path === undefined || path.length > 255)
        return undefined;
    return { name: `${machine}/${path}`, tag: tag ?? (digest ? undefined : 'latest'), digest };
}
function formatImageReference({ name, tag, digest }) {
    return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** The registry that a reference's name begins with. */
function registryOf({ name }) {
    return name.split('/')[0] ?? '';
}


/***/ }),

/***/ 65328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ secondsText),
/* harmony export */   VF: () => (/* binding */ guestSizes),
/* harmony export */   en: () => (/* binding */ wordText),
/* harmony export */   fC: () => (/* binding */ installableText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

/** Values of settings as they are written, which manifests and backends read alike. */
const wordText = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1, 'must not be empty');
/** One word of a command line of Nix, where it must not be taken for a flag. */
const installableText = wordText.refine((word) => !word.startsWith('-'), 'must not begin with `-`');
const secondsText = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
    .min(1)
    .max(24 * 60 * 60);
const guestSizes = {
    vcpu: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(256),
    memMib: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(64),
    diskGib: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
};


/***/ }),

/***/ 80420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ setupCommand)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36813);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69590);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87512);



/** What makes a machine a host, to be copied. */
function setupCommand({ address, workDir }) {
    const [first] = address.kind === 'ssh' ? address.endpoints : [];
    if (first === undefined)
        return 'pikaci host setup local';
    const folder = workDir === _target_js__WEBPACK_IMPORTED_MODULE_1__/* .usualWorkDir */ .Tg ? '' : ` --work-dir ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(workDir)}`;
    return `pikaci host setup ${(0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .formatEndpoint */ .T0)(first)}${folder}`;
}


/***/ }),

/***/ 17520:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ isInWorkspace),
/* harmony export */   QX: () => (/* binding */ nixBuild)
/* harmony export */ });
/* unused harmony export resolveInstallable */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _host_capture_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10432);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33934);
/* harmony import */ var _host_shell_functions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67664);





/**
 * Builds an installable on a host, or finds it built, and keeps it by a GC root. What comes out of a
 * snapshot is the same each time, so a root that is there answers without asking Nix, and without
 * waiting for the snapshot.
 * @param failure what a failed build means to the caller
 * @returns its store path
 */
async function nixBuild(host, options, failure) {
    const { nix, installable, snapshotHash, sandbox, signal } = options;
    const inSnapshot = isInWorkspace(installable);
    const root = rootName(inSnapshot ? [await snapshotHash(), installable] : [installable]);
    const built = inSnapshot ? await findBuilt(host, root, signal) : undefined;
    if (built !== undefined)
        return built;
    const resolved = inSnapshot
        ? resolveInstallable(installable, await options.snapshotTree())
        : installable;
    const { exit, stdout, stderr } = await host.call({
        script: (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_3__/* .shellProgram */ .rM)(__webpack_require__.ab + "nix-build.sh", (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_3__/* .workFolderFunctions */ .$R)()),
        args: [nix, resolved, host.spec.workDir, root, sandbox],
        purpose: `build ${installable}`,
    }, { signal });
    const [, unsandboxed] = /^pikaci: sandbox = (.*)$/m.exec(stdout) ?? [];
    if (!(0,_host_host_js__WEBPACK_IMPORTED_MODULE_4__/* .succeeded */ .gq)(exit) && unsandboxed !== undefined) {
        const { name } = host.spec;
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO({
            cause: 'nix_unsandboxed',
            host: name,
            installable,
            sandbox: unsandboxed,
        });
    }
    if (!(0,_host_host_js__WEBPACK_IMPORTED_MODULE_4__/* .succeeded */ .gq)(exit)) {
        const log = (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_2__/* .lastLines */ .w$)(stderr, 20);
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO(failure(log === '' ? (0,_host_host_js__WEBPACK_IMPORTED_MODULE_4__/* .formatExit */ .qn)(exit) : log));
    }
    const path = storePathOf(stdout);
    if (path === undefined)
        throw new _model_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .FailureError */ .pO(failure(`nix answered: ${stdout.slice(0, 200)}`));
    return path;
}
async function findBuilt(host, root, signal) {
    const command = {
        script: (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_3__/* .shellProgram */ .rM)(__webpack_require__.ab + "find-built.sh", (0,_host_shell_functions_js__WEBPACK_IMPORTED_MODULE_3__/* .workFolderFunctions */ .$R)()),
        args: [host.spec.workDir, root],
        purpose: 'look for what is built',
    };
    const path = (await (0,_host_capture_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)(host, command, { signal })).trim();
    return isStorePath(path) ? path : undefined;
}
/** Whether an installable is meant in the workspace. */
function isInWorkspace(installable) {
    return relativeInstallable.test(installable);
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
/** Of a GC root in the work folder. */
function rootName(parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
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


/***/ })

};
;