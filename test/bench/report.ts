// `npm run bench:report`: a report of 200 lanes with 50 MB of logs. How large it is beside the logs
// as gzip packs them, how long it takes to make, and how soon a browser shows the first failure.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { formatBytes } from '../../src/report/duration.ts';
import { writeHtml } from '../../src/report/html/write.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { launch } from '../browser/launch.ts';
import { buildPage } from '../../scripts/build-page.ts';
import { temporaryFolder } from '../support/folder.ts';
import { twoHundredLanes } from '../support/sample-report.ts';
import { median } from './median.ts';

const rounds = 7;

using folder = temporaryFolder();
const report = twoHundredLanes(folder.path, 50_000_000);
const paths = report.lanes.flatMap((lane) =>
  lane.job === undefined ? [] : lane.logs.map(({ path }) => path),
);
const sum = (values: readonly number[]): number => values.reduce((total, it) => total + it, 0);
const raw = sum(paths.map((path) => statSync(path).size));

const file = join(folder.path, 'report.html');
const page = buildPage();
const start = performance.now();
await writeHtml(report, page, file);
const ms = performance.now() - start;
const memory = process.resourceUsage().maxRSS * 1024;
const { size } = statSync(file);

const gzipStart = performance.now();
const compressed = sum(paths.map((path) => gzipSync(readFileSync(path), { level: 9 }).length));
const gzipMs = performance.now() - gzipStart;

const line = (name: string, value: string): void => console.log(`${name.padEnd(44)} ${value}`);
line(`${report.lanes.length} lanes, logs`, formatBytes(raw));
line('logs, each by gzip -9', formatBytes(compressed));
line('report.html', formatBytes(size));
line('  against gzip', `${(size / compressed).toFixed(3)} times`);
line(
  '  against the limit of 1.2 times and 500 kB',
  (size / (1.2 * compressed + 500_000)).toFixed(3),
);
line('made in', `${(ms / 1000).toFixed(1)} s, ${(ms / gzipMs).toFixed(2)} times gzip's own`);
line('  peak memory of the process', formatBytes(memory));

const program = findBrowser();
if (program === undefined) throw new Error('no browser to measure in');
const browser = await launch(program);
const shown: number[] = [];
const searched: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  const from = performance.now();
  await tab.goto(pathToFileURL(file).href, { waitUntil: 'commit' });
  await tab.locator('.row.error', { hasText: 'panicked at' }).waitFor();
  shown.push(performance.now() - from);
  await tab.waitForLoadState('load');
  await tab.locator('button', { hasText: 'All lanes' }).click();
  const query = performance.now();
  await tab.locator('#query').fill('double_spend');
  await tab.locator('#hits', { hasText: /in all$/ }).waitFor();
  searched.push(performance.now() - query);
  await context.close();
}
line(
  `Chromium ${browser.version()}: to the first failure's error`,
  `${median(shown).toFixed(0)} ms (${Math.min(...shown).toFixed(0)} to ${Math.max(...shown).toFixed(0)})`,
);
line('  search over all lanes', `${median(searched).toFixed(0)} ms`);
await browser.close();
