import type { NotificationKind } from '../events/notification-kind';

/** What a person was told in the app: keys and names, which the reader puts into words. */
export interface NotificationView {
  /** Of the event: the same for everybody who was told of it. */
  id: string;
  kind: NotificationKind;
  /** How often it happened since the person read of it last. */
  count: number;
  at: Date;
  readAt: Date | null;
  /** Who did it; null for Orkestra itself. */
  actor: { kind: 'user' | 'service'; id: string; displayName: string } | null;
  taskId: string | null;
  /** As it is now; null where the person may not see the task any more. */
  taskTitle: string | null;
  workflowKey: string | null;
  conversationId: string | null;
  params: Record<string, unknown>;
}
