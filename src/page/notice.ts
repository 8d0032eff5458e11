import { byId } from './dom.ts';

const shownMs = 2500;

/** Says what a key or a button has done, to those who see the page and those who hear it. */
function notice(text: string): void {
  const place = byId('notice');
  place.textContent = text;
  setTimeout(() => {
    if (place.textContent === text) place.textContent = '';
  }, shownMs);
}

export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notice(`Copied ${what}`);
  } catch {
    notice('The browser does not let this page copy');
  }
}

/** Hands a file to the browser's downloads. */
export function save(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
