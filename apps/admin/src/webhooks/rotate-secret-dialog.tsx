import { useMutation } from '@apollo/client/react';
import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { RotateSecret } from './webhook-operations';

const OVERLAPS = [
  { value: '0', label: 'Not at all: it is in wrong hands' },
  { value: '1', label: 'One hour' },
  { value: '24', label: 'One day' },
  { value: '168', label: '7 days' },
];

export interface RotateSecretDialogProps {
  endpointId: string;
  title: string;
  onRotated: (secret: string) => void;
  onClose: () => void;
}

export function RotateSecretDialog({ endpointId, title, onRotated, onClose }: RotateSecretDialogProps) {
  const [overlap, setOverlap] = useState('24');
  const [rotate] = useMutation(RotateSecret);
  const confirm = async () => {
    try {
      const { data } = await rotate({ variables: { input: { endpointId, overlapHours: Number(overlap) } } });
      announce('The secret is rotated.');
      if (data) onRotated(data.rotateWebhookSecret.secret);
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog title="Rotate the secret?" confirm="Rotate" onClose={onClose} onConfirm={confirm}>
      <Text size="sm">Requests to {title} are signed by a new secret from now on.</Text>
      <Select
        label="The old secret signs as well for"
        description="Long enough to put the new one in place."
        data={OVERLAPS}
        value={overlap}
        onChange={(value) => setOverlap(value ?? '24')}
        allowDeselect={false}
      />
    </ConfirmDialog>
  );
}
