import { capture } from '../../host/capture.ts';
import { readFacts } from '../../host/facts.ts';
import type { Host } from '../../host/host.ts';
import {
  removeTreeFunctions,
  shellProgram,
  workFolderFunctions,
} from '../../host/shell-functions.ts';
import type { Check } from '../../model/check.ts';
import { readContainment } from './read-containment.ts';

/** Tries in earnest, in a folder of its own, whether a lane can be kept in. */
export async function probeContainment(
  host: Host,
  containScript: string,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const command = {
    script: shellProgram(
      new URL('./try-containment.sh', import.meta.url),
      workFolderFunctions(),
      removeTreeFunctions(),
    ),
    args: [host.spec.workDir],
    purpose: 'look whether lanes on the host itself are contained',
  };
  const facts = readFacts(await capture(host, command, { stdin: containScript, signal }));
  const containment = readContainment(facts.get('contained') ?? 'no it did not say');
  const name = 'containment';
  if (containment.contained) {
    return [{ name, state: 'ok', seen: 'lanes on the host itself run in namespaces of their own' }];
  }
  return [
    {
      name,
      state: 'warning',
      seen: `a lane on the host itself can reach what its user can: ${containment.reason}`,
      remedy:
        'Install bubblewrap there, and let users have namespaces; or run lanes in guests of an image.',
    },
  ];
}
