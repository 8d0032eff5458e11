import type { LaneState } from '../model/outcome.ts';
import type { PlannedLeg } from '../model/report-plan.ts';
import type { Finding } from './lanes-in-record.ts';
import type { JobMatch } from './leg-jobs.ts';
import type { Evidence } from './evidence.ts';

/** What is known of a lane that left no record: no more than how its job ended. */
export function laneInJob(
  { id }: PlannedLeg,
  match: JobMatch,
  { records, legsResult }: Pick<Evidence, 'records' | 'legsResult'>,
): Finding {
  const lane = (state: LaneState, message?: string): Finding => ({ id, state, message });
  const conclusion = (match.kind === 'found' ? match.job.conclusion : null) ?? undefined;
  if (conclusion === 'cancelled' || (conclusion === undefined && legsResult === 'cancelled')) {
    return lane('cancelled', 'cancelled before it left a record');
  }
  if (match.kind === 'ambiguous' && records === 'unavailable') {
    const names = new Intl.ListFormat('en').format(match.names.map((name) => `\`${name}\``));
    return lane('missing', `which job is its own cannot be told: ${names}`);
  }
  if (records === 'unavailable' && conclusion === 'success') {
    return legsResult === 'skipped' ? lane('missing', 'its leg was skipped') : lane('success');
  }
  if (records === 'unavailable' && conclusion !== undefined) {
    return lane('failed', `its job ended with ${conclusion}`);
  }
  if (conclusion !== undefined) {
    return lane('missing', `its job ended with ${conclusion} and left no record`);
  }
  return lane(
    'missing',
    legsResult === 'skipped' ? 'its leg was skipped' : 'its leg left no record',
  );
}
