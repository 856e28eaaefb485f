import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { useShortcuts } from '../interface/shortcuts';
import { ApprovalPanel } from '../approval/approval-panel';
import { AttachmentPanel } from '../attachments/attachment-panel';
import { CommentPanel } from '../comments/comment-panel';
import { ActionNotice } from '../commands/action-notice';
import { useTaskActions } from '../commands/use-task-actions';
import { ConversationPanel } from '../conversation/conversation-panel';
import { readFragment } from '../generated';
import type { TaskAction, TaskDetailQuery } from '../generated/graphql';
import { GuestPanel } from '../guests/guest-panel';
import { lastInbox } from '../inbox/list/last-opened';
import { TaskRowFields } from '../inbox/list/task-row';
import { ToolApprovalPanel } from '../tool-approval/tool-approval-panel';
import { AskedFor } from './asked-for';
import { NextSteps } from './outcome/next-steps';
import { PausedNotice } from './paused-notice';
import { LeftText } from '../answer/left-text';
import { ApprovalForm, approvesByForm, TaskAnswer } from '../answer/task-answer';
import { TaskContext } from './task-context';
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

/** The page of a task that was found: the work on the left, the facts on the right. */
export function TaskView({ task, onReread }: TaskViewProps) {
  const navigate = useNavigate();
  const row = readFragment(TaskRowFields, task);
  const actions = useTaskActions(row, onReread);
  useMarkedSeen(row);
  const may = (action: TaskAction): boolean => row.allowedActions.includes(action);
  useShortcuts({
    c: () => may('CLAIM') && void actions.send('CLAIM', {}),
    r: () => may('RELEASE') && void actions.send('RELEASE', {}),
    s: () => may('START') && void actions.send('START', {}),
    u: () => void navigate(lastInbox.path()),
  });
  return (
    <TaskReveal taskId={task.id}>
      <title>{`${task.title} · Orkestra`}</title>
      <Anchor component={Link} to={lastInbox.path()} size="sm" className={classes.back}>
        <IconArrowLeft size={15} aria-hidden /> Inbox
      </Anchor>
      <div className={classes.columns}>
        <div className={classes.work}>
          <TaskHeading task={task} allowed={row.allowedActions} actions={actions} />
          <AskedFor task={task} />
          <ActionNotice actions={actions} />
          <PausedNotice task={task} actions={actions} />
          <LeftText task={task} onReread={onReread} />
          <NextSteps task={task} onReread={onReread} />
          <TaskContext task={task} />
          <ConversationPanel task={task} />
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
    </TaskReveal>
  );
}
