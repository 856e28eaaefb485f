import { useMutation } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../../errors/api-error';
import type { WorkspacePersonFragment } from '../../generated/graphql';
import { announce } from '../../interface/announcer';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import { useViewer } from '../../viewer/viewer';
import { ChangePersonRole } from './people-operations';
import { roleOptions } from './role.words';

export interface RoleDialogProps {
  person: WorkspacePersonFragment;
  onClose: () => void;
}

export function RoleDialog({ person, onClose }: RoleDialogProps) {
  const viewer = useViewer();
  const [role, setRole] = useState(person.role);
  const [change] = useMutation(ChangePersonRole);
  const confirm = async () => {
    try {
      await change({ variables: { input: { personId: person.id, role } } });
      announce(`The role of ${person.displayName} is changed.`);
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog
      title={`Role of ${person.displayName}`}
      confirm="Change"
      incomplete={role === person.role}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Select
        label="Role"
        description="With a role that may do more they are signed out, and sign in again."
        data-autofocus
        allowDeselect={false}
        data={roleOptions(viewer.role === 'owner')}
        value={role}
        onChange={(value) => setRole(value ?? role)}
      />
    </ConfirmDialog>
  );
}
