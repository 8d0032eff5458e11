import { acceleratorCheck, readAccelerator } from '../../guest/accelerator.ts';
import { capture } from '../../host/capture.ts';
import { readFacts } from '../../host/facts.ts';
import type { Host } from '../../host/host.ts';
import { shellProgram } from '../../host/shell-functions.ts';
import { toolChecks, toolFunctions } from '../../host/tools.ts';
import type { Check } from '../../model/check.ts';

/** Builds nothing: whether the guest package can be built only a run tells. */
export async function probeNixHost(
  host: Host,
  guest: string,
  nix: string,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const command = {
    script: shellProgram(new URL('./look-at-nix-host.sh', import.meta.url), toolFunctions()),
    args: [nix],
    purpose: 'look whether guests out of Nix can live there',
  };
  const facts = readFacts(await capture(host, command, { signal }));
  const accelerator = readAccelerator(facts.get('accelerator') ?? '');
  const remedy =
    'Install Nix there (https://nixos.org/download), or set microvm.nix of the host to where it is.';
  return [
    ...toolChecks(facts, [{ name: nix }], remedy),
    { name: 'guest package', state: 'ok', seen: `${guest}, which a run builds` },
    ...(accelerator === undefined ? [] : [acceleratorCheck(accelerator)]),
  ];
}
