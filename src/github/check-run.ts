import { inRepository, type Github } from './client.ts';
import { cutMarkdown, cutText, type Limit } from './cut.ts';
import { refusalOf, type Answer } from './refusal.ts';

/** https://docs.github.com/rest/checks/runs */
const checkTextLimit: Limit = { kind: 'bytes', most: 65_535 };
const annotationsARequest = 50;
const annotationMessageLimit: Limit = { kind: 'bytes', most: 64 * 1024 };
const annotationTitleLimit: Limit = { kind: 'characters', most: 255 };

export interface CheckRun {
  name: string;
  /** The commit in full. */
  sha: string;
  conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | 'neutral';
  detailsUrl: string;
  title: string;
  /** Markdown, as `text`; each is cut to GitHub's limit, see `cutMarkdown`. */
  summary: string;
  text: string;
  annotations: readonly Annotation[];
}

export interface Annotation {
  /** Relative to the repository's root. */
  path: string;
  level: 'notice' | 'warning' | 'failure';
  /** 1-based. */
  line: number;
  /** Not before `line`; the same where it is left out. */
  endLine?: number;
  title?: string;
  message: string;
}

const cutNote = '_Cut to what GitHub takes; the step summary has the rest._';

/**
 * Makes a check run that is complete. With a workflow's own token it lands under whichever workflow
 * GitHub picks; an app's has a place of its own. Where GitHub does not take one of the annotations,
 * which are a lane's own words, it is made without them.
 * @returns how many annotations GitHub took before it refused one lot, where it did
 */
export async function publishCheckRun(
  github: Github,
  check: CheckRun,
  signal: AbortSignal,
): Promise<Answer<{ url: string; annotated: number }>> {
  const output = {
    title: cutText(check.title, annotationTitleLimit),
    summary: cutMarkdown(check.summary, checkTextLimit, cutNote),
    ...(check.text !== '' && { text: cutMarkdown(check.text, checkTextLimit, cutNote) }),
  };
  const [first = [], ...rest] = lotsOf(check.annotations.map(annotationOf));
  const { octokit } = github;
  const repository = inRepository(github, signal);
  try {
    const { data, taken } = await create(first).catch(async (error: unknown) => {
      const isAnnotated = first.length > 0 && refusalOf(error, signal).kind === 'refused';
      if (!isAnnotated) throw error;
      return create([]);
    });
    let annotated = taken;
    for (const lot of rest) {
      const more = await annotate(Number(data.id), lot);
      if (!more) break;
      annotated += lot.length;
    }
    return { kind: 'done', url: data.html_url ?? check.detailsUrl, annotated };
  } catch (error) {
    return refusalOf(error, signal);
  }

  async function create(annotations: ApiAnnotation[]) {
    const { data } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
      ...repository,
      name: check.name,
      head_sha: check.sha,
      status: 'completed',
      conclusion: check.conclusion,
      details_url: check.detailsUrl,
      output: { ...output, annotations },
    });
    return { data, taken: annotations.length };
  }

  /** Each request adds to the annotations that are there. */
  async function annotate(id: number, annotations: ApiAnnotation[]): Promise<boolean> {
    try {
      await octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...repository,
        check_run_id: id,
        output: { ...output, annotations },
      });
      return true;
    } catch (error) {
      refusalOf(error, signal);
      return false;
    }
  }
}

type ApiAnnotation = ReturnType<typeof annotationOf>;

function annotationOf({ path, level, line, endLine = line, title, message }: Annotation) {
  return {
    path,
    annotation_level: level,
    start_line: line,
    end_line: endLine,
    message: cutText(message, annotationMessageLimit),
    ...(title !== undefined && { title: cutText(title, annotationTitleLimit) }),
  };
}

function lotsOf<T>(items: readonly T[]): T[][] {
  const lots: T[][] = [];
  for (let start = 0; start < items.length; start += annotationsARequest) {
    lots.push(items.slice(start, start + annotationsARequest));
  }
  return lots;
}
