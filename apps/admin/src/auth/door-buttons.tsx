import { Button, Divider } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { type Door, doorAddress } from './auth-api';

export interface DoorButtonsProps {
  doors: readonly Door[];
  email: string;
  returnTo: string;
}

/** The ways in by a directory. */
export function DoorButtons({ doors, email, returnTo }: DoorButtonsProps) {
  if (doors.length === 0) return null;
  return (
    <>
      {doors.map((door) => (
        <Button
          key={door.connectionId}
          component="a"
          href={doorAddress(door, email, returnTo)}
          fullWidth
          leftSection={<IconBuilding size={16} />}
        >
          Continue with {door.name}
        </Button>
      ))}
      <Divider label="or by password" />
    </>
  );
}
