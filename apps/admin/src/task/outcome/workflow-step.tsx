import { useSubscription } from '@apollo/client/react';
import { useAnnounced } from '../../interface/use-announced';
import { type FragmentType, graphql, readFragment } from '../../generated';
import { TimeText } from '../../time/time-text';
import { ContextValue } from '../../interface/values/context-value';
import classes from './next-steps.module.css';
import { isEmptyValue } from '../../interface/values/readable';
import { OutcomeStep } from './outcome-step';
import { isClosed, workflowStep } from './outcome.words';

const WorkflowStepFields = graphql(`
  fragment WorkflowStep on WorkflowExecution {
    id
    type
    status
    result
    error {
      type
      message
    }
    problem {
      code
      message
      since
    }
    startedAt
    closedAt
  }
`);

const WorkflowUpdated = graphql(`
  subscription WorkflowUpdated($id: ID!) {
    workflowUpdated(id: $id) {
      id
      ...WorkflowStep
    }
  }
`);

/** The workflow after the decision, live until it ends; Apollo merges each update into its cache. */
export function WorkflowStep({ workflow: masked }: { workflow: FragmentType<typeof WorkflowStepFields> }) {
  const workflow = readFragment(WorkflowStepFields, masked);
  const closed = isClosed(workflow.status);
  useSubscription(WorkflowUpdated, { variables: { id: workflow.id }, skip: closed, ignoreResults: true });
  const { state, title } = workflowStep(workflow.status, workflow.problem);
  useAnnounced(title);
  return (
    <OutcomeStep state={state} title={title}>
      <div>
        {workflow.type} · {workflow.closedAt ? 'ended ' : 'started '}
        <TimeText at={workflow.closedAt ?? workflow.startedAt} />
      </div>
      {workflow.problem && (
        <div className={classes.result} role="group" aria-label="Workflow problem">
          {workflow.problem.message} (since <TimeText at={workflow.problem.since} />)
        </div>
      )}
      {workflow.error && (
        <div className={classes.result} role="group" aria-label="Workflow error">
          <strong>{workflow.error.type}</strong>: {workflow.error.message}
        </div>
      )}
      {!isEmptyValue(workflow.result) && (
        <div className={classes.result} role="group" aria-label="Workflow result">
          <ContextValue value={workflow.result} />
        </div>
      )}
    </OutcomeStep>
  );
}
