/** As many as GitHub puts on a page. */
export const pageSize = 100;

/**
 * All that is listed on numbered pages; Octokit's own way to turn them takes no signal.
 * @param ask for a page, from 1
 */
export async function allPages<T>(
  ask: (page: number) => Promise<{ items: readonly T[]; link: string | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page += 1) {
    const { items, link = '' } = await ask(page);
    all.push(...items);
    if (!link.includes('rel="next"')) return all;
  }
}
