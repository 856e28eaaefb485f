import { useState } from 'react';
import { useGuardedMutation } from '../account/guarded-mutation';
import { type ApiError, readApiError } from '../errors/api-error';
import type { ConnectionPartsFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { messagesBelow } from '../settings/field-messages';
import { ConnectionFields, draftOf, inputOf } from './connection-fields';
import { CreateConnection, UpdateConnection } from './connection-operations';

export interface ConnectionDialogProps {
  /** Undefined for a new one. */
  connection?: ConnectionPartsFragment;
  onDone: () => void;
  onClose: () => void;
}

/** Makes or changes an OpenID connection. */
export function ConnectionDialog({ connection, onDone, onClose }: ConnectionDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(connection));
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [create] = useGuardedMutation(CreateConnection);
  const [update] = useGuardedMutation(UpdateConnection);
  const confirm = async (): Promise<ApiError | null> => {
    const input = inputOf(draft);
    try {
      if (connection === undefined) await create({ variables: { input } });
      else await update({ variables: { input: { ...input, connectionId: connection.id } } });
    } catch (error) {
      const explained = readApiError(error);
      setRefused(explained);
      return explained;
    }
    announce('The connection is saved.');
    onDone();
    return null;
  };
  const incomplete = [draft.name, draft.issuer, draft.clientId].some((text) => text.trim() === '');
  return (
    <ConfirmDialog
      title={connection === undefined ? 'Connect an OpenID provider' : 'Change the connection'}
      confirm="Save"
      incomplete={incomplete}
      onClose={onClose}
      onConfirm={confirm}
    >
      <ConnectionFields
        draft={draft}
        change={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        errorAt={messagesBelow(refused)}
        keepsSecret={connection?.oidc?.hasSecret ?? false}
      />
    </ConfirmDialog>
  );
}
