/** plan.json: what one run will do, as a graph of nodes. Written before anything runs. */

export interface RunPlan {
  schema_version: 1;
  run_id: string;
  target_id: string;
  target_description: string;
  created_at: string;
  scope: 'post_host_setup_and_snapshot';
  preconditions: ['host_setup_complete', 'workspace_snapshot_created'];
  nodes: PlanNode[];
}

export type PlanNode = PrepareNode | ExecuteNode;

export type Executor = 'host_local' | 'remote_linux_vm' | 'tart_local';

export interface PrepareNode {
  kind: 'prepare';
  id: string;
  description: string;
  executor: Executor;
  depends_on: string[];
  prepare: NixBuild | RemoteLinuxVmBackend;
}

/** What a backend does before a lane's command; with the lane's id, `name` makes the node's. */
export interface BackendStep {
  name: string;
  description: string;
  prepare: RemoteLinuxVmBackend;
}

/** What a prepare node makes ready: a staged output, or what a lane's guest is booted from. */
export type PrepareType = PrepareNode['prepare']['type'];

export interface NixBuild {
  type: 'nix_build';
  installable: string;
  output_name: string;
  residency: 'remote_authoritative_staged_linux';
  handoff: { protocol: 'nix_store_path_v1'; exposures: Exposure[] };
}

export interface RemoteLinuxVmBackend {
  type: 'remote_linux_vm_backend';
  backend: string;
}

export interface ExecuteNode {
  kind: 'execute';
  id: string;
  description: string;
  executor: Executor;
  depends_on: string[];
  execute: {
    type: 'vm_command' | 'host_command';
    /** As a person would type it; what runs is the lane's own command. */
    command: string;
    run_as_root: boolean;
    timeout_secs: number;
    writable_workspace: boolean;
  };
}

export interface Exposure {
  kind: 'host_symlink_mount';
  path: string;
  access: 'read_only';
}
