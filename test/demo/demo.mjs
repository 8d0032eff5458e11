// `npm run demo`: the lanes of this repository, on an embedded VM host, from plan to status.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const vmHost = join(root, 'test', 'embedded-host', 'vm-host');
const bundle = join(root, 'dist', 'index.js');
const folder = mkdtempSync(join(tmpdir(), 'pikaci-demo-'));
const instance = `demo-${process.pid}`;

let status = 1;
try {
  status = demo();
} finally {
  spawnSync(vmHost, ['down', '--instance', instance], { stdio: 'inherit' });
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);

function demo() {
  const { hosts, credentials, lanes } = startHost();
  const { base, head } = lastChange();

  heading('which lanes does the last change to the sources want?');
  pikaci('plan', 'demo', ...base, ...head, ...hosts);

  heading('run them');
  return pikaci('run', 'demo', ...lanes, ...base, ...hosts, ...credentials);
}

/** A VM host of our own, as flags; where this machine cannot hold one, only what runs without. */
function startHost() {
  heading('start an embedded VM host');
  const up = spawnSync(vmHost, ['up', '--instance', instance, '--owner', String(process.pid)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (up.status === 3) {
    console.log('no VM host here: only the lane on this machine itself runs');
    // A manifest's hosts need an address even when no chosen lane uses them.
    const hosts = join(folder, 'hosts.toml');
    writeFileSync(hosts, '[builder]\naddress = "local"\n');
    return { hosts: ['--hosts', hosts], credentials: [], lanes: ['--lane', 'workspace-on-host'] };
  }
  if (up.status !== 0) throw new Error('the embedded VM host did not start');
  const { address, guest, ssh_key_file: key, known_hosts_file: knownHosts } = JSON.parse(up.stdout);
  console.log(`it is up: ${address}`);
  const hosts = join(folder, 'hosts.toml');
  writeFileSync(
    hosts,
    `[builder]\naddress = "${address}"\nmicrovm = { guest = "${guest}", vcpu = 1, mem_mib = 512 }\n`,
  );
  return {
    hosts: ['--hosts', hosts],
    credentials: ['--ssh-key', key, '--ssh-known-hosts', knownHosts],
    lanes: [],
  };
}

/** The last commit that touched the sources, and the one before it; none in a shallow clone. */
function lastChange() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const head = git('log', '-1', '--format=%H', '--', 'src');
  const [, parent] = git('rev-list', '--parents', '-1', head).split(' ');
  return parent === undefined
    ? { base: [], head: [] }
    : { base: ['--base', parent], head: ['--head', head] };
}

function pikaci(...args) {
  const { status: code } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return code ?? 1;
}

function heading(text) {
  console.log(`\n── ${text}`);
}
