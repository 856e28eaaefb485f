import { graphql } from '../../generated';

export const ReadMetadata = graphql(`
  mutation ReadMetadata($input: SamlMetadataInput!) {
    readSamlMetadata(input: $input) {
      metadata {
        entityId
        ssoUrl
        sloUrl
        signsRequests
        certificates {
          subject
          fingerprint
          validTo
          pem
        }
      }
    }
  }
`);

export const CreateSaml = graphql(`
  mutation CreateSaml($input: CreateSamlConnectionInput!) {
    createSamlConnection(input: $input) {
      connection {
        ...ConnectionParts
      }
    }
  }
`);

export const UpdateSaml = graphql(`
  mutation UpdateSaml($input: UpdateSamlConnectionInput!) {
    updateSamlConnection(input: $input) {
      connection {
        ...ConnectionParts
      }
    }
  }
`);

export const BeginRollover = graphql(`
  mutation BeginSamlKeyRollover($input: SsoConnectionInput!) {
    beginSamlKeyRollover(input: $input) {
      keys {
        id
      }
    }
  }
`);

export const FinishRollover = graphql(`
  mutation FinishSamlKeyRollover($input: SsoConnectionInput!) {
    finishSamlKeyRollover(input: $input) {
      keys {
        id
      }
    }
  }
`);
