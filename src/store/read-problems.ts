import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SourceProblem } from '../model/source-problem.ts';

const line = z
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const oneLine = z.string().transform((text) => text.slice(0, 255).toWellFormed());

/** Of the repository: GitHub refuses all annotations for one path that is none. */
const path = z
  .string()
  .min(1)
  .max(1024)
  .refine((text) => !/^[/\\]|[\u0000-\u001f\u007f]/.test(text) && !text.split('/').includes('..'));

const problem = z
  .object({
    level: z.enum(['error', 'warning']),
    file: path,
    line,
    column: line.exactOptional(),
    endLine: line.exactOptional(),
    title: oneLine.exactOptional(),
    message: z
      .string()
      .min(1)
      .transform((text) => text.slice(0, 16_000).toWellFormed()),
  })
  .refine(({ line: first, endLine = first }) => endLine >= first);

/** Many more than we keep of a lane. */
const problemsAtMost = 10_000;

/**
 * What a lane's output reports about files of the workspace. Nothing where none is kept, or what is
 * kept cannot be read: annotations are a help, and no verdict hangs on them.
 */
export async function readProblems(problemsJson: string): Promise<SourceProblem[]> {
  try {
    return z
      .array(problem)
      .max(problemsAtMost)
      .parse(JSON.parse(await readFile(problemsJson, 'utf8')));
  } catch {
    return [];
  }
}
