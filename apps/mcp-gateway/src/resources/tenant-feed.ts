import type { LiveMessage, LiveSubscription } from '@orkestra/core';
import { workflowKey } from '@orkestra/workflows';
import type { Changes } from '../protocol/resource';

type Listener = () => void;

/** Spreads one tenant's live messages to whoever watches what they are about. */
export class TenantFeed {
  private readonly watched = new Map<Changes, Set<Listener>>();

  constructor(private readonly messages: LiveSubscription) {
    void this.follow();
  }

  get idle(): boolean {
    return this.watched.size === 0;
  }

  watch(changes: readonly Changes[], listener: Listener): void {
    for (const change of changes) {
      const listeners = this.watched.get(change) ?? new Set();
      this.watched.set(change, listeners.add(listener));
    }
  }

  leave(changes: readonly Changes[], listener: Listener): void {
    for (const change of changes) {
      const listeners = this.watched.get(change);
      listeners?.delete(listener);
      if (listeners?.size === 0) this.watched.delete(change);
    }
  }

  end(): void {
    this.messages.end();
  }

  private async follow(): Promise<void> {
    for await (const message of this.messages) {
      // Messages may have been missed: anything may have changed.
      const changes = message.kind === 'resync' ? this.watched.keys() : changesOf(message);
      const listeners = new Set<Listener>();
      for (const change of changes) for (const one of this.watched.get(change) ?? []) listeners.add(one);
      for (const listener of listeners) listener();
    }
  }
}

function changesOf({ tenantId, topic, id, workflowId }: LiveMessage): Changes[] {
  const changes: Changes[] = [`${topic}:${id}`, `${topic}:*`];
  return workflowId === undefined ? changes : [...changes, `workflow:${workflowKey(tenantId, workflowId)}`];
}
