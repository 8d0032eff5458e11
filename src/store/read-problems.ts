import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SourceProblem } from '../model/source-problem.ts';

const problem = z.object({
  level: z.enum(['error', 'warning']),
  file: z.string(),
  line: z.int().min(1),
  column: z.int().exactOptional(),
  endLine: z.int().exactOptional(),
  title: z.string().exactOptional(),
  message: z.string(),
});

/**
 * What a lane's output reports about files of the workspace. Nothing where none is kept, or what is
 * kept cannot be read: annotations are a help, and no verdict hangs on them.
 */
export async function readProblems(problemsJson: string): Promise<SourceProblem[]> {
  try {
    return z.array(problem).parse(JSON.parse(await readFile(problemsJson, 'utf8')));
  } catch {
    return [];
  }
}
