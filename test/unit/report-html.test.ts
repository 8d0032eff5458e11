import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeDense } from '../../src/report/html/dense-text.ts';
import { runReport, type HtmlLane, type HtmlReport } from '../../src/report/html/html-report.ts';
import { laneFragment, laneKeys } from '../../src/report/html/lane-keys.ts';
import { logBytes } from '../../src/report/html/log-bytes.ts';
import { pageData, type PageData } from '../../src/report/html/page-data.ts';
import { formatRoute, parseRoute, type Route } from '../../src/page/route.ts';
import { ticks, timeScale } from '../../src/page/time-scale.ts';
import { visibleText } from '../../src/page/visible-text.ts';
import { renderHtml } from '../../src/report/html/render.ts';
import { record } from '../support/sample-record.ts';

const template = '<title><!--title--></title><!--first-logs--><script>0</script><!--other-logs-->';

async function render(report: HtmlReport): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of renderHtml(report, template)) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

const report = runReport(record, () => []);
const [passed, failed] = report.lanes;

function lane(fields: Partial<HtmlLane>): HtmlLane {
  if (passed === undefined) throw new Error('the sample has lanes');
  return { ...passed, ...fields } as HtmlLane;
}

function dataOf(lanes: readonly HtmlLane[]): PageData {
  return pageData({ ...report, lanes }).data;
}

describe('the data of the page', () => {
  it('has what needs a look first, each with why and where', () => {
    const { data } = pageData(report);
    expect(data.lanes.map(({ key, state }) => [key, state])).toEqual([
      ['e2e', 'failed'],
      ['unit', 'success'],
    ]);
    expect(data.lanes[0]).toMatchObject({
      message: 'test command exited with 3',
      took: '2m 13s',
      telling: 'guest',
      opensAt: 'error',
      facts: [
        ['failure', 'test failure'],
        ['exit code', '3'],
        ['host', 'builder'],
        ['guest', 'pikaci-unit'],
        ['runs in', 'microvm'],
        ['attempts', '1'],
        ['time limit', '30m 00s'],
        ['from, to', '2026-03-26 00:01:47 – 00:04:00 UTC'],
      ],
    });
  });

  it('orders lanes by how urgent they are', () => {
    const states = ['skipped', 'success', 'running', 'cancelled', 'missing', 'failed'] as const;
    const lanes = states.map((state) => lane({ id: state, state }));
    expect(dataOf(lanes).lanes.map(({ state }) => state)).toEqual(states.toReversed());
  });

  it.each([
    ['test_failure', 'guest', 'error'],
    ['infrastructure', 'host', 'error'],
    ['config', 'host', 'error'],
    ['timeout', 'guest', 'end'],
  ] as const)('sends the reader of a failure of kind %s to the %s log, its %s', (kind, log, at) => {
    const job = { ...record.jobs[1], failure_kind: kind };
    expect(dataOf([lane({ ...failed, job } as HtmlLane)]).lanes[0]).toMatchObject({
      telling: log,
      opensAt: at,
    });
  });

  it.each([
    ['https://github.com/o/r/actions/runs/1', 'https://github.com/o/r/actions/runs/1'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['no address', null],
  ])('links to %s as %s', (link, expected) => {
    expect(dataOf([lane({ link })]).lanes[0]?.link).toBe(expected);
  });
});

describe('addresses', () => {
  it('name a lane by its id, and by its target, too, where that is needed', () => {
    expect(
      laneKeys([
        { target: 'a', id: 'unit' },
        { target: 'b', id: 'unit' },
        { target: 'b', id: 'e2e' },
        { target: 'b', id: '' },
      ]),
    ).toEqual(['a:unit', 'b:unit', 'e2e', 'b:']);
    expect(laneFragment('a/b "c"')).toBe('#a%2Fb%20%22c%22');
  });

  const place = (log: 'guest' | 'host' | undefined, first?: number, last = first): Route => ({
    kind: 'lane',
    key: 'a/b',
    log,
    lines: first === undefined || last === undefined ? undefined : { first, last },
  });
  it.each([
    ['#a%2Fb', place(undefined)],
    ['#a%2Fb/L12', place(undefined, 12)],
    ['#a%2Fb/host', place('host')],
    ['#a%2Fb/host/L12-L20', place('host', 12, 20)],
    ['#/timeline', { kind: 'timeline' } as const],
  ])('%s is a place, there and back', (address, expected) => {
    expect(parseRoute(address)).toEqual(expected);
    expect(formatRoute(expected)).toBe(address);
  });

  it.each(['', '#', '#%', '#a/b', '#a/L', '#a/L1-2', '#a/host/L1/x'])('%j is none', (address) => {
    expect(parseRoute(address)).toBeUndefined();
  });

  it('take a range from either end', () => {
    expect(parseRoute('#a%2Fb/L20-L12')).toEqual(place(undefined, 12, 20));
  });
});

it('text shows what would reorder or break it', () => {
  expect(visibleText('a\u202eb\u2028')).toEqual([
    { text: 'a', deceptive: false },
    { text: 'U+202E', deceptive: true },
    { text: 'b', deceptive: false },
    { text: 'U+2028', deceptive: true },
  ]);
});

describe('the time scale', () => {
  it('goes from the first beginning to the last end', () => {
    const { data } = pageData(report);
    expect(timeScale(data)).toEqual({ start: Date.parse('2026-03-26T00:01:47Z'), length: 140_000 });
    expect(timeScale({ ...data, lanes: [] })).toEqual({ start: 0, length: 1000 });
  });

  it.each([
    [140_000, 8, [0, 30_000, 60_000, 90_000, 120_000]],
    [3500, 8, [0, 1000, 2000, 3000]],
    [400 * 86_400_000, 4, 4],
  ])('of %d ms with at most %d ticks', (length, most, expected) => {
    const times = ticks({ start: 0, length }, most);
    expect(typeof expected === 'number' ? times.length : times).toEqual(expected);
  });
});

describe('the file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pikaci-report-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('holds logs byte by byte, those of the first lane before the script', async () => {
    const log = 'a\r\n\u0000<!--</script>\u001b[31m\n'.repeat(50);
    const html = await render(
      runReport(record, (id) => [
        { kind: 'guest', path: file(`${id}.log`, `${id}\n${log}`) },
        { kind: 'host', path: join(folder, 'none') },
      ]),
    );
    const logs = [
      ...html.matchAll(/id="log-(\d)-guest" data-bytes="(\d+)" data-packed="(\d+)">([^<]*)</g),
    ].map(([, lane, bytes, packed, text]) => [
      lane,
      Number(bytes),
      inflateSync(decodeDense(text ?? '', Number(packed))).toString(),
    ]);
    expect(logs).toEqual([
      ['0', log.length + 4, `e2e\n${log}`],
      ['1', log.length + 5, `unit\n${log}`],
    ]);
    expect(html.indexOf('log-0-guest')).toBeLessThan(html.indexOf('<script>0</script>'));
    expect(html.indexOf('log-1-guest')).toBeGreaterThan(html.indexOf('<script>0</script>'));
    expect(html).not.toContain('-host"');
  });

  it('gives hostile words no chance to end an element', async () => {
    const word = '</script></title><!--<img src=x onerror=alert(1)>&"\'\u2028';
    const html = await render({
      ...report,
      title: word,
      lanes: [lane({ id: word, title: word, state: 'missing', message: word, job: undefined })],
    });
    expect(html.match(/<\/?[a-z]+|<!--/g)).toEqual([
      '<title',
      '</title',
      '<script',
      '</script',
      '<script',
      '</script',
    ]);
    const [, json = ''] = /<script[^>]*id="data">([^<]*)</.exec(html) ?? [];
    expect((JSON.parse(json) as PageData).lanes[0]?.title).toBe(word);
  });

  it('is made without lanes, too', async () => {
    expect(await render({ ...report, lanes: [] })).toContain('<script>0</script>');
  });

  it('leaves out the middle of a log that is too large, and says so', async () => {
    const path = file('large.log', 'start\n');
    truncateSync(path, 1_000_000);
    const bytes = await logBytes(path, 100);
    expect(Buffer.from(bytes ?? []).toString()).toBe(
      `start\n${'\u0000'.repeat(94)}\n[pikaci] 1000 kB are left out here; the whole log is ${path}\n${'\u0000'.repeat(100)}`,
    );
  });
});
