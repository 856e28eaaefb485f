import { useRef } from 'react';
import { useShortcuts } from '../interface/shortcuts';
import { ApprovalPanel } from '../approval/approval-panel';
import { AttachmentPanel } from '../attachments/attachment-panel';
import { CommentPanel } from '../comments/comment-panel';
import { ActionNotice } from '../commands/action-notice';
import { useTaskActions } from '../commands/use-task-actions';
import { ConversationPanel, hasConversation } from '../conversation/conversation-panel';
import { readFragment } from '../generated';
import type { TaskAction, TaskDetailQuery } from '../generated/graphql';
import { GuestPanel } from '../guests/guest-panel';
import { useHeightVariable } from '../interface/use-height-variable';
import { TaskRowFields } from '../inbox/list/task-row';
import { ToolApprovalPanel } from '../tool-approval/tool-approval-panel';
import { AskedFor } from './asked-for';
import { NextSteps } from './outcome/next-steps';
import { PausedNotice } from './paused-notice';
import { LeftText } from '../answer/left-text';
import { ApprovalForm, approvesByForm, TaskAnswer } from '../answer/task-answer';
import { DecisionSheet } from './decision-sheet';
import { JustDecidedNotice } from './flow/just-decided';
import { useDecisionKeys } from './flow/use-decision-keys';
import { useFocusAfterClaim } from './flow/use-focus-after-claim';
import { useTaskWalk } from './flow/use-task-walk';
import { useWayOn } from './flow/use-way-on';
import { WalkBar } from './flow/walk-bar';
import { hasContext, TaskContext } from './task-context';
import { TaskFacts } from './task-facts';
import { TaskHeading } from './task-heading';
import { TaskHistory } from '../history/task-history';
import { TaskReveal } from './task-reveal';
import { useMarkedSeen } from './use-marked-seen';
import classes from './task-view.module.css';

export interface TaskViewProps {
  task: TaskDetailQuery['task'];
  onReread: () => void;
}

/** The page of a task that was found: what is known beside the answer where there is room, the facts beside both. */
export function TaskView({ task, onReread }: TaskViewProps) {
  const row = readFragment(TaskRowFields, task);
  const actions = useTaskActions(row, onReread);
  const walk = useTaskWalk(task.id);
  const page = useRef<HTMLDivElement>(null);
  const work = useHeightVariable<HTMLDivElement>();
  useMarkedSeen(row);
  useDecisionKeys(page);
  useFocusAfterClaim(page, actions.went);
  useWayOn(task, actions.went, walk);
  const may = (action: TaskAction): boolean => row.allowedActions.includes(action);
  useShortcuts({
    c: () => may('CLAIM') && void actions.send('CLAIM', {}),
    r: () => may('RELEASE') && void actions.send('RELEASE', {}),
    s: () => may('START') && void actions.send('START', {}),
    j: () => walk.toNext(),
    k: () => walk.toPrevious(),
    u: () => walk.toList(),
  });
  const hasSides = hasContext(task) || hasConversation(task);
  const known = hasSides && (
    <div key="read" className={classes.read}>
      <TaskContext task={task} />
      <ConversationPanel task={task} />
    </div>
  );
  const answer = (
    <div key="work" className={classes.work} ref={work}>
      <NextSteps task={task} onReread={onReread} />
      {task.approval ? (
        <ApprovalPanel
          task={task}
          actions={actions}
          approvedByForm={approvesByForm(task)}
          form={(payloadDigest) => (
            <ApprovalForm task={task} row={row} actions={actions} payloadDigest={payloadDigest} />
          )}
        />
      ) : task.toolApproval ? (
        <ToolApprovalPanel task={task} row={row} actions={actions} />
      ) : (
        <TaskAnswer task={task} row={row} actions={actions} />
      )}
    </div>
  );
  return (
    <TaskReveal taskId={task.id}>
      <title>{`${task.title} · Orkestra`}</title>
      <div ref={page} className={classes.page}>
        <WalkBar walk={walk} />
        <TaskHeading task={task} allowed={row.allowedActions} actions={actions} />
        <div className={classes.columns} data-sides={hasSides ? 'both' : 'one'}>
          <div className={classes.notices}>
            <JustDecidedNotice />
            <AskedFor task={task} />
            <ActionNotice actions={actions} />
            <PausedNotice task={task} actions={actions} />
            <LeftText task={task} onReread={onReread} />
          </div>
          {/* What came of it is the first thing of a closed task. */}
          {row.closedAt ? [answer, known] : [known, answer]}
          <div className={classes.talk}>
            <AttachmentPanel task={task} onReread={onReread} />
            <CommentPanel task={task} onReread={onReread} />
            {!task.toolApproval && (
              <GuestPanel taskId={task.id} isApproval={task.approval !== null} allowed={row.allowedActions} />
            )}
          </div>
          <aside className={classes.side} aria-label="About this task">
            <TaskFacts task={task} />
            <TaskHistory task={task} />
          </aside>
        </div>
        <DecisionSheet isOpen={!row.closedAt} />
      </div>
    </TaskReveal>
  );
}
