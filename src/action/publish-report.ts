import { publishCheckRun, type Annotation } from '../github/check-run.ts';
import type { Github } from '../github/client.ts';
import { publishComment } from '../github/comment.ts';
import { publishStatuses } from '../github/commit-status.ts';
import type { Unpublished } from '../github/refusal.ts';
import type { Outcome } from '../model/outcome.ts';
import type { SourceProblem } from '../model/source-problem.ts';
import { statusMarkdown, type StatusDocument } from '../report/status-markdown.ts';
import { targetStatuses } from '../report/target-status.ts';
import { unlinked } from '../report/unlinked.ts';
import { readProblems } from '../store/read-problems.ts';
import { runDirAt } from '../store/run-dir.ts';
import type { GithubContext } from './github-context.ts';
import type { ReportInputs } from './inputs.ts';

/** Somewhat less than GitHub takes, for the marker in front. */
const commentRoomBytes = 65_000;
const checkRoomBytes = 65_535;

/**
 * Posts the outcome where the inputs want it.
 * @param pageUrl where whoever wants to know more is led
 * @returns what GitHub did not take, most often because a token may only read
 */
export async function publishReport(
  github: Github,
  report: { outcome: Outcome; document: StatusDocument; pageUrl: string },
  inputs: ReportInputs,
  context: GithubContext,
  signal: AbortSignal,
): Promise<Unpublished[]> {
  const posts = [
    inputs.status ? postStatuses : undefined,
    inputs.comment && context.pullRequest !== undefined ? postComment : undefined,
    inputs.check ? postCheck : undefined,
  ];
  const unpublished: Unpublished[] = [];
  for (const post of posts) {
    const missing = await post?.();
    if (missing !== undefined) unpublished.push(missing);
  }
  return unpublished;

  async function postStatuses(): Promise<Unpublished | undefined> {
    const statuses = targetStatuses(report.outcome).map(({ target, state, description, link }) => ({
      context: `pikaci / ${target}`,
      state,
      description: unlinked(description),
      targetUrl: link ?? report.pageUrl,
    }));
    const answers = await publishStatuses(github, context.headSha, statuses, signal);
    const refusal = answers.find((answer) => answer.kind !== 'done');
    return refusal && { what: 'the commit statuses', permission: 'statuses: write', refusal };
  }

  async function postComment(): Promise<Unpublished | undefined> {
    const answer = await publishComment(
      github,
      {
        pullRequest: context.pullRequest ?? 0,
        key: context.workflow,
        body: statusMarkdown(report.document, commentRoomBytes),
      },
      signal,
    );
    return answer.kind === 'done'
      ? undefined
      : { what: 'the comment', permission: 'pull-requests: write', refusal: answer };
  }

  async function postCheck(): Promise<Unpublished | undefined> {
    const { status } = report.document;
    const answer = await publishCheckRun(
      github,
      {
        name: 'pikaci lanes',
        sha: context.headSha,
        conclusion: conclusionOf(report.outcome),
        detailsUrl: report.pageUrl,
        title: status.message ?? status.counts,
        summary: statusMarkdown(report.document, checkRoomBytes),
        text: '',
        annotations: await annotations(report.outcome),
      },
      signal,
    );
    return answer.kind === 'done'
      ? undefined
      : { what: 'the check run', permission: 'checks: write', refusal: answer };
  }
}

/** Annotations of a check run; as many as somebody may still want to read. */
const annotationsAtMost = 200;

/** What lanes report about files; of several lanes that report the same, once. */
async function annotations({ lanes }: Outcome): Promise<Annotation[]> {
  const read = lanes.flatMap(({ id, report }) =>
    report === undefined ? [] : [readProblems(runDirAt(report.folder).job(id).problemsJson)],
  );
  const problems = (await Promise.all(read)).flat().toSorted(errorsFirst);
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()]
    .slice(0, annotationsAtMost)
    .map(({ level, file, line, endLine, title, message }) => ({
      path: file,
      level: level === 'error' ? 'failure' : 'warning',
      line,
      ...(endLine !== undefined && { endLine }),
      ...(title !== undefined && { title: unlinked(title) }),
      message: unlinked(message),
    }));
}

function errorsFirst(one: SourceProblem, other: SourceProblem): number {
  return Number(other.level === 'error') - Number(one.level === 'error');
}

function conclusionOf({ state }: Outcome): 'success' | 'failure' | 'cancelled' | 'skipped' {
  return state === 'failed' ? 'failure' : state;
}
