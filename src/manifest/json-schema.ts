import { z } from 'zod';
import type { BackendSettings } from '../model/backend.ts';
import { schemasWith } from './manifest-schema.ts';

/** The manifest's schema for editors. */
export function manifestJsonSchema(backends: readonly BackendSettings[]): object {
  return {
    title: 'pikaci.toml',
    description: 'CI targets and their lanes',
    ...z.toJSONSchema(schemasWith(backends).manifest, { io: 'input' }),
  };
}
