import { Alert, Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { ApiError } from '../errors/api-error';
import { ErrorText } from '../errors/error-text';
import { LeaveGuard } from '../interface/leave-guard';
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
  const { busy, refused, saved } = save;
  useEffect(() => {
    if (!refused) return;
    // The focus goes to the first field that has to change; a message about several fields stands after them.
    const place = document.querySelector<HTMLElement>('main [aria-invalid="true"], main [role="alert"]');
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [refused]);
  return (
    <>
      <LeaveGuard onLeave={dirty && !busy}>Your changes on this page have not been saved.</LeaveGuard>
      {saved !== null && !dirty && !busy && (
        <Alert mt="md" role="note" variant="light" py={8} icon={<IconCheck size={18} />}>
          {saved}
        </Alert>
      )}
      {(dirty || busy || refused) && (
        <div className={classes.bar} role="group" aria-label="Changes">
          <div className={classes.barText}>
            {refused ? <ErrorText>{refusalWords(refused)}</ErrorText> : 'Not saved yet'}
          </div>
          <Button variant="default" disabled={busy} onClick={onDiscard}>
            Discard
          </Button>
          <Button loading={busy} onClick={onSave}>
            {label}
          </Button>
        </div>
      )}
    </>
  );
}

function refusalWords({ fields, message }: ApiError): string {
  return fields.length > 0 ? 'Not saved. What has to change stands at the fields.' : message;
}
