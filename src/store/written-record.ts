import type { RunEvent } from '../model/event.ts';
import type {
  GuestImage,
  IncusImage,
  JobRecord,
  LaneExecution,
  OciImage,
  PhaseRecord,
  RunRecord,
  TimeSpan,
} from '../model/record.ts';

/** A run's record as run.json has it. */
export interface WrittenRun extends Omit<RunRecord, 'jobs'> {
  jobs: WrittenJob[];
}

/**
 * A lane's record as status.json has it: how it went stands where the original has it if the original
 * knows such lanes, and else below a key of ours.
 */
export interface WrittenJob extends Omit<JobRecord, 'execution'> {
  remote_linux_vm_execution: RemoteLinuxVmExecution | null;
  execution?: LaneExecution;
}

interface RemoteLinuxVmExecution {
  backend: string;
  accelerator: 'kvm' | 'tcg' | null;
  incus_image: IncusImage | null;
  oci_image: OciImage | null;
  phases: PhaseRecord[];
}

export function writtenRun(record: RunRecord): WrittenRun {
  return { ...record, jobs: record.jobs.map(writtenJob) };
}

export function writtenJob({ execution, ...job }: JobRecord): WrittenJob {
  const { backend, accelerator, image, phases } = execution;
  const { failure_kind, host, guest_name, guest_kept, contained, attempts, ...rest } = job;
  const { waited_for_place, ...original } = rest;
  const ours = {
    failure_kind,
    host,
    guest_name,
    guest_kept,
    contained,
    attempts,
    waited_for_place,
  };
  if (job.executor !== 'remote_linux_vm' || backend === null) {
    return { ...original, remote_linux_vm_execution: null, ...ours, execution };
  }
  const vm = { backend, accelerator, ...writtenImage(image), phases };
  return { ...original, remote_linux_vm_execution: vm, ...ours };
}

function writtenImage(
  image: GuestImage | null,
): Pick<RemoteLinuxVmExecution, 'incus_image' | 'oci_image'> {
  const isOci = image !== null && 'digest' in image;
  return { incus_image: isOci ? null : image, oci_image: isOci ? image : null };
}

/** An event as events.jsonl has it. */
export function writtenEvent(event: Exclude<RunEvent, { event: 'job_output' }>): object {
  switch (event.event) {
    case 'job_started':
    case 'job_finished':
      return { ...event, job: writtenJob(event.job) };
    case 'run_finished':
      return { ...event, run: writtenRun(event.run) };
    default:
      return event;
  }
}

/** A lane's record as an earlier release may have written it. */
export type ReadJob = Omit<JobRecord, 'waited_for_place' | 'execution'> & {
  waited_for_place?: TimeSpan | null | undefined;
  remote_linux_vm_execution?: Partial<RemoteLinuxVmExecution> | null | undefined;
  execution?: LaneExecution | undefined;
};

/** The record that was written. */
export function readJob({
  remote_linux_vm_execution: vm,
  execution = nothing,
  waited_for_place = null,
  ...job
}: ReadJob): JobRecord {
  return { ...job, waited_for_place, execution: vm ? executionOf(vm) : execution };
}

function executionOf({
  incus_image = null,
  oci_image = null,
  ...vm
}: Partial<RemoteLinuxVmExecution>): LaneExecution {
  return { ...nothing, ...vm, image: incus_image ?? oci_image };
}

const nothing: LaneExecution = { backend: null, accelerator: null, image: null, phases: [] };
