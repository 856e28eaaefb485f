import { graphql } from '../generated';

export const SuspendTask = graphql(`
  mutation SuspendTask($input: SuspendTaskInput!) {
    suspendTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const ResumeTask = graphql(`
  mutation ResumeTask($input: ResumeTaskInput!) {
    resumeTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const CancelTask = graphql(`
  mutation CancelTask($input: CancelTaskInput!) {
    cancelTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const SetTaskPriority = graphql(`
  mutation SetTaskPriority($input: SetTaskPriorityInput!) {
    setTaskPriority(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const SetTaskDueDate = graphql(`
  mutation SetTaskDueDate($input: SetTaskDueDateInput!) {
    setTaskDueDate(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);
