import type { LegJob } from '../model/leg.ts';
import type { PlannedLeg, ReportPlan } from '../model/report-plan.ts';

/** Which job of the workflow run is a planned lane's. */
export type JobMatch =
  | { kind: 'found'; job: LegJob }
  | { kind: 'none' }
  /** Several jobs could be it, or one that several legs could mean. */
  | { kind: 'ambiguous'; names: readonly string[] };

/** GitHub keeps so much of a job's name, the last of it as dots. */
const nameLimit = 100;

/**
 * Finds each planned lane's job by its name, which is all that GitHub tells of it: the leg's title
 * behind the names of whatever calls the workflow (`ci / check-rust / unit`). The report's own job
 * stands behind the same callers. Whatever merely ends alike is somebody else's job.
 * @param ownName of the report's job, as GitHub lists it; without it there is no caller
 */
export function matchJobs(
  { include, grouping }: Pick<ReportPlan, 'include' | 'grouping'>,
  jobs: readonly LegJob[],
  ownName = '',
): ReadonlyMap<PlannedLeg, JobMatch> {
  const caller = callerOf(ownName);
  const titleOf = ({ title, group }: PlannedLeg): string => (grouping === 'target' ? group : title);
  const titles = [...new Set(include.map(titleOf))];
  const namesakes = Map.groupBy(
    titles.flatMap((title) => cutNames(caller, title)),
    (name) => name,
  );
  const named = Map.groupBy(jobs, ({ name }) => name);
  return new Map(
    include.map((planned) => {
      const title = titleOf(planned);
      const exact = named.get(`${caller}${title}`);
      if (exact !== undefined) return [planned, matchOf(exact)];
      const cut = cutNames(caller, title).filter((name) => named.has(name));
      const shared = cut.some((name) => (namesakes.get(name)?.length ?? 0) > 1);
      if (shared) return [planned, { kind: 'ambiguous', names: cut }];
      return [planned, matchOf(cut.flatMap((name) => named.get(name) ?? []))];
    }),
  );
}

const separator = ' / ';

function callerOf(ownName: string): string {
  const end = ownName.lastIndexOf(separator);
  return end === -1 ? '' : ownName.slice(0, end + separator.length);
}

/** Each level's own name may be cut, or all of it together. */
function cutNames(caller: string, title: string): string[] {
  const whole = `${caller}${title}`;
  const forms = [`${caller}${cutName(title)}`, cutName(whole)];
  return [...new Set(forms)].filter((name) => name !== whole);
}

function cutName(name: string): string {
  return name.length > nameLimit ? `${name.slice(0, nameLimit - 3)}...` : name;
}

function matchOf(found: readonly LegJob[]): JobMatch {
  const [job, ...others] = found;
  if (job === undefined) return { kind: 'none' };
  return others.length === 0
    ? { kind: 'found', job }
    : { kind: 'ambiguous', names: found.map(({ name }) => name) };
}
