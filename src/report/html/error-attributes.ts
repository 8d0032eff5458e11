import type { ErrorLines } from '../../diagnostics/error-lines.ts';

/** The lines as attributes of a log's element: how far each is behind the one before. */
export function errorAttributes({ lines, first }: ErrorLines): string {
  const steps = lines.map((line, index) => line - (lines[index - 1] ?? 0));
  return ` data-errors="${steps.join(' ')}" data-first="${first}"`;
}

/** What {@link errorAttributes} wrote. */
export function readErrors({ errors, first }: { errors: string; first: string }): ErrorLines {
  const lines: number[] = [];
  let line = 0;
  for (const step of errors === '' ? [] : errors.split(' ')) {
    line += Number(step);
    lines.push(line);
  }
  return { lines, first: Number(first) };
}
