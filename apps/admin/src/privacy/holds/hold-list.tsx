import { useQuery } from '@apollo/client/react';
import { ErrorNotice } from '../../errors/error-notice';
import { readFragment } from '../../generated';
import { PageLoader } from '../../interface/page-loader';
import { ShowMore } from '../../interface/paging/show-more';
import classes from '../../settings/settings.module.css';
import { LegalHoldFields, LegalHolds } from './legal-hold-operations';
import { HoldRow } from './hold-row';

export function HoldList({ inForce }: { inForce: boolean }) {
  const { data, error, refetch, fetchMore } = useQuery(LegalHolds, {
    variables: { filter: { inForce } },
    fetchPolicy: 'cache-and-network',
  });
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The holds could not be read" error={error} onRetry={reread} />;
  }
  const { edges, pageInfo } = data.legalHolds;
  if (edges.length === 0) {
    return <p className={classes.empty}>{inForce ? 'No hold is in force.' : 'No hold was released yet.'}</p>;
  }
  return (
    <>
      <ul className={classes.rows} aria-label={inForce ? 'Holds in force' : 'Released holds'}>
        {edges.map(({ node }) => (
          <HoldRow key={node.id} hold={readFragment(LegalHoldFields, node)} onReleased={reread} />
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <ShowMore onMore={() => fetchMore({ variables: { after: pageInfo.endCursor } })} />
      )}
    </>
  );
}
