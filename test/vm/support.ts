import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { Project } from '../support/project.ts';
import { until } from '../support/until.ts';

/** Tests that share one instance of the embedded VM host. */
export function describeWithHost(name: string, tests: (host: () => EmbeddedHost) => void): void {
  describe.skipIf(inject('noVmHost') !== '')(name, () => {
    let host: EmbeddedHost | undefined;
    beforeAll(() => {
      host = EmbeddedHost.start();
    });
    afterAll(() => host?.[Symbol.dispose]());
    tests(() => {
      if (host === undefined) throw new Error('the host is up while tests run');
      return host;
    });
  });
}

/** A project with lanes in guests on `builder`; `lanes` are the bodies of `[[…lanes]]` tables. */
export function projectWith(lanes: Readonly<Record<string, string>>, target = ''): Project {
  const tables = Object.entries(lanes).map(
    ([id, body]) => `[[targets.t.lanes]]\nid = "${id}"\n${body}`,
  );
  const project = new Project()
    .manifest(
      `version = 1
[hosts.builder]
[staged.s]
outputs = [
  { name = "workspace-deps", installable = ".#deps" },
  { name = "workspace-build", installable = ".#build", needs = ["workspace-deps"] },
]
[targets.t]
runner = "remote_linux_vm"
host = "builder"
timeout_secs = 60
${target}
${tables.join('\n')}
`,
    )
    .file(
      'flake.nix',
      `{ outputs = { self }: let
  make = name: script: derivation {
    inherit name; system = "x86_64-linux"; builder = "/bin/sh"; args = [ "-euc" script ]; PATH = "/usr/bin:/bin";
  };
in rec {
  deps = make "deps" ''mkdir $out; cp \${./content.txt} $out/content'';
  build = make "build" ''mkdir $out; echo built on $(cat \${deps}/content) >$out/content'';
  broken = make "broken" ''echo the compiler says no >&2; exit 1'';
}; }`,
    )
    .file('content.txt', 'the content of the workspace\n');
  project.commit();
  return project;
}

/** A removed guest is gone at once; the last breath of its supervisor may take a moment more. */
export async function expectNothingLeft(host: EmbeddedHost): Promise<void> {
  await until('nothing is left', () => host.leftovers().length === 0, 5).catch(() => undefined);
  expect(host.leftovers()).toEqual([]);
}
