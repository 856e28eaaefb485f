import { graphql } from '../generated';

export const ClaimTask = graphql(`
  mutation ClaimTask($input: ClaimTaskInput!) {
    claimTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const ReleaseTask = graphql(`
  mutation ReleaseTask($input: ReleaseTaskInput!) {
    releaseTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const StartTask = graphql(`
  mutation StartTask($input: StartTaskInput!) {
    startTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const StopTask = graphql(`
  mutation StopTask($input: StopTaskInput!) {
    stopTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const CompleteTask = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      task {
        id
        ...TaskRow
        ...NextSteps
      }
    }
  }
`);
