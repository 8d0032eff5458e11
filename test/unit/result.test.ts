import { describe, expect, it } from 'vitest';
import { judge, readResult } from '../../src/guest/result.ts';

const written = (some: object): string =>
  JSON.stringify({
    status: 'passed',
    exit_code: 0,
    finished_at: '2026-03-26T00:01:40Z',
    message: 'test passed',
    nonce: 'mine',
    ...some,
  });

describe('a result', () => {
  it.each([
    ['of a passed command', written({}), { kind: 'exited', exitCode: 0 }],
    [
      'of a failed command',
      written({ status: 'failed', exit_code: 3 }),
      { kind: 'exited', exitCode: 3 },
    ],
    [
      'of a command that exited with 124 by itself',
      written({ status: 'failed', exit_code: 124 }),
      { kind: 'exited', exitCode: 124 },
    ],
    [
      'of a command whose time was up',
      written({ status: 'failed', exit_code: 124, timed_out: true }),
      { kind: 'timed_out' },
    ],
    [
      'of a command that the kernel took the memory from',
      written({ status: 'failed', exit_code: 137, out_of_memory: true }),
      { kind: 'out_of_memory', exitCode: 137 },
    ],
    ['that passed in no time', written({ timed_out: true }), { kind: 'untrusted' }],
    ['that is missing', '', { kind: 'absent' }],
    ['that was cut off', written({}).slice(0, 30), { kind: 'untrusted' }],
    ['that is something else', '[1]', { kind: 'untrusted' }],
    ['with the nonce of another guest', written({ nonce: 'theirs' }), { kind: 'untrusted' }],
    ['without a nonce', written({ nonce: undefined }), { kind: 'untrusted' }],
    ['that passed with an exit code', written({ exit_code: 1 }), { kind: 'untrusted' }],
    ['that failed without one', written({ status: 'failed' }), { kind: 'untrusted' }],
    ['with unknown keys besides', written({ more: true }), { kind: 'exited', exitCode: 0 }],
  ])('%s', (_, text, expected) => {
    expect(readResult(text, 'mine')).toMatchObject(expected);
  });
});

describe('the verdict', () => {
  const left = { endedBy: 'guest_exited', commandStarted: true, console: 'last words' };
  it.each([
    ['exit 0 passes', { kind: 'exited', exitCode: 0 }, undefined],
    ['exit 3 fails', { kind: 'exited', exitCode: 3 }, { cause: 'command_failed', exitCode: 3 }],
    [
      '124 of the command itself is no timeout',
      { kind: 'exited', exitCode: 124 },
      { cause: 'command_failed', exitCode: 124 },
    ],
    [
      'what the clock ended is a timeout',
      { kind: 'timed_out' },
      { cause: 'command_timed_out', enforcedBy: 'guest' },
    ],
    [
      'memory that ran out is the command’s failure',
      { kind: 'out_of_memory', exitCode: 1 },
      { cause: 'command_out_of_memory', exitCode: 1 },
    ],
    [
      'nothing left is no pass',
      { kind: 'absent' },
      { cause: 'guest_ended', reason: 'guest exited', console: 'last words' },
    ],
    [
      'a forged result is no pass',
      { kind: 'untrusted', problem: 'p' },
      { cause: 'result_untrusted', problem: 'p' },
    ],
  ] as const)('%s', (_, result, expected) => {
    const failure = judge('guest', 60, { ...left, result });
    if (expected === undefined) expect(failure).toBeUndefined();
    else expect(failure).toMatchObject(expected);
  });
});
