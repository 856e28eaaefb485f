import { graphql } from '../generated';

export const DraftFields = graphql(`
  fragment Draft on Task {
    id
    draft {
      data
      version
      savedAt
    }
  }
`);

export const SaveTaskDraft = graphql(`
  mutation SaveTaskDraft($input: SaveTaskDraftInput!) {
    saveTaskDraft(input: $input) {
      draft {
        version
        savedAt
      }
      task {
        id
        revision
        ...TaskRow
      }
    }
  }
`);

export const DiscardTaskDraft = graphql(`
  mutation DiscardTaskDraft($input: DiscardTaskDraftInput!) {
    discardTaskDraft(input: $input) {
      task {
        id
        ...Draft
      }
    }
  }
`);

export const ReadDraft = graphql(`
  query ReadDraft($id: ID!) {
    task(id: $id) {
      id
      ...Draft
    }
  }
`);
