import type { LaneState } from '../report/html/html-report.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Lines on a grid of 16 × 16. */
const drawings = {
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  close: 'M4 4l8 8M12 4l-8 8',
  outside:
    'M9.5 2.5h4v4M13.5 2.5 8 8M6.5 4H3.5A1 1 0 0 0 2.5 5v7.5a1 1 0 0 0 1 1H11a1 1 0 0 0 1-1V9.5',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  save: 'M8 2.5v7.5M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  wrap: 'M2.5 3.5h11M2.5 8h8.75a2.25 2.25 0 0 1 0 4.5H7.5M9 11l-1.75 1.5L9 14M2.5 12.5h2',
  help: 'M5.75 6a2.25 2.25 0 1 1 3.4 1.95C8.4 8.4 8 8.8 8 9.75M8 12.25v.25',
  light:
    'M8 5.25a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5M8 1.25v1.5M8 13.25v1.5M1.25 8h1.5M13.25 8h1.5M3.25 3.25l1 1M11.75 11.75l1 1M12.75 3.25l-1 1M4.25 11.75l-1 1',
  dark: 'M13.25 9.75A5.75 5.75 0 0 1 6.25 2.75 5.75 5.75 0 1 0 13.25 9.75',
  auto: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5M8 2.25v11.5M8 5h3.9M8 8h5.6M8 11h3.9',
  search: 'M7 2.75a4.25 4.25 0 1 0 0 8.5 4.25 4.25 0 0 0 0-8.5M10.25 10.25l3.25 3.25',
  timeline: 'M2.5 3.5h5M5 8h6M8.5 12.5h5',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
} as const;

export function icon(name: keyof typeof drawings): SVGElement {
  return picture('icon', [shape('path', { d: drawings[name], class: 'stroke' })]);
}

/** What stands inside the disc of a state; each state has a form of its own, not only a colour. */
const signs: Readonly<Record<LaneState, string>> = {
  success: 'M4.9 8.3l2.1 2.1 4.1-4.6',
  failed: 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  cancelled: 'M5 11l6-6',
  missing: 'M6.2 6.5a1.8 1.8 0 1 1 2.7 1.5c-.6.4-.9.7-.9 1.3M8 11.4v.1',
  running: 'M8 4.6V8l2.2 1.6',
  skipped: 'M5.2 8h5.6',
};

export function stateIcon(state: LaneState): SVGElement {
  return picture(`state-icon ${state}`, [
    shape('circle', { cx: '8', cy: '8', r: '7', class: 'disc' }),
    shape('path', { d: signs[state], class: 'sign' }),
  ]);
}

/** The state as the icon of the page's tab, which no style sheet reaches. */
export function tabIcon(state: LaneState): string {
  const svg = stateIcon(state);
  svg.setAttribute('xmlns', svgNamespace);
  const [disc, sign] = svg.children;
  disc?.setAttribute('fill', tabColours[state]);
  for (const [name, value] of Object.entries({ ...line, stroke: '#fff', 'stroke-width': '1.8' }))
    sign?.setAttribute(name, value);
  return `data:image/svg+xml,${encodeURIComponent(svg.outerHTML)}`;
}

const line = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

/** Readable on light and dark tabs. */
const tabColours: Readonly<Record<LaneState, string>> = {
  success: '#1f9347',
  failed: '#d63a45',
  cancelled: '#7a838d',
  missing: '#b97a00',
  running: '#2f7de1',
  skipped: '#7a838d',
};

function picture(className: string, shapes: readonly SVGElement[]): SVGElement {
  const svg = shape('svg', { viewBox: '0 0 16 16', class: className, 'aria-hidden': 'true' });
  svg.append(...shapes);
  return svg;
}

function shape(
  name: 'svg' | 'path' | 'circle',
  attributes: Readonly<Record<string, string>>,
): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
