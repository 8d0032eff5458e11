import { getInput } from '@actions/core';
import { z } from 'zod';
import { FailureError } from '../model/failure.ts';
import { backends } from '../model/target.ts';
import { groupings } from '../plan/matrix.ts';

const optional = z.string().transform((value) => (value === '' ? undefined : value));

const common = {
  manifest: optional,
  base: optional,
  hosts: optional,
  stateRoot: optional,
};

const plan = z.object({
  mode: z.literal('plan'),
  targets: z.string().transform((value) => value.split(/[\s,]+/).filter((word) => word !== '')),
  head: optional,
  groupBy: z.union([z.literal('').transform(() => 'lane' as const), z.enum(groupings)], {
    error: 'can be lane or target',
  }),
  ...common,
});

const run = z.object({
  mode: z.literal('run'),
  target: z
    .string()
    .regex(/^[^\s,]+$/, '`run` takes the id of one target or lane')
    .refine(
      (value) => !['branch', 'nightly', 'manual', 'all'].includes(value),
      '`run` takes one target; `plan` makes a matrix of several',
    ),
  lane: optional,
  backend: optional.pipe(z.enum(backends).optional()),
  sshKey: z.string(),
  sshKnownHosts: z.string(),
  ...common,
});

export type PlanInputs = z.infer<typeof plan>;
export type RunInputs = z.infer<typeof run>;
export type Inputs = PlanInputs | RunInputs;

/** What the user calls each value; the schema's key where they are the same. */
const inputNames: Readonly<Record<string, string>> = {
  targets: 'target',
  groupBy: 'group-by',
  stateRoot: 'state-root',
  sshKey: 'ssh-key',
  sshKnownHosts: 'ssh-known-hosts',
};

/**
 * Reads and checks all inputs; the runner enforces none of it.
 * @throws FailureError `inputs_invalid` with every problem
 */
export function readInputs(): Inputs {
  const target = getInput('target');
  const raw = {
    mode: getInput('mode'),
    targets: target,
    target,
    lane: getInput('lane'),
    manifest: getInput('manifest'),
    base: getInput('base'),
    head: getInput('head'),
    groupBy: getInput('group-by'),
    hosts: getInput('hosts'),
    backend: getInput('backend'),
    stateRoot: getInput('state-root'),
    ...readCredentialInputs(),
  };
  const checked = z
    .discriminatedUnion('mode', [plan, run], { error: modeProblem(raw.mode) })
    .safeParse(raw);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(({ path, message }) => {
    const key = String(path[0] ?? 'mode');
    return { input: inputNames[key] ?? key, problem: message };
  });
  throw new FailureError({ kind: 'inputs_invalid', problems });
}

/** Keys as text; the post step needs nothing else. */
export function readCredentialInputs(): { sshKey: string; sshKnownHosts: string } {
  return {
    sshKey: getInput('ssh-key', { trimWhitespace: false }),
    sshKnownHosts: getInput('ssh-known-hosts', { trimWhitespace: false }),
  };
}

function modeProblem(mode: string): string {
  return mode === '' ? 'is missing; give `plan` or `run`' : `is \`${mode}\`; it can be plan or run`;
}
