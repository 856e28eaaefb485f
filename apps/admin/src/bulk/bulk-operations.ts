import { graphql } from '../generated';
import type { BulkTasksInput } from '../generated/graphql';

/** What is to be done with each of the tasks. */
export type BulkCommand = Omit<BulkTasksInput, 'taskIds'>;

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
