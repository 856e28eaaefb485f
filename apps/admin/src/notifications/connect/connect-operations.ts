import { graphql } from '../../generated';

export const StartConnect = graphql(`
  mutation StartNotificationConnect($input: StartNotificationConnectInput!) {
    startNotificationConnect(input: $input) {
      code
      url
      instruction
      expiresAt
    }
  }
`);

export const FinishConnect = graphql(`
  mutation FinishNotificationConnect($input: FinishNotificationConnectInput!) {
    finishNotificationConnect(input: $input) {
      notificationAddress {
        id
      }
    }
  }
`);
