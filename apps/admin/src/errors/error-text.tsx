import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** One line that says what went wrong, beside what was done. */
export function ErrorText({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="alert">
      {children}
    </Text>
  );
}
