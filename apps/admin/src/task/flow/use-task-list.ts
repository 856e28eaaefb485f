import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql, readFragment } from '../../generated';
import type { TaskWalkQuery } from '../../generated/graphql';
import { readFilters, toTaskFilter } from '../../inbox/filters/filters';
import { lastInbox } from '../../inbox/list/last-opened';
import { TaskRowFields } from '../../inbox/list/task-row';
import { belongsTo, tabOf } from '../../inbox/tabs/tabs';
import { useViewer } from '../../viewer/viewer';
import { neighboursOf } from './list-order';

const pageSize = 50;

const TaskWalk = graphql(`
  query TaskWalk($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {
    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          ...TaskRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export interface ListWalk {
  /** Where the task stands in what was read of the list, from 1; null when it is not there (any more). */
  position: number | null;
  loaded: number;
  hasMore: boolean;
  /** What to open next; the server is asked only where nothing that was read is left. */
  next: () => Promise<string | null>;
  previous: () => string | null;
}

/** The order in which the tasks of a list stood when one of them was open. */
let kept: { path: string; order: readonly string[] } = { path: '', order: [] };

/** The list that the person came from, as it stands in the cache of the inbox, seen from one of its tasks. */
export function useTaskList(taskId: string): ListWalk {
  const viewer = useViewer();
  const apollo = useApolloClient();
  const [{ path, tab, wanted }] = useState(readList);
  const { data } = useQuery(TaskWalk, {
    variables: { ...wanted, first: pageSize },
    fetchPolicy: 'cache-first',
  });
  const idsOf = (read: TaskWalkQuery | undefined): string[] =>
    (read?.tasks.edges ?? [])
      .map(({ node }) => readFragment(TaskRowFields, node))
      .filter((row) => belongsTo(tab, row, viewer.id))
      .map(({ id }) => id);
  const live = idsOf(data);
  const at = live.indexOf(taskId);
  useEffect(() => {
    if (at !== -1) kept = { path, order: live };
  });
  const around = (ids: readonly string[]) => neighboursOf(taskId, ids, kept.path === path ? kept.order : []);

  const next = async (): Promise<string | null> => {
    const { next: known } = around(live);
    if (known !== null) return known;
    const more = data?.tasks.pageInfo;
    const after = more?.hasNextPage ? more.endCursor : null;
    const variables = { ...wanted, first: pageSize, after };
    // Without an answer there is no next task that one could be sure of.
    const read = await apollo
      .query({ query: TaskWalk, variables, fetchPolicy: 'network-only' })
      .catch(() => undefined);
    return around([...(after === null ? [] : live), ...idsOf(read?.data)]).next;
  };
  return {
    position: at === -1 ? null : at + 1,
    loaded: live.length,
    hasMore: data?.tasks.pageInfo.hasNextPage ?? false,
    next,
    previous: () => around(live).previous,
  };
}

function readList() {
  const path = lastInbox.path();
  const params = new URLSearchParams(path.split('?')[1] ?? '');
  const tab = tabOf(params.get('tab'));
  const filters = readFilters(params, tab);
  return {
    path,
    tab,
    wanted: { filter: toTaskFilter(tab, filters, new Date()), orderBy: filters.order },
  };
}
