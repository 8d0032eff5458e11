import { createServer } from 'node:http';
import { createReadStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';
import type { HtmlReport } from '../../src/report/html/html-report.ts';
import { writeHtml } from '../../src/report/html/write.ts';
import { buildPage } from '../../scripts/build-page.ts';
import { temporaryFolder } from '../support/folder.ts';
import { launch } from './launch.ts';

export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** A report in a tab of a browser, and what went wrong in it. */
export interface OpenReport {
  page: Page;
  /** The address of the file. */
  address: string;
  /** Errors, messages of the console, violations of the policy, and requests but for the file. */
  complaints: string[];
}

export interface OpenOptions extends BrowserContextOptions {
  /** Of the address, such as `#unit/L12`. */
  fragment?: string;
  /** From a server, and not from disk. */
  served?: boolean;
}

export interface Bench {
  /** A folder that is gone with the test. */
  folder: string;
  open: (report: HtmlReport, options?: OpenOptions) => Promise<OpenReport>;
}

/** Tests with a browser of their own; each finds that nothing at all went wrong in its pages. */
export function describeInBrowser(name: string, tests: (bench: () => Bench) => void): void {
  const program = inject('browser');
  describe.skipIf(program === '')(name, () => {
    const template = buildPage();
    const opened: OpenReport[] = [];
    const closing: (() => unknown)[] = [];
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launch(program);
    });
    afterAll(() => browser?.close());
    afterEach(async () => {
      for (const close of closing.splice(0)) await close();
      expect(opened.splice(0).flatMap(({ complaints }) => complaints)).toEqual([]);
    });
    tests(() => {
      if (browser === undefined) throw new Error('the browser is there while tests run');
      const { path: folder, [Symbol.dispose]: remove } = temporaryFolder();
      closing.push(remove);
      const started = browser;
      return {
        folder,
        open: async (report, { fragment = '', served = false, ...options } = {}) => {
          const file = join(folder, 'report.html');
          await writeHtml(report, template, file);
          const address = served ? await serve(file, closing) : pathToFileURL(file).href;
          const context = await started.newContext({ viewport: wide, ...options });
          closing.unshift(() => context.close());
          const page = await context.newPage();
          const complaints = await listen(page, address);
          const opening = { page, address, complaints };
          opened.push(opening);
          await page.goto(address + fragment);
          return opening;
        },
      };
    });
  });
}

async function listen(page: Page, address: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    // What the page makes itself, for a download or the icon of its tab, leaves nothing.
    if (url.split('#')[0] !== address && !/^(?:data|blob):/.test(url)) {
      complaints.push(`request: ${url}`);
    }
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      console.error(`policy: ${violatedDirective} ${sample}`),
    );
  });
  return complaints;
}

/** As a server of artifacts would. */
async function serve(file: string, closing: (() => unknown)[]): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/report.html`;
}

/** Numbers of the lines that are in the visible part of the log. */
export function visibleLines(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const log = document.querySelector('.log')?.getBoundingClientRect();
    if (log === undefined) return [];
    return [...document.querySelectorAll('.row')]
      .filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > log.top && top < log.bottom;
      })
      .map((row) => Number((row as HTMLElement).dataset['line']));
  });
}

export function row(page: Page, line: number): ReturnType<Page['locator']> {
  return page.locator(`.row[data-line="${line}"]`);
}
