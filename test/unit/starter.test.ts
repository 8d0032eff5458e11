import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { backends } from '../../src/core/backends.ts';
import { readManifest } from '../../src/manifest/read.ts';
import { starterManifest } from '../../src/manifest/starter.ts';

interface Started {
  targets: Record<
    string,
    { lanes: { image: string; command: string; writable_workspace?: true }[] }
  >;
}

function lanesFor(files: Readonly<Record<string, string>>) {
  const text = starterManifest([], (name) => files[name]);
  const { targets } = parse(text) as unknown as Started;
  return Object.entries(targets).map(([id, { lanes }]) => [id, lanes[0]?.image, lanes[0]?.command]);
}

describe('a manifest to start from', () => {
  it.each<[what: string, files: Record<string, string>, lanes: [string, string, string][]]>([
    [
      'nothing known',
      {},
      [['check', 'docker.io/library/debian:13', 'echo hello from $(uname -sr)']],
    ],
    [
      'a Rust workspace with a lock file',
      { 'Cargo.toml': '', 'Cargo.lock': '' },
      [['rust', 'docker.io/library/rust:1', 'cargo test --locked --workspace']],
    ],
    [
      'a Node project that says its version',
      { 'package.json': '{"engines":{"node":">=22.15"}}', 'package-lock.json': '{}' },
      [['node', 'docker.io/library/node:22', 'npm ci && npm test']],
    ],
    [
      'a Node project with an .nvmrc and no lock file',
      { 'package.json': '{"engines":{"node":">=22.15"}}', '.nvmrc': 'v20.1.0\n' },
      [['node', 'docker.io/library/node:20', 'npm install && npm test']],
    ],
    [
      'a package.json that is none',
      { 'package.json': 'oops', '.nvmrc': 'lts/*' },
      [['node', 'docker.io/library/node:24', 'npm install && npm test']],
    ],
    [
      'a Node project that wants less than a version',
      { 'package.json': '{"engines":{"node":"<23"}}' },
      [['node', 'docker.io/library/node:22', 'npm install && npm test']],
    ],
    [
      'a Node project that wants more than a version',
      { 'package.json': '{"engines":{"node":"> 22.1"}}' },
      [['node', 'docker.io/library/node:23', 'npm install && npm test']],
    ],
    [
      'a build of Gradle',
      { 'build.gradle': '' },
      [['java', 'docker.io/library/gradle:9', 'gradle --no-daemon -g /cache/gradle check']],
    ],
    [
      'one that brings its own Gradle',
      { 'build.gradle.kts': '', gradlew: '' },
      [['java', 'docker.io/library/gradle:9', 'sh ./gradlew --no-daemon -g /cache/gradle check']],
    ],
    [
      'a Go module',
      { 'go.mod': 'module example.org/x\n\ngo 1.25.3\n' },
      [['go', 'docker.io/library/golang:1.25', 'go test ./...']],
    ],
    [
      'two kinds',
      { 'go.mod': 'module x\n', 'pom.xml': '<project/>' },
      [
        ['go', 'docker.io/library/golang:1', 'go test ./...'],
        ['java', 'docker.io/library/maven:3', 'mvn -B -Dmaven.repo.local=/cache/m2 verify'],
      ],
    ],
  ])('for %s', (_what, files, lanes) => {
    expect(lanesFor(files)).toEqual(lanes);
  });

  it('for Python installs what the project needs', () => {
    expect(lanesFor({ 'pyproject.toml': '' })[0]?.[2]).toContain('pip install . pytest');
    expect(lanesFor({ 'requirements.txt': '' })[0]?.[2]).toContain('-r requirements.txt pytest');
  });

  it.each<[sign: string, writes: boolean]>([
    ['nothing', false],
    ['Cargo.toml', true],
    ['package.json', true],
    ['go.mod', false],
    ['requirements.txt', true],
    ['pom.xml', true],
    ['build.gradle', true],
  ])(
    'for %s is valid, and its lane has a network and may write if its tool does',
    async (sign, writes) => {
      const text = starterManifest(backends, (name) => (name === sign ? '' : undefined));
      const { targets, warnings } = await readManifest({
        read: (path) => Promise.resolve(path === 'pikaci.toml' ? text : undefined),
        nameOf: (path) => path,
        candidates: ['pikaci.toml'],
        hosts: undefined,
        hostsOrigin: 'terminal',
        localWorkDir: '/work',
        patterns: 'unchecked',
        backends,
        workTreePaths: () => Promise.resolve([]),
      });
      expect(warnings).toEqual([]);
      expect(targets.flatMap(({ lanes }) => lanes)).toMatchObject([
        {
          runner: { kind: 'remote_linux_vm', network: 'outbound', host: { name: 'builder' } },
          writableWorkspace: writes,
        },
      ]);
    },
  );
});
