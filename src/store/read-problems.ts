import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SourceProblem } from '../model/source-problem.ts';

const problem = z.object({
  level: z.enum(['error', 'warning']),
  file: z.string(),
  line: z.int().min(1),
  column: z.int().optional(),
  endLine: z.int().optional(),
  title: z.string().optional(),
  message: z.string(),
});

/** What a lane's output reports about files of the workspace; nothing where none is kept. */
export async function readProblems(problemsJson: string): Promise<SourceProblem[]> {
  if (!existsSync(problemsJson)) return [];
  const parsed = z.array(problem).safeParse(JSON.parse(await readFile(problemsJson, 'utf8')));
  // Annotations are a help; no verdict hangs on them.
  return parsed.success ? (parsed.data as SourceProblem[]) : [];
}
