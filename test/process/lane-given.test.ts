import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LaneGiven } from '../../src/model/lane-given.ts';
import { claimSlot } from '../../src/guest/slot.ts';
import { localHost } from '../../src/host/local.ts';
import { secretName } from '../../src/manifest/variable-names.ts';
import { runAgent } from '../support/agent.ts';
import { temporaryFolder } from '../support/folder.ts';
import { launchOnHost } from '../support/host-local-guest.ts';
import { lane, local } from '../support/samples.ts';
import { appears, markWorkFolder } from '../support/supervised.ts';

const never = new AbortController().signal;
const shellLine = (line: string) => ({ kind: 'shell', line }) as const;

/** What a branch may be called, and worse. */
const hostile = ['a;id', `'"$(touch x)\``, '-n', '${x}\\', 'two\nlines', '', 'ü\u{1f600}', '=a='];

describe('a lane', () => {
  const ran = (command: string, given: Partial<LaneGiven>, more = {}) => {
    const folder = temporaryFolder();
    const some = lane({ id: 'l', command: shellLine(command), ...more });
    const all = { context: {}, secrets: {}, ...given };
    return { folder, ...runAgent(folder.path, some, process.env['PATH'], all) };
  };

  it.each([['context'], ['secrets']] as const)('gets its %s byte for byte', (kind) => {
    const variables = Object.fromEntries(hostile.map((value, at) => [`GIVEN_${at}`, value]));
    const command = 'for at in {0..7}; do name=GIVEN_$at; printf "<%s>" "${!name}"; done; exit 5';
    const { result, log, folder } = ran(command, { [kind]: variables });
    expect(result).toEqual({ kind: 'exited', exitCode: 5 });
    expect(log).toContain(hostile.map((value) => `<${value}>`).join(''));
    expect(existsSync(join(folder.path, 'workspace/x'))).toBe(false);
    folder[Symbol.dispose]();
  });

  it('gets what its own env says before what it is told', () => {
    const context = { GITHUB_REF_NAME: 'told', GITHUB_JOB: 'job', GITHUB_ACTIONS: 'true' };
    const env = { GITHUB_REF_NAME: 'own' };
    const command = 'echo "$GITHUB_REF_NAME $GITHUB_JOB $CI"; [ "$GITHUB_WORKSPACE" = "$PWD" ]';
    const { result, log, folder } = ran(command, { context }, { env });
    expect(log).toContain('own job true\n');
    expect(result).toMatchObject({ exitCode: 0 });
    folder[Symbol.dispose]();
  });

  it.each([
    ['BASH_ENV', 'printf "$TOKEN" >>"$HOME/seen"'],
    ['SHELLOPTS', 'xtrace'],
    ['PS4', '+ '],
  ])('whose env sets %s gets its secrets all the same', (name, text) => {
    const script = temporaryFolder();
    writeFileSync(join(script.path, 'script'), text);
    const value = name === 'BASH_ENV' ? join(script.path, 'script') : text;
    const command = '[ "$TOKEN" = hush ] && cat "$HOME/seen" 2>/dev/null; true';
    const { log, folder } = ran(
      command,
      { secrets: { TOKEN: 'hush' } },
      { env: { [name]: value } },
    );
    if (name === 'BASH_ENV') expect(log).toContain('\nhush');
    expect(log).not.toContain('export TOKEN');
    folder[Symbol.dispose]();
    script[Symbol.dispose]();
  });

  it('whose program is not there ends as it does without secrets', () => {
    const command = { kind: 'argv', argv: ['no-such-program'] } as const;
    const { result, log, folder } = ran('', { secrets: { TOKEN: 'hush' } }, { command });
    expect(result).toMatchObject({ exitCode: 127 });
    expect(log).toContain('there is no program no-such-program here');
    folder[Symbol.dispose]();
  });
});

it('no secret has the name of a variable that means something to the shell that hands it over', () => {
  // But for what this machine hands to every program.
  const script = 'compgen -v | grep -vxF "$(compgen -e)"';
  const named = spawnSync('env', ['-i', 'bash', '-pc', script], { encoding: 'utf8' }).stdout;
  const names = named.trim().split('\n');
  expect(names).toContain('SHELLOPTS');
  expect(names.filter((name) => secretName.safeParse(name).success)).toEqual([]);
});

const tools = ['bwrap', 'unshare'].filter((tool) => {
  const options = tool === 'bwrap' ? ['--unshare-user', '--dev-bind', '/', '/'] : ['-Urmp', '-f'];
  return spawnSync(tool, [...options, 'true']).status === 0;
});

/** The words and the environment of every process that is there to be seen. */
function processes(): { words: string; environment: string }[] {
  const read = (pid: string, file: string): string => {
    try {
      return readFileSync(join('/proc', pid, file), 'latin1');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ words: read(pid, 'cmdline'), environment: read(pid, 'environ') }));
}

describe.skipIf(!existsSync('/proc/self/environ')).each([...tools, 'nothing'])(
  'a secret of a lane that is contained by %s',
  (tool) => {
    afterEach(() => void vi.unstubAllEnvs());
    const secret = `hush-${process.pid}-secret`;

    it('is in its command’s environment, in no words, in nobody else’s, and not in its log', async () => {
      using folder = temporaryFolder();
      const hidden = tools.filter((it) => it !== tool);
      mkdirSync(join(folder.path, 'bin'));
      for (const name of hidden) {
        writeFileSync(join(folder.path, 'bin', name), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
      }
      vi.stubEnv('PATH', `${folder.path}/bin:${process.env['PATH'] ?? ''}`);
      const workDir = join(folder.path, 'work');
      const snapshotTree = join(workDir, 'snapshots', 'hash');
      mkdirSync(snapshotTree, { recursive: true });
      markWorkFolder(workDir);
      await using place = await claimSlot(localHost({ ...local, workDir }), 'given', 'hash', never);
      const command = `
echo "the token is $TOKEN, or $(printf %s "$TOKEN" | base64)"
[ ! -e /proc/self/fd/9 ] || echo the file is still open
: >up; until [ -e go ]; do sleep 0.05; done`;
      const guest = await launchOnHost(place, {
        lane: lane({ id: 'l', command: shellLine(command), env: { MARK_OF: secret.slice(0, 8) } }),
        given: { context: {}, secrets: { TOKEN: secret } },
        nonce: 'n',
        snapshotTree,
      });
      const inGuest = (path: string): string => join(place.dir, path);
      await appears(inGuest('workspace/up'));
      const seen = processes();
      expect(seen.filter(({ words }) => words.includes(secret))).toEqual([]);
      const holders = seen.filter(({ environment }) => environment.includes(secret));
      expect(holders.length).toBeGreaterThan(0);
      // Only what comes after the agent's own programs has the lane's variables.
      for (const { environment } of holders) expect(environment).toContain('MARK_OF=');
      expect(existsSync(inGuest('channel/secrets'))).toBe(false);
      writeFileSync(inGuest('workspace/go'), '');
      let log = '';
      const onOutput = (bytes: Buffer): void => void (log += bytes.toString());
      await guest.run({ onOutput, logBytes: 1e6, signal: never });
      expect(await guest.collect(never)).toMatchObject({ result: { exitCode: 0 } });
      expect(guest.containment?.contained).toBe(tool !== 'nothing');
      expect(log).toContain('the token is ***, or ***');
      expect(log).not.toContain('still open');
      // Whoever enters finds what the command had.
      const input = 'echo "<$TOKEN>" "$MARK_OF"; exit\n';
      const inside = spawnSync('sh', [inGuest('enter')], { input, encoding: 'utf8' });
      expect(inside.stdout).toContain(`<${secret}> ${secret.slice(0, 8)}\n`);
      expect(existsSync(inGuest('channel/secrets'))).toBe(false);
    });
  },
);
