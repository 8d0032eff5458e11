import { readFileSync } from 'node:fs';

/** The page that `npm run build` makes of the files in `page/`: style and script are in it. */
export function pageTemplate(): string {
  return readFileSync(new URL('./page.html', import.meta.url), 'utf8');
}
