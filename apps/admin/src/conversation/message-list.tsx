import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useAnnounced } from '../interface/use-announced';
import { type FragmentType, readFragment } from '../generated';
import { MessageFields } from './conversation-operations';
import classes from './conversation.module.css';
import { MessageLine } from './message-line';
import { speakerOf } from './message.words';
import { useNewestInView } from './use-newest-in-view';

export interface MessageListProps {
  messages: readonly (FragmentType<typeof MessageFields> & { id: string; number: number })[];
  hasEarlier: boolean;
  /** Rejects when they could not be read. */
  onEarlier: () => Promise<void>;
}

/** The messages, the newest last and in view. */
export function MessageList({ messages, hasEarlier, onEarlier }: MessageListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const last = messages.at(-1);
  const { onScroll } = useNewestInView(box, messages[0]?.number, last?.number);
  const spoken = readFragment(MessageFields, last);
  useAnnounced(spoken ? `Message ${spoken.number}, from ${speakerOf(spoken)}` : null);
  const readEarlier = (): void => {
    setState('busy');
    onEarlier().then(
      () => setState('ready'),
      () => setState('failed'),
    );
  };
  return (
    <div
      ref={box}
      className={classes.box}
      role="group"
      aria-label="Messages"
      tabIndex={0}
      onScroll={onScroll}
    >
      {hasEarlier && (
        <Button size="compact-xs" variant="default" loading={state === 'busy'} onClick={readEarlier}>
          {state === 'failed' ? 'Not read. Try again' : 'Earlier messages'}
        </Button>
      )}
      <ol className={classes.messages}>
        {messages.map((message) => (
          <MessageLine key={message.id} message={message} />
        ))}
      </ol>
    </div>
  );
}
