import type { TestProject } from 'vitest/node';
import { findProgram, installPackages } from '../setup/debian.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The program of a Chromium; empty where none can be had. */
    browser: string;
  }
}

/** Debian's, and what the workflow runners of GitHub have. */
const names = ['chromium', 'google-chrome', 'chromium-browser'];

export default function setup(project: TestProject): void {
  const browser = findBrowser();
  if (browser === undefined) {
    console.warn(`tests in a browser are skipped: no ${names.join(', ')}, and none to install`);
  }
  project.provide('browser', browser ?? '');
}

/** @returns the program of one that is there, or can be installed */
export function findBrowser(): string | undefined {
  const found = find();
  if (found !== undefined) return found;
  installPackages('chromium', 'fonts-dejavu-core', 'fonts-liberation');
  return find();
}

function find(): string | undefined {
  return names.map(findProgram).find((program) => program !== undefined);
}
