import { useMutation } from '@apollo/client/react';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiError, readApiError } from '../errors/api-error';
import type { AccountPartsFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import classes from '../settings/settings.module.css';
import { TimeText } from '../time/time-text';
import { RemovePasskey, RenamePasskey } from './factor-operations';
import type { Guard } from './use-step-up';

export interface PasskeyRowProps {
  passkey: AccountPartsFragment['passkeys'][number];
  guard: Guard;
  onChanged: () => void;
}

export function PasskeyRow({ passkey, guard, onChanged }: PasskeyRowProps) {
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const [name, setName] = useState(passkey.name);
  const [rename] = useMutation(RenamePasskey);
  const [remove] = useMutation(RemovePasskey);
  const passkeyId = passkey.id;
  const run = async (work: () => Promise<unknown>, done: string): Promise<ApiError | null> => {
    try {
      await guard(work);
    } catch (error) {
      return readApiError(error);
    }
    announce(done);
    onChanged();
    return null;
  };
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <div className={classes.rowTitle}>{passkey.name}</div>
        <div className={classes.rowText}>
          Added <TimeText at={passkey.createdAt} />
          {passkey.lastUsedAt ? <TimeText at={passkey.lastUsedAt} prefix=", used " /> : ', not used yet'}
          {passkey.backedUp ? ', kept in several devices' : ''}
        </div>
      </div>
      <Group gap={6}>
        <Button
          size="xs"
          variant="default"
          onClick={() => setOpen('rename')}
          aria-label={`Rename ${passkey.name}`}
        >
          Rename
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => setOpen('remove')}
          aria-label={`Remove ${passkey.name}`}
        >
          Remove
        </Button>
      </Group>
      {open === 'rename' && (
        <ConfirmDialog
          title="Rename the passkey"
          confirm="Rename"
          incomplete={name.trim() === ''}
          onClose={() => setOpen(null)}
          onConfirm={() =>
            run(
              () => rename({ variables: { input: { passkeyId, name: name.trim() } } }),
              'The passkey has a new name.',
            )
          }
        >
          <TextInput
            label="Name"
            data-autofocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </ConfirmDialog>
      )}
      {open === 'remove' && (
        <ConfirmDialog
          title={`Remove ${passkey.name}?`}
          confirm="Remove"
          danger
          onClose={() => setOpen(null)}
          onConfirm={() =>
            run(() => remove({ variables: { input: { passkeyId } } }), 'The passkey is removed.')
          }
        >
          It no longer lets you in. Remove it from the device too.
        </ConfirmDialog>
      )}
    </li>
  );
}
