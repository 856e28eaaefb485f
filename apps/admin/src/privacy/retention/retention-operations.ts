import { graphql } from '../../generated';

export const RetentionFields = graphql(`
  fragment RetentionParts on Retention {
    tasks
    conversations
    executions
  }
`);

export const RetentionQuery = graphql(`
  query Retention {
    retention {
      ...RetentionParts
    }
  }
`);

export const SetRetention = graphql(`
  mutation SetRetention($input: SetRetentionInput!) {
    setRetention(input: $input) {
      retention {
        ...RetentionParts
      }
    }
  }
`);

export const RetentionRuns = graphql(`
  query RetentionRuns {
    auditEvents(filter: { action: "retention.erased" }, first: 5) {
      edges {
        cursor
        node {
          id
          at
          details
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
