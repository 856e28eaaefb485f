import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { RevokeKey } from './key-operations';

export interface RevokeKeyDialogProps {
  keyId: string;
  title: string;
  onRevoked: () => void;
  onClose: () => void;
}

export function RevokeKeyDialog({ keyId, title, onRevoked, onClose }: RevokeKeyDialogProps) {
  const [revoke] = useMutation(RevokeKey);
  const confirm = async () => {
    try {
      await revoke({ variables: { input: { keyId } } });
      announce('The key is revoked.');
      onRevoked();
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog title="Revoke the key?" confirm="Revoke" danger onClose={onClose} onConfirm={confirm}>
      <Text size="sm">
        {title} stops working at once, wherever it is used, and cannot be brought back. To replace it without
        a gap, rotate it instead.
      </Text>
    </ConfirmDialog>
  );
}
