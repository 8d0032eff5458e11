import type { CompactStatus } from './compact-status.ts';

/** Escape sequences where the reader wants colours, nothing elsewhere. */
export interface Palette {
  state: (state: string) => string;
  /** A text in the colour of a state. */
  as: (state: string, text: string) => string;
  dim: (text: string) => string;
  bold: (text: string) => string;
}

export function palette(colours: boolean): Palette {
  const wrap =
    (code: string) =>
    (text: string): string =>
      colours ? `\u001b[${code}m${text}\u001b[0m` : text;
  const colourOf = (state: string): string =>
    state === 'success' || state === 'passed'
      ? '32'
      : state === 'failed' || state === 'lost'
        ? '31'
        : '33';
  const as = (state: string, text: string): string => wrap(colourOf(state))(text);
  return { state: (state) => as(state, state), as, dim: wrap('2'), bold: wrap('1') };
}

/** The compact status for a terminal. */
export function statusText(status: CompactStatus, paint: Palette): string[] {
  const width = Math.max(0, ...status.lanes.map(({ id }) => id.length));
  return [
    `${paint.bold('CI')}: ${paint.state(status.state)}`,
    `${status.run} · ${status.target}`,
    status.message ?? status.counts,
    paint.dim(`head ${status.head} · queued ${status.queuedAt} · ${status.lanes.length} lane(s)`),
    ...(status.ran === '' ? [] : [paint.dim(`queued ${status.queued} · ran ${status.ran}`)]),
    ...status.lanes.map(({ id, state, took, message }) =>
      [`  ${id.padEnd(width)} · ${paint.state(state)}`, took, message ?? '']
        .filter((part) => part !== '')
        .join(' · '),
    ),
  ];
}
