import { useState } from 'react';
import { useGuardedMutation } from '../../account/guarded-mutation';
import { type ApiError, readApiError } from '../../errors/api-error';
import type { ConnectionPartsFragment } from '../../generated/graphql';
import { announce } from '../../interface/announcer';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import { messagesBelow } from '../../settings/field-messages';
import { metadataOf, samlDraftOf, samlInputOf } from './saml-draft';
import { SamlFields } from './saml-fields';
import { CreateSaml, UpdateSaml } from './saml-operations';

export interface SamlDialogProps {
  /** Undefined for a new one. */
  connection?: ConnectionPartsFragment;
  onDone: () => void;
  onClose: () => void;
}

/** Makes or changes a SAML connection. */
export function SamlDialog({ connection, onDone, onClose }: SamlDialogProps) {
  const [draft, setDraft] = useState(() => samlDraftOf(connection));
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [create] = useGuardedMutation(CreateSaml);
  const [update] = useGuardedMutation(UpdateSaml);
  const confirm = async (): Promise<ApiError | null> => {
    const input = samlInputOf(draft, connection?.saml);
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
  const lacksMetadata = connection === undefined && metadataOf(draft) === undefined;
  return (
    <ConfirmDialog
      title={connection === undefined ? 'Connect a SAML provider' : 'Change the connection'}
      confirm="Save"
      incomplete={draft.name.trim() === '' || lacksMetadata}
      onClose={onClose}
      onConfirm={confirm}
    >
      <SamlFields
        draft={draft}
        change={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        errorAt={messagesBelow(refused)}
        isKnown={connection !== undefined}
      />
    </ConfirmDialog>
  );
}
