"use strict";
exports.id = 752;
exports.ids = [752];
exports.modules = {

/***/ 69752:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UL: () => (/* binding */ downloadArtifacts),
  wn: () => (/* binding */ listArtifacts),
  QM: () => (/* binding */ uploadFile),
  uploadFolder: () => (/* binding */ uploadFolder)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/github/artifact-files.js



/** What GitHub takes in no path of an artifact, because some file system would not. */
const illegal = /["<>:|*?\r\n]/;
/**
 * The plain files below a folder. Links are left out, wherever they lead: what they stand for may be
 * of this machine, and guests can make them. So is what cannot be read, and what GitHub would refuse
 * the whole artifact for.
 */
async function filesBelow(folder) {
    const files = [];
    const leftOut = [];
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
        if (entry.isDirectory())
            continue;
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const name = (0,external_node_path_.relative)(folder, path);
        const fits = entry.isFile() && !illegal.test(name) && (await isReadable(path));
        if (fits)
            files.push(path);
        else
            leftOut.push(name);
    }
    return { files: files.sort(), leftOut: leftOut.sort() };
}
async function isReadable(path) {
    try {
        await (0,promises_.access)(path, external_node_fs_.constants.R_OK);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/github/workflow-run.js
var workflow_run = __webpack_require__(26810);
// EXTERNAL MODULE: ./build/github/refusal.js
var refusal = __webpack_require__(26191);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/github/unpack.js




const gibibyte = 1024 ** 3;
/** Far above what any leg leaves, far below what a runner's disk holds. */
const usualLimits = {
    packed: 6 * gibibyte,
    files: 200_000,
    bytes: 4 * gibibyte,
    bytesOfAll: 8 * gibibyte,
};
/** As a runner's file system takes it, folders and all. */
const nameBytes = 1024;
/**
 * Unpacks what is wanted of an archive that somebody else may have made into a folder of its own,
 * which is new. Paths that lead out of it are refused, and links, parts that lie over each other, and
 * more than the limits allow, before anything is written that breaks them. Archives within it stay
 * as they are.
 * @param how `room` is what is left for all archives together; it gets less
 * @returns the files' paths below the folder, sorted
 * @throws Error that says what is wrong with the archive
 */
async function unpack(archive, folder, how, signal) {
    const { wanted, limits, room } = how;
    // Who uploads loads this file, too, and reads nothing.
    const { openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    // It checks that names are relative and without `..`, and sizes against what the archive says.
    const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
    try {
        await (0,promises_.mkdir)(folder);
        const files = [];
        let seen = 0;
        let packed = 0;
        let bytes = 0;
        for await (const entry of zip.eachEntry()) {
            signal.throwIfAborted();
            const { fileName: name, uncompressedSize: size } = entry;
            seen += 1;
            packed += entry.compressedSize;
            if (seen > limits.files)
                throw new Error(`it holds more than ${limits.files} files`);
            // What one byte of an archive can unpack to has a bound, unless many entries share it.
            if (packed > zip.fileSize)
                throw new Error('its files lie over each other');
            checkEntry(entry);
            const most = name.endsWith('/') ? undefined : wanted(name);
            if (most === undefined || size > most)
                continue;
            bytes += size;
            if (bytes > limits.bytes)
                throw new Error(`it unpacks to more than ${limits.bytes} bytes`);
            room.bytes -= size;
            if (room.bytes < 0) {
                throw new Error(`all artifacts unpack to more than ${limits.bytesOfAll} bytes`);
            }
            await writeEntry(zip, entry, (0,external_node_path_.join)(folder, name), signal);
            files.push(name);
        }
        // An archive has them in the order in which they were read.
        return files.sort();
    }
    finally {
        zip.close();
    }
}
function checkEntry({ fileName: name, externalFileAttributes }) {
    if (Buffer.byteLength(name) > nameBytes) {
        throw new Error(`a name in it has more than ${nameBytes} bytes`);
    }
    const type = (externalFileAttributes >>> 16) & typeMask;
    const isPlain = type === 0 || type === plainFile || (type === folderType && name.endsWith('/'));
    if (!isPlain)
        throw new Error(`${name} is not a plain file`);
}
async function writeEntry(zip, entry, path, signal) {
    const mode = entry.externalFileAttributes >>> 16;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const content = await zip.openReadStreamPromise(entry);
    // `wx`: of two entries of one name, the second is refused. No bit but the permissions counts.
    const file = (0,external_node_fs_.createWriteStream)(path, { flags: 'wx', mode: (mode & 0o777) | 0o600 });
    await (0,external_node_stream_promises_.pipeline)(content, file, { signal });
}
const typeMask = 0o170000;
const plainFile = 0o100000;
const folderType = 0o040000;

;// CONCATENATED MODULE: ./build/github/artifacts.js







/**
 * Uploads the plain files below a folder as one archive. An artifact of that name from an earlier
 * try of the same attempt is replaced.
 * @param name see `legArtifactName`
 * @returns what was left out of it besides, relative to the folder: links, and names that no
 *   artifact can hold
 */
function uploadFolder(service, name, folder, signal) {
    return withLibrary(service, signal, `Upload of artifact ${name}`, async (library, workflowRun) => {
        const { files, leftOut } = await filesBelow(folder);
        const upload = () => library.uploadArtifact(name, [...files], folder);
        return { ...uploaded(workflowRun, await replacing(library, name, upload)), leftOut };
    });
}
/**
 * Uploads one file as it is, so that a browser opens it. The artifact is named after the file; take
 * another name for each attempt, since GitHub keeps those of earlier ones.
 */
function uploadFile(service, file, signal) {
    const folder = (0,external_node_path_.dirname)(file);
    const name = file.slice(folder.length + 1);
    return withLibrary(service, signal, `Upload of artifact ${name}`, async (library, workflowRun) => {
        const upload = () => library.uploadArtifact(name, [file], folder, { skipArchive: true });
        return uploaded(workflowRun, await replacing(library, name, upload));
    });
}
/**
 * The run's artifacts whose names begin with a prefix: those of this attempt, and those that "Re-run
 * failed jobs" left in place. Each attempt can have one of a name. Needs no permission.
 */
function listArtifacts(service, prefix, signal) {
    return withLibrary(service, signal, 'List of artifacts', async (library, workflowRun) => {
        const { artifacts } = await library.listArtifacts({ latest: false });
        const ours = artifacts.filter(({ name }) => name.startsWith(prefix));
        return {
            artifacts: ours.map(({ name, id, size, digest }) => ({
                ...uploaded(workflowRun, { id, size }),
                name,
                digest,
            })),
        };
    });
}
/**
 * Downloads and unpacks artifacts, a few at a time, each into a folder of its own below `folder`.
 * Anybody's job in the run may have made them: see `unpack` for what is refused.
 * @param wanted files of each, see `unpack`
 * @returns an answer for each, in order
 */
async function downloadArtifacts(service, artifacts, folder, signal, wanted, limits = usualLimits) {
    const all = await withLibrary(service, signal, 'Download of artifacts', async (library) => {
        const answers = new Array();
        const room = { bytes: limits.bytesOfAll };
        const next = artifacts.entries();
        const worker = async () => {
            for (const [index, artifact] of next) {
                answers[index] = await answerFrom(signal, () => downloadOne(library, artifact, folder, { wanted, limits, room }, signal));
            }
        };
        await Promise.all(Array.from({ length: downloadsAtOnce }, worker));
        return { answers };
    });
    return all.kind === 'done' ? all.answers : artifacts.map(() => all);
}
const downloadsAtOnce = 4;
async function downloadOne(library, { id, digest, bytes }, folder, unpacking, signal) {
    const { packed: most } = unpacking.limits;
    if (bytes > most)
        throw new Error(`it has ${bytes} bytes, more than ${most}`);
    const packed = (0,external_node_path_.join)(folder, `${id}.packed`);
    await (0,promises_.mkdir)(packed, { recursive: true });
    try {
        // The library would unpack without a bound, and quietly elsewhere where a path leads out.
        const { digestMismatch } = await library.downloadArtifact(id, {
            path: packed,
            skipDecompress: true,
            ...(digest !== undefined && { expectedHash: digest }),
        });
        if (digestMismatch === true)
            throw new Error('it is not what was uploaded: another digest');
        const [archive = ''] = await (0,promises_.readdir)(packed);
        const into = (0,external_node_path_.join)(folder, String(id));
        return { folder: into, files: await unpack((0,external_node_path_.join)(packed, archive), into, unpacking, signal) };
    }
    finally {
        await (0,promises_.rm)(packed, { recursive: true, force: true });
    }
}
function uploaded(workflowRun, { id = 0, size = 0 }) {
    return { id, url: `${(0,workflow_run/* runUrl */.V)(workflowRun)}/artifacts/${id}`, bytes: size };
}
/** The service refuses a second artifact of a name with 409. */
async function replacing(library, name, upload) {
    try {
        return await upload();
    }
    catch (error) {
        if (statusIn(error) !== 409)
            throw error;
        await library.deleteArtifact(name);
        return upload();
    }
}
/**
 * Work with GitHub's library, which tells each step of it on stdout: the reader of a log gets one
 * closed group. It is loaded only when it is needed: it costs 140 ms.
 */
async function withLibrary(service, signal, title, work) {
    if (service.kind === 'unavailable')
        return service;
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(555), __webpack_require__.e(482)]).then(__webpack_require__.bind(__webpack_require__, 70482));
    (0,core/* startGroup */.Oh)(title);
    try {
        return await answerFrom(signal, () => work(new DefaultArtifactClient(), service.workflowRun));
    }
    finally {
        (0,core/* endGroup */.N4)();
    }
}
/**
 * The library takes no signal: when it is cancelled it is left to itself.
 * @throws the signal's reason, where it was cancelled
 */
async function answerFrom(signal, work) {
    const { promise: aborted, reject } = Promise.withResolvers();
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    try {
        signal.throwIfAborted();
        return { kind: 'done', ...(await Promise.race([work(), aborted])) };
    }
    catch (error) {
        (0,refusal/* throwIfCancelled */.dZ)(signal);
        return libraryRefusal(error);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}
function libraryRefusal(error) {
    const said = (0,refusal/* firstLine */.TM)(error instanceof Error ? error.message : String(error));
    const status = statusIn(error);
    if (status === undefined || status === 429 || status >= 500)
        return { kind: 'unavailable', why: said };
    return { kind: status === 401 || status === 403 ? 'not_permitted' : 'refused', status, said };
}
/** The library tells the service's answers only in words: `Failed request: (409) Conflict`. */
function statusIn(error) {
    const [, status] = /Failed request: \((\d{3})\)/.exec(String(error)) ?? [];
    return status === undefined ? undefined : Number(status);
}


/***/ })

};
;