import { useMutation } from '@apollo/client/react';
import { Badge, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { readApiError } from '../errors/api-error';
import type { AbsenceFragment } from '../generated/graphql';
import classes from '../settings/settings.module.css';
import { RemoveAbsence } from './absence-operations';
import { goesOn, periodWords } from './period.words';

export interface AbsenceRowProps {
  absence: AbsenceFragment;
  mayRemove: boolean;
  onRemoved: () => void;
}

/** One absence: from when, until when, and who stands in. */
export function AbsenceRow({ absence, mayRemove, onRemoved }: AbsenceRowProps) {
  const [asking, setAsking] = useState(false);
  const period = periodWords(absence);
  const now = goesOn(absence, new Date());
  const remove = now ? 'End it now' : 'Remove';
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <div className={classes.rowTitle}>
          {period} {now && <Badge ml={6}>Now</Badge>}
        </div>
        <div className={classes.rowText}>
          {absence.substitute
            ? `${absence.substitute.displayName} stands in`
            : 'Nobody stands in: tasks wait'}
        </div>
      </div>
      {mayRemove && (
        <Button
          size="xs"
          variant="default"
          aria-label={`${remove} (${period})`}
          onClick={() => setAsking(true)}
        >
          {remove}
        </Button>
      )}
      {asking && (
        <RemoveDialog
          id={absence.id}
          period={period}
          onRemoved={onRemoved}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

interface RemoveDialogProps {
  id: string;
  period: string;
  onRemoved: () => void;
  onClose: () => void;
}

function RemoveDialog({ id, period, onRemoved, onClose }: RemoveDialogProps) {
  const [remove] = useMutation(RemoveAbsence);
  const confirm = async () => {
    try {
      await remove({ variables: { input: { absenceId: id } } });
      announce('The absence is removed.');
      onRemoved();
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog title="Remove the absence?" confirm="Remove" danger onClose={onClose} onConfirm={confirm}>
      <Text size="sm">
        {period}. From now on tasks are given again; those that went to the substitute stay there.
      </Text>
    </ConfirmDialog>
  );
}
