import { createReadStream, existsSync } from 'node:fs';
import { LineSplitter } from './lines.ts';
import { LogDigest } from './log-digest.ts';

/** The digest of a log that was kept; nothing where none was. */
export async function digestLog(path: string): Promise<LogDigest | undefined> {
  if (!existsSync(path)) return undefined;
  const digest = new LogDigest();
  const splitter = new LineSplitter();
  for await (const chunk of createReadStream(path)) {
    for (const line of splitter.push(chunk as Buffer)) digest.push(line);
  }
  for (const line of splitter.end()) digest.push(line);
  digest.end();
  return digest;
}
