import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BeyondMark, Start } from '../../src/host/ssh/start.ts';

describe('the line that starts a program', () => {
  it('holds nothing that shells read differently', () => {
    const check = (text: string): void => {
      const { line } = new Start(text);
      expect(/^exec sh -c '[^'\\!\n]+'(?: [A-Za-z0-9+/]{1,900})+ ?$/.test(line)).toBe(true);
      expect(line.length).toBeLessThan(128 * 1024);
    };
    for (const length of [0, 1, 74_999, 75_001, 300_000]) check('!'.repeat(length));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check));
  });

  it('gives up on a host that never begins', async () => {
    const start = new Start('true', 20);
    start.stdout.add(Buffer.from('\u001b[2Jsftp only\n'));
    start.stderr.add(Buffer.from('no\r\n'));
    await expect(start.overdue('builder', new AbortController().signal)).rejects.toMatchObject({
      failure: { cause: 'host_without_shell', host: 'builder', said: '�[2Jsftp only\nno' },
    });
  });
});

it('what comes beyond a mark is let through, however it is cut', () => {
  const parts = fc.array(fc.nat(60), { maxLength: 6 });
  fc.assert(
    fc.property(parts, (cuts) => {
      const bytes = Buffer.from('welcome\nabcabc\n abcabc\nthe answer');
      const beyond = new BeyondMark('abcabc\n');
      const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length];
      edges.sort((a, b) => a - b);
      const heard = edges.map((edge, n) => beyond.add(bytes.subarray(edges[n - 1] ?? 0, edge)));
      expect(Buffer.concat(heard).toString()).toBe(' abcabc\nthe answer');
      expect(beyond.before).toBe('welcome\n');
    }),
  );
});
