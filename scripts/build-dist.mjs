// Builds dist/: TypeScript to JavaScript, that to one bundle; beside it its shell scripts and the
// report's page.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildPage } from './build-page.ts';

const root = dirname(import.meta.dirname);
const into = process.argv[2] ?? join(root, 'dist');
const tool = (name) => join(root, 'node_modules', '.bin', name);
const run = (program, ...args) =>
  execFileSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

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
);
// ssh2 brings a helper for Windows' ssh agents, which nothing here can use.
rmSync(join(into, 'pagent.exe'), { force: true });
