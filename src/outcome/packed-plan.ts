import { FailureError } from '../model/failure.ts';
import type { ChangePlan, DecidedLane } from '../model/change-plan.ts';
import type { ReportPlan } from '../model/report-plan.ts';
import { z } from 'zod';

/**
 * What one variable of a process may hold: the runner hands inputs over as variables, and Linux
 * takes 128 KiB in each, its name included (MAX_ARG_STRLEN).
 * https://man7.org/linux/man-pages/man2/execve.2.html
 */
export const reportPlanLimitBytes = 128 * 1024 - 'INPUT_PLAN=\0'.length;

/**
 * The plan as one line for the report. The changed paths have an output of their own; what the
 * report misses least goes first where the rest is too long for an input.
 */
export function packPlan(
  plan: ChangePlan,
  how: Pick<ReportPlan, 'attempt' | 'created_at' | 'grouping'>,
): string {
  const { changed_paths, selected_count, ...whole } = plan;
  const full: ReportPlan = { ...whole, ...how };
  const texts = shorterAndShorter(full).map((shape) => JSON.stringify(shape));
  const fitting = texts.find((text) => Buffer.byteLength(text) <= reportPlanLimitBytes);
  return fitting ?? texts.at(-1) ?? '';
}

function shorterAndShorter(full: ReportPlan): ReportPlan[] {
  const { selected, ...withoutReasons } = full;
  const byTarget = { ...withoutReasons, skipped: oneATarget(full.skipped) };
  const include = full.include.map(({ id, target, title }) => ({ id, target, title }));
  return [full, withoutReasons, byTarget, { ...byTarget, include }];
}

/** A target is skipped as a whole, so one of its lanes can stand for all. */
function oneATarget(lanes: readonly DecidedLane[]): DecidedLane[] {
  const targets = new Map(lanes.map((lane) => [lane.target, { ...lane, id: lane.target }]));
  return [...targets.values()];
}

const decided = z.array(z.object({ id: z.string(), target: z.string(), reason: z.string() }));

const schema = z.object({
  schema_version: z.literal(1),
  mode: z.enum(['branch', 'nightly', 'manual', 'all', 'named']),
  manifest_path: z.string(),
  base: z.string().nullable(),
  head: z.string().nullable(),
  selected_titles: z.array(z.string()),
  notes: z.array(z.string()),
  attempt: z.int().min(1),
  created_at: z.iso.datetime(),
  grouping: z.enum(['lane', 'target']).default('lane'),
  include: z.array(z.object({ id: z.string(), target: z.string(), title: z.string() })),
  skipped: decided,
});

/**
 * @param text what the plan's job put out
 * @throws FailureError `plan_unreadable`
 */
export function parsePlan(text: string): ReportPlan {
  const problem = (detail: string): FailureError =>
    new FailureError({ cause: 'plan_unreadable', detail });
  if (text.trim() === '') throw problem('it is empty');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw problem((error as Error).message);
  }
  const { success, data, error } = schema.safeParse(json);
  if (success) return data;
  const [issue] = error.issues;
  throw problem(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
