import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useGuardedMutation } from '../account/guarded-mutation';
import { readApiError } from '../errors/api-error';
import type { ScimDirectoryPartsFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { RotateDirectoryToken } from './provisioning-operations';
import type { NewToken } from './token-dialog';

const OVERLAPS = [
  { value: '0', label: 'Not at all' },
  { value: '1', label: 'One hour' },
  { value: '24', label: 'One day' },
  { value: '168', label: '7 days' },
];

export interface RotateTokenDialogProps {
  directory: ScimDirectoryPartsFragment;
  onRotated: (token: NewToken) => void;
  onClose: () => void;
}

export function RotateTokenDialog({ directory, onRotated, onClose }: RotateTokenDialogProps) {
  const { id, name, baseUrl } = directory;
  const [overlap, setOverlap] = useState('24');
  const [rotate] = useGuardedMutation(RotateDirectoryToken);
  const confirm = async () => {
    try {
      const input = { connectionId: id, overlapHours: Number(overlap) };
      const { data } = await rotate({ variables: { input } });
      announce('The token is rotated.');
      if (data) onRotated({ baseUrl, token: data.rotateScimToken.token });
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog title="Rotate the token?" confirm="Rotate" onClose={onClose} onConfirm={confirm}>
      <Text size="sm">{name} gets a new token, which has to be put into the directory.</Text>
      <Select
        label="The old token works on for"
        data={OVERLAPS}
        value={overlap}
        onChange={(value) => setOverlap(value ?? '24')}
        allowDeselect={false}
      />
    </ConfirmDialog>
  );
}
