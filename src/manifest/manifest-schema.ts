import { z } from 'zod';
import { backends, permissions, triggers } from '../model/target.ts';

/** The text of `pikaci.toml` as zod schemas. Unknown keys are errors: a typo must not be silent. */

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'use letters, digits, `.`, `_` and `-`');
const text = z.string().min(1, 'must not be empty');
const absolutePath = z
  .string()
  .regex(/^\/[^\0]*$/, 'must be an absolute path')
  .refine((path) => !path.split('/').includes('..'), 'must not contain `..`');
/** One word of a command line of Nix, where it must not be taken for a flag. */
const installable = text.refine((word) => !word.startsWith('-'), 'must not begin with `-`');
const workDir = z
  .string()
  .regex(/^(~?\/)[^/]/, 'must be an absolute path, or begin with `~/`')
  .regex(/^[^\0-\x1f\x7f-\x9f\u2028\u2029]*$/, 'must not contain control characters')
  .refine((path) => !/(^|\/)\.\.?(\/|$)/.test(path), 'must not contain `.` or `..`');
const seconds = z
  .int()
  .min(1)
  .max(24 * 60 * 60);

const vcpu = z.int().min(1).max(256);
const memMib = z.int().min(64);
const diskGib = z.int().min(1);

const cargo = z
  .strictObject({
    package: text,
    test: text.optional(),
    filter: text.optional(),
    lib: z.boolean().optional(),
  })
  .refine(
    (value) =>
      [value.test, value.filter, value.lib].filter((kind) => kind !== undefined).length <= 1,
    'give at most one of `test`, `filter` and `lib`',
  );

/** Keys of a lane that `[defaults]` and targets may give a default for. */
const laneDefaults = {
  runner: z.string().optional(),
  host: id.optional(),
  staged: id.optional(),
  shell: text.optional(),
  workdir: text
    .refine((path) => !path.startsWith('/'), 'must be relative to the workspace')
    .refine((path) => !path.split('/').includes('..'), 'must not contain `..`')
    .optional(),
  timeout_secs: seconds.optional(),
  vcpu: vcpu.optional(),
  mem_mib: memMib.optional(),
  disk_gib: diskGib.optional(),
  log_mib: z.int().min(1).optional(),
  artifacts_mib: z.int().min(1).optional(),
  writable_workspace: z.boolean().optional(),
  run_as_root: z.boolean().optional(),
  env: z
    .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'use letters, digits and `_`'), z.string())
    .optional(),
  artifacts: z.array(text).optional(),
  retries_on_infrastructure: z.int().min(0).max(3).optional(),
  runs_on: text.optional(),
};

const lane = z.strictObject({
  id,
  description: z.string().optional(),
  command: z
    .union(
      [text, z.array(z.string()).nonempty('is empty: write a shell line or an array of words')],
      {
        error: 'must be a shell line or an array of words, and not empty',
      },
    )
    .optional(),
  cargo: cargo.optional(),
  ...laneDefaults,
});

const target = z.strictObject({
  title: text.optional(),
  description: z.string().optional(),
  trigger: z.enum(triggers).optional(),
  paths: z.array(text).optional(),
  snapshot: z.strictObject({ exclude: z.array(text).optional() }).optional(),
  concurrency_group: text.optional(),
  fail_fast: z.boolean().optional(),
  lanes: z.array(lane).nonempty('a target needs at least one lane'),
  ...laneDefaults,
});

const staged = z.strictObject({
  node_prefix: id.optional(),
  outputs: z
    .array(
      z.strictObject({
        name: id,
        installable,
        needs: z.array(id).optional(),
        mount: absolutePath.optional(),
      }),
    )
    .nonempty('needs at least one output'),
});

const microvm = z.strictObject({
  guest: installable.optional(),
  vcpu: vcpu.optional(),
  mem_mib: memMib.optional(),
  boot_timeout_secs: seconds.optional(),
  nix: text.optional(),
  hypervisor: text.optional(),
});

const incus = z.strictObject({
  project: text.optional(),
  profiles: z.array(text).optional(),
  image: text.optional(),
  instance_type: z.enum(['virtual-machine', 'container']).optional(),
  storage_pool: text.optional(),
  target: text.optional(),
  limits: z.record(z.string(), z.union([z.string(), z.int()])).optional(),
});

const hostSchema = z.strictObject({
  kind: z.enum(['linux', 'mac']).optional(),
  address: z
    .union([text, z.array(text).nonempty('is empty: write an address or a list of them')], {
      error: 'must be an address or a list of them, and not empty',
    })
    .optional(),
  work_dir: workDir.optional(),
  backend: z.enum(backends).optional(),
  max_guests: z.int().min(1).optional(),
  max_vcpu: vcpu.optional(),
  max_mem_mib: memMib.optional(),
  max_disk_gib: diskGib.optional(),
  allow: z.array(z.enum(permissions)).optional(),
  microvm: microvm.optional(),
  incus: incus.optional(),
});
export type HostText = z.infer<typeof hostSchema>;

/** Hosts given from outside. */
export const hostsSchema = z.record(id, hostSchema);

export const manifestSchema = z.strictObject({
  version: z.literal(1),
  defaults: z.strictObject(laneDefaults).optional(),
  hosts: z.record(id, hostSchema).optional(),
  staged: z.record(id, staged).optional(),
  targets: z.record(id, target),
});
export type ManifestText = z.infer<typeof manifestSchema>;
export type TargetText = ManifestText['targets'][string];
export type LaneText = TargetText['lanes'][number];
