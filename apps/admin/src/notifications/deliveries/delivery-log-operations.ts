import { graphql } from '../../generated';

export const DeliveryLogParts = graphql(`
  fragment DeliveryLogParts on NotificationDelivery {
    channel
    kind
    personName
    taskId
    taskTitle
    count
    status
    reason
    attempts
    at
    availableAt
    settledAt
  }
`);

export const DeliveryLog = graphql(`
  query DeliveryLog($status: NotificationDeliveryStatus!, $channel: String, $after: String) {
    notificationDeliveries(status: $status, channel: $channel, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          ...DeliveryLogParts
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const ReplayDeliveries = graphql(`
  mutation ReplayDeliveries($input: ReplayNotificationDeliveriesInput!) {
    replayNotificationDeliveries(input: $input) {
      replayed
    }
  }
`);
