import { useMutation } from '@apollo/client/react';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiError, readApiError } from '../../errors/api-error';
import type { ErasablePersonFragment } from '../../generated/graphql';
import { announce } from '../../interface/announcer';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import classes from '../../settings/card.module.css';
import { MomentText } from '../../time/moment-text';
import { ErasePerson } from './erasure-operations';

export interface ConfirmErasureDialogProps {
  person: Pick<ErasablePersonFragment, 'id' | 'displayName' | 'email'>;
  email: string;
  asked: { code: string; expiresAt: string };
  onErased: () => void;
  onClose: () => void;
}

/** The second question, which only the code answers. */
export function ConfirmErasureDialog(props: ConfirmErasureDialogProps) {
  const { person, email, asked, onErased, onClose } = props;
  const [code, setCode] = useState('');
  const [erase] = useMutation(ErasePerson);
  const confirm = async (): Promise<ApiError | null> => {
    try {
      await erase({ variables: { input: { personId: person.id, email, code: code.trim() } } });
    } catch (error) {
      return readApiError(error);
    }
    announce(`${person.displayName} is erased.`);
    onErased();
    return null;
  };
  return (
    <ConfirmDialog
      key="mean"
      title={`Really erase ${person.displayName}?`}
      confirm="Erase for good"
      danger
      incomplete={code.trim() === ''}
      onClose={onClose}
      onConfirm={confirm}
      stays
    >
      <Text size="sm">
        It cannot be taken back, and nobody can bring them in again. Enter this code by{' '}
        <MomentText at={asked.expiresAt} /> if you mean it:
      </Text>
      <code className={classes.secret} aria-label="Code of the erasure">
        {asked.code}
      </code>
      <TextInput
        label="Code"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
