import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Project } from '../support/project.ts';

const bundle = join(import.meta.dirname, '..', '..', 'dist', 'index.js');

/** What a terminal gets of a run and of its log, where a guest tries to command it. */
function onTerminal(environment: Readonly<Record<string, string>>): string {
  const says = String.raw`printf '\033]52;c;Zm9yZ2Vk\007\033]0;forged\007\033[2J1%%\r2%%\r\033[31mred\033[0m 3%% done'; exit 1`;
  using project = new Project().manifest(
    `version = 1\n[targets.t]\nrunner = "host_local"\n[[targets.t.lanes]]\nid = "lane"\ncommand = ${JSON.stringify(says)}`,
  );
  project.commit();
  const program = `'${process.execPath}' '${bundle}'`;
  const command = `${program} run t; ${program} logs "$(${program} list | cut -f1)"`;
  return execFileSync('script', ['-qc', command, '/dev/null'], {
    cwd: project.root,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: project.root,
      XDG_CACHE_HOME: join(project.root, '.git', 'cache'),
      SHELL: '/bin/sh',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it('a terminal shows colours of a guest, and obeys nothing else of it', () => {
  const text = onTerminal({ TERM: 'xterm' });
  expect(text).toContain('\u001b[31mred\u001b[0m 3% done');
  expect(text).toContain('\u001b[31mlane · ');
  expect(text).not.toMatch(/\u001b\]|\u001b\[2J|\u0007|52;c|1%/);
});

it('a terminal that knows neither colours nor a cursor gets none', () => {
  const text = onTerminal({ TERM: 'dumb' });
  expect(text.replaceAll('\r\n', '\n')).toContain('red 3% done');
  expect(text).not.toContain('\u001b');
});
