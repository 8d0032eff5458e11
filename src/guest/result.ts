import { z } from 'zod';
import type { Failure } from '../model/failure.ts';

/** What a guest says of its command; nothing else can make a lane pass. */
const resultSchema = z.object({
  status: z.enum(['passed', 'failed']),
  exit_code: z.int(),
  finished_at: z.string(),
  message: z.string(),
  nonce: z.string(),
});

export type GuestResult =
  | { kind: 'exited'; exitCode: number }
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
  const { status, exit_code: exitCode } = checked.data;
  if (checked.data.nonce !== nonce) {
    return { kind: 'untrusted', problem: 'result.json carries the nonce of another guest' };
  }
  if ((status === 'passed') !== (exitCode === 0)) {
    return {
      kind: 'untrusted',
      problem: `result.json says ${status} with exit code ${exitCode}`,
    };
  }
  return { kind: 'exited', exitCode };
}

/** The exit code by which timeout(1) says that the time was up. */
const timeoutExitCode = 124;

/** The verdict over an ended guest: nothing when the lane passed. */
export function judge(
  guest: string,
  timeoutSecs: number,
  collected: { result: GuestResult; endedBy: string; commandStarted: boolean; console: string },
): Failure | undefined {
  const { result, endedBy, commandStarted: started, console } = collected;
  switch (result.kind) {
    case 'exited':
      if (result.exitCode === 0) return undefined;
      return result.exitCode === timeoutExitCode
        ? { kind: 'command_timed_out', timeoutSecs, enforcedBy: 'guest' }
        : { kind: 'command_failed', exitCode: result.exitCode };
    case 'absent':
      return { kind: 'guest_ended', guest, reason: endedBy.replaceAll('_', ' '), started, console };
    case 'untrusted':
      return { kind: 'result_untrusted', guest, problem: result.problem };
  }
}
