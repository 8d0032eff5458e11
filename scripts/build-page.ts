// Makes the report's page out of its parts: one HTML file with its style and its script inside,
// and a policy that lets a browser run these two and load nothing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const source = join(import.meta.dirname, '..', 'src', 'page');
/** The first with `light-dark()`, which came last of what the page needs. */
const target = ['chrome123', 'firefox120', 'safari17.5'];

/** @returns the page, with comments where a report goes */
export function buildPage(): string {
  const style = bundle('style.css');
  const script = bundle('page.ts');
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    // The icon in the tab.
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    // Nothing in the page turns text into markup, and in browsers that know this nothing can.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const replacements = {
    '<!--policy-->': `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '<link rel="stylesheet" href="style.css" />': `<style>${style}</style>`,
    '<script src="page.ts"></script>': `<script>${script}</script>`,
  };
  let page = readFileSync(join(source, 'index.html'), 'utf8');
  for (const [part, replacement] of Object.entries(replacements)) {
    if (page.split(part).length !== 2) throw new Error(`index.html has not one ${part}`);
    page = page.replace(part, () => replacement);
  }
  return page;
}

function bundle(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(source, file)],
    absWorkingDir: source,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    target,
    logLevel: 'error',
  });
  const text = outputFiles[0]?.text.trim() ?? '';
  // Either would end the element that holds it, or begin a state in which nothing ends it.
  if (/<\/(?:script|style)|<!--|\r/i.test(text))
    throw new Error(`${file} cannot stand inside HTML`);
  return text;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
