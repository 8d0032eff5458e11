import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backends } from '../../src/core/backends.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { Project } from '../support/project.ts';

const manifest = `version = 1
[targets.t]
runner = "host_local"
[[targets.t.lanes]]
id = "a"
command = "true"
`;

async function load(project: Project, path: string | undefined) {
  return loadManifest({
    repositoryRoot: project.root,
    path,
    hosts: undefined,
    hostsOrigin: 'terminal',
    localWorkDir: '/work',
    backends,
    workTreePaths: () => Promise.resolve([]),
  });
}

describe('a manifest changes with', () => {
  it.each(['ci/lanes.toml', './ci/lanes.toml', 'ci//lanes.toml', 'ci/../ci/./lanes.toml'])(
    'its file, written as %s',
    async (path) => {
      using project = new Project().file('ci/lanes.toml', manifest);
      expect(await load(project, path)).toMatchObject({
        path: 'ci/lanes.toml',
        sources: ['ci/lanes.toml'],
      });
    },
  );

  it('its file, written as an absolute path', async () => {
    using project = new Project().file('ci/lanes.toml', manifest);
    expect(await load(project, join(project.root, 'ci', 'lanes.toml'))).toMatchObject({
      path: 'ci/lanes.toml',
      sources: ['ci/lanes.toml'],
    });
  });

  it('its file, written through a link to the repository', async () => {
    using project = new Project().file('ci/lanes.toml', manifest);
    using elsewhere = new Project();
    symlinkSync(project.root, join(elsewhere.root, 'checkout'));
    const { sources } = await load(project, join(elsewhere.root, 'checkout', 'ci', 'lanes.toml'));
    expect(sources).toEqual(['ci/lanes.toml']);
  });

  it('every link on the way to it, and the file behind them', async () => {
    using project = new Project().file('real/deep/lanes.toml', manifest);
    project.link('mid', 'real');
    mkdirSync(join(project.root, 'ci'));
    project.link('ci/pikaci.toml', '../mid/deep/lanes.toml');
    const { sources } = await load(project, 'ci/pikaci.toml');
    expect([...sources].sort()).toEqual([
      'ci/pikaci.toml',
      'mid',
      'mid/deep/lanes.toml',
      'real/deep/lanes.toml',
    ]);
  });

  it('a place where another would be found first', async () => {
    using project = new Project().file('.github/pikaci.toml', manifest);
    const { path, sources } = await load(project, undefined);
    expect(path).toBe('.github/pikaci.toml');
    expect(sources).toEqual(expect.arrayContaining(['pikaci.toml', '.github/pikaci.toml']));
  });

  it('the one whose targets it names', async () => {
    using project = new Project().file('pikaci.toml', manifest);
    project.file('ci/forge-lanes.toml', 'version = 1\n[branch]\nlanes = []\n');
    const { sources } = await load(project, 'ci/forge-lanes.toml');
    expect(sources).toEqual(
      expect.arrayContaining(['ci/forge-lanes.toml', 'pikaci.toml', '.github/pikaci.toml']),
    );
  });

  it('nothing of the repository when it lies outside of it', async () => {
    using project = new Project();
    using elsewhere = new Project().manifest(manifest);
    const path = join(elsewhere.root, 'pikaci.toml');
    expect(await load(project, path)).toMatchObject({ path, sources: [] });
  });
});
