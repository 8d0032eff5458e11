import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { step } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';

// GitHub's own parser reads our workflows, and GitHub's own evaluator works out their expressions
// on what a real plan put out.

const root = join(import.meta.dirname, '..', '..');
const workflows = {
  'the reusable workflow': readFileSync(join(root, '.github/workflows/pikaci.yml'), 'utf8'),
  'the example in the README': `on: pull_request\n${exampleIn(readFileSync(join(root, 'README.md'), 'utf8'))}`,
};

const manifest = `version = 1
[targets.app]
runner = "host_local"
paths = ["app/**"]
[[targets.app.lanes]]
id = "unit"
command = "true"
[[targets.app.lanes]]
id = "e2e"
command = "test -f app/a"
timeout_secs = 61
`;

describe.each(Object.entries(workflows))('%s', (_, text) => {
  it('is valid for GitHub', async () => {
    const { context, value } = parseWorkflow(
      { name: 'pikaci.yml', content: text },
      new NoOperationTraceWriter(),
    );
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    if (value === undefined) throw new Error('no workflow');
    const template = await convertWorkflowTemplate(context, value);
    expect(template.errors ?? []).toEqual([]);
    expect(template.jobs.map(({ id }) => id.value)).toHaveLength(2);
  });

  it.each(['lane', 'target'])(
    'expands a plan by %s to legs that `mode: run` takes and passes',
    async (groupBy) => {
      using project = new Project().manifest(manifest);
      project.commit();
      project.file('app/a', '1').commit();
      const [planJob, laneJob] = Object.values(jobsOf(text));
      const planned = await step(project.root, {
        mode: 'plan',
        target: 'app',
        'group-by': groupBy,
      });
      expect(planned.code).toBe(0);

      // The plan job's outputs, through its own expressions, are what the lanes need.
      const stepOutputs = { steps: { plan: { outputs: planned.outputs() } } };
      const outputs = mapValues(planJob?.outputs ?? {}, (it) => evaluateText(it, stepOutputs));
      const needs = { needs: { plan: { outputs } } };
      expect(evaluate(laneJob?.if ?? '', needs).coerceString()).toBe('true');
      const matrix = JSON.parse(evaluateText(laneJob?.strategy?.matrix ?? '', needs, true)) as {
        include: object[];
      };
      expect(matrix.include).toHaveLength(groupBy === 'lane' ? 2 : 1);

      for (const leg of matrix.include) {
        const context = {
          matrix: leg,
          inputs: {},
          secrets: {},
          vars: {},
          github: { workflow: 'w', ref: 'r', event_name: 'push' },
        };
        expect(evaluateText(laneJob?.name ?? '', context)).toMatch(/^app( \/ .*)?$/);
        expect(evaluateText(laneJob?.['runs-on'] ?? '', context)).toBe('ubuntu-latest');
        expect(Number(evaluateText(String(laneJob?.['timeout-minutes']), context))).toBeGreaterThan(
          5,
        );
        const run = laneJob?.steps.find(({ uses }) => uses.startsWith('sledtools/pikaci-action'));
        const inputs = mapValues(run?.with ?? {}, (it) => evaluateText(it, context));
        // The example's host is not this test's.
        const ran = await step(project.root, { ...inputs, hosts: '' });
        expect([ran.code, ran.outputs()['status']]).toEqual([0, 'passed']);
      }
    },
  );

  it('starts no lane, and no empty matrix, where a change wants none', () => {
    const [, laneJob] = Object.values(jobsOf(text));
    const needs = {
      needs: { plan: { outputs: { 'has-lanes': 'false', matrix: '{"include":[]}' } } },
    };
    expect(evaluate(laneJob?.if ?? '', needs).coerceString()).toBe('false');
  });

  it('gives the action only inputs that it has', () => {
    const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: object };
    for (const job of Object.values(jobsOf(text))) {
      for (const { uses, with: given } of job.steps) {
        if (!uses.startsWith('sledtools/pikaci-action')) continue;
        expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given ?? {})));
      }
    }
  });
});

interface Job {
  name?: string;
  if?: string;
  'runs-on': string;
  'timeout-minutes'?: string | number;
  outputs?: Record<string, string>;
  strategy?: { matrix: string };
  steps: { uses: string; with?: Record<string, string> }[];
}

function jobsOf(text: string): Record<string, Job> {
  return (parse(text) as { jobs: Record<string, Job> }).jobs;
}

function exampleIn(readme: string): string {
  const [, example = ''] = /```yaml\n(jobs:\n[^]*?)```/.exec(readme) ?? [];
  return example;
}

/** A value of a workflow: text with expressions in it, or one expression alone. */
function evaluateText(
  text: string,
  contexts: Readonly<Record<string, object>>,
  asJson = false,
): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_match, expression: string) => {
    const result = evaluate(asJson ? `toJSON(${expression})` : expression, contexts);
    return result.coerceString();
  });
}

function evaluate(
  expression: string,
  contexts: Readonly<Record<string, object>>,
): data.ExpressionData {
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), []).parse();
  const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, dictionary).evaluate();
}

function mapValues(
  values: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
