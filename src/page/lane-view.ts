import { formatDuration } from '../report/duration.ts';
import type { PageLane, Span } from '../report/html/page-data.ts';
import { element, foreign } from './dom.ts';
import { icon, stateIcon } from './icons.ts';
import { stateWords } from './words.ts';

/** What is known of a lane besides its logs: why it failed, its phases, where it ran. */
export function laneHead(lane: PageLane): HTMLElement {
  const { state, title, took, link, message } = lane;
  return element(
    'header',
    { class: 'lane-head' },
    element(
      'div',
      { class: 'lane-title' },
      stateIcon(state),
      element('h2', { tabindex: '-1' }, foreign(title)),
      element('span', { class: 'quiet' }, [stateWords[state], took].filter(Boolean).join(' · ')),
      link === null
        ? null
        : element(
            'a',
            { class: 'button outside', href: link, rel: 'noreferrer' },
            'CI job',
            icon('outside'),
          ),
    ),
    message === null ? null : element('p', { class: `why ${state}` }, foreign(message)),
    lane.facts.length === 0 ? null : details(lane),
  );
}

function details(lane: PageLane): HTMLElement {
  const room = matchMedia('(min-width: 760px) and (min-height: 620px)').matches;
  return element(
    'details',
    room ? { open: '' } : {},
    element('summary', {}, lane.phases.length === 0 ? 'Where and when' : 'Phases, where and when'),
    lane.phases.length === 0 ? null : phaseStrip(lane),
    element(
      'dl',
      { class: 'facts' },
      ...lane.facts.map(([label, value]) =>
        element('div', {}, element('dt', {}, label), element('dd', {}, foreign(value))),
      ),
    ),
  );
}

/** The phases beside each other, as wide as they were long. */
function phaseStrip({ phases, state }: PageLane): HTMLElement {
  const total = phases.reduce((sum, phase) => sum + lasted(phase), 0);
  const segment = (phase: Span): HTMLElement => {
    const made = element('i', { class: phaseClass(phase.name, state) });
    made.style.flexGrow = String(Math.max(lasted(phase) / Math.max(total, 1), 0.004));
    return made;
  };
  return element(
    'div',
    { class: 'phases' },
    element('div', { class: 'strip', 'aria-hidden': 'true' }, ...phases.map(segment)),
    element(
      'ol',
      { 'aria-label': 'Phases' },
      ...phases.map((phase) =>
        element(
          'li',
          {},
          element('i', { class: phaseClass(phase.name, state), 'aria-hidden': 'true' }),
          phase.name,
          ' ',
          element('span', { class: 'took' }, formatDuration(lasted(phase))),
        ),
      ),
    ),
  );
}

/** What a phase looks like, in the strip and on the timeline. */
export function phaseClass(phase: string, state: PageLane['state']): string {
  const name = phase.replaceAll(' ', '-');
  return name === 'wait-for-completion' ? `phase ${name} ${state}` : `phase ${name}`;
}

function lasted({ start, end }: Span): number {
  return end === null ? 0 : end - start;
}
