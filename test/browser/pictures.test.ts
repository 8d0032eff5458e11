import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { tenLanes, twoHundredLanes } from '../support/sample-report.ts';
import { describeInBrowser, phone, visibleLines, wide, type OpenOptions } from './support.ts';

/** For people to look at; made anew each time. */
const pictures = join(tmpdir(), 'pikaci-report-pictures');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

const looks: Readonly<Record<string, OpenOptions>> = {
  light: { colorScheme: 'light', viewport: wide },
  dark: { colorScheme: 'dark', viewport: wide },
  phone: { colorScheme: 'light', viewport: phone, deviceScaleFactor: 2 },
};

/** Takes the picture, of a page in which nothing hangs over an edge. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('header, nav, main, button, input, h1, h2, .row')]
      .map((it) => ({ it, box: it.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < 0 || box.right > innerWidth + 0.5))
      .filter(({ it }) => !it.closest('.lane-title'))
      .map(({ it }) => it.outerHTML.slice(0, 100)),
  );
  expect(outside).toEqual([]);
}

describeInBrowser('pictures', (bench) => {
  it.each(Object.keys(looks))(
    'of ten lanes, %s, the failed one open at its error',
    async (look) => {
      const here = bench();
      const { page } = await here.open(tenLanes(here.folder), looks[look]);
      const error = page.locator('.row.error', { hasText: 'panicked at' });
      await error.waitFor();
      expect(await visibleLines(page)).toContain(Number(await error.getAttribute('data-line')));
      await picture(page, `ten-lanes-${look}`);
    },
  );

  it.each(Object.keys(looks))('of two hundred lanes, %s', async (look) => {
    const here = bench();
    const { page } = await here.open(twoHundredLanes(here.folder, 2_000_000), looks[look]);
    await page.locator('.row.error', { hasText: 'panicked at' }).waitFor();
    expect(await page.locator('#lanes .lane').count()).toBe(201);
    await picture(page, `two-hundred-lanes-${look}`);
  });

  it.each(Object.keys(looks))('of the timeline, %s', async (look) => {
    const here = bench();
    const options = { ...looks[look], fragment: '#/timeline' };
    const { page } = await here.open(tenLanes(here.folder), options);
    await page.locator('.timeline').waitFor();
    await picture(page, `timeline-${look}`);
  });

  it('of the list of lanes on a phone', async () => {
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder), looks['phone']);
    await page.locator('.lane-button').click();
    await picture(page, 'list-phone');
  });
});
