import { expect, it } from 'vitest';
import type { HtmlReport } from '../../src/report/html/html-report.ts';
import { failedJob, sampleJob, sampleReport } from '../support/sample-report.ts';
import { describeInBrowser, phone, row, type OpenReport } from './support.ts';

/** Each would set `canary` if anything took it for more than text. */
const attacks: Readonly<Record<string, string>> = {
  'the end of the script': '</script><script>canary=1</script>',
  'the end of anything':
    '</pre></style></title></textarea></template></svg><script>canary=1</script>',
  'a comment': '<!--<script>canary=1</script>-->',
  'a double-escaped script': '<!--<script></script><script>canary=1</script>',
  'an image': '<img src=x onerror="canary=1">',
  'a picture from elsewhere':
    '<img src="http://127.0.0.1:9/leak"><link rel=stylesheet href="http://127.0.0.1:9/leak">',
  'a vector graphic':
    '<svg onload=canary=1><a xlink:href="javascript:canary=1"><text>x</text></a></svg>',
  'a frame':
    '<iframe srcdoc="<script>parent.canary=1</script>"></iframe><object data="javascript:canary=1">',
  'a base and a refresh':
    '<base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">',
  'a form': '<form action=http://127.0.0.1:9/><button autofocus onfocus=canary=1>',
  'an attribute': '" autofocus onfocus="canary=1" x="\' onmouseover=\'canary=1',
  'a template': '{{constructor.constructor("canary=1")()}}${canary=1}',
  entities: '&lt;script&gt;canary=1&lt;/script&gt;&#60;script>canary=1&#60;/script>',
  'a property': '__proto__',
  'a hyperlink of a terminal': '\u001b]8;;javascript:canary=1\u001b\\click\u001b]8;;\u001b\\',
  'a title of a terminal': '\u001b]0;canary=1\u0007',
  'a sequence without an end': '\u001b]8;;javascript:canary=1',
  'colours without an end': '\u001b[38;2;1;2',
  'control characters': 'a\u0000b\u0008c\u000cd\u007fe\u0085f\u001bg',
  'a reversal': 'a\u202e\u2066evil\u2069\u2066b\u202c',
  'other line ends': 'a\u2028canary=1\u2029b\u000bc',
  'half a character': 'a\ud83dz\udc00',
};

const hostile = Object.values(attacks);

/** A report in which every word from outside is an attack. */
function hostileReport(folder: string, log: Uint8Array): HtmlReport {
  const lanes = hostile.map((word, index) => {
    const job = sampleJob(word, index * 1000, 9000, {
      description: word,
      guest_name: word,
      host: word,
    });
    const failed = { ...failedJob(job), message: word };
    return {
      job: index % 2 === 0 ? failed : job,
      guest: log,
      title: word,
      target: word,
      link: `javascript:canary=1//${word}`,
    };
  });
  const report = sampleReport(folder, lanes, {
    title: hostile.join(' '),
    link: 'javascript:canary=1',
  });
  return {
    ...report,
    status: {
      ...report.status,
      run: hostile.join(' '),
      counts: hostile.join(' '),
      head: hostile.join(' '),
      message: hostile.join(' '),
    },
    lanes: [
      ...report.lanes,
      ...hostile.map((word) => ({
        target: 'absent',
        id: word,
        title: word,
        link: word,
        state: 'missing' as const,
        message: word,
      })),
    ],
    prepared: hostile.map((word) => ({
      node_id: word,
      type: 'nix_build',
      started_at: '2026-03-26T00:01:40Z',
      finished_at: word,
      duration_ms: 0,
    })),
  };
}

const log = Buffer.concat([
  Buffer.from(`${hostile.join('\n')}\n${hostile.join('')}\n${hostile.join('\r')}\n`),
  Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x0d, 0x0a]),
  Buffer.from('x'.repeat(10_000_000)),
  Buffer.from('</script><script>canary=1</script>\n'),
]);

async function expectCalm({ page }: OpenReport): Promise<void> {
  expect(await page.evaluate(() => 'canary' in globalThis)).toBe(false);
  expect(await page.locator('img, iframe, object, embed, form, base, svg a').count()).toBe(0);
  expect(await page.locator('a[href]:not([href^="#"])').count()).toBe(0);
  // The data, the logs, and the one script of ours.
  const scripts = await page.locator('script:not([type])').count();
  expect(scripts).toBe(1);
}

describeInBrowser('hostile words', (bench) => {
  it.each([
    ['from disk', false],
    ['from a server', true],
  ])('are only words, in every part of the page, %s', async (_, served) => {
    const here = bench();
    const report = await here.open(hostileReport(here.folder, log), { served });
    const { page } = report;
    await row(page, 1).waitFor();
    await expectCalm(report);
    // Every lane, what hovers over it, both its logs, the whole line, the search.
    for (let lane = 0; lane < 6; lane += 1) {
      await page.keyboard.press('j');
      await row(page, 1).waitFor();
      await page.locator('.lane[aria-current]').hover();
      await page.keyboard.press('h');
      await row(page, 1).waitFor();
    }
    await page.keyboard.press('h');
    await row(page, 24).locator('.more').first().click();
    await page.locator('#whole-line pre').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#query').fill('<script>canary=1</script>');
    await expect.poll(() => page.locator('#hits').innerText()).toMatch(/^\d/);
    for (let step = 0; step < 8; step += 1) await page.locator('#query').press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.locator('.timeline').waitFor();
    await page.keyboard.press('?');
    await expectCalm(report);
  });

  it('are only words on a phone', async () => {
    const here = bench();
    const report = await here.open(hostileReport(here.folder, log), { viewport: phone });
    await report.page.locator('.lane-button').click();
    await expectCalm(report);
    expect(
      await report.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBe(0);
  });

  it('are shown as they are', async () => {
    const here = bench();
    const text = hostile.slice(0, 12).join('\n');
    const { page } = await here.open(
      sampleReport(here.folder, [{ job: sampleJob('unit', 0, 9000), guest: text }]),
      { fragment: '#unit' },
    );
    await row(page, 12).waitFor();
    const shown = await page.locator('.row .text').allTextContents();
    expect(shown.join('\n')).toBe(text);
  });

  it('show what a terminal would not, and what would turn the words around', async () => {
    const here = bench();
    const text = `${attacks['a hyperlink of a terminal'] ?? ''}\n${attacks['a reversal'] ?? ''}\n`;
    const { page } = await here.open(
      sampleReport(here.folder, [{ job: sampleJob('unit', 0, 9000), guest: text }]),
      { fragment: '#unit' },
    );
    await row(page, 2).waitFor();
    expect(await page.locator('.row .text').allTextContents()).toEqual([
      'click',
      'aU+202EU+2066evilU+2069U+2066bU+202C',
    ]);
  });
});

describeInBrowser('the policy', (bench) => {
  it('lets nothing run or load that is not ours', async () => {
    const here = bench();
    const { page, complaints } = await here.open(
      sampleReport(here.folder, [{ job: sampleJob('unit', 0, 9000), guest: 'x' }]),
    );
    const blocked = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener(
        'securitypolicyviolation',
        (event) => {
          event.stopImmediatePropagation();
          violations.push(event.effectiveDirective);
        },
        { capture: true },
      );
      const attempt = (work: () => unknown): void => {
        try {
          work();
        } catch {
          // Refused at once.
        }
      };
      attempt(() => (document.body.innerHTML = '<img src=x>'));
      attempt(() =>
        document.body.append(Object.assign(document.createElement('script'), { text: 'canary=1' })),
      );
      attempt(() =>
        document.body.append(
          Object.assign(document.createElement('img'), { src: 'http://127.0.0.1:9/' }),
        ),
      );
      attempt(() => document.body.setAttribute('style', 'color: red'));
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
      return new Promise<string[]>((resolve) =>
        setTimeout(() => resolve([...new Set(violations)].sort()), 100),
      );
    });
    expect(blocked).toEqual([
      'connect-src',
      'img-src',
      'require-trusted-types-for',
      'style-src-attr',
    ]);
    expect(await page.evaluate(() => 'canary' in globalThis)).toBe(false);
    // The browser told of each on its console; that was what was wanted here.
    complaints.splice(0);
  });
});
