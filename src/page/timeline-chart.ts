import { formatDuration } from '../report/duration.ts';
import type { PageData, PageLane, Span } from '../report/html/page-data.ts';
import { element, foreign } from './dom.ts';
import { icon, stateIcon } from './icons.ts';
import { phaseClass } from './lane-view.ts';
import { formatRoute } from './route.ts';
import { place, ticks, timeScale, type TimeScale } from './time-scale.ts';
import { stateWords } from './words.ts';

/** When everything happened: staged outputs, then the lanes, in the order of the list. */
export function timeline(data: PageData): HTMLElement {
  const scale = timeScale(data);
  return element(
    'section',
    { class: 'timeline', 'aria-labelledby': 'timeline-title' },
    element('h2', { id: 'timeline-title', tabindex: '-1' }, 'Timeline'),
    legend(data),
    element(
      'div',
      { class: 'chart' },
      axis(scale),
      grid(scale),
      element(
        'ul',
        {},
        ...data.prepared.map((span) => element('li', {}, preparedRow(span, scale))),
      ),
      element('ul', {}, ...data.lanes.map((lane) => element('li', {}, laneRow(lane, scale)))),
    ),
  );
}

function axis(scale: TimeScale): HTMLElement {
  const marks = tickTimes(scale).map((tick) => at(tick, scale, 'tick', tickText(tick)));
  return element('div', { class: 'axis', 'aria-hidden': 'true' }, ...marks);
}

function grid(scale: TimeScale): HTMLElement {
  const lines = tickTimes(scale).map((tick) => at(tick, scale, 'tick', ''));
  return element('div', { class: 'grid', 'aria-hidden': 'true' }, ...lines);
}

function tickTimes(scale: TimeScale): number[] {
  return ticks(scale, matchMedia('(max-width: 760px)').matches ? 3 : 8);
}

function at(tick: number, scale: TimeScale, className: string, text: string): HTMLElement {
  const mark = element('span', { class: className }, element('span', {}, text));
  mark.style.left = percent(tick / scale.length);
  return mark;
}

function tickText(ms: number): string {
  return ms < 10_000 ? `${ms / 1000}s` : formatDuration(ms);
}

function preparedRow(span: Span, scale: TimeScale): HTMLElement {
  const took = span.end === null ? '' : formatDuration(span.end - span.start);
  return element(
    'div',
    { class: 'line' },
    element(
      'span',
      { class: 'label' },
      icon('list'),
      element('span', { class: 'title', title: span.name }, foreign(span.name)),
    ),
    track([bar(span, 'phase staged', scale)]),
    element('span', { class: 'took' }, took),
  );
}

function laneRow(lane: PageLane, scale: TimeScale): HTMLElement {
  const { key, title, state, took, span, phases } = lane;
  const whole =
    span === null ? [] : [bar(span, `whole ${phases.length === 0 ? state : ''}`, scale)];
  const parts = phases.map((phase) => bar(phase, phaseClass(phase.name, state), scale));
  return element(
    'a',
    {
      class: 'line',
      href: formatRoute({ kind: 'lane', key, log: undefined, lines: undefined }),
    },
    element(
      'span',
      { class: 'label' },
      stateIcon(state),
      element('span', { class: 'title', title }, foreign(title)),
      element('span', { class: 'unseen' }, ` ${stateWords[state]}`),
    ),
    track([...whole, ...parts]),
    element('span', { class: 'took' }, took),
  );
}

function track(bars: readonly HTMLElement[]): HTMLElement {
  return element('span', { class: 'track', 'aria-hidden': 'true' }, ...bars);
}

function bar(span: Span, className: string, scale: TimeScale): HTMLElement {
  const { left, width } = place(span, scale);
  const took = span.end === null ? '' : formatDuration(span.end - span.start);
  const title = [span.name, took].filter(Boolean).join(': ');
  const made = element('i', { class: `bar ${className}`, ...(title !== '' && { title }) });
  made.style.left = percent(left);
  made.style.width = percent(width);
  return made;
}

/** What the colours mean, as far as they are used. */
function legend({ lanes, prepared }: PageData): HTMLElement {
  const names = [...new Set(lanes.flatMap(({ phases }) => phases.map(({ name }) => name)))];
  const entry = (className: string, text: string): HTMLElement =>
    element('li', {}, element('i', { class: className, 'aria-hidden': 'true' }), text);
  return element(
    'ul',
    { class: 'legend', 'aria-label': 'What the colours mean' },
    ...(prepared.length === 0 ? [] : [entry('phase staged', 'staged output')]),
    ...names.map((name) => entry(phaseClass(name, 'success'), name)),
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
