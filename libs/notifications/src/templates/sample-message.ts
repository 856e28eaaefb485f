import type { ChannelMessage, MessageItem } from '../channels/notification-channel';
import { NOTIFICATION_KINDS, type NotificationKind } from '../events/notification-kind';
import { ANY_KIND } from './choose-template';

const WITHOUT_TASK: readonly NotificationKind[] = ['workflow_failed', 'delivery_failing'];

/** Of whom and where a sample speaks. */
export type SampleFrame = Pick<ChannelMessage, 'id' | 'tenant' | 'recipient'> & { url: string; now: Date };

/** A message as it could be, with a made-up task unless a real one is given. */
export function sampleMessage(
  frame: SampleFrame,
  kind: string,
  task?: { id: string; title: string; dueAt: Date | null },
): ChannelMessage {
  const [only = 'approval_asked'] = NOTIFICATION_KINDS.filter((one) => one === kind);
  return { ...messageOf(frame), items: [sampleItem(frame, only, 'Full', task)] };
}

/** Messages of every shape that a template of the kind may meet: it must be fit for all of them. */
export function trialMessages(frame: SampleFrame, kind: string): ChannelMessage[] {
  const kinds = NOTIFICATION_KINDS.filter((one) => kind === ANY_KIND || one === kind);
  const full = kinds.map((one) => sampleItem(frame, one, 'Full'));
  const bare = kinds.map((one) => sampleItem(frame, one, 'Bare'));
  const many = Array.from({ length: 70 }, (_, index) => full[index % full.length] ?? full[0]);
  const all = many.flatMap((item) => (item === undefined ? [] : [item]));
  return [...[...full, ...bare].map((item) => [item]), all].map((items) => ({ ...messageOf(frame), items }));
}

function messageOf({ id, tenant, recipient }: SampleFrame): Omit<ChannelMessage, 'items'> {
  return { id, tenant, recipient, addresses: [] };
}

function sampleItem(
  { url, now, id }: SampleFrame,
  kind: NotificationKind,
  shape: 'Full' | 'Bare',
  given?: MessageItem['task'],
): MessageItem {
  const hasTask = !WITHOUT_TASK.includes(kind);
  const dueAt = shape === 'Full' ? new Date(now.getTime() + 86_400_000) : null;
  const task = given ?? { id, title: 'Refund of 40 € to <Smith & Co>', dueAt };
  return {
    kind,
    count: shape === 'Full' ? 1 : 3,
    at: now,
    actorName: shape === 'Full' ? 'Ann Example' : null,
    task: hasTask ? task : null,
    workflowKey: hasTask ? null : 'refund-4711',
    conversationId: null,
    params: {},
    url: hasTask ? `${url}/tasks/${task.id}` : url,
  };
}
