#!/usr/bin/env node
/** The doors: the action's main and post steps, and the command line. The only exit code is here. */
async function main(): Promise<number> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  // The first with zstd in zlib; package.json's `engines` say the same.
  if (major < 22 || (major === 22 && minor < 15) || (major === 23 && minor < 8)) {
    process.stderr.write(
      `pikaci: needs Node 22.15 or newer, of 23 at least 23.8; this is ${process.version}\n`,
    );
    return 2;
  }
  const args = process.argv.slice(2);
  // The runner starts the bundle without arguments, people and scripts always with some.
  if (args.length === 0 && process.env['GITHUB_ACTIONS'] === 'true') {
    const { action } = await import('./action/action.ts');
    return action();
  }
  const { cli } = await import('./cli/cli.ts');
  return cli(args);
}

// A link or a timer left open must not keep the job waiting, but a pipe takes its time.
void main().then((code) => process.stdout.write('', () => process.exit(code)));
