import { useQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { ErrorNotice } from '../errors/error-notice';
import type { WebhookDeliveryFilter } from '../generated/graphql';
import { PageLoader } from '../interface/page-loader';
import { ShowMore } from '../interface/paging/show-more';
import { DeliveryCard } from './delivery-card';
import { Deliveries } from './webhook-operations';
import classes from './webhooks.module.css';

export interface DeliveryListProps {
  endpointId: string;
  filter: WebhookDeliveryFilter;
}

export function DeliveryList({ endpointId, filter }: DeliveryListProps) {
  const { data, error, loading, refetch, fetchMore } = useQuery(Deliveries, {
    variables: { endpointId, filter },
    fetchPolicy: 'cache-and-network',
  });
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The deliveries could not be read" error={error} onRetry={reread} />;
  }
  const { edges, pageInfo } = data.webhookDeliveries;
  return (
    <>
      <div className={classes.line}>
        <span />
        <Button
          size="compact-xs"
          variant="subtle"
          mt="sm"
          loading={loading}
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={reread}
        >
          Read again
        </Button>
      </div>
      {edges.length === 0 && (
        <Text className={classes.empty} c="dimmed">
          Nothing was sent that fits.
        </Text>
      )}
      <ul className={classes.list} aria-label="Deliveries">
        {edges.map(({ node }) => (
          <DeliveryCard key={node.id} delivery={node} />
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <ShowMore onMore={() => fetchMore({ variables: { after: pageInfo.endCursor } })} />
      )}
    </>
  );
}
