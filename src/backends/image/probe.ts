import { acceleratorCheck, readAccelerator } from '../../guest/accelerator.ts';
import type { ProbeOptions } from '../../guest/backend.ts';
import { capture } from '../../host/capture.ts';
import { readFacts, type Facts } from '../../host/facts.ts';
import type { Host } from '../../host/host.ts';
import { shellProgram, workFolderFunctions } from '../../host/shell-functions.ts';
import { toolChecks, toolFunctions } from '../../host/tools.ts';
import type { Check } from '../../model/check.ts';
import { setupCommand } from '../../model/setup-command.ts';
import { bootScript, kitRecipe, acceleratorFunctions } from './kit.ts';
import { answerOf, hostProgram } from './scripts.ts';

/** What guests of images are made and run with; of QEMU the program for the host's own processor. */
const toolsFor = (processor: string) => [
  { name: `qemu-system-${processor}` },
  { name: 'skopeo' },
  // Older ones cannot read a layer as it comes.
  { name: 'mkfs.erofs', least: '1.7' },
  { name: 'mkfs.ext4' },
  { name: 'passt' },
  { name: 'zstd' },
  { name: 'xz' },
  { name: 'flock' },
  { name: 'setpriv' },
];

const bootSecs = 120;

export async function probeImageHost(
  host: Host,
  { boot, signal }: ProbeOptions,
): Promise<readonly Check[]> {
  const setup = setupCommand(host.spec);
  const processor = await processorOf(host, signal);
  const tools = toolsFor(processor);
  const facts = await look(
    host,
    tools.map(({ name }) => name),
    signal,
  );
  const checks = [
    ...toolChecks(facts, tools, `Run: ${setup}`),
    kitCheck(facts, setup),
    imagesCheck(facts),
  ];
  const seen = readAccelerator(facts.get('accelerator') ?? '');
  const canBoot = checks.every(({ state }) => state !== 'failed');
  if (!boot || !canBoot)
    return [...checks, ...(seen === undefined ? [] : [acceleratorCheck(seen)])];
  const booted = await bootOnce(host, signal);
  const accelerator = readAccelerator(booted.get('accelerator') ?? '') ?? seen;
  return [
    ...checks,
    ...(accelerator === undefined ? [] : [acceleratorCheck(accelerator)]),
    bootCheck(booted, setup),
  ];
}

/** As the host calls it; what is no such word is none. */
async function processorOf(host: Host, signal: AbortSignal): Promise<string> {
  const command = { script: 'uname -m', purpose: 'look at the processor' };
  const said = (await capture(host, command, { signal })).trim();
  return /^[a-z0-9_]{1,16}$/.test(said) ? said : 'x86_64';
}

/** Whether the kit of this version of ours is there. */
export async function isKitThere(host: Host, signal: AbortSignal): Promise<boolean> {
  return (await look(host, [], signal)).get('kit') !== undefined;
}

async function look(host: Host, tools: readonly string[], signal: AbortSignal): Promise<Facts> {
  const command = {
    script: shellProgram(
      new URL('./look-at-image-host.sh', import.meta.url),
      'PIKACI_GUEST_VCPU=1',
      workFolderFunctions(),
      toolFunctions(),
      acceleratorFunctions(),
    ),
    args: [host.spec.workDir, kitRecipe(), ...tools],
    purpose: 'look whether guests of images can live there',
  };
  return readFacts(await capture(host, command, { signal }));
}

async function bootOnce(host: Host, signal: AbortSignal): Promise<Facts> {
  const command = {
    script: hostProgram(new URL('./boot-once.sh', import.meta.url)),
    args: [host.spec.workDir, kitRecipe(), bootScript(), String(bootSecs)],
    purpose: 'boot a guest of the kit',
  };
  return readFacts(answerOf(host, command, await host.call(command, { signal })));
}

function kitCheck(facts: Facts, setup: string): Check {
  const kernel = facts.get('kit');
  return kernel === undefined
    ? {
        name: 'guest kit',
        state: 'warning',
        seen: 'is not made yet, or by another version of pikaci',
        remedy: `The first lane makes it, or: ${setup}`,
      }
    : { name: 'guest kit', state: 'ok', seen: `kernel ${kernel}` };
}

function imagesCheck(facts: Facts): Check {
  const count = Number(facts.get('images') ?? 0);
  const mib = Math.round(Number(facts.get('images_kib') ?? 0) / 1024);
  const seen = count > 0 ? `${count} kept, ${mib} MiB` : 'none fetched yet';
  return { name: 'images', state: 'ok', seen };
}

function bootCheck(facts: Facts, setup: string): Check {
  const name = 'boot';
  const kernel = facts.get('booted');
  const seconds = facts.get('seconds') ?? '?';
  if (kernel !== undefined) {
    return { name, state: 'ok', seen: `a guest came up and ended in ${seconds} s (${kernel})` };
  }
  const ended = facts.get('ended');
  if (ended === undefined) {
    const seen = 'not tried: there is no guest kit';
    return { name, state: 'warning', seen, remedy: `Run: ${setup}` };
  }
  const how = ended === '124' ? `was not done within ${bootSecs} s` : `ended with ${ended}`;
  const said = facts.get('console') ?? '';
  return {
    name,
    state: 'failed',
    seen: `a guest of the kit ${how}${said === '' ? '' : `; its console: ${said}`}`,
    remedy: `Look at what its console says. Where the kit may be spoilt, remove the folder kits of the work folder and run: ${setup}`,
  };
}
