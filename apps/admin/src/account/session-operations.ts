import { graphql } from '../generated';

export const Sessions = graphql(`
  query Sessions($user: String, $after: String) {
    sessions(user: $user, first: 20, after: $after) {
      edges {
        node {
          id
          createdAt
          lastSeenAt
          method
          remoteAddress
          userAgent
          current
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const EndSessions = graphql(`
  mutation EndSessions($input: EndSessionsInput!) {
    endSessions(input: $input) {
      ended
    }
  }
`);
