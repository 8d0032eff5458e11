import { describe, expect, it } from 'vitest';
import type { ChangePlan } from '../../src/model/change-plan.ts';
import type { RunRecord } from '../../src/model/record.ts';
import type { CompactStatus } from '../../src/report/compact-status.ts';
import { codeSpan, markdownTable, prose } from '../../src/report/markdown.ts';
import { phaseTable } from '../../src/report/phase-table.ts';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { statusMarkdown } from '../../src/report/status-markdown.ts';
import { unlinked } from '../../src/report/unlinked.ts';
import { renderMarkdown, type RenderedNode } from '../support/rendered-markdown.ts';
import { record } from '../support/sample-record.ts';

const runPage = 'https://github.com/octo/repo/actions/runs/4711';

/** What GitHub makes a mention, a reference or a link of, and what breaks out of where it stands. */
const hostile = [
  '@octocat',
  '@octo/team',
  'ping (@octocat), and @octo-cat!',
  '#12',
  'fixes #12, closes octo/repo#12',
  'GH-7 and gh-7',
  'octo/repo#1',
  'octo@188f4f1',
  '188f4f1',
  'see 188f4f1961e4a36a0c0e157fa369277a369767cb',
  'octo/repo@188f4f1961e4a36a0c0e157fa369277a369767cb',
  'https://github.com/octo/repo/issues/12',
  'HTTPS://github.com/octo/repo/pull/12#issuecomment-1',
  '<https://github.com/octo/repo/issues/12>',
  'www.github.com/octo/repo/issues/12',
  'mail octo@example.com',
  '[x](https://github.com/octo/repo/issues/12)',
  '![x](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '</code>@octocat<code>',
  '</a></summary></details>@octocat',
  '`@octocat',
  '``` `@octocat` ```',
  'a `b` c`@octocat`#12`',
  'x` y``#12`b`@octocat',
  '| @octocat | #12 |',
  'a\\| @octocat',
  'a\\\\|`@octocat',
  '\\`@octocat\\`',
  'one\n\n@octocat\n# two\n- three',
  '\r\n@octocat\u2028@octocat\u0085@octocat',
  '&#64;octocat &commat;octocat',
  ':octocat: $@octocat$ $$#12$$',
  '<!-- @octocat',
  '~~~\n@octocat',
  '1. @octocat',
  '1.',
  '---',
  '\u202e@octocat',
  'a\u200b#12',
  '',
  ' ',
  '|',
  '`',
  '\\',
];

const quiet = new Set(['code', 'pre', 'a']);

/** Text that GitHub looks into once it has rendered, and where links lead. */
function found(nodes: readonly RenderedNode[]): { texts: string[]; links: string[] } {
  const texts: string[] = [];
  const links: string[] = [];
  const visit = (node: RenderedNode): void => {
    if ('value' in node) texts.push(node.value);
    if (!('tagName' in node)) return;
    for (const { name, value } of node.attrs) {
      if (name === 'href' || name === 'src') links.push(value);
    }
    if (!quiet.has(node.tagName)) node.childNodes.forEach(visit);
  };
  nodes.forEach(visit);
  return { texts, links };
}

const linked =
  /@[\p{L}\p{N}]|#\d|\bgh-\d|\b[0-9a-f]{7,40}\b|https?:\/\/|www\.|:[a-z]\w*:|\$|[\u202a-\u202e\u200b]/iu;

function expectQuiet(markdown: string): void {
  const { texts, links } = found(renderMarkdown(markdown));
  expect(texts.filter((text) => linked.test(text))).toEqual([]);
  expect(links.filter((link) => !link.startsWith(runPage))).toEqual([]);
}

/** The text of all of it, code or not. */
function textOf(nodes: readonly RenderedNode[]): string {
  return nodes
    .map((node) =>
      'value' in node ? node.value : 'childNodes' in node ? textOf(node.childNodes) : '',
    )
    .join('');
}

describe.each(hostile)('%j', (text) => {
  it('pings nobody as a name or in a sentence, in a table, a list or a link', () => {
    for (const markdown of [codeSpan(text), prose(text)]) {
      const table = markdownTable(['a', 'b'], [[markdown, 'x']]);
      expectQuiet(table);
      expect(/x$/m.exec(textOf(renderMarkdown(table)))).not.toBeNull();
      const item = `- ${markdown}\n- next\n`;
      expectQuiet(item);
      const [list, ...others] = renderMarkdown(item).filter(({ nodeName }) => nodeName !== '#text');
      expect([list?.nodeName, others]).toEqual(['ul', []]);
      expectQuiet(`see [${markdown}](${runPage}) and **${markdown}** · more`);
    }
  });

  it('shows as it is', () => {
    const shown = (markdown: string): string =>
      textOf(renderMarkdown(`x ${markdown} x`))
        .replace(/[\s\ufffd]+/g, ' ')
        .trim();
    const wanted = `x ${text} x`.replace(/[\s\u0085\u200b\u202e]+/g, ' ').trim();
    expect(shown(codeSpan(text))).toBe(wanted);
    const plain = (it: string): string => it.replace(/[`\s]+/g, '');
    expect(plain(shown(prose(text)))).toBe(plain(wanted));
  });

  it('pings nobody out of a status, a plan, and a table of phases', () => {
    const status: CompactStatus = {
      state: 'failed',
      run: 'run #97',
      workflowRun: { number: '97', url: runPage },
      target: text,
      counts: '1 failed',
      head: '188f4f1961e4a36a0c0e157fa369277a369767cb',
      queuedAt: '2026-03-26 00:01:40 UTC',
      queued: '7.0s',
      ran: '2m 20s',
      message: text,
      lanes: [`${runPage}/job/1`, undefined].map((link) => ({
        id: text,
        state: 'failed',
        took: '2m 20s',
        message: text,
        link,
      })),
    };
    const decided = [{ id: text, target: text, reason: text }];
    expectQuiet(
      statusMarkdown(
        {
          status,
          excerpts: [{ lane: text, title: 'what failed', log: text }],
          timeline: '',
          skipped: decided,
          notes: [text],
          links: [],
        },
        1_000_000,
      ),
    );
    expectQuiet(statusMarkdown(documentOfRun(), 1_000_000));
    const plan = { selected_count: 1, selected: decided, skipped: decided, notes: [text] };
    expectQuiet(planMarkdown(plan as unknown as ChangePlan, []));
    expectQuiet(planMarkdown(plan as unknown as ChangePlan, [text]));
    expectQuiet(phaseTable(phased(text)));
    expect(unlinked(text)).not.toMatch(/@[\p{L}\p{N}]|#\d|\bgh-\d/iu);
  });

  function documentOfRun() {
    const status: CompactStatus = {
      state: 'failed',
      run: 'run 20260326T000140Z-0a1b2c3d',
      workflowRun: undefined,
      target: text,
      counts: '1 failed',
      head: 'no commit',
      queuedAt: '',
      queued: '',
      ran: '',
      message: undefined,
      lanes: [],
    };
    return { status, excerpts: [], timeline: '', skipped: [], notes: [], links: [] };
  }
});

function phased(id: string): RunRecord {
  const [job] = record.jobs;
  if (job === undefined) throw new Error('no lane');
  const at = '2026-03-26T00:01:47.000Z';
  const phase = {
    phase: 'launch_guest' as const,
    started_at: at,
    finished_at: at,
    duration_ms: 1,
  };
  return { ...record, jobs: [{ ...job, id, execution: { ...job.execution, phases: [phase] } }] };
}

it.each([
  ['its leg left no record', 'its leg left no record'],
  ['test command exited with 3', 'test command exited with 3'],
  ['`src/**` matches src/a.ts', '`src/**` matches src/a.ts'],
  [
    'cannot reach builder (port 22): refused',
    'cannot reach builder &#40;port 22&#41;&#58; refused',
  ],
  ['thanks @octo/team for #12', 'thanks `@octo/team` for `#12`'],
  ['the file a_b.ts is at 188f4f1', 'the file `a_b.ts` is at `188f4f1`'],
])('%j reads as %j', (text, markdown) => {
  expect(prose(text)).toBe(markdown);
});
