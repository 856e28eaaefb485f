import { graphql } from '../generated';

export const TaskConversationFields = graphql(`
  fragment TaskConversation on Task {
    conversation {
      id
    }
  }
`);

export const MessageFields = graphql(`
  fragment Message on Message {
    id
    number
    role
    author
    text
    toolCalls
    createdAt
    usage {
      input
      output
      model
    }
  }
`);

export const DialogueFields = graphql(`
  fragment Dialogue on Conversation {
    id
    title
    channel
    status
    messageCount
    inputTokens
    outputTokens
  }
`);

export const ConversationMessages = graphql(`
  query ConversationMessages($id: ID!, $before: String) {
    conversation(id: $id) {
      id
      ...Dialogue
      messages(first: 20, before: $before) {
        edges {
          cursor
          node {
            id
            number
            ...Message
          }
        }
        pageInfo {
          startCursor
          hasPreviousPage
        }
      }
    }
  }
`);

export const ConversationUpdated = graphql(`
  subscription ConversationUpdated($id: ID!) {
    conversationUpdated(id: $id) {
      id
      ...Dialogue
      messages(first: 20) {
        edges {
          cursor
          node {
            id
            number
            ...Message
          }
        }
        pageInfo {
          startCursor
          hasPreviousPage
        }
      }
    }
  }
`);
