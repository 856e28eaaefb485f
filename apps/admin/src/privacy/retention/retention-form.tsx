import { useMutation } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { RetentionPartsFragment } from '../../generated/graphql';
import { messagesOf } from '../../settings/field-messages';
import { SaveBar } from '../../settings/save-bar';
import { useEdit } from '../../settings/use-edit';
import { useSave } from '../../settings/use-save';
import { RetentionField } from './retention-field';
import { SetRetention } from './retention-operations';
import { daysIn, draftOf, KINDS, shortened } from './retention.words';
import { ShortenDialog } from './shorten-dialog';

export interface RetentionFormProps {
  days: RetentionPartsFragment;
  onSaved: () => void;
}

/** The days of each kind; where more would be erased than before, it is asked first. */
export function RetentionForm({ days, onSaved }: RetentionFormProps) {
  const edit = useEdit(draftOf(days));
  const save = useSave();
  const [asking, setAsking] = useState(false);
  const [set] = useMutation(SetRetention);
  const { draft, change } = edit;
  const shorter = shortened(draft, days);
  const errorAt = messagesOf(save.refused);
  const send = (): Promise<unknown> => {
    const [tasks, conversations, executions] = KINDS.map(({ kind }) => daysIn(draft[kind]));
    return set({ variables: { input: { tasks, conversations, executions } } });
  };
  const submit = async (): Promise<void> => {
    if (!(await save.run(send, 'The retention is saved.'))) return;
    edit.discard();
    onSaved();
  };
  const discard = (): void => {
    save.forget();
    edit.discard();
  };
  return (
    <>
      <Stack gap="lg">
        {KINDS.map((words) => (
          <RetentionField
            key={words.kind}
            words={words}
            value={draft[words.kind]}
            error={errorAt(`/${words.kind}`)}
            onChange={(value) => change({ [words.kind]: value })}
          />
        ))}
      </Stack>
      <SaveBar
        dirty={edit.dirty}
        save={save}
        onSave={() => (shorter.length === 0 ? void submit() : setAsking(true))}
        onDiscard={discard}
      />
      {asking && (
        <ShortenDialog kinds={shorter} draft={draft} onConfirm={submit} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
