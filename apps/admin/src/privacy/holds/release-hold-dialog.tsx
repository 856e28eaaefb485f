import { useMutation } from '@apollo/client/react';
import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../../errors/api-error';
import type { LegalHoldRowFragment } from '../../generated/graphql';
import { announce } from '../../interface/announcer';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import { ReleaseLegalHold } from './legal-hold-operations';
import { heldWords } from './hold.words';

export interface ReleaseHoldDialogProps {
  hold: LegalHoldRowFragment;
  onReleased: () => void;
  onClose: () => void;
}

/** Asks whether it is meant: what the hold has kept may be gone soon. */
export function ReleaseHoldDialog({ hold, onReleased, onClose }: ReleaseHoldDialogProps) {
  const [meant, setMeant] = useState(false);
  const [release] = useMutation(ReleaseLegalHold);
  const confirm = async () => {
    try {
      await release({ variables: { input: { legalHoldId: hold.id } } });
    } catch (error) {
      return readApiError(error);
    }
    announce('The hold is released.');
    onReleased();
    return null;
  };
  return (
    <ConfirmDialog
      title="Release the hold?"
      confirm="Release"
      danger
      incomplete={!meant}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Text size="sm">
        What is due of {heldWords(hold)} is erased within the next hour, unless another hold is on it. It
        stays written that there was a hold, and why.
      </Text>
      <Checkbox
        label="It need not be kept any more"
        checked={meant}
        onChange={(event) => setMeant(event.currentTarget.checked)}
      />
    </ConfirmDialog>
  );
}
