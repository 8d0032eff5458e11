import { iconButton } from './dom.ts';
import { icon } from './icons.ts';
import { keepSetting, readSetting, type Settings } from './settings.ts';

type Theme = Settings['theme'];

const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const pictures = { system: 'auto', light: 'light', dark: 'dark' } as const;
const names = { system: 'as the system', light: 'light', dark: 'dark' } as const;

/** Light, dark, or what the system says; style sheets follow the attribute. */
export class ThemeSwitch {
  readonly button = iconButton(icon('auto'), 'Theme', 'd', () => this.turn());
  #theme = readSetting('theme');

  constructor() {
    this.#show();
  }

  turn(): void {
    this.#theme = next[this.#theme];
    keepSetting('theme', this.#theme);
    this.#show();
  }

  #show(): void {
    document.documentElement.dataset['theme'] = this.#theme;
    const label = `Theme: ${names[this.#theme]}`;
    this.button.setAttribute('aria-label', label);
    this.button.title = `${label} (d)`;
    this.button.replaceChildren(icon(pictures[this.#theme]));
  }
}
