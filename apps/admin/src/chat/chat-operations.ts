import { graphql } from '../generated';

export const ChatConnectionFields = graphql(`
  fragment ChatConnectionParts on ConnectedChat {
    channel
    teamId
    teamName
    status
    problem
    socketMode
    connectedAt
    people
  }
`);

export const ChatConnections = graphql(`
  query ChatConnections {
    chatConnections {
      ...ChatConnectionParts
    }
  }
`);

export const ConnectSlack = graphql(`
  mutation ConnectSlack($input: ConnectSlackInput!) {
    connectSlack(input: $input) {
      chatConnection {
        ...ChatConnectionParts
      }
    }
  }
`);

export const ConnectTeams = graphql(`
  mutation ConnectTeams($input: ConnectTeamsInput!) {
    connectTeams(input: $input) {
      chatConnection {
        ...ChatConnectionParts
      }
    }
  }
`);

export const DisconnectChat = graphql(`
  mutation DisconnectChat($input: ChatChannelInput!) {
    disconnectChat(input: $input) {
      chatConnections {
        ...ChatConnectionParts
      }
    }
  }
`);

export const TestChat = graphql(`
  mutation TestChat($input: ChatChannelInput!) {
    testChat(input: $input) {
      chatConnections {
        ...ChatConnectionParts
      }
    }
  }
`);

export const ChatLink = graphql(`
  query ChatLink($token: String!) {
    chatLink(token: $token) {
      channel
      teamName
      accountName
    }
  }
`);

export const LinkChatAccount = graphql(`
  mutation LinkChatAccount($input: LinkChatAccountInput!) {
    linkChatAccount(input: $input) {
      notificationAddress {
        id
        channel
        label
        connectedAt
      }
    }
  }
`);

export const OwnChatAccounts = graphql(`
  query OwnChatAccounts {
    offeredChats {
      channel
      teamName
    }
    notificationAddresses {
      id
      channel
      label
      connectedAt
    }
  }
`);

export const DisconnectChatAccount = graphql(`
  mutation DisconnectChatAccount($input: DisconnectNotificationAddressInput!) {
    disconnectNotificationAddress(input: $input) {
      notificationAddress {
        id
      }
    }
  }
`);
