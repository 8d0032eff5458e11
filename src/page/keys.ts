import { dialogById, element } from './dom.ts';
import { icon } from './icons.ts';
import { keepSetting, readSetting } from './settings.ts';

/** What one key does, or two that belong together; names as `KeyboardEvent.key` has them. */
export interface KeyBinding {
  does: string;
  keys: Readonly<Record<string, () => void>>;
}

export interface KeyEvents {
  /** Somebody asks the browser to find text. @returns whether we do that */
  onFind: () => boolean;
  onEscape: () => void;
  /** A key that scrolls, while nothing has the focus that could scroll. */
  onScroll: () => void;
}

const scrolling = new Set([' ', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/** Single keys, wherever the page is, unless somebody types or a dialog is open. */
export function listenToKeys(bindings: readonly KeyBinding[], events: KeyEvents): void {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (document.querySelector('dialog[open]') !== null) return;
    const typing = target instanceof HTMLInputElement;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      // The browser finds only what is in the document, and of a log that is one screen.
      if (!event.altKey && key === 'f' && !typing && events.onFind()) event.preventDefault();
      return;
    }
    if (key === 'Escape') events.onEscape();
    if (scrolling.has(key) && target === document.body) events.onScroll();
    if (typing || readSetting('keys') === 'off') return;
    const run = bindings.find(({ keys }) => Object.hasOwn(keys, key))?.keys[key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  });
}

export function openHelp(bindings: readonly KeyBinding[]): void {
  const dialog = dialogById('help');
  const active = element('input', { type: 'checkbox', id: 'keys-on' });
  active.checked = readSetting('keys') === 'on';
  active.addEventListener('change', () => keepSetting('keys', active.checked ? 'on' : 'off'));
  dialog.replaceChildren(
    element(
      'header',
      {},
      element('h2', { id: 'help-title' }, 'Keys'),
      element(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Close',
          click: () => dialog.close(),
        },
        icon('close'),
      ),
    ),
    element(
      'dl',
      { class: 'keys' },
      ...bindings.map(({ keys, does }) =>
        element(
          'div',
          {},
          element('dt', {}, ...Object.keys(keys).map((key) => element('kbd', {}, key))),
          element('dd', {}, does),
        ),
      ),
    ),
    element(
      'p',
      { class: 'quiet' },
      'A click on a line’s number puts the line into the address; with Shift, a range.',
    ),
    element('label', { class: 'check' }, active, 'Single keys do something'),
  );
  dialog.showModal();
}
