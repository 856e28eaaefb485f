import { graphql } from '../../generated';

export const LegalHoldFields = graphql(`
  fragment LegalHoldRow on LegalHold {
    id
    taskId
    taskTitle
    reason
    placedByName
    placedAt
    releasedByName
    releasedAt
  }
`);

export const LegalHolds = graphql(`
  query LegalHolds($filter: LegalHoldFilterInput, $after: String) {
    legalHolds(filter: $filter, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          ...LegalHoldRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const PlaceLegalHold = graphql(`
  mutation PlaceLegalHold($input: PlaceLegalHoldInput!) {
    placeLegalHold(input: $input) {
      legalHold {
        ...LegalHoldRow
      }
    }
  }
`);

export const ReleaseLegalHold = graphql(`
  mutation ReleaseLegalHold($input: ReleaseLegalHoldInput!) {
    releaseLegalHold(input: $input) {
      legalHold {
        ...LegalHoldRow
      }
    }
  }
`);
