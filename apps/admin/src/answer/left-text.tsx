import { useApolloClient } from '@apollo/client/react';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import { useState } from 'react';
import { operationDone, operationIdFor } from '../commands/operation-id';
import { AddTaskComment } from '../comments/comment-operations';
import { DiscardTaskDraft } from '../drafts/draft-operations';
import { dropUnsaved } from '../drafts/unsaved-drafts';
import { dropUnsentTexts } from '../drafts/unsent-texts';
import { readApiError } from '../errors/api-error';
import { type FragmentType, graphql, readFragment } from '../generated';
import { announce } from '../interface/announcer';
import { copyText } from '../interface/copy-text';
import { useViewer } from '../viewer/viewer';
import { Answers } from './decided-data';
import { answersAsText, leftWords } from './left-text.words';
import { useLeftText } from './use-left-text';

const LeftTextFields = graphql(`
  fragment LeftText on Task {
    id
    outcome
    decision {
      decidedBy {
        kind
        id
        displayName
      }
    }
    form {
      schema
      uiSchema
    }
    ...Draft
  }
`);

const longestComment = 10_000;

export interface LeftTextProps {
  task: FragmentType<typeof LeftTextFields>;
  onReread: () => void;
}

/** What somebody had written when others closed the task: to be copied, or kept as a comment. */
export function LeftText({ task: masked, onReread }: LeftTextProps) {
  const task = readFragment(LeftTextFields, masked);
  const apollo = useApolloClient();
  const viewer = useViewer();
  const [gone, setGone] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { answers, version } = useLeftText(task);
  const by = task.decision?.decidedBy;
  if (!task.outcome || gone || answers.length === 0 || by?.id === viewer.id) return null;
  const text = answersAsText(answers);

  const dismiss = async (): Promise<void> => {
    setGone(true);
    dropUnsaved(`${viewer.id} ${task.id}`);
    dropUnsentTexts(task.id);
    if (version === 0) return;
    const input = { taskId: task.id, expectedVersion: version };
    // It ends by itself after a day.
    await apollo.mutate({ mutation: DiscardTaskDraft, variables: { input } }).catch(() => undefined);
  };
  const keep = async (): Promise<void> => {
    const content = { taskId: task.id, text: text.slice(0, longestComment), mentions: [] };
    const input = { ...content, operationId: operationIdFor({ comment: content }) };
    try {
      await apollo.mutate({ mutation: AddTaskComment, variables: { input } });
    } catch (error) {
      return setFailure(readApiError(error).message);
    }
    operationDone();
    announce('Your text is kept as a comment.');
    await dismiss();
    onReread();
  };
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="light"
      icon={<IconNote size={18} />}
      title={leftWords(task.outcome, by)}
    >
      <Text size="sm" mb="xs">
        Your text was not sent. It is kept here for a day:
      </Text>
      <Answers answers={answers} />
      <Group gap="sm" mt="sm">
        <Button size="xs" variant="default" onClick={() => void copyText(text)}>
          Copy
        </Button>
        <Button size="xs" variant="default" onClick={() => void keep()}>
          Keep as a comment
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={() => void dismiss()}>
          Discard
        </Button>
      </Group>
      {failure && (
        <Text size="sm" c="red" mt="xs">
          {failure}
        </Text>
      )}
    </Alert>
  );
}
