import { graphql } from '../generated';

export const AuditEventFields = graphql(`
  fragment AuditEventRow on AuditEvent {
    id
    at
    action
    channel
    remoteAddress
    credentialId
    correlationId
    details
    actor {
      kind
      id
      displayName
    }
    onBehalfOf {
      displayName
    }
    target {
      kind
      id
      displayName
    }
  }
`);

export const AuditEvents = graphql(`
  query AuditEvents($filter: AuditEventFilter, $after: String) {
    auditEvents(filter: $filter, first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          ...AuditEventRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const AuditAreas = graphql(`
  query AuditAreas {
    auditAreas
  }
`);

export const ChainState = graphql(`
  query AuditChain {
    auditChain {
      signs
      entries
      sealedAt
      checkpoint
      keyId
      unsealed
    }
  }
`);
