import { getInput } from '@actions/core';
import { z } from 'zod';
import { mostKeptMinutes } from '../model/after-failure.ts';
import { FailureError } from '../model/failure.ts';
import { backendChoices } from '../model/target.ts';
import { groupings } from '../plan/matrix.ts';
import { legsResults } from '../outcome/evidence.ts';

const optional = z.string().transform((value) => (value === '' ? undefined : value));

const flag = z
  .enum(['', 'true', 'false'], { error: 'can be true or false' })
  .transform((value) => value === 'true');

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
    .regex(/^[^\n\r]+$/, '`run` takes the id of one target or lane')
    .refine(
      (value) => !['branch', 'nightly', 'manual', 'all'].includes(value),
      '`run` takes one target; `plan` makes a matrix of several',
    ),
  lane: optional,
  backend: optional.pipe(z.enum(backendChoices).optional()),
  sshKey: z.string(),
  sshKeyPassphrase: z.string(),
  sshAgent: flag,
  sshKnownHosts: z.string(),
  sshProxyJump: z.string(),
  registryAuth: z.string(),
  allowForkCode: flag,
  jobId: optional,
  keepMinutes: z
    .string()
    .refine(
      (value) => /^\d{0,3}$/.test(value) && Number(value) <= mostKeptMinutes,
      `can be a whole number of minutes from 0 to ${mostKeptMinutes}`,
    )
    .transform(Number),
  ...common,
});

const report = z.object({
  mode: z.literal('report'),
  plan: z.string(),
  jobId: optional,
  legsResult: z.union([z.literal('').transform(() => 'untold' as const), z.enum(legsResults)], {
    error: 'can be success, failure, cancelled or skipped: `needs.<job of the legs>.result`',
  }),
  token: z.string(),
  status: flag,
  comment: flag,
  check: flag,
});

export type PlanInputs = z.infer<typeof plan>;
export type RunInputs = z.infer<typeof run>;
export type ReportInputs = z.infer<typeof report>;
export type Inputs = PlanInputs | RunInputs | ReportInputs;

/** What the user calls each value; the schema's key where they are the same. */
const inputNames = new Map(
  Object.entries({
    targets: 'target',
    groupBy: 'group-by',
    stateRoot: 'state-root',
    sshKey: 'ssh-key',
    sshKeyPassphrase: 'ssh-key-passphrase',
    sshAgent: 'ssh-agent',
    sshKnownHosts: 'ssh-known-hosts',
    sshProxyJump: 'ssh-proxy-jump',
    registryAuth: 'registry-auth',
    allowForkCode: 'allow-fork-code-on-owned-hosts',
    legsResult: 'legs-result',
    jobId: 'job-id',
    keepMinutes: 'keep-guest-on-failure-minutes',
  }),
);

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
    allowForkCode: getInput('allow-fork-code-on-owned-hosts'),
    jobId: getInput('job-id'),
    plan: getInput('plan'),
    legsResult: getInput('legs-result'),
    token: getInput('token'),
    status: getInput('status'),
    comment: getInput('comment'),
    check: getInput('check'),
    keepMinutes: getInput('keep-guest-on-failure-minutes'),
    ...credentialTexts(),
  };
  const checked = z
    .discriminatedUnion('mode', [plan, run, report], { error: modeProblem(raw.mode) })
    .safeParse(raw);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(({ path, message }) => {
    const key = String(path[0] ?? 'mode');
    return { input: inputNames.get(key) ?? key, problem: message };
  });
  throw new FailureError({ cause: 'inputs_invalid', problems });
}

/** How to get to hosts; the post step needs nothing else. */
export interface CredentialInputs {
  sshKey: string;
  sshKeyPassphrase: string;
  sshAgent: boolean;
  sshKnownHosts: string;
  sshProxyJump: string;
  registryAuth: string;
}

/** As the main step had them, which has checked them. */
export function readCredentialInputs(): CredentialInputs {
  const texts = credentialTexts();
  return { ...texts, sshAgent: texts.sshAgent === 'true' };
}

function credentialTexts(): Record<keyof CredentialInputs, string> {
  return {
    sshKey: getInput('ssh-key', { trimWhitespace: false }),
    sshKeyPassphrase: getInput('ssh-key-passphrase', { trimWhitespace: false }),
    sshAgent: getInput('ssh-agent'),
    sshKnownHosts: getInput('ssh-known-hosts', { trimWhitespace: false }),
    sshProxyJump: getInput('ssh-proxy-jump'),
    registryAuth: getInput('registry-auth'),
  };
}

function modeProblem(mode: string): string {
  return mode === ''
    ? 'is missing; give `plan`, `run` or `report`'
    : `is \`${mode}\`; it can be plan, run or report`;
}
