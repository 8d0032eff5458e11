import { stringify } from 'smol-toml';
import { parseAddress } from '../model/address.ts';
import type { HostsOrigin, HostsUntold } from '../model/failure.ts';
import type { HostText } from './manifest-schema.ts';

/** A host that nobody who may has said enough of. */
export interface UntoldHost {
  name: string;
  /** What the manifest sets for it. */
  keys: readonly string[];
  /** Whether it is named from outside. */
  isGiven: boolean;
  /** All that is said of it, from outside and by the manifest. */
  text: HostText;
}

/** With the text that would do. */
export function untoldFailure(
  origin: HostsOrigin,
  manifest: string,
  host: UntoldHost,
): HostsUntold {
  const problem = untoldProblem(origin, manifest, host);
  const text = stringify({ [host.name]: complete(host.text) }).trimEnd();
  return { cause: 'hosts_untold', origin, hosts: [{ problem, text }] };
}

export function untoldProblem(
  origin: HostsOrigin,
  manifest: string,
  { name, keys, isGiven, text }: UntoldHost,
): string {
  if (origin === 'terminal') return `host \`${name}\` has no address`;
  const missing = isGiven ? '' : `input \`hosts\` does not name host \`${name}\``;
  if (keys.length === 0) {
    return text.address === undefined && isGiven
      ? `input \`hosts\` gives host \`${name}\` no address`
      : missing;
  }
  const moved = `${manifest} sets ${keys.join(', ')} of host \`${name}\`, and in a workflow an SSH host is what input \`hosts\` says of it and nothing else`;
  return missing === '' ? moved : `${missing}, and ${moved}`;
}

/** Without what a bad address may hold. */
function complete({ address, ...rest }: HostText): object {
  const isGood = address !== undefined && parseAddress(address) !== undefined;
  const whole = { address: isGood ? address : 'ssh://user@name:port', ...rest };
  return Object.fromEntries(
    Object.entries(whole).filter(([, value]) => value !== undefined && !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
