import { graphql } from '../../generated';

export const pageSize = 25;

export const InboxTasks = graphql(`
  query InboxTasks($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {
    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          ...TaskRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
