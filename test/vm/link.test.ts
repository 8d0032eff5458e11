import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { capture } from '../../src/host/capture.ts';
import type { GuestSlot } from '../../src/guest/guest.ts';
import { launchOnHost } from '../support/host-local-guest.ts';
import { claimSlot } from '../../src/guest/slot.ts';
import { openHost, type Credentials } from '../../src/host/open.ts';
import { publishSnapshot } from '../../src/snapshot/publish.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { temporaryFolder } from '../support/folder.ts';
import { peakMemory } from '../support/peak-memory.ts';
import { Link, plain, wan, type LinkShape } from '../support/link.ts';
import { pikaci, runJson, start } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { lane } from '../support/samples.ts';
import { credentialsFor, knownHostsAt, openAt, specAt, sshPort } from '../support/ssh-host.ts';
import { until } from '../support/until.ts';
import { describeWithHost, expectNothingLeft } from './support.ts';

/** Lanes on the host itself, reached through a link: what is tried here is the link. */
function farProject(command: string, target = ''): Project {
  const project = new Project().manifest(`version = 1
[hosts.builder]
[targets.t]
runner = "host_local"
host = "builder"
timeout_secs = 120
${target}
[[targets.t.lanes]]
id = "lane"
command = ${JSON.stringify(command)}
`);
  project.file('content.txt', 'some content\n').commit();
  return project;
}

function flagsThrough(host: EmbeddedHost, project: Project, ...ports: number[]): string[] {
  const folder = join(project.root, '.git');
  const knownHosts = join(folder, 'known_hosts');
  writeFileSync(knownHosts, ports.map((port) => `${knownHostsAt(host, port)}\n`).join(''));
  const address = `ssh://ci@127.0.0.1:${ports[0] ?? 0}`;
  return host.flags(folder, { address, knownHosts });
}

/** A run's log without what a guest says of itself. */
function linesOf(project: Project, runId: string): string[] {
  const log = join(project.root, '.pikaci/runs', runId, 'jobs/lane/artifacts/guest.log');
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('[pikaci]'));
}

const numbers = (count: number): string[] => Array.from({ length: count }, (_, n) => String(n + 1));
const countTo = (count: number, pause: string): string =>
  `for i in $(seq ${count}); do echo $i; sleep ${pause}; done`;

interface Fault {
  name: string;
  shape?: LinkShape;
  seconds: number;
  strike: (link: Link) => Promise<void>;
}

describeWithHost('a lane over a bad link', (host) => {
  const faults: Fault[] = [
    {
      name: 'a connection that is reset three times',
      seconds: 5,
      strike: async (link) => {
        for (let times = 0; times < 3; times += 1) {
          await sleep(700);
          await link.cut();
        }
      },
    },
    {
      name: 'an outage of 20 s',
      seconds: 30,
      strike: async (link) => {
        await sleep(2000);
        await link.refuse();
        await sleep(20_000);
        await link.restore();
      },
    },
    {
      name: 'a link that silently drops everything for 20 s',
      shape: wan,
      seconds: 30,
      strike: async (link) => {
        await sleep(2000);
        await link.freeze();
        await sleep(20_000);
        await link.restore();
      },
    },
  ];

  it.concurrent.each(faults)(
    'has a log identical to the guest’s after $name',
    async ({ shape, seconds, strike }) => {
      const count = seconds * 10;
      using project = farProject(countTo(count, '0.1'));
      await using link = await Link.to(sshPort(host()), shape ?? plain);
      const run = start(project.root, ['run', 't', ...flagsThrough(host(), project, link.port)]);
      await run.said('│ 1\n');
      await strike(link);
      const { code, stdout, stderr } = await run.finished;
      expect(code, stdout + stderr).toBe(0);
      expect(stdout.match(/connected to builder/g)?.length).toBeGreaterThan(1);
      const [runId = ''] = readdirSync(join(project.root, '.pikaci/runs'));
      expect(linesOf(project, runId)).toEqual(numbers(count));
    },
  );

  it('passes wherever its connection is cut', async () => {
    using project = farProject('seq 2000');
    await using link = await Link.to(sshPort(host()));
    const flags = flagsThrough(host(), project, link.port);
    const whole = await link.traffic();
    await runJson(project.root, ['t', ...flags]);
    const { up, down } = await link.traffic();
    const cuts = [
      ...parts(up - whole.up, 14).map((bytes) => ({ bytes, direction: 'up' as const })),
      ...parts(down - whole.down, 8).map((bytes) => ({ bytes, direction: 'down' as const })),
    ];
    for (const { bytes, direction } of cuts) {
      await link.cutAfter(bytes, direction);
      const { code, record } = await runJson(project.root, ['t', ...flags]);
      const said = `cut after ${bytes} bytes ${direction}: ${JSON.stringify(record.jobs)}`;
      expect(code, said).toBe(0);
      expect(linesOf(project, record.run_id), said).toEqual(numbers(2000));
    }
    await expectNothingLeft(host());
  });

  it('waits for an sshd that is stopped for 10 s', async () => {
    using project = farProject(countTo(140, '0.1'));
    const port = sshPort(host()) + 1;
    host().startSshd(port);
    const flags = flagsThrough(host(), project, port);
    const run = start(project.root, ['run', 't', ...flags]);
    await run.said('│ 5\n');
    host().stopSshd(port);
    await sleep(10_000);
    host().startSshd(port);
    const { code, stdout } = await run.finished;
    host().stopSshd(port);
    expect(code, stdout).toBe(0);
    const [runId = ''] = readdirSync(join(project.root, '.pikaci/runs'));
    expect(linesOf(project, runId)).toEqual(numbers(140));
  });

  it('runs where sshd grants one session a connection', async () => {
    using project = farProject('seq 100', 'fail_fast = false');
    const port = sshPort(host()) + 2;
    host().startSshd(port, '-o', 'MaxSessions=1');
    const { code, record } = await runJson(project.root, [
      't',
      ...flagsThrough(host(), project, port),
    ]);
    host().stopSshd(port);
    expect(code, JSON.stringify(record)).toBe(0);
    expect(linesOf(project, record.run_id)).toEqual(numbers(100));
  });

  it('keeps its memory bounded, however much the guest says', async () => {
    using project = farProject('head -c 1000000000 /dev/zero | tr "\\0" "\\n"', 'log_mib = 2000');
    const run = start(project.root, [
      'run',
      't',
      '--output',
      'json',
      ...flagsThrough(host(), project, sshPort(host())),
    ]);
    const [{ code, stdout }, peak] = await Promise.all([run.finished, peakMemory(run)]);
    expect(code).toBe(0);
    const { run_id: runId } = JSON.parse(stdout) as { run_id: string };
    const log = join(project.root, '.pikaci/runs', runId, 'jobs/lane/artifacts/guest.log');
    const size = Number(execFileSync('wc', ['-c', log]).toString().split(' ')[0]);
    expect(size).toBeGreaterThan(1_000_000_000);
    expect(peak).toBeLessThan(300e6);
  });
});

describeWithHost('an upload', (host) => {
  it('that was killed is made again, and leaves nothing half', async () => {
    using project = farProject('cat large.bin | wc -c');
    const content = Buffer.alloc(20_000_000);
    for (let n = 0; n < content.length; n += 4) content.writeInt32LE((n * 2654435761) | 0, n);
    project.file('large.bin', content);
    await using link = await Link.to(sshPort(host()), { delayMs: 5, bitsPerSecond: 50e6 });
    const flags = flagsThrough(host(), project, link.port);
    const run = start(project.root, ['run', 't', ...flags]);
    await until('3 MB are up', async () => (await link.traffic()).up > 3_000_000);
    run.child.kill('SIGKILL');
    await run.finished;
    const { code, record } = await runJson(project.root, ['t', ...flags]);
    expect(code, JSON.stringify(record)).toBe(0);
    expect(linesOf(project, record.run_id).map((line) => line.trim())).toEqual(['20000000']);
    await until(
      'the killed upload is gone',
      () => readdirSync(host().path('/var/tmp/pikaci/tmp')).length === 0,
      10,
    );
  });
});

describeWithHost('a full disk', (host) => {
  const onSmallDisk = async (
    size: string,
    work: (disk: string) => Promise<void>,
  ): Promise<void> => {
    using folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder.path]);
    try {
      await work(folder.path);
    } finally {
      execFileSync('umount', [folder.path]);
    }
  };

  it('on our side ends the run, says so, and leaves no guest', async () => {
    using project = farProject('head -c 20000000 /dev/zero; sleep 100');
    await onSmallDisk('2m', async (disk) => {
      const flags = flagsThrough(host(), project, sshPort(host()));
      const { code, stderr } = await pikaci(project.root, [
        '--state-root',
        disk,
        'run',
        't',
        ...flags,
      ]);
      expect(code).toBe(1);
      expect(stderr).toContain(`cannot be written below ${disk}`);
      expect(stderr).toContain('no space left on device');
      await expectNothingLeft(host());
    });
  });

  it('on the host is told with what is left of it, and nothing is half published', async () => {
    using project = farProject('true');
    project.file('large.bin', randomBytes(3_000_000)).commit();
    host().shell(
      'sh',
      '-c',
      'mkdir -p /srv/small && mount -t tmpfs -o size=1m,mode=1777 tmpfs /srv/small',
    );
    const folder = join(project.root, '.git');
    const flags = host().flags(folder, { workDir: '/srv/small/pikaci' });
    const { code, record } = await runJson(project.root, ['t', ...flags]);
    expect(code).toBe(1);
    expect(record.failure_kind).toBe('infrastructure');
    expect(readFileSync(record.jobs[0]?.host_log_path ?? '', 'utf8')).toMatch(
      /disk of \/srv\/small: 0 kB left/,
    );
    expect(readdirSync(host().path('/srv/small/pikaci/snapshots'))).toEqual([]);
    expect(readdirSync(host().path('/srv/small/pikaci/tmp'))).toEqual([]);
    expect(readdirSync(host().path('/srv/small/pikaci/guests'))).toEqual([]);
  });
});

describeWithHost('the way to a host', (host) => {
  const open = (
    credentials: Partial<Credentials>,
    ports: readonly [number, ...number[]],
  ): ReturnType<typeof openHost> => {
    const [first, ...more] = ports.map((port) => ({ user: 'ci', hostname: '127.0.0.1', port }));
    if (first === undefined) throw new Error('a host has an endpoint');
    const spec = {
      ...specAt(host(), ports[0]),
      address: { kind: 'ssh', endpoints: [first, ...more] },
    };
    return openHost(
      spec as ReturnType<typeof specAt>,
      { ...credentialsFor(host(), ...ports), ...credentials },
      { signal: new AbortController().signal },
    );
  };
  const who = { script: 'id -un', purpose: 'say who I am' };

  it('is the first address that answers', async () => {
    const addresses: string[] = [];
    const spec = specAt(host(), sshPort(host()));
    const dead = { user: 'ci', hostname: '127.0.0.1', port: 9 };
    const alive = { user: 'ci', hostname: '127.0.0.1', port: sshPort(host()) };
    await using opened = await openHost(
      { ...spec, address: { kind: 'ssh', endpoints: [dead, alive] } },
      credentialsFor(host(), sshPort(host())),
      {
        signal: new AbortController().signal,
        onConnected: (address) => void addresses.push(address),
      },
    );
    expect(await capture(opened, who)).toBe('ci\n');
    expect(addresses).toEqual([`ssh://ci@127.0.0.1:${alive.port}`]);
  });

  it('may lead through other hosts, whose keys are pinned, too', async () => {
    const port = sshPort(host());
    await using jump = await Link.to(port);
    const proxyJump = [{ user: 'ci', hostname: '127.0.0.1', port: jump.port }];
    const pinned = credentialsFor(host(), port, jump.port);
    await using opened = await open({ ...pinned, proxyJump }, [port]);
    expect(await capture(opened, who)).toBe('ci\n');
    await expect(open({ proxyJump }, [port])).rejects.toMatchObject({
      failure: { cause: 'host_key_unpinned', address: `ssh://ci@127.0.0.1:${jump.port}` },
    });
  });

  it('says when the host behind the jump host does not answer', async () => {
    const port = sshPort(host());
    const proxyJump = [{ user: 'ci', hostname: '127.0.0.1', port }];
    await expect(open({ ...credentialsFor(host(), port), proxyJump }, [9])).rejects.toMatchObject({
      failure: { cause: 'host_unreachable', address: 'ssh://ci@127.0.0.1:9' },
    });
  });

  it.each(['ed25519', 'ecdsa', 'rsa'])(
    'opens to a key of type %s with a passphrase',
    async (type) => {
      using project = new Project();
      const file = join(project.root, 'key');
      execFileSync('ssh-keygen', ['-q', '-t', type, '-N', 'open sesame', '-f', file]);
      host().authorize(readFileSync(`${file}.pub`, 'utf8'));
      const privateKey = readFileSync(file, 'utf8');
      const key = (passphrase: string): Partial<Credentials> => ({
        proof: () => Promise.resolve({ kind: 'key', privateKey, passphrase }),
      });
      await using opened = await open(key('open sesame'), [sshPort(host())]);
      expect(await capture(opened, who)).toBe('ci\n');
      await expect(open(key('wrong'), [sshPort(host())])).rejects.toMatchObject({
        failure: { cause: 'ssh_key_unusable' },
      });
      await expect(open(key(''), [sshPort(host())])).rejects.toMatchObject({
        failure: {
          cause: 'ssh_key_unusable',
          detail: expect.stringContaining('no passphrase') as string,
        },
      });
    },
  );

  it('opens to the keys of an agent', async () => {
    using project = new Project();
    const socket = join(project.root, 'agent');
    const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
    await until('the agent listens', () => existsSync(socket));
    execFileSync('ssh-add', ['-q', host().instance.ssh_key_file], {
      env: { ...process.env, SSH_AUTH_SOCK: socket },
      stdio: 'ignore',
    });
    await using opened = await open({ proof: () => Promise.resolve({ kind: 'agent', socket }) }, [
      sshPort(host()),
    ]);
    expect(await capture(opened, who)).toBe('ci\n');
    agent.kill();
    await once(agent, 'exit');
  });

  /** How often we speak again after we have heard something. */
  const turns = async (link: Link, work: () => Promise<unknown>): Promise<number> => {
    const before = await link.traffic();
    await work();
    return (await link.traffic()).roundTrips - before.roundTrips;
  };

  it('costs a round trip a step once it is open', async () => {
    await using link = await Link.to(sshPort(host()), wan);
    await using opened = await openAt(host(), link.port);
    await capture(opened, who);
    expect(await turns(link, () => capture(opened, who))).toBe(1);
  });

  it('costs four round trips from its opening to a guest’s launch, where all is there', async () => {
    using project = new Project().file('a', '1');
    project.commit();
    const never = new AbortController().signal;
    const snapshot = await snapshotOf(project);
    await using warm = await openAt(host(), sshPort(host()));
    await publishSnapshot(warm, snapshot, 'p', never);
    await using link = await Link.to(sshPort(host()), wan);
    const launch = async (): Promise<number> => {
      await using opened = await openAt(host(), link.port);
      let place: GuestSlot | undefined;
      const counted = await turns(link, async () => {
        const [{ tree }, claimed] = await Promise.all([
          publishSnapshot(opened, snapshot, 'p', never),
          claimSlot(opened, 'pikaci-turns', snapshot.hash, never),
        ]);
        place = claimed;
        await launchOnHost(claimed, { lane: lane({ id: 'l' }), nonce: 'n', snapshotTree: tree });
      });
      await place?.[Symbol.asyncDispose]();
      return counted;
    };
    // The least of three: a host that is slow for a moment draws apart what travels together.
    expect(Math.min(await launch(), await launch(), await launch())).toBeLessThanOrEqual(4);
  });

  it('is asked again in vain only where trying again could help', async () => {
    using project = farProject('true');
    const address = 'ssh://ci@127.0.0.1:9';
    const flags = host().flags(join(project.root, '.git'), { address });
    const { code, stdout } = await pikaci(project.root, ['run', 't', ...flags]);
    expect(code).toBe(1);
    expect(stdout).toContain('cannot be reached: connection refused');
  });
});

/** Places all over a number of bytes. */
function parts(bytes: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) =>
    Math.max(1, Math.floor((bytes * (n + 0.5)) / count)),
  );
}
