import type { EntityManager } from 'typeorm';
import type { ChannelAddress, NewAddress } from '../addresses/address';
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
  /** As BCP 47 writes it: theirs, else the tenant's, else `en`. */
  language: string;
  /** By IANA's name, such as Europe/Berlin. */
  timeZone: string;
}

/** Words of the tenant's own for a message, in Liquid. */
export interface OwnTemplate {
  /** A kind, or `*`. */
  kind: string;
  language: string;
  subject: string;
  body: string;
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
  /** What the tenant has for this channel and language; without it the built-in words count. */
  template?: OwnTemplate | undefined;
}

/**
 * What became of a message: it is there, perhaps with a note for the log, it may be tried again, or it never will be. `gone` are
 * the ids of addresses that the other side no longer knows; they are forgotten.
 */
export type SendResult =
  | { outcome: 'sent'; note?: string | undefined; gone?: readonly string[] | undefined }
  | { outcome: 'retry'; problem: string; afterMs?: number | undefined }
  | { outcome: 'dead'; problem: string; gone?: readonly string[] | undefined };

/** An account of a channel, as it is kept for its person. */
export type ConnectedAccount = Omit<NewAddress, 'channel'>;

/** Where a person sends the code by which they connect. */
export interface CodeTarget {
  /** Opens the channel with the code in place; null where they type it themselves. */
  url: string | null;
  /** What they do, in a sentence. */
  instruction: string;
}

/** What a channel asks for when people write to it. */
export interface ChannelDesk {
  /** Connects the account to whoever was given the code. The text is for the person. */
  redeem(code: string, account: ConnectedAccount): Promise<{ connected: boolean; text: string }>;
  /** Connects the account to nobody any more; how many people it was connected to. */
  release(key: string): Promise<number>;
}

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
  /** Whether the tenant of the transaction has set it up; every tenant has one without this. */
  isOfferedTo?(em: EntityManager, tenantId: string): Promise<boolean>;
  /** How long something urgent waits for the person to see it elsewhere first, in seconds. */
  abstract readonly defaultDelaySeconds: number;

  /** Where people connect by sending a code from their account to the channel; `receive` hears of it. */
  codeTarget?(code: string): Promise<CodeTarget>;
  /**
   * Where people connect by naming their account: sends it the code, which they then type in. Refused, with a text for
   * them, where there is no such account.
   */
  sendCode?(account: string, code: string): Promise<ConnectedAccount | { refused: string }>;
  /**
   * Looks once for what people have sent, for up to half a minute. Called again and again, by one worker at a time; what it
   * throws is logged, and it is called again a while later.
   */
  receive?(desk: ChannelDesk): Promise<void>;

  /** Never longer than half a minute: whoever throws, or takes longer, is tried again. */
  abstract send(message: ChannelMessage): Promise<SendResult>;
}
