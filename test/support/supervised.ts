import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { supervisorScript } from '../../src/guest/scripts.ts';
import { until } from './until.ts';

export const inSeconds = (seconds: number): string =>
  `${Math.floor(Date.now() / 1000) + seconds}\n`;

/** A folder becomes a work folder of ours. */
export function markWorkFolder(folder: string): void {
  writeFileSync(join(folder, '.pikaci-work-folder'), '');
}

/** A guest's folder with an agent, as a launch would leave it. */
export function guestIn(
  folder: string,
  name: string,
  agent: string,
  lease = inSeconds(60),
): string {
  markWorkFolder(folder);
  const dir = join(folder, 'guests', name);
  mkdirSync(join(dir, 'request'), { recursive: true });
  writeFileSync(join(dir, 'request', 'agent'), agent);
  writeFileSync(join(dir, 'boot'), 'exec bash request/agent\n');
  writeFileSync(join(dir, 'no-machine'), '');
  writeFileSync(join(dir, 'lease'), lease);
  return dir;
}

export interface SupervisorOptions {
  script?: string;
  path?: string;
  diskKib?: number;
}

export function supervise(
  dir: string,
  name: string,
  {
    script = supervisorScript(),
    path = process.env['PATH'] ?? '',
    diskKib,
  }: SupervisorOptions = {},
): ChildProcess {
  const file = join(dir, 'supervisor.sh');
  writeFileSync(file, script);
  return spawn('sh', [file, dir, name, String(diskKib ?? '')], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, PATH: path },
  });
}

export async function appears(file: string): Promise<void> {
  await until(`${file} is there`, () => existsSync(file), 30);
}

export function processesOf(name: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(join('/proc', pid, 'environ'), 'latin1')
        .split('\0')
        .includes(`PIKACI_GUEST_NAME=${name}`);
    } catch {
      return false;
    }
  });
}
