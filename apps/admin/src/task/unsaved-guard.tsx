import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import type { DraftPhase } from '../drafts/draft-saver';

export interface UnsavedGuardProps {
  phase: DraftPhase;
  onDiscard: () => void;
}

/** A page that is left saves what waits; only what could not be saved would be lost. */
const lostOnLeave: DraftPhase[] = ['failed', 'refused', 'conflict'];
/** A window that is closed has no time to save. */
const lostOnClose: DraftPhase[] = ['waiting', 'saving', ...lostOnLeave];

/** Asks before what was typed gets lost. A session that ends does not ask: the draft waits until after the sign-in. */
export function UnsavedGuard({ phase, onDiscard }: UnsavedGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      lostOnLeave.includes(phase) &&
      nextLocation.pathname !== currentLocation.pathname &&
      nextLocation.pathname !== '/sign-in',
  );
  const closing = lostOnClose.includes(phase);
  useEffect(() => {
    if (!closing) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [closing]);

  const leave = (): void => {
    onDiscard();
    blocker.proceed?.();
  };
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title="Leave without saving?"
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Text size="sm">What you have typed last could not be saved on the server.</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={leave}>
          Discard and leave
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          Keep editing
        </Button>
      </Group>
    </Modal>
  );
}
