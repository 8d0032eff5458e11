"use strict";
exports.id = 677;
exports.ids = [677];
exports.modules = {

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
            const dropped = error instanceof _model_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FailureError */ .pO && error.failure.cause === 'connection_lost';
            idle += 1;
            if (!dropped || idle > dropsWithoutProgress)
                throw error;
        }
    }
}


/***/ }),

/***/ 3677:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectSsh: () => (/* binding */ connectSsh)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/model/address.js
var model_address = __webpack_require__(36813);
// EXTERNAL MODULE: ./build/model/failure.js
var model_failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/host/ssh/connection.js
/** The link is gone; whatever was under way may or may not have happened on the host. */
class LinkBroken extends Error {
    name = 'LinkBroken';
}
/** The host grants this connection no further channel (sshd's MaxSessions). */
class ChannelRefused extends Error {
    name = 'ChannelRefused';
}
/** The host opens channels and runs no commands in them. */
class CommandRefused extends Error {
    name = 'CommandRefused';
}
/** With the pause between two, some seconds. */
const mostIdleRefusals = 40;
/** One authenticated connection and its channels. */
class Connection {
    #client;
    #channels = 0;
    /** Learned from a refusal; hosts do not tell it. */
    #mostChannels = Infinity;
    #hasHeldAny = false;
    /** In a row, while nothing was held. */
    #idleRefusals = 0;
    #isOpen = true;
    constructor(client) {
        this.#client = client;
        client.once('close', () => {
            this.#isOpen = false;
        });
    }
    get isOpen() {
        return this.#isOpen;
    }
    /** How many are open, or being opened. */
    get channels() {
        return this.#channels;
    }
    get hasRoom() {
        return this.#channels < this.#mostChannels;
    }
    /**
     * Whether a refusal while nothing is held may pass: a host may say that a channel is closed a moment
     * before it counts its session no more.
     */
    get mayHaveRoomSoon() {
        return this.#hasHeldAny && this.#idleRefusals < mostIdleRefusals;
    }
    /**
     * Starts a command line in a channel of its own.
     * @throws LinkBroken
     * @throws ChannelRefused
     * @throws CommandRefused
     */
    async open(commandLine) {
        this.#channels += 1;
        try {
            const opened = await this.#exec(commandLine);
            this.#hasHeldAny = true;
            this.#idleRefusals = 0;
            void opened.ended.then(() => {
                this.#channels -= 1;
            });
            return opened;
        }
        catch (error) {
            this.#channels -= 1;
            if (error instanceof ChannelRefused) {
                this.#mostChannels = Math.max(this.#channels, this.#hasHeldAny ? 1 : 0);
                if (this.#channels === 0)
                    this.#idleRefusals += 1;
            }
            throw error;
        }
    }
    /** Says goodbye; whatever is open is lost. */
    end() {
        this.#isOpen = false;
        this.#client.end();
    }
    #exec(commandLine) {
        return new Promise((resolve, reject) => {
            const lost = (cause) => reject(new LinkBroken('the link broke while a channel was opened', { cause }));
            this.#client.once('close', lost);
            try {
                this.#client.exec(commandLine, (error, channel) => {
                    this.#client.off('close', lost);
                    // Listened to at once: a short command may end within the packet that opens its channel.
                    if (error === undefined)
                        resolve({ channel, ended: exitOf(channel) });
                    else if (isRefusal(error))
                        reject(new ChannelRefused(error.message, { cause: error }));
                    else if (isCommandRefusal(error))
                        reject(new CommandRefused(error.message));
                    else
                        lost(error);
                });
            }
            catch (error) {
                // ssh2 throws "Not connected" from the moment the host hangs up, which may be long before it
                // says `close`: whoever tries again until then must not be given this connection.
                this.#isOpen = false;
                this.#client.off('close', lost);
                lost(error);
            }
        });
    }
}
/** The host's own answer has a reason code (RFC 4254, section 5.1); a broken link has none. */
function isRefusal(error) {
    return typeof error.reason === 'number';
}
/** ssh2's own words for the host's no to a command in an open channel; it gives no code. */
function isCommandRefusal(error) {
    return error.message === 'Unable to exec';
}
function exitOf(channel) {
    return new Promise((resolve) => {
        let exit;
        channel.on('exit', (code, signal) => {
            if (code !== null)
                exit = { kind: 'code', code };
            else if (signal !== undefined)
                exit = { kind: 'signal', signal };
        });
        channel.once('close', () => resolve(exit));
    });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(85472);
var lib_default = /*#__PURE__*/__webpack_require__.n(lib);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/host/ssh/private-key.js


/**
 * Reads a private key as people paste it – indented, on one line, in base64, with `\n` spelt out –
 * and in the forms that tools write it.
 * @returns what our client takes, or what is wrong
 */
function readPrivateKey(text, passphraseText) {
    const passphrase = passphraseText.replace(/[\r\n]+$/, '');
    if (text.trim() === '')
        return unusable('no key is given');
    const armoured = findArmour(text);
    if (armoured === undefined)
        return unusable(describeStranger(text));
    const { label, pem } = armoured;
    if (label.includes('PUBLIC') || label.includes('CERTIFICATE'))
        return unusable('it is a public key');
    if (label === 'PRIVATE KEY' || label === 'ENCRYPTED PRIVATE KEY')
        return readPkcs8(pem, passphrase);
    const parsed = lib_default().utils.parseKey(pem, passphrase === '' ? undefined : passphrase);
    if (parsed instanceof Error) {
        return unusable(`${parsed.message} (it is a ${label}; ${convert})`);
    }
    return parsed.isPrivateKey()
        ? { kind: 'usable', pem, passphrase }
        : unusable('it is a public key');
}
const convert = '`ssh-keygen -p -f FILE` writes it in the form of OpenSSH';
function unusable(detail) {
    return { kind: 'unusable', detail };
}
/** Finds the key in a text; OpenSSL may put parameters in front of it. */
function findArmour(text) {
    const plain = text
        .replace(/^\uFEFF/, '')
        .replaceAll(String.raw `\r`, '')
        .replaceAll(String.raw `\n`, '\n');
    if (!plain.includes('-----BEGIN')) {
        const decoded = Buffer.from(plain, 'base64').toString('latin1');
        return decoded.includes('-----BEGIN') && !text.includes('-----')
            ? findArmour(decoded)
            : undefined;
    }
    const blocks = [...plain.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^]*?)-----END \1-----/g)];
    const keys = blocks.filter(([, label = '']) => label.endsWith('PRIVATE KEY'));
    const [, label, body = ''] = keys[0] ?? blocks[0] ?? [];
    return label === undefined ? undefined : { label, pem: armour(label, body) };
}
/** Headers of old encrypted keys, which stand before the base64 and apart from it. */
const pemHeaders = /^\s*Proc-Type:\s*(4,ENCRYPTED)\s+DEK-Info:\s*(\S+)\s+/;
/** The lines as they are meant, however they came. */
function armour(label, body) {
    const [whole, type, info] = pemHeaders.exec(body) ?? [];
    const headers = whole === undefined ? [] : [`Proc-Type: ${type ?? ''}`, `DEK-Info: ${info ?? ''}`, ''];
    const base64 = body.slice(whole?.length ?? 0).replace(/\s+/g, '');
    const lines = base64.match(/.{1,64}/g) ?? [];
    return [`-----BEGIN ${label}-----`, ...headers, ...lines, `-----END ${label}-----`, ''].join('\n');
}
function describeStranger(text) {
    if (/^PuTTY-User-Key-File/m.test(text)) {
        return 'it is a key of PuTTY; `puttygen FILE -O private-openssh -o key` writes it in the form of OpenSSH';
    }
    if (/^\s*(ssh-|ecdsa-|sk-)\S+\s+AAAA/.test(text))
        return 'it is a public key';
    if (text.includes('-----BEGIN'))
        return 'it is cut off: its last line, -----END …-----, is missing';
    return 'it has no line -----BEGIN … PRIVATE KEY-----';
}
/** What OpenSSL writes, and ssh2 does not read. */
function readPkcs8(pem, passphrase) {
    const isEncrypted = pem.startsWith('-----BEGIN ENCRYPTED');
    if (isEncrypted && passphrase === '') {
        return unusable('Encrypted private key detected, but no passphrase given');
    }
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)({ key: pem, ...(isEncrypted && { passphrase }) });
    }
    catch {
        return unusable(isEncrypted
            ? 'the passphrase does not open it'
            : 'it is damaged: OpenSSL cannot read it as PKCS#8');
    }
    const converted = sshForm(key);
    if (converted !== undefined)
        return { kind: 'usable', pem: converted, passphrase: '' };
    const type = key.asymmetricKeyType ?? 'unknown';
    return unusable(`it is of type ${type}, which SSH does not know; make one with \`ssh-keygen\``);
}
function sshForm(key) {
    switch (key.asymmetricKeyType) {
        case 'rsa':
            return key.export({ type: 'pkcs1', format: 'pem' }).toString();
        case 'ec': {
            const curves = ['prime256v1', 'secp384r1', 'secp521r1'];
            const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
            if (!curves.includes(curve))
                return undefined;
            return key.export({ type: 'sec1', format: 'pem' }).toString();
        }
        case 'ed25519':
            return opensshEd25519(key.export({ format: 'jwk' }));
        default:
            return undefined;
    }
}
/** OpenSSH's own form (PROTOCOL.key), unencrypted. */
function opensshEd25519({ d = '', x = '' }) {
    const type = Buffer.from('ssh-ed25519');
    const seed = Buffer.from(d, 'base64url');
    const point = Buffer.from(x, 'base64url');
    const pair = Buffer.concat([seed, point]);
    const check = Buffer.alloc(8);
    const secret = Buffer.concat([check, ...[type, point, pair, Buffer.alloc(0)].map(framed)]);
    const padding = Buffer.from(Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, n) => n + 1));
    const none = framed(Buffer.from('none'));
    const body = Buffer.concat([
        Buffer.from('openssh-key-v1\0'),
        ...[none, none, framed(Buffer.alloc(0)), Buffer.from([0, 0, 0, 1])],
        framed(Buffer.concat([type, point].map(framed))),
        framed(Buffer.concat([secret, padding])),
    ]);
    return armour('OPENSSH PRIVATE KEY', body.toString('base64'));
}
function framed(bytes) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}

// EXTERNAL MODULE: ./build/host/known-hosts.js
var known_hosts = __webpack_require__(98571);
;// CONCATENATED MODULE: ./build/host/ssh/dial.js






/** From the first packet to a ready session; covers a slow host, not a dead one. */
const readyTimeoutMs = 20_000;
/** A silent link is given up after 20 s: four probes, none of them answered. */
const keepaliveIntervalMs = 5_000;
const keepaliveCountMax = 3;
/**
 * Connects to one endpoint, through others where `hops` says so, with pinned host keys all the way.
 * @param host the host's name in the manifest, for errors
 * @throws FailureError `host_unreachable`, `host_key_unpinned`, `host_key_changed`,
 *   `host_login_refused`
 */
async function dial(host, endpoint, hops, identity, signal) {
    const through = [];
    try {
        for (const hop of hops) {
            const socket = await forwardTo(host, hop, through.at(-1));
            through.push(await connect(host, hop, socket, identity, signal));
        }
        const socket = await forwardTo(host, endpoint, through.at(-1));
        return { client: await connect(host, endpoint, socket, identity, signal), through };
    }
    catch (error) {
        for (const client of through)
            client.destroy();
        throw error;
    }
}
async function connect(host, endpoint, socket, identity, signal) {
    signal?.throwIfAborted();
    const client = new (lib_default()).Client();
    let refusal;
    const user = endpoint.user ?? (0,external_node_os_.userInfo)().username;
    const verifier = (key) => {
        refusal = refuseHostKey(host, endpoint, identity.knownHosts, key);
        return refusal === undefined;
    };
    const ready = new Promise((resolve, reject) => {
        // For good: a client may have several errors to tell, and each would end the process if nobody
        // listened. Later ones end the channels, which is where they are told.
        client.once('ready', resolve).on('error', reject);
        client.once('close', () => reject(new Error('the host closed the connection')));
    });
    const abort = () => void client.destroy();
    signal?.addEventListener('abort', abort, { once: true });
    try {
        client.connect({
            ...connectConfig(endpoint, identity),
            ...(socket !== undefined && { sock: socket }),
            username: user,
            hostVerifier: verifier,
        });
        // Without it each small packet waits for the acknowledgement of the one before.
        client.setNoDelay(true);
        await ready;
    }
    catch (error) {
        client.destroy();
        signal?.throwIfAborted();
        throw refusal ?? connectFailure(host, endpoint, user, error);
    }
    finally {
        signal?.removeEventListener('abort', abort);
    }
    return client;
}
/** A stream to an endpoint through a host that is connected; nothing where there is none. */
function forwardTo(host, endpoint, via) {
    if (via === undefined)
        return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
        via.forwardOut('127.0.0.1', 0, endpoint.hostname, endpoint.port, (error, channel) => {
            if (error === undefined)
                resolve(channel);
            else {
                const reason = { kind: 'other', detail: `the jump host says: ${error.message}` };
                reject(unreachable(host, endpoint, reason, error));
            }
        });
    });
}
/** What our client can check, best first. */
const hostKeyTypes = [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
];
function connectConfig({ hostname, port }, { proof, knownHosts }) {
    const pinned = (0,known_hosts/* pinnedKeyTypes */.X6)(knownHosts, hostname, port).flatMap(
    // A pinned RSA key is used with SHA-2 signatures (RFC 8332); SHA-1 ones are refused everywhere.
    (type) => (type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [type]));
    // A host that has none of the pinned types is to show what it has.
    const serverHostKey = [...hostKeyTypes].sort((a, b) => Number(pinned.includes(b)) - Number(pinned.includes(a)));
    return {
        host: hostname,
        port,
        ...(proof.kind === 'agent'
            ? // Nothing but the proof we were given: further tries count against the host's limit.
                { agent: proof.socket, authHandler: ['agent'] }
            : {
                privateKey: proof.privateKey,
                ...(proof.passphrase !== '' && { passphrase: proof.passphrase }),
                authHandler: ['publickey'],
            }),
        readyTimeout: readyTimeoutMs,
        keepaliveInterval: keepaliveIntervalMs,
        keepaliveCountMax,
        algorithms: { serverHostKey },
    };
}
/**
 * A proof with its key in a form that our client takes.
 * @throws FailureError `ssh_key_unusable`
 */
function checkProof(host, proof) {
    if (proof.kind === 'agent')
        return proof;
    const read = readPrivateKey(proof.privateKey, proof.passphrase);
    if (read.kind === 'usable') {
        return { kind: 'key', privateKey: read.pem, passphrase: read.passphrase };
    }
    throw new model_failure/* FailureError */.pO({ cause: 'ssh_key_unusable', host, detail: read.detail });
}
function refuseHostKey(host, endpoint, knownHosts, key) {
    const { hostname, port } = endpoint;
    const verdict = (0,known_hosts/* verifyHostKey */.Hj)(knownHosts, hostname, port, key);
    if (verdict.kind === 'pinned')
        return undefined;
    if (verdict.kind === 'unusable')
        return verdict.failure;
    const where = { host, address: (0,model_address/* formatEndpoint */.T0)(endpoint) };
    const offered = (0,known_hosts/* knownHostsLine */.TZ)(hostname, port, key);
    return new model_failure/* FailureError */.pO(verdict.kind === 'unpinned'
        ? { cause: 'host_key_unpinned', ...where, offered }
        : { cause: 'host_key_changed', ...where, offered, pinned: verdict.pinned });
}
function connectFailure(host, endpoint, user, error) {
    const { level, code, message } = error;
    const isTooMuch = /too many authentication failures/i.test(message);
    if (level === 'client-authentication' || isTooMuch) {
        const address = (0,model_address/* formatEndpoint */.T0)(endpoint);
        const after = isTooMuch ? 'too many keys' : 'our key';
        const failure = { cause: 'host_login_refused', host, address, user, after };
        return new model_failure/* FailureError */.pO(failure, { cause: error });
    }
    return unreachable(host, endpoint, unreachableReason(level, code, message), error);
}
function unreachable(host, endpoint, reason, cause) {
    const address = (0,model_address/* formatEndpoint */.T0)(endpoint);
    return new model_failure/* FailureError */.pO({ cause: 'host_unreachable', host, address, reason }, { cause });
}
function unreachableReason(level, code, message) {
    if (code === 'ECONNREFUSED')
        return { kind: 'refused' };
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return { kind: 'unresolved' };
    if (level === 'client-timeout' || code === 'ETIMEDOUT') {
        return { kind: 'timed_out', afterMs: readyTimeoutMs };
    }
    return { kind: 'other', detail: message };
}

// EXTERNAL MODULE: ./build/host/answer.js
var answer = __webpack_require__(45454);
// EXTERNAL MODULE: ./build/host/drops.js
var drops = __webpack_require__(81592);
// EXTERNAL MODULE: ./build/model/shell-quote.js
var shell_quote = __webpack_require__(69590);
;// CONCATENATED MODULE: ./build/host/ssh/program.js

/** Linux takes 128 KB in one word (MAX_ARG_STRLEN). */
const longestWord = 100_000;
/**
 * A text for `sh` that runs a script in a process of its own, or in place of that `sh`: then the
 * script leads the channel's process group.
 */
function programOf({ script, args = [] }, start) {
    const isLong = [script, ...args].some((word) => Buffer.byteLength(word) > longestWord);
    // What is no program's argument has no limit.
    return isLong
        ? `(\nset -- ${(0,shell_quote/* quoteAll */._)(args)}\n${script}\n)`
        : `${start} -c ${(0,shell_quote/* quote */.h)(script)} ${(0,shell_quote/* quoteAll */._)(['sh', ...args])}`;
}

// EXTERNAL MODULE: ./build/host/host.js
var host_host = __webpack_require__(33934);
;// CONCATENATED MODULE: ./build/host/ssh/start.js



/**
 * Linux takes 128 KB in one word (MAX_ARG_STRLEN), and the whole line is one for the login shell.
 * In base64 these are 100 KB.
 */
const longestText = 75_000;
/** BSD's csh takes no more than 1 KB in one of its own. */
const start_longestWord = 900;
/** Start files may be slow; something that never starts us, such as an SFTP server, ends here. */
const startTimeoutMs = 30_000;
const saidBytes = 4096;
/**
 * Starts our own `sh` through whatever login shell an account has. The line is read alike by every
 * shell: in its quotes stands no quote, backslash, line end or `!`, and the program itself is base64.
 * What is said before our mark – by start files, say – is not the program's.
 */
class Start {
    /** For the login shell. */
    line;
    /** Has to stand in front of the program's own input; most often empty. */
    input;
    stdout;
    stderr;
    #timeoutMs;
    /** @param program a text for `sh`, whose exit is the channel's */
    constructor(program, timeoutMs = startTimeoutMs) {
        const nonce = (0,external_node_crypto_.randomBytes)(8).toString('hex');
        // On a host that shows the line, as `set -x` does, the mark does not stand in it.
        const mark = `${nonce}${nonce}\n`;
        this.#timeoutMs = timeoutMs;
        const text = Buffer.from(program);
        if (text.length <= longestText) {
            this.line = `exec sh -c '${decodeFromWords}' ${nonce} ${inWords(text)}`;
            this.input = Buffer.alloc(0);
        }
        else {
            this.line = `exec sh -c '${readFromInput}' ${nonce} ${text.length}`;
            this.input = text;
        }
        this.stdout = new BeyondMark(mark);
        this.stderr = new BeyondMark(mark);
    }
    /**
     * @returns never, unless the program has not begun within the time for it
     * @throws FailureError `host_without_shell`
     */
    async overdue(host, signal) {
        const { promise, reject } = Promise.withResolvers();
        const timer = setTimeout(() => {
            const secs = Math.round(this.#timeoutMs / 1000);
            reject(this.#failure(host, `nothing of ours began within ${secs} s`));
        }, this.#timeoutMs);
        const stop = () => clearTimeout(timer);
        signal.addEventListener('abort', stop, { once: true });
        void this.stdout.reached.then(stop);
        return promise;
    }
    /** What it means that the host ended the command: nothing where our program ended itself. */
    failureOf(host, exit) {
        return this.stdout.isReached ? undefined : this.#failure(host, (0,host_host/* formatExit */.qn)(exit));
    }
    #failure(host, how) {
        const said = [this.stdout.before, this.stderr.before].map(printable).filter(Boolean).join('\n');
        return new model_failure/* FailureError */.pO({ cause: 'host_without_shell', host, how, said });
    }
}
/** Old macOS has -D where all others have -d. */
const decodeFromWords = 'p=$(printf %s "$@" | base64 -d 2>/dev/null) || p=$(printf %s "$@" | base64 -D) || exit 127; echo $0$0; echo $0$0 >&2; eval "$p"';
/** `bs=1`: not a byte more than the program may be read. */
const readFromInput = 'echo $0$0; echo $0$0 >&2; p=$(dd bs=1 count=$1 2>/dev/null); eval "$p"';
/** Padded to whole groups, so that no `=` is needed, which zsh has a meaning for. */
function inWords(text) {
    const padding = Buffer.alloc((3 - (text.length % 3)) % 3, ' ');
    const encoded = Buffer.concat([text, padding]).toString('base64');
    return (encoded.match(new RegExp(`.{1,${start_longestWord}}`, 'g')) ?? []).join(' ');
}
/** Lets through what comes after a mark, and remembers the end of what came before it. */
class BeyondMark {
    #mark;
    #reached = Promise.withResolvers();
    #before = Buffer.alloc(0);
    #isReached = false;
    constructor(mark) {
        this.#mark = Buffer.from(mark);
    }
    get isReached() {
        return this.#isReached;
    }
    get reached() {
        return this.#reached.promise;
    }
    get before() {
        return this.#before.toString();
    }
    add(chunk) {
        if (this.#isReached)
            return chunk;
        const held = Buffer.concat([this.#before, chunk]);
        const at = held.indexOf(this.#mark);
        if (at === -1) {
            this.#before = held.subarray(-saidBytes);
            return Buffer.alloc(0);
        }
        this.#isReached = true;
        this.#before = held.subarray(0, at);
        this.#reached.resolve(undefined);
        return held.subarray(at + this.#mark.length);
    }
}
/** Our own line in somebody's complaint is cut off. */
function printable(text) {
    const lines = text.replaceAll('\r', '').trim().split('\n').slice(-8);
    return lines
        .map((line) => line.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '�').slice(0, 200))
        .join('\n');
}

;// CONCATENATED MODULE: ./build/host/ssh/shell.js






/** The first script travels with the request to open its shell where it is no longer than this. */
const longestFirst = 60_000;
/**
 * A `sh` on the host that waits for scripts on its input and so answers each in one round trip,
 * where a channel of its own would cost two. Answers end with a mark that nothing a script prints
 * can guess.
 */
class Shell {
    #opened;
    #start;
    #host;
    constructor(opened, start, host) {
        this.#opened = opened;
        this.#start = start;
        this.#host = host;
    }
    /** Opens a shell with its first script, which travels with the request to open it. */
    static async start(connection, host, command, options) {
        const request = new Request(host, command, options);
        // The words of a command line show in the process list; what goes through stdin must not.
        const fits = options.stdin === undefined && request.text.length < longestFirst;
        const start = new Start(fits ? `${request.text}exec sh` : 'exec sh');
        const shell = new Shell(await connection.open(start.line), start, host);
        const answer = shell.#converse(request, fits);
        // A caller who is gone by now asks no more; whoever is there meets the error.
        answer.catch(() => undefined);
        return { shell, answer };
    }
    /**
     * Runs a script; one at a time.
     * @throws LinkBroken also when the shell was ended on the host
     */
    call(command, options) {
        return this.#converse(new Request(this.#host, command, options), false);
    }
    destroy() {
        this.#opened.channel.destroy();
    }
    async #converse(request, isSent) {
        const { channel, ended } = this.#opened;
        const start = this.#start;
        const over = new AbortController();
        const { promise, resolve, reject } = Promise.withResolvers();
        const onChunk = (add) => (chunk) => {
            try {
                const answer = add(chunk);
                if (answer !== undefined)
                    resolve(answer);
            }
            catch (error) {
                reject(error);
            }
        };
        const onStdout = onChunk((chunk) => request.addStdout(start.stdout.add(chunk)));
        const onStderr = onChunk((chunk) => request.addStderr(start.stderr.add(chunk)));
        channel.on('data', onStdout);
        channel.stderr.on('data', onStderr);
        void ended.then((exit) => {
            const lost = new LinkBroken('the shell ended before it answered');
            reject((exit && start.failureOf(this.#host, exit)) ?? lost);
        });
        // Not before its turn: a start file may read what comes.
        if (!isSent)
            void start.stdout.reached.then(() => channel.write(request.text));
        if (!start.stdout.isReached)
            start.overdue(this.#host, over.signal).catch(reject);
        try {
            return await promise;
        }
        finally {
            over.abort();
            channel.off('data', onStdout);
            channel.stderr.off('data', onStderr);
        }
    }
}
/** A script as the shell gets it, and its answer as it comes back. */
class Request {
    text;
    #mark = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    #buffer;
    #stdout = new MarkedStream(`${this.#mark} `);
    #stderr = new MarkedStream(`${this.#mark}\n`);
    #code;
    #stderrEnded = false;
    constructor(host, command, { stdin }) {
        this.#buffer = new answer/* AnswerBuffer */.t(host, command);
        const program = programOf(command, 'sh');
        const source = stdin === undefined ? `${program} </dev/null` : `printf %s ${(0,shell_quote/* quote */.h)(stdin)} | ${program}`;
        this.text = `${source}\nprintf '${this.#mark} %s\\n' "$?"; printf '${this.#mark}\\n' >&2\n`;
    }
    addStdout = (chunk) => {
        const { content, rest } = this.#stdout.add(chunk);
        if (content.length > 0)
            this.#buffer.addStdout(content);
        const [, code] = /^(\d+)\n/.exec(rest?.toString() ?? '') ?? [];
        if (code !== undefined)
            this.#code = Number(code);
        return this.#answer();
    };
    addStderr = (chunk) => {
        const { content, rest } = this.#stderr.add(chunk);
        if (content.length > 0)
            this.#buffer.addStderr(content);
        this.#stderrEnded ||= rest !== undefined;
        return this.#answer();
    };
    #answer() {
        if (this.#code === undefined || !this.#stderrEnded)
            return undefined;
        return this.#buffer.answer({ kind: 'code', code: this.#code });
    }
}
/** Takes a stream apart at its mark, which may come in pieces. */
class MarkedStream {
    #mark;
    #held = Buffer.alloc(0);
    #isBeyond = false;
    constructor(mark) {
        this.#mark = Buffer.from(mark);
    }
    /** @returns what is known to stand before the mark, and what has come after it */
    add(chunk) {
        this.#held = Buffer.concat([this.#held, chunk]);
        if (this.#isBeyond)
            return { content: Buffer.alloc(0), rest: this.#held };
        const at = this.#held.indexOf(this.#mark);
        this.#isBeyond = at !== -1;
        const safe = this.#isBeyond ? at : Math.max(0, this.#held.length - this.#mark.length);
        const content = this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(this.#isBeyond ? at + this.#mark.length : safe);
        return { content, rest: this.#isBeyond ? this.#held : undefined };
    }
}

;// CONCATENATED MODULE: ./build/host/ssh/ssh-host.js








const refusalPauseMs = 50;
/**
 * A machine behind SSH: one connection, made again when it breaks, and a further one only where
 * the host grants too few channels. Short scripts share shells that stay open.
 */
class SshHost {
    spec;
    #dial;
    #closing = new AbortController();
    #connections;
    #dialling;
    #idleShells = [];
    constructor(spec, first, dial) {
        this.spec = spec;
        this.#connections = [first];
        this.#dial = dial;
    }
    async call(command, options = {}) {
        return (0,drops/* acrossDrops */.O)(async () => {
            options.signal?.throwIfAborted();
            const idle = this.#takeIdleShell();
            const { connection, shell, answer } = idle === undefined
                ? await this.#startShell(command, options)
                : { ...idle, answer: idle.shell.call(command, options) };
            try {
                const answered = await unlessAborted(answer, options.signal);
                this.#idleShells.push({ connection, shell });
                return answered;
            }
            catch (error) {
                shell.destroy();
                throw this.#translate(error, command);
            }
        });
    }
    async exec(command, options = {}) {
        const { stdin, signal, onStdout, onStderr } = options;
        signal?.throwIfAborted();
        const { name } = this.spec;
        const start = new Start(programOf(command, 'exec sh'));
        const { channel, ended } = await this.#open(command, signal, (connection) => connection.open(start.line), (opened) => void opened.channel.destroy());
        const work = async () => {
            await Promise.all([
                feed(channel, start, stdin),
                drain(channel, start.stdout, onStdout),
                drain(channel.stderr, start.stderr, onStderr),
            ]);
            const exit = await ended;
            if (exit === undefined)
                throw this.#lost(command);
            const failure = start.failureOf(name, exit);
            if (failure !== undefined)
                throw failure;
            return exit;
        };
        const over = new AbortController();
        try {
            const inTime = Promise.race([work(), start.overdue(name, over.signal)]);
            return await unlessAborted(inTime, signal);
        }
        catch (error) {
            channel.destroy();
            throw error;
        }
        finally {
            over.abort();
        }
    }
    [Symbol.asyncDispose]() {
        this.#closing.abort(new Error('the host is closed'));
        for (const connection of this.#connections)
            connection.end();
        return Promise.resolve();
    }
    #takeIdleShell() {
        for (;;) {
            const idle = this.#idleShells.pop();
            if (idle === undefined || idle.connection.isOpen)
                return idle;
        }
    }
    async #startShell(command, options) {
        return this.#open(command, options.signal, async (connection) => {
            const started = await Shell.start(connection, this.spec.name, command, options);
            return { connection, ...started };
        }, ({ shell }) => shell.destroy());
    }
    /**
     * Opens something on the first connection that has room for it.
     * @param abandon undoes what was opened for a caller who has gone
     */
    async #open(command, signal, open, abandon) {
        for (;;) {
            const connection = await this.#connectionWithRoom(signal);
            const opening = open(connection);
            try {
                return await unlessAborted(opening, signal);
            }
            catch (error) {
                if (signal?.aborted === true)
                    opening.then(abandon, () => undefined);
                if (error instanceof CommandRefused) {
                    const { name: host } = this.spec;
                    const how = 'it refuses to run commands';
                    throw new model_failure/* FailureError */.pO({ cause: 'host_without_shell', host, how, said: '' });
                }
                if (!(error instanceof ChannelRefused))
                    throw this.#translate(error, command);
                if (connection.channels > 0)
                    continue;
                // A connection that refuses while it holds nothing refuses for good, or has not noticed yet.
                if (!connection.mayHaveRoomSoon) {
                    throw (0,answer/* commandFailed */.n)(this.spec.name, command, 'no session', error.message);
                }
                await (0,promises_.setTimeout)(refusalPauseMs);
                signal?.throwIfAborted();
            }
        }
    }
    async #connectionWithRoom(signal) {
        this.#connections = this.#connections.filter(({ isOpen }) => isOpen);
        const known = this.#connections.find(({ hasRoom }) => hasRoom);
        if (known !== undefined)
            return known;
        // One at a time: lanes that lost the same link wait for the same new one.
        this.#dialling ??= this.#dial(this.#closing.signal).finally(() => {
            this.#dialling = undefined;
        });
        const dialled = await unlessAborted(this.#dialling, signal);
        if (!this.#connections.includes(dialled))
            this.#connections.push(dialled);
        return dialled;
    }
    #translate(error, command) {
        return error instanceof LinkBroken ? this.#lost(command, error) : error;
    }
    #lost(command, cause) {
        return new model_failure/* FailureError */.pO({ cause: 'connection_lost', host: this.spec.name, during: `\`${command.purpose}\`` }, { cause });
    }
}
/**
 * Rejects with the signal's reason as soon as it aborts. The host confirms the end of a channel
 * only when whatever the command started has closed its output, which may take for ever.
 */
async function unlessAborted(work, signal) {
    if (signal === undefined)
        return work;
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    try {
        return await Promise.race([work, aborted.promise]);
    }
    finally {
        signal.removeEventListener('abort', abort);
        // Told already, if it was lost to the race.
        work.catch(() => undefined);
    }
}
/** Hands on what comes, in order; a handler that takes its time stops the flow. */
function drain(output, beyond, handler) {
    return new Promise((resolve, reject) => {
        output.on('data', (chunk) => {
            try {
                const ours = beyond.add(chunk);
                if (ours.length === 0)
                    return;
                const handled = handler?.(ours);
                if (handled === undefined)
                    return;
                output.pause();
                handled.then(() => output.resume(), reject);
            }
            catch (error) {
                reject(error instanceof Error ? error : new Error(String(error)));
            }
        });
        output.once('close', resolve).once('end', resolve).once('error', reject);
    });
}
async function feed(channel, start, stdin) {
    if (stdin === undefined) {
        channel.end(start.input);
        return;
    }
    // Whoever writes to it may be waiting for an answer that can no longer come.
    const closed = new Promise((resolve) => channel.once('close', resolve));
    const end = () => void stdin.destroy();
    channel.once('close', end);
    // Not before its turn: a start file may read what comes.
    await Promise.race([start.stdout.reached, closed]);
    if (channel.writable)
        channel.write(start.input);
    try {
        for await (const chunk of stdin) {
            if (!channel.writable)
                break;
            if (!channel.write(chunk))
                await writable(channel);
        }
        channel.end();
    }
    catch (error) {
        if (!isPrematureClose(error))
            throw error;
    }
    finally {
        channel.off('close', end);
        end();
    }
}
function writable(channel) {
    return new Promise((resolve) => {
        if (channel.destroyed) {
            resolve();
            return;
        }
        const done = () => {
            channel.off('drain', done).off('close', done);
            resolve();
        };
        channel.on('drain', done).on('close', done);
    });
}
function isPrematureClose(error) {
    return error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

;// CONCATENATED MODULE: ./build/host/ssh/connect.js






/** Unless somebody has more patience: a restart of sshd, not a host that is down. */
const defaultPatienceMs = 4_000;
/** A broken link is made again within this, which is shorter than a guest's lease. */
const againWindowMs = 90_000;
const longestPauseMs = 5_000;
/**
 * Connects to a machine over SSH.
 * @throws FailureError `ssh_key_unusable`, `host_unreachable`, `host_key_unpinned`,
 *   `host_key_changed`, `host_login_refused`
 */
async function connectSsh(spec, { address, hops }, identity, { signal, patienceMs = defaultPatienceMs, onConnected }) {
    const checked = { ...identity, proof: checkProof(spec.name, identity.proof) };
    const connect = async (windowMs, within) => {
        const start = performance.now();
        const attempt = async (endpoint) => ({
            endpoint,
            ...(await dial(spec.name, endpoint, hops, checked, within)),
        });
        const dialled = await persist(address.endpoints, attempt, windowMs, within);
        dialled.client.once('close', () => {
            for (const hop of dialled.through)
                hop.end();
        });
        onConnected?.((0,model_address/* formatEndpoint */.T0)(dialled.endpoint), performance.now() - start);
        return new Connection(dialled.client);
    };
    const first = await connect(patienceMs, signal);
    return new SshHost(spec, first, (again) => connect(againWindowMs, again));
}
/**
 * Tries endpoints in turn, over and over within a window, for as long as it is only the way there
 * that fails: a host that answers with another key, or refuses ours, is never asked twice.
 */
async function persist(endpoints, attempt, windowMs, signal) {
    const end = performance.now() + windowMs;
    for (let round = 0;; round += 1) {
        let failure;
        for (const endpoint of endpoints) {
            try {
                return await attempt(endpoint);
            }
            catch (error) {
                if (!isTransport(error))
                    throw error;
                failure ??= error;
            }
        }
        const pause = jittered(Math.min(longestPauseMs, 200 * 2 ** round));
        if (performance.now() + pause > end)
            throw failure;
        await (0,promises_.setTimeout)(pause, undefined, { signal });
    }
}
/** Runners that lost the same host must not all come back at the same moment. */
function jittered(milliseconds) {
    return milliseconds * (0.5 + Math.random());
}
function isTransport(error) {
    if (!(error instanceof model_failure/* FailureError */.pO) || error.failure.cause !== 'host_unreachable')
        return false;
    return error.failure.reason.kind !== 'unresolved';
}


/***/ })

};
;