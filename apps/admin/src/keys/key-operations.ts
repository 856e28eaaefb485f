import { graphql } from '../generated';

export const KeyFields = graphql(`
  fragment Key on ApiKey {
    id
    name
    prefix
    principal {
      id
      name
    }
    scopes
    state
    createdAt
    createdBy {
      id
      displayName
    }
    expiresAt
    revokedAt
    replacedBy
    lastUsedAt
    allowedNetworks
    requestsPerMinute
    onBehalfOf {
      id
      displayName
      active
    }
  }
`);

export const Keys = graphql(`
  query Keys($filter: ApiKeyFilter, $after: String) {
    apiKeys(filter: $filter, first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          ...Key
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const KeyUses = graphql(`
  query KeyUses($keyId: ID!) {
    apiKeyUses(keyId: $keyId, first: 50) {
      edges {
        cursor
        node {
          day
          address
          count
        }
      }
    }
  }
`);

export const KeyScopes = graphql(`
  query KeyScopes {
    apiKeyScopes {
      name
      meaning
    }
  }
`);

export const CreateKey = graphql(`
  mutation CreateKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      secret
      apiKey {
        id
        ...Key
      }
    }
  }
`);

export const RotateKey = graphql(`
  mutation RotateKey($input: RotateApiKeyInput!) {
    rotateApiKey(input: $input) {
      secret
      apiKey {
        id
        ...Key
      }
      replaced {
        id
        ...Key
      }
    }
  }
`);

export const UpdateKey = graphql(`
  mutation UpdateKey($input: UpdateApiKeyInput!) {
    updateApiKey(input: $input) {
      apiKey {
        id
        ...Key
      }
    }
  }
`);

export const RevokeKey = graphql(`
  mutation RevokeKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      apiKey {
        id
        ...Key
      }
    }
  }
`);
