import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenRun } from '../../src/store/written-record.ts';

const bundle = join(import.meta.dirname, '..', '..', 'dist', 'index.js');

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Started {
  child: ChildProcess;
  finished: Promise<Finished>;
  /** Resolves once stdout holds the text; rejects when the program ends without. */
  said: (text: string) => Promise<void>;
}

/** Starts the committed bundle with nothing of this process's environment but what is named. */
export function start(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Started {
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: cwd,
      XDG_CACHE_HOME: join(cwd, '.git', 'cache'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    stdout,
    stderr,
  }));
  const said = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (stdout.includes(text)) resolve();
      };
      look();
      child.stdout.on('data', look);
      void finished.then((end) =>
        reject(
          new Error(
            `ended (${String(end.code)}) without saying "${text}":\n${end.stdout}${end.stderr}`,
          ),
        ),
      );
    });
  return { child, finished, said };
}

/** Runs the command line to its end. */
export function pikaci(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return start(cwd, args, environment).finished;
}

/** `run --output json`: the final record and nothing else on stdout. */
export async function runJson(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; record: WrittenRun; stderr: string }> {
  const { code, stdout, stderr } = await pikaci(
    cwd,
    ['run', ...args, '--output', 'json'],
    environment,
  );
  if (stdout === '') throw new Error(`no record on stdout:\n${stderr}`);
  return { code, record: JSON.parse(stdout) as WrittenRun, stderr };
}

export interface ActionFiles {
  environment: Record<string, string>;
  outputs: () => Record<string, string>;
  state: () => Record<string, string>;
  summary: () => string;
}

/** Where the runner of these tests keeps its files, out of git's sight. */
export function runnerTemp(root: string): string {
  return join(root, '.git', 'runner');
}

export interface RunnerEvent {
  name: string;
  payload: object;
  /** The commit that the event runs on. */
  sha?: string;
}

/** The files and variables that the runner gives a step in the checkout `root`. */
export function runnerFiles(
  root: string,
  inputs: Readonly<Record<string, string>>,
  event: RunnerEvent = { name: 'workflow_dispatch', payload: {} },
  folder = runnerTemp(root),
): ActionFiles {
  mkdirSync(folder, { recursive: true });
  const file = (name: string, content = ''): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const files = { output: file('output'), state: file('state'), summary: file('summary') };
  const environment: Record<string, string> = {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: root,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event.payload)),
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_REPOSITORY: 'octo/repo',
    GITHUB_SHA: event.sha ?? '',
    GITHUB_RUN_ID: String(process.pid) + String(Date.now()),
    GITHUB_RUN_NUMBER: '97',
    GITHUB_RUN_ATTEMPT: '1',
    RUNNER_TEMP: folder,
  };
  for (const [name, value] of Object.entries(inputs)) {
    // As the runner does: upper case, spaces to underscores, hyphens as they are.
    environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
  }
  return {
    environment,
    outputs: () => parseCommandFile(readFileSync(files.output, 'utf8')),
    state: () => parseCommandFile(readFileSync(files.state, 'utf8')),
    summary: () => readFileSync(files.summary, 'utf8'),
  };
}

/** Variables by which the runner hands saved state to the post step. */
function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([key, value]) => [`STATE_${key}`, value]));
}

/** The runner's file commands: `name<<delimiter`, the value's lines, the delimiter. */
function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  while (lines.length > 0) {
    const head = lines.shift() ?? '';
    if (head === '') continue;
    const [, name = '', delimiter] = /^([^<]+)<<(.+)$/.exec(head) ?? [];
    const value: string[] = [];
    for (let line = lines.shift(); line !== delimiter; line = lines.shift()) {
      if (line === undefined) throw new Error(`no end of ${name}`);
      value.push(line);
    }
    values[name] = value.join('\n');
  }
  return values;
}

/** Starts the bundle as the runner starts a step: no arguments, all by variables and files. */
export function startStep(
  root: string,
  inputs: Readonly<Record<string, string>>,
  event?: RunnerEvent,
): Started & ActionFiles {
  const files = runnerFiles(root, inputs, event);
  return { ...start(root, [], files.environment), ...files };
}

export async function step(
  root: string,
  inputs: Readonly<Record<string, string>>,
  event?: RunnerEvent,
): Promise<Finished & ActionFiles> {
  const started = startStep(root, inputs, event);
  return { ...(await started.finished), ...started };
}

/** Runs a post step with what its main step saved. */
export function postStep(
  root: string,
  environment: Readonly<Record<string, string>>,
  state: Readonly<Record<string, string>>,
): Promise<Finished> {
  return start(root, [], { ...environment, ...stateVariables(state) }).finished;
}
