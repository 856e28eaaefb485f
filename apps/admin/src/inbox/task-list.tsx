import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useViewer } from '../app/viewer';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { EmptyList } from './empty-list';
import { InboxTasks, pageSize } from './inbox-tasks';
import { ListNotice, type Notice } from './list-notice';
import { LoadMore } from './load-more';
import { SkeletonRows } from './skeleton-rows';
import classes from './task-list.module.css';
import { TaskRow, TaskRowFields } from './task-row';
import { belongsTo, filterOf, type TabName } from './tabs';
import { useClaimInList } from './use-claim-in-list';
import { useFreshRows } from './use-fresh-rows';
import { useListKeys } from './use-list-keys';
import { useLiveList } from './use-live-list';

/** One list of the inbox: reads it by pages, keeps it live, moves through it by keys. */
export function TaskList({ tab, group }: { tab: TabName; group: string | null }) {
  const viewer = useViewer();
  const filter = filterOf(tab, group);
  const { data, error, networkStatus, fetchMore, refetch } = useQuery(InboxTasks, {
    variables: { filter, first: pageSize },
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
  const list = useListKeys(rows, { claim, release });
  useLiveList(filter, nodes.length);

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
      {rows.length === 0 && !pageInfo.hasNextPage ? (
        <EmptyList tab={tab} group={group} />
      ) : (
        <ul className={classes.list} aria-label="Tasks" ref={list}>
          {rows.map((task) => (
            <TaskRow key={task.id} task={task} fresh={fresh.has(task.id)} onClaim={claim} />
          ))}
        </ul>
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
