import { useRef, useState } from 'react';
import { type Door, findDoors } from './auth-api';

export interface Doors {
  doors: Door[];
  lookFor: (email: string, tenant: string) => Promise<void>;
}

const HAS_DOMAIN = /@[^@\s]+\.[^@\s]+$/;

/** The directories for what was typed last. */
export function useDoors(): Doors {
  const [doors, setDoors] = useState<Door[]>([]);
  const asked = useRef('');
  const lookFor = async (email: string, tenant: string): Promise<void> => {
    const about = `${HAS_DOMAIN.test(email) ? email.trim() : ''} ${tenant.trim().toLowerCase()}`;
    if (about === ' ' || about === asked.current) return;
    asked.current = about;
    const [address = '', workspace = ''] = about.split(' ');
    const found = await findDoors(address, workspace);
    if (asked.current === about) setDoors(found);
  };
  return { doors, lookFor };
}
