import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type BulkOutcome, outcomeWords } from './bulk.words';
import classes from './bulk.module.css';

export interface BulkSummaryProps {
  outcome: BulkOutcome | null;
  /** Takes it back, as long as that is offered. */
  onUndo: (() => void) | null;
  onClose: () => void;
}

/** What came of a command for many tasks, with what was in the way of each that failed. */
export function BulkSummary({ outcome, onUndo, onClose }: BulkSummaryProps) {
  if (!outcome) return null;
  const { failures } = outcome;
  const good = failures.length === 0;
  return (
    <Alert
      mb="sm"
      py={8}
      color={good ? 'petrol' : 'yellow'}
      variant="light"
      icon={good ? <IconCheck size={18} /> : <IconAlertTriangle size={18} />}
      role={good ? 'note' : 'alert'}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onClose}
    >
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {outcomeWords(outcome)}
        </Text>
        {onUndo && (
          <Button size="compact-xs" variant="default" onClick={onUndo}>
            Undo
          </Button>
        )}
      </Group>
      {!good && (
        <ul className={classes.failures} aria-label="Not done" tabIndex={0}>
          {failures.map(({ taskId, title, message }) => (
            <li key={taskId}>
              <Anchor component={Link} to={`/tasks/${taskId}`} size="sm" underline="always">
                {title}
              </Anchor>
              : {message}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
