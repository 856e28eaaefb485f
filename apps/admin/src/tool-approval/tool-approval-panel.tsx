import { Text } from '@mantine/core';
import type { TaskActions } from '../commands/use-task-actions';
import { type FragmentType, graphql, readFragment } from '../generated';
import type { TaskRowFragment } from '../generated/graphql';
import panel from '../interface/panel.module.css';
import { readOnlyReason } from '../commands/read-only.words';
import { useViewer } from '../viewer/viewer';
import { ToolCallCard, ToolCallFields } from './tool-call-card';
import { ToolDecisionForm } from './tool-decision-form';
import classes from './tool-approval.module.css';

const ToolApprovalFields = graphql(`
  fragment ToolApproval on Task {
    id
    toolApproval {
      digest
      agent {
        kind
        id
        displayName
      }
      calls {
        similarBy
        ...ToolCall
      }
    }
    ...Draft
  }
`);

export interface ToolApprovalPanelProps {
  task: FragmentType<typeof ToolApprovalFields>;
  row: TaskRowFragment;
  actions: TaskActions;
}

/** What an agent asks to be allowed: each call as a card, with the decision about it. */
export function ToolApprovalPanel({ task: masked, row, actions }: ToolApprovalPanelProps) {
  const task = readFragment(ToolApprovalFields, masked);
  const viewer = useViewer();
  const { toolApproval } = task;
  if (!toolApproval) return null;
  const { calls, agent } = toolApproval;
  const may = row.allowedActions;
  const claim = !may.includes('COMPLETE');
  const decides = !row.closedAt && (!claim || may.includes('CLAIM_AND_COMPLETE'));
  const count = calls.length === 1 ? 'this' : `these ${calls.length} things`;
  return (
    <section className={`panel ${panel.panel}`} aria-labelledby="tool-heading">
      <h2 id="tool-heading" className={panel.heading}>
        {agent.displayName} asks to do {count}
      </h2>
      {decides ? (
        <ToolDecisionForm task={task} request={toolApproval} row={row} claim={claim} actions={actions} />
      ) : (
        <>
          {!row.closedAt && (
            <Text size="sm" c="dimmed">
              {readOnlyReason(row, viewer.id)}
            </Text>
          )}
          <ul className={classes.calls}>
            {calls.map((call) => (
              <ToolCallCard key={readFragment(ToolCallFields, call).callId} call={call} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
