import type { ChannelAddress } from '../addresses/address';
import type { ChannelMessage, MessageItem } from '../channels/notification-channel';
import type { CheckedDelivery, DueDelivery } from './delivery';

/** A delivery with what was found out about it. */
export interface Ready {
  due: DueDelivery;
  found: CheckedDelivery;
  addresses: readonly ChannelAddress[];
}

/** What goes out together: each by itself, and all of a person's digest by one channel. */
export function inMessages(ready: readonly Ready[]): Ready[][] {
  const groups = new Map<string, Ready[]>();
  for (const one of ready) {
    const { tenantId, personId, channel, bundled, id } = one.due;
    const key = bundled ? `${tenantId}/${personId}/${channel}` : id;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

export function messageOf(ready: readonly Ready[], publicUrl: string): ChannelMessage {
  const [first] = ready;
  if (first === undefined) throw new TypeError('A message tells of something');
  const { due, found, addresses } = first;
  return {
    id: due.id,
    tenant: { id: due.tenantId, name: found.tenantName },
    recipient: { personId: due.personId, email: found.email, displayName: found.displayName },
    addresses,
    items: ready.map((one) => itemOf(one, publicUrl)),
  };
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
  return taskId === null || kind === 'delivery_failing' ? '/' : `/tasks/${taskId}`;
}
