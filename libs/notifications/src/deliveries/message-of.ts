import type { ChannelAddress } from '../addresses/address';
import type { ChannelMessage, MessageItem } from '../channels/notification-channel';
import { chooseTemplate } from '../templates/choose-template';
import type { TemplatesOf } from '../templates/templates.queries';
import { type CheckedDelivery, type DueDelivery, MOST_ALONE } from './delivery';

/** A delivery with what was found out about it. */
export interface Ready {
  due: DueDelivery;
  found: CheckedDelivery;
  addresses: readonly ChannelAddress[];
}

/** What goes out together: all of a person's digest by one channel, a burst of the same, and else each by itself. */
function inMessages(ready: readonly Ready[]): Ready[][] {
  const groups = grouped(ready, ({ due }) => (due.bundled ? personOf(due) : burstOf(due)));
  return groups.flatMap((group) => {
    const isOne = group[0]?.due.bundled === true || group.length > MOST_ALONE;
    return isOne ? [group] : group.map((one) => [one]);
  });
}

/**
 * The messages of each person by each channel, in the order of what they tell: sent one after the other, so that the newest is
 * the last to arrive.
 */
export function inTurns(ready: readonly Ready[]): Ready[][][] {
  const place = new Map(ready.map((one, at) => [one, at]));
  const placeOf = ([first]: readonly Ready[]) => (first === undefined ? 0 : (place.get(first) ?? 0));
  const messages = inMessages(ready).sort((one, other) => placeOf(one) - placeOf(other));
  return grouped(messages, ([first]) => (first === undefined ? '' : personOf(first.due)));
}

function personOf({ tenantId, personId, channel }: DueDelivery): string {
  return [tenantId, personId, channel].join('/');
}

function burstOf(due: DueDelivery): string {
  return [personOf(due), due.kind, due.actor].join('/');
}

function grouped<T>(ready: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of ready) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

export function messageOf(
  ready: readonly Ready[],
  publicUrl: string,
  templates: TemplatesOf,
): ChannelMessage {
  const [first] = ready;
  if (first === undefined) throw new TypeError('A message tells of something');
  const { due, found, addresses } = first;
  const { email, displayName, language, timeZone } = found;
  const message = {
    id: due.id,
    tenant: { id: due.tenantId, name: found.tenantName },
    recipient: { personId: due.personId, email, displayName, language, timeZone },
    addresses,
    items: ready.map((one) => itemOf(one, publicUrl)),
  };
  return { ...message, template: chooseTemplate(message, templates.of(due.tenantId, due.channel)) };
}

function itemOf({ due, found }: Ready, publicUrl: string): MessageItem {
  const { kind, count, at, taskId, workflowKey, conversationId, params } = due;
  const task =
    taskId === null || found.taskTitle === null
      ? null
      : { id: taskId, title: found.taskTitle, dueAt: found.dueAt };
  const url = `${publicUrl}${pathOf(due)}`;
  return { kind, count, at, actorName: found.actorName, task, workflowKey, conversationId, params, url };
}

function pathOf({ kind, taskId }: DueDelivery): string {
  if (kind === 'webhook_disabled') return '/workspace/webhooks';
  return taskId === null || kind === 'delivery_failing' ? '/' : `/tasks/${taskId}`;
}
