import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { ErrorNotice } from '../../errors/error-notice';
import type { ErasureProgressQuery } from '../../generated/graphql';
import { PageLoader } from '../../interface/page-loader';
import { Fact, FactList } from '../../interface/values/fact-list';
import { MomentText } from '../../time/moment-text';
import { ErasureProgress } from './erasure-operations';

const READ_EVERY_MS = 2_000;

/** How far somebody is forgotten, read again until it is over. */
export function ErasureReceipt({ personId }: { personId: string }) {
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ErasureProgress, {
    variables: { personId },
    fetchPolicy: 'cache-and-network',
  });
  const isOver = data?.personErasure?.finishedAt != null;
  useEffect(() => {
    if (!isOver) startPolling(READ_EVERY_MS);
    return stopPolling;
  }, [isOver, startPolling, stopPolling]);
  if (!data) {
    if (!error) return <PageLoader />;
    const reread = (): void => void refetch().catch(() => undefined);
    return <ErrorNotice title="The erasure could not be read" error={error} onRetry={reread} />;
  }
  const erasure = data.personErasure;
  if (!erasure) return null;
  return (
    <FactList>
      <Fact name="Person">
        <code>{personId}</code>
      </Fact>
      <Fact name="Name and address">
        Gone since <MomentText at={erasure.confirmedAt} />
      </Fact>
      <Fact name="Elsewhere">
        <span role="status">
          <Elsewhere erasure={erasure} />
        </span>
      </Fact>
      <Fact name="Stays">What they decided, and when, as that of this id.</Fact>
      <Fact name="Written down">
        <Anchor component={Link} to={`/workspace/audit?target=${personId}`} inherit>
          In the audit log
        </Anchor>
      </Fact>
    </FactList>
  );
}

function Elsewhere({ erasure }: { erasure: NonNullable<ErasureProgressQuery['personErasure']> }) {
  if (erasure.finishedAt) {
    return (
      <>
        Replaced everywhere since <MomentText at={erasure.finishedAt} />
      </>
    );
  }
  return erasure.held
    ? 'A legal hold stops it. It goes on by itself once the hold is released.'
    : 'Being replaced. It takes some minutes; you need not wait here.';
}
