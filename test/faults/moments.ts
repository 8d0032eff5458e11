/** Moments in a lane's life at which a fault strikes. */
export const moments = [
  'before create',
  'during publish',
  'during staged outputs',
  'during boot',
  'running',
  'collecting',
  'removing',
] as const;
export type Moment = (typeof moments)[number];
