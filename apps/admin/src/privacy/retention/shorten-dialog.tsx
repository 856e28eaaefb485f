import { List, Text } from '@mantine/core';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import { useNow } from '../../time/use-now';
import { daysIn, dueWords, type KindWords, type RetentionDraft } from './retention.words';

export interface ShortenDialogProps {
  kinds: readonly KindWords[];
  draft: RetentionDraft;
  /** What was refused stands on the page. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks before something is erased that would have been kept. */
export function ShortenDialog({ kinds, draft, onConfirm, onClose }: ShortenDialogProps) {
  const now = useNow();
  return (
    <ConfirmDialog
      title="Erase what is older?"
      confirm="Save and erase"
      danger
      onClose={onClose}
      onConfirm={async () => {
        await onConfirm();
        return null;
      }}
    >
      <Text size="sm">Within the next hour these begin to be erased. It cannot be taken back.</Text>
      <List size="sm">
        {kinds.map((words) => (
          <List.Item key={words.kind}>
            {dueWords(words, daysIn(draft[words.kind]), now) ?? words.label}
          </List.Item>
        ))}
      </List>
      <Text size="sm">What a legal hold is on stays.</Text>
    </ConfirmDialog>
  );
}
