import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Center, Group, Loader } from '@mantine/core';
import { useRef } from 'react';
import { ErrorNotice } from '../../errors/error-notice';
import { ErrorText } from '../../errors/error-text';
import type { NotificationDeliveryStatus } from '../../generated/graphql';
import { ShowMore } from '../../interface/paging/show-more';
import settings from '../../settings/settings.module.css';
import { useSave } from '../../settings/use-save';
import { DELIVERY_STATUS_WORDS } from './delivery-log.words';
import { DeliveryLog, ReplayDeliveries } from './delivery-log-operations';
import { DeliveryLogRow } from './delivery-log-row';

/** The server tries no more again at once. */
const MOST_REPLAYED = 100;

export interface DeliveryLogListProps {
  status: NotificationDeliveryStatus;
  /** By its name; null for every channel. */
  channel: string | null;
}

/** What the log has of one state, the newest first. */
export function DeliveryLogList({ status, channel }: DeliveryLogListProps) {
  const { data, error, loading, refetch, fetchMore } = useQuery(DeliveryLog, {
    variables: { status, channel },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const [replay] = useMutation(ReplayDeliveries);
  const save = useSave();
  const list = useRef<HTMLDivElement>(null);
  const reread = (): Promise<unknown> => refetch().catch(() => undefined);
  if (!data) {
    if (error) {
      const again = () => void reread();
      return <ErrorNotice title="The delivery log could not be read" error={error} onRetry={again} />;
    }
    return (
      <Center py="xl" role="status" aria-label="Loading">
        <Loader size="sm" type="dots" />
      </Center>
    );
  }
  const { edges, pageInfo } = data.notificationDeliveries;
  const tryAgain = async (ids: string[]): Promise<void> => {
    const done = ids.length === 1 ? 'It is tried again.' : `${ids.length} are tried again.`;
    if (!(await save.run(() => replay({ variables: { input: { ids } } }), done))) return;
    await reread();
    // The button that was pressed has gone with its line.
    list.current?.focus();
  };
  const shown = edges.slice(0, MOST_REPLAYED).map(({ node }) => node.id);
  return (
    <div ref={list} tabIndex={-1} role="group" aria-label={DELIVERY_STATUS_WORDS[status].label}>
      <Group gap="xs" mt="xs" justify="flex-end">
        {status === 'DEAD' && shown.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={save.busy}
            onClick={() => void tryAgain(shown)}
          >{`Try these ${shown.length} again`}</Button>
        )}
        <Button size="compact-sm" variant="subtle" loading={loading} onClick={() => void reread()}>
          Read again
        </Button>
      </Group>
      {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
      {error && <ErrorText>It could not be read again: what is shown may have changed.</ErrorText>}
      {edges.length === 0 && <p className={settings.empty}>{DELIVERY_STATUS_WORDS[status].empty}</p>}
      <ul className={settings.rows} aria-label="Deliveries">
        {edges.map(({ node }) => (
          <DeliveryLogRow
            key={node.id}
            delivery={node}
            busy={save.busy}
            onReplay={() => void tryAgain([node.id])}
          />
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <ShowMore onMore={() => fetchMore({ variables: { after: pageInfo.endCursor } })} />
      )}
    </div>
  );
}
