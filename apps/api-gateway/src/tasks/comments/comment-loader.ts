import type { Page, PageRequest } from '@orkestra/core';
import type { CommentView } from '@orkestra/tasks';
import DataLoader from 'dataloader';

export interface CommentsOfTask extends PageRequest {
  taskId: string;
}

type Pages = Map<string, Page<CommentView>>;
export type CommentLoader = DataLoader<CommentsOfTask, Page<CommentView>>;

/** One query for all tasks of the answer whose comments are asked for by the same page. */
export function commentLoader(find: (taskIds: string[], page: PageRequest) => Promise<Pages>): CommentLoader {
  const load = async (wanted: readonly CommentsOfTask[]) => {
    const found = new Map<string, Promise<Pages>>();
    for (const { first, after } of wanted) {
      const key = keyOf({ first, after });
      const same = wanted.filter((one) => keyOf(one) === key).map(({ taskId }) => taskId);
      if (!found.has(key)) found.set(key, find([...new Set(same)], { first, after }));
    }
    return Promise.all(
      wanted.map(async (one) => (await found.get(keyOf(one)))?.get(one.taskId) ?? NO_COMMENTS),
    );
  };
  // Without a cache, so that a subscription never shows what was true at its start.
  return new DataLoader(load, { cache: false });
}

const NO_COMMENTS: Page<CommentView> = { items: [], cursors: [], endCursor: null, hasNextPage: false };

function keyOf({ first, after }: PageRequest): string {
  return JSON.stringify([first, after]);
}
