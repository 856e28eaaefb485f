import { Alert, Anchor, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';

/** What came of an action in the list. */
export interface Notice {
  tone: 'good' | 'bad';
  text: string;
  taskId?: string;
}

export function ListNotice({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  if (!notice) return null;
  const good = notice.tone === 'good';
  return (
    <Alert
      mb="sm"
      py={8}
      color={good ? 'petrol' : 'red'}
      variant="light"
      icon={good ? <IconCheck size={18} /> : <IconAlertTriangle size={18} />}
      role={good ? 'note' : 'alert'}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onClose}
    >
      <Text size="sm" span>
        {notice.text}{' '}
      </Text>
      {notice.taskId && (
        <Anchor component={Link} to={`/tasks/${notice.taskId}`} size="sm" fw={600}>
          Open it
        </Anchor>
      )}
    </Alert>
  );
}
