import { graphql } from '../generated';

export const BeginTotp = graphql(`
  mutation BeginTotp {
    beginTotp {
      secret
      uri
    }
  }
`);

export const ConfirmTotp = graphql(`
  mutation ConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) {
      recoveryCodes
      account {
        ...AccountParts
      }
    }
  }
`);

export const RemoveTotp = graphql(`
  mutation RemoveTotp {
    removeTotp {
      account {
        ...AccountParts
      }
    }
  }
`);

export const BeginPasskey = graphql(`
  mutation BeginPasskey {
    beginPasskey {
      ticket
      options
    }
  }
`);

export const AddPasskey = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      recoveryCodes
      account {
        ...AccountParts
      }
    }
  }
`);

export const RenamePasskey = graphql(`
  mutation RenamePasskey($input: RenamePasskeyInput!) {
    renamePasskey(input: $input) {
      account {
        ...AccountParts
      }
    }
  }
`);

export const RemovePasskey = graphql(`
  mutation RemovePasskey($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      account {
        ...AccountParts
      }
    }
  }
`);
