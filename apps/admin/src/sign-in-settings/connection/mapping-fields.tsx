import { Select, Text, Textarea, TextInput } from '@mantine/core';
import type { ConnectionPartsFragment, TenantRole } from '../../generated/graphql';
import type { MessageAt } from '../../settings/field-messages';
import { groupRuleLines, readGroupRules, readRoleRules, roleRuleLines } from './rules.words';

/** What is read from where, as it is typed. */
export interface MappingDraft {
  email: string;
  displayName: string;
  groups: string;
  groupRules: string;
  roleRules: string;
  defaultRole: string;
}

const ROLES = [
  { value: 'OPERATOR', label: 'Operator' },
  { value: 'VIEWER', label: 'Viewer' },
  { value: 'AUDITOR', label: 'Auditor' },
  { value: 'ADMIN', label: 'Admin' },
];

export function mappingDraftOf(mapping?: ConnectionPartsFragment['mapping']): MappingDraft {
  return {
    email: mapping?.email ?? 'email',
    displayName: mapping?.displayName ?? 'name',
    groups: mapping?.groups ?? 'groups',
    groupRules: groupRuleLines(mapping?.groupRules ?? []),
    roleRules: roleRuleLines(mapping?.roleRules ?? []),
    defaultRole: mapping?.defaultRole ?? 'OPERATOR',
  };
}

export function mappingInputOf({ email, displayName, groups, ...rules }: MappingDraft) {
  return {
    ...{ email, displayName, groups },
    groupRules: readGroupRules(rules.groupRules),
    roleRules: readRoleRules(rules.roleRules),
    defaultRole: rules.defaultRole as TenantRole,
  };
}

export interface MappingFieldsProps {
  draft: MappingDraft;
  change: (changes: Partial<MappingDraft>) => void;
  errorAt: MessageAt;
  /** Where names come from, such as a claim. */
  emailHint: string;
}

export function MappingFields({ draft, change, errorAt, emailHint }: MappingFieldsProps) {
  const text = (name: keyof MappingDraft) => ({
    value: draft[name],
    error: errorAt(`/mapping/${name}`),
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <Text size="sm" fw={600}>
        What is read from where
      </Text>
      <TextInput label="E-mail" description={emailHint} {...text('email')} />
      <TextInput label="Full name" {...text('displayName')} />
      <TextInput label="Groups" {...text('groups')} />
      <Textarea
        label="Groups of the directory that are groups here"
        description="One a line: engineering = support-l1, or leads = support-l1 (supervisor). Other groups are left alone."
        autosize
        minRows={2}
        {...text('groupRules')}
      />
      <Textarea
        label="Groups of the directory that give a role"
        description="One a line: orkestra-admins = admin. The first that fits counts; owners stay owners."
        autosize
        minRows={2}
        {...text('roleRules')}
      />
      <Select
        label="Role otherwise"
        data={ROLES}
        value={draft.defaultRole}
        onChange={(role) => change({ defaultRole: role ?? 'OPERATOR' })}
        allowDeselect={false}
        error={errorAt('/mapping/defaultRole')}
      />
    </>
  );
}
