import DataLoader from 'dataloader';

/** A page of something that belongs to a parent, such as the comments of a task. */
interface Wanted<Request> {
  /** The parent's id. */
  of: string;
  page: Request;
}

export type PageLoader<Request, Page> = DataLoader<Wanted<Request>, Page | null>;

/** One query for all parents of the answer whose items are asked for by the same page. */
export function pageLoader<Request, Page>(
  find: (ids: string[], page: Request) => Promise<ReadonlyMap<string, Page>>,
): PageLoader<Request, Page> {
  const load = async (wanted: readonly Wanted<Request>[]) => {
    const found = new Map<string, Promise<ReadonlyMap<string, Page>>>();
    for (const { page } of wanted) {
      const key = JSON.stringify(page);
      const same = wanted.filter((one) => JSON.stringify(one.page) === key).map(({ of }) => of);
      if (!found.has(key)) found.set(key, find([...new Set(same)], page));
    }
    return Promise.all(
      wanted.map(async ({ of, page }) => (await found.get(JSON.stringify(page)))?.get(of) ?? null),
    );
  };
  // Without a cache, so that a subscription never shows what was true at its start.
  return new DataLoader(load, { cache: false });
}
