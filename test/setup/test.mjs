// `npm test`: the static checks, then the tests. Closes with a line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from './checks.mjs';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'pikaci-test-'));
let passed = 0;
let failed = 0;

try {
  for (const { name, run } of checks) {
    const start = performance.now();
    const problem = await run({ root, folder });
    const took = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    if (problem === undefined) {
      passed += 1;
      console.log(`✓ ${name} (${took})`);
    } else {
      failed += 1;
      console.log(`✗ ${name} (${took})\n${problem.trimEnd().replace(/^/gm, '    ')}`);
    }
  }
  const report = join(folder, 'tests.json');
  const { status } = spawnSync(
    'vitest',
    [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  passed += numPassedTests;
  failed += numFailedTests;
  // A file that cannot be loaded has no tests to fail.
  if (status !== 0 && numFailedTests === 0) failed += 1;
  if (numPassedTests === 0) failed += 1;
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  console.log(`\n${passed} passed, ${failed} failed${skipped}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
