import { useMutation } from '@apollo/client/react';
import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { RotateKey } from './key-operations';
import { OVERLAPS } from './lifetimes';

export interface RotateKeyDialogProps {
  keyId: string;
  title: string;
  onRotated: (secret: string) => void;
  onClose: () => void;
}

export function RotateKeyDialog({ keyId, title, onRotated, onClose }: RotateKeyDialogProps) {
  const [overlap, setOverlap] = useState('24');
  const [rotate] = useMutation(RotateKey);
  const confirm = async () => {
    try {
      const { data } = await rotate({ variables: { input: { keyId, overlapHours: Number(overlap) } } });
      announce('The key is rotated.');
      if (data) onRotated(data.rotateApiKey.secret);
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog title="Rotate the key?" confirm="Rotate" onClose={onClose} onConfirm={confirm}>
      <Text size="sm">{title} gets a successor with a new secret and the same rights.</Text>
      <Select
        label="The old secret works on for"
        description="Long enough to put the new one in place everywhere."
        data={OVERLAPS}
        value={overlap}
        onChange={(value) => setOverlap(value ?? '24')}
        allowDeselect={false}
      />
    </ConfirmDialog>
  );
}
