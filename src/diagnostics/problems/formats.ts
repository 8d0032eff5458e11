import { compilers, pythonLinters, ruff, typescript } from './compilers.ts';
import { eslintLines, eslintStylish } from './eslint.ts';
import type { ProblemFormat } from './format.ts';
import { go, goPanic, goTest } from './go.ts';
import { javascript, tap } from './javascript.ts';
import { pytest, pythonTraceback } from './python.ts';
import { rustc, rustfmt, rustPanic, rustPanicQuoted } from './rust.ts';

/** Every format that is known. A line is a report in one of them at most. */
export const formats: readonly ProblemFormat[] = [
  rustc,
  rustPanic,
  rustPanicQuoted,
  rustfmt,
  typescript,
  compilers,
  eslintStylish,
  eslintLines,
  pytest,
  pythonTraceback,
  pythonLinters,
  ruff,
  javascript,
  tap,
  go,
  goTest,
  goPanic,
];
