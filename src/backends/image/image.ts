import { z } from 'zod';
import type { Backend } from '../../guest/backend.ts';
import { vmPaths } from '../../guest/agent.ts';
import { findExpression } from '../../guest/find-expression.ts';
import { artifactsScript, consoleEnterScript } from '../../guest/scripts.ts';
import type { Host } from '../../host/host.ts';
import { formatImageReference } from '../../model/image-reference.ts';
import { guestSizes, secondsText } from '../../model/setting-texts.ts';
import type { Lane, WantedImage } from '../../model/target.ts';
import { imageSurroundings, laneUid } from './image-surroundings.ts';
import { bootScript, readyKit } from './kit.ts';
import { probeImageHost } from './probe.ts';
import { readyImage, type ReadyImage } from './ready-image.ts';
import { answerOf, hostProgram } from './scripts.ts';
import { setupImageHost } from './setup.ts';

const settings = z.strictObject({
  vcpu: guestSizes.vcpu.optional(),
  mem_mib: guestSizes.memMib.optional(),
  boot_timeout_secs: secondsText.optional(),
});
type Settings = z.infer<typeof settings>;

/** What is on the host for guests of an image; paths are below the work folder. */
interface Ready {
  image: ReadyImage;
  kit: string;
  workspace: string;
}

/** VMs of an OCI image, with QEMU alone; nothing of the host's files is shared with them. */
export const image: Backend<Settings, Ready> = {
  name: 'image',
  choice: 'microvm',
  runner: 'remote_linux_vm',
  machine: true,
  settings,

  example: 'image = { vcpu = 4, mem_mib = 8192 }',

  takes: (lane) => imageOf(lane) !== undefined,

  size: ({ vcpu = 2, mem_mib: memMib = 2048 }) => ({ vcpu, memMib }),

  refuse: ({ runner }) =>
    runner.kind === 'remote_linux_vm' && runner.staged !== undefined
      ? {
          problem: 'guests of an image have no staged outputs yet',
          hint: 'Leave out `staged` or `image`.',
        }
      : undefined,

  permissions: () => [],

  steps: (lane, { name, backend }) => [
    {
      name: 'image',
      description: `Prepare the image ${nameOf(lane)} on ${name}`,
      prepare: { type: 'remote_linux_vm_backend', backend },
    },
  ],

  preparedFor: (lane) => `${imageOf(lane)?.pull ?? ''} ${nameOf(lane)}`,

  prepare: async (host, _settings, tools, lane) => {
    const wanted = imageOf(lane);
    if (wanted === undefined) throw new TypeError(`lane ${lane.id} names no image`);
    const [found, kit, workspace] = await Promise.all([
      readyImage(host, wanted, tools),
      readyKit(host, tools.signal),
      tools
        .snapshotTree()
        .then(async () => readyWorkspace(host, await tools.snapshotHash(), tools.signal)),
    ]);
    return { image: found, kit, workspace };
  },

  prune: (workDir, { days, megabytes }) => ({
    script: hostProgram(new URL('./prune-images.sh', import.meta.url)),
    args: [workDir, ...[days * 24 * 60, megabytes * 1024].map((it) => String(Math.round(it)))],
    purpose: 'prune old images',
  }),

  programs: ({ lane, size, diskGib }, { boot_timeout_secs: bootSecs = 180 }, ready) => {
    const network = networkOf(lane);
    const logKib = lane.logMib * 1024 + 64;
    const artifactsKib = Math.ceil(lane.artifactsMib * 1024 * 1.05) + 1024;
    return {
      boot: bootScript(),
      enter: consoleEnterScript(),
      needs: [],
      files: {
        'request/artifacts': artifactsScript(),
        ...(lane.writableWorkspace ? { 'request/writable-workspace': '' } : {}),
      },
      environment: {
        PIKACI_GUEST_KIT: fromGuest(ready.kit),
        PIKACI_GUEST_MEM_MIB: String(size.memMib),
        PIKACI_GUEST_VCPU: String(size.vcpu),
        PIKACI_DISK_GIB: String(diskGib),
        PIKACI_WORKSPACE_DISK: fromGuest(ready.workspace),
        PIKACI_LAYERS: ready.image.disks.map(fromGuest).join(' '),
        PIKACI_NETWORK: network,
        PIKACI_LOG_KIB: String(logKib),
        PIKACI_ARTIFACTS_KIB: String(artifactsKib),
      },
      paths: { ...vmPaths, root: '/image' },
      surroundings: imageSurroundings(ready.image, {
        wanted: lane.artifacts.length === 0 ? [] : findExpression(lane.artifacts),
        bytes: lane.artifactsMib * 1024 * 1024,
      }),
      workspace: 'shared',
      bootSecs,
      moreDiskKib: logKib + artifactsKib + 16 * 1024,
      image: { reference: nameOf(lane), digest: ready.image.digest },
    };
  },

  probe: (host, _settings, options) => probeImageHost(host, options),

  setup: setupImageHost,
};

function imageOf({ runner }: Lane): WantedImage | undefined {
  return runner.kind === 'remote_linux_vm' ? runner.image : undefined;
}

function nameOf(lane: Lane): string {
  const wanted = imageOf(lane);
  return wanted === undefined ? '' : formatImageReference(wanted.reference);
}

function networkOf({ runner }: Lane): 'none' | 'outbound' {
  return (runner.kind === 'remote_linux_vm' ? runner.network : undefined) ?? 'none';
}

/** A path below the work folder, as a guest's folder there sees it. */
function fromGuest(path: string): string {
  return `../../${path}`;
}

async function readyWorkspace(host: Host, hash: string, signal: AbortSignal): Promise<string> {
  const command = {
    script: hostProgram(new URL('./make-workspace.sh', import.meta.url)),
    args: [host.spec.workDir, hash, String(laneUid)],
    purpose: 'make a disk of the workspace',
  };
  return answerOf(host, command, await host.call(command, { signal })).trim();
}
