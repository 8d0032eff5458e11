import { describe, expect, it } from 'vitest';
import { backends } from '../../src/core/backends.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { chooseLanes, chooseTargets } from '../../src/plan/choose-targets.ts';
import { planChange } from '../../src/plan/select.ts';
import { Project } from '../support/project.ts';

const forge = `version = 1
nightly_schedule_utc = "08:00"

[[branch.lanes]]
id = "check-pika-rust"
title = "check-pika-rust"
entrypoint = "just checks::pre-merge-pika-rust"
command = ["just", "checks::pre-merge-pika-rust"]
paths = ["Cargo.toml", "rust/**"]
something_new = true

[[branch.lanes]]
id = "check-agent-contracts"
title = "check-agent-contracts"
staged_linux_target = "pre-merge-agent-contracts"
paths = ["crates/**"]

[[branch.lanes]]
id = "check-always"
command = ["true"]
concurrency_group = "shared"

[[nightly.lanes]]
id = "nightly-pika"
title = "nightly-pika"
command = ["just", "nightly"]
paths = ["never/**"]
`;

const own = `version = 1
[targets.pre-merge-agent-contracts]
runner = "host_local"
timeout_secs = 600
[[targets.pre-merge-agent-contracts.lanes]]
id = "unit"
command = "true"
[[targets.pre-merge-agent-contracts.lanes]]
id = "http"
command = "true"
`;

async function load(project: Project, path?: string) {
  const options = { path, hosts: undefined, localWorkDir: '/work' };
  return loadManifest({
    repositoryRoot: project.root,
    hostsOrigin: 'terminal',
    backends,
    workTreePaths: () => Promise.resolve([]),
    ...options,
  });
}
const changed = (...paths: string[]) =>
  ({
    kind: 'known',
    base: 'b',
    head: 'h',
    mergeBases: ['b'],
    paths,
    covers: [],
    notes: [],
  }) as const;

describe('the original’s manifest', () => {
  it('is read as it is, each lane a target of one leg', async () => {
    using project = new Project().file('ci/forge-lanes.toml', forge);
    const manifest = await load(project);
    expect(manifest.path).toBe('ci/forge-lanes.toml');
    const { mode, targets } = chooseTargets(manifest, ['branch']);
    const plan = planChange(manifest, targets, mode, changed('rust/a.rs', 'crates/b.rs'));
    expect(plan.include).toEqual([
      {
        id: 'check-pika-rust',
        target: 'check-pika-rust',
        lane: '',
        title: 'check-pika-rust',
        group: 'check-pika-rust',
        runner: 'host_local',
        runs_on: 'ubuntu-latest',
        timeout_minutes: 35,
        concurrency_group: 'check-pika-rust',
        mode: 'branch',
      },
      expect.objectContaining({
        id: 'check-agent-contracts',
        concurrency_group: 'staged-linux:pre-merge-agent-contracts',
      }),
      expect.objectContaining({ id: 'check-always', concurrency_group: 'shared' }),
    ]);
    expect(chooseLanes(manifest, 'check-agent-contracts', []).lanes[0]?.command).toEqual({
      kind: 'argv',
      argv: ['./scripts/pikaci-staged-linux-remote.sh', 'run', 'pre-merge-agent-contracts'],
    });
  });

  it('selects a lane without paths always, and every nightly lane', async () => {
    using project = new Project().file('ci/forge-lanes.toml', forge);
    const manifest = await load(project);
    const ids = (word: string): string[] => {
      const { mode, targets } = chooseTargets(manifest, [word]);
      return planChange(manifest, targets, mode, changed('README.md')).include.map(({ id }) => id);
    };
    expect(ids('branch')).toEqual(['check-always']);
    expect(ids('nightly')).toEqual(['nightly-pika']);
  });

  it('runs the target of ours that a lane names, in one leg', async () => {
    using project = new Project().file('ci/forge-lanes.toml', forge).manifest(own);
    const manifest = await load(project, 'ci/forge-lanes.toml');
    const { mode, targets } = chooseTargets(manifest, ['check-agent-contracts']);
    const plan = planChange(manifest, targets, mode, changed('crates/a'));
    expect(plan.include).toMatchObject([{ id: 'check-agent-contracts', timeout_minutes: 25 }]);
    const { lanes } = chooseLanes(manifest, 'check-agent-contracts', ['check-agent-contracts']);
    expect(lanes.map(({ id }) => id)).toEqual(['unit', 'http']);
  });

  it('gives way to ours where both are there', async () => {
    using project = new Project().file('ci/forge-lanes.toml', forge).manifest(own);
    expect((await load(project)).path).toBe('pikaci.toml');
  });
});
