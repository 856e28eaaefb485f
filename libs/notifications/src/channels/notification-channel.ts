import type { ChannelAddress } from '../addresses/address';
import type { NotificationKind } from '../events/notification-kind';

/** One thing that a message tells of, in keys and names, for the channel to put into words. */
export interface MessageItem {
  kind: NotificationKind;
  /** How often it happened. */
  count: number;
  at: Date;
  /** Who did it; null for Orkestra itself. */
  actorName: string | null;
  task: { id: string; title: string; dueAt: Date | null } | null;
  workflowKey: string | null;
  conversationId: string | null;
  params: Record<string, unknown>;
  /** Where the person goes to see it. */
  url: string;
}

export interface Recipient {
  personId: string;
  email: string;
  displayName: string;
}

/** What one person is told by one channel: one thing, or several in a digest. */
export interface ChannelMessage {
  /** The same each time it is tried: what was sent twice can be told to be one. */
  id: string;
  tenant: { id: string; name: string };
  recipient: Recipient;
  /** Where the channel reaches them, oldest first; empty for channels that need none. */
  addresses: readonly ChannelAddress[];
  /** At least one, oldest first. */
  items: readonly MessageItem[];
}

/**
 * What became of a message: it is there, it may be tried again, or it never will be. `gone` are the ids of addresses that the
 * other side no longer knows; they are forgotten.
 */
export type SendResult =
  | { outcome: 'sent'; gone?: readonly string[] | undefined }
  | { outcome: 'retry'; problem: string; afterMs?: number | undefined }
  | { outcome: 'dead'; problem: string; gone?: readonly string[] | undefined };

/**
 * A way to reach people outside the app. To add one: a class in a folder of its own beside this one, and its line in
 * `channel-list.ts`. Who is told of what and when is decided before; a channel only puts it into words and sends it.
 */
export abstract class NotificationChannel {
  /** In small letters, as preferences name it. */
  abstract readonly name: string;
  /** Whether this installation is set up for it; of one that is not, nothing is planned. */
  abstract readonly enabled: boolean;
  /**
   * Whether it needs an address that the person has connected (see `NotificationAddresses`). Of one that does, nothing is planned
   * for people who have connected none.
   */
  readonly addressed: boolean = false;
  /** How long something urgent waits for the person to see it elsewhere first, in seconds. */
  abstract readonly defaultDelaySeconds: number;

  /** Never longer than half a minute: whoever throws, or takes longer, is tried again. */
  abstract send(message: ChannelMessage): Promise<SendResult>;
}
