import { z } from 'zod';
import type { HostSpec, Lane, Target, Trigger } from '../model/target.ts';
import { laneDefaults } from './lane-defaults.ts';
import { listFindings, type PatternFinding } from './pattern-findings.ts';

/**
 * The original's `ci/forge-lanes.toml`, read as it is: keys that we do not know are its own
 * affair and are passed over.
 */
const forgeLane = z.object({
  id: z
    .string()
    .min(1, 'must not be empty')
    .max(200, 'must have 200 characters at most')
    .regex(/^\P{Cc}*$/u, 'must not hold control characters'),
  title: z.string().optional(),
  entrypoint: z.string().optional(),
  command: z.array(z.string()).nonempty('must not be empty').optional(),
  staged_linux_target: z.string().min(1, 'must not be empty').optional(),
  concurrency_group: z.string().optional(),
  paths: z.array(z.string()).optional(),
});

export const forgeLanesSchema = z.object({
  version: z.literal(1),
  nightly_schedule_utc: z.string().optional(),
  branch: z.object({ lanes: z.array(forgeLane).optional() }).optional(),
  nightly: z.object({ lanes: z.array(forgeLane).optional() }).optional(),
});

/** What the schema cannot tell. */
export function forgeFindings(text: z.infer<typeof forgeLanesSchema>): PatternFinding[] {
  const seen = new Set<string>();
  return (['branch', 'nightly'] as const).flatMap((trigger) =>
    (text[trigger]?.lanes ?? []).flatMap(({ id, paths }, index): PatternFinding[] => {
      const path = [trigger, 'lanes', index];
      const isTwice = seen.has(id);
      seen.add(id);
      return [
        ...(isTwice
          ? [
              {
                path: [...path, 'id'],
                at: 'value' as const,
                problem: `lane \`${id}\` is declared twice`,
              },
            ]
          : []),
        ...listFindings([...path, 'paths'], paths ?? []),
      ];
    }),
  );
}

type ForgeLane = z.infer<typeof forgeLane>;

/** What tells the original's manifest from ours: lanes by trigger, and no targets. */
export function isForgeLanes(document: Readonly<Record<string, unknown>>): boolean {
  return ('branch' in document || 'nightly' in document) && !('targets' in document);
}

/**
 * Each forge lane as a target of one leg. A lane that names a staged target runs the lanes of that
 * target where `pikaci.toml` declares it, else the original's script.
 * @param declared targets of `pikaci.toml`, if there is one
 * @param local where commands run: on the workflow's own runner, as they always did
 */
export function forgeTargets(
  text: z.infer<typeof forgeLanesSchema>,
  declared: readonly Target[],
  local: HostSpec,
): Target[] {
  const of = (trigger: Trigger, lanes: readonly ForgeLane[] = []): Target[] =>
    lanes.map((lane) => forgeTarget(lane, trigger, declared, local));
  return [...of('branch', text.branch?.lanes), ...of('nightly', text.nightly?.lanes)];
}

function forgeTarget(
  lane: ForgeLane,
  trigger: Trigger,
  declared: readonly Target[],
  local: HostSpec,
): Target {
  const staged = lane.staged_linux_target;
  const meant = declared.find(({ id }) => id === staged);
  return {
    id: lane.id,
    title: lane.title ?? lane.id,
    description: lane.entrypoint ?? '',
    trigger,
    paths: lane.paths ?? [],
    concurrencyGroup:
      lane.concurrency_group ?? (staged === undefined ? lane.id : `staged-linux:${staged}`),
    failFast: meant?.failFast ?? false,
    snapshotExclude: meant?.snapshotExclude ?? [],
    legs: 'whole',
    lanes: meant?.lanes ?? [commandLane(lane, local)],
  };
}

function commandLane(lane: ForgeLane, host: HostSpec): Lane {
  return {
    ...laneDefaults,
    id: lane.id,
    description: lane.entrypoint ?? laneDefaults.description,
    runner: { kind: 'host_local', host },
    command: commandOf(lane),
  };
}

function commandOf({
  command,
  entrypoint,
  staged_linux_target: staged,
}: ForgeLane): Lane['command'] {
  if (staged !== undefined) {
    return { kind: 'argv', argv: ['./scripts/pikaci-staged-linux-remote.sh', 'run', staged] };
  }
  const [program, ...rest] = command ?? [];
  if (program !== undefined) return { kind: 'argv', argv: [program, ...rest] };
  return { kind: 'shell', line: entrypoint ?? 'false' };
}
