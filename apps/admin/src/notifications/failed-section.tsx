import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { ErrorText } from '../errors/error-text';
import { PageLoader } from '../interface/page-loader';
import { ShowMore } from '../interface/paging/show-more';
import { Section } from '../settings/section';
import classes from '../settings/settings.module.css';
import { useSave } from '../settings/use-save';
import { TimeText } from '../time/time-text';
import { KIND_LABELS } from './notification.words';
import { FailedDeliveries, ReplayDeliveries } from './preference-operations';
import { channelLabel } from './preference.words';

/** What could not be sent, why, and a way to try again. For administrators. */
export function FailedSection() {
  const { data, error, refetch, fetchMore } = useQuery(FailedDeliveries, {
    fetchPolicy: 'cache-and-network',
  });
  const [replay] = useMutation(ReplayDeliveries);
  const save = useSave();
  const reread = () => refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="What failed could not be read" error={error} onRetry={() => void reread()} />;
  }
  const { edges, pageInfo } = data.notificationDeliveries;
  const tryAgain = async (ids: string[]): Promise<void> => {
    const done = 'It is tried again.';
    if (await save.run(() => replay({ variables: { input: { ids } } }), done)) await reread();
  };
  return (
    <Section title="What could not be sent" description="Given up after many attempts, or refused for good.">
      {edges.length === 0 && <p className={classes.empty}>Nothing has failed.</p>}
      <ul className={classes.rows} aria-label="What could not be sent">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <Group justify="space-between">
              <div>
                <Text size="sm">
                  {node.personName} · {channelLabel(node.channel)} · {KIND_LABELS[node.kind]}
                </Text>
                <Text size="xs" c="dimmed">
                  {node.reason ?? 'Unknown'} · {node.attempts} attempts
                  {node.settledAt && (
                    <>
                      {' · '}
                      <TimeText at={node.settledAt} />
                    </>
                  )}
                </Text>
              </div>
              <Button
                size="xs"
                variant="default"
                loading={save.busy}
                onClick={() => void tryAgain([node.id])}
              >
                Try again
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <ShowMore
          onMore={() =>
            fetchMore({
              variables: { after: pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult }) => ({
                notificationDeliveries: {
                  ...fetchMoreResult.notificationDeliveries,
                  edges: [
                    ...before.notificationDeliveries.edges,
                    ...fetchMoreResult.notificationDeliveries.edges,
                  ],
                },
              }),
            })
          }
        />
      )}
      {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
    </Section>
  );
}
