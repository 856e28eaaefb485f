import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

export interface LeaveGuardProps {
  /** Whether something would be lost by going to another page. */
  onLeave: boolean;
  /** Whether something would be lost by closing the window; as `onLeave` where nothing else is said. */
  onClose?: boolean;
  /** What would be lost. */
  children: string;
  onDiscard?: () => void;
}

/** Asks before what was not saved gets lost. A session that ends does not ask: nobody could save it then. */
export function LeaveGuard({ onLeave, onClose = onLeave, children, onDiscard }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      onLeave && nextLocation.pathname !== currentLocation.pathname && nextLocation.pathname !== '/sign-in',
  );
  useEffect(() => {
    if (!onClose) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [onClose]);
  const leave = (): void => {
    onDiscard?.();
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
      <Text size="sm">{children}</Text>
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
