import { describe, expect, it } from 'vitest';
import type { LaneOutcome } from '../../src/model/outcome.ts';
import type { JobRecord, PhaseRecord, PrepareTiming } from '../../src/model/record.ts';
import { timelineMermaid } from '../../src/report/timeline-mermaid.ts';
import { record } from '../support/sample-record.ts';

const [job] = record.jobs as [JobRecord];
const phase = (name: PhaseRecord['phase'], from: number, to: number): PhaseRecord => ({
  phase: name,
  started_at: new Date(from).toISOString(),
  finished_at: new Date(to).toISOString(),
  duration_ms: to - from,
});

const prepared = (node_id: string, type: PrepareTiming['type']): PrepareTiming => {
  const { started_at, finished_at, duration_ms } = phase('prepare_runtime', 500, 900);
  return { node_id, type, started_at, finished_at, duration_ms };
};

function lane(id: string, state: LaneOutcome['state'], phases: PhaseRecord[]): LaneOutcome {
  const reported = { ...job, id, execution: { ...job.execution, phases } };
  const timings = [
    prepared('prepare-linux-workspace-deps', 'nix_build'),
    prepared('prepare-linux-test-runner', 'nix_build'),
    prepared(`prepare-${id}-runner`, 'remote_linux_vm_backend'),
  ];
  const run = { ...record, prepare_timings: timings, jobs: [reported] };
  const report = { run, job: reported, folder: '/legs' };
  return {
    target: 'rust',
    id,
    title: `check: rust; ${id}`,
    state,
    message: undefined,
    link: undefined,
    report,
  };
}

describe('the timeline', () => {
  it('has a section a lane and a bar a phase and a staged output; the one that failed stands out', () => {
    const lanes = [
      lane('unit', 'success', [
        phase('launch_guest', 1000, 2000),
        phase('wait_for_completion', 2000, 9000),
      ]),
      lane('e2e', 'failed', [
        phase('wait_for_completion', 1000, 4000),
        phase('collect_artifacts', 4000, 4100),
      ]),
      lane('fuzz', 'failed', [phase('launch_guest', 1000, 4000)]),
    ];
    expect(timelineMermaid(lanes)).toBe(`\`\`\`mermaid
gantt
dateFormat x
axisFormat %H:%M:%S
section staged outputs
prepare-linux-workspace-deps :done, 500, 900
prepare-linux-test-runner :done, 500, 900
section check rust unit
launch guest :done, 1000, 2000
wait for completion :active, 2000, 9000
section check rust e2e
wait for completion :crit, 1000, 4000
collect artifacts :done, 4000, 4100
section check rust fuzz
launch guest :crit, 1000, 4000
\`\`\`
`);
  });

  it('shows a wait for a free place as what it is', () => {
    const phases = [phase('prepare_directories', 900, 1000), phase('launch_guest', 4000, 5000)];
    const { started_at, finished_at, duration_ms } = phase('prepare_runtime', 1000, 4000);
    const waited_for_place = { started_at, finished_at, duration_ms };
    const { report, ...waiting } = lane('unit', 'failed', phases);
    if (report === undefined) throw new Error('the lane has a record');
    const text = timelineMermaid([
      { ...waiting, report: { ...report, job: { ...report.job, waited_for_place } } },
    ]);
    expect(text).toContain(
      'prepare directories :done, 900, 1000\nwait for free place :done, 1000, 4000\nlaunch guest :crit, 4000, 5000\n',
    );
  });

  it('has a bar a lane where bars of phases would be too many to read', () => {
    const phases = Array.from({ length: 6 }, () => phase('launch_guest', 1_000, 2_000));
    const lanes = Array.from({ length: 250 }, (_, n) => lane(`lane-${n}`, 'success', phases));
    const text = timelineMermaid(lanes);
    expect(text.length).toBeLessThanOrEqual(50_000);
    expect(text).not.toContain('launch guest');
    expect(text.match(/^· check rust lane-/gm)).toHaveLength(250);
  });

  it.each([
    ['nothing was recorded', []],
    [
      'there are more lanes than Mermaid takes',
      Array.from({ length: 900 }, (_, n) => lane(`lane-${n}`, 'success', [])),
    ],
  ])('is left out where %s', (_, lanes) => {
    expect(timelineMermaid(lanes)).toBe('');
  });
});
