import { graphql } from '../generated';

export const StandingRuleFields = graphql(`
  fragment StandingRuleRow on StandingRule {
    id
    agent {
      kind
      id
      displayName
    }
    tool
    argumentNames
    arguments
    risk
    taskId
    grantedBy {
      kind
      id
      displayName
    }
    grantedAt
    expiresAt
    revokedBy {
      kind
      id
      displayName
    }
    revokedAt
    useCount
    lastUsedAt
  }
`);

export const StandingRules = graphql(`
  query StandingRules($filter: StandingRuleFilter, $after: String) {
    standingRules(filter: $filter, first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          ...StandingRuleRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const RevokeStandingRule = graphql(`
  mutation RevokeStandingRule($input: RevokeStandingRuleInput!) {
    revokeStandingRule(input: $input) {
      rule {
        id
        ...StandingRuleRow
      }
    }
  }
`);
