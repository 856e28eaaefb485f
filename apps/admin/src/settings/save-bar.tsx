import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { LeaveGuard } from './leave-guard';
import type { Save } from './use-save';
import classes from './settings.module.css';

export interface SaveBarProps {
  dirty: boolean;
  save: Save;
  onSave: () => void;
  onDiscard: () => void;
  /** What the button says. */
  label?: string;
}

/** Saves or discards what was changed on the page, says why it was refused, and asks before it gets lost. */
export function SaveBar({ dirty, save, onSave, onDiscard, label = 'Save' }: SaveBarProps) {
  const { refused } = save;
  return (
    <>
      <LeaveGuard dirty={dirty && !save.busy} />
      {refused && (
        <Alert mt="md" role="alert" color="red" variant="light" icon={<IconAlertTriangle size={18} />}>
          <Text size="sm">
            {refused.fields.length > 0
              ? 'Nothing was saved. What has to change stands at the fields.'
              : refused.message}
          </Text>
        </Alert>
      )}
      {(dirty || save.busy) && (
        <div className={classes.bar} role="group" aria-label="Changes">
          <span className={classes.barText}>Not saved yet</span>
          <Button variant="default" disabled={save.busy} onClick={onDiscard}>
            Discard
          </Button>
          <Button loading={save.busy} onClick={onSave}>
            {label}
          </Button>
        </div>
      )}
    </>
  );
}
