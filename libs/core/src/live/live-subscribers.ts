import { type LiveMessage, resyncMessage } from './live-message';
import { LiveSubscription } from './live-subscription';

type Subject = Pick<LiveMessage, 'topic' | 'id'>;

/** In the place of a tenant: of all tenants, for Orkestra's own loops. */
export const EVERYTHING = '*';

interface Subscribers {
  tenantId: string;
  set: Set<LiveSubscription>;
}

/** Who is to be told in this process: of all that happens in a tenant, or of one thing in it. */
export class LiveSubscribers {
  private readonly byKey = new Map<string, Subscribers>();

  /** Ending the subscription takes it away. */
  add(tenantId: string, subject?: Subject): LiveSubscription {
    const key = keyOf(tenantId, subject);
    const { set } = this.byKey.get(key) ?? { set: new Set<LiveSubscription>() };
    this.byKey.set(key, { tenantId, set });
    const subscription = new LiveSubscription(() => {
      set.delete(subscription);
      if (set.size === 0 && this.byKey.get(key)?.set === set) this.byKey.delete(key);
    });
    set.add(subscription);
    return subscription;
  }

  push(message: LiveMessage): void {
    for (const key of [EVERYTHING, keyOf(message.tenantId), keyOf(message.tenantId, message)]) {
      for (const subscription of this.byKey.get(key)?.set ?? []) subscription.push(message);
    }
  }

  /** Tells everybody, or everybody of one tenant, that messages may have been missed. */
  resync(only?: string): void {
    for (const { tenantId, set } of this.byKey.values()) {
      if (only !== undefined && only !== tenantId) continue;
      for (const subscription of set) subscription.push(resyncMessage(tenantId));
    }
  }

  end(): void {
    for (const { set } of [...this.byKey.values()]) for (const subscription of set) subscription.end();
  }

  /** How many things somebody follows; 0 once all have ended. */
  get size(): number {
    return this.byKey.size;
  }
}

function keyOf(tenantId: string, subject?: Subject): string {
  return subject === undefined ? tenantId : `${tenantId}/${subject.topic}/${subject.id}`;
}
