import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { failedJob, sampleJob, sampleReport, tenLanes } from '../support/sample-report.ts';
import {
  describeInBrowser,
  phone,
  row,
  visibleLines,
  type Bench,
  type OpenReport,
} from './support.ts';

const job = sampleJob('unit', 0, 20_000);

function oneLog(bench: Bench, guest: string | Uint8Array, fragment = '#unit'): Promise<OpenReport> {
  return bench.open(sampleReport(bench.folder, [{ job, guest }]), { fragment });
}

const numbered = (count: number): string =>
  Array.from({ length: count }, (_, n) => `line ${n + 1}`).join('\n');

describeInBrowser('a failed run', (bench) => {
  it('opens at the error of its first failure', async () => {
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder));
    const panicked = page.locator('.row.error', { hasText: 'panicked at' });
    await panicked.waitFor();
    expect(await page.locator('#lanes [aria-current]').innerText()).toContain('ledger-unit');
    const number = Number(await panicked.getAttribute('data-line'));
    expect(await visibleLines(page)).toContain(number);
    expect(await page.locator('.why').innerText()).toBe('test command exited with 101');
    expect(await page.locator('.errors .count').innerText()).toMatch(/^2 of \d/);
  });

  it('tells what went wrong around a command from the host’s log', async () => {
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder), { fragment: '#relay-integration' });
    await row(page, 1).waitFor();
    expect(await page.locator('.tabs [aria-current]').innerText()).toBe('Host log');
    expect(await page.locator('.log').innerText()).toContain('the VMM was killed');
  });

  it('shows the compact status, and what there is to know of a lane', async () => {
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder));
    const header = await page.locator('#header').innerText();
    for (const word of ['Failed', '8 passed, 2 failed', '#97', '188f4f1961e4', '7.0s', '2m 20s']) {
      expect(header).toContain(word);
    }
    const head = await page.locator('.lane-head').innerText();
    for (const word of ['builder', 'pikaci-ledger-unit-7f3a', 'microvm', 'launch guest', '3.2s']) {
      expect(head).toContain(word);
    }
    expect(await page.locator('.lane-head .outside').getAttribute('href')).toBe(
      'https://github.com/octo/repo/actions/runs/1/job/2',
    );
  });

  it('has a timeline, whose rows lead to their lanes', async () => {
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder), { fragment: '#/timeline' });
    expect(await page.locator('.chart li').count()).toBe(12);
    expect(await page.locator('.chart li .bar[title^="launch guest"]').count()).toBe(10);
    await page.locator('.chart a', { hasText: 'docs' }).click();
    await page.locator('h2', { hasText: 'docs' }).waitFor();
    await page.goBack();
    await page.locator('.timeline').waitFor();
  });
});

describeInBrowser('lanes without a log', (bench) => {
  it('say why there is none', async () => {
    const here = bench();
    const report = sampleReport(here.folder, [{ job, guest: '' }]);
    const name = { target: 't', title: 'gone', id: 'gone' };
    const message = 'the leg was planned, and no record of it came back';
    const { page } = await here.open({
      ...report,
      lanes: [...report.lanes, { ...name, state: 'missing', message }],
    });
    expect(await page.locator('.why').innerText()).toBe(message);
    expect(await page.locator('.log-message').innerText()).toBe('This lane has no log.');
    await page.keyboard.press('j');
    await row(page, 1).waitFor();
    expect(await page.locator('.tabs a').allInnerTexts()).toEqual(['Host log']);
  });

  it('of which the address names none lead to the timeline, with a word about it', async () => {
    const { page } = await oneLog(bench(), 'x', '#nobody/L3');
    expect(await page.locator('.why').innerText()).toBe('This report has no lane nobody.');
  });
});

describeInBrowser('the place that a key or a click leads to', (bench) => {
  it('is there before the next key is heard', async () => {
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder), { fragment: '#/timeline' });
    await page.locator('.timeline').waitFor();
    const titles = await page.locator('#lanes section .title').allInnerTexts();
    // All in one task of the page: nothing that the browser has yet to tell comes in between.
    await page.evaluate(() => {
      const press = (key: string): boolean =>
        document.dispatchEvent(new KeyboardEvent('keydown', { key }));
      for (const key of ['j', 'j', 't', 'j', 'j', 'j']) press(key);
    });
    expect(await page.locator('.lane-head h2').innerText()).toBe(titles[2]);
    await row(page, 1).or(page.locator('.row.error')).first().waitFor();
    expect(await page.locator('#lanes [aria-current]').innerText()).toContain(titles[2]);
  });

  it('is one step of the way back', async () => {
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder), { fragment: '#/timeline' });
    const heads = page.locator('.lane-head h2');
    await page.locator('#lanes a', { hasText: 'docs' }).click();
    await heads.filter({ hasText: 'docs' }).waitFor();
    await page.locator('#lanes a', { hasText: 'ledger-unit' }).click();
    await heads.filter({ hasText: 'ledger-unit' }).waitFor();
    await page.goBack();
    await heads.filter({ hasText: 'docs' }).waitFor();
    await page.goBack();
    await page.locator('.timeline').waitFor();
    await page.goForward();
    await heads.filter({ hasText: 'docs' }).waitFor();
  });
});

describeInBrowser('the address of a line', (bench) => {
  it('is what a click makes it, and holds after a reload', async () => {
    const { page, address } = await oneLog(bench(), numbered(2000));
    await row(page, 3).locator('.number').click();
    await row(page, 3).and(page.locator('.selected')).waitFor();
    await expect.poll(() => page.url()).toBe(`${address}#unit/L3`);
    await page.goto(`${address}#unit/L1500`);
    await page.reload();
    await row(page, 1500).and(page.locator('.selected')).waitFor();
    expect(await visibleLines(page)).toContain(1500);
  });

  it('can be a range, with Shift', async () => {
    const { page } = await oneLog(bench(), numbered(50));
    await row(page, 8).locator('.number').click();
    await row(page, 8).and(page.locator('.selected')).waitFor();
    await row(page, 5)
      .locator('.number')
      .click({ modifiers: ['Shift'] });
    await expect.poll(() => page.url()).toMatch(/#unit\/L5-L8$/);
    expect(await page.locator('.row.selected').allInnerTexts()).toEqual(
      [5, 6, 7, 8].map((n) => `${n}\nline ${n}`),
    );
  });

  it('leads into the host’s log, too', async () => {
    const { page } = await oneLog(bench(), 'guest', '#unit/host/L2');
    await row(page, 2).and(page.locator('.selected')).waitFor();
    expect(await page.locator('.tabs [aria-current]').innerText()).toBe('Host log');
  });
});

describeInBrowser('a log', (bench) => {
  it('of half a million lines has only few of them in the document', async () => {
    const { page } = await oneLog(bench(), numbered(500_000), '#unit/L250000');
    await row(page, 250_000).waitFor();
    expect(await visibleLines(page)).toContain(250_000);
    await page.keyboard.press('Shift+G');
    await row(page, 500_000).waitFor();
    expect(await visibleLines(page)).toContain(500_000);
    expect(await page.locator('.row').count()).toBeLessThan(300);
  });

  it('that is taller than a browser can draw is scrolled all the same, line by line', async () => {
    const { page } = await oneLog(bench(), 'x\n'.repeat(2_000_000), '#unit/L1234567');
    await row(page, 1_234_567).waitFor();
    const [first = 0] = await visibleLines(page);
    await page.locator('.log').hover();
    await page.mouse.wheel(0, 100);
    await row(page, first + 60).waitFor();
    await expect.poll(async () => (await visibleLines(page))[0]).toBe(first + 5);
    await page.keyboard.press('Shift+G');
    await row(page, 2_000_000).waitFor();
    await page.keyboard.press('g');
    await row(page, 1).waitFor();
  });

  it('wraps long lines, and keeps its place when told not to', async () => {
    const lines = Array.from(
      { length: 400 },
      (_, n) => `${n + 1} ${'long '.repeat(n % 7 === 0 ? 90 : 1)}`,
    );
    const { page } = await oneLog(bench(), lines.join('\n'), '#unit/L300');
    await row(page, 300).waitFor();
    const tall = await row(page, 295).boundingBox();
    expect(tall?.height).toBeGreaterThan(39);
    await page.keyboard.press('w');
    expect((await row(page, 295).boundingBox())?.height).toBe(20);
    expect(await visibleLines(page)).toContain(300);
    await page.keyboard.press('w');
    expect(await visibleLines(page)).toContain(300);
  });

  it('is where it was left, when the reader comes back from elsewhere', async () => {
    const { page } = await oneLog(bench(), numbered(5000));
    await row(page, 1).waitFor();
    await page.locator('.log').evaluate((log) => log.scrollTo(0, 40_000));
    await row(page, 2010).waitFor();
    await page.keyboard.press('t');
    await page.locator('.timeline').waitFor();
    await page.goBack();
    await expect.poll(async () => (await visibleLines(page))[0]).toBe(2001);
  });

  it('shows the last state of progress, and the earlier ones on demand', async () => {
    const { page } = await oneLog(bench(), 'get 1%\rget 50%\rget 100%\u001b[K\ndone\n');
    await row(page, 2).waitFor();
    expect(await row(page, 1).locator('.text').innerText()).toBe('get 100%↺ 2');
    await row(page, 1).locator('.more').click();
    expect(await page.locator('#whole-line pre').innerText()).toBe('get 1%\nget 50%\nget 100%');
    await page.keyboard.press('Escape');
    expect(await page.locator('#whole-line').isVisible()).toBe(false);
  });

  it('cuts a line of 10 MB, and has all of it on demand', async () => {
    const { page } = await oneLog(bench(), `${'0123456789'.repeat(1_000_000)}\nnext\n`);
    await row(page, 2).waitFor();
    const more = row(page, 1).locator('.more');
    expect(await more.innerText()).toBe('… 10.0 MB');
    expect((await row(page, 1).innerText()).length).toBeLessThan(2100);
    await more.click();
    const text = page.locator('#whole-line pre');
    expect((await text.innerText()).length).toBe(50_000);
    await page.locator('#whole-line').getByText('Show more').click();
    expect((await text.innerText()).length).toBe(100_000);
  });

  it('has colours that can be read in both themes', async () => {
    const { page } = await oneLog(
      bench(),
      '\u001b[33myellow\u001b[0m \u001b[1;38;2;255;255;0mbright\u001b[0m plain',
    );
    const colours = (): Promise<string[]> =>
      row(page, 1)
        .locator('.text span')
        .evaluateAll((pieces) => pieces.map((piece) => getComputedStyle(piece).color));
    await row(page, 1).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colours()).toEqual(['rgb(222, 173, 74)', 'rgb(255, 255, 0)']);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await colours()).toEqual(['rgb(138, 92, 0)', 'rgb(113, 113, 0)']);
    expect(await row(page, 1).locator('.bold').innerText()).toBe('bright');
  });

  it('is copied line by line, and saved as it came', async () => {
    const bytes = Buffer.from('a\r\n\u001b[31mb\u001b[0m\n\xff', 'latin1');
    const { page } = await oneLog(bench(), bytes);
    await row(page, 3).waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await row(page, 2).locator('.number').click();
    await page.keyboard.press('c');
    await page.getByText('Copied line 2').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('b');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('s')]);
    expect(download.suggestedFilename()).toBe('unit-guest.log');
    expect(readFileSync(await download.path())).toEqual(bytes);
  });
});

describeInBrowser('a search', (bench) => {
  it('counts, marks and goes from hit to hit, around the end', async () => {
    const lines = Array.from({ length: 3000 }, (_, n) =>
      n % 1000 === 500 ? `Needle ${n}` : 'hay',
    );
    const { page } = await oneLog(bench(), lines.join('\n'));
    await row(page, 1).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('needle');
    const count = page.locator('#hits');
    await expect.poll(() => count.innerText()).toBe('3');
    for (const [key, place, line] of [
      ['Enter', '1 of 3', 501],
      ['Enter', '2 of 3', 1501],
      ['Shift+Enter', '1 of 3', 501],
      ['Shift+Enter', '3 of 3', 2501],
      ['Enter', '1 of 3', 501],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => count.innerText()).toBe(place);
      expect(await visibleLines(page)).toContain(line);
      expect(await row(page, line).locator('mark').innerText()).toBe('Needle');
      expect(page.url()).toMatch(new RegExp(`#unit/L${line}$`));
    }
    await page.locator('button', { hasText: 'Aa' }).click();
    await expect.poll(() => count.innerText()).toBe('0');
    await page.keyboard.press('Escape');
    expect(await page.locator('mark').count()).toBe(0);
  });

  it('goes over the logs of all lanes', async () => {
    const here = bench();
    const lanes = ['one', 'two', 'three'].map((id, index) => ({
      job: sampleJob(id, index * 1000, 9000),
      guest: index === 1 ? 'hay\n' : `hay\nneedle of ${id}\n`,
    }));
    const { page } = await here.open(sampleReport(here.folder, lanes), { fragment: '#one' });
    await row(page, 1).waitFor();
    await page.locator('button', { hasText: 'All lanes' }).click();
    await page.locator('#query').fill('needle');
    await expect.poll(() => page.locator('#hits').innerText()).toBe('1 here, 2 in all');
    expect(await page.locator('#lanes .hits').allInnerTexts()).toEqual(['1', '', '1']);
    expect(await page.locator('#lanes .no-hits').innerText()).toContain('two');
    await page.locator('#query').press('Enter');
    await page.locator('#query').press('Enter');
    await page.locator('.row.selected', { hasText: 'needle of three' }).waitFor();
    expect(page.url()).toMatch(/#three\/L2$/);
  });

  it('finds what is not shown of a line, and says where it is', async () => {
    const { page } = await oneLog(bench(), `${'x'.repeat(9000)}needle\nneedle 1%\rdone\n`);
    await page.locator('#query').fill('needle');
    await expect.poll(() => page.locator('#hits').innerText()).toBe('2');
    expect(await page.locator('.row .more.match').count()).toBe(2);
  });

  it('is what Ctrl+F opens', async () => {
    const { page } = await oneLog(bench(), 'x');
    await row(page, 1).waitFor();
    await page.keyboard.press('Control+f');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
  });
});

describeInBrowser('the keyboard', (bench) => {
  it('goes from lane to lane, from failure to failure, from error to error', async () => {
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder));
    const current = (): Promise<string> => page.locator('#lanes [aria-current] .title').innerText();
    await row(page, 1).or(page.locator('.row.error').first()).waitFor();
    expect(await current()).toBe('ledger-unit');
    for (const [key, lane] of [
      ['j', 'relay-integration'],
      ['j', 'agent-control-plane-unit'],
      ['k', 'relay-integration'],
      ['f', 'ledger-unit'],
      ['Shift+F', 'relay-integration'],
      ['f', 'ledger-unit'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(current).toBe(lane);
    }
    await page.locator('.row.error').first().waitFor();
    await page.keyboard.press('e');
    await page.locator('.row.error.selected', { hasText: 'assertion' }).waitFor();
    await page.keyboard.press('Shift+E');
    await page.locator('.row.error.selected', { hasText: 'panicked' }).waitFor();
    await page.keyboard.press('h');
    await page.locator('.tabs [aria-current]', { hasText: 'Host' }).waitFor();
    await page.keyboard.press('t');
    await page.locator('.timeline').waitFor();
  });

  it('tells its keys, and can be told to leave single keys alone', async () => {
    const { page } = await oneLog(bench(), 'x');
    await row(page, 1).waitFor();
    await page.keyboard.press('?');
    const help = page.locator('#help');
    expect(await help.innerText()).toContain('Next, previous failure');
    await help.getByText('Single keys do something').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    expect(await page.locator('.timeline').count()).toBe(0);
  });

  it('scrolls the log without a click into it', async () => {
    const { page } = await oneLog(bench(), numbered(500));
    await row(page, 1).waitFor();
    await page.keyboard.press('PageDown');
    await expect.poll(async () => (await visibleLines(page))[0]).toBeGreaterThan(10);
  });

  it('filters lanes', async () => {
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder));
    await page.keyboard.press('l');
    await page.keyboard.type('bindings');
    expect(await page.locator('#lanes .lane:visible .title').allInnerTexts()).toEqual([
      'Timeline',
      'bindings-swift',
      'bindings-kotlin',
    ]);
    await page.keyboard.press('Escape');
    expect(await page.locator('#lanes .lane:visible').count()).toBe(11);
  });

  it('shows where it is', async () => {
    const { page } = await oneLog(bench(), 'x');
    await row(page, 1).waitFor();
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const outlined = await page.evaluate(() => {
        const active = document.activeElement;
        // A search's frame stands for its field.
        const frames = active === null ? [] : [active, active.parentElement ?? active];
        return frames.some((it) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it);
          return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        });
      });
      expect(outlined).toBe(true);
    }
  });
});

describeInBrowser('the theme', (bench) => {
  it('is the system’s, or the reader’s, who is remembered', async () => {
    const { page } = await oneLog(bench(), 'x');
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).toBe('rgb(15, 18, 22)');
    await page.keyboard.press('d');
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.reload();
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.keyboard.press('d');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await ground()).toBe('rgb(15, 18, 22)');
  });
});

describeInBrowser('a phone', (bench) => {
  it('shows the failure first, and the lanes on demand; nothing is wider than it', async () => {
    const here = bench();
    const report = tenLanes(here.folder);
    const { page } = await here.open(report, { viewport: phone, hasTouch: true, isMobile: true });
    const panicked = page.locator('.row.error', { hasText: 'panicked at' });
    await panicked.waitFor();
    expect(await visibleLines(page)).toContain(Number(await panicked.getAttribute('data-line')));
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBe(0);
    await page.locator('.lane-button').tap();
    expect(await page.locator('#lanes').boundingBox()).toEqual(
      await page.locator('#main').boundingBox(),
    );
    await page.locator('#lanes .lane', { hasText: 'docs' }).tap();
    await page.locator('.lane-button', { hasText: 'docs' }).waitFor();
    expect(await page.locator('#lanes').isVisible()).toBe(false);
    await page.locator('[aria-label="Next lane"]').tap();
    await page.locator('.lane-button', { hasText: 'wire-fuzz-smoke' }).waitFor();
    expect(await overflow()).toBe(0);
  });
});

describeInBrowser('a run that is not over', (bench) => {
  it('opens where its log has come to', async () => {
    const here = bench();
    const running = {
      ...job,
      status: 'running',
      finished_at: null,
      exit_code: null,
      message: null,
    } as const;
    const { page } = await here.open(
      sampleReport(here.folder, [
        { job: running, guest: numbered(900) },
        { job: failedJob(sampleJob('bad', 0, 9000)), guest: 'x' },
      ]),
      { fragment: '#unit' },
    );
    await row(page, 900).waitFor();
    expect(await page.locator('.lane-title').innerText()).toContain('Running');
  });
});
