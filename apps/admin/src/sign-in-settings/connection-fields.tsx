import { PasswordInput, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import type { ConnectionPartsFragment, TenantRole } from '../generated/graphql';
import type { MessageAt } from '../settings/field-messages';
import { groupRuleLines, readGroupRules, readRoleRules, roleRuleLines } from './rules.words';

/** A connection as it is typed. */
export interface ConnectionDraft {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
  acrValues: string;
  stepUpAcrValues: string;
  audiences: string;
  email: string;
  displayName: string;
  groups: string;
  groupRules: string;
  roleRules: string;
  defaultRole: string;
  provisions: boolean;
}

const ROLES = [
  { value: 'OPERATOR', label: 'Operator' },
  { value: 'VIEWER', label: 'Viewer' },
  { value: 'AUDITOR', label: 'Auditor' },
  { value: 'ADMIN', label: 'Admin' },
];

export function draftOf(connection?: ConnectionPartsFragment): ConnectionDraft {
  const { oidc, mapping } = connection ?? {};
  return {
    name: connection?.name ?? '',
    issuer: oidc?.issuer ?? '',
    clientId: oidc?.clientId ?? '',
    clientSecret: '',
    scopes: (oidc?.scopes ?? ['openid', 'profile', 'email']).join(' '),
    acrValues: (oidc?.acrValues ?? []).join(' '),
    stepUpAcrValues: (oidc?.stepUpAcrValues ?? []).join(' '),
    audiences: (oidc?.audiences ?? []).join(' '),
    email: mapping?.email ?? 'email',
    displayName: mapping?.displayName ?? 'name',
    groups: mapping?.groups ?? 'groups',
    groupRules: groupRuleLines(mapping?.groupRules ?? []),
    roleRules: roleRuleLines(mapping?.roleRules ?? []),
    defaultRole: mapping?.defaultRole ?? 'OPERATOR',
    provisions: connection?.provisions ?? false,
  };
}

/** What is sent of it; a secret that was left empty stays as it is. */
export function inputOf(draft: ConnectionDraft) {
  const { name, issuer, clientId, clientSecret, email, displayName, groups, provisions } = draft;
  return {
    name,
    provisions,
    oidc: {
      issuer,
      clientId,
      scopes: words(draft.scopes),
      acrValues: words(draft.acrValues),
      stepUpAcrValues: words(draft.stepUpAcrValues),
      audiences: words(draft.audiences),
    },
    mapping: {
      ...{ email, displayName, groups },
      groupRules: readGroupRules(draft.groupRules),
      roleRules: readRoleRules(draft.roleRules),
      defaultRole: draft.defaultRole as TenantRole,
    },
    ...(clientSecret !== '' && { clientSecret }),
  };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

export interface ConnectionFieldsProps {
  draft: ConnectionDraft;
  change: (changes: Partial<ConnectionDraft>) => void;
  errorAt: MessageAt;
  keepsSecret: boolean;
}

export function ConnectionFields({ draft, change, errorAt, keepsSecret }: ConnectionFieldsProps) {
  const text = (name: keyof ConnectionDraft, pointer: string) => ({
    value: String(draft[name]),
    error: errorAt(pointer),
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <Stack gap="md">
      <TextInput
        label="Name"
        description="On the button: Continue with …"
        required
        {...text('name', '/name')}
      />
      <TextInput
        label="Issuer"
        description="As the provider spells it, such as https://login.example.com/realms/acme"
        required
        {...text('issuer', '/config/issuer')}
      />
      <TextInput label="Client ID" required {...text('clientId', '/config/clientId')} />
      <PasswordInput
        label="Client secret"
        description={
          keepsSecret ? 'Leave it empty to keep the one that is stored.' : 'It is sealed, and never shown.'
        }
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the characters' }}
        {...text('clientSecret', '/secret')}
      />
      <Switch
        label="Let people in who are not in the workspace yet"
        checked={draft.provisions}
        onChange={(event) => change({ provisions: event.currentTarget.checked })}
      />
      <Text size="sm" fw={600}>
        What is read from where
      </Text>
      <TextInput
        label="E-mail"
        description="Name of a claim, or a path such as a.b"
        {...text('email', '/mapping/email')}
      />
      <TextInput label="Full name" {...text('displayName', '/mapping/displayName')} />
      <TextInput label="Groups" {...text('groups', '/mapping/groups')} />
      <Textarea
        label="Groups of the directory that are groups here"
        description="One a line: engineering = support-l1, or leads = support-l1 (supervisor). Other groups are left alone."
        autosize
        minRows={2}
        {...text('groupRules', '/mapping/groupRules')}
      />
      <Textarea
        label="Groups of the directory that give a role"
        description="One a line: orkestra-admins = admin. The first that fits counts; owners stay owners."
        autosize
        minRows={2}
        {...text('roleRules', '/mapping/roleRules')}
      />
      <Select
        label="Role otherwise"
        data={ROLES}
        value={draft.defaultRole}
        onChange={(role) => change({ defaultRole: role ?? 'OPERATOR' })}
        allowDeselect={false}
        error={errorAt('/mapping/defaultRole')}
      />
      <TextInput label="Scopes" {...text('scopes', '/config/scopes')} />
      <TextInput
        label="Levels of proof (acr)"
        description="One of them has to be answered; empty for any."
        {...text('acrValues', '/config/acrValues')}
      />
      <TextInput
        label="Levels for a fresh proof"
        description="Where somebody changes how they sign in; empty for the same."
        {...text('stepUpAcrValues', '/config/stepUpAcrValues')}
      />
      <TextInput
        label="More audiences of agents’ tokens"
        description="For providers that cannot make tokens for Orkestra’s own addresses; never the client id."
        {...text('audiences', '/config/audiences')}
      />
    </Stack>
  );
}
