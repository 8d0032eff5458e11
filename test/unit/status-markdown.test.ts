import { describe, expect, it } from 'vitest';
import type { CompactStatus, LaneStatus } from '../../src/report/compact-status.ts';
import {
  statusMarkdown,
  summaryLimitBytes,
  type StatusDocument,
} from '../../src/report/status-markdown.ts';

function lanes(count: number, isBad: (n: number) => boolean): LaneStatus[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `check-app / lane-${n}`,
    state: isBad(n) ? 'failed' : 'success',
    took: '2m 20s',
    message: isBad(n) ? `test command exited with ${n}` : undefined,
    link: `https://github.com/octo/repo/actions/runs/1/job/${n}`,
  }));
}

function documentOf(its: readonly LaneStatus[], more: Partial<StatusDocument> = {}) {
  const status: CompactStatus = {
    state: 'failed',
    run: 'run #97',
    workflowRun: { number: '97', url: 'https://github.com/octo/repo/actions/runs/1' },
    target: 'check-app',
    counts: 'some passed, some failed',
    head: '188f4f1961e4a36a0c0e157fa369277a369767cb',
    queuedAt: '2026-03-26 00:01:40 UTC',
    queued: '7.0s',
    ran: '2m 20s',
    message: undefined,
    lanes: its,
  };
  return { status, excerpts: [], timeline: '', skipped: [], notes: [], links: [], ...more };
}

const limits = { summary: summaryLimitBytes, comment: 65_000, check: 65_535 };

describe('a status in markdown', () => {
  it('has each lane with its state, its time, and the way to its log', () => {
    const text = statusMarkdown(documentOf(lanes(2, (n) => n === 1)), 10_000);
    expect(text).toContain(
      '| ✅ [`check-app / lane-0`](https://github.com/octo/repo/actions/runs/1/job/0) | success | 2m 20s |  |',
    );
    expect(text).toContain('| failed | 2m 20s | test command exited with 1 |');
  });

  it.each(Object.entries(limits))(
    'keeps to the limit of a %s, and drops what matters least',
    (_, limit) => {
      const its = lanes(600, (n) => n % 20 === 0);
      const failed = its.filter(({ state }) => state === 'failed');
      // Three bytes of UTF-8 a character, and none that can be left out at will.
      const excerpts = failed.map(({ id }) => ({
        lane: id,
        title: 'what failed',
        log: '漢字 failed\n'.repeat(4000),
      }));
      const skipped = Array.from({ length: 3000 }, (__, n) => ({
        id: `idle-${n}`,
        target: 'docs',
        reason: 'no changed path matches',
      }));
      const text = statusMarkdown(
        documentOf(its, { excerpts, skipped, timeline: 'x'.repeat(50_000) }),
        limit,
      );
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
      expect(text).toContain('### ❌ CI: failed');
      expect(text).toContain('lane-580');
      expect(text).not.toContain('idle-');
      expect(text.trimEnd().endsWith('_Shortened to fit; the full report has it all._')).toBe(true);
    },
  );

  it.each([-1, 0])('is whole up to the last byte: %d beyond its size', (beyond) => {
    const document = documentOf(
      lanes(3, () => false),
      { notes: ['a note'] },
    );
    const whole = statusMarkdown(document, 1_000_000);
    const text = statusMarkdown(document, Buffer.byteLength(whole) + beyond);
    expect(text === whole).toBe(beyond === 0);
  });
});
