import { element } from './dom.ts';
import type { Marks } from './log-rows.ts';

/** Beside the scroll bar: where in the log errors and hits are. */
export class MarkBar {
  readonly element = element('div', { class: 'mark-bar', 'aria-hidden': 'true' });

  clear(): void {
    this.element.replaceChildren();
  }

  draw({ errors, hits }: Marks, lines: number): void {
    const height = this.element.clientHeight;
    const ticks = (at: readonly number[], kind: string): HTMLElement[] => {
      // Many lines share a place.
      const places = new Set(at.map((line) => Math.floor((line / lines) * height)));
      return [...places].map((place) => {
        const tick = element('i', { class: kind });
        tick.style.top = `${place}px`;
        return tick;
      });
    };
    this.element.replaceChildren(...ticks(errors, 'error'), ...ticks(hits, 'hit'));
  }
}
