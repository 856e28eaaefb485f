import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, use, useState } from 'react';
import { readApiError } from '../../errors/api-error';
import { MASK, Revealing } from './revealing';

export interface MaskedValueProps {
  path: string;
  /** What it says, once it is known. */
  draw: (value: unknown) => ReactNode;
}

/** A mask, and the button that shows what it stands for; the server writes down who has pressed it. */
export function MaskedValue({ path, draw }: MaskedValueProps) {
  const reveal = use(Revealing);
  const [shown, setShown] = useState<{ value: unknown }>();
  const [problem, setProblem] = useState<string>();
  const [asking, setAsking] = useState(false);
  if (shown) return draw(shown.value);
  if (!reveal) return MASK;
  const ask = () => {
    setAsking(true);
    setProblem(undefined);
    reveal(path)
      .then((value) => setShown({ value }))
      .catch((error: unknown) => setProblem(readApiError(error).message))
      .finally(() => setAsking(false));
  };
  return (
    <>
      <Group component="span" gap="xs" display="inline-flex">
        <span aria-label="Hidden">{MASK}</span>
        <Button size="compact-xs" variant="default" onClick={ask} loading={asking}>
          Reveal
        </Button>
      </Group>
      {problem && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
    </>
  );
}
