import { FailureError } from '../model/failure.ts';
import type { ChangePlan, DecidedLane, MatrixLeg } from '../model/change-plan.ts';
import { scopeOfInputs, scopeOfWord } from '../model/leg-scope.ts';
import type { PlannedLeg, ReportPlan } from '../model/report-plan.ts';
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
  const { changed_paths, selected_count, include, ...whole } = plan;
  const full = { ...whole, ...how, targets: targetTitles(include), include: ungrouped(include) };
  const texts = shorterAndShorter(full).map((shape) => JSON.stringify(shape));
  const fitting = texts.find((text) => Buffer.byteLength(text) <= reportPlanLimitBytes);
  return fitting ?? texts.at(-1) ?? '';
}

function shorterAndShorter(full: FullPlan): PackedPlan[] {
  const { selected, ...withoutReasons } = full;
  const byTarget = { ...withoutReasons, skipped: oneATarget(full.skipped) };
  const include = full.include.map(({ id, target, lane, title }) =>
    id === target ? { id, target, lane, title } : { id, target, title },
  );
  return [full, withoutReasons, byTarget, { ...byTarget, include }];
}

/** Each once, though all legs of a target are grouped under it. */
function targetTitles(legs: readonly MatrixLeg[]): { id: string; title: string }[] {
  const titles = new Map(legs.map(({ target, group }) => [target, group]));
  return [...titles].map(([id, title]) => ({ id, title }));
}

function ungrouped(legs: readonly MatrixLeg[]): Omit<MatrixLeg, 'group'>[] {
  return legs.map(({ group, ...leg }) => leg);
}

/** A target is skipped as a whole, so one of its lanes can stand for all. */
function oneATarget(lanes: readonly DecidedLane[]): DecidedLane[] {
  const targets = new Map(lanes.map((lane) => [lane.target, { ...lane, id: lane.target }]));
  return [...targets.values()];
}

const decided = z.array(z.object({ id: z.string(), target: z.string(), reason: z.string() }));

const packedLeg = z.object({
  id: z.string(),
  target: z.string(),
  /** As the matrix has it; left out where the id says it. */
  lane: z.string().optional(),
  title: z.string(),
});

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
  targets: z.array(z.object({ id: z.string(), title: z.string() })).default([]),
  include: z.array(packedLeg),
  skipped: decided,
});

type PackedPlan = z.input<typeof schema>;

interface FullPlan extends PackedPlan {
  include: Omit<MatrixLeg, 'group'>[];
  selected: DecidedLane[];
}

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
  if (success) return unpacked(data);
  const [issue] = error.issues;
  throw problem(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function unpacked({ targets, include, ...plan }: z.output<typeof schema>): ReportPlan {
  const titles = new Map(targets.map(({ id, title }) => [id, title]));
  const legs = include.map(({ id, target, lane, title }): PlannedLeg => ({
    id,
    target,
    scope: lane === undefined ? scopeOfInputs(target, id) : scopeOfWord(lane),
    title,
    group: titles.get(target) ?? title,
  }));
  return { ...plan, include: legs };
}
