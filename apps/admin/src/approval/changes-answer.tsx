import { Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ReasonField, reasonOf } from '../commands/reason-field';
import type { TaskActions } from '../commands/use-task-actions';
import classes from './approval.module.css';
import { parseJson } from './parse-json';

export interface ChangesAnswerProps {
  round: number;
  payload: unknown;
  actions: TaskActions;
}

/** The requester's next version, for whoever was asked for changes. */
export function ChangesAnswer({ round, payload, actions }: ChangesAnswerProps) {
  const [text, setText] = useState(() => JSON.stringify(payload, null, 2));
  const [comment, setComment] = useState('');
  const parsed = parseJson(text);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (parsed === null) return;
    await actions.send('ANSWER_CHANGES', { payload: parsed.value, round, comment: reasonOf(comment) });
  };
  return (
    <form className={classes.decide} onSubmit={(event) => void send(event)} noValidate>
      <Textarea
        label="The next version"
        description="JSON. All votes start again with it."
        autosize
        minRows={4}
        maxRows={20}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={parsed === null ? 'This is not valid JSON yet.' : undefined}
      />
      <ReasonField label="What you changed" value={comment} onChange={setComment} />
      <Group mt="md">
        <Button type="submit" disabled={parsed === null} loading={actions.busy === 'ANSWER_CHANGES'}>
          Send the new version
        </Button>
      </Group>
    </form>
  );
}
