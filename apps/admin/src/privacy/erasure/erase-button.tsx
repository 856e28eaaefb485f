import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ErasablePersonFragment } from '../../generated/graphql';
import { useViewer } from '../../viewer/viewer';
import { EraseDialog } from './erase-dialog';

export interface EraseButtonProps {
  person: ErasablePersonFragment;
  onClosed: () => void;
}

/** Erases somebody who has left; owners are erased by owners. */
export function EraseButton({ person, onClosed }: EraseButtonProps) {
  const viewer = useViewer();
  const [asking, setAsking] = useState(false);
  const { displayName, role, status } = person;
  const close = (): void => {
    setAsking(false);
    onClosed();
  };
  return (
    <>
      {status === 'DEACTIVATED' && (viewer.role === 'owner' || role !== 'OWNER') && (
        <Button
          size="xs"
          variant="light"
          color="red"
          aria-label={`Erase ${displayName}`}
          onClick={() => setAsking(true)}
        >
          Erase
        </Button>
      )}
      {/* It goes on once they are erased: with what became of it. */}
      {asking && <EraseDialog person={person} onClose={close} />}
    </>
  );
}
