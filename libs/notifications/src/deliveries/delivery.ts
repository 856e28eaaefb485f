import type { NotificationKind } from '../events/notification-kind';

/** A delivery that is leased to this process. */
export interface DueDelivery {
  tenantId: string;
  id: string;
  eventId: string;
  personId: string;
  channel: string;
  kind: NotificationKind;
  taskId: string | null;
  workflowKey: string | null;
  conversationId: string | null;
  params: Record<string, unknown>;
  count: number;
  bundled: boolean;
  at: Date;
  /** Including the one that is to come. */
  attempts: number;
}

/**
 * Why something is not sent after all: whoever it was for is deactivated, has read it elsewhere, may not see the task any
 * more or wants to hear of it no longer; it is done, or in other hands; the channel is not set up, or the person has disconnected it; or somebody tries
 * out the installation and it is for somebody else.
 */
export type DropReason =
  | 'deactivated'
  | 'tenant_inactive'
  | 'read'
  | 'not_visible'
  | 'done'
  | 'taken'
  | 'turned_off'
  | 'no_channel'
  | 'not_connected'
  | 'test_mode';

/** What is true of a delivery as it is to be sent. */
export interface CheckedDelivery {
  id: string;
  reason: DropReason | null;
  email: string;
  displayName: string;
  tenantName: string;
  taskTitle: string | null;
  dueAt: Date | null;
  actorName: string | null;
}
