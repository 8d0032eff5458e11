import { capture } from '../host/capture.ts';
import { formatEndpoint, type SshEndpoint } from '../model/address.ts';
import { quoteAll } from '../model/shell-quote.ts';
import type { Host } from '../host/host.ts';
import type { Machine } from '../model/target.ts';
import { keepScript } from './scripts.ts';

/**
 * Grants a collected guest a last lease, and lets it go on.
 * @throws FailureError `host_command_failed`; `signal.reason`
 */
export async function keepGuest(
  host: Host,
  { name, dir }: { name: string; dir: string },
  minutes: number,
  signal: AbortSignal,
): Promise<void> {
  const command = {
    script: keepScript(),
    args: [dir, name, String(minutes * 60)],
    purpose: `keep the guest ${name}`,
  };
  await capture(host, command, { signal });
}

/** Command lines for people, to be given anywhere the host can be reached from. */
export interface KeptGuestCommands {
  enter: string;
  end: string;
}

/** @param via hosts to go through on the way */
export function keptGuestCommands(
  { address }: Machine,
  via: readonly SshEndpoint[],
  dir: string,
): KeptGuestCommands {
  const enter = ['sh', `${dir}/enter`];
  const end = ['rm', `${dir}/lease`];
  if (address.kind !== 'ssh') return { enter: quoteAll(enter), end: quoteAll(end) };
  const jump = via.length === 0 ? [] : ['-J', via.map(formatEndpoint).join(',')];
  const ssh = [...jump, formatEndpoint(address.endpoints[0])];
  return {
    enter: quoteAll(['ssh', '-t', ...ssh, quoteAll(enter)]),
    end: quoteAll(['ssh', ...ssh, quoteAll(end)]),
  };
}
