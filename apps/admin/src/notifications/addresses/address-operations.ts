import { graphql } from '../../generated';

export const NotificationAddresses = graphql(`
  query NotificationAddresses {
    notificationAddresses {
      id
      channel
      label
      connectedAt
    }
  }
`);

export const DisconnectNotificationAddress = graphql(`
  mutation DisconnectNotificationAddress($input: DisconnectNotificationAddressInput!) {
    disconnectNotificationAddress(input: $input) {
      notificationAddress {
        id
      }
    }
  }
`);
