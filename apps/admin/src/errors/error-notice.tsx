import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { readApiError } from './api-error';

export interface ErrorNoticeProps {
  title: string;
  error: unknown;
  onRetry?: () => void;
}

/** An error that a person can do something about: what happened, a way to retry, a number to report. */
export function ErrorNotice({ title, error, onRetry }: ErrorNoticeProps) {
  const { message, correlationId } = readApiError(error);
  return (
    <Alert color="red" variant="light" title={title} icon={<IconAlertTriangle size={18} />} role="alert">
      <Text size="sm">{message}</Text>
      {correlationId && (
        <Text size="xs" mt={4}>
          Reference for support: <code>{correlationId}</code>
        </Text>
      )}
      {onRetry && (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        </Group>
      )}
    </Alert>
  );
}
