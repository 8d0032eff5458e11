import { nearest } from './nearest.ts';
import { quote } from './shell-quote.ts';
import type {
  FailedSetup,
  Failure,
  ImageTrouble,
  ManifestProblem,
  UnreachableReason,
  UnusableSecret,
} from './failure.ts';

/** A failure in words: one line of what happened and where, the evidence, and what to do. */
export interface FailureText {
  headline: string;
  /** Several lines at most, e.g. the end of a console; empty when there is nothing to show. */
  detail: string;
  fix: string;
}

/** The one place where failures are worded. */
export function describeFailure(failure: Failure): FailureText {
  switch (failure.cause) {
    case 'usage':
      return text(failure.problem, failure.hint);
    case 'inputs_invalid':
      return text(
        `the action's inputs are not valid (${count(failure.problems.length, 'problem')})`,
        'Correct them in the workflow; action.yml describes each input.',
        failure.problems.map(({ input, problem }) => `${input}: ${problem}`).join('\n'),
      );
    case 'manifest_missing':
      return text(
        `no manifest: looked for ${new Intl.ListFormat('en').format(failure.searched)}`,
        'Add a pikaci.toml at the repository root, or name one with --manifest (input `manifest`).',
      );
    case 'manifest_invalid':
      return text(
        `${failure.sources.map(({ file, what }) => `${file} is not ${what === 'manifest' ? 'a valid manifest' : 'valid host settings'}`).join(', and ')} (${count(failure.sources.flatMap(({ problems }) => problems).length, 'problem')})`,
        'Correct the lines above.',
        failure.sources
          .flatMap(({ file, problems }) => problems.map((it) => manifestProblem(file, it)))
          .join('\n'),
      );
    case 'hosts_untold':
      return text(
        failure.hosts.map(({ problem }) => problem).join('; '),
        failure.origin === 'workflow'
          ? 'Set input `hosts` of the workflow to the text above (beside what else it says), and leave the manifest the names alone, as in `[hosts.name]`.'
          : 'Give the text above, with the address, as a file with --hosts, or write it into the manifest as `[hosts.name]`.',
        failure.hosts.map((host) => host.text).join('\n\n'),
      );
    case 'lanes_refused':
      return text(
        failure.problems.map(({ lane, problem }) => `lane \`${lane}\`: ${problem}`).join('; '),
        'Ask for less, or have whoever owns the host add the lines above to its settings: input `hosts` of the workflow, or the file of --hosts.',
        failure.text,
      );
    case 'image_unavailable':
      return imageUnavailable(failure);
    case 'host_lacks_tools':
      return text(
        `host \`${failure.host}\` lacks what guests of images need: ${failure.tools.join(', ')}`,
        toolsRemedy(failure.setup),
        failure.setup?.install ?? '',
      );
    case 'secrets_unusable':
      return text(
        failure.secrets.map((secret) => unusableSecret(secret)).join('; '),
        failure.origin === 'workflow'
          ? 'Set it in `env:` of the step that runs the lane, as above, and see that the repository or the job’s environment has the secret.'
          : 'Set it in the environment that pikaci is started in, as above.',
        [...new Set(failure.secrets.map(({ name }) => name))]
          .map((name) =>
            failure.origin === 'workflow'
              ? `env: { ${name}: '\${{ secrets.${name} }}' }`
              : `export ${name}=…`,
          )
          .join('\n'),
      );
    case 'lane_ambiguous':
      return text(
        `several targets have a lane \`${failure.name}\``,
        `Write ${new Intl.ListFormat('en', { type: 'disjunction' }).format(failure.candidates)}.`,
      );
    case 'target_unknown':
      return text(
        `no target or lane is called \`${failure.name}\``,
        suggestion(failure.name, failure.known, 'targets'),
      );
    case 'lane_unknown':
      return text(
        `target \`${failure.target}\` has no lane \`${failure.lane}\``,
        suggestion(failure.lane, failure.known, 'its lanes'),
      );
    case 'run_unknown':
      return text(
        `no run \`${failure.runId}\` below ${failure.stateRoot}`,
        'See `pikaci list` for the runs there are, or point --state-root elsewhere.',
      );
    case 'run_unreadable':
      return text(
        `the record of run \`${failure.runId}\` cannot be read: ${failure.detail}`,
        `Look at ${failure.path}; where nothing of the run is wanted any more, remove its folder.`,
      );
    case 'no_runs':
      return text(
        `no run below ${failure.stateRoot}`,
        'Start one with `pikaci run`, or point --state-root elsewhere.',
      );
    case 'state_root_unusable':
      return text(
        `records cannot be kept in ${failure.path}: ${failure.detail}`,
        'Name a folder that is yours, or that can be made: --state-root, PIKACI_STATE_ROOT, or input `state-root`.',
      );
    case 'report_unwritable':
      return text(
        `the report cannot be written to ${failure.path}: ${failure.detail}`,
        'Name a file in a folder that is there and can be written to.',
      );
    case 'backend_unavailable':
      return text(
        `lane \`${failure.lane}\` wants ${failure.backend}, which is not available yet in this version`,
        'Use runner = "host_local", or "remote_linux_vm" with backend = "microvm".',
      );
    case 'lane_unsupported':
      return text(`lane \`${failure.lane}\` cannot run: ${failure.problem}`, failure.hint);
    case 'matrix_too_large':
      return text(
        `the plan has ${failure.legs} legs, and GitHub takes ${failure.limit} in one matrix`,
        failure.grouping === 'lane'
          ? 'Set group-by: target, so that the lanes of a target share a leg, or plan fewer targets.'
          : 'Plan fewer targets in one workflow run.',
      );
    case 'output_too_large':
      return text(
        `output \`${failure.output}\` has ${failure.bytes} bytes, and GitHub takes ${failure.limit}`,
        'Plan fewer targets in one workflow run, or set group-by: target.',
      );
    case 'fork_refused':
      return text(
        `code of ${failure.from} is not run under \`${failure.event}\`, which hands secrets to whoever caused it`,
        'Check pull requests under `pull_request`. To let such code onto your hosts all the same, set input `allow-fork-code-on-owned-hosts: true`.',
        unlikeCommit(failure.unlike),
      );
    case 'plan_unreadable':
      return text(
        `the plan of this workflow run cannot be read: ${failure.detail}`,
        'Set input `plan` to the output `plan` of the job that planned; where that is empty, the job failed: see its log.',
      );
    case 'not_a_repository':
      return text(
        `${failure.path} is not a git work tree`,
        failure.checkouts.length === 0
          ? 'Run inside a checkout; in a workflow, put actions/checkout before this step.'
          : `Run inside ${orList(failure.checkouts)}, which has a checkout; in a workflow, give actions/checkout no \`path\`.`,
        failure.detail,
      );
    case 'git_missing':
      return text(
        'there is no `git` on this machine',
        'Install git; in a workflow, before actions/checkout, which fetches no repository without it.',
      );
    case 'repository_untrusted':
      return text(
        `git does not trust ${failure.path}, which belongs to another user`,
        `Trust it with \`git config --global --add safe.directory ${quote(failure.path)}\`, in a workflow in a step before this one; or give the folder to the user who runs this.`,
        failure.detail,
      );
    case 'git_failed':
      return text(`\`${failure.command}\` failed`, 'See the message of git above.', failure.detail);
    case 'ssh_key_unusable':
      return text(
        `the SSH key for host \`${failure.host}\` cannot be used: ${failure.detail}`,
        'Give a private key in OpenSSH or PEM form: input `ssh-key` with `ssh-key-passphrase`, or --ssh-key FILE with PIKACI_SSH_KEY_PASSPHRASE.',
      );
    case 'known_hosts_invalid':
      return text(
        `${failure.source}, line ${failure.line}: ${failure.problem}`,
        'Use lines as `ssh-keyscan` prints them: `host key-type base64-key`.',
      );
    case 'host_key_unpinned':
      return text(
        `host \`${failure.host}\` (${failure.address}) shows a host key that is not pinned`,
        'If this key is truly the host’s, add the line above to `ssh-known-hosts` (on the command line: to ~/.ssh/known_hosts). On the host itself, its keys are shown by: cat /etc/ssh/ssh_host_*_key.pub',
        failure.offered,
      );
    case 'host_key_changed':
      return text(
        `host \`${failure.host}\` (${failure.address}) shows another host key than the pinned one`,
        'Someone may be in between. If the host was re-installed, replace the pinned line.',
        `pinned:  ${failure.pinned}\noffered: ${failure.offered}`,
      );
    case 'host_login_refused':
      if (failure.after === 'too many keys') {
        return text(
          `host \`${failure.host}\` (${failure.address}) refused user \`${failure.user}\` after too many keys`,
          'Have the agent hold the one key that is meant, or give that key itself; a host counts each key that an agent offers.',
        );
      }
      return text(
        `host \`${failure.host}\` (${failure.address}) refused the key for user \`${failure.user}\``,
        `Add the key's public half to ~${failure.user}/.ssh/authorized_keys there.`,
      );
    case 'host_without_shell':
      return text(
        `host \`${failure.host}\` starts no shell for its SSH user (${failure.how})`,
        'Give that user a login shell and no ForceCommand there; the shell has to find `sh` and `base64`.',
        failure.said === '' ? 'the host said nothing' : `the host said:\n${failure.said}`,
      );
    case 'host_unreachable':
      return text(
        `host \`${failure.host}\` (${failure.address}) cannot be reached: ${unreachable(failure.reason)}`,
        'Check that its sshd is up and that this machine has a way to it.',
      );
    case 'connection_lost':
      return text(
        `the connection to host \`${failure.host}\` was lost during ${failure.during}`,
        'Run again; if it happens often, look at the network and at the sshd log of the host.',
      );
    case 'host_command_failed':
      return text(
        `host \`${failure.host}\`: could not ${failure.step} (${failure.exit})`,
        'See the message of the host above.',
        failure.detail,
      );
    case 'work_folder_refused':
      return text(
        `work folder of host \`${failure.host}\`: ${failure.detail}`,
        'Set it right there, or name another folder with hosts.<name>.work_dir.',
      );
    case 'record_unwritable':
      return text(
        `the run's record cannot be written below ${failure.path}: ${failure.detail}`,
        'Make room there, or keep records elsewhere: --state-root, or input `state-root`.',
      );
    case 'snapshot_failed':
      return text(
        `snapshot: could not ${failure.step} ${failure.path}: ${failure.detail}`,
        'Make the file readable, or exclude it with snapshot.exclude.',
      );
    case 'staged_output_failed':
      return text(
        `staged output ${failure.installable} did not build on host \`${failure.host}\``,
        'Correct the build; the end of its log stands above.',
        failure.detail,
      );
    case 'guest_build_failed':
      return text(
        `the guest's runner ${failure.installable} did not build on host \`${failure.host}\``,
        'Check hosts.<name>.microvm.guest in the manifest; the end of its log stands above.',
        failure.detail,
      );
    case 'nix_unsandboxed':
      return text(
        `${failure.installable} comes from the workspace, and Nix on host \`${failure.host}\` would build it without a sandbox (sandbox = ${failure.sandbox})`,
        `Set sandbox = true in nix.conf there; or, where whoever can open a pull request may run code on the host, allow = ["unsandboxed_nix"] for \`${failure.host}\` in input \`hosts\`.`,
      );
    case 'boot_timed_out':
      return text(
        `guest ${failure.guest} did not boot within ${failure.deadlineSecs} s`,
        'The last lines of its console stand above.',
        failure.console,
      );
    case 'guest_ended':
      return text(
        `guest ${failure.guest} ended ${failure.started ? 'without a result' : 'before the command started'} (${failure.reason})`,
        'The last lines of its console stand above.',
        failure.console,
      );
    case 'result_untrusted':
      return text(
        `guest ${failure.guest} left no result that can be trusted: ${failure.problem}`,
        'A lane only passes with the result.json of its own guest; look at the end of its log.',
      );
    case 'command_failed':
      if (failure.missing !== undefined) {
        return text(
          `the guest has no \`${failure.missing}\` (test command exited with ${failure.exitCode})`,
          'Add it to the guest, or install it in the command; where it is there, look at the PATH.',
        );
      }
      return text(exitWords(failure.exitCode), 'The end of the log shows why.');
    case 'command_out_of_memory':
      return text(
        `${exitWords(failure.exitCode)}, and the guest ran out of memory`,
        'The guest’s kernel had to kill a process. Give the lane more memory (mem_mib), or make the command need less.',
      );
    case 'command_timed_out':
      return text(
        `test command timed out after ${failure.timeoutSecs} s` +
          (failure.enforcedBy === 'host' ? ' (the guest did not stop it; the host did)' : ''),
        'Make the command faster, or raise timeout_secs.',
      );
    case 'disk_exceeded':
      return text(
        `guest ${failure.guest} was ended: it took ${gib(failure.usedKib * 1024)} of its host's disk, and disk_gib grants ${gib(failure.limitKib * 1024)}`,
        'Write less to the workspace, to caches and to artifacts, or raise disk_gib.',
      );
    case 'artifacts_too_large':
      return text(
        `artifacts: ${count(failure.files, 'file')} of ${mib(failure.bytes)} together, and artifacts_mib grants ${mib(failure.limit)}`,
        'Name fewer files in the artifacts of the lane, or raise artifacts_mib.',
      );
    case 'artifacts_late':
      return text(
        `artifacts: they were not here within ${failure.afterSecs} s`,
        'Name fewer files in the artifacts of the lane, or look at the link to the host.',
      );
    case 'cancelled':
      return text(`cancelled by ${failure.by}`, 'Run again when ready.');
    case 'unexpected':
      return text(
        'an unexpected error; this is a bug of pikaci',
        'Please report it with the text above.',
        failure.detail,
      );
  }
}

/** The failure as lines for a terminal: headline, indented detail, what to do. */
export function failureLines(failure: Failure): string[] {
  const { headline, detail, fix } = describeFailure(failure);
  const evidence =
    detail === ''
      ? []
      : detail
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`);
  return [headline, ...evidence, `→ ${fix}`];
}

function unusableSecret({ lane, name, why }: UnusableSecret): string {
  const problem =
    why === 'missing'
      ? 'is not set in the environment, or is empty'
      : 'has fewer than 4 characters, and so cannot be kept out of logs';
  return `lane \`${lane}\`: its secret ${name} ${problem}`;
}

function text(headline: string, fix: string, detail = ''): FailureText {
  return { headline, detail, fix };
}

/** As compilers show it: the place, the problem, the line, and marks below what it is about. */
function manifestProblem(file: string, { key, problem, place }: ManifestProblem): string {
  const what = key === '' ? problem : `${key}: ${problem}`;
  if (place === undefined) return `${file}: ${what}`;
  const { line, column, text: source, length } = place;
  const gutter = String(line).length;
  const marks = '^'.repeat(Math.max(1, Math.min(length, source.length - column + 1)));
  return [
    `${file}:${line}:${column}: ${what}`,
    `  ${line} | ${source}`,
    `  ${' '.repeat(gutter)} | ${source.slice(0, column - 1).replace(/[^\t]/g, ' ')}${marks}`,
  ].join('\n');
}

/** By its code a shell tells a command that a signal ended from one that ended itself. */
function exitWords(code: number): string {
  const signal = signals[code - 128];
  const how = signal === undefined ? '' : `: killed by ${signal}`;
  return `test command exited with ${code}${how}`;
}

function toolsRemedy(setup: FailedSetup | undefined): string {
  if (setup === undefined) {
    return 'Run: pikaci host setup ssh://user@name – it installs them, or prints the line for an administrator.';
  }
  return setup.install === undefined
    ? 'They cannot be installed from here, as the host is neither Debian nor Ubuntu: have its administrator install them. Then run this again.'
    : 'The user may not install packages there (`sudo -n apt-get` asks for a password): have an administrator run the line above. Then run this again.';
}

/** Those that end a process, by their number on Linux and macOS alike. */
const signals: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
};

function unreachable(reason: UnreachableReason): string {
  switch (reason.kind) {
    case 'refused':
      return 'connection refused';
    case 'timed_out':
      return `no answer within ${Math.round(reason.afterMs / 1000)} s`;
    case 'unresolved':
      return 'its name does not resolve';
    case 'other':
      return reason.detail;
  }
}

function orList(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `\`${name}\``);
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(shown);
}

function unlikeCommit(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const shown = paths.slice(0, 5).map((path) => `  ${JSON.stringify(path)}`);
  const more = paths.length > shown.length ? [`  and ${paths.length - shown.length} more`] : [];
  return ['the workspace is not as its commit has it:', ...shown, ...more].join('\n');
}

function suggestion(name: string, known: readonly string[], what: string): string {
  const near = nearest(name, known);
  const list = known.length === 0 ? `There are no ${what}.` : `Known ${what}: ${known.join(', ')}.`;
  return near === undefined ? list : `Did you mean \`${near}\`? ${list}`;
}

function gib(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
}

function mib(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function imageUnavailable({
  image,
  host,
  reason,
  detail,
}: Failure & { cause: 'image_unavailable' }): FailureText {
  const [problem, fix] = imageTroubles[reason];
  return text(`image ${image} ${problem.replace('HOST', `host \`${host}\``)}`, fix, detail);
}

/** What happened to an image, and what to do. */
const imageTroubles: Readonly<Record<ImageTrouble, readonly [string, string]>> = {
  missing: [
    'is not in its registry, or is not to be seen by HOST',
    'Check its name and tag. A private one looks like a missing one to many registries: log in with docker/login-action before this step, or set input `registry-auth`.',
  ],
  denied: [
    'is not given to HOST: its registry wants a login',
    'Log in with docker/login-action before this step, or set input `registry-auth`.',
  ],
  unreachable: [
    'could not be fetched: HOST does not reach its registry',
    'It is tried again with the next run. Proxies and mirrors are set on the host, in its environment and its registries.conf.',
  ],
  throttled: [
    'could not be fetched: its registry takes no more requests from HOST for now',
    'Log in to have a limit of your own, use a mirror, or set pull = "missing" for images that are there already.',
  ],
  architecture: [
    'is not made for the processor of HOST',
    'Build it for that, too, or name another host.',
  ],
  disk_full: ['could not be kept: the disk of HOST is full', 'Make room there.'],
  tampered: [
    'is not what its digest says: what HOST was sent has another one',
    'Push it again. Nothing of it was kept.',
  ],
  malformed: ['cannot be read on HOST', 'Build it anew with a current tool.'],
  other: ['could not be fetched by HOST', 'What skopeo says of it stands above.'],
};
