import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';

/** Stands in for a form that cannot be drawn, so that the rest of the task can still be read. */
export class FormBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} />}>
        <Text size="sm">
          This form asks for something that cannot be drawn here. Whoever made the task can change its schema;
          programs can still answer it.
        </Text>
      </Alert>
    );
  }
}
