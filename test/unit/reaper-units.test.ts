import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crontabLine, reaperUnits } from '../../src/core/reaper-units.ts';
import { findProgram } from '../setup/debian.ts';

const has = (tool: string): boolean => findProgram(tool) !== undefined;

it.each([
  ['/var/tmp/pikaci', 'pikaci-reap-var-tmp-pikaci'],
  ['/srv/a b/', 'pikaci-reap-srv-a_20b'],
  ['/srv/a/b', 'pikaci-reap-srv-a-b'],
  ['/srv/a-b', 'pikaci-reap-srv-a_2db'],
  ['/srv/a_2db', 'pikaci-reap-srv-a_5f2db'],
  ['/home/jörg/.cache/pikaci', 'pikaci-reap-home-j_c3_b6rg-.cache-pikaci'],
])('units for %s are called %s', (workDir, name) => {
  expect(reaperUnits(workDir).name).toBe(name);
});

it('long names stay below what systemd takes, and apart', () => {
  const names = ['x', 'y'].map((end) => reaperUnits(`/srv/${'long/'.repeat(100)}${end}`).name);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(`${name}.service`.length).toBeLessThan(256);
});

it('a crontab line keeps what crontab would read as the command’s end', () => {
  expect(crontabLine('/srv/50% of it')).toBe(
    "*/5 * * * * /bin/sh '/srv/50\\% of it/reaper/reap.sh'",
  );
});

describe.each(['/var/tmp/pikaci', '/srv/it\'s 50% "$of" \\it\\ & <more>'])('for %s', (workDir) => {
  const { service, timer, plist } = reaperUnits(workDir);

  it.skipIf(!has('systemd-analyze'))('systemd takes the units', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pikaci-units-'));
    try {
      writeFileSync(join(folder, 'reap.service'), service);
      writeFileSync(join(folder, 'reap.timer'), timer);
      const args = ['verify', '--user', join(folder, 'reap.timer'), join(folder, 'reap.service')];
      const { stderr, status } = spawnSync('systemd-analyze', args, {
        encoding: 'utf8',
        // It only looks at where a manager of the user's would be.
        env: { PATH: process.env['PATH'], HOME: folder, XDG_RUNTIME_DIR: folder },
      });
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.skipIf(!has('python3'))('the plist is one, and names the script', () => {
    const read =
      'import json, plistlib, sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))';
    const parsed: unknown = JSON.parse(
      execFileSync('python3', ['-c', read], { input: plist, encoding: 'utf8' }),
    );
    expect(parsed).toMatchObject({
      ProgramArguments: ['/bin/sh', `${workDir}/reaper/reap.sh`],
      StartInterval: 300,
      RunAtLoad: true,
    });
  });
});
