import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository of its own in a temporary folder, gone with the test. */
export class Project implements Disposable {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'pikaci-project-')));

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.name', 'Tester');
    this.git('config', 'user.email', 'tester@example.invalid');
  }

  file(path: string, content: string | Uint8Array, mode = 0o644): this {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, mode);
    return this;
  }

  link(path: string, target: string): this {
    symlinkSync(target, join(this.root, path));
    return this;
  }

  touch(path: string, time: Date): this {
    utimesSync(join(this.root, path), time, time);
    return this;
  }

  manifest(text: string): this {
    return this.file('pikaci.toml', text);
  }

  remove(path: string): this {
    rmSync(join(this.root, path), { recursive: true });
    return this;
  }

  /** Commits all there is, and returns the commit's id. */
  commit(message = 'a change'): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD').trim();
  }

  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
