import type { PageData } from '../report/html/page-data.ts';
import { element, foreign, iconButton } from './dom.ts';
import { icon, stateIcon } from './icons.ts';
import type { ThemeSwitch } from './theme.ts';
import { stateWords } from './words.ts';

/** The compact status: what people read first. */
export function reportHeader(
  data: PageData,
  theme: ThemeSwitch,
  onHelp: () => void,
): readonly HTMLElement[] {
  const { state, title, link, run, counts, head, queuedAt, queued, ran, message } = data;
  const fact = (label: string, value: string, className = ''): HTMLElement | null =>
    // No lane started, and nothing waited or ran.
    value === ''
      ? null
      : element(
          'div',
          { class: className },
          element('dt', {}, label),
          element('dd', { title: value }, foreign(value)),
        );
  return [
    element(
      'div',
      { class: 'verdict' },
      stateIcon(state),
      element('p', { class: `state ${state}` }, stateWords[state]),
      element('h1', { title }, foreign(title)),
      link === null
        ? null
        : element(
            'a',
            { class: 'button outside', href: link, rel: 'noreferrer' },
            'CI page',
            icon('outside'),
          ),
    ),
    element(
      'dl',
      { class: 'facts' },
      fact('lanes', message ?? counts, 'counts'),
      fact('run', run.replace(/^run /, '')),
      fact('head', shortHead(head)),
      fact('queued at', queuedAt),
      fact('queued', queued),
      fact('ran', ran),
    ),
    element('div', { class: 'group' }, theme.button, iconButton(icon('help'), 'Keys', '?', onHelp)),
  ];
}

/** A commit as people write it; what else is said of it stays. */
function shortHead(head: string): string {
  return head.replace(/^([0-9a-f]{12})[0-9a-f]{28,52}\b/, '$1');
}
