import { graphql } from '../generated';

export const Notifications = graphql(`
  query Notifications($unread: Boolean, $after: String) {
    notifications(first: 20, unread: $unread, after: $after) {
      edges {
        cursor
        node {
          id
          ...NotificationParts
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const NotificationParts = graphql(`
  fragment NotificationParts on Notification {
    kind
    count
    at
    readAt
    actor {
      displayName
    }
    taskId
    taskTitle
    workflowKey
  }
`);

export const UnreadNotifications = graphql(`
  query UnreadNotifications {
    unreadNotifications
  }
`);

export const NewestNotification = graphql(`
  query NewestNotification {
    notifications(first: 1) {
      edges {
        cursor
        node {
          id
        }
      }
    }
  }
`);

export const NotificationReceived = graphql(`
  subscription NotificationReceived {
    notificationReceived {
      unreadNotifications
      latest {
        id
        ...NotificationParts
      }
    }
  }
`);

export const MarkNotificationsRead = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      unreadNotifications
    }
  }
`);

export const MarkNotificationUnread = graphql(`
  mutation MarkNotificationUnread($input: MarkNotificationUnreadInput!) {
    markNotificationUnread(input: $input) {
      unreadNotifications
    }
  }
`);
