/** What a reader chose, kept by the browser where it lets a page from disk keep anything. */
export interface Settings {
  theme: 'system' | 'light' | 'dark';
  wrap: 'on' | 'off';
  /** Single keys do something; people who dictate, or who press keys by accident, turn it off. */
  keys: 'on' | 'off';
}

const defaults: Settings = { theme: 'system', wrap: 'on', keys: 'on' };

export function readSetting<Name extends keyof Settings>(name: Name): Settings[Name] {
  try {
    return (localStorage.getItem(`pikaci-${name}`) ?? defaults[name]) as Settings[Name];
  } catch {
    return defaults[name];
  }
}

export function keepSetting<Name extends keyof Settings>(name: Name, value: Settings[Name]): void {
  try {
    localStorage.setItem(`pikaci-${name}`, value);
  } catch {
    // It holds until the page is closed.
  }
}
