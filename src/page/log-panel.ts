import type { LogKind } from '../report/html/html-report.ts';
import type { PageLane } from '../report/html/page-data.ts';
import { goTo, movedTo } from './address-bar.ts';
import { element } from './dom.ts';
import type { EmbeddedLogs } from './embedded-logs.ts';
import { isOn, LogBar } from './log-bar.ts';
import type { Marks } from './log-rows.ts';
import { LogSearch } from './log-search.ts';
import { LogView } from './log-view.ts';
import { copyLog, openLog, saveLog, type OpenLog } from './open-log.ts';
import { formatRoute, type LineRange } from './route.ts';
import { keepSetting, readSetting } from './settings.ts';
import { firstIndex } from './log/sorted.ts';
import { openWholeLine } from './whole-line.ts';
import { hitWords, logNames, placeWords } from './words.ts';

/** Lines found by lane; nothing when no search goes over all lanes. */
export type HitsListener = (
  hits: { byLane: ReadonlyMap<number, number>; over: boolean } | undefined,
) => void;

/** A lane's logs, one at a time, with what is found in them. */
export class LogPanel {
  readonly element: HTMLElement;
  readonly #lanes: readonly PageLane[];
  readonly #logs: EmbeddedLogs;
  readonly #onHits: HitsListener;
  readonly #bar: LogBar;
  readonly #view: LogView;
  readonly #message = element('p', { class: 'log-message' });
  #opening = new AbortController();
  #open: OpenLog | undefined;
  #selected: LineRange | undefined;
  /** The line, from 0, that a step to the next error or hit starts from. */
  #cursor: number | undefined;
  #search: LogSearch | undefined;

  constructor(lanes: readonly PageLane[], logs: EmbeddedLogs, onHits: HitsListener) {
    this.#lanes = lanes;
    this.#logs = logs;
    this.#onHits = onHits;
    this.#bar = new LogBar({
      onQuery: () => void this.#startSearch(),
      onHit: (step) => this.toHit(step),
      onError: (step) => this.toError(step),
      onWrap: () => this.turnWrap(),
      onCopy: () => void this.copy(),
      onSave: () => this.save(),
    });
    this.#view = new LogView({
      addressOf: (line) => this.#address({ first: line, last: line }),
      onRange: (lines) => this.#select(lines),
      onWholeLine: (line) => {
        if (this.#open !== undefined) openWholeLine(this.#open.log, line);
      },
    });
    this.element = element(
      'section',
      { class: 'log-panel', 'aria-label': 'Log' },
      this.#bar.element,
      this.#view.element,
      this.#message,
    );
    this.#showWrap(readSetting('wrap') === 'on');
  }

  /** Opens a lane's log: where asked, or where it tells why the lane ended as it did. */
  async show(lane: number, kind: LogKind | undefined, lines: LineRange | undefined): Promise<void> {
    this.#opening.abort();
    const opening = new AbortController();
    this.#opening = opening;
    const kinds = await this.#logs.kindsOf(lane);
    if (this.#opening !== opening) return;
    const wanted = [kind, this.#lane(lane).telling, ...kinds];
    const chosen = wanted.find((it) => it !== undefined && kinds.includes(it));
    this.#bar.showTabs(this.#lane(lane).key, kinds, chosen);
    if (this.#open?.lane !== lane || this.#open.kind !== chosen) {
      this.#say(kinds.length === 0 ? 'This lane has no log.' : 'Opening the log …');
      if (chosen === undefined) return;
      try {
        const name = { lane, kind: chosen };
        this.#showLog(await openLog(this.#logs, name, opening.signal));
      } catch (error) {
        if (this.#opening === opening) this.#say(`This log cannot be opened: ${String(error)}`);
        return;
      }
      if (lines === undefined) this.#openAtItsPoint();
    }
    if (lines !== undefined) this.#goTo(lines);
  }

  toHit(step: 1 | -1): void {
    const open = this.#open;
    if (open === undefined || this.#search === undefined) return;
    const hits = this.#search.linesIn(open);
    const next = this.#next(hits, step);
    const beyond = next === undefined ? this.#search.beyond(open, step) : undefined;
    if (beyond === undefined) this.#selectLine(next ?? edge(hits, step));
    else {
      const line = (edge(beyond.lines, step) ?? 0) + 1;
      const { key } = this.#lane(beyond.lane);
      const lines = { first: line, last: line };
      goTo(formatRoute({ kind: 'lane', key, log: beyond.kind, lines }));
    }
  }

  toError(step: 1 | -1): void {
    const lines = this.#open?.errors.lines ?? [];
    this.#selectLine(this.#next(lines, step) ?? edge(lines, step));
  }

  toStart(): void {
    this.#view.toStart();
  }

  toEnd(): void {
    this.#view.toEnd();
  }

  turnWrap(): void {
    const on = readSetting('wrap') !== 'on';
    keepSetting('wrap', on ? 'on' : 'off');
    this.#showWrap(on);
  }

  /** The other log of the same lane. */
  turnKind(): void {
    this.#bar.turnTab();
  }

  async copy(): Promise<void> {
    if (this.#open !== undefined) await copyLog(this.#open, this.#selected);
  }

  save(): void {
    if (this.#open !== undefined) saveLog(this.#open, this.#lane(this.#open.lane));
  }

  focusSearch(): void {
    this.#bar.query.focus();
    this.#bar.query.select();
  }

  endSearch(): void {
    this.#bar.query.value = '';
    void this.#startSearch();
    this.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  #showLog(open: OpenLog): void {
    const { lane, kind, log } = open;
    this.#open = open;
    this.#selected = undefined;
    this.#cursor = undefined;
    this.#say('');
    const label = `${logNames[kind]} log of ${this.#lane(lane).title}, ${log.lines} lines`;
    this.#view.show(log, label, this.#marks());
    if (this.#search?.everywhere === false) void this.#startSearch();
    else this.#showCounts();
  }

  #openAtItsPoint(): void {
    if (this.#open === undefined) return;
    const { lane, errors } = this.#open;
    const { opensAt } = this.#lane(lane);
    if (opensAt === 'end') this.#view.toEnd();
    if (opensAt !== 'error') return;
    this.#cursor = errors.first;
    this.#view.reveal(errors.first);
    this.#showCounts();
  }

  #select(lines: LineRange): void {
    movedTo(this.#address(lines));
    this.#goTo(lines);
  }

  #selectLine(line: number | undefined): void {
    if (line !== undefined) this.#select({ first: line + 1, last: line + 1 });
  }

  #goTo(lines: LineRange): void {
    this.#selected = lines;
    this.#cursor = lines.first - 1;
    this.#view.select(lines);
    this.#view.reveal(lines.first - 1);
    this.#showCounts();
  }

  #address(lines: LineRange): string {
    const { lane, kind } = this.#open ?? { lane: 0, kind: undefined };
    return formatRoute({ kind: 'lane', key: this.#lane(lane).key, log: kind, lines });
  }

  #next(lines: readonly number[], step: 1 | -1): number | undefined {
    const from = this.#cursor ?? this.#view.firstVisible - step;
    const at = firstIndex(lines.length, (index) => (lines[index] ?? 0) >= from);
    if (step === -1) return lines[at - 1];
    return lines[lines[at] === from ? at + 1 : at];
  }

  async #startSearch(): Promise<void> {
    this.#search?.stop();
    const query = { text: this.#bar.query.value, matchCase: isOn(this.#bar.matchCase) };
    const search =
      query.text === '' ? undefined : new LogSearch(this.#logs, query, isOn(this.#bar.allLanes));
    this.#search = search;
    this.#showHits();
    if (search === undefined || this.#open === undefined) return;
    try {
      await search.run(this.#open, () => {
        if (this.#search === search) this.#showHits();
      });
    } catch (error) {
      if (this.#search === search) this.#bar.showHits(String(error));
    }
  }

  #showHits(): void {
    const search = this.#search;
    this.#view.mark(this.#marks());
    this.#showCounts();
    this.#onHits(
      search?.everywhere === true ? { byLane: search.byLane, over: search.left === 0 } : undefined,
    );
  }

  #marks(): Marks {
    const open = this.#open;
    if (open === undefined) return { errors: none, hits: none, pattern: undefined };
    const hits = this.#search?.linesIn(open) ?? none;
    return { errors: open.errors.lines, hits, pattern: this.#search?.pattern };
  }

  #showCounts(): void {
    const { errors, hits } = this.#marks();
    this.#bar.showErrors(placeWords(errors, this.#cursor));
    this.#bar.showHits(
      this.#search === undefined ? '' : hitWords(this.#search, hits, this.#cursor),
    );
  }

  #showWrap(on: boolean): void {
    this.#bar.showWrap(on);
    this.#view.wrap(on);
  }

  /** Instead of a log; empty to show the log. */
  #say(text: string): void {
    this.#message.textContent = text;
    this.#message.hidden = text === '';
    this.#view.element.hidden = text !== '';
    if (text !== '') this.#open = undefined;
  }

  #lane(index: number): PageLane {
    const lane = this.#lanes[index];
    if (lane === undefined) throw new Error(`no lane ${index}`);
    return lane;
  }
}

const none: readonly number[] = [];

/** Where a step around the end arrives. */
function edge(lines: readonly number[], step: 1 | -1): number | undefined {
  return step === 1 ? lines[0] : lines.at(-1);
}
