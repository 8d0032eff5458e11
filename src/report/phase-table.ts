import type { PhaseName, RunRecord } from '../model/record.ts';
import { formatDuration } from './duration.ts';
import { words } from './event-lines.ts';
import { codeSpan, markdownTable } from './markdown.ts';

/** How long each phase of each lane took, as markdown; empty where no lane had phases. */
export function phaseTable({ jobs }: RunRecord): string {
  const timed = jobs.map(({ id, remote_linux_vm_execution: vm }) => ({
    id,
    phases: new Map(vm?.phases.map((it) => [it.phase, it.duration_ms])),
  }));
  const names = new Set<PhaseName>(timed.flatMap(({ phases }) => [...phases.keys()]));
  if (names.size === 0) return '';
  const rows = timed.map(({ id, phases }) => [
    codeSpan(id),
    ...[...names].map((name) => {
      const took = phases.get(name);
      return took === undefined ? '' : formatDuration(took);
    }),
  ]);
  return markdownTable(['lane', ...[...names].map(words)], rows);
}
