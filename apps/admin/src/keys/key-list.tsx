import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { PageLoader } from '../interface/page-loader';
import { ShowMore } from '../interface/paging/show-more';
import { Keys } from './key-operations';
import { KeyRow } from './key-row';
import classes from './keys.module.css';

export interface KeyListProps {
  ended: boolean;
  onSecret: (secret: string) => void;
}

export function KeyList({ ended, onSecret }: KeyListProps) {
  const { data, error, refetch, fetchMore } = useQuery(Keys, {
    variables: { filter: { ended } },
    fetchPolicy: 'cache-and-network',
  });
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The keys could not be read" error={error} onRetry={reread} />;
  }
  const { edges, pageInfo } = data.apiKeys;
  if (edges.length === 0) {
    return (
      <Text className={classes.empty} c="dimmed">
        {ended ? 'No key has ended yet.' : 'No program has a key yet. Create one to let it in.'}
      </Text>
    );
  }
  return (
    <>
      <ul className={classes.keys} aria-label={ended ? 'Ended keys' : 'Keys in use'}>
        {edges.map(({ node }) => (
          <KeyRow key={node.id} apiKey={node} onChanged={reread} onSecret={onSecret} />
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <ShowMore onMore={() => fetchMore({ variables: { after: pageInfo.endCursor } })} />
      )}
    </>
  );
}
