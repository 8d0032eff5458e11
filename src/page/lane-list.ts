import type { LaneState } from '../report/html/html-report.ts';
import type { PageData, PageLane } from '../report/html/page-data.ts';
import { element, foreign } from './dom.ts';
import { icon, stateIcon } from './icons.ts';
import { formatRoute, type Route } from './route.ts';
import type { HitsListener } from './log-panel.ts';
import { number, stateWords } from './words.ts';

/** The lanes, those that need a look first, with a filter for when there are many. */
export class LaneList {
  readonly filter = element('input', {
    type: 'search',
    placeholder: 'Filter lanes',
    'aria-label': 'Filter lanes',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  onOpen: (open: boolean) => void = () => undefined;
  readonly #nav: HTMLElement;
  readonly #timeline = element('a', { class: 'lane', href: formatRoute({ kind: 'timeline' }) });
  readonly #links: readonly HTMLAnchorElement[];
  readonly #groups: readonly { element: HTMLElement; links: readonly HTMLAnchorElement[] }[];

  constructor({ lanes }: PageData, nav: HTMLElement) {
    this.#nav = nav;
    const manyTargets = new Set(lanes.map(({ target }) => target)).size > 1;
    this.#links = lanes.map((lane) => laneLink(lane, manyTargets));
    this.#timeline.append(icon('timeline'), element('span', { class: 'title' }, 'Timeline'));
    const states = [...new Set(lanes.map(({ state }) => state))];
    this.#groups = states.map((state) => {
      const links = this.#links.filter((_, index) => lanes[index]?.state === state);
      return { element: group(state, links), links };
    });
    this.filter.addEventListener('input', () => this.#filter());
    nav.addEventListener('focusout', ({ relatedTarget: next }) => {
      // What it covers must not have the focus; to its own button, it may go.
      if (
        next instanceof HTMLElement &&
        !nav.contains(next) &&
        next.getAttribute('aria-controls') !== nav.id
      ) {
        this.open(false);
      }
    });
    nav.append(
      element('div', { class: 'filter' }, icon('search'), this.filter),
      element(
        'div',
        { class: 'lane-groups' },
        this.#timeline,
        ...this.#groups.map((it) => it.element),
      ),
    );
  }

  /** @param current the lane's number; nothing for the timeline */
  show(current: number | undefined): void {
    for (const link of [this.#timeline, ...this.#links]) link.removeAttribute('aria-current');
    const link = current === undefined ? this.#timeline : this.#links[current];
    link?.setAttribute('aria-current', 'page');
    link?.scrollIntoView({ block: 'nearest' });
  }

  readonly showHits: HitsListener = (hits) => {
    for (const [index, link] of this.#links.entries()) {
      const count = hits?.byLane.get(index) ?? 0;
      link.classList.toggle('no-hits', hits?.over === true && count === 0);
      const badge = link.querySelector('.hits');
      if (badge !== null) badge.textContent = count === 0 ? '' : number(count);
    }
  };

  get isOpen(): boolean {
    return this.#nav.classList.contains('open');
  }

  /** Where there is no place for it, the list is shown on demand, instead of what it leads to. */
  open(open: boolean): void {
    this.#nav.classList.toggle('open', open);
    this.onOpen(open);
    if (open) this.filter.focus();
  }

  /** @returns whether there was something to leave */
  escape(): boolean {
    if (!this.isOpen && document.activeElement !== this.filter) return false;
    this.filter.value = '';
    this.#filter();
    this.filter.blur();
    this.open(false);
    return true;
  }

  /** Lanes that the filter leaves, by number. */
  get visible(): readonly number[] {
    return this.#links.flatMap((link, index) => (link.hidden ? [] : [index]));
  }

  #filter(): void {
    const words = this.filter.value.toLowerCase().split(/\s+/);
    for (const link of this.#links) {
      const text = link.title.toLowerCase();
      link.hidden = !words.every((word) => text.includes(word));
    }
    for (const { element: container, links } of this.#groups)
      container.hidden = links.every((link) => link.hidden);
  }
}

function group(state: LaneState, links: readonly HTMLAnchorElement[]): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, stateWords[state], element('span', { class: 'count' }, String(links.length))),
    ...links,
  );
}

function laneLink(lane: PageLane, withTarget: boolean): HTMLAnchorElement {
  const { state, title, target, message, took } = lane;
  const place: Route = { kind: 'lane', key: lane.key, log: undefined, lines: undefined };
  // What tells lanes apart comes first: the end may be cut off.
  const name = title.startsWith(`${target} / `) ? title.slice(target.length + 3) : title;
  return element(
    'a',
    { class: 'lane', href: formatRoute(place), title: withTarget ? `${target} / ${name}` : name },
    stateIcon(state),
    element(
      'span',
      { class: 'title' },
      foreign(name),
      withTarget ? element('span', { class: 'quiet' }, ' ', foreign(target)) : null,
    ),
    element('span', { class: 'hits' }),
    element('span', { class: 'took' }, took),
    message === null || state === 'skipped'
      ? null
      : element('span', { class: 'message' }, foreign(message)),
  );
}
