import type { ErrorLines } from '../diagnostics/error-lines.ts';
import { decodeDense } from '../report/html/dense-text.ts';
import { readErrors } from '../report/html/error-attributes.ts';
import type { LogKind } from '../report/html/html-report.ts';
import { indexLog, type LogText } from './log/log-text.ts';
import { inSlices } from './time-slices.ts';

/** A log by its lane's number in the page's data. */
export interface LogName {
  lane: number;
  kind: LogKind;
}

/** As they stand in the document; 0 for the same. */
export function inOrder(one: LogName, other: LogName): number {
  return one.lane - other.lane || one.kind.localeCompare(other.kind);
}

/** Unpacked logs are kept up to this size in all, those looked at last. */
const keptBytes = 192 * 1024 * 1024;

/** The logs that the document holds, packed; each is unpacked when somebody looks at it. */
export class EmbeddedLogs {
  readonly #lanes: number;
  readonly #open = new Map<string, LogText>();
  readonly #loaded = documentLoaded();

  constructor(lanes: number) {
    this.#lanes = lanes;
  }

  /** Which logs a lane has. */
  async kindsOf(lane: number): Promise<LogKind[]> {
    // The first lane's logs come before the script does.
    if (lane > 0) await this.#loaded;
    return (['guest', 'host'] as const).filter((kind) => holder({ lane, kind }) !== null);
  }

  async all(): Promise<LogName[]> {
    await this.#loaded;
    const lanes = Array.from({ length: this.#lanes }, async (_, lane) =>
      (await this.kindsOf(lane)).map((kind) => ({ lane, kind })),
    );
    return (await Promise.all(lanes)).flat();
  }

  /**
   * @throws the signal's reason once it is aborted
   * @throws TypeError where the packed bytes are damaged
   */
  async open(name: LogName, signal: AbortSignal): Promise<LogText> {
    const key = elementId(name);
    const known = this.#open.get(key);
    const log = known ?? (await inSlices(indexLog(await unpack(holder(name))), signal));
    // Last in the map is what was looked at last.
    this.#open.delete(key);
    this.#open.set(key, log);
    this.#forget(key);
    return log;
  }

  /** What was found in the log when the report was written. */
  errorsOf(name: LogName): ErrorLines {
    const { errors = '', first = '0' } = holder(name)?.dataset ?? {};
    return readErrors({ errors, first });
  }

  #forget(kept: string): void {
    let total = 0;
    for (const { bytes } of this.#open.values()) total += bytes.length;
    for (const [key, { bytes }] of this.#open) {
      if (total <= keptBytes) return;
      if (key === kept) continue;
      this.#open.delete(key);
      total -= bytes.length;
    }
  }
}

function elementId({ lane, kind }: LogName): string {
  return `log-${lane}-${kind}`;
}

function holder(name: LogName): HTMLElement | null {
  return document.getElementById(elementId(name));
}

async function unpack(from: HTMLElement | null): Promise<Uint8Array> {
  if (from === null) return new Uint8Array(0);
  const packed = decodeDense(from.textContent, Number(from.dataset['packed']));
  const bytes = new Uint8Array(Number(from.dataset['bytes']));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  let at = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    bytes.set(step.value, at);
    at += step.value.length;
  }
  return bytes;
}

function documentLoaded(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) =>
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }),
  );
}
