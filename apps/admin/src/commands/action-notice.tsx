import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ApiError } from '../errors/api-error';
import type { Done, TaskActions } from './use-task-actions';

/** What came of the last command: why it was refused, or what it did, with the way back where there is one. */
export function ActionNotice({ actions }: { actions: TaskActions }) {
  const { outcome, done, busy, undo, dismiss } = actions;
  if (outcome) return <Refused outcome={outcome} onClose={dismiss} />;
  // What came of a completed task stands on the page itself.
  if (!done || done.name === 'COMPLETE') return null;
  return <WentThrough done={done} busy={busy !== null} onUndo={undo} onClose={dismiss} />;
}

interface WentThroughProps {
  done: Done;
  busy: boolean;
  onUndo: TaskActions['undo'];
  onClose: () => void;
}

function WentThrough({ done: { text, undo }, busy, onUndo, onClose }: WentThroughProps) {
  return (
    <Alert
      role="note"
      variant="light"
      py={8}
      icon={<IconCheck size={18} />}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onClose}
    >
      <Group gap="sm">
        <Text size="sm">{text}</Text>
        {undo && (
          <Button size="compact-xs" variant="default" loading={busy} onClick={() => onUndo(undo)}>
            Undo
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** Why a command was refused. Field errors of the form stand at their fields instead. */
function Refused({ outcome, onClose }: { outcome: ApiError; onClose: () => void }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), [outcome]);
  if (outcome.reason === 'task.invalid_data') return null;
  return (
    <Alert
      ref={notice}
      role="alert"
      variant="light"
      color={outcome.code === 'CONFLICT' ? 'yellow' : 'red'}
      title={outcome.code === 'CONFLICT' ? 'Someone was faster, or something changed' : 'That did not work'}
      icon={<IconAlertTriangle size={18} />}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onClose}
    >
      <Text size="sm">{outcome.message}</Text>
      {outcome.correlationId && outcome.code === 'INTERNAL_SERVER_ERROR' && (
        <Text size="xs" mt={4}>
          Reference for support: <code>{outcome.correlationId}</code>
        </Text>
      )}
    </Alert>
  );
}
