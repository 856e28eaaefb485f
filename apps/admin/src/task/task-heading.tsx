import { Text } from '@mantine/core';
import { PageHeading } from '../interface/page-heading';
import { CommandBar } from '../commands/command-bar';
import type { TaskActions } from '../commands/use-task-actions';
import { type FragmentType, graphql, readFragment } from '../generated';
import type { TaskAction } from '../generated/graphql';
import { PriorityMark } from '../badges/priority-mark';
import { DueText } from '../time/due-text';
import { EscalationBadge } from '../badges/escalation-badge';
import { StatusBadge } from '../badges/status-badge';
import classes from './task-heading.module.css';
import { useStuck } from './use-stuck';

const TaskHeadingFields = graphql(`
  fragment TaskHeading on Task {
    title
    description
    status
    priority
    dueAt
    pausedAt
    closedAt
    escalationLevel
    workflow {
      id
    }
  }
`);

export interface TaskHeadingProps {
  task: FragmentType<typeof TaskHeadingFields>;
  allowed: readonly TaskAction[];
  actions: TaskActions;
}

/** Title, state and what the server allows, in view wherever one scrolls to; and the description. */
export function TaskHeading({ task: masked, allowed, actions }: TaskHeadingProps) {
  const task = readFragment(TaskHeadingFields, masked);
  const dueAt = task.dueAt ?? null;
  const bar = useStuck();
  return (
    <>
      <div className={classes.bar} ref={bar}>
        <div className={classes.top}>
          <PageHeading>{task.title}</PageHeading>
          <CommandBar
            task={{ title: task.title, priority: task.priority, dueAt, hasWorkflow: Boolean(task.workflow) }}
            allowed={allowed}
            actions={actions}
          />
        </div>
        <div className={classes.meta}>
          <StatusBadge status={task.status} />
          <EscalationBadge level={task.escalationLevel} />
          <PriorityMark priority={task.priority} />
          {!task.closedAt && <DueText dueAt={dueAt} pausedAt={task.pausedAt} />}
        </div>
      </div>
      {task.description && <Text className={classes.description}>{task.description}</Text>}
    </>
  );
}
