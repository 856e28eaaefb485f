import { graphql } from '../../generated';

export const PushKey = graphql(`
  query PushKey {
    pushKey
  }
`);

export const ConnectPushDevice = graphql(`
  mutation ConnectPushDevice($input: ConnectPushDeviceInput!) {
    connectPushDevice(input: $input) {
      notificationAddress {
        id
      }
    }
  }
`);
