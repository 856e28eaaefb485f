import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ApiError } from '../errors/api-error';

/** Why the last command was refused. Field errors stand at their fields instead. */
export function ActionNotice({ outcome, onClose }: { outcome: ApiError | null; onClose: () => void }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), [outcome]);
  if (!outcome || outcome.reason === 'task.invalid_data') return null;
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
