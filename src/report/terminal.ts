import type { EventSink } from '../model/event.ts';
import { formatDuration } from './duration.ts';
import { eventLines, words } from './event-lines.ts';
import { harmless } from './harmless.ts';
import { LineSplitter } from './lines.ts';
import type { Palette } from './status-text.ts';

export interface Terminal {
  write: (text: string) => void;
  /** A person watches: the lanes under way are shown below the log and redrawn. */
  live: boolean;
  paint: Palette;
}

/** Reports a run to a terminal or a plain stream: what happens, and what the guests say. */
export function terminalReport(terminal: Terminal): { sink: EventSink; close: () => void } {
  const { paint } = terminal;
  const guests = new Map<string, LineSplitter>();
  const states = new Map<string, { phase: string; since: number }>();
  let drawn = 0;

  const erase = (): void => {
    if (drawn > 0) terminal.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    if (!terminal.live) return;
    for (const [lane, { phase, since }] of states) {
      const time = formatDuration(Date.now() - since);
      terminal.write(`${paint.state('running')} ${lane} · ${words(phase)} · ${time}\n`);
    }
    drawn = states.size;
  };
  const print = (line: string): void => {
    erase();
    terminal.write(`${line}\n`);
    draw();
  };
  const splitterOf = (lane: string): LineSplitter => {
    const known = guests.get(lane) ?? new LineSplitter();
    guests.set(lane, known);
    return known;
  };
  // A terminal obeys escape sequences: only colours and such, which change no state, get through.
  const printGuest = (lane: string, lines: readonly string[]): void => {
    for (const line of lines) print(`${paint.dim(`${lane} │`)} ${harmless(line)}`);
  };
  const timer = terminal.live
    ? setInterval(() => {
        erase();
        draw();
      }, 1000)
    : undefined;

  const sink: EventSink = (event) => {
    if (event.event === 'job_output') {
      printGuest(event.job_id, splitterOf(event.job_id).push(event.bytes));
    }
    if (event.event === 'job_phase_started') {
      states.set(event.job_id, { phase: event.phase, since: Date.now() });
    }
    if (event.event === 'job_verdict') {
      printGuest(event.job_id, splitterOf(event.job_id).end());
      states.delete(event.job_id);
    }
    for (const line of eventLines(event)) print(paint.dim(harmless(line)));
  };
  return {
    sink,
    close: () => {
      clearInterval(timer);
      erase();
    },
  };
}
