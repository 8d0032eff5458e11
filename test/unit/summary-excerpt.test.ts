import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactStatus } from '../../src/report/compact-status.ts';
import { statusMarkdown } from '../../src/report/status-markdown.ts';
import { hostileLines, hostileOutput } from '../support/hostile-corpus.ts';
import {
  elementsIn,
  renderMarkdown,
  textIn,
  type RenderedNode,
} from '../support/rendered-markdown.ts';
import { record } from '../support/sample-record.ts';

function summaryWith(log: string): RenderedNode[] {
  const excerpt = { lane: 'e2e', title: 'what failed', log };
  const document = {
    status: compactStatus(record),
    excerpts: [excerpt],
    timeline: '',
    skipped: [],
    notes: [],
    links: [],
  };
  return renderMarkdown(statusMarkdown(document, 1_000_000));
}

const usual = elementsIn(summaryWith('nothing of note'));

/** What a reader shall see of a log: without colours and controls, its blank lines kept open. */
function shown(log: string): string {
  return log
    .replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .split('\n')
    .map((line) => (line.trim() === '' ? '\u200b' : line))
    .join('\n');
}

function expectPlain(log: string): void {
  const nodes = summaryWith(log);
  expect(elementsIn(nodes)).toEqual(usual);
  expect(textIn(nodes, 'pre')).toBe(`${shown(log)}\n`);
}

it('marks nothing up that a log holds, and shows all of it', () => {
  expect(usual.filter((element) => element.startsWith('details'))).toEqual(['details open=""']);
  expectPlain(hostileOutput().toString());
  for (const line of hostileLines) expectPlain(`before\n${line.toString()}\nafter`);
});

it('marks nothing up in whatever order it comes', () => {
  const line = fc.oneof(
    fc.constantFrom(...hostileLines.map(String)),
    fc.constantFrom('', ' ', '\t', '\r', '\u00a0', '</pre>', '```', '<!--', '-->', '&'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => expectPlain(lines.join('\n'))),
  );
});
