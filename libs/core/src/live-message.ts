/** That something changed, never what: a subscriber re-reads what it may see. */
export interface LiveMessage {
  tenantId: string;
  topic: 'task' | 'workflow' | 'conversation';
  id: string;
  revision: number;
  /**
   * The event's kind, e.g. `claimed`; `resync` when messages may have been missed. `delivered` and `moot` say of a task
   * that has ended that its workflow was told, or is gone; the revision stays as it was.
   */
  kind: string;
}

/** Tells a subscriber that it may have missed messages and must read again. */
export function resyncMessage(tenantId: string): LiveMessage {
  return { tenantId, topic: 'task', id: '', revision: 0, kind: 'resync' };
}
