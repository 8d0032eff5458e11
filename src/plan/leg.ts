import type { Lane, Target } from '../model/target.ts';

/** Minutes a leg may take beyond its lane's own timeout: checkout, boot, collecting, removal. */
const legSlackMinutes = 5;

export function legTimeoutMinutes(timeoutSecs: number): number {
  return Math.ceil(timeoutSecs / 60) + legSlackMinutes;
}

/** How a lane is called where people read it. */
export function laneTitle(target: Target, lane: Lane): string {
  return target.lanes.length === 1 && lane.id === target.id
    ? target.title
    : `${target.title} / ${lane.id}`;
}
