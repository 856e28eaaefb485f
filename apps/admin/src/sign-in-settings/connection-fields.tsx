import { PasswordInput, Stack, TextInput } from '@mantine/core';
import type { ConnectionPartsFragment } from '../generated/graphql';
import type { MessageAt } from '../settings/field-messages';
import { NameField, ProvisionsField } from './connection/common-fields';
import { draftFields, wordsIn } from './connection/draft-fields';
import {
  type MappingDraft,
  mappingDraftOf,
  MappingFields,
  mappingInputOf,
} from './connection/mapping-fields';

/** A connection as it is typed. */
export interface ConnectionDraft extends MappingDraft {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
  acrValues: string;
  stepUpAcrValues: string;
  audiences: string;
  provisions: boolean;
}

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
    ...mappingDraftOf(mapping),
    provisions: connection?.provisions ?? false,
  };
}

/** What is sent of it; a secret that was left empty stays as it is. */
export function inputOf(draft: ConnectionDraft) {
  const { name, issuer, clientId, clientSecret, provisions } = draft;
  return {
    name,
    provisions,
    oidc: {
      issuer,
      clientId,
      scopes: wordsIn(draft.scopes),
      acrValues: wordsIn(draft.acrValues),
      stepUpAcrValues: wordsIn(draft.stepUpAcrValues),
      audiences: wordsIn(draft.audiences),
    },
    mapping: mappingInputOf(draft),
    ...(clientSecret !== '' && { clientSecret }),
  };
}

export interface ConnectionFieldsProps {
  draft: ConnectionDraft;
  change: (changes: Partial<ConnectionDraft>) => void;
  errorAt: MessageAt;
  keepsSecret: boolean;
}

export function ConnectionFields({ draft, change, errorAt, keepsSecret }: ConnectionFieldsProps) {
  const { text, toggle } = draftFields(draft, change, errorAt);
  return (
    <Stack gap="md">
      <NameField {...text('name', '/name')} />
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
      <ProvisionsField {...toggle('provisions')} />
      <MappingFields
        draft={draft}
        change={change}
        errorAt={errorAt}
        emailHint="Name of a claim, or a path such as a.b"
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
