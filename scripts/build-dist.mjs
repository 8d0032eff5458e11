// Builds dist/: TypeScript to JavaScript, that to a bundle of an entry and what it loads when it is
// needed; beside it its shell scripts and the report's page.
//
// What is large in it, and who loads it:
// - actions-artifact.js (3.7 MB): @actions/artifact with its two clients of Azure's storage, and the
//   protocol of GitHub's results service. Whoever leaves or finds artifacts: never at a step's start.
// - undici.js (1 MB): Node's HTTP client once more, which @actions/http-client has for proxies, and
//   @actions/core has @actions/http-client for OIDC tokens. Every step of the action, never the
//   command line: @actions/core has one entry, which loads all of it.
// - ssh2.js (0.7 MB): whatever reaches a host over SSH.
// - actions-github.js (0.2 MB): Octokit with every call of GitHub's API, for `mode: report`.
// test/bundle/modules-loaded.test.ts holds what is loaded at each start.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildPage } from './build-page.ts';
import { nameChunks } from './name-chunks.ts';

const root = dirname(import.meta.dirname);
const into = process.argv[2] ?? join(root, 'dist');
const tool = (name) => join(root, 'node_modules', '.bin', name);
const run = (program, ...args) =>
  execFileSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const statistics = join(root, 'build', 'statistics.json');

rmSync(join(root, 'build'), { recursive: true, force: true });
rmSync(into, { recursive: true, force: true });
run(tool('tsc'), '-p', 'tsconfig.build.json');
for (const script of globSync('**/*.sh', { cwd: join(root, 'src') })) {
  mkdirSync(dirname(join(root, 'build', script)), { recursive: true });
  cpSync(join(root, 'src', script), join(root, 'build', script));
}
writeFileSync(join(root, 'build', 'report', 'html', 'page.html'), buildPage());
run(
  tool('ncc'),
  'build',
  'build/main.js',
  '--out',
  into,
  '--target',
  'es2022',
  '--license',
  'licenses.txt',
  '--stats-out',
  statistics,
);
nameChunks(into, statistics);
// ssh2 brings a helper for Windows' ssh agents, which nothing here can use.
rmSync(join(into, 'pagent.exe'), { force: true });
