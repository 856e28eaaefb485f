import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { useShortcuts } from '../app/shortcuts';
import { readFragment } from '../generated';
import type { TaskDetailQuery } from '../generated/graphql';
import { lastInbox } from '../inbox/last-opened';
import { TaskRowFields } from '../inbox/task-row';
import { ActionNotice } from './action-notice';
import { NextSteps } from './next-steps';
import { TaskAnswer } from './task-answer';
import { TaskContext } from './task-context';
import { TaskFacts } from './task-facts';
import { TaskHeading } from './task-heading';
import { TaskHistory } from './task-history';
import classes from './task-view.module.css';
import { useTaskActions } from './use-task-actions';

export interface TaskViewProps {
  task: TaskDetailQuery['task'];
  onReread: () => void;
}

/** The page of a task that was found: the work on the left, the facts on the right. */
export function TaskView({ task, onReread }: TaskViewProps) {
  const navigate = useNavigate();
  const row = readFragment(TaskRowFields, task);
  const actions = useTaskActions(row, onReread);
  const may = (action: 'CLAIM' | 'RELEASE'): boolean => row.allowedActions.includes(action);
  useShortcuts({
    c: () => may('CLAIM') && actions.claim(),
    r: () => may('RELEASE') && actions.release(),
    u: () => void navigate(lastInbox.path()),
  });
  return (
    <>
      <title>{`${task.title} · Orkestra`}</title>
      <Anchor component={Link} to={lastInbox.path()} size="sm" className={classes.back}>
        <IconArrowLeft size={15} aria-hidden /> Inbox
      </Anchor>
      <div className={classes.columns}>
        <div className={classes.work}>
          <TaskHeading
            task={task}
            actions={row.allowedActions}
            busy={actions.busy}
            onClaim={actions.claim}
            onRelease={actions.release}
          />
          <ActionNotice outcome={actions.outcome} onClose={actions.dismiss} />
          <NextSteps task={task} onReread={onReread} />
          <TaskContext task={task} />
          <TaskAnswer task={task} row={row} actions={actions} />
        </div>
        <aside className={classes.side} aria-label="About this task">
          <TaskFacts task={task} />
          <TaskHistory task={task} />
        </aside>
      </div>
    </>
  );
}
