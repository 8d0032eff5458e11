import { isPlainClick } from './address-bar.ts';
import { element } from './dom.ts';
import { logRow, type Marks, type RowContext } from './log-rows.ts';
import type { LogText } from './log/log-text.ts';
import { MarkBar } from './mark-bar.ts';
import { range, type LineRange } from './route.ts';
import {
  isInProportion,
  scrollRange,
  tallest,
  toScrolled,
  toWhole,
  type ScrollRange,
} from './scroll-range.ts';
import { RowHeights } from './log/row-heights.ts';

/** Pixels; the style sheet is told. */
const rowHeight = 20;
/** Lines beyond the edges that are in the document: enough for a fast wheel, and for a selection. */
const overscan = 40;

export interface LogViewEvents {
  addressOf: (line: number) => string;
  onRange: (lines: LineRange) => void;
  onWholeLine: (line: number) => void;
}

/**
 * A log of any length: only the lines that can be seen are in the document. Positions are in
 * pixels of the whole log, which may be taller than the element that scrolls.
 */
export class LogView {
  readonly element: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #space = element('div', { class: 'log-space' });
  readonly #window = element('div', { class: 'log-window' });
  readonly #bar = new MarkBar();
  readonly #events: LogViewEvents;
  readonly #rows = new Map<number, HTMLElement>();
  #log: LogText | undefined;
  #heights = new RowHeights(0, () => 1);
  #marks: Marks = { errors: [], hits: [], pattern: undefined };
  #selected: LineRange | undefined;
  #wrap = true;
  #top = 0;

  constructor(events: LogViewEvents) {
    this.#events = events;
    this.#scroller = element('div', { class: 'log', tabindex: '0', role: 'region' }, this.#space);
    this.#space.append(this.#window);
    this.element = element('div', { class: 'log-frame' }, this.#scroller, this.#bar.element);
    this.#scroller.style.setProperty('--row', `${rowHeight}px`);
    this.#scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.#scroller.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.#window.addEventListener('click', (event) => this.#click(event));
    new ResizeObserver(() => this.#measure()).observe(this.#scroller);
  }

  /** @param label what it is, for those who do not see it */
  show(log: LogText, label: string, marks: Marks): void {
    this.#log = log;
    this.#marks = marks;
    this.#selected = undefined;
    this.#top = 0;
    this.#scroller.scrollLeft = 0;
    this.#scroller.setAttribute('aria-label', label);
    this.#scroller.style.setProperty('--digits', String(Math.max(3, String(log.lines).length)));
    this.#measure();
  }

  mark(marks: Marks): void {
    const { errors, hits, pattern } = this.#marks;
    if (marks.errors === errors && marks.hits === hits && marks.pattern === pattern) return;
    this.#marks = marks;
    this.#redraw();
  }

  select(lines: LineRange | undefined): void {
    this.#selected = lines;
    this.#redraw();
  }

  wrap(on: boolean): void {
    this.#wrap = on;
    this.#scroller.classList.toggle('wrap', on);
    this.#measure();
  }

  /** Scrolls a line, from 0, to where it can be read with what is around it. */
  reveal(line: number): void {
    const third = this.#scroller.clientHeight / 3;
    // What is above may turn out taller than guessed once it is drawn.
    for (let tries = 0; tries < 3; tries += 1) {
      this.#goTo(this.#heights.before(line) * rowHeight - third);
    }
  }

  focus(): void {
    this.#scroller.focus({ preventScroll: true });
  }

  toStart(): void {
    this.#goTo(0);
  }

  toEnd(): void {
    this.#goTo(Infinity);
    this.#goTo(Infinity);
  }

  /** The line, from 0, at the upper edge. */
  get firstVisible(): number {
    return this.#heights.lineAt(Math.ceil(this.#top / rowHeight));
  }

  /** After anything that changes how many rows a line takes. */
  #measure(): void {
    const log = this.#log;
    if (log === undefined) return;
    const anchor = this.#anchor();
    const scrollBar = this.#scroller.offsetWidth - this.#scroller.clientWidth;
    this.#bar.element.style.right = `${scrollBar + 1}px`;
    const columns = this.#columns();
    this.#heights = new RowHeights(log.lines, (line) => {
      if (!this.#wrap) return 1;
      const bytes = (log.starts[line + 1] ?? 0) - (log.starts[line] ?? 0) - 1;
      return Math.max(1, Math.ceil(Math.min(bytes, 2000) / columns));
    });
    this.#rows.clear();
    this.#window.replaceChildren();
    this.#keep(anchor);
    this.#redraw();
  }

  #columns(): number {
    const probe = element('span', { class: 'text probe' }, 'x'.repeat(100));
    const row = element('div', { class: 'row' }, element('a', { class: 'number' }, '0'), probe);
    this.#window.append(row);
    const number = row.firstElementChild as HTMLElement;
    const width = probe.getBoundingClientRect().width / 100;
    const free = this.#scroller.clientWidth - number.getBoundingClientRect().width - 16;
    row.remove();
    return Math.max(10, Math.floor(free / width));
  }

  #redraw(): void {
    this.#rows.clear();
    this.#window.replaceChildren();
    this.#draw();
    if (this.#log !== undefined && this.#range().whole > 0)
      this.#bar.draw(this.#marks, this.#log.lines);
    else this.#bar.clear();
  }

  /** Puts the lines into the document that can be seen, and learns how tall they are. */
  #draw(): void {
    const log = this.#log;
    if (log === undefined) return;
    for (let tries = 0; tries < 4; tries += 1) {
      const { first, last } = this.#visible(log);
      const fresh = this.#update(first, last, {
        ...this.#events,
        log,
        marks: this.#marks,
        selected: this.#selected,
      });
      const anchor = this.#anchor();
      if (!this.#learn(fresh)) break;
      this.#keep(anchor);
    }
  }

  #visible(log: LogText): { first: number; last: number } {
    const height = this.#scroller.clientHeight;
    const first = this.#heights.lineAt(Math.floor(this.#top / rowHeight));
    const last = this.#heights.lineAt(Math.ceil((this.#top + height) / rowHeight));
    return { first: Math.max(0, first - overscan), last: Math.min(log.lines - 1, last + overscan) };
  }

  /** Rows that stay are left alone, so that a selection of text in them stays, too. */
  #update(first: number, last: number, context: RowContext): readonly number[] {
    for (const [line, row] of this.#rows) {
      if (line >= first && line <= last) continue;
      row.remove();
      this.#rows.delete(line);
    }
    const fresh: number[] = [];
    let before: ChildNode | null = this.#window.firstChild;
    for (let line = first; line <= last; line += 1) {
      const known = this.#rows.get(line);
      if (known !== undefined) {
        before = known.nextSibling;
        continue;
      }
      const row = logRow(line, context);
      this.#window.insertBefore(row, before);
      this.#rows.set(line, row);
      fresh.push(line);
    }
    this.#position(first);
    return fresh;
  }

  /** @returns whether a guess was wrong */
  #learn(lines: readonly number[]): boolean {
    if (!this.#wrap) return false;
    const heights = lines.map((line) => this.#rows.get(line)?.offsetHeight ?? rowHeight);
    let wrong = false;
    for (const [index, line] of lines.entries()) {
      const rows = Math.max(1, Math.round((heights[index] ?? rowHeight) / rowHeight));
      if (rows === this.#heights.of(line)) continue;
      this.#heights.set(line, rows);
      wrong = true;
    }
    return wrong;
  }

  #position(first: number): void {
    const height = this.#heights.total * rowHeight;
    this.#space.style.height = `${Math.min(height, tallest)}px`;
    const scrolled = toScrolled(this.#top, this.#range());
    if (Math.abs(this.#scroller.scrollTop - scrolled) >= 1) this.#scroller.scrollTop = scrolled;
    const offset = this.#heights.before(first) * rowHeight - this.#top;
    this.#window.style.transform = `translateY(${scrolled + offset}px)`;
  }

  /** Which line is at the upper edge, and how far it is beyond. */
  #anchor(): { line: number; beyond: number } {
    const line = this.#heights.lineAt(Math.floor(this.#top / rowHeight));
    return { line, beyond: this.#top - this.#heights.before(line) * rowHeight };
  }

  #keep({ line, beyond }: { line: number; beyond: number }): void {
    this.#top = this.#within(this.#heights.before(line) * rowHeight + beyond);
  }

  #goTo(top: number): void {
    this.#top = this.#within(top);
    this.#draw();
  }

  #within(top: number): number {
    return Math.max(0, Math.min(top, this.#range().whole));
  }

  #range(): ScrollRange {
    return scrollRange(this.#heights.total * rowHeight, this.#scroller.clientHeight);
  }

  #scrolled(): void {
    const range = this.#range();
    const at = this.#scroller.scrollTop;
    // Where we scrolled it ourselves, the position is known better than it can tell.
    if (Math.abs(at - toScrolled(this.#top, range)) >= 1) {
      this.#top = this.#within(toWhole(at, range));
    }
    this.#draw();
  }

  /** In a log that is scrolled in proportion, a turn of the wheel must not skip pages. */
  #wheel(event: WheelEvent): void {
    if (!isInProportion(this.#range()) || event.ctrlKey) return;
    event.preventDefault();
    this.#scroller.scrollLeft += event.deltaX;
    this.#goTo(this.#top + event.deltaY * (event.deltaMode === 1 ? rowHeight : 1));
  }

  /** On a line's number: that line; with shift, from the line selected before to this one. */
  #click(event: MouseEvent): void {
    const number = (event.target as Element).closest('a.number');
    const from = event.shiftKey ? this.#selected?.first : undefined;
    if (number === null || (from === undefined && !isPlainClick(event))) return;
    event.preventDefault();
    const line = Number(number.textContent);
    this.#events.onRange(range(from ?? line, line));
  }
}
