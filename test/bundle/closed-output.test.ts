import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pikaci, runJson } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';

const bundle = join(import.meta.dirname, '..', '..', 'dist', 'index.js');

function chatty(command: string): Project {
  const project = new Project().manifest(
    `version = 1\n[targets.t]\nrunner = "host_local"\n[[targets.t.lanes]]\nid = "lane"\ncommand = ${JSON.stringify(command)}`,
  );
  project.commit();
  return project;
}

/** The program's own status in a pipe, and all that anybody said. */
function piped(
  project: Project,
  words: string,
  reader: string,
): Promise<{ code: string; stdout: string; stderr: string }> {
  const script = `{ "$0" "$@" ${words}; echo "$?" >&3; } | ${reader}`;
  const child = spawn('sh', ['-c', script, process.execPath, bundle], {
    cwd: project.root,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: project.root,
      XDG_CACHE_HOME: join(project.root, '.git', 'cache'),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '', code: '' };
  const names = ['stdout', 'stderr', 'code'] as const;
  for (const [index, name] of names.entries()) {
    child.stdio[index + 1]?.on('data', (text: Buffer) => (texts[name] += text.toString()));
  }
  return new Promise((resolve) => {
    child.on('close', () => resolve({ ...texts, code: texts.code.trim() }));
  });
}

describe('where whoever reads the output goes away', () => {
  it.each(['logs', 'report --html -', 'status --json', 'list'])(
    '`%s` ends quietly',
    async (words) => {
      using project = chatty('yes a long line of text | head -n 200000');
      const { record } = await runJson(project.root, ['t']);
      const named = words === 'list' ? words : words.replace(/^\w+/, `$& ${record.run_id}`);
      const { code, stderr } = await piped(project, named, 'head -c 1 >/dev/null');
      expect({ code, stderr }).toEqual({ code: '0', stderr: '' });
    },
  );

  it.each(['human', 'jsonl'])('`run --output %s` removes its guests and ends', async (output) => {
    using project = chatty(`while echo something; do sleep 0.1; done`);
    const { code, stderr } = await piped(
      project,
      `run t --output ${output}`,
      'head -n 2 >/dev/null',
    );
    expect({ code, stderr }).toEqual({ code: '130', stderr: '' });
    const guests = join(project.root, '.git/cache/pikaci/guests');
    expect(existsSync(guests) ? readdirSync(guests) : []).toEqual([]);
    const list = await pikaci(project.root, ['list']);
    expect(list.stdout).toContain('\tfailed\tt\t');
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(processes).not.toContain(project.root);
  });
});
