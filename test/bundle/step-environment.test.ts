import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runnerFiles, start, type Started } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';

const secret = 'hush-4f1d8f';
const secrets = {
  'INPUT_SSH-KEY': `-----BEGIN ${secret}\n`,
  'INPUT_SSH-KEY-PASSPHRASE': `passphrase-${secret}`,
  INPUT_TOKEN: `token-${secret}`,
  GITHUB_TOKEN: `token-${secret}`,
  ACTIONS_RUNTIME_TOKEN: `runtime-${secret}`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: `id-${secret}`,
  SSH_AUTH_SOCK: `/tmp/agent-${secret}`,
  NIX_CONFIG: `access-tokens = github.com=${secret}`,
  DB_PW: secret,
};

/** Reads whatever processes were started with and have open, as a lane of the same user can. */
const spying = `
set +e
exec 2>/dev/null
for process in /proc/[0-9]*; do
  for file in $process/environ $process/cmdline; do
    tr '\\\\0' '\\\\n' <$file | grep -a "${secret.slice(0, 4)}[-]${secret.slice(5)}"
  done
done
echo looked
`;

function startWithSecrets(project: Project): Started {
  const files = runnerFiles(project.root, { mode: 'run', target: 't' });
  return start(project.root, [], { ...files.environment, ...secrets });
}

function laneProject(command: string): Project {
  const project = new Project().manifest(`version = 1
[targets.t]
runner = "host_local"
[[targets.t.lanes]]
id = "lane"
command = """${command}"""
`);
  project.commit();
  return project;
}

/** The process and all below it. */
function treeOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

const onLinux = it.skipIf(!existsSync('/proc/self/environ'));

onLinux('a lane on this machine finds no secret of its step in any process', async () => {
  using project = laneProject(spying);
  const { code, stdout } = await startWithSecrets(project).finished;
  expect(stdout).toContain('\nlooked\n');
  expect(stdout).not.toContain(secret);
  expect(code).toBe(0);
});

onLinux(
  'a step that hides its secrets is the same process, and ends its lanes on SIGINT',
  async () => {
    using project = laneProject('echo it runs; sleep 300');
    const step = startWithSecrets(project);
    await step.said('\nit runs\n');
    const pid = step.child.pid ?? 0;
    const tree = treeOf(pid);
    for (const one of tree) {
      expect(readFileSync(`/proc/${one}/environ`, 'latin1')).not.toContain(secret);
    }
    expect(readFileSync(`/proc/${pid}/cmdline`, 'latin1')).not.toContain(secret);
    expect(readlinkSync(`/proc/${pid}/fd/0`)).toBe('/dev/null');
    step.child.kill('SIGINT');
    const { code } = await step.finished;
    expect(code).toBe(130);
  },
);
