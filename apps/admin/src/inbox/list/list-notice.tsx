import { Alert, Anchor, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';

const shownForMs = 10_000;

/** What came of an action in the list. */
export interface Notice {
  tone: 'good' | 'bad';
  text: string;
  taskId?: string;
  /** Takes it back. */
  undo?: () => void;
}

/** What went well is old news after a while, and goes by itself. */
export function ListNotice({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (notice?.tone !== 'good') return;
    const timer = setInterval(() => {
      // Not under the hands of somebody who is about to use it.
      if (!box.current?.matches(':hover, :focus-within')) close.current();
    }, shownForMs);
    return () => clearInterval(timer);
  }, [notice]);
  if (!notice) return null;
  const good = notice.tone === 'good';
  return (
    <Alert
      ref={box}
      mb="sm"
      py={8}
      color={good ? 'petrol' : 'red'}
      variant="light"
      icon={good ? <IconCheck size={18} /> : <IconAlertTriangle size={18} />}
      role={good ? 'note' : 'alert'}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onClose}
    >
      <Text size="sm" span>
        {notice.text}{' '}
      </Text>
      {notice.taskId && (
        <Anchor component={Link} to={`/tasks/${notice.taskId}`} size="sm" fw={600}>
          Open it
        </Anchor>
      )}
      {notice.undo && (
        <Button ml="sm" size="compact-xs" variant="default" onClick={notice.undo}>
          Undo
        </Button>
      )}
    </Alert>
  );
}
