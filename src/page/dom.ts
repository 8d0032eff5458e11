import { visibleText } from './visible-text.ts';

type Content = Node | string | null;
type Listener = (event: Event) => void;
type Properties = Readonly<Record<string, string | Listener>>;

/**
 * An element. Strings become text and nothing else, wherever they come from: no markup is parsed
 * anywhere in the page.
 * @param properties attributes; functions are listeners, by the name of their event
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string') made.setAttribute(name, value);
    else made.addEventListener(name, value);
  }
  made.append(...content.filter((child) => child !== null));
  return made;
}

/** Text from outside: what would reorder or break the text around it is shown as its code. */
export function foreign(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const part of visibleText(text)) {
    fragment.append(
      part.deceptive ? element('span', { class: 'code-point' }, part.text) : part.text,
    );
  }
  return fragment;
}

/** The element of the page with an id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

export function dialogById(id: string): HTMLDialogElement {
  return byId(id) as HTMLDialogElement;
}

/** A button with a picture; what it does is its label, its key stands in its tooltip. */
export function iconButton(
  picture: SVGElement,
  label: string,
  key: string,
  onClick: () => void,
): HTMLButtonElement {
  return element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': label,
      title: key === '' ? label : `${label} (${key})`,
      click: onClick,
    },
    picture,
  );
}
