/** One thing that was looked at on a host, in words for people; `name` is stable for programs. */
export interface Check {
  name: string;
  state: CheckState;
  /** What was found there. */
  seen: string;
  /** What to do about it, where it is not as it should be. */
  remedy?: string;
}

/** A warning costs speed or comfort; what failed keeps lanes from running. */
export type CheckState = 'ok' | 'warning' | 'failed';

export function isWell(checks: readonly Check[]): boolean {
  return checks.every(({ state }) => state !== 'failed');
}
