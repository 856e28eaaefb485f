import { useGuardedMutation } from '../account/guarded-mutation';
import { Text } from '@mantine/core';
import { readApiError } from '../errors/api-error';
import type { ConnectionPartsFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { DeleteConnection } from './connection-operations';

export interface DeleteConnectionDialogProps {
  connection: ConnectionPartsFragment;
  onDone: () => void;
  onClose: () => void;
}

/** Asks first: whoever came in by it is out. */
export function DeleteConnectionDialog({
  connection: { id, name },
  onDone,
  onClose,
}: DeleteConnectionDialogProps) {
  const [remove] = useGuardedMutation(DeleteConnection);
  const confirm = async () => {
    try {
      await remove({ variables: { input: { connectionId: id } } });
    } catch (error) {
      return readApiError(error);
    }
    announce('The connection is deleted.');
    onDone();
    return null;
  };
  return (
    <ConfirmDialog
      title="Delete the connection?"
      confirm="Delete"
      danger
      onClose={onClose}
      onConfirm={confirm}
    >
      <Text size="sm">
        Whoever came in by {name} is signed out at once. People stay in the workspace; without a password they
        need another connection, or a link from an admin.
      </Text>
    </ConfirmDialog>
  );
}
