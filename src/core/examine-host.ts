import { settingsFor } from '../model/backend.ts';
import type { Check } from '../model/check.ts';
import { describeFailure } from '../model/describe-failure.ts';
import { failureOf, FailureError } from '../model/failure.ts';
import type { HostSpec, Lane } from '../model/target.ts';
import type { Backend, ProbeOptions } from '../guest/backend.ts';
import type { Host } from '../host/host.ts';
import { backendFor } from '../run/choose-backend.ts';
import { backends } from './backends.ts';
import { failedReach, hostChecks } from './host-checks.ts';
import { lookAtHost } from './host-facts.ts';

/** A host that hangs says so like one that is down. A boot has a limit of its own. */
const lookSecs = 60;
const probeSecs = 240;

/** All that can be told of a host: the way there, the host itself, then what makes its guests. */
export async function examineHost(
  spec: HostSpec,
  lanes: readonly Lane[],
  open: (spec: HostSpec) => Promise<Host>,
  options: ProbeOptions,
): Promise<readonly Check[]> {
  const began = performance.now();
  let host: Host;
  try {
    host = await open(spec);
  } catch (error) {
    options.signal.throwIfAborted();
    return failedReach(failureOf(error));
  }
  await using opened = host;
  const took = Math.round(performance.now() - began);
  return [...reached(spec, took), ...(await examineOpenHost(opened, spec, lanes, options))];
}

function reached({ address }: HostSpec, milliseconds: number): readonly Check[] {
  if (address.kind === 'local') return [{ name: 'reach', state: 'ok', seen: 'this machine' }];
  return [
    { name: 'reach', state: 'ok', seen: `in ${milliseconds} ms` },
    { name: 'host key', state: 'ok', seen: 'the pinned one' },
  ];
}

/** The host itself, and what makes its guests. */
export async function examineOpenHost(
  host: Host,
  spec: HostSpec,
  lanes: readonly Lane[],
  { boot, signal }: ProbeOptions,
): Promise<readonly Check[]> {
  const shared = await answered('shell', lookSecs, signal, async (within) =>
    hostChecks(await lookAtHost(host, [], within), spec),
  );
  // Who does not answer at all is not asked again.
  if (shared.some(({ name, state }) => name === 'shell' && state === 'failed')) return shared;
  const all = [...shared];
  // One after the other: a guest that boots wants the processor for itself.
  for (const backend of usableBackends(spec, lanes)) {
    const said = settingsFor(backend, spec);
    if (said.kind === 'lacking') {
      const remedy = `Set ${said.keys} of host \`${spec.name}\`.`;
      const seen = `the host does not say what it needs: ${said.keys}`;
      all.push({ name: `backend ${backend.name}`, state: 'failed', seen, remedy });
      continue;
    }
    const found = await answered(`backend ${backend.name}`, probeSecs, signal, (within) =>
      backend.probe(host, said.settings, { boot, signal: within }),
    );
    // What two of them look at is told once.
    all.push(...found.filter((it) => !all.some(({ name }) => name === it.name)));
  }
  return all;
}

/** Those that make the guests of its lanes; where it has none, those that a host can be set up for. */
function usableBackends(spec: HostSpec, lanes: readonly Lane[]): readonly Backend[] {
  const own = lanes.filter(({ runner }) => runner.host.name === spec.name);
  const used = new Set(own.flatMap((lane) => backendFor(backends, lane) ?? []));
  if (used.size > 0) return [...used];
  return backends.filter((backend) => backend.setup !== undefined);
}

/** What a look ends with, be it a failed check of that name. */
async function answered(
  name: string,
  seconds: number,
  signal: AbortSignal,
  look: (within: AbortSignal) => Promise<readonly Check[]>,
): Promise<readonly Check[]> {
  const deadline = AbortSignal.timeout(seconds * 1000);
  try {
    return await look(AbortSignal.any([signal, deadline]));
  } catch (error) {
    signal.throwIfAborted();
    if (deadline.aborted) {
      const remedy = 'Look whether the host is very busy, or a disk of it hangs.';
      return [{ name, state: 'failed', seen: `no answer within ${seconds} s`, remedy }];
    }
    if (!(error instanceof FailureError)) throw error;
    const { headline, detail, fix } = describeFailure(error.failure);
    const seen = [headline, detail].filter((part) => part !== '').join(': ');
    return [{ name, state: 'failed', seen: seen.replace(/\s*\n\s*/g, ' | '), remedy: fix }];
  }
}
