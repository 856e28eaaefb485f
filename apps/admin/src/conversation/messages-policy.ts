import type { FieldPolicy, Reference } from '@apollo/client';
import { mergeMessages, type Messages } from './merge-messages';

type CachedEdge = { cursor: string; node: Reference };

/** How Apollo keeps `Conversation.messages`: as one growing dialogue, whatever the pages by which it was read. */
export const messagesPolicy: FieldPolicy<Messages<CachedEdge>> = {
  keyArgs: false,
  merge: (existing, incoming, { readField }) =>
    mergeMessages(existing, incoming, ({ node }) => readField<number>('number', node) ?? 0),
};
