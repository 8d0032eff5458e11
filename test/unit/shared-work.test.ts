import { expect, it } from 'vitest';
import { FailureError, type Failure } from '../../src/model/failure.ts';
import { SharedWork } from '../../src/run/shared-work.ts';

const passing: Failure = { cause: 'connection_lost', host: 'builder', during: 'a test' };
const lasting: Failure = { cause: 'host_without_shell', host: 'b', how: 'exit 1', said: 'no' };

it.each([
  ['that may pass is tried again by the next', passing, 2],
  ['that would come again is remembered', lasting, 1],
])('a failure %s', async (_, failure, times) => {
  const shared = new SharedWork<string>();
  let tried = 0;
  const work = (): Promise<string> => {
    tried += 1;
    return Promise.reject(new FailureError(failure));
  };
  const first = [shared.do(work), shared.do(work)];
  for (const one of first) await expect(one).rejects.toMatchObject({ failure });
  expect(tried).toBe(1);
  await expect(shared.do(work)).rejects.toMatchObject({ failure });
  expect(tried).toBe(times);
});

it('work that is done is not done again', async () => {
  const shared = new SharedWork<number>();
  let done = 0;
  const work = (): Promise<number> => Promise.resolve((done += 1));
  expect(await Promise.all([shared.do(work), shared.do(work)])).toEqual([1, 1]);
  expect(await shared.do(work)).toBe(1);
});
