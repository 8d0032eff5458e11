import { backends } from '../core/backends.ts';
import { manifestJsonSchema } from '../manifest/json-schema.ts';
import { parseCommand } from './options.ts';

export function schemaCommand(args: readonly string[]): Promise<number> {
  parseCommand(args, {});
  process.stdout.write(`${JSON.stringify(manifestJsonSchema(backends), undefined, 2)}\n`);
  return Promise.resolve(0);
}
