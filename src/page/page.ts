import type { PageData } from '../report/html/page-data.ts';
import { followAddress, goTo } from './address-bar.ts';
import { byId, element, foreign } from './dom.ts';
import { EmbeddedLogs } from './embedded-logs.ts';
import { tabIcon } from './icons.ts';
import { listenToKeys, openHelp, type KeyBinding } from './keys.ts';
import { LaneList } from './lane-list.ts';
import { LanePicker } from './lane-picker.ts';
import { laneHead } from './lane-view.ts';
import { LogPanel } from './log-panel.ts';
import { copy } from './notice.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';
import { reportHeader } from './report-header.ts';
import { ThemeSwitch } from './theme.ts';
import { timeline } from './timeline-chart.ts';
import { stateWords } from './words.ts';

const data = JSON.parse(byId('data').textContent) as PageData;
const main = byId('main');
const theme = new ThemeSwitch();
const list = new LaneList(data, byId('lanes'));
const picker = new LanePicker(byId('picker'), list, (by) => step(by, any));
const panel = new LogPanel(data.lanes, new EmbeddedLogs(data.lanes.length), list.showHits);
/** The lane that is shown, by number; nothing for the timeline. */
let shown: number | undefined;

/** Where the address leads; without one, to what needs a look. */
function here(): Route {
  const place = parseRoute(location.hash);
  const [first] = data.lanes;
  if (place !== undefined) return place;
  const calm = first === undefined || first.state === 'success' || first.state === 'skipped';
  return calm ? { kind: 'timeline' } : laneRoute(first.key);
}

function show(): void {
  list.open(false);
  const place = here();
  const lane = place.kind === 'lane' ? data.lanes.findIndex(({ key }) => key === place.key) : -1;
  if (place.kind === 'timeline') showTimeline();
  else if (lane === -1) showTimeline(place.key);
  else {
    showLane(lane);
    void panel.show(lane, place.log, place.lines);
  }
}

/** @param unknown the lane of an address that leads nowhere */
function showTimeline(unknown?: string): void {
  shown = undefined;
  list.show(undefined);
  picker.show(undefined);
  const note = element('p', { class: 'why missing' }, 'This report has no lane ');
  if (unknown !== undefined) note.append(foreign(unknown), '.');
  main.replaceChildren(...(unknown === undefined ? [] : [note]), timeline(data));
}

function showLane(index: number): void {
  const lane = data.lanes[index];
  if (lane === undefined || shown === index) return;
  shown = index;
  list.show(index);
  picker.show(lane);
  main.replaceChildren(laneHead(lane), panel.element);
  byId('announcement').textContent = `${lane.title}: ${stateWords[lane.state]}`;
}

/** @param wanted of the lanes that the filter leaves, those to step through */
function step(by: 1 | -1, wanted: (state: string) => boolean): void {
  const lanes = list.visible.filter((index) => wanted(data.lanes[index]?.state ?? ''));
  const from = shown ?? (by === 1 ? -1 : data.lanes.length);
  const next = by === 1 ? lanes.find((it) => it > from) : lanes.findLast((it) => it < from);
  const lane = data.lanes[next ?? lanes.at(by === 1 ? 0 : -1) ?? -1];
  if (lane !== undefined) goTo(formatRoute(laneRoute(lane.key)));
}

function laneRoute(key: string): Route {
  return { kind: 'lane', key, log: undefined, lines: undefined };
}

const any = (): boolean => true;
const needsLook = (state: string): boolean => ['failed', 'missing', 'cancelled'].includes(state);

const bindings: readonly KeyBinding[] = [
  { does: 'Next, previous lane', keys: { j: () => step(1, any), k: () => step(-1, any) } },
  {
    does: 'Next, previous failure',
    keys: { f: () => step(1, needsLook), F: () => step(-1, needsLook) },
  },
  { does: 'Next, previous error', keys: { e: () => panel.toError(1), E: () => panel.toError(-1) } },
  { does: 'Search', keys: { '/': () => panel.focusSearch() } },
  { does: 'Next, previous hit', keys: { n: () => panel.toHit(1), N: () => panel.toHit(-1) } },
  { does: 'Start, end of the log', keys: { g: () => panel.toStart(), G: () => panel.toEnd() } },
  { does: 'The lane’s other log', keys: { h: () => panel.turnKind() } },
  { does: 'Wrap long lines', keys: { w: () => panel.turnWrap() } },
  { does: 'Copy the selected lines, or the log', keys: { c: () => void panel.copy() } },
  {
    does: 'Copy the address of this place',
    keys: { y: () => void copy(location.href, 'the address') },
  },
  { does: 'Save the log', keys: { s: () => panel.save() } },
  { does: 'Filter lanes', keys: { l: () => list.open(true) } },
  { does: 'Timeline', keys: { t: () => goTo(formatRoute({ kind: 'timeline' })) } },
  { does: 'Theme: system, light, dark', keys: { d: () => theme.turn() } },
  { does: 'These keys', keys: { '?': () => openHelp(bindings) } },
];

document.head.append(element('link', { rel: 'icon', href: tabIcon(data.state) }));
byId('header').append(...reportHeader(data, theme, () => openHelp(bindings)));
listenToKeys(bindings, {
  onFind: () => shown !== undefined && (panel.focusSearch(), true),
  onEscape: () => {
    if (!list.escape() && shown !== undefined) panel.endSearch();
  },
  onScroll: () => panel.focus(),
});
followAddress(show);
