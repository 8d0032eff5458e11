import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const program = join(import.meta.dirname, 'vm-host');

/** Makes what instances start from; answers why this machine cannot, where it cannot. */
export function prepareEmbeddedHost(): string | undefined {
  const { status, stderr } = spawnSync(program, ['prepare'], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return undefined;
  if (status === 3) return stderr.trim();
  throw new Error(`vm-host prepare failed (${String(status)}):\n${stderr}`);
}

/** The folder of a layer of Debian with gcc and make: `tar.zst`, and `diff-id`. */
export function debianLayer(): string {
  return execFileSync(program, ['debian-layer'], { encoding: 'utf8' }).trim();
}

interface Instance {
  instance: string;
  address: string;
  ssh_key_file: string;
  known_hosts_file: string;
  known_hosts: string;
  work_dir: string;
  guest: string;
  root: string;
}

interface HostOverrides {
  address?: string;
  guest?: string;
  workDir?: string;
  bootTimeoutSecs?: number;
  allow?: readonly string[];
  maxVcpu?: number;
}

interface HostCommand {
  command: readonly string[];
  user?: 'ci' | 'root';
  input?: string;
  /** In seconds; an end by it has the status 124. */
  timeout?: number;
}

interface Finished {
  /** As a shell has it. */
  status: number | null;
  stdout: string;
  stderr: string;
}

/** An instance of the embedded VM host: a real sshd with Nix and QEMU behind it. */
export class EmbeddedHost implements Disposable {
  readonly instance: Instance;

  private constructor(instance: Instance) {
    this.instance = instance;
  }

  /** Ends with this process at the latest. */
  static start(): EmbeddedHost {
    const name = `test-${process.pid}-${randomBytes(3).toString('hex')}`;
    const owner = String(process.pid);
    const json = execFileSync(program, ['up', '--instance', name, '--owner', owner], {
      encoding: 'utf8',
    });
    return new EmbeddedHost(JSON.parse(json) as Instance);
  }

  /** Settings that tell a manifest's host `builder` where it is. */
  hosts(overrides: HostOverrides = {}): string {
    const { address, guest, bootTimeoutSecs, allow, maxVcpu }: Instance & HostOverrides = {
      ...this.instance,
      ...overrides,
    };
    const work_dir = overrides.workDir ?? this.instance.work_dir;
    const microvm = { guest, vcpu: 1, mem_mib: 512, boot_timeout_secs: bootTimeoutSecs };
    const image = { vcpu: 1, mem_mib: 512, boot_timeout_secs: bootTimeoutSecs };
    const builder = { address, work_dir, microvm, image, allow, max_vcpu: maxVcpu };
    return JSON.stringify({ builder });
  }

  /** Flags for the command line; the host settings go to a file in `folder`. */
  flags(folder: string, overrides: HostOverrides & { knownHosts?: string } = {}): string[] {
    const hosts = join(folder, 'hosts.json');
    writeFileSync(hosts, this.hosts(overrides));
    const knownHosts = overrides.knownHosts ?? this.instance.known_hosts_file;
    return [
      '--hosts',
      hosts,
      '--ssh-key',
      this.instance.ssh_key_file,
      '--ssh-known-hosts',
      knownHosts,
    ];
  }

  /** Runs a command as root inside. */
  shell(...command: string[]): string {
    return execFileSync(
      program,
      ['shell', '--instance', this.instance.instance, '--', ...command],
      {
        encoding: 'utf8',
      },
    );
  }

  /** Runs a command inside, for tests that look at how it ends; as `ci` unless said otherwise. */
  async run({ command, user = 'ci', input = '', timeout = 60 }: HostCommand): Promise<Finished> {
    // A pipe of root's cannot be opened anew as /dev/stdin by another user: `cat` gives one of its own.
    const script = 'limit=$1; shift; cat | timeout "$limit" "$@"';
    const become =
      user === 'root'
        ? []
        : ['setpriv', '--reuid=ci', '--regid=ci', '--init-groups', 'env', 'HOME=/home/ci'];
    const child = spawn(
      program,
      [
        ...['shell', '--instance', this.instance.instance, '--', ...become],
        ...['sh', '-c', script, 'sh', String(timeout), ...command],
      ],
      { stdio: 'pipe' },
    );
    // A command that never reads its input closes the pipe, which is no failure.
    child.stdin.on('error', () => undefined).end(input);
    const [stdout, stderr, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    return { status, stdout, stderr };
  }

  /** Starts one more sshd there, for tests that end it or bend its settings. */
  startSshd(port: number, ...options: string[]): void {
    this.shell(
      '/usr/sbin/sshd',
      ...[
        '-p',
        String(port),
        '-o',
        'ListenAddress=127.0.0.1',
        '-o',
        `PidFile=/run/sshd-${port}.pid`,
      ],
      ...['-o', 'HostKey=/etc/ssh/ssh_host_ed25519_key', '-o', 'UsePAM=no', '-o', 'AllowUsers=ci'],
      ...options,
    );
  }

  /** Ends it with all of its connections. */
  stopSshd(port: number): void {
    const script =
      'pid=$(cat "$1"); children=$(pgrep -P "$pid"); kill $children "$pid"; rm -f "$1"';
    this.shell('sh', '-c', script, 'sh', `/run/sshd-${port}.pid`);
  }

  /** Lets one more key in. */
  authorize(publicKey: string): void {
    appendFileSync(this.path('/home/ci/.ssh/authorized_keys'), publicKey);
  }

  /** A path on the host, as this machine sees it. */
  path(path: string): string {
    return `${this.instance.root}${path}`;
  }

  /** What lanes left behind, by name: guests' folders and any process but the host's own. */
  leftovers(): string[] {
    const guests = this.path(`${this.instance.work_dir}/guests`);
    const folders = existsSync(guests) ? readdirSync(guests).map((name) => `folder ${name}`) : [];
    const processes = this.shell('ps', '-eo', 'user=,args=')
      .split('\n')
      .filter((line) => line.startsWith('ci ') && !/^ci +sshd/.test(line))
      .map((line) => `process ${line}`);
    return [...folders, ...processes];
  }

  [Symbol.dispose](): void {
    execFileSync(program, ['down', '--instance', this.instance.instance]);
  }
}
