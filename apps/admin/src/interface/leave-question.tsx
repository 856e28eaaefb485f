import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useBlocker } from 'react-router';
import { type Guarded, guarded } from './leave-guards';

/** The one question before a page is left on which something would be lost: the router knows no two of them. */
export function LeaveQuestion() {
  const [asked, setAsked] = useState<Guarded[]>([]);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const elsewhere = nextLocation.pathname !== currentLocation.pathname;
    if (!elsewhere || nextLocation.pathname === '/sign-in') return false;
    const all = guarded();
    setAsked(all);
    return all.length > 0;
  });
  const leave = (): void => {
    asked.forEach(({ discard }) => discard?.());
    blocker.proceed?.();
  };
  const stay = (): void => blocker.reset?.();
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={stay}
      title="Leave without saving?"
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {[...new Set(asked.map(({ lost }) => lost))].map((lost) => (
        <Text key={lost} size="sm">
          {lost}
        </Text>
      ))}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={leave}>
          Discard and leave
        </Button>
        <Button data-autofocus onClick={stay}>
          Keep editing
        </Button>
      </Group>
    </Modal>
  );
}
