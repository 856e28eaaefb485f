import { graphql } from '../generated';

export const ConnectionFields = graphql(`
  fragment ConnectionParts on SsoProvider {
    id
    kind
    name
    enabled
    provisions
    admitsOwners
    status
    problem
    lastUsedAt
    mapping {
      email
      displayName
      groups
      groupRules {
        from
        group
        role
      }
      roleRules {
        from
        role
      }
      defaultRole
    }
    oidc {
      issuer
      clientId
      hasSecret
      scopes
      acrValues
      stepUpAcrValues
      audiences
      redirectUri
      postLogoutRedirectUri
      backchannelLogoutUri
    }
    saml {
      entityId
      ssoUrl
      sloUrl
      metadataUrl
      certificates {
        subject
        fingerprint
        validTo
        pem
      }
      signed
      encrypted
      signsRequests
      nameIdFormat
      subjectAttribute
      authnContexts
      idpInitiated
      clockSkewSeconds
      spEntityId
      acsUrl
      spSloUrl
    }
    samlKeys {
      id
      certificate {
        fingerprint
        validFrom
        validTo
      }
    }
  }
`);

export const DomainFields = graphql(`
  fragment DomainParts on SsoDomain {
    domain
    connectionId
    record
    proof
    verifiedAt
  }
`);

export const ConnectionsQuery = graphql(`
  query SsoConnections {
    ssoConnections {
      id
      name
      ...ConnectionParts
    }
    ssoDomains {
      domain
      ...DomainParts
    }
  }
`);

export const SsoTestQuery = graphql(`
  query SsoTest($id: ID!) {
    ssoTest(id: $id) {
      id
      connectionId
      finishedAt
      result {
        claims
        subject
        problem {
          code
          message
        }
        wouldBe {
          by
          email
          displayName
          role
          groups {
            group
            role
          }
        }
      }
    }
  }
`);

export const CreateConnection = graphql(`
  mutation CreateConnection($input: CreateOidcConnectionInput!) {
    createOidcConnection(input: $input) {
      connection {
        ...ConnectionParts
      }
    }
  }
`);

export const UpdateConnection = graphql(`
  mutation UpdateConnection($input: UpdateOidcConnectionInput!) {
    updateOidcConnection(input: $input) {
      connection {
        ...ConnectionParts
      }
    }
  }
`);

export const EnableConnection = graphql(`
  mutation EnableConnection($input: SetSsoConnectionEnabledInput!) {
    setSsoConnectionEnabled(input: $input) {
      connection {
        ...ConnectionParts
      }
    }
  }
`);

export const DeleteConnection = graphql(`
  mutation DeleteConnection($input: SsoConnectionInput!) {
    deleteSsoConnection(input: $input) {
      connection {
        id
      }
    }
  }
`);

export const TestConnection = graphql(`
  mutation TestConnection($input: SsoConnectionInput!) {
    testSsoConnection(input: $input) {
      test {
        id
        url
      }
    }
  }
`);

export const AddDomain = graphql(`
  mutation AddDomain($input: SsoDomainInput!) {
    addSsoDomain(input: $input) {
      domain {
        ...DomainParts
      }
    }
  }
`);

export const BindDomain = graphql(`
  mutation BindDomain($input: BindSsoDomainInput!) {
    bindSsoDomain(input: $input) {
      domain {
        ...DomainParts
      }
    }
  }
`);

export const VerifyDomain = graphql(`
  mutation VerifyDomain($input: SsoDomainInput!) {
    verifySsoDomain(input: $input) {
      domain {
        ...DomainParts
      }
    }
  }
`);

export const RemoveDomain = graphql(`
  mutation RemoveDomain($input: SsoDomainInput!) {
    removeSsoDomain(input: $input) {
      domain {
        domain
      }
    }
  }
`);
