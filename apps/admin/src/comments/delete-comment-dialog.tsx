import { useApolloClient } from '@apollo/client/react';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../interface/announcer';
import { readApiError } from '../errors/api-error';
import { DeleteTaskComment } from './comment-operations';

/** Asks before a comment goes for good. */
export function DeleteCommentDialog({ commentId, onClose }: { commentId: string; onClose: () => void }) {
  const apollo = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await apollo.mutate({ mutation: DeleteTaskComment, variables: { input: { commentId } } });
      announce('The comment is deleted.');
      onClose();
    } catch (failure) {
      setError(readApiError(failure).message);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="Delete the comment?"
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Text size="sm">Its text and all earlier texts are gone for everybody. That there was one stays.</Text>
      {error && (
        <Text size="sm" c="red" mt="sm" role="alert">
          {error}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep it
        </Button>
        <Button color="red" loading={busy} onClick={() => void confirm()}>
          Delete
        </Button>
      </Group>
    </Modal>
  );
}
