/** The address whose place the page shows. */
let shown: string | undefined;
let show: () => void = () => undefined;

/**
 * Has `showPlace` called now, and whenever the address leads to another place of the page: for
 * links and `goTo` at once, so that the next key finds that place. The browser's `hashchange` is a
 * task of its own, which a key may overtake.
 */
export function followAddress(showPlace: () => void): void {
  show = showPlace;
  addEventListener('hashchange', () => {
    if (location.href !== shown) showHere();
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[href^="#"]');
    if (link === null || !isPlainClick(event)) return;
    event.preventDefault();
    goTo(link.getAttribute('href') ?? '');
  });
  showHere();
}

/** @param fragment with its `#`, as `formatPlace` writes it */
export function goTo(fragment: string): void {
  location.hash = fragment;
  showHere();
}

/** Says where the page has moved to already, without a step for the browser's way back. */
export function movedTo(fragment: string): void {
  history.replaceState(null, '', fragment);
  shown = location.href;
}

/** Any other is for the browser, which opens a tab or a window, or for whoever has taken it. */
export function isPlainClick(event: MouseEvent): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  return !event.defaultPrevented && button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);
}

function showHere(): void {
  shown = location.href;
  show();
}
