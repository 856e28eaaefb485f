import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { PageLoader } from '../interface/page-loader';
import { ErrorNotice } from '../errors/error-notice';
import { ShowMore } from '../interface/paging/show-more';
import { StandingRules } from './standing-rule-operations';
import { StandingRuleRow } from './standing-rule-row';
import classes from './standing-rules.module.css';

/** The rules that hold, or those that have ended. */
export function StandingRuleList({ ended }: { ended: boolean }) {
  const { data, error, refetch, fetchMore } = useQuery(StandingRules, {
    variables: { filter: { ended } },
    fetchPolicy: 'cache-and-network',
  });
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    return error ? (
      <ErrorNotice title="The permissions could not be read" error={error} onRetry={reread} />
    ) : (
      <PageLoader />
    );
  }
  const { edges, pageInfo } = data.standingRules;
  const next = () => fetchMore({ variables: { after: pageInfo.endCursor } });
  if (edges.length === 0) {
    return (
      <Text className={classes.empty} c="dimmed">
        {ended
          ? 'No permission has ended yet.'
          : 'No agent may do anything without asking. A permission begins with “Allow similar calls for a while” in a task.'}
      </Text>
    );
  }
  return (
    <>
      <ul className={classes.rules} aria-label={ended ? 'Ended permissions' : 'Permissions in force'}>
        {edges.map(({ node }) => (
          <StandingRuleRow key={node.id} rule={node} onRevoked={reread} />
        ))}
      </ul>
      {pageInfo.hasNextPage && <ShowMore onMore={next} />}
    </>
  );
}
