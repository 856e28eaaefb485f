import { graphql } from '../generated';

export const GuestLineFields = graphql(`
  fragment GuestLine on TaskGuest {
    id
    email
    name
    actions
    status
    invitedBy
    expiresAt
  }
`);

export const TaskGuests = graphql(`
  query TaskGuests($taskId: ID!) {
    answerSettings {
      guests
    }
    taskGuests(taskId: $taskId, first: 100) {
      edges {
        node {
          id
          ...GuestLine
        }
      }
    }
  }
`);

export const InviteGuest = graphql(`
  mutation InviteGuest($input: InviteGuestInput!) {
    inviteGuest(input: $input) {
      link
      guest {
        id
      }
    }
  }
`);

export const RevokeGuest = graphql(`
  mutation RevokeGuest($input: RevokeGuestInput!) {
    revokeGuest(input: $input) {
      guest {
        id
        ...GuestLine
      }
    }
  }
`);
