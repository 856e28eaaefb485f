import { useQuery, useSubscription } from '@apollo/client/react';
import { Skeleton, Text } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { type FragmentType, readFragment } from '../generated';
import panel from '../interface/panel.module.css';
import {
  ConversationMessages,
  ConversationUpdated,
  DialogueFields,
  TaskConversationFields,
} from './conversation-operations';
import { dialogueWords } from './message.words';
import { MessageList } from './message-list';

/** The dialogue that the task belongs to; nothing where it belongs to none, or to one elsewhere. */
export function ConversationPanel({ task: masked }: { task: FragmentType<typeof TaskConversationFields> }) {
  const { conversation } = readFragment(TaskConversationFields, masked);
  if (!conversation) return null;
  return (
    <section className={`panel ${panel.panel}`} aria-labelledby="conversation-heading">
      <h2 id="conversation-heading" className={panel.heading}>
        Conversation
      </h2>
      <Dialogue key={conversation.id} id={conversation.id} />
    </section>
  );
}

/** Live: Apollo merges each update into its cache, and the list follows. */
function Dialogue({ id }: { id: string }) {
  const { data, error, refetch, fetchMore } = useQuery(ConversationMessages, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const dialogue = readFragment(DialogueFields, data?.conversation);
  const closed = dialogue?.status === 'CLOSED';
  useSubscription(ConversationUpdated, { variables: { id }, skip: closed, ignoreResults: true });
  if (!data || !dialogue) {
    if (!error) return <Skeleton height={64} aria-label="The conversation is being read" />;
    const retry = (): void => void refetch().catch(() => undefined);
    return <ErrorNotice title="The conversation could not be read" error={error} onRetry={retry} />;
  }
  const { edges, pageInfo } = data.conversation.messages;
  return (
    <>
      <Text size="sm" c="dimmed">
        {dialogueWords(dialogue)}
      </Text>
      {edges.length === 0 ? (
        <Text size="sm" mt="sm">
          Nobody has said anything yet.
        </Text>
      ) : (
        <MessageList
          messages={edges.map(({ node }) => node)}
          hasEarlier={pageInfo.hasPreviousPage}
          onEarlier={async () => void (await fetchMore({ variables: { before: pageInfo.startCursor } }))}
        />
      )}
    </>
  );
}

export function hasConversation(task: FragmentType<typeof TaskConversationFields>): boolean {
  return Boolean(readFragment(TaskConversationFields, task).conversation);
}
