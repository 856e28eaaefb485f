import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useViewer } from '../../viewer/viewer';
import { BulkSummary } from '../../bulk/bulk-summary';
import { SelectionBar } from '../../bulk/selection-bar';
import { useBulk } from '../../bulk/use-bulk';
import { useSelection } from '../../bulk/use-selection';
import { ErrorNotice } from '../../errors/error-notice';
import { readFragment } from '../../generated';
import { EmptyList } from './empty-list';
import { type InboxFilters, toTaskFilter } from '../filters/filters';
import { InboxTasks, nextPageSize, pageSize } from './inbox-operations';
import { ListNotice, type Notice } from './list-notice';
import { LoadMore } from '../../interface/paging/load-more';
import { NewTasks } from './new-tasks';
import { SkeletonRows } from './skeleton-rows';
import classes from './task-list.module.css';
import { TaskRowFields } from './task-row';
import { TaskRows } from './task-rows';
import { belongsTo, type TabName } from '../tabs/tabs';
import { useClaimInList } from './use-claim-in-list';
import { useAnnouncedResult } from './use-announced-result';
import { useArrivals } from './use-arrivals';
import { useBusyList } from './use-busy-list';
import { useLiveList } from './use-live-list';

/** One list of the inbox: reads it by pages, keeps it live, moves through it by keys, acts on many rows at once. */
export function TaskList({ tab, filters }: { tab: TabName; filters: InboxFilters }) {
  const viewer = useViewer();
  // "Overdue" means overdue when the list was opened: a moment that moves would be another list each time.
  const [wanted] = useState(() => ({
    filter: toTaskFilter(tab, filters, new Date()),
    orderBy: filters.order,
  }));
  const { data, error, networkStatus, fetchMore, refetch } = useQuery(InboxTasks, {
    variables: { ...wanted, first: pageSize },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const [notice, setNotice] = useState<Notice | null>(null);
  const [moreError, setMoreError] = useState<unknown>(null);
  const edges = data?.tasks.edges;
  const read = useMemo(
    () =>
      (edges ?? [])
        .map(({ node }) => readFragment(TaskRowFields, node))
        .filter((task) => belongsTo(tab, task, viewer.id)),
    [edges, tab, viewer.id],
  );
  const box = useRef<HTMLDivElement>(null);
  const { busy, handlers } = useBusyList(box, read.length > 0);
  const { shown: rows, held, fresh, show } = useArrivals(read, Boolean(data), busy);
  const commands = useClaimInList(setNotice);
  const selection = useSelection(rows);
  const reread = useLiveList(wanted, edges?.length ?? 0);
  const bulk = useBulk(reread);
  useAnnouncedResult(filters, data ? { count: rows.length, more: data.tasks.pageInfo.hasNextPage } : null);

  if (!data && error) {
    return <ErrorNotice title="The tasks could not be read" error={error} onRetry={() => void refetch()} />;
  }
  if (!data) return <SkeletonRows />;

  const { pageInfo } = data.tasks;
  const loadMore = async (): Promise<void> => {
    setMoreError(null);
    await fetchMore({ variables: { after: pageInfo.endCursor, first: nextPageSize } }).catch(setMoreError);
  };
  const showNew = (): void => {
    // The rows stand before the page is scrolled: those above what is seen move it when they are measured.
    flushSync(show);
    // The button goes; the list is where its reader goes on, and j is its first row.
    const list = box.current?.querySelector('ul');
    list?.focus({ preventScroll: true });
    if (list && list.getBoundingClientRect().top < 0) list.scrollIntoView();
  };
  const news = <NewTasks held={held} onShow={showNew} />;
  return (
    <>
      <ListNotice notice={notice} onClose={() => setNotice(null)} />
      <BulkSummary outcome={bulk.outcome} onUndo={bulk.undo} onClose={bulk.dismiss} />
      {rows.length === 0 && !pageInfo.hasNextPage ? (
        <EmptyList tab={tab} filters={filters} />
      ) : (
        <div className={classes.list} ref={box} {...handlers}>
          {tab === 'closed' ? (
            <div className={classes.order}>
              <Text size="sm" c="dimmed">
                Closed last comes first
              </Text>
              {news}
            </div>
          ) : (
            <SelectionBar loaded={rows} selection={selection} bulk={bulk} sticky={held > 0}>
              {news}
            </SelectionBar>
          )}
          <TaskRows
            rows={rows}
            more={pageInfo.hasNextPage}
            fresh={fresh}
            commands={commands}
            selection={tab === 'closed' ? null : selection}
          />
        </div>
      )}
      {pageInfo.hasNextPage && (
        <LoadMore
          busy={networkStatus === NetworkStatus.fetchMore}
          error={moreError}
          onMore={() => void loadMore()}
        />
      )}
    </>
  );
}
