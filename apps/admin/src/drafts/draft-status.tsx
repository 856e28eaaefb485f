import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconDevices } from '@tabler/icons-react';
import { useState } from 'react';
import { readApiError } from '../errors/api-error';
import { TimeText } from '../time/time-text';
import type { AnswerDraft } from './use-draft';

/** Whether what is typed is safe on the server, and what to do where it is not. */
export function DraftStatus({ draft }: { draft: AnswerDraft }) {
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = (work: () => Promise<void>): void => {
    setFailure(null);
    work().catch((error: unknown) => setFailure(readApiError(error).message));
  };
  if (draft.phase === 'conflict') return <Conflict draft={draft} attempt={attempt} failure={failure} />;
  if (draft.phase === 'clean' || draft.phase === 'off') return null;
  return (
    <Group gap={8} mt="sm" c="dimmed" mih={22}>
      <DraftWords draft={draft} />
      {['saved', 'failed', 'refused'].includes(draft.phase) && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => attempt(draft.discard)}>
          Discard draft
        </Button>
      )}
      {failure && (
        <Text size="xs" c="red" role="alert">
          {failure}
        </Text>
      )}
    </Group>
  );
}

function DraftWords({ draft: { phase, savedAt, refusal } }: { draft: AnswerDraft }) {
  switch (phase) {
    case 'clean':
    case 'off':
    case 'conflict':
      return null;
    case 'waiting':
    case 'saving':
      return <Text size="xs">Saving draft…</Text>;
    case 'failed':
      return (
        <>
          <IconCloudOff size={15} aria-hidden />
          <Text size="xs" role="status">
            The draft could not be saved. It is kept on this page and tried again.
          </Text>
        </>
      );
    case 'refused':
      return (
        <>
          <IconCloudOff size={15} aria-hidden />
          <Text size="xs" role="status">
            The draft is not saved. {refusal}
          </Text>
        </>
      );
    case 'saved':
      return (
        <>
          <IconCloudCheck size={15} aria-hidden />
          <Text size="xs">Draft saved{savedAt && <TimeText at={savedAt} prefix=" " />}</Text>
        </>
      );
  }
}

interface ConflictProps {
  draft: AnswerDraft;
  attempt: (work: () => Promise<void>) => void;
  failure: string | null;
}

function Conflict({ draft, attempt, failure }: ConflictProps) {
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="light"
      mt="sm"
      icon={<IconDevices size={18} />}
      title={
        draft.savedAt ? 'You have changed this draft elsewhere' : 'You have discarded this draft elsewhere'
      }
    >
      <Text size="sm">
        {draft.savedAt && (
          <>
            The other one was saved <TimeText at={draft.savedAt} />.{' '}
          </>
        )}
        Nothing more is saved until you choose one.
      </Text>
      <Group gap="sm" mt="sm">
        <Button size="xs" variant="default" onClick={() => attempt(draft.takeTheirs)}>
          {draft.savedAt ? 'Show the other one' : 'Discard it here too'}
        </Button>
        <Button size="xs" onClick={draft.keepMine}>
          Keep what I see
        </Button>
      </Group>
      {failure && (
        <Text size="xs" mt="xs">
          {failure}
        </Text>
      )}
    </Alert>
  );
}
