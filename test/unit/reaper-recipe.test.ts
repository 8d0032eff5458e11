import { expect, it } from 'vitest';
import { reaperFor, reaperRecipe, versionOf } from '../../src/core/reaper.ts';
import { defaultPruneLimits } from '../../src/snapshot/prune.ts';

it('another reaper has another recipe number, so that the newer one of two stays', () => {
  const version = versionOf(reaperFor('/var/tmp/pikaci', defaultPruneLimits));
  const why = 'what is installed has changed: raise reaperRecipe, and note number and version here';
  expect([reaperRecipe, version], why).toEqual([2, 'e82a330a7598213cf66fd1a53b856870']);
});
