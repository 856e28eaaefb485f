import { graphql } from '../../generated';

export const pageSize = 25;

/** Who asks for more wants much more; it is the most that the server gives at once. */
export const nextPageSize = 100;

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
