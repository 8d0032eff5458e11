/**
 * How many rows each line of a log takes when long ones are wrapped, and where each begins: a
 * binary indexed tree, so that a line can be found and corrected in a log of any length.
 */
export class RowHeights {
  readonly #rows: Uint16Array;
  readonly #tree: Uint32Array;
  readonly #top: number;

  /** @param rowsOf a first guess, at least 1 */
  constructor(lines: number, rowsOf: (line: number) => number) {
    this.#rows = new Uint16Array(lines);
    this.#tree = new Uint32Array(lines + 1);
    this.#top = lines === 0 ? 0 : 2 ** Math.floor(Math.log2(lines));
    for (let line = 0; line < lines; line += 1) {
      const rows = rowsOf(line);
      const node = line + 1;
      this.#rows[line] = rows;
      this.#tree[node] = (this.#tree[node] ?? 0) + rows;
      const parent = node + (node & -node);
      if (parent <= lines) this.#tree[parent] = (this.#tree[parent] ?? 0) + (this.#tree[node] ?? 0);
    }
  }

  get total(): number {
    return this.before(this.#rows.length);
  }

  of(line: number): number {
    return this.#rows[line] ?? 1;
  }

  /** Rows above a line. */
  before(line: number): number {
    let sum = 0;
    for (let node = line; node > 0; node -= node & -node) sum += this.#tree[node] ?? 0;
    return sum;
  }

  /** The line that a row, counted from 0, belongs to; the last one for rows behind the end. */
  lineAt(row: number): number {
    let node = 0;
    let left = row;
    for (let step = this.#top; step > 0; step >>= 1) {
      const next = node + step;
      const rows = this.#tree[next];
      if (rows !== undefined && rows <= left) {
        node = next;
        left -= rows;
      }
    }
    return Math.max(0, Math.min(node, this.#rows.length - 1));
  }

  /** Corrects a guess. */
  set(line: number, rows: number): void {
    const change = rows - this.of(line);
    if (change === 0) return;
    this.#rows[line] = rows;
    for (let node = line + 1; node < this.#tree.length; node += node & -node)
      this.#tree[node] = (this.#tree[node] ?? 0) + change;
  }
}
