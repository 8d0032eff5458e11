import { isWell, type Check } from '../model/check.ts';
import { categoryOf, type Failure } from '../model/failure.ts';
import type { RunRecord } from '../model/record.ts';

/** 0 passed or skipped, 1 failed, 130 cancelled. */
export function exitOfRun({ status, failure_kind }: RunRecord): number {
  if (status === 'passed' || status === 'skipped') return 0;
  return failure_kind === 'cancelled' ? 130 : 1;
}

/** For what went wrong before there was a run: 2 usage or manifest, 130 cancelled, 1 else. */
export function exitOfFailure(failure: Failure): number {
  switch (categoryOf(failure)) {
    case 'cancelled':
      return 130;
    case 'config':
      return 2;
    case 'test_failure':
    case 'timeout':
    case 'infrastructure':
      return 1;
  }
}

/** 0 where nothing failed, else that of a configuration that has to be mended. */
export function exitOfChecks(checks: readonly Check[]): number {
  return isWell(checks) ? 0 : 2;
}
