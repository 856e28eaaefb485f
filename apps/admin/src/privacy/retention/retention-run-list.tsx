import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { ErrorNotice } from '../../errors/error-notice';
import { MomentText } from '../../time/moment-text';
import classes from './retention.module.css';
import { RetentionRuns } from './retention-operations';
import { erasedWords } from './retention.words';

/** What was erased last, as the audit log says. */
export function RetentionRunList() {
  const { data, error, refetch } = useQuery(RetentionRuns, { fetchPolicy: 'cache-and-network' });
  const runs = data?.auditEvents.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <h3 className={classes.heading}>Last runs</h3>
      {error && !data && (
        <ErrorNotice
          title="The last runs could not be read"
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
        />
      )}
      {data && runs.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing was erased yet. Orkestra looks about every half hour; each time that it erases something is
          a line in the audit log.
        </Text>
      )}
      {runs.length > 0 && (
        <ul className={classes.runs} aria-label="Last runs">
          {runs.map(({ id, at, details }) => (
            <li key={id}>
              <MomentText at={at} />: {erasedWords(details) ?? 'counts are in the audit log'}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
