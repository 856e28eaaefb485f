import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useGuardedMutation } from '../account/guarded-mutation';
import { readApiError } from '../errors/api-error';
import type { ScimDirectoryPartsFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { MapDirectoryRoles } from './provisioning-operations';

type Mapping = ScimDirectoryPartsFragment['roleMappings'][number];
type Role = Mapping['role'];

const ROLES: { value: Role; label: string }[] = [
  { value: 'ADMIN', label: 'Admin' },
  { value: 'OPERATOR', label: 'Operator' },
  { value: 'VIEWER', label: 'Viewer' },
  { value: 'AUDITOR', label: 'Auditor' },
];

export interface MapRolesDialogProps {
  directory: ScimDirectoryPartsFragment;
  onMapped: () => void;
  onClose: () => void;
}

/** Which groups of the directory make their people what. */
export function MapRolesDialog({ directory, onMapped, onClose }: MapRolesDialogProps) {
  const [mappings, setMappings] = useState<Pick<Mapping, 'groupName' | 'role'>[]>(
    directory.roleMappings.map(({ groupName, role }) => ({ groupName, role })),
  );
  const [map] = useGuardedMutation(MapDirectoryRoles);
  const put = (index: number, changes: Partial<Mapping>): void =>
    setMappings((before) => before.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  const confirm = async () => {
    try {
      await map({ variables: { input: { connectionId: directory.id, mappings } } });
      announce('The roles are saved.');
      onMapped();
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog
      title={`Roles by groups of ${directory.name}`}
      confirm="Save"
      incomplete={mappings.some(({ groupName }) => groupName.trim() === '')}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Text size="sm">
        Of several groups the one whose people may most counts. With any mapping, people of none of these
        groups are operators. Owners stay owners.
      </Text>
      {mappings.map(({ groupName, role }, index) => (
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            aria-label={`Group ${index + 1}`}
            placeholder="Group of the directory"
            maxLength={100}
            flex={1}
            value={groupName}
            onChange={(event) => put(index, { groupName: event.currentTarget.value })}
          />
          <Select
            aria-label={`Role of group ${index + 1}`}
            w={130}
            data={ROLES}
            value={role}
            allowDeselect={false}
            onChange={(value) => put(index, { role: value ?? role })}
          />
          <ActionIcon
            variant="subtle"
            aria-label={`Remove group ${index + 1}`}
            onClick={() => setMappings((before) => before.filter((_, at) => at !== index))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setMappings((before) => [...before, { groupName: '', role: 'OPERATOR' }])}
      >
        Add a group
      </Button>
    </ConfirmDialog>
  );
}
