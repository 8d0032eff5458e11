import { error } from '@actions/core';
import type { InvalidSource } from '../model/failure.ts';
import { guardLine } from '../report/guard.ts';

/** Each problem on its line; what came by an input has no file to show it in. */
export function annotateManifest(sources: readonly InvalidSource[]): void {
  for (const { what, file, problems } of sources) {
    for (const { key, problem, place } of problems) {
      const isFile = what === 'manifest';
      const where = isFile || place === undefined ? '' : `, line ${place.line}`;
      const about = key === '' ? problem : `${key}: ${problem}`;
      const message = isFile ? about : `${file}${where}: ${about}`;
      error(guardLine(message), {
        title: isFile ? 'manifest' : 'host settings',
        ...(isFile && { file: guardLine(file) }),
        ...(isFile && place !== undefined && { startLine: place.line, startColumn: place.column }),
      });
    }
  }
}
