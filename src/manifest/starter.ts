import type { BackendSettings } from '../model/backend.ts';

/** Reads a file at the repository's root; nothing where there is none. */
export type ReadRootFile = (name: string) => string | undefined;

/** A lane for one kind of project. */
interface Start {
  target: string;
  paths: readonly string[];
  image: string;
  command: string;
  /** Whether the tool writes beside what it reads. */
  writesWorkspace: boolean;
}

/** What a kind of project is known by, and started with: nothing where it is of another kind. */
const kinds: readonly ((read: ReadRootFile) => Start | undefined)[] = [
  rust,
  node,
  go,
  python,
  java,
];

/**
 * A manifest to start from, with a target for each kind of project that is there.
 * @param backends whose settings a host may have
 */
export function starterManifest(backends: readonly BackendSettings[], read: ReadRootFile): string {
  const found = kinds.flatMap((kind) => kind(read) ?? []);
  const starts = found.length > 0 ? found : [anything];
  const examples = backends.flatMap(({ example }) =>
    example === undefined ? [] : `# ${example}\n`,
  );
  return [`${head}${examples.join('')}`, ...starts.map(targetText)].join('\n');
}

const head = `# What CI runs. \`pikaci validate\` checks this file, \`pikaci plan all\` shows what it means.
version = 1

[defaults]
runner = "remote_linux_vm"     # each lane in a VM of its own
host = "builder"
network = "outbound"           # leave it out for lanes that fetch nothing
timeout_secs = 1800

# In a workflow only the host's name counts here: what it is stands in the action's input \`hosts\`, as
# a table [builder] with the same keys. On a terminal it may stand here. "local" is this machine.
[hosts.builder]
# address = "ssh://ci@builder.example.org"
`;

const anything: Start = {
  target: 'check',
  paths: [],
  image: 'docker.io/library/debian:13',
  command: 'echo hello from $(uname -sr)',
  writesWorkspace: false,
};

function rust(read: ReadRootFile): Start | undefined {
  if (read('Cargo.toml') === undefined) return undefined;
  const locked = read('Cargo.lock') === undefined ? '' : ' --locked';
  return {
    target: 'rust',
    paths: ['Cargo.toml', 'Cargo.lock', '**/*.rs'],
    image: 'docker.io/library/rust:1',
    command: `cargo test${locked} --workspace`,
    // Without a lock file there is one to write.
    writesWorkspace: locked === '',
  };
}

function node(read: ReadRootFile): Start | undefined {
  const text = read('package.json');
  if (text === undefined) return undefined;
  const version = majorOf(read('.nvmrc')) ?? majorOf(enginesOf(text)) ?? '24';
  const install = read('package-lock.json') === undefined ? 'npm install' : 'npm ci';
  return {
    target: 'node',
    paths: ['package*.json', '**/*.ts', '**/*.js'],
    image: `docker.io/library/node:${version}`,
    command: `${install} && npm test`,
    writesWorkspace: true,
  };
}

function go(read: ReadRootFile): Start | undefined {
  const text = read('go.mod');
  if (text === undefined) return undefined;
  const version = /^go (\d+\.\d+)/m.exec(text)?.[1] ?? '1';
  return {
    target: 'go',
    paths: ['go.mod', 'go.sum', '**/*.go'],
    image: `docker.io/library/golang:${version}`,
    command: 'go test ./...',
    writesWorkspace: false,
  };
}

function python(read: ReadRootFile): Start | undefined {
  const project = read('pyproject.toml');
  const requirements = read('requirements.txt');
  if (project === undefined && requirements === undefined) return undefined;
  const what = requirements === undefined ? '.' : '-r requirements.txt';
  return {
    target: 'python',
    paths: ['pyproject.toml', 'requirements*.txt', '**/*.py'],
    image: 'docker.io/library/python:3',
    command: `python -m venv /cache/venv && . /cache/venv/bin/activate && pip install ${what} pytest && python -m pytest`,
    writesWorkspace: true,
  };
}

function java(read: ReadRootFile): Start | undefined {
  if (read('pom.xml') !== undefined) {
    return {
      target: 'java',
      paths: ['pom.xml', 'src/**'],
      image: 'docker.io/library/maven:3',
      command: 'mvn -B -Dmaven.repo.local=/cache/m2 verify',
      writesWorkspace: true,
    };
  }
  if (read('build.gradle') === undefined && read('build.gradle.kts') === undefined)
    return undefined;
  // The project's own version of Gradle, where it has one; its script may have lost its mode.
  const gradle = read('gradlew') === undefined ? 'gradle' : 'sh ./gradlew';
  return {
    target: 'java',
    paths: ['*.gradle', '*.gradle.kts', 'gradle/**', 'src/**'],
    image: 'docker.io/library/gradle:9',
    command: `${gradle} --no-daemon -g /cache/gradle check`,
    writesWorkspace: true,
  };
}

/** A major version that a range begins with and takes: `>=22.15` and `v22.15.1` are 22, `<23` is, too. */
function majorOf(range: string | undefined): string | undefined {
  const [, bound, major] = /^\s*([<>]=?|[=^~])?\s*v?(\d+)/.exec(range ?? '') ?? [];
  if (major === undefined) return undefined;
  const beyond = { '<': -1, '>': 1 }[bound ?? ''] ?? 0;
  return String(Number(major) + beyond);
}

function enginesOf(packageJson: string): string | undefined {
  try {
    const { engines } = JSON.parse(packageJson) as { engines?: { node?: unknown } };
    return typeof engines?.node === 'string' ? engines.node : undefined;
  } catch {
    return undefined;
  }
}

function targetText({ target, paths, image, command, writesWorkspace }: Start): string {
  const filter =
    paths.length === 0
      ? '# paths = ["src/**"]   # without it, every change wants this target\n'
      : `paths = [${paths.map((path) => JSON.stringify(path)).join(', ')}]\n`;
  return `[targets.${target}]
${filter}
[[targets.${target}.lanes]]
id = "${target}-tests"
image = ${JSON.stringify(image)}
command = ${JSON.stringify(command)}
${writesWorkspace ? 'writable_workspace = true\n' : ''}`;
}
