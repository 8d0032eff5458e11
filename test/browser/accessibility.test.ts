import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { tenLanes } from '../support/sample-report.ts';
import { describeInBrowser, phone, row, wide } from './support.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, all its rules on, with the elements that it is about. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}

const views = {
  'a failed lane': { fragment: '', act: () => Promise.resolve() },
  'a lane that passed, lines chosen': {
    fragment: '#docs/L40-L44',
    act: () => Promise.resolve(),
  },
  'the timeline': { fragment: '#/timeline', act: () => Promise.resolve() },
  'a search over all lanes': {
    fragment: '',
    act: async (page: Page) => {
      await page.locator('button', { hasText: 'All lanes' }).click();
      await page.locator('#query').fill('spend');
      await expect.poll(() => page.locator('#hits').innerText()).toMatch(/in all$/);
    },
  },
  'the keys': { fragment: '', act: (page: Page) => page.keyboard.press('?') },
  'a whole line': {
    fragment: '#docs/L42',
    act: (page: Page) => row(page, 42).locator('.more').click(),
  },
} as const;

describeInBrowser('axe finds nothing wrong', (bench) => {
  const cases = Object.entries(views).flatMap(([view, { fragment, act }]) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [wide, phone].map((viewport) => ({
        ...{ view, fragment, act, colorScheme, viewport },
        width: viewport.width,
      })),
    ),
  );
  it.each(cases)('with $view, $colorScheme, $width wide', async (options) => {
    const { fragment, act, colorScheme, viewport } = options;
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder), { fragment, colorScheme, viewport });
    await page.locator('.row, .timeline').first().waitFor();
    await act(page);
    expect(await violations(page)).toEqual([]);
  });

  it('with the list of lanes on a phone', async () => {
    const here = bench();
    const { page } = await here.open(tenLanes(here.folder), { viewport: phone });
    await page.locator('.lane-button').click();
    expect(await violations(page)).toEqual([]);
  });
});
