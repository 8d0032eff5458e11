import { shellProgram } from '../host/shell-functions.ts';

/** Refuses a host that lacks what guests need; see missing-programs.sh. */
export const refuseMissingPrograms = shellProgram(
  new URL('./missing-programs.sh', import.meta.url),
);
