import { z } from 'zod';

export const variableName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'use letters, digits and `_`');

/**
 * Variables that mean something to GitHub's runner, to pikaci, to shells, or to how programs start. Whoever
 * writes the manifest may not be who set them, and did not set them for a lane to have.
 */
const reserved = [
  /^(?:GITHUB|ACTIONS|RUNNER|INPUT|STATE|PIKACI|SSH|LD|DYLD|GLIBC|MALLOC|LC|XDG)_/,
  /^(?:CI|PATH|HOME|USER|LOGNAME|SHELL|TERM|LANG|LANGUAGE|TZ|TMPDIR|PWD|OLDPWD|SHLVL)$/,
  /^(?:BASH\w*|ENV|IFS|CDPATH|SHELLOPTS|POSIXLY_CORRECT|GLOBIGNORE|EXECIGNORE|FIGNORE)$/,
  /^(?:PS[0-4]|UID|EUID|PPID|GROUPS|DIRSTACK|FUNCNAME|PIPESTATUS|PROMPT_COMMAND|TMOUT|_)$/,
  /^(?:RANDOM|SRANDOM|SECONDS|EPOCHSECONDS|EPOCHREALTIME|LINENO|OPT(?:ARG|IND|ERR)|REPLY)$/,
  /^(?:HIST\w+|HOST(?:NAME|TYPE|FILE)|OSTYPE|MACHTYPE|COMP_\w+|COMPREPLY|COPROC|MAPFILE)$/,
  /^(?:NODE_OPTIONS|SSL_CERT_(?:FILE|DIR)|CARGO_(?:HOME|TARGET_DIR|INCREMENTAL|TERM_COLOR))$/,
];

export const secretName = variableName.refine(
  (name) => !reserved.some((pattern) => pattern.test(name)),
  'is a name that GitHub, pikaci, shells or programs use for themselves; give the secret a name of its own',
);
