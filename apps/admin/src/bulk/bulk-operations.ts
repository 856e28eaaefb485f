import { graphql } from '../generated';

/** The answers without their tasks: the list is read again after it. */
export const BulkTasks = graphql(`
  mutation BulkTasks($input: BulkTasksInput!) {
    bulkTasks(input: $input) {
      answers {
        taskId
        error {
          code
          message
        }
      }
    }
  }
`);
