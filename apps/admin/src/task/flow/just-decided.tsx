import { Alert, Anchor, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { isRecord } from '../../interface/values/is-record';

/** What the person decided on the page before, which they left for this one. */
export function JustDecidedNotice() {
  const [closed, setClosed] = useState(false);
  const state: unknown = useLocation().state;
  const decided = isRecord(state) && isRecord(state.decided) ? state.decided : null;
  if (closed || !decided) return null;
  const { taskId, title, text } = decided;
  if (typeof taskId !== 'string' || typeof title !== 'string' || typeof text !== 'string') return null;
  return (
    <Alert
      role="note"
      variant="light"
      py={6}
      icon={<IconCheck size={18} />}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={() => setClosed(true)}
    >
      <Text size="sm">
        {text}{' '}
        <Anchor component={Link} to={`/tasks/${taskId}`} size="sm" underline="always">
          {title}
        </Anchor>
      </Text>
    </Alert>
  );
}
