import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobRecord, PhaseName, PhaseRecord } from '../../src/model/record.ts';
import type { HtmlLane, HtmlReport } from '../../src/report/html/html-report.ts';

const origin = Date.parse('2026-03-26T00:01:40.000Z');

const phaseShares: readonly (readonly [PhaseName, number])[] = [
  ['prepare_directories', 200],
  ['stage_workspace_snapshot', 1400],
  ['prepare_runtime', 900],
  ['launch_guest', 3200],
  ['wait_for_completion', 0],
  ['collect_artifacts', 700],
];

function time(ms: number): string {
  return new Date(origin + ms).toISOString();
}

/** A lane's record: `startMs` behind the run's start it began, and took `ms`. */
export function sampleJob(
  id: string,
  startMs: number,
  ms: number,
  fields: Partial<JobRecord> = {},
): JobRecord {
  const around = phaseShares.reduce((sum, [, share]) => sum + share, 0);
  const phases: PhaseRecord[] = [];
  let at = startMs;
  for (const [phase, share] of phaseShares) {
    const lasts = phase === 'wait_for_completion' ? Math.max(100, ms - around) : share;
    phases.push({ phase, started_at: time(at), finished_at: time(at + lasts), duration_ms: lasts });
    at += lasts;
  }
  return {
    id,
    description: '',
    status: 'passed',
    executor: 'remote_linux_vm',
    plan_node_id: `execute-${id}`,
    timeout_secs: 1800,
    host_log_path: '',
    guest_log_path: '',
    started_at: time(startMs),
    finished_at: time(at),
    exit_code: 0,
    message: 'test passed',
    pre_execution_prepare_duration_ms: 5100,
    failure_kind: null,
    host: 'builder',
    guest_name: `pikaci-${id}-7f3a`,
    guest_kept: null,
    contained: null,
    attempts: 1,
    waited_for_place: null,
    execution: { backend: 'microvm', accelerator: 'kvm', image: null, phases },
    ...fields,
  };
}

export function failedJob(job: JobRecord, exitCode = 101): JobRecord {
  return {
    ...job,
    status: 'failed',
    exit_code: exitCode,
    message: `test command exited with ${exitCode}`,
    failure_kind: 'test_failure',
  };
}

export interface SampleLane {
  job: JobRecord;
  guest: string | Uint8Array;
  host?: string;
  target?: string;
  title?: string;
  link?: string;
}

/** A report whose logs are files below a folder. */
export function sampleReport(
  folder: string,
  lanes: readonly SampleLane[],
  more: Partial<HtmlReport> = {},
): HtmlReport {
  const made = lanes.map(({ job, guest, host, target, title, link }, index): HtmlLane => {
    const at = join(folder, String(index));
    mkdirSync(at, { recursive: true });
    const logs = { guest: join(at, 'guest.log'), host: join(at, 'host.log') };
    writeFileSync(logs.guest, guest);
    writeFileSync(logs.host, host ?? sampleHostLog(job));
    return {
      target: target ?? 'check-agent-contracts',
      id: job.id,
      title: title ?? job.id,
      link,
      state: stateOf(job),
      job,
      logs: [
        { kind: 'guest', path: logs.guest },
        { kind: 'host', path: logs.host },
      ],
    };
  });
  const failed = made.filter(({ state }) => state === 'failed').length;
  const counts = [`${made.length - failed} passed`, ...(failed === 0 ? [] : [`${failed} failed`])];
  return {
    title: 'check-agent-contracts',
    status: {
      state: failed === 0 ? 'success' : 'failed',
      run: 'run #97',
      counts: counts.join(', '),
      head: '188f4f1961e4a36a0c0e157fa369277a369767cb',
      queuedAt: '2026-03-26 00:01:40 UTC',
      queued: '7.0s',
      ran: '2m 20s',
      message: undefined,
    },
    lanes: made,
    prepared: [],
    ...more,
  };
}

function stateOf({
  status,
  failure_kind,
}: JobRecord): 'success' | 'failed' | 'cancelled' | 'running' {
  if (status === 'passed') return 'success';
  if (status !== 'failed') return 'running';
  return failure_kind === 'cancelled' ? 'cancelled' : 'failed';
}

function sampleHostLog({ id, guest_name, execution, message }: JobRecord): string {
  return [
    `[pikaci] attempt 1: guest ${guest_name} on builder`,
    ...execution.phases.flatMap(({ phase, started_at, finished_at, duration_ms }) => [
      `[pikaci] ${started_at} ${phase} …`,
      `[pikaci] ${finished_at} ${phase} took ${duration_ms} ms`,
    ]),
    `[pikaci] ${id}: ${message ?? ''}`,
    '',
  ].join('\n');
}

/** The log of a Rust build and its tests, in colour, of about `bytes`; the same for a seed. */
function rustLog(seed: number, bytes: number, failing = false): string {
  const random = generator(seed);
  const pick = <T>(from: readonly [T, ...T[]]): T =>
    from[Math.floor(random() * from.length)] ?? from[0];
  const version = (): string =>
    [random() * 3, random() * 20, random() * 30].map(Math.floor).join('.');
  const lines = ['[pikaci] lane unit: guest booted at 2026-03-26T00:01:53Z'];
  let length = 0;
  const say = (line: string): void => {
    lines.push(line);
    length += line.length + 1;
  };
  for (let crate = 0; crate < 40; crate += 1) {
    say(`\u001b[1m\u001b[32m   Compiling\u001b[0m ${pick(crates)} v${version()}`);
  }
  say(
    `   Building [=>      ] 3/120\r   Building [====>   ] 61/120\r   Building [======> ] 119/120\r\u001b[K\u001b[1m\u001b[32m    Finished\u001b[0m \`test\` profile [unoptimized + debuginfo] target(s) in 38.20s`,
  );
  say(
    `\u001b[1m\u001b[32m     Running\u001b[0m unittests src/lib.rs (target/debug/deps/agent-${hex(random)})`,
  );
  say('');
  const total = Math.max(10, Math.floor((bytes - length) / 110));
  say(`running ${total} tests`);
  for (let test = 0; length < bytes; test += 1) {
    const name = `${pick(modules)}::${pick(modules)}::${pick(verbs)}_${pick(nouns)}_${test}`;
    say(`test ${name} ... \u001b[32mok\u001b[0m`);
    if (random() < 0.4) {
      const ms = Math.floor(random() * 90_000);
      say(
        `\u001b[2m2026-03-26T00:02:${String(Math.floor(random() * 60)).padStart(2, '0')}.${String(ms).padStart(6, '0')}Z\u001b[0m \u001b[34mDEBUG\u001b[0m agent::${pick(modules)}: request id=${hex(random)} bytes=${Math.floor(random() * 65_536)} took=${ms}us`,
      );
    }
    if (random() < 0.02)
      say(
        `\u001b[33mwarning\u001b[0m: slow store, waited ${Math.floor(random() * 900)} ms for \`${pick(nouns)}\``,
      );
  }
  if (failing) {
    say(`test ledger::apply::rejects_double_spend ... \u001b[31mFAILED\u001b[0m`);
    for (const line of failure) say(line);
  } else {
    say('');
    say(
      `test result: \u001b[32mok\u001b[0m. ${total} passed; 0 failed; 0 ignored; finished in 71.02s`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const failure = [
  '',
  'failures:',
  '',
  '---- ledger::apply::rejects_double_spend stdout ----',
  "thread 'ledger::apply::rejects_double_spend' panicked at crates/ledger/src/apply.rs:214:9:",
  'assertion `left == right` failed: the second spend of an output must be refused',
  '  left: Ok(Applied { height: 4711, spent: 2 })',
  ' right: Err(DoubleSpend { output: OutPoint("5f2c…:0") })',
  'note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace',
  '',
  '',
  'failures:',
  '    ledger::apply::rejects_double_spend',
  '',
  'test result: \u001b[31mFAILED\u001b[0m. 412 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 71.02s',
  '',
  '\u001b[1m\u001b[31merror\u001b[0m\u001b[1m:\u001b[0m test failed, to rerun pass `-p ledger --lib`',
  '[pikaci] lane unit: command exited with 101 at 2026-03-26T00:04:07Z',
];

const crates = [
  'serde',
  'tokio',
  'hyper',
  'rustls',
  'sqlx-core',
  'tracing',
  'bytes',
  'prost',
  'ledger',
  'agent',
] as const;
const modules = ['ledger', 'store', 'wire', 'apply', 'codec', 'session', 'relay', 'index'] as const;
const verbs = ['keeps', 'rejects', 'orders', 'merges', 'replays', 'drops'] as const;
const nouns = ['blocks', 'spends', 'frames', 'peers', 'events', 'cursors', 'snapshots'] as const;

function hex(random: () => number): string {
  return Math.floor(random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0');
}

/** Park and Miller's: the same numbers everywhere. */
function generator(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Ten lanes of one target: two failed, staged outputs before them. */
export function tenLanes(folder: string): HtmlReport {
  const names = [
    'agent-control-plane-unit',
    'agent-control-plane-e2e',
    'ledger-unit',
    'relay-integration',
    'docs',
    'wire-fuzz-smoke',
    'migrations',
    'cli-snapshots',
    'bindings-swift',
    'bindings-kotlin',
  ];
  const lanes = names.map((id, index): SampleLane => {
    const job = sampleJob(id, 5400 + index * 900, 32_000 + ((index * 37) % 11) * 9000);
    const failed = id === 'ledger-unit';
    const infrastructure = id === 'relay-integration';
    return {
      job: failed
        ? failedJob(job)
        : infrastructure
          ? {
              ...job,
              status: 'failed',
              exit_code: null,
              attempts: 2,
              failure_kind: 'infrastructure',
              message:
                'guest pikaci-relay-integration-7f3a ended before its command did: the VMM was killed (SIGKILL)',
            }
          : job,
      guest: rustLog(index + 1, 60_000, failed),
      link: 'https://github.com/octo/repo/actions/runs/1/job/2',
    };
  });
  return sampleReport(folder, lanes, {
    link: 'https://github.com/octo/repo/actions/runs/1',
    prepared: [
      {
        node_id: 'prepare-agent-contracts-workspace-deps',
        type: 'nix_build',
        started_at: time(400),
        finished_at: time(2900),
        duration_ms: 2500,
      },
      {
        node_id: 'prepare-agent-contracts-workspace-build',
        type: 'nix_build',
        started_at: time(2900),
        finished_at: time(5300),
        duration_ms: 2400,
      },
    ],
  });
}

/** Two hundred lanes of several targets; `bytes` of guest logs in all. */
export function twoHundredLanes(folder: string, bytes: number): HtmlReport {
  const targets = ['pre-merge-contracts', 'pre-merge-ledger', 'pre-merge-relay', 'apps'];
  const lanes = Array.from({ length: 200 }, (_, index): SampleLane => {
    const id = `${modules[index % modules.length] ?? ''}-${verbs[index % verbs.length] ?? ''}-${index}`;
    const target = targets[index % targets.length] ?? '';
    const job = sampleJob(
      id,
      5400 + Math.floor(index / 16) * 21_000 + (index % 16) * 500,
      15_000 + ((index * 53) % 29) * 1500,
    );
    const failed = index === 120 || index === 33 || index === 171;
    return {
      job: failed ? failedJob(job) : job,
      target,
      title: `${target} / ${id}`,
      guest: rustLog(index + 1, bytes / 200, failed),
      link: `https://github.com/octo/repo/actions/runs/1/job/${index}`,
    };
  });
  return sampleReport(folder, lanes, {
    title: 'CI',
    link: 'https://github.com/octo/repo/actions/runs/1',
  });
}
