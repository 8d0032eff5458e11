import { quoteAll } from '../model/shell-quote.ts';
import type { ExecuteNode, Exposure, PlanNode, PrepareNode, RunPlan } from '../model/run-plan.ts';
import type { Lane, LaneCommand, StagedOutput, StagedSet, Target } from '../model/target.ts';

/** The run plan of some lanes of a target: staged outputs first and once, then the lanes. */
export function makeRunPlan(
  runId: string,
  createdAt: string,
  target: Target,
  lanes: readonly Lane[],
): RunPlan {
  const nodes = new Map<string, PlanNode>();
  for (const lane of lanes) {
    for (const node of laneNodes(lane)) if (!nodes.has(node.id)) nodes.set(node.id, node);
  }
  return {
    schema_version: 1,
    run_id: runId,
    target_id: target.id,
    target_description: target.description,
    created_at: createdAt,
    scope: 'post_host_setup_and_snapshot',
    preconditions: ['host_setup_complete', 'workspace_snapshot_created'],
    nodes: [...nodes.values()],
  };
}

export function stagedNodeId(set: StagedSet, output: string): string {
  return `prepare-${set.nodePrefix}-${output}`;
}

/** Nodes of the staged outputs that a lane needs. */
export function stagedNodeIds({ runner }: Lane): string[] {
  if (runner.kind !== 'remote_linux_vm' || runner.staged === undefined) return [];
  const { staged } = runner;
  return staged.outputs.map(({ name }) => stagedNodeId(staged, name));
}

export function executeNodeId(laneId: string): string {
  return `execute-${laneId}`;
}

export function runnerNodeId(laneId: string): string {
  return `prepare-${laneId}-runner`;
}

function exposureOf(output: StagedOutput): Exposure {
  return { kind: 'host_symlink_mount', path: output.mount, access: 'read_only' };
}

/** The command as a person would type it. */
function commandText(command: LaneCommand): string {
  return command.kind === 'shell' ? command.line : quoteAll(command.argv);
}

function laneNodes(lane: Lane): PlanNode[] {
  if (lane.runner.kind !== 'remote_linux_vm') return [executeNode(lane, [])];
  const { staged, host } = lane.runner;
  const stagedNodes =
    staged === undefined ? [] : staged.outputs.map((output) => stagedNode(staged, output));
  const runner: PrepareNode = {
    kind: 'prepare',
    id: runnerNodeId(lane.id),
    description: `Prepare the guest of ${lane.id} on ${host.name}`,
    executor: 'remote_linux_vm',
    depends_on: [],
    prepare: { type: 'remote_linux_vm_backend', backend: host.backend },
  };
  const needed = [...stagedNodes.map(({ id }) => id), runner.id];
  return [...stagedNodes, runner, executeNode(lane, needed)];
}

function stagedNode(set: StagedSet, output: StagedOutput): PrepareNode {
  return {
    kind: 'prepare',
    id: stagedNodeId(set, output.name),
    description: `Build ${output.name} for ${set.name}`,
    executor: 'remote_linux_vm',
    depends_on: output.needs.map((need) => stagedNodeId(set, need)),
    prepare: {
      type: 'nix_build',
      installable: output.installable,
      output_name: output.name,
      residency: 'remote_authoritative_staged_linux',
      handoff: { protocol: 'nix_store_path_v1', exposures: [exposureOf(output)] },
    },
  };
}

function executeNode(lane: Lane, dependsOn: string[]): ExecuteNode {
  return {
    kind: 'execute',
    id: executeNodeId(lane.id),
    description: lane.description,
    executor: lane.runner.kind,
    depends_on: dependsOn,
    execute: {
      type: lane.runner.kind === 'host_local' ? 'host_command' : 'vm_command',
      command: commandText(lane.command),
      run_as_root: lane.runAsRoot,
      timeout_secs: lane.timeoutSecs,
      writable_workspace: lane.writableWorkspace,
    },
  };
}
