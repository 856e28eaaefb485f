import { Button, Group } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { readApiError } from '../errors/api-error';
import { LeaveGuard } from '../interface/leave-guard';
import { MentionInput } from './mention-input';
import { type Mention, mentionedIn } from './mentions';

export interface CommentEditorProps {
  label: string;
  submitLabel: string;
  text?: string;
  mentions?: readonly Mention[];
  autoFocus?: boolean;
  /** Rejects with Apollo's error. */
  onSubmit: (text: string, mentions: string[]) => Promise<void>;
  onCancel?: () => void;
}

/** Writes a comment, or another text for one. */
export function CommentEditor(props: CommentEditorProps) {
  const { label, submitLabel, text: before = '', mentions = [], autoFocus, onSubmit, onCancel } = props;
  const [text, setText] = useState(before);
  const [chosen, setChosen] = useState<readonly Mention[]>(mentions);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (busy || text.trim() === '') return;
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit(
        text.trim(),
        mentionedIn(text, chosen).map(({ id }) => id),
      );
      setText(before);
      setChosen(mentions);
    } catch (failure) {
      setError(readApiError(failure).message);
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // The page's own Ctrl+Enter would complete the task.
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    void send();
  };
  return (
    <form onSubmit={(event) => void send(event)} onKeyDown={onKeyDown} noValidate>
      <LeaveGuard onLeave={text.trim() !== '' && text !== before}>
        A comment is written, but not sent.
      </LeaveGuard>
      <MentionInput
        label={label}
        value={text}
        error={error}
        autoFocus={autoFocus}
        onChange={setText}
        onMention={(mention) => setChosen((all) => [...all, mention])}
      />
      <Group mt="xs" gap="xs">
        <Button type="submit" size="xs" loading={busy} disabled={text.trim() === ''}>
          {submitLabel}
        </Button>
        {onCancel && (
          <Button size="xs" variant="default" onClick={onCancel}>
            Back
          </Button>
        )}
      </Group>
    </form>
  );
}
