import { expect, it } from 'vitest';
import type { StagedSet } from '../../src/model/target.ts';
import { makeRunPlan } from '../../src/plan/make-run-plan.ts';
import { stepsOf } from '../support/run-steps.ts';
import { builder, lane, target } from '../support/samples.ts';

const staged: StagedSet = {
  name: 'agent-contracts',
  nodePrefix: 'agent-contracts-linux-rust',
  outputs: [
    {
      name: 'workspace-deps',
      installable: '.#deps',
      needs: [],
      mount: '/staged/linux-rust/workspace-deps',
    },
    {
      name: 'workspace-build',
      installable: '.#build',
      needs: ['workspace-deps'],
      mount: '/staged/linux-rust/workspace-build',
    },
  ],
};
const runner = { kind: 'remote_linux_vm', host: builder, staged } as const;

it('stages outputs once, each lane after all it needs', () => {
  const lanes = [lane({ id: 'one', runner }), lane({ id: 'two', runner }), lane({ id: 'local' })];
  const plan = makeRunPlan('id', 'now', target({ id: 't', lanes }), stepsOf(lanes));
  expect(plan.nodes.map(({ id, depends_on }) => [id, depends_on])).toEqual([
    ['prepare-agent-contracts-linux-rust-workspace-deps', []],
    [
      'prepare-agent-contracts-linux-rust-workspace-build',
      ['prepare-agent-contracts-linux-rust-workspace-deps'],
    ],
    ['prepare-one-runner', []],
    [
      'execute-one',
      [
        'prepare-agent-contracts-linux-rust-workspace-deps',
        'prepare-agent-contracts-linux-rust-workspace-build',
        'prepare-one-runner',
      ],
    ],
    ['prepare-two-runner', []],
    [
      'execute-two',
      [
        'prepare-agent-contracts-linux-rust-workspace-deps',
        'prepare-agent-contracts-linux-rust-workspace-build',
        'prepare-two-runner',
      ],
    ],
    ['execute-local', []],
  ]);
});

it('writes nodes as the original did', () => {
  const lanes = [
    lane({ id: 'one', runner, command: { kind: 'argv', argv: ['run', 'two words'] } }),
  ];
  const plan = makeRunPlan(
    '20260326T000140Z-0a1b2c3d',
    '2026-03-26T00:01:40.000Z',
    target({ id: 't', description: 'd', lanes }),
    stepsOf(lanes),
  );
  expect(plan).toMatchObject({
    schema_version: 1,
    run_id: '20260326T000140Z-0a1b2c3d',
    target_id: 't',
    target_description: 'd',
    created_at: '2026-03-26T00:01:40.000Z',
    scope: 'post_host_setup_and_snapshot',
    preconditions: ['host_setup_complete', 'workspace_snapshot_created'],
  });
  expect(plan.nodes.at(0)).toMatchObject({
    kind: 'prepare',
    executor: 'remote_linux_vm',
    prepare: {
      type: 'nix_build',
      installable: '.#deps',
      output_name: 'workspace-deps',
      residency: 'remote_authoritative_staged_linux',
      handoff: {
        protocol: 'nix_store_path_v1',
        exposures: [
          {
            kind: 'host_symlink_mount',
            path: '/staged/linux-rust/workspace-deps',
            access: 'read_only',
          },
        ],
      },
    },
  });
  expect(plan.nodes.at(-1)).toMatchObject({
    kind: 'execute',
    executor: 'remote_linux_vm',
    execute: {
      type: 'vm_command',
      command: "run 'two words'",
      run_as_root: false,
      timeout_secs: 1800,
      writable_workspace: false,
    },
  });
});
