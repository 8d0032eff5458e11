import type { EventSink, RunEvent } from '../model/event.ts';
import { cutToWidth, displayWidth } from './display-width.ts';
import { formatDuration } from './duration.ts';
import { eventLines, words } from './event-lines.ts';
import { guardLine } from './guard.ts';
import { colourless, harmless } from '../diagnostics/harmless.ts';
import { LineSplitter } from '../diagnostics/lines.ts';
import type { Palette } from './status-text.ts';

export interface Terminal {
  write: (text: string) => void;
  /**
   * Where a person watches, the size of the screen: the lanes under way are shown below the log and
   * redrawn. Nothing where lines are all there is.
   */
  screen: (() => { columns: number; rows: number }) | undefined;
  /** Of guests; ours are what `paint` makes of them. */
  colours: 'kept' | 'dropped';
  paint: Palette;
}

/** Reports a run to a terminal or a plain stream: what happens, and what the guests say. */
export function terminalReport(terminal: Terminal): { sink: EventSink; close: () => void } {
  const { paint, colours } = terminal;
  const guests = new Map<string, LineSplitter>();
  const live = liveLanes(terminal);

  const print = (lines: readonly string[]): void => {
    if (lines.length === 0) return;
    live.erase();
    terminal.write(lines.map((line) => `${guardLine(line)}\n`).join(''));
    live.draw();
  };
  const splitterOf = (lane: string): LineSplitter => {
    const known = guests.get(lane) ?? new LineSplitter();
    guests.set(lane, known);
    return known;
  };
  // A terminal obeys escape sequences: only colours and such, which change no state, get through.
  const printGuest = (lane: string, lines: readonly string[]): void => {
    const shown = lines.map((line) => {
      const text = colours === 'kept' ? harmless(line) : colourless(line);
      // What a guest leaves switched on is not to colour the lines of others.
      const end = text.includes('\u001b') ? '\u001b[0m' : '';
      return `${paint.dim(`${lane} │`)} ${text}${end}`;
    });
    print(shown);
  };

  const sink: EventSink = (event) => {
    if (event.event === 'job_output') {
      printGuest(event.job_id, splitterOf(event.job_id).push(event.bytes));
    }
    if (event.event === 'job_phase_started') live.enter(event.job_id, event.phase);
    if (event.event === 'job_waiting') live.enter(event.job_id, 'wait_for_free_place');
    if (event.event === 'job_verdict') {
      printGuest(event.job_id, splitterOf(event.job_id).end());
      live.leave(event.job_id);
    }
    print(ownLines(event, paint));
  };
  return { sink, close: live.close };
}

/** What a person looks for stands out, how a lane ended above all; the rest stands back. */
function ownLines(event: RunEvent, paint: Palette): string[] {
  const lines = eventLines(event).map(harmless);
  if (event.event === 'prepare_finished' && event.problem !== null) return lines;
  if (event.event !== 'job_verdict') return lines.map(paint.dim);
  const { verdict } = event;
  const isCancelled = verdict.kind === 'failed' && verdict.failure.cause === 'cancelled';
  const [headline = '', ...rest] = lines;
  return [paint.as(isCancelled ? 'cancelled' : verdict.kind, headline), ...rest];
}

/** The lanes under way, as lines that are drawn again and again below all others. */
function liveLanes({ write, screen, paint }: Terminal): {
  enter: (lane: string, phase: string) => void;
  leave: (lane: string) => void;
  erase: () => void;
  draw: () => void;
  close: () => void;
} {
  const states = new Map<string, { phase: string; since: number }>();
  let drawn: readonly string[] = [];

  const erase = (): void => {
    if (screen === undefined || drawn.length === 0) return;
    // Since they were drawn the screen may have become narrower, and wrapped them.
    const { columns } = screen();
    const rows = drawn.reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / columns)),
      0,
    );
    write(`\u001b[${rows}A\u001b[0J`);
    drawn = [];
  };
  const draw = (): void => {
    if (screen === undefined) return;
    const { columns, rows } = screen();
    const lines = [...states].map(
      ([lane, { phase, since }]) =>
        `running ${lane} · ${words(phase)} · ${formatDuration(Date.now() - since)}`,
    );
    // What scrolls off the screen cannot be drawn over.
    const room = Math.max(1, rows - 2);
    const more = lines.length - room;
    const shown = more <= 0 ? lines : [...lines.slice(0, room - 1), `and ${more + 1} more`];
    drawn = shown.map((line) => cutToWidth(harmless(line), columns - 1));
    write(drawn.map((line) => `${line.replace(/^running/, paint.state('running'))}\n`).join(''));
  };
  const timer =
    screen === undefined
      ? undefined
      : setInterval(() => {
          erase();
          draw();
        }, 1000);
  return {
    enter: (lane, phase) => {
      if (states.get(lane)?.phase !== phase) states.set(lane, { phase, since: Date.now() });
    },
    leave: (lane) => void states.delete(lane),
    erase,
    draw,
    close: () => {
      clearInterval(timer);
      erase();
    },
  };
}
