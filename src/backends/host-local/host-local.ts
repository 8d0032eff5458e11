import type { GuestPaths } from '../../guest/agent.ts';
import type { Backend } from '../../guest/backend.ts';
import { shellProgram } from '../../host/shell-functions.ts';
import { enterFunctions, processFunctions } from '../../guest/scripts.ts';
import { probeContainment } from './probe.ts';
import { readContainment } from './read-containment.ts';

/** There is nothing to boot; a host that is slow to start a shell is very busy. */
const bootSecs = 180;

/**
 * The host itself as the guest: the command runs in namespaces of its own where the host can have
 * them, and in a process group of its own where not. Nothing could keep it there from writing to the
 * shared snapshot, so it always works in a copy.
 */
export const hostLocal: Backend<undefined, undefined> = {
  name: 'host_local',
  runner: 'host_local',
  machine: false,

  refuse: ({ runAsRoot }) =>
    runAsRoot
      ? {
          problem:
            'run_as_root is for VMs; on the host itself a lane runs as the user who drives it',
          hint: 'Use runner = "remote_linux_vm", or drop run_as_root.',
        }
      : undefined,

  permissions: (_settings, { name }) => [
    {
      permission: 'host_local',
      problem: `runs on host \`${name}\` itself (runner = "host_local"), which it does not allow`,
    },
  ],

  steps: () => [],

  prepare: () => Promise.resolve(undefined),

  programs: ({ dir }) => ({
    boot: 'exec bash request/agent\n',
    check: shellProgram(new URL('./host-check.sh', import.meta.url)),
    enter: shellProgram(new URL('./host-enter.sh', import.meta.url), enterFunctions()),
    files: {
      'request/contain': containScript(),
    },
    needs: ['bash'],
    environment: {},
    paths: pathsIn(dir),
    workspace: 'copied',
    bootSecs,
    containment: readContainment,
  }),

  probe: (host, _settings, { signal }) => probeContainment(host, containScript(), signal),
};

function containScript(): string {
  return shellProgram(new URL('./contain.sh', import.meta.url), processFunctions());
}

function pathsIn(dir: string): GuestPaths {
  return {
    request: `${dir}/request`,
    channel: `${dir}/channel`,
    workspace: `${dir}/workspace`,
    artifacts: `${dir}/artifacts`,
    scratch: `${dir}/cache`,
    home: `${dir}/home`,
  };
}
