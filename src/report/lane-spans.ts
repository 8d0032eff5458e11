import type { JobRecord, PhaseName, TimeSpan } from '../model/record.ts';

interface LaneSpan extends TimeSpan {
  name: SpanName;
}

type SpanName = PhaseName | 'wait_for_free_place';

/** In the order in which a lane comes to them. */
export const spanNames: readonly SpanName[] = [
  'prepare_directories',
  'wait_for_free_place',
  'stage_workspace_snapshot',
  'prepare_runtime',
  'launch_guest',
  'wait_for_completion',
  'collect_artifacts',
];

/** What a lane spent its time on: its phases, and apart from them its wait for a place on the host. */
export function laneSpans({ execution, waited_for_place: waited }: JobRecord): LaneSpan[] {
  const phases = execution.phases.map(({ phase, ...span }): LaneSpan => ({ name: phase, ...span }));
  if (waited === null) return phases;
  const waiting = { name: 'wait_for_free_place', ...waited } as const;
  const at = phases.findIndex(({ name }) => name !== 'prepare_directories');
  return at === -1 ? [...phases, waiting] : phases.toSpliced(at, 0, waiting);
}
