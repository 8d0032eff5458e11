import { quoteAll } from '../model/shell-quote.ts';
import type {
  BackendStep,
  ExecuteNode,
  Exposure,
  NixBuild,
  PrepareNode,
  RunPlan,
} from '../model/run-plan.ts';
import type { Lane, LaneCommand, StagedOutput, StagedSet, Target } from '../model/target.ts';

/** A node of a run's plan, with what it is for. */
export type RunStep =
  | StagedStep
  | { kind: 'backend'; node: PrepareNode; lane: Lane }
  | { kind: 'execute'; node: ExecuteNode; lane: Lane };

export interface StagedStep {
  kind: 'staged';
  node: StagedNode;
  set: StagedSet;
  output: StagedOutput;
  /** All that need it. */
  lanes: Lane[];
}

type StagedNode = PrepareNode & { prepare: NixBuild };

/**
 * All steps of some lanes: staged outputs first and once, then the lanes.
 * @param backendSteps what a lane's backend does in front of its command
 */
export function planSteps(
  lanes: readonly Lane[],
  backendSteps: (lane: Lane) => readonly BackendStep[],
): RunStep[] {
  const staged = new Map<string, StagedStep>();
  const steps: RunStep[] = [];
  for (const lane of lanes) {
    for (const [set, output] of stagedOutputs(lane)) {
      const node = stagedNode(set, output);
      const known = staged.get(node.id);
      if (known !== undefined) {
        known.lanes.push(lane);
        continue;
      }
      const step: StagedStep = { kind: 'staged', node, set, output, lanes: [lane] };
      staged.set(node.id, step);
      steps.push(step);
    }
    const own = backendSteps(lane).map((step) => backendNode(lane, step));
    steps.push(...own.map((node) => ({ kind: 'backend', node, lane }) as const));
    const needed = [...stagedNodeIds(lane), ...own.map(({ id }) => id)];
    steps.push({ kind: 'execute', node: executeNode(lane, needed), lane });
  }
  return steps;
}

/** plan.json of a run. */
export function makeRunPlan(
  runId: string,
  createdAt: string,
  target: Target,
  steps: readonly RunStep[],
): RunPlan {
  return {
    schema_version: 1,
    run_id: runId,
    target_id: target.id,
    target_description: target.description,
    created_at: createdAt,
    scope: 'post_host_setup_and_snapshot',
    preconditions: ['host_setup_complete', 'workspace_snapshot_created'],
    nodes: steps.map(({ node }) => node),
  };
}

export function stagedNodeId(set: StagedSet, output: string): string {
  return `prepare-${set.nodePrefix}-${output}`;
}

/** Nodes of the staged outputs that a lane needs. */
export function stagedNodeIds(lane: Lane): string[] {
  return stagedOutputs(lane).map(([set, { name }]) => stagedNodeId(set, name));
}

function stagedOutputs({ runner }: Lane): [StagedSet, StagedOutput][] {
  if (runner.kind !== 'remote_linux_vm' || runner.staged === undefined) return [];
  const { staged } = runner;
  return staged.outputs.map((output) => [staged, output]);
}

export function executeNodeId(laneId: string): string {
  return `execute-${laneId}`;
}

function exposureOf(output: StagedOutput): Exposure {
  return { kind: 'host_symlink_mount', path: output.mount, access: 'read_only' };
}

/** The command as a person would type it. */
function commandText(command: LaneCommand): string {
  return command.kind === 'shell' ? command.line : quoteAll(command.argv);
}

function backendNode(lane: Lane, { name, description, prepare }: BackendStep): PrepareNode {
  return {
    kind: 'prepare',
    id: `prepare-${lane.id}-${name}`,
    description,
    executor: lane.runner.kind,
    depends_on: [],
    prepare,
  };
}

function stagedNode(set: StagedSet, output: StagedOutput): StagedNode {
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
