import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { parse } from 'yaml';
import { evaluate, evaluateAll, evaluateText, type Contexts } from './expressions.ts';
import { temporaryFolder } from './folder.ts';
import type { GithubStandIn } from '../github-stand-in/github-stand-in.ts';
import {
  postStep,
  runnerFiles,
  start,
  type Finished,
  type RunnerEvent,
  type Started,
} from './pikaci.ts';

// Runs a workflow whose steps are checkouts and ours, as GitHub would: its own parser reads it, its
// own evaluator works out conditions and values, and each of our steps is the bundle in a process
// of its own, in a checkout of its own.

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface JobRun {
  conclusion: Conclusion;
  outputs: Readonly<Record<string, string>>;
  /** Its legs; a job without a matrix has one. */
  legs: readonly LegRun[];
}

export interface LegRun {
  /** As GitHub shows it. */
  name: string;
  conclusion: Conclusion;
  outputs: Readonly<Record<string, string>>;
  /** Our step; nothing where it never started. */
  step: RanStep | undefined;
}

export interface RanStep extends Finished {
  outputs: Record<string, string>;
  summary: string;
  /** Nothing where the machine was lost before. */
  post: Finished | undefined;
  environment: Readonly<Record<string, string>>;
  state: Readonly<Record<string, string>>;
}

export interface WorkflowRun {
  attempt: number;
  jobs: ReadonlyMap<string, JobRun>;
}

export interface WorkflowOptions {
  text: string;
  /** Path of the repository that the checkouts are made of. */
  repository: string;
  github: GithubStandIn;
  event: RunnerEvent;
  inputs?: Readonly<Record<string, string | boolean>>;
  secrets?: Readonly<Record<string, string>>;
  /** What befalls our step of a leg while it is under way; it waits for its moment itself. */
  strike?: (leg: string, step: Started) => Promise<'nothing' | 'cancelled' | 'lost'>;
  /** Variables that the runner gives otherwise. */
  environment?: Readonly<Record<string, string>>;
  /** Inputs of ours, whatever the workflow gives. */
  overrides?: Readonly<Record<string, string>>;
  /** Runs again what failed in it, and what depends on that. */
  rerunOf?: WorkflowRun;
}

export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowRun> {
  const template = await readTemplate(options.text);
  const attempt = (options.rerunOf?.attempt ?? 0) + 1;
  const jobs = new Map<string, JobRun>();
  const run = new Runner(options, attempt);
  for (const job of template.jobs) {
    const needed = (job.needs ?? []).map(({ value }) => value);
    jobs.set(job.id.value, await run.job(job.id.value, job.if.expression, needed, jobs));
  }
  return { attempt, jobs };
}

/** @throws with what GitHub's parser has against it */
export async function readTemplate(text: string) {
  const { context, value } = parseWorkflow(
    { name: 'workflow.yml', content: text },
    new NoOperationTraceWriter(),
  );
  const problems = context.errors.getErrors().map(({ message }) => message);
  if (value === undefined || problems.length > 0) throw new Error(problems.join('\n'));
  const template = await convertWorkflowTemplate(context, value);
  if (template.errors !== undefined && template.errors.length > 0) {
    throw new Error(JSON.stringify(template.errors));
  }
  return template;
}

interface JobText {
  name?: string;
  outputs?: Record<string, string>;
  strategy?: { matrix: string };
  steps: { id?: string; uses: string; with?: Record<string, string | boolean> }[];
}

interface ActionText {
  inputs: Record<string, { default?: string | boolean }>;
}

const actionText = parse(
  readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8'),
) as ActionText;

class Runner {
  readonly #options: WorkflowOptions;
  readonly #attempt: number;
  readonly #texts: Record<string, JobText>;
  /** GitHub shows the jobs of a called workflow behind the one that calls it. */
  readonly #caller: string;
  #isCancelled = false;

  constructor(options: WorkflowOptions, attempt: number) {
    this.#options = options;
    this.#attempt = attempt;
    this.#texts = (parse(options.text) as { jobs: Record<string, JobText> }).jobs;
    this.#caller = options.text.includes('\n  workflow_call:') ? 'ci / ' : '';
  }

  async job(
    id: string,
    condition: string,
    needed: readonly string[],
    jobs: ReadonlyMap<string, JobRun>,
  ): Promise<JobRun> {
    const text = this.#texts[id];
    if (text === undefined) throw new Error(`the workflow has no job ${id}`);
    const before = this.#options.rerunOf?.jobs;
    const isFresh = needed.some((need) => jobs.get(need) !== before?.get(need));
    const kept = isFresh ? undefined : before?.get(id);
    if (kept?.conclusion === 'success' || kept?.conclusion === 'skipped') return kept;

    const needs = Object.fromEntries(
      needed.map((need) => {
        const { conclusion, outputs } = jobs.get(need) ?? { conclusion: 'skipped', outputs: {} };
        return [need, { result: conclusion, outputs }];
      }),
    );
    const results = Object.values(needs).map(({ result }) => result);
    const status = {
      always: true,
      cancelled: this.#isCancelled,
      success: !this.#isCancelled && results.every((result) => result === 'success'),
      failure: results.includes('failure'),
    };
    const contexts = { needs, ...this.#contexts() };
    if (!isTrue(evaluate(condition, contexts, status))) {
      return { conclusion: 'skipped', outputs: {}, legs: [] };
    }
    const legs: LegRun[] = [];
    for (const matrix of matrixOf(text, contexts)) {
      const leg = { ...contexts, matrix };
      const name = `${this.#caller}${evaluateText(text.name ?? id, leg)}`;
      const keptLeg = kept?.legs.find((it) => it.name === name && it.conclusion === 'success');
      legs.push(keptLeg ?? (await this.#leg(name, text, leg)));
    }
    return { conclusion: together(legs), outputs: legs[0]?.outputs ?? {}, legs };
  }

  async #leg(name: string, text: JobText, contexts: Contexts): Promise<LegRun> {
    // Whoever waits when a run is cancelled never starts, but for what runs always.
    if (this.#isCancelled && text.strategy !== undefined) {
      this.#tellJob(name, 'cancelled');
      return { name, conclusion: 'cancelled', outputs: {}, step: undefined };
    }
    using folder = temporaryFolder();
    const workspace = join(folder.path, 'checkout');
    mkdirSync(workspace);
    const id = this.#tellJob(name, null);
    let ran: { step: RanStep; conclusion: Conclusion } | undefined;
    const stepOutputs: Record<string, { outputs: Record<string, string> }> = {};
    for (const { id: stepId, uses, with: given = {} } of text.steps) {
      if (uses.startsWith('actions/checkout@')) {
        checkOut(this.#options.repository, workspace);
        continue;
      }
      if (!uses.startsWith('sledtools/pikaci-action@')) throw new Error(`cannot run ${uses}`);
      const all = { ...contexts, job: { check_run_id: id } };
      const { overrides } = this.#options;
      const inputs = { ...defaults(all), ...evaluateAll(given, all), ...overrides };
      ran = await this.#step(name, inputs, folder.path, workspace);
      if (stepId !== undefined) stepOutputs[stepId] = { outputs: ran.step.outputs };
    }
    const conclusion = ran?.conclusion ?? 'success';
    if (conclusion === 'cancelled') this.#isCancelled = true;
    this.#tellJob(name, conclusion, id);
    const outputs = evaluateAll(text.outputs ?? {}, { ...contexts, steps: stepOutputs });
    return { name, conclusion, outputs, step: ran?.step };
  }

  async #step(
    name: string,
    inputs: Readonly<Record<string, string>>,
    folder: string,
    workspace: string,
  ): Promise<{ step: RanStep; conclusion: Conclusion }> {
    const { github, event, strike } = this.#options;
    const files = runnerFiles(workspace, inputs, event, join(folder, 'runner'));
    const environment = {
      ...files.environment,
      ...github.environment(name),
      ...this.#options.environment,
    };
    const started = start(workspace, [], environment);
    const fate = (await strike?.(name, started)) ?? 'nothing';
    if (fate === 'cancelled') started.child.kill('SIGINT');
    if (fate === 'lost') started.child.kill('SIGKILL');
    const finished = await started.finished;
    const state = files.state();
    const post = fate === 'lost' ? undefined : await postStep(workspace, environment, state);
    const conclusion =
      fate === 'cancelled' ? 'cancelled' : finished.code === 0 ? 'success' : 'failure';
    const step = {
      ...finished,
      outputs: files.outputs(),
      summary: files.summary(),
      post,
      environment,
      state,
    };
    return { step, conclusion };
  }

  /** As GitHub's API lists it; legs that are not run again stay listed. */
  #tellJob(name: string, conclusion: Conclusion | null, known?: number): number {
    const { github } = this.#options;
    const id = known ?? 1000 + github.jobs.length;
    const others = github.jobs.filter((job) => job.name !== name);
    github.jobs = [...others, { id, name, conclusion, attempt: this.#attempt }];
    return id;
  }

  #contexts(): Contexts {
    const { event, inputs = {}, secrets = {}, github } = this.#options;
    return {
      inputs: { ...inputDefaults(this.#options.text), ...inputs },
      secrets,
      vars: {},
      github: { workflow: 'CI', ref: 'refs/heads/x', event_name: event.name, token: github.token },
    };
  }
}

/** As actions/checkout does by itself: the last commit alone. */
function checkOut(repository: string, workspace: string): void {
  rmSync(workspace, { recursive: true });
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository}`, workspace]);
}

function matrixOf({ strategy }: JobText, contexts: Contexts): object[] {
  if (strategy === undefined) return [{}];
  const { include } = JSON.parse(evaluateText(strategy.matrix, contexts, true)) as {
    include: object[];
  };
  return include;
}

function defaults(contexts: Contexts): Record<string, string> {
  const given = Object.entries(actionText.inputs).flatMap(
    ([name, { default: value }]): [string, string | boolean][] =>
      value === undefined ? [] : [[name, value]],
  );
  return evaluateAll(Object.fromEntries(given), contexts);
}

function inputDefaults(text: string): Record<string, string | boolean> {
  const { on } = parse(text) as {
    on: { workflow_call?: { inputs?: Record<string, { default?: string | boolean }> } };
  };
  return Object.fromEntries(
    Object.entries(on.workflow_call?.inputs ?? {}).map(([name, { default: value }]) => [
      name,
      value ?? '',
    ]),
  );
}

/** The result of a matrix, as `needs` has it. */
function together(legs: readonly LegRun[]): Conclusion {
  const all = legs.map(({ conclusion }) => conclusion);
  if (all.includes('cancelled')) return 'cancelled';
  return all.includes('failure') ? 'failure' : 'success';
}

function isTrue(result: ReturnType<typeof evaluate>): boolean {
  return result.coerceString() === 'true';
}
