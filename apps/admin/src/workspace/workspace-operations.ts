import { graphql } from '../generated';

export const WorkspaceFields = graphql(`
  fragment Workspace on Workspace {
    id
    slug
    name
    status
    locale
    timeZone
    accentColor
    logoUrl
    deleteAt
    limits {
      name
      most
      use
    }
  }
`);

export const WorkspaceQuery = graphql(`
  query Workspace {
    workspace {
      ...Workspace
    }
  }
`);

export const UpdateWorkspace = graphql(`
  mutation UpdateWorkspace($input: UpdateWorkspaceInput!) {
    updateWorkspace(input: $input) {
      workspace {
        ...Workspace
      }
    }
  }
`);

export const SetWorkspaceLogo = graphql(`
  mutation SetWorkspaceLogo($input: SetWorkspaceLogoInput!) {
    setWorkspaceLogo(input: $input) {
      workspace {
        ...Workspace
      }
    }
  }
`);

export const RequestWorkspaceDeletion = graphql(`
  mutation RequestWorkspaceDeletion($input: RequestWorkspaceDeletionInput!) {
    requestWorkspaceDeletion(input: $input) {
      code
      expiresAt
      deleteAt
    }
  }
`);

export const ConfirmWorkspaceDeletion = graphql(`
  mutation ConfirmWorkspaceDeletion($input: ConfirmWorkspaceDeletionInput!) {
    confirmWorkspaceDeletion(input: $input) {
      workspace {
        ...Workspace
      }
    }
  }
`);

export const CancelWorkspaceDeletion = graphql(`
  mutation CancelWorkspaceDeletion {
    cancelWorkspaceDeletion {
      workspace {
        ...Workspace
      }
    }
  }
`);
