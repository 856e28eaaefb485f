import { useMutation } from '@apollo/client/react';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiError, readApiError } from '../errors/api-error';
import type { WorkspaceFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { ConfirmWorkspaceDeletion, RequestWorkspaceDeletion } from './workspace-operations';

export interface DeleteWorkspaceDialogProps {
  workspace: WorkspaceFragment;
  onClose: () => void;
}

/** Asks twice: first for the slug, then whether it is meant, with the day on which it would happen. */
export function DeleteWorkspaceDialog({ workspace: { slug, name }, onClose }: DeleteWorkspaceDialogProps) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<{ code: string; deleteAt: string } | null>(null);
  const [request] = useMutation(RequestWorkspaceDeletion);
  const [confirm] = useMutation(ConfirmWorkspaceDeletion);

  const ask = (): Promise<ApiError | null> =>
    outcomeOf(async () => {
      const { data } = await request({ variables: { input: { slug: typed } } });
      const { code, deleteAt } = data?.requestWorkspaceDeletion ?? {};
      if (code && deleteAt) setAsked({ code, deleteAt: String(deleteAt) });
    });
  const mean = (code: string): Promise<ApiError | null> =>
    outcomeOf(async () => {
      await confirm({ variables: { input: { slug: typed, code } } });
      announce('The workspace will be deleted.');
    });

  if (asked === null) {
    return (
      <ConfirmDialog
        key="ask"
        title={`Delete ${name}?`}
        confirm="Go on"
        danger
        incomplete={typed !== slug}
        onClose={onClose}
        onConfirm={ask}
        stays
      >
        <Text size="sm">Nothing is deleted yet: you will be asked once more.</Text>
        <TextInput
          label={`Type ${slug} to go on`}
          autoComplete="off"
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      key="mean"
      title={`Really delete ${name}?`}
      confirm="Delete the workspace"
      danger
      onClose={onClose}
      onConfirm={() => mean(asked.code)}
    >
      <Text size="sm">
        From now on programs are refused. On {new Date(asked.deleteAt).toLocaleString()} everything is deleted
        for good, unless an owner takes it back here.
      </Text>
    </ConfirmDialog>
  );
}

async function outcomeOf(send: () => Promise<void>): Promise<ApiError | null> {
  try {
    await send();
    return null;
  } catch (error) {
    return readApiError(error);
  }
}
