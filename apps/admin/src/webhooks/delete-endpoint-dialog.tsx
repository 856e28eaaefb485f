import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { DeleteEndpoint } from './webhook-operations';

export interface DeleteEndpointDialogProps {
  endpointId: string;
  title: string;
  onDeleted: () => void;
  onClose: () => void;
}

export function DeleteEndpointDialog({ endpointId, title, onDeleted, onClose }: DeleteEndpointDialogProps) {
  const [remove] = useMutation(DeleteEndpoint);
  const confirm = async () => {
    try {
      await remove({ variables: { input: { endpointId } } });
      announce('The endpoint is deleted.');
      onDeleted();
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog title="Delete the endpoint?" confirm="Delete" danger onClose={onClose} onConfirm={confirm}>
      <Text size="sm">
        {title} is told of nothing any more. Its log is deleted, and so is what waits for it: to keep both,
        turn it off instead.
      </Text>
    </ConfirmDialog>
  );
}
