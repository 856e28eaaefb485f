import { type FragmentType, graphql, readFragment } from '../generated';
import type { TaskRowFragment } from '../generated/graphql';
import { AnswerPanel } from './answer-panel';
import panel from './panel.module.css';
import { isRecord } from './readable';
import { readOnlyReason } from './read-only-reason';
import type { TaskActions } from './use-task-actions';

const TaskAnswerFields = graphql(`
  fragment TaskAnswer on Task {
    id
    form {
      schema
      uiSchema
    }
  }
`);

export interface TaskAnswerProps {
  task: FragmentType<typeof TaskAnswerFields>;
  row: TaskRowFragment;
  actions: TaskActions;
}

/** The form of an open task; to be filled by who may complete it, to be read by everyone else. */
export function TaskAnswer({ task: masked, row, actions }: TaskAnswerProps) {
  const { form } = readFragment(TaskAnswerFields, masked);
  if (row.closedAt) return null;
  const { allowedActions } = row;
  const editable = allowedActions.includes('COMPLETE') || allowedActions.includes('CLAIM_AND_COMPLETE');
  return (
    <section className={`panel ${panel.panel}`}>
      <h2 className={panel.heading}>Your answer</h2>
      <AnswerPanel
        taskId={row.id}
        schema={isRecord(form?.schema) ? form.schema : {}}
        uiSchema={form?.uiSchema}
        claimFirst={!allowedActions.includes('COMPLETE')}
        readOnly={editable ? null : readOnlyReason(row)}
        actions={actions}
      />
    </section>
  );
}
