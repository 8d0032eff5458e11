// Follows a large file on a host with our own client, as a process of its own like its peer.
import { readFileSync } from 'node:fs';
import { parseKnownHosts } from '../../src/host/known-hosts.ts';
import { openHost } from '../../src/host/open.ts';
import { builder } from '../support/samples.ts';

const { port, ssh_key_file, known_hosts } = JSON.parse(process.argv[2] ?? '') as {
  port: number;
  ssh_key_file: string;
  known_hosts: string;
};
const endpoint = { user: 'ci', hostname: '127.0.0.1', port };
await using host = await openHost(
  { ...builder, address: { kind: 'ssh', endpoints: [endpoint] } },
  {
    proof: () =>
      Promise.resolve({
        kind: 'key',
        privateKey: readFileSync(ssh_key_file, 'utf8'),
        passphrase: '',
      }),
    knownHosts: () => Promise.resolve(parseKnownHosts('bench', known_hosts)),
    proxyJump: [],
  },
  { signal: new AbortController().signal },
);
const start = performance.now();
let bytes = 0;
await host.exec(
  { script: 'exec cat /var/tmp/stream', purpose: 'read a stream' },
  {
    onStdout: (chunk) => {
      bytes += chunk.length;
    },
  },
);
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, bytes }));
