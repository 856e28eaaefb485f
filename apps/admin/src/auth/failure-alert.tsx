import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

/** Why signing in did not work; read out at once. */
export function FailureAlert({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle size={18} />}>
      {children}
    </Alert>
  );
}
