import type { BackendSettings } from '../model/backend.ts';

interface Kind {
  /** The file that gives the kind of project away. */
  sign: string;
  target: string;
  paths: readonly string[];
  command: string;
}

const kinds: readonly Kind[] = [
  {
    sign: 'Cargo.toml',
    target: 'rust',
    paths: ['Cargo.toml', 'Cargo.lock', '**/*.rs'],
    command: 'cargo test --locked --workspace',
  },
  {
    sign: 'package.json',
    target: 'node',
    paths: ['package*.json', '**/*.ts', '**/*.js'],
    command: 'npm ci && npm test',
  },
  {
    sign: 'go.mod',
    target: 'go',
    paths: ['go.mod', 'go.sum', '**/*.go'],
    command: 'go test ./...',
  },
  {
    sign: 'pyproject.toml',
    target: 'python',
    paths: ['pyproject.toml', '**/*.py'],
    command: 'python -m pytest',
  },
  { sign: 'flake.nix', target: 'nix', paths: ['flake.*', 'nix/**'], command: 'nix flake check' },
];

/**
 * A manifest to start from, with a target for each kind of project that is there.
 * @param backends whose settings a host may have
 * @param exists whether a file stands at the repository's root
 */
export function starterManifest(
  backends: readonly BackendSettings[],
  exists: (name: string) => boolean,
): string {
  const found = kinds.filter(({ sign }) => exists(sign));
  const targets: readonly Kind[] =
    found.length > 0 ? found : [{ sign: '', target: 'check', paths: [], command: 'make check' }];
  const examples = backends.flatMap(({ example }) =>
    example === undefined ? [] : `# ${example}\n`,
  );
  return [`${head}${examples.join('')}`, ...targets.map(targetText)].join('\n');
}

const head = `# What CI runs. \`pikaci validate\` checks this file, \`pikaci plan all\` shows what it means.
version = 1

[defaults]
timeout_secs = 1800
# On the machine that runs pikaci. For a fresh VM per lane, declare a host below and write
# runner = "remote_linux_vm" and host = "builder" instead. In a workflow only the host's name counts
# here: what it is stands in the action's input \`hosts\`, as a table [builder] with the same keys.
runner = "host_local"

# [hosts.builder]
# address = "ssh://ci@builder.example.org"
`;

function targetText({ target, paths, command }: Kind): string {
  const filter =
    paths.length === 0
      ? '# paths = ["src/**"]   # without it, every change wants this target\n'
      : `paths = [${paths.map((path) => JSON.stringify(path)).join(', ')}]\n`;
  return `[targets.${target}]
${filter}
[[targets.${target}.lanes]]
id = "${target}-tests"
command = ${JSON.stringify(command)}
`;
}
