import { z } from 'zod';
import type { Failure } from '../model/failure.ts';

/** What a guest says of its command; nothing else can make a lane pass. */
const resultSchema = z.object({
  status: z.enum(['passed', 'failed']),
  exit_code: z.int(),
  finished_at: z.string(),
  message: z.string(),
  /** The guest's own clock ended the command; of itself it may exit with 124, too. */
  timed_out: z.boolean().default(false),
  /** The guest's kernel killed for want of memory while the command ran. */
  out_of_memory: z.boolean().default(false),
  nonce: z.string(),
});

export type GuestResult =
  | { kind: 'exited'; exitCode: number }
  | { kind: 'out_of_memory'; exitCode: number }
  | { kind: 'timed_out' }
  | { kind: 'absent' }
  | { kind: 'untrusted'; problem: string };

/** A result.json is short; whatever is longer was not written by our agent. */
export const resultSizeLimit = 64 * 1024;

/**
 * Reads result.json. It only counts when it carries the nonce of this very guest, and when status
 * and exit code agree.
 */
export function readResult(text: string, nonce: string): GuestResult {
  if (text === '') return { kind: 'absent' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'untrusted', problem: 'result.json is not JSON (cut off?)' };
  }
  const checked = resultSchema.safeParse(parsed);
  if (!checked.success) return { kind: 'untrusted', problem: 'result.json has another shape' };
  const { status, exit_code: exitCode, timed_out: timedOut } = checked.data;
  if (checked.data.nonce !== nonce) {
    return { kind: 'untrusted', problem: 'result.json carries the nonce of another guest' };
  }
  if ((status === 'passed') !== (exitCode === 0) || (timedOut && status === 'passed')) {
    const how = timedOut ? 'a timeout' : `exit code ${exitCode}`;
    return { kind: 'untrusted', problem: `result.json says ${status} with ${how}` };
  }
  if (timedOut) return { kind: 'timed_out' };
  const ranOut = status === 'failed' && checked.data.out_of_memory;
  return { kind: ranOut ? 'out_of_memory' : 'exited', exitCode };
}

/** The verdict over an ended guest: nothing when the lane passed. */
export function judge(
  guest: string,
  timeoutSecs: number,
  collected: { result: GuestResult; endedBy: string; commandStarted: boolean; console: string },
): Failure | undefined {
  const { result, endedBy, commandStarted: started, console } = collected;
  switch (result.kind) {
    case 'exited':
      return result.exitCode === 0
        ? undefined
        : { cause: 'command_failed', exitCode: result.exitCode };
    case 'out_of_memory':
      return { cause: 'command_out_of_memory', exitCode: result.exitCode };
    case 'timed_out':
      return { cause: 'command_timed_out', timeoutSecs, enforcedBy: 'guest' };
    case 'absent': {
      const [, used, limit] = /^disk_exceeded (\d+) (\d+)$/.exec(endedBy) ?? [];
      if (used !== undefined) {
        return { cause: 'disk_exceeded', guest, usedKib: Number(used), limitKib: Number(limit) };
      }
      return {
        cause: 'guest_ended',
        guest,
        reason: endedBy.replaceAll('_', ' '),
        started,
        console,
      };
    }
    case 'untrusted':
      return { cause: 'result_untrusted', guest, problem: result.problem };
  }
}
