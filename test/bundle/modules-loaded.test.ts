import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { postStep, runnerFiles, start } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');

/** Files of the bundle that hold packages. */
const packages = [
  'actions-artifact',
  'actions-github',
  'ssh2',
  'streamx',
  'toml-eslint-parser',
  'undici',
  'yauzl',
  'zod',
];

const manifest = `version = 1
[targets.app]
[[targets.app.lanes]]
id = "app"
runner = "host_local"
command = "true"
`;

const project = (): Project => {
  const made = new Project().manifest(manifest);
  made.commit();
  return made;
};

/** Has a process write down which modules it loaded. */
function recording(root: string) {
  const file = join(root, '.git', 'loaded');
  const recorder = `
    import { createRequire } from 'node:module';
    import { writeFileSync } from 'node:fs';
    process.on('exit', () =>
      writeFileSync(${JSON.stringify(file)}, Object.keys(createRequire('/').cache).join('\\n')));
  `;
  const url = `data:text/javascript,${encodeURIComponent(recorder)}`;
  return {
    environment: { NODE_OPTIONS: `--import ${url}` },
    loaded: (): string[] => {
      const files = readFileSync(file, 'utf8').split('\n');
      return files.filter((it) => dirname(it) === dist).map((it) => basename(it, '.js'));
    },
  };
}

async function loadedBy(args: readonly string[]): Promise<string[]> {
  using at = project();
  const { environment, loaded } = recording(at.root);
  const { code, stderr } = await start(at.root, args, environment).finished;
  expect([code, stderr]).toEqual([0, '']);
  return loaded();
}

async function loadedByStep(mode: 'plan' | 'run' | 'post'): Promise<string[]> {
  using at = project();
  const { environment, loaded } = recording(at.root);
  const main = mode === 'post' ? 'plan' : mode;
  const files = runnerFiles(at.root, { mode: main, ...(main === 'run' && { target: 'app' }) });
  const variables = { ...files.environment, ...environment };
  const { code, stdout } = await start(at.root, [], variables).finished;
  expect(code, stdout).toBe(0);
  if (mode === 'post') expect((await postStep(at.root, variables, files.state())).code).toBe(0);
  return loaded();
}

const ofPackages = (loaded: readonly string[]): string[] =>
  packages.filter((it) => loaded.includes(it));

const kib = (files: readonly string[]): number =>
  files.reduce((sum, it) => sum + statSync(join(dist, `${it}.js`)).size, 0) / 1024;

describe('the bundle', () => {
  it('has each package in a file of its name', () => {
    for (const name of packages) expect(existsSync(join(dist, `${name}.js`)), name).toBe(true);
    expect(globSync('*[0-9].index.js', { cwd: dist })).toEqual([]);
  });

  it.each([
    ['help', [], 64],
    ['list', [], 100],
    ['schema', ['zod'], 600],
    ['validate', ['toml-eslint-parser', 'zod'], 900],
    ['plan app', ['toml-eslint-parser', 'zod'], 900],
    ['run app', ['streamx', 'toml-eslint-parser', 'zod'], 1300],
  ])('`%s` loads what it needs', async (command, expected, most) => {
    const loaded = await loadedBy(command.split(' '));
    expect(ofPackages(loaded)).toEqual(expected);
    expect(loaded.filter((it) => it.startsWith('action'))).toEqual([]);
    expect(kib(loaded)).toBeLessThan(most);
  });

  // Undici comes with @actions/core, which cannot be had without.
  it.each([
    ['post', ['undici', 'zod'], 1900],
    ['plan', ['toml-eslint-parser', 'undici', 'zod'], 2200],
    ['run', ['streamx', 'toml-eslint-parser', 'undici', 'zod'], 2500],
  ] as const)('a %s step loads what it needs', async (mode, expected, most) => {
    const loaded = await loadedByStep(mode);
    expect(ofPackages(loaded)).toEqual(expected);
    expect(loaded.filter((it) => it.startsWith('cli'))).toEqual([]);
    expect(kib(loaded)).toBeLessThan(most);
  });

  it('is no larger than what is known to be in it', () => {
    const bytes = globSync('*', { cwd: dist }).map((it) => statSync(join(dist, it)).size);
    expect(bytes.reduce((sum, it) => sum + it, 0) / 1024 / 1024).toBeLessThan(8.5);
  });
});
