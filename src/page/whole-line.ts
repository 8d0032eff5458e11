import { formatBytes } from '../report/duration.ts';
import { dialogById, element, foreign } from './dom.ts';
import { wholeLine } from './log/line.ts';
import { lineBytes, type LogText } from './log/log-text.ts';
import { copy } from './notice.ts';

/** More at once would keep the page from answering. */
const step = 50_000;

/** A line that is too long for its row, or that wrote over itself: all of it, step by step. */
export function openWholeLine(log: LogText, line: number): void {
  const dialog = dialogById('whole-line');
  const text = wholeLine(log, line);
  const shown = element('pre', { tabindex: '0', 'aria-label': 'Text of the line' });
  const more = element('button', { type: 'button', class: 'button' }, 'Show more');
  let at = 0;
  const showMore = (): void => {
    shown.append(foreign(text.slice(at, at + step)));
    at += step;
    more.hidden = at >= text.length;
  };
  more.addEventListener('click', showMore);
  showMore();
  const what = `line ${line + 1}`;
  dialog.replaceChildren(
    element(
      'header',
      {},
      element('h2', {}, `Line ${line + 1}`),
      element('span', { class: 'quiet' }, formatBytes(lineBytes(log, line).length)),
      element(
        'button',
        { type: 'button', class: 'button', click: () => void copy(text, what) },
        'Copy',
      ),
      more,
      element('button', { type: 'button', class: 'button', click: () => dialog.close() }, 'Close'),
    ),
    shown,
  );
  dialog.showModal();
}
