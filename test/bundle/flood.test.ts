import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runnerFiles } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';

const bundle = join(import.meta.dirname, '..', '..', 'dist', 'index.js');

/** GitHub kills a step ten seconds after it has asked it to end. */
const graceMs = 8000;

it.each([
  ['blank lines', String.raw`yes ''`],
  ['colons', `yes ' :' | tr -d '\\n'`],
  ['line ends of another kind', String.raw`yes | tr 'y\n' '\r\r'`],
])('a step under a flood of %s ends in time when it is cancelled', async (_, flood) => {
  const command = `${flood} | head -c 40000000; sleep 600`;
  using project = new Project().manifest(
    `version = 1\n[targets.t]\nrunner = "host_local"\n[[targets.t.lanes]]\nid = "a"\ncommand = ${JSON.stringify(command)}\n[[targets.t.lanes]]\nid = "b"\ncommand = ${JSON.stringify(command)}`,
  );
  project.commit();
  const { environment } = runnerFiles(project.root, { mode: 'run', target: 't' });
  const child = spawn(process.execPath, [bundle], {
    cwd: project.root,
    env: { PATH: process.env['PATH'] ?? '', HOME: project.root, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = Promise.withResolvers<undefined>();
  let ready = 0;
  let end = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    end = (end + text).slice(-20_000);
    ready += text.split(' · ready after ').length - 1;
    if (ready > 0) said.resolve(undefined);
  });
  const ended = once(child, 'exit');
  await Promise.race([said.promise, ended]);
  const from = Date.now();
  child.kill('SIGINT');
  const [code] = (await ended) as [number | null];
  expect(end).toContain('cancelled by SIGINT');
  expect({ code, inTime: Date.now() - from < graceMs }).toEqual({ code: 130, inTime: true });
});
