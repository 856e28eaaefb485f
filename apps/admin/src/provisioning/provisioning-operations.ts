import { graphql } from '../generated';

export const ScimDirectoryFields = graphql(`
  fragment ScimDirectoryParts on ScimDirectory {
    id
    name
    baseUrl
    enabled
    managesOwners
    createdAt
    createdBy {
      id
      displayName
    }
    lastUsedAt
    tokens {
      prefix
      expiresAt
    }
    roleMappings {
      groupName
      role
    }
    people
    groups
  }
`);

export const ScimDirectories = graphql(`
  query ScimDirectories {
    scimConnections {
      ...ScimDirectoryParts
    }
  }
`);

export const ConnectDirectory = graphql(`
  mutation ConnectDirectory($input: CreateScimConnectionInput!) {
    createScimConnection(input: $input) {
      connection {
        ...ScimDirectoryParts
      }
      token
    }
  }
`);

export const RotateDirectoryToken = graphql(`
  mutation RotateDirectoryToken($input: RotateScimTokenInput!) {
    rotateScimToken(input: $input) {
      connection {
        ...ScimDirectoryParts
      }
      token
    }
  }
`);

export const ChangeDirectory = graphql(`
  mutation ChangeDirectory($input: UpdateScimConnectionInput!) {
    updateScimConnection(input: $input) {
      connection {
        ...ScimDirectoryParts
      }
    }
  }
`);

export const MapDirectoryRoles = graphql(`
  mutation MapDirectoryRoles($input: SetScimRoleMappingsInput!) {
    setScimRoleMappings(input: $input) {
      connection {
        ...ScimDirectoryParts
      }
    }
  }
`);

export const EndDirectory = graphql(`
  mutation EndDirectory($input: EndScimConnectionInput!) {
    endScimConnection(input: $input) {
      connection {
        id
      }
    }
  }
`);
