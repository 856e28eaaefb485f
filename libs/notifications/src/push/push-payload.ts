import { createHash } from 'node:crypto';
import { oneLine } from '@orkestra/core';
import type { ChannelMessage } from '../channels/notification-channel';
import { asksForWork } from '../events/notification-kind';
import { wordsOf } from '../words/language';
import { numberOf, sentenceOf } from '../words/sentence';

/** What a service worker shows. Nothing that people wrote, and no name: it stands on a locked screen. */
export interface PushPayload {
  title: string;
  body: string;
  /** What comes with the same one takes the place of what is shown. */
  tag: string;
  /** Where a click leads, within the app. */
  path: string;
}

/** As much of an encrypted push as every push service takes (4,096 bytes on the wire). */
export const MOST_PAYLOAD_BYTES = 3_993;

const LONGEST_TITLE = 100;

export function payloadOf(message: ChannelMessage): PushPayload {
  const { tenant, items, recipient } = message;
  const { language } = recipient;
  const [first] = items;
  const isOne = items.length === 1 && first !== undefined;
  return {
    title: [...oneLine(tenant.name)].slice(0, LONGEST_TITLE).join(''),
    body: isOne
      ? sentenceOf({ ...first, actorName: null }, language)
      : wordsOf(language).several(numberOf(items.length, language)),
    tag: subjectOf(message),
    path: isOne ? new URL(first.url).pathname : '/',
  };
}

/** Whether it wakes a phone that saves power. */
export function urgencyOf({ items }: ChannelMessage): 'high' | 'normal' {
  return items.length === 1 && items.every(({ kind }) => asksForWork(kind)) ? 'high' : 'normal';
}

/**
 * What waits at the push service under the same topic is replaced (RFC 8030, section 5.4: 32 characters). A digest, so
 * that the service learns no id, and nobody finds one task of two people by it.
 */
export function topicOf(message: ChannelMessage, addressId: string): string {
  return createHash('sha256')
    .update(`${addressId} ${subjectOf(message)}`)
    .digest('base64url')
    .slice(0, 32);
}

/** The open page names its own notifications by the task as well. */
function subjectOf({ items }: ChannelMessage): string {
  const [first] = items;
  return items.length === 1 ? (first?.task?.id ?? first?.kind ?? '') : 'digest';
}
