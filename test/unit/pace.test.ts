import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { paceOf } from '../../src/report/pace.ts';

const signal = new AbortController().signal;

it('signals and timers have their turn between pieces of output, however fast these are taken', async () => {
  const pace = paceOf(new Writable({ write: (_, __, done) => done() }), signal);
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  for (let piece = 0; piece < 100; piece += 1) await pace();
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(99);
});

it('what a slow reader has not taken is waited for, unless nobody wants it any more', async () => {
  const taken: (() => void)[] = [];
  const stream = new Writable({ highWaterMark: 1, write: (_, __, done) => void taken.push(done) });
  const abort = new AbortController();
  const pace = paceOf(stream, abort.signal);
  stream.write('xx');
  let waits = true;
  const waiting = pace()?.then(() => (waits = false));
  await new Promise((resolve) => setImmediate(resolve));
  expect(waits).toBe(true);
  taken.shift()?.();
  await waiting;
  stream.write('xx');
  const cancelled = pace();
  abort.abort();
  await cancelled;
  expect(pace()).toBeUndefined();
});
