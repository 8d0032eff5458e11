import { z } from 'zod';
import type { BackendSettings } from '../model/backend.ts';
import { guestSizes, installableText, secondsText, wordText } from '../model/setting-texts.ts';
import { readImageReference } from '../model/image-reference.ts';
import { backendChoices, networks, permissions, pullPolicies, triggers } from '../model/target.ts';
import { secretName, variableName } from './variable-names.ts';

/** The text of `pikaci.toml` as zod schemas. Unknown keys are errors: a typo must not be silent. */

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'use letters, digits, `.`, `_` and `-`');
const absolutePath = z
  .string()
  .regex(/^\/[^\0]*$/, 'must be an absolute path')
  .refine((path) => !path.split('/').includes('..'), 'must not contain `..`');
const workDir = z
  .string()
  .regex(/^(~?\/)[^/]/, 'must be an absolute path, or begin with `~/`')
  .regex(/^[^\0-\x1f\x7f-\x9f\u2028\u2029]*$/, 'must not contain control characters')
  .refine((path) => !/(^|\/)\.\.?(\/|$)/.test(path), 'must not contain `.` or `..`');
const cargo = z
  .strictObject({
    package: wordText,
    test: wordText.optional(),
    filter: wordText.optional(),
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
  image: wordText
    .refine(
      (text) => readImageReference(text) !== undefined,
      'is no reference of an image: write it as in `docker.io/library/node:24`, or with `@sha256:…`',
    )
    .optional(),
  pull: z.enum(pullPolicies).optional(),
  network: z.enum(networks).optional(),
  shell: wordText.optional(),
  workdir: wordText
    .refine((path) => !path.startsWith('/'), 'must be relative to the workspace')
    .refine((path) => !path.split('/').includes('..'), 'must not contain `..`')
    .optional(),
  timeout_secs: secondsText.optional(),
  vcpu: guestSizes.vcpu.optional(),
  mem_mib: guestSizes.memMib.optional(),
  disk_gib: guestSizes.diskGib.optional(),
  log_mib: z.int().min(1).optional(),
  artifacts_mib: z.int().min(1).optional(),
  writable_workspace: z.boolean().optional(),
  run_as_root: z.boolean().optional(),
  env: z.record(variableName, z.string()).optional(),
  secrets: z.array(secretName).optional(),
  git: z.boolean().optional(),
  artifacts: z.array(wordText).optional(),
  retries_on_infrastructure: z.int().min(0).max(3).optional(),
  runs_on: wordText.optional(),
};

const lane = z.strictObject({
  id,
  description: z.string().optional(),
  command: z
    .union(
      [wordText, z.array(z.string()).nonempty('is empty: write a shell line or an array of words')],
      {
        error: 'must be a shell line or an array of words, and not empty',
      },
    )
    .optional(),
  cargo: cargo.optional(),
  ...laneDefaults,
});

const target = z.strictObject({
  title: wordText.optional(),
  description: z.string().optional(),
  trigger: z.enum(triggers).optional(),
  paths: z.array(wordText).optional(),
  snapshot: z.strictObject({ exclude: z.array(wordText).optional() }).optional(),
  concurrency_group: wordText.optional(),
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
        installable: installableText,
        needs: z.array(id).optional(),
        mount: absolutePath.optional(),
      }),
    )
    .nonempty('needs at least one output'),
});

const hostKeys = {
  kind: z.enum(['linux', 'mac']).optional(),
  address: z
    .union([wordText, z.array(wordText).nonempty('is empty: write an address or a list of them')], {
      error: 'must be an address or a list of them, and not empty',
    })
    .optional(),
  work_dir: workDir.optional(),
  backend: z.enum(backendChoices).optional(),
  max_guests: z.int().min(1).optional(),
  max_vcpu: guestSizes.vcpu.optional(),
  max_mem_mib: guestSizes.memMib.optional(),
  max_disk_gib: guestSizes.diskGib.optional(),
  allow: z.array(z.enum(permissions)).optional(),
};
/** Its own keys, and under each backend's name what that takes. */
export type HostText = z.infer<z.ZodObject<typeof hostKeys>> & Readonly<Record<string, unknown>>;

/** @param backends whose settings hosts may have */
export function schemasWith(backends: readonly BackendSettings[]) {
  const ofBackends = backends.flatMap(({ name, settings }) =>
    settings === undefined ? [] : [[name, settings.optional()] as const],
  );
  const host = z.strictObject({ ...hostKeys, ...Object.fromEntries(ofBackends) });
  const hosts = z.record(id, host);
  const manifest = z.strictObject({
    version: z.literal(1),
    defaults: z.strictObject(laneDefaults).optional(),
    hosts: hosts.optional(),
    staged: z.record(id, staged).optional(),
    targets: z.record(id, target),
  });
  return { hosts, manifest };
}

export type ManifestText = z.infer<ReturnType<typeof schemasWith>['manifest']>;
export type TargetText = ManifestText['targets'][string];
export type LaneText = TargetText['lanes'][number];
