import { randomBytes } from 'node:crypto';
import type { EventSink } from '../model/event.ts';
import { eventLines } from './event-lines.ts';
import { guardLine } from './guard.ts';
import { LineSplitter } from './lines.ts';

/**
 * Reports a run in a workflow step's log. Guest output stands between stop-commands brackets whose
 * token no guest can know, and is broken up besides: either wall alone would hold.
 */
export function stepLog(write: (text: string) => void): EventSink {
  const guests = new Map<string, LineSplitter>();
  const lanes = new Set<string>();
  const token = randomBytes(24).toString('hex');
  let guarded = false;

  const guard = (on: boolean): void => {
    if (guarded === on) return;
    guarded = on;
    write(on ? `::stop-commands::${token}\n` : `::${token}::\n`);
  };
  const guestLine = (lane: string, line: string): void => {
    guard(true);
    // One lane needs no name in front of each line; several do.
    write(`${lanes.size > 1 ? `${lane} │ ` : ''}${guardLine(line)}\n`);
  };
  const ownLine = (line: string): void => {
    guard(false);
    write(`${guardLine(line)}\n`);
  };

  return (event) => {
    if (event.event === 'job_started') {
      const { id } = event.job;
      lanes.add(id);
      guests.set(id, new LineSplitter((line) => guestLine(id, line)));
    }
    if (event.event === 'job_output') guests.get(event.job_id)?.push(event.bytes);
    if (event.event === 'job_verdict') guests.get(event.job_id)?.end();
    for (const line of eventLines(event)) ownLine(line);
    if (event.event === 'run_finished') guard(false);
  };
}
