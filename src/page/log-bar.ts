import type { LogKind } from '../report/html/html-report.ts';
import { element, iconButton } from './dom.ts';
import { icon } from './icons.ts';
import { formatRoute } from './route.ts';
import { logNames } from './words.ts';

export interface LogBarEvents {
  onQuery: () => void;
  onHit: (step: 1 | -1) => void;
  onError: (step: 1 | -1) => void;
  onWrap: () => void;
  onCopy: () => void;
  onSave: () => void;
}

/** What stands above a log: which one, its errors, the search, and what can be done with it. */
export class LogBar {
  readonly #tabs = element('div', { class: 'tabs' });
  readonly query = element('input', {
    type: 'search',
    id: 'query',
    placeholder: 'Search',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': 'Search in the log',
    'aria-describedby': 'hits',
  });
  readonly matchCase = toggle('Aa', 'Match case');
  readonly allLanes = toggle('All lanes', 'Search in the logs of all lanes');
  readonly element: HTMLElement;
  readonly #hits = element('output', { id: 'hits', class: 'count', for: 'query' });
  readonly #errors = element('span', { class: 'count' });
  readonly #errorGroup: HTMLElement;
  readonly #wrap: HTMLButtonElement;

  constructor(events: LogBarEvents) {
    const { onQuery, onHit, onError } = events;
    this.#errorGroup = element(
      'div',
      { class: 'group errors', role: 'group', 'aria-label': 'Errors' },
      element('span', { class: 'label' }, 'Errors'),
      this.#errors,
      iconButton(icon('up'), 'Previous error', 'Shift+E', () => onError(-1)),
      iconButton(icon('down'), 'Next error', 'e', () => onError(1)),
    );
    this.#wrap = iconButton(icon('wrap'), 'Wrap long lines', 'w', events.onWrap);
    this.#wrap.classList.add('wide');
    this.element = element(
      'div',
      { class: 'log-bar' },
      this.#tabs,
      this.#errorGroup,
      element(
        'search',
        { class: 'group search' },
        icon('search'),
        this.query,
        this.#hits,
        this.matchCase,
        this.allLanes,
        iconButton(icon('up'), 'Previous hit', 'Shift+N', () => onHit(-1)),
        iconButton(icon('down'), 'Next hit', 'n', () => onHit(1)),
      ),
      element(
        'div',
        { class: 'group' },
        this.#wrap,
        iconButton(icon('copy'), 'Copy the selected lines, or the log', 'c', events.onCopy),
        iconButton(icon('save'), 'Save the log as it came', 's', events.onSave),
      ),
    );
    this.query.addEventListener('input', onQuery);
    this.query.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') onHit(event.shiftKey ? -1 : 1);
    });
    for (const button of [this.matchCase, this.allLanes]) button.addEventListener('click', onQuery);
  }

  /** @param key of the lane that the logs are of */
  showTabs(key: string, kinds: readonly LogKind[], open: LogKind | undefined): void {
    const tab = (kind: LogKind): HTMLElement => {
      const href = formatRoute({ kind: 'lane', key, log: kind, lines: undefined });
      const current = kind === open ? { 'aria-current': 'true' } : {};
      const log = element('span', { class: 'wide' }, ' log');
      return element('a', { href, ...current }, logNames[kind], log);
    };
    this.#tabs.replaceChildren(...kinds.map(tab));
  }

  /** Follows the first tab that is not the open one. */
  turnTab(): void {
    this.#tabs.querySelector<HTMLElement>('a:not([aria-current])')?.click();
  }

  showHits(text: string): void {
    this.#hits.textContent = text;
  }

  /** @param place such as `2 of 5`; empty where there are none */
  showErrors(place: string): void {
    this.#errorGroup.hidden = place === '';
    this.#errors.textContent = place;
  }

  showWrap(on: boolean): void {
    this.#wrap.setAttribute('aria-pressed', String(on));
  }
}

export function isOn(button: HTMLButtonElement): boolean {
  return button.getAttribute('aria-pressed') === 'true';
}

function toggle(text: string, title: string): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: 'toggle', 'aria-pressed': 'false', title },
    text,
  );
  button.addEventListener('click', () =>
    button.setAttribute('aria-pressed', String(!isOn(button))),
  );
  return button;
}
