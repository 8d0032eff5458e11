import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
  closeSync,
  mkdirSync,
} from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { layoutTag } from './oci-image.ts';
import { until } from './until.ts';

export interface Login {
  user: string;
  password: string;
}

/** One answered request, as the registry's access log has it. */
export interface RegistryRequest {
  method: string;
  path: string;
  status: number;
}

/**
 * Debian's `docker-registry` inside an embedded host, on a port of 127.0.0.1. It is one of that
 * host's own processes, so it ends with the host, and the host ends with its test.
 */
export class Registry implements AsyncDisposable {
  readonly host: EmbeddedHost;
  readonly #login: Login | undefined;
  /** Config, storage and logs, as the host sees it. */
  readonly #folder = `/var/lib/registry-${randomBytes(4).toString('hex')}`;
  #port = 0;
  #pid: string | undefined;

  private constructor(host: EmbeddedHost, login: Login | undefined) {
    this.host = host;
    this.#login = login;
  }

  /** With a login, nobody else may read or write. */
  static async start(host: EmbeddedHost, login?: Login): Promise<Registry> {
    const registry = new Registry(host, login);
    mkdirSync(registry.#outside(), { recursive: true });
    if (login !== undefined) registry.#write('htpasswd', await htpasswdLine(host, login));
    await registry.start();
    trustWithoutTls(host, registry.port);
    return registry;
  }

  get port(): number {
    return this.#port;
  }

  /** What the host calls an image here, as `ci/base:v1` or `ci/base@sha256:…`. */
  reference(image: string): string {
    return `127.0.0.1:${this.#port}/${image}`;
  }

  /** What skopeo takes as `--authfile`: JSON that lets it in here. */
  authFile(login = this.#login, port = this.#port): string {
    if (login === undefined) return '{}';
    const auth = Buffer.from(`${login.user}:${login.password}`).toString('base64');
    return JSON.stringify({ auths: { [`127.0.0.1:${port}`]: { auth } } });
  }

  /** Starts it again on the same port, with what was pushed before. */
  async start(): Promise<void> {
    if (this.#pid !== undefined) throw new Error('the registry is up already');
    this.#write('config.yml', this.#config());
    const script =
      'cd "$1"; : >registry.log; docker-registry serve config.yml >>access.log 2>registry.log </dev/null & echo "$!"';
    this.#pid = this.host.shell('sh', '-c', script, 'sh', this.#folder).trim();
    // Only its own log tells which port the kernel gave it.
    let listening: RegExpExecArray | null = null;
    await until('the registry listens', () => {
      const log = readFileSync(this.#outside('registry.log'), 'utf8');
      if (log.includes('"level":"fatal"')) throw new Error(`the registry did not start:\n${log}`);
      listening = /listening on 127\.0\.0\.1:(\d+)/.exec(log);
      return listening !== null;
    });
    this.#port = Number(listening?.[1]);
  }

  stop(): void {
    if (this.#pid === undefined) return;
    const script = 'kill "$1"; while [ -d "/proc/$1" ]; do sleep 0.02; done';
    this.host.shell('sh', '-c', script, 'sh', this.#pid);
    this.#pid = undefined;
  }

  /** Takes in a layout with one image, or with an index and all that it names; answers the digest. */
  async push(layout: string, image: string): Promise<string> {
    // The host sees nothing of this machine, so the layout moves in for a moment.
    const moved = join(this.#folder, `push-${randomBytes(4).toString('hex')}`);
    cpSync(layout, this.host.path(moved), { recursive: true });
    try {
      const pushed = await this.host.run({
        command: [
          'skopeo',
          'copy',
          '--all',
          '--preserve-digests',
          '--authfile',
          '/dev/stdin',
          '--digestfile',
          `${moved}/digest`,
          `oci:${moved}:${layoutTag}`,
          `docker://${this.reference(image)}`,
        ],
        user: 'root',
        input: this.authFile(),
      });
      if (pushed.status !== 0) throw new Error(`could not push ${image}: ${pushed.stderr}`);
      return readFileSync(this.host.path(`${moved}/digest`), 'utf8').trim();
    } finally {
      rmSync(this.host.path(moved), { recursive: true });
    }
  }

  /** What was asked so far, in order. A request shows up only when its answer has ended. */
  requests(): readonly RegistryRequest[] {
    const log = this.#outside('access.log');
    if (!existsSync(log)) return [];
    return Array.from(
      readFileSync(log, 'utf8').matchAll(/"([A-Z]+) (\S+) HTTP\/[\d.]+" (\d+) /g),
      ([, method = '', path = '', status]) => ({ method, path, status: Number(status) }),
    );
  }

  /** How often each blob was handed out, by digest. */
  blobsFetched(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { method, path, status } of this.requests()) {
      const [, digest] = /\/blobs\/(sha256:[0-9a-f]{64})$/.exec(path) ?? [];
      if (method !== 'GET' || status !== 200 || digest === undefined) continue;
      counts.set(digest, (counts.get(digest) ?? 0) + 1);
    }
    return counts;
  }

  forgetRequests(): void {
    // The registry appends, so it goes on at the new start.
    this.#write('access.log', '');
  }

  /** Flips one bit of a stored blob; the registry hands it out under its old name. */
  tamper(digest: string, offset = 0): void {
    const [, hex = ''] = digest.split(':');
    const stored = `storage/docker/registry/v2/blobs/sha256/${hex.slice(0, 2)}/${hex}/data`;
    const file = openSync(this.#outside(stored), 'r+');
    try {
      const byte = Buffer.alloc(1);
      if (readSync(file, byte, 0, 1, offset) !== 1)
        throw new Error(`${digest} has no byte ${offset}`);
      byte.writeUInt8(byte.readUInt8() ^ 1);
      writeSync(file, byte, 0, 1, offset);
    } finally {
      closeSync(file);
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.stop();
    rmSync(this.#outside(), { recursive: true, force: true });
    return Promise.resolve();
  }

  #outside(name = ''): string {
    return this.host.path(join(this.#folder, name));
  }

  #write(name: string, text: string): void {
    writeFileSync(this.#outside(name), text);
  }

  /** YAML takes JSON. */
  #config(): string {
    return JSON.stringify({
      version: '0.1',
      log: { level: 'info', formatter: 'json' },
      storage: { filesystem: { rootdirectory: `${this.#folder}/storage` } },
      http: { addr: `127.0.0.1:${this.#port}` },
      ...(this.#login && {
        auth: { htpasswd: { realm: 'test', path: `${this.#folder}/htpasswd` } },
      }),
    });
  }
}

/** Lets the host's skopeo speak plain HTTP to a port of 127.0.0.1. */
export function trustWithoutTls(host: EmbeddedHost, port: number): void {
  const file = host.path(`/etc/containers/registries.conf.d/port-${port}.conf`);
  writeFileSync(file, `[[registry]]\nlocation = "127.0.0.1:${port}"\ninsecure = true\n`);
}

/** bcrypt is all that the registry takes; glibc's crypt, as Perl has it, makes it. */
async function htpasswdLine(host: EmbeddedHost, { user, password }: Login): Promise<string> {
  const script = 'print crypt(<STDIN>, q($2b$04$) . "a" x 22)';
  const made = await host.run({ command: ['perl', '-e', script], input: password });
  if (made.status !== 0) throw new Error(`could not hash the password: ${made.stderr}`);
  return `${user}:${made.stdout}\n`;
}
