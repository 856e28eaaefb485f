import { useMutation } from '@apollo/client/react';
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TargetMultiSelect } from '../../directory/target-select';
import type { Target } from '../../directory/targets';
import { type ApiError, readApiError } from '../../errors/api-error';
import type { InvitePersonMutation, TenantRole } from '../../generated/graphql';
import { announce } from '../../interface/announcer';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import { messagesOf } from '../../settings/field-messages';
import { useViewer } from '../../viewer/viewer';
import { InvitePerson } from './people-operations';
import { roleOptions } from './role.words';

export interface InviteDialogProps {
  onInvited: (invitation: InvitePersonMutation['invitePerson']) => void;
  onClose: () => void;
}

/** Asks who is to come, as what, and into which groups. */
export function InviteDialog({ onInvited, onClose }: InviteDialogProps) {
  const viewer = useViewer();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<TenantRole>('OPERATOR');
  const [groups, setGroups] = useState<Target[]>([]);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [invite] = useMutation(InvitePerson);
  const errorAt = messagesOf(refused);

  const confirm = async (): Promise<ApiError | null> => {
    const places = groups
      .filter(({ value }) => value.startsWith('group:'))
      .map(({ value }) => ({ group: value.slice('group:'.length) }));
    try {
      const { data } = await invite({ variables: { input: { email, role, groups: places } } });
      announce(`${email} is invited.`);
      if (data) onInvited(data.invitePerson);
      return null;
    } catch (error) {
      const explained = readApiError(error);
      setRefused(explained);
      return explained;
    }
  };
  return (
    <ConfirmDialog
      title="Invite somebody"
      confirm="Invite"
      incomplete={email.trim() === ''}
      onClose={onClose}
      onConfirm={confirm}
    >
      <TextInput
        label="E-mail address"
        type="email"
        data-autofocus
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errorAt('/email')}
      />
      <Select
        label="Role"
        allowDeselect={false}
        data={roleOptions(viewer.role === 'owner')}
        value={role}
        onChange={(value) => setRole(value ?? 'OPERATOR')}
      />
      <TargetMultiSelect
        label="Groups"
        description="They can be changed later; supervisors are named in the group."
        withGroups
        value={groups}
        onChange={(chosen) => setGroups(chosen.filter(({ value }) => value.startsWith('group:')))}
      />
    </ConfirmDialog>
  );
}
