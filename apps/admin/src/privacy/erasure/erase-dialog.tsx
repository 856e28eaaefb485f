import { useMutation } from '@apollo/client/react';
import { List, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiError, readApiError } from '../../errors/api-error';
import type { ErasablePersonFragment } from '../../generated/graphql';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import { ConfirmErasureDialog } from './confirm-erasure-dialog';
import { RequestPersonErasure } from './erasure-operations';
import { ReceiptDialog } from './receipt-dialog';

export interface EraseDialogProps {
  person: Pick<ErasablePersonFragment, 'id' | 'displayName' | 'email'>;
  onClose: () => void;
}

/** Asks twice: for the address, then for the code that the server answers with; shows at last what became of it. */
export function EraseDialog({ person: given, onClose }: EraseDialogProps) {
  // Once it is done the list knows another name and address; the dialog goes on with whom it was opened for.
  const [person] = useState(given);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<{ code: string; expiresAt: string } | null>(null);
  const [done, setDone] = useState(false);
  const [request] = useMutation(RequestPersonErasure, { fetchPolicy: 'no-cache' });
  const { id, displayName, email } = person;

  const ask = async (): Promise<ApiError | null> => {
    try {
      const { data } = await request({ variables: { input: { personId: id, email: typed } } });
      setAsked(data?.requestPersonErasure ?? null);
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  if (done) return <ReceiptDialog personId={id} onClose={onClose} />;
  if (asked) {
    return (
      <ConfirmErasureDialog
        person={person}
        email={typed}
        asked={asked}
        onErased={() => setDone(true)}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      key="ask"
      title={`Erase ${displayName}?`}
      confirm="Go on"
      danger
      incomplete={typed.trim().toLowerCase() !== email}
      onClose={onClose}
      onConfirm={ask}
      stays
    >
      <Text size="sm">Nothing is erased yet: you will be asked once more.</Text>
      <List size="sm" spacing={4}>
        <List.Item>Name, address, password, passkeys, sessions and skills are gone at once.</List.Item>
        <List.Item>
          Within minutes “Erased person” stands wherever the name stood: tasks, comments, files, histories,
          conversations and the audit log.
        </List.Item>
        <List.Item>
          What they decided stays, under an id that says nothing of them. Receipts and the chain of the audit
          log stay valid.
        </List.Item>
        <List.Item>What others wrote about them goes with the retention.</List.Item>
      </List>
      <TextInput
        label={`Type ${email} to go on`}
        type="email"
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
