import { z } from 'zod';
import { guestSizes, installableText, secondsText, wordText } from '../../model/setting-texts.ts';
import { vmPaths } from '../../guest/agent.ts';
import type { Backend } from '../../guest/backend.ts';
import { shellProgram } from '../../host/shell-functions.ts';
import { consoleEnterScript, processFunctions } from '../../guest/scripts.ts';
import { isInWorkspace, nixBuild } from '../../staged/nix-build.ts';
import { probeNixHost } from './probe.ts';

const settings = z.strictObject({
  /** Installable of a guest package; `.#x` and `./dir#x` are meant relative to the workspace. */
  guest: installableText.optional(),
  vcpu: guestSizes.vcpu.optional(),
  mem_mib: guestSizes.memMib.optional(),
  boot_timeout_secs: secondsText.optional(),
  /** The `nix` program on the host. */
  nix: wordText.optional(),
});
type Settings = z.infer<typeof settings>;

/** What is so where a host says nothing else. */
const usual = { vcpu: 2, memMib: 2048, bootSecs: 180, nix: 'nix' };

/** VMs out of a guest package of Nix's; nix/minimal-guest/README.md says what that is. */
export const microvm: Backend<Settings, string> = {
  name: 'microvm',
  runner: 'remote_linux_vm',
  machine: true,
  settings,

  size: ({ vcpu = usual.vcpu, mem_mib: memMib = usual.memMib }) => ({ vcpu, memMib }),

  nix: ({ nix = usual.nix }) => nix,

  refuse: ({ runner }, { guest }, { name }) =>
    guest === undefined
      ? {
          problem: `it names no image, and host \`${name}\` no guest package`,
          hint: `Write image = "docker.io/library/debian:13" (any OCI image) into the lane, its target or [defaults]. Or set microvm.guest of host \`${name}\` to the installable of a guest package: in input \`hosts\`, the file of --hosts, or the manifest.`,
        }
      : runner.kind === 'remote_linux_vm' && runner.network !== undefined
        ? {
            problem: 'it asks for a `network`, and guest packages bring their own, or none',
            hint: 'Leave out `network`, or name an image.',
          }
        : undefined,

  permissions: ({ guest }, { name }) =>
    guest !== undefined && isInWorkspace(guest)
      ? [
          {
            permission: 'workspace_runner',
            problem: `boots what the workspace says (microvm.guest = "${guest}"), which host \`${name}\` does not allow`,
          },
        ]
      : [],

  steps: ({ id }, { name, backend }) => [
    {
      name: 'runner',
      description: `Prepare the guest of ${id} on ${name}`,
      prepare: { type: 'remote_linux_vm_backend', backend },
    },
  ],

  prepare: (host, { guest = '', nix = usual.nix }, tools) =>
    nixBuild(
      host,
      {
        ...tools,
        nix,
        installable: guest,
        // The package may be the host's own.
        sandbox:
          tools.permits('unsandboxed_nix') || !isInWorkspace(guest) ? 'as_it_is' : 'required',
      },
      (detail) => ({
        cause: 'guest_build_failed',
        installable: guest,
        host: host.spec.name,
        detail,
      }),
    ),

  programs: ({ lane, size }, { boot_timeout_secs: bootSecs = usual.bootSecs }, guestPackage) => {
    const readOnly = ['request', 'nix-store', ...(lane.writableWorkspace ? [] : ['workspace'])];
    return {
      boot: shellProgram(new URL('./microvm-boot.sh', import.meta.url), processFunctions()),
      check: shellProgram(new URL('./microvm-check.sh', import.meta.url)),
      enter: consoleEnterScript(),
      needs: [],
      environment: {
        PIKACI_GUEST_PACKAGE: guestPackage,
        PIKACI_READONLY_SHARES: readOnly.join(' '),
        PIKACI_GUEST_MEM_MIB: String(size.memMib),
        PIKACI_GUEST_VCPU: String(size.vcpu),
      },
      paths: vmPaths,
      workspace: lane.writableWorkspace ? 'copied' : 'shared',
      bootSecs,
    };
  },

  // Without a guest package there are no such guests.
  probe: (host, { guest, nix = usual.nix }, { signal }) =>
    guest === undefined ? Promise.resolve([]) : probeNixHost(host, guest, nix, signal),
};
