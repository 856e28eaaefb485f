import { useGuardedMutation } from '../../account/guarded-mutation';
import { Text } from '@mantine/core';
import { readApiError } from '../../errors/api-error';
import type { ConnectionPartsFragment } from '../../generated/graphql';
import { announce } from '../../interface/announcer';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import { BeginRollover, FinishRollover } from './saml-operations';

export interface RolloverDialogProps {
  step: 'begin' | 'finish';
  connection: ConnectionPartsFragment;
  onDone: () => void;
  onClose: () => void;
}

const WORDS = {
  begin: {
    title: 'Roll over our key?',
    confirm: 'Add a key',
    text: 'A second key pair is added, and our metadata names both. Nothing changes for people who sign in. Have the provider read the metadata again, then finish here.',
    done: 'A second key is there.',
  },
  finish: {
    title: 'Finish the rollover?',
    confirm: 'Delete the old key',
    text: 'From now on the newer key alone signs and decrypts; the old one is deleted. Where the provider has not read our metadata yet, nobody can sign in by it until it has.',
    done: 'The new key is in use.',
  },
} as const;

/** Asks before a key comes, and before one goes. */
export function RolloverDialog({ step, connection, onDone, onClose }: RolloverDialogProps) {
  const [begin] = useGuardedMutation(BeginRollover);
  const [finish] = useGuardedMutation(FinishRollover);
  const { title, confirm, text, done } = WORDS[step];
  const send = async () => {
    const variables = { input: { connectionId: connection.id } };
    try {
      await (step === 'begin' ? begin({ variables }) : finish({ variables }));
    } catch (error) {
      return readApiError(error);
    }
    announce(done);
    onDone();
    return null;
  };
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      danger={step === 'finish'}
      onClose={onClose}
      onConfirm={send}
    >
      <Text size="sm">{text}</Text>
    </ConfirmDialog>
  );
}
