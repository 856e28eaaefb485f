import { Button, Group, Text } from '@mantine/core';
import { PageHeading } from '../app/page-heading';
import { type FragmentType, graphql, readFragment } from '../generated';
import type { TaskAction } from '../generated/graphql';
import { PriorityMark } from '../inbox/priority-mark';
import { DueText } from '../time/due-text';
import { StatusBadge } from './status-badge';
import classes from './task-heading.module.css';

const TaskHeadingFields = graphql(`
  fragment TaskHeading on Task {
    title
    description
    status
    priority
    dueAt
    closedAt
  }
`);

export interface TaskHeadingProps {
  task: FragmentType<typeof TaskHeadingFields>;
  actions: readonly TaskAction[];
  busy: string | null;
  onClaim: () => void;
  onRelease: () => void;
}

/** Title, state and description, with the buttons that the server allows. */
export function TaskHeading({ task: masked, actions, busy, onClaim, onRelease }: TaskHeadingProps) {
  const task = readFragment(TaskHeadingFields, masked);
  return (
    <section>
      <div className={classes.top}>
        <PageHeading>{task.title}</PageHeading>
        <Group gap="xs" wrap="nowrap">
          {actions.includes('RELEASE') && (
            <Button variant="default" loading={busy === 'release'} onClick={onRelease}>
              Release
            </Button>
          )}
          {actions.includes('CLAIM') && (
            <Button loading={busy === 'claim'} onClick={onClaim}>
              Claim
            </Button>
          )}
        </Group>
      </div>
      <div className={classes.meta}>
        <StatusBadge status={task.status} />
        <PriorityMark priority={task.priority} />
        {!task.closedAt && <DueText dueAt={task.dueAt ?? null} />}
      </div>
      {task.description && <Text className={classes.description}>{task.description}</Text>}
    </section>
  );
}
