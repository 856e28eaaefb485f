import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { PageLoader } from '../interface/page-loader';
import { ShowMore } from '../interface/paging/show-more';
import { AuditEvents } from './audit-operations';
import { AuditRow } from './audit-row';
import classes from './audit.module.css';
import { type FilterDraft, filterOf } from './filter-draft';

export function AuditList({ draft, target }: { draft: FilterDraft; target: string | null }) {
  const { data, error, refetch, fetchMore } = useQuery(AuditEvents, {
    variables: { filter: filterOf(draft, target) },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  if (!data) {
    if (!error) return <PageLoader />;
    const reread = (): void => void refetch().catch(() => undefined);
    return <ErrorNotice title="The audit log could not be read" error={error} onRetry={reread} />;
  }
  const { edges, pageInfo } = data.auditEvents;
  if (edges.length === 0) {
    return (
      <Text className={classes.empty} c="dimmed" role="status">
        Nothing of this kind was done.
      </Text>
    );
  }
  return (
    <>
      <ol className={classes.events} aria-label="What was done, the newest first">
        {edges.map(({ node }) => (
          <AuditRow key={node.id} event={node} />
        ))}
      </ol>
      {pageInfo.hasNextPage && (
        <ShowMore onMore={() => fetchMore({ variables: { after: pageInfo.endCursor } })} />
      )}
    </>
  );
}
