import { z } from 'zod';
import type { JobRecord, LaneExecution, RunRecord } from '../model/record.ts';
import { readJob } from './written-record.ts';

// What a report believes of run.json. Whoever holds the token of any job of the workflow run can
// have written it: what decides is taken as it must be or refused, what is for showing is cut.

/** Longer than any that we write, short enough for a table of hundreds of lanes. */
const shownCharacters = 2_000;

/** For people, in one line. */
const shownText = z.string().transform((text) => text.slice(0, shownCharacters).toWellFormed());

const firstMoment = Date.UTC(2020, 0);
/** Clocks differ, by less than a day where TLS still works. */
const clockDifferenceMs = 24 * 60 * 60 * 1000;

const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/)
  .refine((text) => {
    const ms = Date.parse(text);
    return ms >= firstMoment && ms <= Date.now() + clockDifferenceMs;
  }, 'is no time that it can have been');

const ms = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/** Lanes of the original's manifest may be called anything. */
const laneId = z.string().regex(/^\P{Cc}{1,200}$/u);

const category = z.enum(['test_failure', 'timeout', 'infrastructure', 'cancelled', 'config']);

const timeSpan = z.object({ started_at: moment, finished_at: moment, duration_ms: ms });

const phase = timeSpan.extend({
  phase: z.enum([
    'prepare_directories',
    'stage_workspace_snapshot',
    'prepare_runtime',
    'launch_guest',
    'wait_for_completion',
    'collect_artifacts',
  ]),
});

const backend = z.string().regex(/^[a-z][a-z0-9_-]{0,40}$/);
const accelerator = z.enum(['kvm', 'tcg']).nullable();
const incusImage = z.object({ project: shownText, alias: shownText, fingerprint: shownText });
const ociImage = z.object({ reference: shownText, digest: shownText });
const image = z.union([incusImage, ociImage]).nullable();
const phases = z.array(phase).max(100);

const execution = z.object({
  backend: backend.nullable(),
  accelerator,
  image,
  phases,
}) satisfies z.ZodType<LaneExecution>;

const writtenJob = z.object({
  id: laneId,
  description: shownText,
  status: z.enum(['pending', 'running', 'passed', 'failed', 'skipped']),
  executor: z.enum(['host_local', 'remote_linux_vm', 'tart_local']),
  plan_node_id: shownText,
  timeout_secs: z.number().min(0).max(Number.MAX_SAFE_INTEGER),
  host_log_path: shownText,
  guest_log_path: shownText,
  started_at: moment.nullable(),
  finished_at: moment.nullable(),
  exit_code: z.int().nullable(),
  message: shownText.nullable(),
  pre_execution_prepare_duration_ms: ms.nullable(),
  remote_linux_vm_execution: z
    .object({
      backend,
      accelerator,
      incus_image: incusImage.nullable(),
      oci_image: ociImage.nullable().default(null),
      phases,
    })
    .nullable(),
  failure_kind: category.nullable(),
  host: shownText,
  guest_name: shownText,
  // A command for people to paste is nobody's to forge.
  guest_kept: z.unknown().transform(() => null),
  contained: z.boolean().nullable(),
  attempts: z.int().min(0).max(1_000),
  waited_for_place: timeSpan.nullish(),
  execution: execution.optional(),
});

const job = writtenJob.transform(readJob) satisfies z.ZodType<JobRecord>;

const timing = timeSpan.extend({
  node_id: z
    .string()
    .max(300)
    .regex(/^prepare-[A-Za-z0-9._-]+$/),
  // Rather shown than hidden, where a leg of an older version does not say.
  type: z.enum(['nix_build', 'remote_linux_vm_backend']).default('nix_build'),
});

/** As long as the change was; no report shows it. */
const leftAside = z.unknown().transform((): string[] => []);

export const reportedRun = z.object({
  run_id: z.string().regex(/^\d{8}T\d{6}Z-[0-9a-f]{8}$/),
  status: z.enum(['running', 'passed', 'failed', 'skipped']),
  rerun_of: shownText.nullable(),
  target_id: shownText,
  target_description: shownText,
  source_root: shownText,
  snapshot_dir: shownText.nullable(),
  git_head: shownText.nullable(),
  git_dirty: z.boolean().nullable(),
  created_at: moment,
  finished_at: moment.nullable(),
  plan_path: shownText.nullable(),
  prepared_outputs_path: shownText.nullable(),
  prepared_output_consumer: shownText.nullable(),
  changed_files: leftAside,
  filters: leftAside,
  message: shownText.nullable(),
  failure_kind: category.nullable(),
  prepare_timings: z.array(timing).max(1_000),
  jobs: z
    .array(job)
    .max(1_000)
    .refine(
      (jobs) => new Set(jobs.map(({ id }) => id)).size === jobs.length,
      'has two records of one lane',
    ),
}) satisfies z.ZodType<RunRecord>;

export const legFailure = z.object({ kind: category, message: shownText });
