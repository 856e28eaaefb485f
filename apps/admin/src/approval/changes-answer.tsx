import { Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ReasonField, reasonOf } from '../commands/reason-field';
import type { TaskActions } from '../commands/use-task-actions';
import { LeaveGuard } from '../interface/leave-guard';
import { parseJson } from '../interface/parse-json';
import classes from './approval.module.css';

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
    if (parsed.problem !== undefined) return;
    await actions.send('ANSWER_CHANGES', { payload: parsed.value, round, comment: reasonOf(comment) });
  };
  const changed = text !== JSON.stringify(payload, null, 2);
  return (
    <form className={classes.decide} onSubmit={(event) => void send(event)} noValidate>
      <LeaveGuard onLeave={changed}>The next version is written, but not sent.</LeaveGuard>
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
        error={parsed.problem}
      />
      <ReasonField label="What you changed" value={comment} onChange={setComment} />
      <Group mt="md">
        <Button
          type="submit"
          disabled={parsed.problem !== undefined}
          loading={actions.busy === 'ANSWER_CHANGES'}
        >
          Send the new version
        </Button>
      </Group>
    </form>
  );
}
