import { graphql } from '../generated';

export const AccountFields = graphql(`
  fragment AccountParts on Account {
    hasPassword
    totpSince
    recoveryCodesLeft
    passkeys {
      id
      name
      backedUp
      createdAt
      lastUsedAt
    }
  }
`);

export const AccountQuery = graphql(`
  query Account {
    account {
      ...AccountParts
    }
  }
`);

export const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      account {
        ...AccountParts
      }
    }
  }
`);

export const ProveIdentity = graphql(`
  mutation ProveIdentity($input: ProveIdentityInput!) {
    proveIdentity(input: $input) {
      account {
        ...AccountParts
      }
    }
  }
`);

export const RenewRecoveryCodes = graphql(`
  mutation RenewRecoveryCodes {
    renewRecoveryCodes {
      recoveryCodes
      account {
        ...AccountParts
      }
    }
  }
`);
