import { setTimeout as sleep } from 'node:timers/promises';
import type { EventSink } from '../model/event.ts';
import { permits, type HostSpec, type Lane } from '../model/target.ts';
import type { Host, OpenOptions } from '../host/host.ts';
import { publishSnapshot } from '../snapshot/publish.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Backend, PrepareTools } from '../guest/backend.ts';
import { reapGuests } from '../guest/reap-guests.ts';
import { nixBuild } from '../staged/nix-build.ts';
import { SharedWork } from './shared-work.ts';

export type OpenHost = (spec: HostSpec, options: OpenOptions) => Promise<Host>;

/**
 * Done once a run comes to a host, beside all else.
 * @returns what there is to say about it
 */
export type OnFirstUse = (host: Host, signal: AbortSignal) => Promise<string | undefined>;

export interface HostSessionOptions {
  open: OpenHost;
  onFirstUse: OnFirstUse;
  /** Being taken, while the host is connected to. */
  snapshot: Promise<Snapshot>;
  /** Whose snapshots resemble each other: the repository. */
  project: string;
  /** See {@link PrepareTools}. */
  run: string;
  registryAuth: (registry: string) => string;
  emit: EventSink;
  signal: AbortSignal;
  /** How long all lanes together wait for a host that is not there yet. */
  patienceMs?: number;
}

/** A machine that is starting up, or an sshd that takes no more logins for the moment. */
const defaultPatienceMs = 20_000;

/** How long a run that is over stays for what it does beside its lanes. */
const chorePatienceMs = 10_000;

/**
 * One host during one run: connected once, given the snapshot once, whoever comes first; the
 * others wait for the same promise. A failure is everyone's failure, and a lane that tries again
 * really does.
 */
export class HostSession implements AsyncDisposable {
  readonly spec: HostSpec;
  readonly #open: OpenHost;
  readonly #onFirstUse: OnFirstUse;
  readonly #snapshot: Promise<Snapshot>;
  readonly #project: string;
  readonly #run: string;
  readonly #registryAuth: (registry: string) => string;
  readonly #emit: EventSink;
  readonly #signal: AbortSignal;
  readonly #patienceMs: number;
  readonly #host = new SharedWork<Host>();
  readonly #tree = new SharedWork<string>();
  readonly #prepared = new Map<string, SharedWork<unknown>>();
  readonly #told = new Set<string>();
  #firstDialled: number | undefined;
  #chores: Promise<void> | undefined;

  constructor(spec: HostSpec, options: HostSessionOptions) {
    this.spec = spec;
    this.#open = options.open;
    this.#onFirstUse = options.onFirstUse;
    this.#snapshot = options.snapshot;
    this.#project = options.project;
    this.#run = options.run;
    this.#registryAuth = options.registryAuth;
    this.#emit = options.emit;
    this.#signal = options.signal;
    this.#patienceMs = options.patienceMs ?? defaultPatienceMs;
  }

  host(): Promise<Host> {
    return this.#host.do(() => {
      this.#firstDialled ??= performance.now();
      const waited = performance.now() - this.#firstDialled;
      return this.#open(this.spec, {
        signal: this.#signal,
        patienceMs: Math.max(0, this.#patienceMs - waited),
        onConnected: (address, milliseconds) =>
          this.#emit({
            event: 'host_connected',
            host: this.spec.name,
            address,
            duration_ms: Math.round(milliseconds),
          }),
      });
    });
  }

  async snapshotHash(): Promise<string> {
    return (await this.#snapshot).hash;
  }

  /**
   * Starts what every lane will wait for, so that all of it travels together, and clears away what
   * lost runners left there.
   */
  warmUp(): void {
    this.#chores = this.#doChores();
    // Failures are told to whoever asks for it.
    this.snapshotTree().catch(() => undefined);
  }

  /** Path of the snapshot's tree on the host, once it is there. */
  snapshotTree(): Promise<string> {
    return this.#tree.do(() => this.#publish());
  }

  /** Store path of a staged output, built or found. What is staged is what the workspace asks for. */
  async stagedOutput(installable: string, nix: string): Promise<string> {
    const { permits, ...tools } = this.#tools();
    const sandbox = permits('unsandboxed_nix') ? 'as_it_is' : 'required';
    const options = { ...tools, nix, installable, sandbox } as const;
    return nixBuild(await this.host(), options, (detail) => ({
      cause: 'staged_output_failed',
      installable,
      host: this.spec.name,
      detail,
    }));
  }

  /** What a backend makes ready on the host for a lane, once per run and for all alike. */
  prepared(
    { backend, settings }: { backend: Backend; settings: unknown },
    lane: Lane,
  ): Promise<unknown> {
    const key = `${backend.name} ${backend.preparedFor?.(lane) ?? ''}`;
    const known = this.#prepared.get(key) ?? new SharedWork<unknown>();
    this.#prepared.set(key, known);
    return known.do(async () => backend.prepare(await this.host(), settings, this.#tools(), lane));
  }

  /** Tells of something that concerns the host with the first lane that meets it, and once. */
  note(jobId: string, note: string): void {
    if (this.#told.has(note)) return;
    this.#told.add(note);
    this.#emit({ event: 'job_note', job_id: jobId, note });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // What was begun there is not left halfway.
    await Promise.race([this.#chores, sleep(chorePatienceMs, undefined, { ref: false })]);
    // A host that never opened has told its failure to whoever asked for it.
    const host = await this.#host.current?.catch(() => undefined);
    await host?.[Symbol.asyncDispose]();
  }

  /** What keeps a host clean. No lane waits for it, and none fails for it. */
  async #doChores(): Promise<void> {
    const host = await this.host().catch(() => undefined);
    if (host === undefined) return;
    await reapGuests(host, this.#signal).catch(() => undefined);
    const note = await this.#onFirstUse(host, this.#signal).catch(() => undefined);
    if (note !== undefined) this.#emit({ event: 'host_note', host: this.spec.name, note });
  }

  async #publish(): Promise<string> {
    const host = await this.host();
    const published = await publishSnapshot(host, this.#snapshot, this.#project, this.#signal);
    this.#emit({
      event: 'snapshot_published',
      host: this.spec.name,
      hash: await this.snapshotHash(),
      tree: published.tree,
      sent_bytes: published.sentBytes,
      sent_files: published.sentFiles,
    });
    return published.tree;
  }

  #tools(): PrepareTools {
    return {
      snapshotHash: () => this.snapshotHash(),
      snapshotTree: () => this.snapshotTree(),
      run: this.#run,
      registryAuth: this.#registryAuth,
      permits: (permission) => permits(this.spec, permission),
      signal: this.#signal,
    };
  }
}
