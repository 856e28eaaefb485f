/** That something changed, never what: a subscriber re-reads what it may see. */
export interface LiveMessage {
  tenantId: string;
  topic:
    'task' | 'workflow' | 'conversation' | 'session' | 'agent-session' | 'person' | 'tenant' | 'notification';
  /**
   * Of a session, a key or a connection: its id. Of a person who was deactivated, and of a notification: theirs. Of a tenant, whose kind is its new status: its id. Of kind `queue`: a name, which
   * concerns every execution that waits there.
   */
  id: string;
  /** Of what changed; of an agent's session, which process changed it. */
  revision: number;
  /**
   * The event's kind, e.g. `claimed`; `resync` when messages may have been missed. `delivered` and `moot` say of a task
   * that has ended that its workflow was told, or is gone; the revision stays as it was. `queue` says that nobody works
   * for a queue, or somebody again.
   */
  kind: string;
  /** Of a task: the workflow that asked for it, by Temporal's id, so that whoever watches the workflow knows. */
  workflowId?: string;
}

/** Tells a subscriber that it may have missed messages and must read again. */
export function resyncMessage(tenantId: string): LiveMessage {
  return { tenantId, topic: 'task', id: '', revision: 0, kind: 'resync' };
}

/** Postgres refuses payloads of 8,000 bytes or more. */
const LARGEST_PAYLOAD = 7_900;

/** The messages in as few payloads as they fit into, each a JSON array. */
export function payloadsOf(messages: readonly LiveMessage[]): string[] {
  const payloads: string[][] = [];
  let left = 0;
  for (const message of messages) {
    const json = JSON.stringify(message);
    const size = Buffer.byteLength(json) + 1;
    if (size > left) {
      payloads.push([]);
      left = LARGEST_PAYLOAD - 1;
    }
    payloads.at(-1)?.push(json);
    left -= size;
  }
  return payloads.map((list) => `[${list.join(',')}]`);
}
