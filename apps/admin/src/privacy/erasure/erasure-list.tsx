import { useQuery } from '@apollo/client/react';
import { ErrorNotice } from '../../errors/error-notice';
import { readFragment } from '../../generated';
import type { ErasablePeopleQuery } from '../../generated/graphql';
import { PageLoader } from '../../interface/page-loader';
import { ShowMore } from '../../interface/paging/show-more';
import classes from '../../settings/settings.module.css';
import { ErasablePeople, ErasablePersonFields } from './erasure-operations';
import { ErasureRow } from './erasure-row';

export function ErasureList({ status }: { status: 'DEACTIVATED' | 'ERASED' }) {
  const { data, error, refetch, fetchMore } = useQuery(ErasablePeople, {
    variables: { filter: { status } },
    fetchPolicy: 'cache-and-network',
  });
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The people could not be read" error={error} onRetry={reread} />;
  }
  const { edges, pageInfo } = data.people;
  const hasLeft = status === 'DEACTIVATED';
  if (edges.length === 0) {
    return (
      <p className={classes.empty}>
        {hasLeft ? 'Nobody has left who could be erased.' : 'Nobody was erased yet.'}
      </p>
    );
  }
  return (
    <>
      <ul className={classes.rows} aria-label={hasLeft ? 'People who have left' : 'Erased people'}>
        {edges.map(({ node }) => (
          <ErasureRow key={node.id} person={readFragment(ErasablePersonFields, node)} onClosed={reread} />
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <ShowMore
          onMore={() => fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: joined })}
        />
      )}
    </>
  );
}

function joined(before: ErasablePeopleQuery, { fetchMoreResult }: { fetchMoreResult: ErasablePeopleQuery }) {
  const edges = [...before.people.edges, ...fetchMoreResult.people.edges];
  return { people: { ...fetchMoreResult.people, edges } };
}
