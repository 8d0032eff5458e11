import { z } from 'zod';
import { manifestSchema } from './manifest-schema.ts';

/** The manifest's schema for editors. */
export function manifestJsonSchema(): object {
  return {
    title: 'pikaci.toml',
    description: 'CI targets and their lanes',
    ...z.toJSONSchema(manifestSchema, { io: 'input' }),
  };
}
