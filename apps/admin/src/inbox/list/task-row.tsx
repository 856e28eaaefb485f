import { Button, Checkbox } from '@mantine/core';
import { type CSSProperties, memo } from 'react';
import { Link } from 'react-router';
import { graphql } from '../../generated';
import type { TaskRowFragment } from '../../generated/graphql';
import type { SelectionStore } from '../../bulk/selection-store';
import { useIsSelected } from '../../bulk/use-selection';
import { DueText } from '../../time/due-text';
import { TimeText } from '../../time/time-text';
import { PriorityMark } from '../../badges/priority-mark';
import { StatusText } from '../../badges/status-text';
import classes from './task-row.module.css';

export const TaskRowFields = graphql(`
  fragment TaskRow on Task {
    id
    title
    description
    type
    status
    outcome
    priority
    dueAt
    pausedAt
    createdAt
    updatedAt
    closedAt
    revision
    escalationLevel
    allowedActions
    assignee {
      id
      displayName
    }
    owner {
      id
      displayName
    }
    group {
      id
      key
      name
    }
  }
`);

export interface TaskRowProps {
  task: TaskRowFragment;
  /** Its place in the list, from 0. */
  index: number;
  /** How many tasks the list has; -1 where more are to be loaded. */
  size: number;
  /** How far down the list it stands, in pixels. */
  top: number;
  /** Takes its height, which differs where titles wrap. */
  measure: (element: HTMLElement | null) => void;
  /** Has just appeared by a live update. */
  fresh: boolean;
  onClaim: (task: TaskRowFragment) => void;
  /** Null where rows can't be selected. */
  selection: SelectionStore | null;
}

/** One task of the inbox; the whole row is the link, the claim button stands above it. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { task, index, size, top, measure, fresh, onClaim, selection } = props;
  const { closedAt } = task;
  return (
    <li
      ref={measure}
      className={classes.row}
      style={{ '--row-top': `${top}px` } as CSSProperties}
      data-index={index}
      data-fresh={fresh || undefined}
      data-closed={closedAt ? true : undefined}
      aria-posinset={index + 1}
      aria-setsize={size}
    >
      {selection && <RowBox task={task} selection={selection} />}
      <PriorityMark priority={task.priority} />
      <div className={classes.what}>
        <Link to={`/tasks/${task.id}`} className={classes.title} data-task={task.id}>
          {task.title}
        </Link>
        <div className={classes.where}>
          <span>{task.group?.name ?? 'No group'}</span>
          {task.status !== 'READY' && <StatusText status={task.status} />}
          {task.escalationLevel > 0 && !closedAt && (
            <>
              <span aria-hidden>·</span>
              <span className={classes.escalated}>Escalated</span>
            </>
          )}
          {task.description && <span className={classes.about}>{task.description}</span>}
        </div>
      </div>
      <div className={classes.due}>
        {closedAt ? (
          <TimeText at={closedAt} prefix="Closed " />
        ) : (
          <DueText dueAt={task.dueAt ?? null} pausedAt={task.pausedAt} />
        )}
      </div>
      <div className={classes.age}>
        <TimeText at={task.createdAt} style="span" prefix="Age " />
      </div>
      <div className={classes.assignee}>
        {task.assignee?.displayName ?? <span className={classes.nobody}>Unassigned</span>}
      </div>
      <div className={classes.action}>
        {task.allowedActions.includes('CLAIM') && (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => onClaim(task)}
            aria-label={`Claim “${task.title}”`}
          >
            Claim
          </Button>
        )}
      </div>
    </li>
  );
});

function RowBox({ task, selection }: { task: TaskRowFragment; selection: SelectionStore }) {
  const selected = useIsSelected(selection, task.id);
  return (
    <Checkbox
      size="xs"
      className={classes.select}
      aria-label={`Select “${task.title}”`}
      checked={selected}
      onChange={({ nativeEvent }) => {
        if (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey) selection.extendTo(task.id);
        else selection.toggle(task.id);
      }}
    />
  );
}
