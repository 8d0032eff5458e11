import { appendFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FailureError } from '../model/failure.ts';
import type { HostLogWording, LaneLines, RunEvent } from '../model/event.ts';
import type { PreparedOutput, PreparedOutputs, RunRecord } from '../model/record.ts';
import { writeFileAtomically, writeJsonAtomically } from './atomic-write.ts';
import { hideFromGit } from './hide-from-git.ts';
import { makeFolder } from './make-folder.ts';
import { ownProcess } from './owner.ts';
import type { RunDir } from './run-dir.ts';
import { writtenEvent, writtenJob, writtenRun } from './written-record.ts';

/** Keeps the files of one run in step with its events. */
export interface RunWriter {
  /** @param record the run's record after the event */
  write: (event: RunEvent, record: RunRecord) => void;
  writeResult: (jobId: string, resultText: string) => void;
}

/** @param hostLog what a lane's host.log says of an event */
export function runWriter(dir: RunDir, hostLog: HostLogWording): RunWriter {
  const outputs: PreparedOutput[] = [];
  const write = (event: RunEvent, record: RunRecord): void => {
    appendEvent(dir, event);
    switch (event.event) {
      case 'run_started':
        hideFromGit(dirname(dirname(dir.path)));
        break;
      case 'plan_made':
        writeJsonAtomically(dir.planJson, event.plan);
        break;
      case 'prepare_finished':
        if (event.output !== null) {
          outputs.push(event.output);
          const prepared: PreparedOutputs = { schema_version: 1, outputs };
          writeJsonAtomically(dir.preparedOutputsJson, prepared);
        }
        break;
      case 'job_output':
        appendFileSync(dir.job(event.job_id).guestLog, event.bytes);
        return;
      case 'job_started':
        makeFolder(dir.job(event.job.id).artifacts);
        appendFileSync(dir.job(event.job.id).guestLog, '');
        break;
      default:
    }
    appendHostLog(dir, hostLog(event));
    writeRecords(dir, event, record);
  };
  return {
    write: (event, record) => {
      try {
        write(event, record);
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        const failure = isMisnamed(event, error)
          ? ({ cause: 'state_root_unusable', path: dirname(dirname(dir.path)), detail } as const)
          : ({ cause: 'record_unwritable', path: dir.path, detail } as const);
        throw new FailureError(failure, { cause: error });
      }
    },
    writeResult: (jobId, resultText) => {
      if (resultText !== '') writeFileAtomically(dir.job(jobId).resultJson, resultText);
    },
  };
}

/** Where not even the first record can be written, the place is wrong, unless the disk is full. */
function isMisnamed(event: RunEvent, error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return event.event === 'run_started' && !/^(?:ENOSPC|EDQUOT|EIO|EMFILE|ENFILE)$/.test(code);
}

/** The records change with these events, or one of these soon comes after. */
function writeRecords(dir: RunDir, event: RunEvent, record: RunRecord): void {
  switch (event.event) {
    case 'run_started':
    case 'source_described':
    case 'snapshot_published':
    case 'prepare_finished':
    case 'run_finished':
      writeJsonAtomically(dir.runJson, writtenRun(record));
      break;
    case 'job_started':
    case 'guest_named':
    case 'guest_accelerated':
    case 'job_phase_finished':
    case 'job_finished': {
      const id =
        event.event === 'job_started' || event.event === 'job_finished'
          ? event.job.id
          : event.job_id;
      const job = record.jobs.find((candidate) => candidate.id === id);
      if (job !== undefined) writeJsonAtomically(dir.job(id).statusJson, writtenJob(job));
      if (event.event !== 'job_phase_finished') {
        writeJsonAtomically(dir.runJson, writtenRun(record));
      }
      break;
    }
    default:
  }
}

function appendEvent(dir: RunDir, event: RunEvent): void {
  if (event.event === 'run_started') {
    makeFolder(dir.path);
    writeJsonAtomically(dir.ownerJson, ownProcess());
  }
  if (event.event === 'job_output') return;
  appendFileSync(dir.eventsJsonl, `${JSON.stringify(writtenEvent(event))}\n`);
}

function appendHostLog(dir: RunDir, told: LaneLines | undefined): void {
  if (told === undefined || told.lines.length === 0) return;
  appendFileSync(dir.job(told.lane).hostLog, told.lines.map((line) => `${line}\n`).join(''));
}
