/** Something that happened, as the row of `notification_events` has it. */
export interface NotificationEvent {
  /** Of the task event, message or outbox row; it tells one event from another for good. */
  id: string;
  tenantId: string;
  /** The kind of the task event; else `message`, `workflow_failed` or `delivery_failing`. */
  kind: string;
  taskId: string | null;
  workflowKey: string | null;
  conversationId: string | null;
  actorKind: 'user' | 'service' | 'system';
  actorId: string;
  /** Ids and keys, never a text. */
  params: Record<string, unknown>;
  at: Date;
  /** How often it was tried in vain. */
  attempts: number;
}
