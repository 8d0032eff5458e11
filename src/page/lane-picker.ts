import type { PageLane } from '../report/html/page-data.ts';
import { element, foreign, iconButton } from './dom.ts';
import { icon, stateIcon } from './icons.ts';
import type { LaneList } from './lane-list.ts';

/** Where the list has no place beside the log: which lane it is, its neighbours, and the list. */
export class LanePicker {
  readonly #button = element('button', {
    type: 'button',
    class: 'lane-button',
    'aria-expanded': 'false',
    'aria-controls': 'lanes',
  });

  constructor(into: HTMLElement, list: LaneList, onStep: (by: 1 | -1) => void) {
    into.append(
      iconButton(icon('left'), 'Previous lane', 'k', () => onStep(-1)),
      this.#button,
      iconButton(icon('right'), 'Next lane', 'j', () => onStep(1)),
    );
    this.#button.addEventListener('click', () => list.open(!list.isOpen));
    list.onOpen = (open) => this.#button.setAttribute('aria-expanded', String(open));
  }

  show(lane: PageLane | undefined): void {
    this.#button.replaceChildren(
      lane === undefined ? icon('timeline') : stateIcon(lane.state),
      element('span', {}, lane === undefined ? 'Timeline' : foreign(lane.title)),
      icon('down'),
    );
  }
}
