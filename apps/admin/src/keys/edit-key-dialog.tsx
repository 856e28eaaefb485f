import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { type ApiError, readApiError } from '../errors/api-error';
import type { KeyFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { messagesOf } from '../settings/field-messages';
import { changesOf, type KeyDraft, LimitFields, NameField } from './key-fields';
import { UpdateKey } from './key-operations';

/** Changes what may change of a key while it is used. Its rights may not: for others there is another key. */
export function EditKeyDialog({ apiKey, onClose }: { apiKey: KeyFragment; onClose: () => void }) {
  const [draft, setDraft] = useState<KeyDraft>(() => draftOf(apiKey));
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [update] = useMutation(UpdateKey);
  const fields = {
    draft,
    errorAt: messagesOf(refused),
    change: (changes: Partial<KeyDraft>) => setDraft((before) => ({ ...before, ...changes })),
  };
  const confirm = async (): Promise<ApiError | null> => {
    try {
      await update({ variables: { input: { keyId: apiKey.id, ...changesOf(draft) } } });
      announce('The key is changed.');
      return null;
    } catch (error) {
      const explained = readApiError(error);
      setRefused(explained);
      return explained;
    }
  };
  return (
    <ConfirmDialog
      title="Change the key"
      confirm="Save"
      incomplete={draft.name.trim() === ''}
      onClose={onClose}
      onConfirm={confirm}
    >
      <NameField {...fields} />
      <LimitFields {...fields} />
    </ConfirmDialog>
  );
}

function draftOf({ name, principal, allowedNetworks, requestsPerMinute, onBehalfOf }: KeyFragment): KeyDraft {
  return {
    name: name || principal.name,
    networks: allowedNetworks.join('\n'),
    requests: requestsPerMinute ?? '',
    person: onBehalfOf ? { value: `user:${onBehalfOf.id}`, label: onBehalfOf.displayName, hint: '' } : null,
  };
}
