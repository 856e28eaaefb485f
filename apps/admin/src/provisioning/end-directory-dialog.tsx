import { Text } from '@mantine/core';
import { useGuardedMutation } from '../account/guarded-mutation';
import { readApiError } from '../errors/api-error';
import type { ScimDirectoryPartsFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { EndDirectory } from './provisioning-operations';

export interface EndDirectoryDialogProps {
  directory: ScimDirectoryPartsFragment;
  onEnded: () => void;
  onClose: () => void;
}

export function EndDirectoryDialog({ directory, onEnded, onClose }: EndDirectoryDialogProps) {
  const { id, name, people, groups } = directory;
  const [end] = useGuardedMutation(EndDirectory);
  const confirm = async () => {
    try {
      await end({ variables: { input: { connectionId: id } } });
      announce(`${name} is no longer connected.`);
      onEnded();
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog title={`End ${name}?`} confirm="End" danger onClose={onClose} onConfirm={confirm}>
      <Text size="sm">
        Its tokens stop working at once. The {people} people and {groups} groups stay as they are, and admins
        here look after them: who leaves the directory afterwards stays in this workspace.
      </Text>
    </ConfirmDialog>
  );
}
