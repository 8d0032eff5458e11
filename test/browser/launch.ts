import { chromium, type Browser } from 'playwright-core';

/** As root, without a GPU, and without the calls home that a browser makes when it starts. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(program: string): Promise<Browser> {
  return chromium.launch({ executablePath: program, args: flags });
}
