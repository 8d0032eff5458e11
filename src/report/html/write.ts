import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { FailureError } from '../../model/failure.ts';
import type { HtmlReport } from './html-report.ts';
import { renderHtml } from './render.ts';

/**
 * Writes the report to a file, which is there whole or not at all.
 * @throws FailureError `report_unwritable`
 */
export async function writeHtml(report: HtmlReport, template: string, path: string): Promise<void> {
  try {
    const { file, inPlace } = await destination(path);
    const written = inPlace ? file : `${file}.${process.pid}.new`;
    try {
      await pipeline(renderHtml(report, template), createWriteStream(written));
      if (!inPlace) await rename(written, file);
    } catch (error) {
      if (!inPlace) await rm(written, { force: true });
      throw error;
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new FailureError(
      // The system adds which call on which file, and that file's name is not the one asked for.
      { cause: 'report_unwritable', path, detail: detail.replace(/, \w+ '.*$/s, '') },
      { cause: error },
    );
  }
}

/** Links are followed; a device or a pipe must not be replaced by a file. */
async function destination(path: string): Promise<{ file: string; inPlace: boolean }> {
  try {
    const file = await realpath(path);
    return { file, inPlace: !(await stat(file)).isFile() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { file: path, inPlace: false };
  }
}
