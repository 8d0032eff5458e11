import {
  diskLeftFunctions,
  removeTreeFunctions,
  shellProgram,
  workFolderFunctions,
} from '../../host/shell-functions.ts';
import { lastLines, stdoutOf } from '../../host/capture.ts';
import { exitedWith, type Answer, type Host, type HostCommand } from '../../host/host.ts';
import { FailureError } from '../../model/failure.ts';

/** A program for the host out of this folder, with the functions that all of them need. */
export function hostProgram(file: URL): string {
  return shellProgram(
    file,
    workFolderFunctions(),
    removeTreeFunctions(),
    diskLeftFunctions(),
    shellProgram(new URL('./need-tools.sh', import.meta.url)),
  );
}

/** See need-tools.sh. */
const toolsMissingExit = 69;

/** @throws FailureError `host_lacks_tools`, `host_command_failed`, `work_folder_refused` */
export function answerOf(host: Host, command: HostCommand, answer: Answer): string {
  if (exitedWith(answer.exit, toolsMissingExit)) {
    const tools = lastLines(answer.stderr, 1).split(' ');
    throw new FailureError({ cause: 'host_lacks_tools', host: host.spec.name, tools });
  }
  return stdoutOf(host, command, answer);
}
