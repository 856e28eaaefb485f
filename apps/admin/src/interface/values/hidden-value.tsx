import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { usePrinting } from './use-printing';
import { MASK } from './revealing';

/** What reads like a secret by its name: the person has it, but whoever looks over their shoulder does not. */
export function HiddenValue({ name, children }: { name: string; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  const printing = usePrinting();
  const visible = shown && !printing;
  return (
    <Group gap="xs" align="start">
      {visible ? <div style={{ minWidth: 0 }}>{children}</div> : <span aria-label="Hidden">{MASK}</span>}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`${shown ? 'Hide' : 'Reveal'} ${name}`}
        onClick={() => setShown(!shown)}
      >
        {shown ? 'Hide' : 'Reveal'}
      </Button>
    </Group>
  );
}
