import { Alert } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

/** Says that something is saved; nothing until then. */
export function Done({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <Alert role="note" variant="light" py={8} icon={<IconCheck size={18} />}>
      {children}
    </Alert>
  );
}
