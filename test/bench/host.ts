// `npm run bench:host`: our link to a host beside OpenSSH's own tools and rsync, in turns and in one
// run, on loopback and behind 50 ms and 100 Mbit/s. Prints ratios; absolute times are this machine's.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedHost, prepareEmbeddedHost } from '../embedded-host/embedded-host.ts';
import { capture } from '../../src/host/capture.ts';
import type { Published } from '../../src/snapshot/publish.ts';
import { temporaryFolder } from '../support/folder.ts';
import { Link, wan, type Traffic } from '../support/link.ts';
import { peakMemory } from '../support/peak-memory.ts';
import { runJson, start } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { knownHostsAt, openAt, sshPort } from '../support/ssh-host.ts';
import { median } from './median.ts';
import { Publisher } from './publisher.ts';

const roundTripMs = wan.delayMs * 2;
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);

for (const peer of ['ssh', 'rsync', 'zstd', 'tar']) {
  const { error } = spawnSync(peer, ['--version'], { stdio: 'ignore' });
  if (error) throw new Error(`what is measured beside ours is not all here: install ${peer}`);
}
const unable = prepareEmbeddedHost();
if (unable !== undefined) throw new Error(unable);
using host = EmbeddedHost.start();
using folder = temporaryFolder();
await using far = await Link.to(sshPort(host), wan);
await using near = await Link.to(sshPort(host));
using publisher = new Publisher();
const knownHosts = join(folder.path, 'known_hosts');
writeFileSync(
  knownHosts,
  [far.port, near.port, sshPort(host)].map((port) => `${knownHostsAt(host, port)}\n`).join(''),
);

const sshOptions = (link: { port: number }): string[] => [
  '-F',
  'none',
  '-i',
  host.instance.ssh_key_file,
  '-o',
  `UserKnownHostsFile=${knownHosts}`,
  '-o',
  'IdentitiesOnly=yes',
  '-p',
  String(link.port),
];
const sshWord = (link: Link): string => ['ssh', ...sshOptions(link), 'ci@127.0.0.1'].join(' ');

async function ssh(link: { port: number }, command: string): Promise<void> {
  const child = spawn('ssh', [...sshOptions(link), 'ci@127.0.0.1', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`ssh: ${String(code)}`);
}

async function shell(line: string, cwd: string): Promise<void> {
  const child = spawn('sh', ['-c', line], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${line}: ${String(code)}`);
}

interface Measured extends Traffic {
  ms: number;
}

async function measure(link: Link, work: () => Promise<unknown>): Promise<Measured> {
  const before = await link.traffic();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const after = await link.traffic();
  return {
    ms,
    up: after.up - before.up,
    down: after.down - before.down,
    roundTrips: after.roundTrips - before.roundTrips,
  };
}

/** Runs contestants in turns, cleans up behind each, and answers their measurements. */
async function race<T extends string>(
  link: Link,
  contestants: Record<T, () => Promise<unknown>>,
  times = rounds,
  cleanUp: () => unknown = () => undefined,
): Promise<Record<T, Measured[]>> {
  const names = Object.keys(contestants) as T[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Measured[]])) as Record<
    T,
    Measured[]
  >;
  for (let round = 0; round < times; round += 1) {
    for (const name of names) {
      results[name].push(await measure(link, contestants[name]));
      cleanUp();
    }
  }
  return results;
}

const ms = (all: readonly Measured[]): number => median(all.map((it) => it.ms));
const bytes = (all: readonly Measured[]): number => median(all.map((it) => it.up + it.down));
const ratio = (ours: number, theirs: number): string => `${(ours / theirs).toFixed(2)}×`;

function line(what: string, text: string, goal: string): void {
  console.log(`${what.padEnd(44)} ${text.padEnd(64)} goal ${goal}`);
}

async function connection(): Promise<void> {
  for (const [name, link] of [
    ['loopback', near],
    ['50 ms', far],
  ] as const) {
    const { ours, theirs } = await race(link, {
      theirs: () => ssh(link, 'true'),
      ours: async () => {
        await using connected = await openAt(host, link.port);
        await Promise.resolve(connected);
      },
      step: async () => {
        await using connected = await openAt(host, link.port);
        const first = performance.now();
        for (let n = 0; n < 11; n += 1) {
          if (n === 1) stepTimes.start = performance.now();
          await capture(connected, { script: 'true', purpose: 'take a step' });
        }
        stepTimes.each = (performance.now() - stepTimes.start) / 10;
        stepTimes.first = stepTimes.start - first;
      },
    });
    const rtts = (time: number): string =>
      link === far ? ` (${(time / roundTripMs).toFixed(1)} RTT)` : '';
    line(
      `connection ready, ${name}`,
      `${ms(ours).toFixed(0)} ms${rtts(ms(ours))}; ssh host true ${ms(theirs).toFixed(0)} ms: ${ratio(ms(ours), ms(theirs))}`,
      link === far ? '≤ 8 RTT' : '≤ 0.25×',
    );
    line(
      `a step, ${name}`,
      `the first ${stepTimes.first.toFixed(1)} ms${rtts(stepTimes.first)}, further ones ${stepTimes.each.toFixed(1)} ms${rtts(stepTimes.each)}`,
      '≤ 1 RTT each',
    );
  }
}
const stepTimes = { start: 0, first: 0, each: 0 };

/** A tree of real sources: what is installed here, evenly taken, in a repository as a clone has it. */
function makeTree(count: number): Project {
  const project = new Project();
  // No cleaning up in the background, beside what is measured.
  project.git('config', 'gc.auto', '0');
  const modules = join(import.meta.dirname, '../../node_modules');
  const sources = globSync('**/*.{ts,js,mjs,cjs,md,json}', { cwd: modules })
    .sort()
    .filter((name) => {
      const { size } = lstatSync(join(modules, name));
      return size > 0 && size < 1_000_000;
    });
  const step = sources.length / count;
  for (let n = 0; n < count; n += 1) {
    const name = sources[Math.floor(n * step)] ?? '';
    project.file(name, readFileSync(join(modules, name)));
  }
  project.git('add', '--all', '--force');
  project.commit();
  project.git('gc', '--quiet');
  project.git('update-index', '--refresh');
  return project;
}

function publish({ root }: Project, { port }: Link, workDir?: string): Promise<Published> {
  return publisher.publish({ host: { instance: host.instance }, port, root, workDir });
}

const onHost = (command: string): string => host.shell('su', 'ci', '-c', command);

async function uploads(): Promise<void> {
  for (const [files, goal] of [
    [816, '≤ 0.65×'],
    [4221, '≤ 0.45×'],
  ] as const) {
    using project = makeTree(files);
    const plain = join(folder.path, 'tree');
    rmSync(plain, { recursive: true, force: true });
    mkdirSync(plain);
    execFileSync('sh', ['-c', `git archive HEAD | tar -x -C ${plain}`], { cwd: project.root });
    const total = execFileSync('du', ['-sb', '--apparent-size', plain]).toString().split('\t')[0];
    const size = `${files} files, ${(Number(total) / 1e6).toFixed(0)} MB`;
    const packed = Number(
      execFileSync('sh', ['-c', 'tar -cf - . | zstd -qc -3 | wc -c'], { cwd: plain }).toString(),
    );
    for (const [name, link] of [
      ['loopback', near],
      ['50 ms, 100 Mbit/s', far],
    ] as const) {
      // In memory: a disk takes longer over new files the more were deleted before.
      const into = '/dev/shm/bench';
      const { theirs, ours } = await race(
        link,
        {
          theirs: () =>
            shell(
              `tar -cf - . | ${sshWord(link)} 'mkdir -p ${into} && tar -xf - -C ${into}'`,
              plain,
            ),
          ours: () => publish(project, link, into),
        },
        rounds,
        () => onHost(`rm -rf ${into}`),
      );
      line(
        `cold snapshot, ${size}, ${name}`,
        `${ms(ours).toFixed(0)} ms; tar | ssh tar ${ms(theirs).toFixed(0)} ms: ${ratio(ms(ours), ms(theirs))}; wire ${ratio(bytes(ours), packed)} of tar | zstd -3`,
        `${link === near ? '≤ 0.8×' : goal}, ≤ 1.05×`,
      );
    }
    await changes(project, plain, size);
  }
}

/** Ten files change; rsync gets the best it can have: kept times and the last copy to link from. */
async function changes(project: Project, plain: string, size: string): Promise<void> {
  const names = execFileSync('git', ['ls-files'], { cwd: project.root }).toString().split('\n');
  const chosen = names
    .filter((_, index) => index % Math.floor(names.length / 10) === 3)
    .slice(0, 10);
  const workDir = '/tmp/bench-work';
  await publish(project, near, workDir);
  await shell(
    `rsync -a -e "${sshWord(near).replace(' ci@127.0.0.1', '')}" ./ ci@127.0.0.1:/tmp/bench-rsync-0/`,
    plain,
  );
  let round = 0;
  const edit = (root: string): void => {
    for (const name of chosen) {
      const file = join(root, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*$/m, `changed ${round}`));
    }
  };
  let sent: Published | undefined;
  const { theirs, ours } = await race(
    far,
    {
      theirs: async () => {
        edit(plain);
        round += 1;
        await shell(
          `rsync -a --delete --link-dest=/tmp/bench-rsync-${round - 1} -e "${sshWord(far).replace(' ci@127.0.0.1', '')}" ./ ci@127.0.0.1:/tmp/bench-rsync-${round}/`,
          plain,
        );
      },
      ours: async () => {
        edit(project.root);
        sent = await publish(project, far, workDir);
        if (sent.sentFiles !== 10) throw new Error(`sent ${sent.sentFiles} files`);
      },
    },
    3,
  );
  line(
    `ten files changed, ${size}, 50 ms`,
    `${ms(ours).toFixed(0)} ms, ${(bytes(ours) / 1000).toFixed(0)} KB; rsync ${ms(theirs).toFixed(0)} ms, ${(bytes(theirs) / 1000).toFixed(0)} KB: ${ratio(ms(ours), ms(theirs))}, ${ratio(bytes(ours), bytes(theirs))} of its bytes`,
    '≤ 0.65×, ≤ 0.7×',
  );
  const again = await publish(project, far, workDir);
  line(`nothing changed, ${size}`, `${again.sentBytes} file bytes`, '0');
  onHost('rm -rf /tmp/bench-*');
}

/** Without the link's own thread in between, which would cost both the same. */
async function streaming(): Promise<void> {
  const size = 500 * 1024 * 1024;
  onHost(`head -c ${size} /dev/urandom >/var/tmp/stream`);
  const direct = { port: sshPort(host) };
  const settings = JSON.stringify({ ...host.instance, ...direct });
  const theirs: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await ssh(direct, 'cat /var/tmp/stream');
    theirs.push(performance.now() - start);
    const program = join(import.meta.dirname, 'read-stream.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, settings], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const result = JSON.parse(stdout) as { ms: number; bytes: number };
    if (result.bytes !== size) throw new Error(`${result.bytes} of ${size} bytes arrived`);
    ours.push(result.ms);
  }
  const rate = (time: number): string => `${(size / 1e6 / (time / 1000)).toFixed(0)} MB/s`;
  line(
    'following 524 MB, loopback',
    `${rate(median(ours))}; ssh cat ${rate(median(theirs))}: ${ratio(median(ours), median(theirs))}`,
    '≥ 400 MB/s, ≤ 1.1×',
  );
  onHost('rm -f /var/tmp/stream');
}

/** How long a line takes from the guest's log to us. */
async function latency(): Promise<void> {
  await using connected = await openAt(host, far.port);
  const delays: number[] = [];
  await connected.exec(
    {
      script:
        'f=$(mktemp); tail -c +1 -f "$f" & t=$!; sleep 1; for i in 1 2 3 4 5 6 7 8 9; do date +%s%N >>"$f"; sleep 0.2; done; sleep 0.5; kill $t; rm "$f"',
      purpose: 'write lines',
    },
    {
      onStdout: (chunk) => {
        const written = Number(chunk.toString().trim()) / 1e6;
        delays.push(performance.timeOrigin + performance.now() - written);
      },
    },
  );
  line('a line is seen, 50 ms', `after ${median(delays).toFixed(1)} ms`, `≤ ${wan.delayMs + 5} ms`);
}

/** A project with one lane on the host itself. */
function laneProject(command: string): Project {
  const project = new Project().manifest(`version = 1
[hosts.builder]
[targets.t]
runner = "host_local"
host = "builder"
log_mib = 1024
[[targets.t.lanes]]
id = "lane"
command = "${command}"
`);
  project.commit();
  return project;
}

function laneFlags(project: Project, { port }: Link): string[] {
  const folder = join(project.root, '.git');
  return host.flags(folder, { address: `ssh://ci@127.0.0.1:${port}`, knownHosts });
}

/** A lane on the warm host itself, near and far: the difference is what distance costs. */
async function lanes(): Promise<void> {
  using project = laneProject('true');
  const run = async (link: Link): Promise<void> => {
    const { code, record } = await runJson(project.root, ['t', ...laneFlags(project, link)]);
    if (code !== 0) throw new Error(JSON.stringify(record));
  };
  await run(near);
  const { nearby, distant } = { nearby: [] as Measured[], distant: [] as Measured[] };
  for (let round = 0; round < rounds; round += 1) {
    nearby.push(await measure(near, () => run(near)));
    distant.push(await measure(far, () => run(far)));
  }
  const cost = (ms(distant) - ms(nearby)) / roundTripMs;
  line(
    'a warm lane, from distance alone',
    `${cost.toFixed(1)} RTT (${ms(distant).toFixed(0)} ms far, ${ms(nearby).toFixed(0)} ms near)`,
    '≤ 16 RTT',
  );
}

/** What the bundle needs for a lane that says 524 MB, its log kept as it comes. */
async function memory(): Promise<void> {
  using project = laneProject('head -c 524288000 /dev/zero');
  const run = start(project.root, ['run', 't', '--output', 'json', ...laneFlags(project, near)]);
  const [{ code }, peak] = await Promise.all([run.finished, peakMemory(run)]);
  if (code !== 0) throw new Error('the lane failed');
  line('a lane that says 524 MB', `${(peak / 1e6).toFixed(0)} MB of memory`, '≤ 170 MB');
}

const sections = { connection, uploads, streaming, memory, latency, lanes };
const wanted = process.argv.slice(2);
for (const [name, section] of Object.entries(sections)) {
  if (wanted.length === 0 || wanted.includes(name)) await section();
}
