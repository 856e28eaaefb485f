import { graphql } from '../generated';

export const ApproveTask = graphql(`
  mutation ApproveTask($input: ApproveTaskInput!) {
    approveTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const RejectTask = graphql(`
  mutation RejectTask($input: RejectTaskInput!) {
    rejectTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const RequestTaskChanges = graphql(`
  mutation RequestTaskChanges($input: RequestTaskChangesInput!) {
    requestTaskChanges(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const AnswerTaskChanges = graphql(`
  mutation AnswerTaskChanges($input: AnswerTaskChangesInput!) {
    answerTaskChanges(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);
