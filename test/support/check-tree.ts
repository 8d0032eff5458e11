import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Expectation } from './sample-images.ts';

const program = readFileSync(join(import.meta.dirname, 'check-tree.sh'), 'utf8');

/**
 * A command that prints a line for whatever a tree has otherwise than expected, and nothing where
 * all is well. busybox is enough for it.
 */
export function checkTree(root: string, expectations: readonly Expectation[]): string[] {
  const facts = expectations.flatMap((expected) =>
    Object.entries(factsOf(expected)).flatMap(([fact, value]) => [expected.path, fact, value]),
  );
  return ['sh', '-c', program, 'sh', root, ...facts];
}

/** What check-tree.sh can look up, and what it should find; formats are those of `stat -c`. */
function factsOf(expected: Expectation): Record<string, string> {
  switch (expected.is) {
    case 'absent':
      return { there: 'no' };
    case 'symlink':
      return { target: expected.target };
    case 'fifo':
      return { '%F': 'fifo' };
    case 'character-device':
    case 'block-device': {
      const numbers = `${expected.major.toString(16)}:${expected.minor.toString(16)}`;
      return { '%F': expected.is.replace('-device', ' special file'), '%t:%T': numbers };
    }
    case 'directory': {
      const names = expected.names?.map((name) => `${name} `).join('');
      return { '%F': 'directory', ...metadata(expected), ...(names !== undefined && { names }) };
    }
    case 'file': {
      const { content, xattrs = {}, sameAs } = expected;
      const attributes = Object.entries(xattrs).map(([name, value]) => [
        `xattr:${name}`,
        value.split('\0', 1)[0] ?? '',
      ]);
      return {
        ...{ '%F': 'regular file', content, ...metadata(expected) },
        ...(Object.fromEntries(attributes) as Record<string, string>),
        ...(sameAs !== undefined && { 'inode-of': sameAs }),
      };
    }
  }
}

function metadata({ mode, owner }: { mode?: number; owner?: string }): Record<string, string> {
  return {
    ...(mode !== undefined && { '%a': mode.toString(8) }),
    ...(owner !== undefined && { '%u:%g': owner }),
  };
}
