import { FailureError, type HostsOrigin, type UnusableSecret } from '../model/failure.ts';
import type { RunSecrets } from '../model/lane-given.ts';
import type { Lane } from '../model/target.ts';
import { shortestSecret } from '../guest/secret-forms.ts';

/**
 * The secrets that lanes ask for, out of the environment of whoever runs them.
 * @throws FailureError `secrets_unusable`, with all that is in the way
 */
export function readSecrets(
  lanes: readonly Pick<Lane, 'id' | 'secrets'>[],
  variables: Readonly<Record<string, string | undefined>>,
  origin: HostsOrigin,
): RunSecrets & { kind: 'given' } {
  const values = new Map<string, string>();
  const unusable: UnusableSecret[] = [];
  for (const lane of lanes) {
    for (const name of lane.secrets) {
      const value = variables[name] ?? '';
      if (value === '') unusable.push({ lane: lane.id, name, why: 'missing' });
      else if (value.trim().length < shortestSecret) {
        unusable.push({ lane: lane.id, name, why: 'too_short' });
      } else values.set(name, value);
    }
  }
  if (unusable.length > 0) {
    throw new FailureError({ cause: 'secrets_unusable', origin, secrets: unusable });
  }
  return { kind: 'given', values };
}
