import {
  diskLeftFunctions,
  removeTreeFunctions,
  shellProgram,
  workFolderFunctions,
} from '../host/shell-functions.ts';

/**
 * The shell programs about guests, put together from the texts beside this file, which say what
 * their arguments are.
 */

/** Makes the folder of a guest. */
export function claimScript(): string {
  const functions = [workFolderFunctions(), diskLeftFunctions(), leaseFunctions()];
  return shellProgram(new URL('./claim.sh', import.meta.url), ...functions);
}

export function renewLeaseScript(): string {
  return shellProgram(new URL('./renew-lease.sh', import.meta.url), leaseFunctions());
}

/** Waits for a guest's turn. */
export function admissionScript(): string {
  return shellProgram(new URL('./admission.sh', import.meta.url));
}

/** Keeps one guest. */
export function supervisorScript(): string {
  return shellProgram(new URL('./supervisor.sh', import.meta.url), ...removalFunctions());
}

/** Puts into a guest's folder what it needs, and starts its supervisor. */
export function launchScript(): string {
  return shellProgram(new URL('./launch.sh', import.meta.url), guestProgramFunctions());
}

/** Functions only; see guest-programs.sh. */
export function guestProgramFunctions(): string {
  return shellProgram(new URL('./guest-programs.sh', import.meta.url));
}

/** Prints a guest's log as it grows. */
export function followScript(): string {
  const functions = [processFunctions(), guestStateFunctions()];
  return shellProgram(new URL('./follow.sh', import.meta.url), ...functions);
}

/** Prints the rest of a guest's log. */
export function logRestScript(): string {
  return shellProgram(new URL('./log-rest.sh', import.meta.url));
}

/** Tells whether a guest has met a deadline. */
export function inTimeScript(): string {
  return shellProgram(new URL('./in-time.sh', import.meta.url), guestStateFunctions());
}

/** Prints how a guest ended. */
export function collectScript(): string {
  return shellProgram(new URL('./collect.sh', import.meta.url), processFunctions());
}

/** Prints the end of a guest's console. */
export function consoleTailScript(): string {
  return shellProgram(new URL('./console-tail.sh', import.meta.url));
}

/** Prints a guest's artifacts. */
export function artifactsScript(): string {
  return shellProgram(new URL('./artifacts.sh', import.meta.url));
}

/** Leads to the console of a kept VM. */
export function consoleEnterScript(): string {
  return shellProgram(new URL('./console-enter.sh', import.meta.url), enterFunctions());
}

/** Lets a guest stay. */
export function keepScript(): string {
  const functions = [processFunctions(), leaseFunctions()];
  return shellProgram(new URL('./keep.sh', import.meta.url), ...functions);
}

/** Removes a guest. */
export function removalScript(): string {
  const functions = [workFolderFunctions(), ...removalFunctions()];
  return shellProgram(new URL('./remove-guest.sh', import.meta.url), ...functions);
}

/** Removes the guests whose lease is over. */
export function reapScript(): string {
  const functions = [workFolderFunctions(), ...removalFunctions()];
  return shellProgram(new URL('./reap.sh', import.meta.url), ...functions);
}

/** Functions only; see processes.sh. */
export function processFunctions(): string {
  return shellProgram(new URL('./processes.sh', import.meta.url));
}

/** Functions only; see enter-guest.sh. */
export function enterFunctions(): string {
  return shellProgram(new URL('./enter-guest.sh', import.meta.url));
}

function removalFunctions(): string[] {
  const remove = shellProgram(new URL('./remove.sh', import.meta.url));
  return [processFunctions(), removeTreeFunctions(), remove];
}

function leaseFunctions(): string {
  return shellProgram(new URL('./lease.sh', import.meta.url));
}

function guestStateFunctions(): string {
  return shellProgram(new URL('./guest-state.sh', import.meta.url));
}
