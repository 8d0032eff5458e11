"use strict";
exports.id = 97;
exports.ids = [97];
exports.modules = {

/***/ 7097:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectSsh: () => (/* binding */ connectSsh)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(5472);
var lib_default = /*#__PURE__*/__webpack_require__.n(lib);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
// EXTERNAL MODULE: ./build/model/target.js
var target = __webpack_require__(7512);
// EXTERNAL MODULE: ./build/host/known-hosts.js
var known_hosts = __webpack_require__(8571);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./build/model/shell-quote.js
var shell_quote = __webpack_require__(9590);
;// CONCATENATED MODULE: ./build/host/shell-command.js

/**
 * One line for whatever login shell the user has there (fish and csh read it alike), which starts
 * `sh` with the script as a single quoted word.
 */
function shellCommand({ script, args = [] }) {
    return `exec sh -c ${(0,shell_quote/* quote */.h)(script)} ${(0,shell_quote/* quoteAll */._)(['sh', ...args])}`;
}

;// CONCATENATED MODULE: ./build/host/ssh/ssh-host.js



/** A machine behind one SSH connection; each command has a channel of its own. */
class SshHost {
    spec;
    #client;
    constructor(spec, client) {
        this.spec = spec;
        this.#client = client;
    }
    async exec(command, options = {}) {
        const { stdin, signal, onStdout, onStderr } = options;
        signal?.throwIfAborted();
        const { channel, ended } = await this.#open(command);
        const work = async () => {
            await Promise.all([
                feed(channel, stdin),
                drain(channel, onStdout),
                drain(channel.stderr, onStderr),
            ]);
            const exit = await ended;
            if (exit === undefined)
                throw this.#lost(command);
            return exit;
        };
        try {
            return await unlessAborted(work(), signal);
        }
        catch (error) {
            channel.destroy();
            throw error;
        }
    }
    async [Symbol.asyncDispose]() {
        const closed = (0,external_node_events_.once)(this.#client, 'close');
        this.#client.end();
        const timeout = AbortSignal.timeout(2000);
        await Promise.race([closed, (0,external_node_events_.once)(timeout, 'abort')]);
        this.#client.destroy();
    }
    #open(command) {
        return new Promise((resolve, reject) => {
            const lost = () => reject(this.#lost(command));
            this.#client.once('close', lost);
            try {
                this.#client.exec(shellCommand(command), (error, channel) => {
                    this.#client.off('close', lost);
                    if (error)
                        reject(this.#lost(command, error));
                    // Listened to at once: a short command may end within the packet that opens its channel.
                    else
                        resolve({ channel, ended: exitOf(channel) });
                });
            }
            catch (error) {
                // ssh2 throws "Not connected" where the link is already gone.
                reject(this.#lost(command, error));
            }
        });
    }
    #lost(command, cause) {
        return new failure/* FailureError */.pO({ kind: 'connection_lost', host: this.spec.name, during: `\`${command.purpose}\`` }, { cause });
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
async function drain(output, handler) {
    try {
        for await (const chunk of output)
            await handler?.(chunk);
    }
    catch (error) {
        if (!isPrematureClose(error))
            throw error;
    }
}
async function feed(channel, stdin) {
    if (stdin === undefined || typeof stdin === 'string') {
        channel.end(stdin ?? '');
        return;
    }
    try {
        for await (const chunk of stdin) {
            if (!channel.writable)
                break;
            if (!channel.write(chunk))
                await writable(channel);
        }
        channel.end();
    }
    finally {
        stdin.destroy();
    }
}
function writable(channel) {
    return new Promise((resolve) => {
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






/** From the first packet to a ready session; covers a slow host, not a dead one. */
const readyTimeoutMs = 20_000;
/** Three unanswered probes end a silent link after a minute. */
const keepaliveIntervalMs = 15_000;
const keepaliveCountMax = 4;
/**
 * Connects to a machine over SSH, with one key and pinned host keys.
 * @throws FailureError `host_unreachable`, `host_key_unpinned`, `host_key_changed`,
 *   `host_login_refused`, `ssh_key_unusable`
 */
async function connectSsh(spec, address, identity, signal) {
    signal.throwIfAborted();
    checkPrivateKey(spec, identity.privateKey);
    const client = new (lib_default()).Client();
    let refusal;
    const user = address.user ?? (0,external_node_os_.userInfo)().username;
    const verifier = (key) => {
        refusal = refuseHostKey(spec, address, identity.knownHosts, key);
        return refusal === undefined;
    };
    const ready = new Promise((resolve, reject) => {
        client.once('ready', resolve).once('error', reject);
        client.once('close', () => reject(new Error('the host closed the connection')));
    });
    const abort = () => void client.destroy();
    signal.addEventListener('abort', abort, { once: true });
    try {
        client.connect(connectConfig(address, user, identity, verifier));
        await ready;
    }
    catch (error) {
        client.destroy();
        signal.throwIfAborted();
        throw refusal ?? connectFailure(spec, user, error);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
    // Without it each small packet waits for the acknowledgement of the one before.
    client.setNoDelay(true);
    // Later errors end the channels, which is where they are told.
    client.on('error', () => undefined);
    return new SshHost(spec, client);
}
function connectConfig(address, username, { privateKey, knownHosts }, hostVerifier) {
    const serverHostKey = (0,known_hosts/* pinnedKeyTypes */.X6)(knownHosts, address.hostname, address.port).flatMap(
    // A pinned RSA key is used with SHA-2 signatures (RFC 8332); SHA-1 ones are refused everywhere.
    (type) => (type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [type]));
    return {
        host: address.hostname,
        port: address.port,
        username,
        privateKey,
        hostVerifier,
        // Nothing but the key we were given: further tries count against the host's limit.
        authHandler: ['publickey'],
        readyTimeout: readyTimeoutMs,
        keepaliveInterval: keepaliveIntervalMs,
        keepaliveCountMax,
        ...(serverHostKey.length > 0 && { algorithms: { serverHostKey } }),
    };
}
function checkPrivateKey(spec, privateKey) {
    const parsed = lib_default().utils.parseKey(privateKey);
    const problem = parsed instanceof Error
        ? parsed.message
        : parsed.isPrivateKey()
            ? undefined
            : 'it is a public key';
    if (problem !== undefined) {
        throw new failure/* FailureError */.pO({ kind: 'ssh_key_unusable', host: spec.name, detail: problem });
    }
}
function refuseHostKey(spec, address, knownHosts, key) {
    const { hostname, port } = address;
    const verdict = (0,known_hosts/* verifyHostKey */.Hj)(knownHosts, hostname, port, key);
    if (verdict.kind === 'pinned')
        return undefined;
    const where = { host: spec.name, address: (0,target/* formatAddress */.M0)(address) };
    const offered = (0,known_hosts/* knownHostsLine */.TZ)(hostname, port, key);
    return new failure/* FailureError */.pO(verdict.kind === 'unpinned'
        ? { kind: 'host_key_unpinned', ...where, offered }
        : { kind: 'host_key_changed', ...where, offered, pinned: verdict.pinned });
}
function connectFailure(spec, user, error) {
    const { level, code, message } = error;
    const where = { host: spec.name, address: (0,target/* formatAddress */.M0)(spec.address) };
    if (level === 'client-authentication') {
        return new failure/* FailureError */.pO({ kind: 'host_login_refused', ...where, user }, { cause: error });
    }
    return new failure/* FailureError */.pO({ kind: 'host_unreachable', ...where, reason: unreachableReason(level, code, message) }, { cause: error });
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


/***/ })

};
;