import { graphql } from '../generated';

export const DelegateTask = graphql(`
  mutation DelegateTask($input: DelegateTaskInput!) {
    delegateTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const ResolveTask = graphql(`
  mutation ResolveTask($input: ResolveTaskInput!) {
    resolveTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const ForwardTask = graphql(`
  mutation ForwardTask($input: ForwardTaskInput!) {
    forwardTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const AssignTask = graphql(`
  mutation AssignTask($input: AssignTaskInput!) {
    assignTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const NominateTask = graphql(`
  mutation NominateTask($input: NominateTaskInput!) {
    nominateTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);

export const EscalateTask = graphql(`
  mutation EscalateTask($input: EscalateTaskInput!) {
    escalateTask(input: $input) {
      task {
        id
        ...TaskRow
      }
    }
  }
`);
