import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useViewer } from '../../viewer/viewer';
import { BulkSummary } from '../../bulk/bulk-summary';
import { SelectionBar } from '../../bulk/selection-bar';
import { useBulk } from '../../bulk/use-bulk';
import { useSelection } from '../../bulk/use-selection';
import { ErrorNotice } from '../../errors/error-notice';
import { readFragment } from '../../generated';
import { EmptyList } from './empty-list';
import { type InboxFilters, toTaskFilter } from '../filters/filters';
import { InboxTasks, pageSize } from './inbox-operations';
import { ListNotice, type Notice } from './list-notice';
import { LoadMore } from '../../interface/paging/load-more';
import { SkeletonRows } from './skeleton-rows';
import classes from './task-list.module.css';
import { TaskRow, TaskRowFields } from './task-row';
import { belongsTo, type TabName } from '../tabs/tabs';
import { useClaimInList } from './use-claim-in-list';
import { useAnnouncedResult } from './use-announced-result';
import { useFreshRows } from './use-fresh-rows';
import { useListKeys } from './use-list-keys';
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
  const nodes = (data?.tasks.edges ?? []).map(({ node }) => readFragment(TaskRowFields, node));
  const rows = nodes.filter((task) => belongsTo(tab, task, viewer.id));
  const fresh = useFreshRows(rows, Boolean(data));
  const { claim, release } = useClaimInList(setNotice);
  const selection = useSelection(rows);
  const list = useListKeys(rows, { claim, release, select: ({ id }) => selection.toggle(id) });
  const reread = useLiveList(wanted, nodes.length);
  const bulk = useBulk(reread);
  useAnnouncedResult(filters, data ? { count: rows.length, more: data.tasks.pageInfo.hasNextPage } : null);

  if (!data && error) {
    return <ErrorNotice title="The tasks could not be read" error={error} onRetry={() => void refetch()} />;
  }
  if (!data) return <SkeletonRows />;

  const { pageInfo } = data.tasks;
  const loadMore = async (): Promise<void> => {
    setMoreError(null);
    await fetchMore({ variables: { after: pageInfo.endCursor } }).catch(setMoreError);
  };
  return (
    <>
      <ListNotice notice={notice} onClose={() => setNotice(null)} />
      <BulkSummary outcome={bulk.outcome} onUndo={bulk.undo} onClose={bulk.dismiss} />
      {rows.length === 0 && !pageInfo.hasNextPage ? (
        <EmptyList tab={tab} filters={filters} />
      ) : (
        <div className={classes.list}>
          {tab !== 'closed' && <SelectionBar loaded={rows.length} selection={selection} bulk={bulk} />}
          <ul className={classes.rows} aria-label="Tasks" ref={list}>
            {rows.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                fresh={fresh.has(task.id)}
                onClaim={claim}
                selected={tab === 'closed' ? null : selection.has(task.id)}
                onSelect={selection.toggle}
              />
            ))}
          </ul>
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
