import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pikaci, runnerFiles, start, type RunnerEvent } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';

const secret = 'hush "4f1d8f" hush';
const lines = 'first-line-of-it\nsecond-line-of-it\n';
const variables = { NPM_TOKEN: secret, DEPLOY_KEY: lines, UNASKED: 'not-for-lanes' };

function project(command: string, more = ''): Project {
  const made = new Project().manifest(`version = 1
[targets.t]
runner = "host_local"
[[targets.t.lanes]]
id = "lane"
artifacts = ["**"]
command = '''${command}'''
${more}
`);
  made.commit();
  return made;
}

/** All that pikaci has written below a project's folder of records. */
function recordsOf(root: string): string {
  const folder = join(root, '.pikaci');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

const asking = 'secrets = ["NPM_TOKEN", "DEPLOY_KEY"]';
const telling = `
printf '%s\\n' "$NPM_TOKEN" "$DEPLOY_KEY" "\${UNASKED-none}"
printf '::error::%s\\n' "$NPM_TOKEN"
echo "src/x.c:1:2: error: $NPM_TOKEN"
printf %s "$NPM_TOKEN" | base64
printf %s "$NPM_TOKEN" | cksum
exit 3`;
const parts = [secret, 'hush', 'first-line', 'second-line', Buffer.from(secret).toString('base64')];

describe('secrets of a lane', () => {
  it('reach its command, and show nowhere: on a terminal', async () => {
    using made = project(telling, asking);
    const { code, stdout, stderr } = await pikaci(made.root, ['run', 't'], variables);
    expect(code).toBe(1);
    expect(stdout).toContain('lane │ ***\nlane │ ***\nlane │ none\n');
    const all = stdout + stderr + recordsOf(made.root);
    for (const part of parts) expect(all).not.toContain(part);
  });

  it('reach its command, and show nowhere but to the runner, which is to mask them: in a workflow', async () => {
    using made = project(telling, asking);
    const files = runnerFiles(made.root, { mode: 'run', target: 't' });
    const step = start(made.root, [], { ...files.environment, ...variables });
    const { code, stdout, stderr } = await step.finished;
    expect(code).toBe(1);
    const masks = stdout.split('\n').filter((line) => line.startsWith('::add-mask::'));
    expect(masks.toSorted()).toEqual(
      [`::add-mask::${secret}`, `::add-mask::${lines.replaceAll('\n', '%0A')}`].toSorted(),
    );
    const shown = stdout.split('\n').filter((line) => !masks.includes(line));
    expect(shown).toContain('***');
    const outputs = Object.values(files.outputs()).join('\n');
    const all = [...shown, stderr, recordsOf(made.root), files.summary(), outputs].join('\n');
    for (const part of parts) expect(all).not.toContain(part);
    // Before the first word of any lane.
    expect(stdout.indexOf(masks.at(-1) ?? '?')).toBeLessThan(stdout.indexOf('guest booted'));
  });

  it.each([
    ['terminal', 'export NPM_TOKEN=…'],
    ['workflow', "env: { NPM_TOKEN: '${{ secrets.NPM_TOKEN }}' }"],
  ])('that are not there, or too short, keep it from starting: %s', async (where, advice) => {
    using made = project('echo it runs', asking);
    const environment = { NPM_TOKEN: '', DEPLOY_KEY: ' ab\n' };
    const inputs = { mode: 'run', target: 't' };
    const { code, stdout, stderr } =
      where === 'terminal'
        ? await pikaci(made.root, ['run', 't'], environment)
        : await start(made.root, [], {
            ...runnerFiles(made.root, inputs).environment,
            ...environment,
          }).finished;
    const said = stdout + stderr;
    expect(code).toBe(2);
    expect(said).toContain('lane `lane`: its secret NPM_TOKEN is not set in the environment');
    expect(said).toContain('its secret DEPLOY_KEY has fewer than 4 characters');
    expect(said).toContain(advice);
    expect(said).not.toContain('it runs');
  });

  it('of a lane that no change concerns need not be there', async () => {
    using made = project('echo it runs', asking);
    made.manifest(
      readFileSync(join(made.root, 'pikaci.toml'), 'utf8').replace(
        '[targets.t]',
        '[targets.t]\npaths = ["src/**"]',
      ),
    );
    const base = made.commit();
    made.file('other', '1').commit();
    const { code, stdout } = await pikaci(made.root, ['run', 't', '--base', base]);
    expect({ code, said: stdout.includes('skipped') }).toEqual({ code: 0, said: true });
  });

  const fork = { number: 7, head: { repo: { full_name: 'stranger/project' } } };
  it.each([
    { name: 'pull_request', inputs: {} },
    { name: 'pull_request_target', inputs: { 'allow-fork-code-on-owned-hosts': 'true' } },
  ])('are kept from code of a fork under $name, and a note says so', async ({ name, inputs }) => {
    using made = project(
      'echo "<${NPM_TOKEN-unset}> <${DEPLOY_KEY-unset}> $PIKACI_PULL_REQUEST"',
      asking,
    );
    const event: RunnerEvent = { name, payload: { pull_request: fork } };
    const files = runnerFiles(made.root, { mode: 'run', target: 't', ...inputs }, event);
    const step = start(made.root, [], { ...files.environment, ...variables });
    const { code, stdout } = await step.finished;
    expect(stdout).toContain('\n<unset> <unset> 7\n');
    expect(stdout).toContain(
      'lane · runs without NPM_TOKEN, DEPLOY_KEY (secrets), because the code comes from the fork stranger/project',
    );
    expect(code).toBe(0);
  });
});

describe('a lane is told', () => {
  const shown =
    'env | grep -E "^(CI|GITHUB_|PIKACI_|RUNNER_T|ACTIONS_|INPUT_)" | grep -v PIKACI_GUEST_NAME | sort';

  it('of its workflow run', async () => {
    using made = project(`[ "$GITHUB_WORKSPACE" = "$PWD" ] && ${shown}`);
    const sha = made.git('rev-parse', 'HEAD').trim();
    const event = { name: 'workflow_dispatch', payload: {}, sha };
    const { environment } = runnerFiles(made.root, { mode: 'run', target: 't' }, event);
    const more = { GITHUB_HEAD_REF: '$(id);x', GITHUB_TOKEN: 'secret', GITHUB_REF_NAME: 'main' };
    const { stdout } = await start(made.root, [], { ...environment, ...more }).finished;
    const lines_ = stdout.split('\n').filter((line) => /^(CI|[A-Z]+_[A-Z_]+)=/.test(line));
    expect(lines_.filter((line) => !line.startsWith('GITHUB_WORKSPACE='))).toEqual([
      'CI=true',
      'GITHUB_ACTIONS=true',
      'GITHUB_EVENT_NAME=workflow_dispatch',
      'GITHUB_HEAD_REF=$(id);x',
      'GITHUB_REF_NAME=main',
      'GITHUB_REPOSITORY=octo/repo',
      'GITHUB_RUN_ATTEMPT=1',
      `GITHUB_RUN_ID=${environment['GITHUB_RUN_ID'] ?? ''}`,
      'GITHUB_RUN_NUMBER=97',
      `GITHUB_SHA=${sha}`,
      `PIKACI_HEAD_SHA=${sha}`,
      'PIKACI_LANE=lane',
      'PIKACI_TARGET=t',
    ]);
  });

  it('on a terminal what is so there', async () => {
    using made = project(shown);
    const { stdout } = await pikaci(made.root, ['run', 't'], { GITHUB_REF: 'x', PIKACI_X: 'y' });
    const told = [...stdout.matchAll(/^lane │ ([A-Z_]+=.*)$/gm)].map(([, line]) => line);
    expect(told).toEqual(['CI=true', 'PIKACI_LANE=lane', 'PIKACI_TARGET=t']);
  });
});

describe('a lane with git = true', () => {
  it('asks git for a version, as do the others of its run; without one there is no .git', async () => {
    const lanes = (git: boolean): string => `version = 1
[targets.t]
runner = "host_local"
snapshot.exclude = ["**/HEAD", "objects/**"]
[[targets.t.lanes]]
id = "lane"
git = ${String(git)}
command = "git describe --tags --dirty && git status --porcelain && git rev-parse HEAD"
[[targets.t.lanes]]
id = "other"
command = "test -e .git && git describe --tags"
`;
    using made = new Project().manifest(lanes(true));
    const head = made.commit();
    made.git('tag', 'v1');
    made.git('config', 'http.https://example.invalid/.extraheader', 'AUTHORIZATION: hush-hush');
    const first = await pikaci(made.root, ['run', 't', '--lane', 'lane']);
    expect(first.stdout).toContain(`lane │ v1\nlane │ ${head}\n`);
    expect(first.code).toBe(0);
    made.file('new', '1');
    const second = await pikaci(made.root, ['run', 't']);
    const said = [...second.stdout.matchAll(/^lane +│ ([^[].*)$/gm)].map(([, line]) => line);
    expect(said).toEqual(['v1', '?? new', head]);
    expect(second.code).toBe(0);
    made.manifest(lanes(false));
    expect((await pikaci(made.root, ['run', 't', '--lane', 'other'])).code).toBe(1);
  });

  it('needs a commit, and says so', async () => {
    using made = new Project().manifest(`version = 1
[targets.t]
runner = "host_local"
git = true
[[targets.t.lanes]]
id = "lane"
command = "true"
`);
    const { code, stderr } = await pikaci(made.root, ['run', 't']);
    expect(code).toBe(2);
    expect(stderr).toContain('lane `lane` cannot run: it is to have a `.git` (git = true), and');
  });
});
