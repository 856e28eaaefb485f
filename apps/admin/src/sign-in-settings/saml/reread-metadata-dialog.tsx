import { useMutation } from '@apollo/client/react';
import { useGuardedMutation } from '../../account/guarded-mutation';
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readApiError } from '../../errors/api-error';
import { ErrorNotice } from '../../errors/error-notice';
import type { ConnectionPartsFragment } from '../../generated/graphql';
import { announce } from '../../interface/announcer';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import { PageLoader } from '../../interface/page-loader';
import { metadataChanges, metadataInput, type ReadMetadataResult } from './metadata-changes';
import { MetadataDiff } from './metadata-diff';
import { ReadMetadata, UpdateSaml } from './saml-operations';

export interface RereadMetadataDialogProps {
  connection: ConnectionPartsFragment;
  saml: NonNullable<ConnectionPartsFragment['saml']>;
  onDone: () => void;
  onClose: () => void;
}

/** Reads the provider's metadata where it was read last, and saves what is otherwise once somebody has looked at it. */
export function RereadMetadataDialog({ connection, saml, onDone, onClose }: RereadMetadataDialogProps) {
  const [found, setFound] = useState<ReadMetadataResult | null>(null);
  const [read, { error }] = useMutation(ReadMetadata);
  const [update] = useGuardedMutation(UpdateSaml);
  const { metadataUrl } = saml;
  useEffect(() => {
    read({ variables: { input: { metadataUrl } } }).then(
      ({ data }) => setFound(data?.readSamlMetadata.metadata ?? null),
      () => undefined,
    );
  }, [read, metadataUrl]);
  if (found === null) {
    return (
      <Modal
        opened
        onClose={onClose}
        title="The provider’s metadata"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {error ? <ErrorNotice title="The metadata could not be read" error={error} /> : <PageLoader />}
      </Modal>
    );
  }
  const changes = metadataChanges(saml, found);
  const confirm = async () => {
    const input = { connectionId: connection.id, saml: metadataInput(saml, found) };
    try {
      await update({ variables: { input } });
    } catch (refused) {
      return readApiError(refused);
    }
    announce('What the provider says is saved.');
    onDone();
    return null;
  };
  return (
    <ConfirmDialog
      title="The provider’s metadata"
      confirm="Save"
      incomplete={changes.isNone}
      onClose={onClose}
      onConfirm={confirm}
    >
      <MetadataDiff changes={changes} />
    </ConfirmDialog>
  );
}
