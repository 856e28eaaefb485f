import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import type { TaskActions } from '../commands/use-task-actions';
import { type FragmentType, graphql, readFragment } from '../generated';
import { TimeText } from '../time/time-text';

const PausedFields = graphql(`
  fragment Paused on Task {
    status
    pausedAt
    resumesAt
    allowedActions
    approval {
      waitingForRequester
    }
  }
`);

export interface PausedNoticeProps {
  task: FragmentType<typeof PausedFields>;
  actions: TaskActions;
}

/** Says that the clock stands still, why, and how it goes on. */
export function PausedNotice({ task: masked, actions }: PausedNoticeProps) {
  const { status, pausedAt, resumesAt, allowedActions, approval } = readFragment(PausedFields, masked);
  if (status !== 'SUSPENDED' || !pausedAt) return null;
  const waiting = approval?.waitingForRequester ?? false;
  return (
    <Alert
      role="note"
      variant="light"
      color="gray"
      icon={<IconPlayerPause size={18} />}
      title={waiting ? 'Waiting for the requester' : 'Suspended'}
    >
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          {waiting && 'They were asked for changes. '}
          The clock stands still since <TimeText at={pausedAt} />.
          {resumesAt && (
            <>
              {' '}
              The task comes back by itself <TimeText at={resumesAt} />.
            </>
          )}
        </Text>
        {allowedActions.includes('RESUME') && (
          <Button
            size="xs"
            loading={actions.busy === 'RESUME'}
            onClick={() => void actions.send('RESUME', {})}
          >
            Resume now
          </Button>
        )}
      </Group>
    </Alert>
  );
}
