import { describe, expect, it } from 'vitest';
import { hostileLines, hostileOutput, longHostileLine } from '../support/hostile-corpus.ts';
import { step, type ActionFiles, type Finished } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { elementsIn, renderMarkdown } from '../support/rendered-markdown.ts';
import { annotationsIn, commandsIn, comparisons } from '../support/runner-commands.ts';

const lanes = ['a', 'b'];

/** A project whose lanes say what the files hold, and fail. */
function sayingProject(files: Readonly<Record<string, Buffer>>): Project {
  const laneText = (id: string): string => `
[[targets.t.lanes]]
id = "${id}"
command = "cat ${Object.keys(files).join(' ')}; exit 1"`;
  const project = new Project().manifest(
    `version = 1\n[targets.t]\nrunner = "host_local"\n${lanes.map(laneText).join('\n')}`,
  );
  for (const [name, content] of Object.entries(files)) project.file(name, content);
  project.file('src/lib.rs', 'the code\n').commit();
  return project;
}

describe('a lane that prints what would take over the step', () => {
  /** Output for the log, and reports of problems whose every part is hostile. */
  const reports = hostileLines.flatMap((line) => [
    Buffer.concat([Buffer.from('src/lib.rs:1:1: error: '), line, Buffer.from('\n')]),
    Buffer.concat([Buffer.from('src/lib.rs:1:1: warning: '), line, Buffer.from(' [-Wforged]\n')]),
    Buffer.concat([line, Buffer.from(':1:1: error: forged\n')]),
  ]);
  const files = {
    'output.bin': hostileOutput(),
    'long-line.bin': longHostileLine(10_000_000),
    'reports.bin': Buffer.concat(reports),
  };

  const expectHeld = ({ code, stdout, outputs, summary }: Finished & ActionFiles): void => {
    expect(code).toBe(1);
    const ours = ['group', 'endgroup', 'error', 'warning'];
    for (const comparison of comparisons) {
      const commands = commandsIn(stdout, comparison);
      expect(commands.filter(({ name }) => !ours.includes(name))).toEqual([]);
      const places = commands.map(({ properties }) => properties['file'] ?? 'src/lib.rs');
      expect(new Set(places)).toEqual(new Set(['src/lib.rs']));
    }
    expect(annotationsIn(stdout).filter(({ name }) => name === 'warning')).toHaveLength(10);
    expect(outputs()).toMatchObject({ status: 'failed', 'failure-kind': 'test_failure' });
    const known =
      /^(a href="https:\/\/github\.com\/octo\/repo\/actions\/runs\/\d+"|h3|p|strong|code|table|thead|tbody|tr|th|td|details|details open=""|summary|pre)$/;
    expect(elementsIn(renderMarkdown(summary())).filter((it) => !known.test(it))).toEqual([]);
  };

  it('takes over nothing alone', async () => {
    using project = sayingProject(files);
    expectHeld(await step(project.root, { mode: 'run', target: 't', lane: 'a' }));
  });

  it('takes over nothing among others', async () => {
    using project = sayingProject(files);
    expectHeld(await step(project.root, { mode: 'run', target: 't' }));
  });
});
