import { graphql } from '../generated';

export const CommentFields = graphql(`
  fragment Comment on TaskComment {
    id
    text
    version
    createdAt
    editedAt
    deletedAt
    viewerMayEdit
    viewerMayDelete
    author {
      kind
      id
      displayName
    }
    deletedBy {
      kind
      id
      displayName
    }
    mentions {
      id
      displayName
    }
  }
`);

export const CommentsFields = graphql(`
  fragment Comments on Task {
    id
    comments(first: 20) {
      edges {
        cursor
        node {
          id
          ...Comment
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const MoreComments = graphql(`
  query MoreComments($id: ID!, $after: String) {
    task(id: $id) {
      id
      comments(first: 20, after: $after) {
        edges {
          cursor
          node {
            id
            ...Comment
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

export const CommentHistory = graphql(`
  query CommentHistory($commentId: ID!) {
    taskCommentHistory(commentId: $commentId, first: 50) {
      edges {
        cursor
        node {
          version
          text
          writtenAt
        }
      }
    }
  }
`);

export const AddTaskComment = graphql(`
  mutation AddTaskComment($input: AddTaskCommentInput!) {
    addTaskComment(input: $input) {
      comment {
        id
        ...Comment
      }
    }
  }
`);

export const EditTaskComment = graphql(`
  mutation EditTaskComment($input: EditTaskCommentInput!) {
    editTaskComment(input: $input) {
      comment {
        id
        ...Comment
      }
    }
  }
`);

export const DeleteTaskComment = graphql(`
  mutation DeleteTaskComment($input: DeleteTaskCommentInput!) {
    deleteTaskComment(input: $input) {
      comment {
        id
        ...Comment
      }
    }
  }
`);
