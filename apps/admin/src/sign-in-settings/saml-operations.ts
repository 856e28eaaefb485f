import { graphql } from '../generated';

export const ReadMetadata = graphql(`
  mutation ReadMetadata($input: SamlMetadataInput!) {
    readSamlMetadata(input: $input) {
      metadata {
        entityId
        ssoUrl
        certificates {
          subject
          fingerprint
          validTo
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
