const MOST_KEPT = 10_000;

/**
 * Which devices or accounts have had a message, while it is tried again for others. Kept by this process alone: after its end
 * one may get a message once more.
 */
export class ReachedBefore {
  private readonly keys = new Set<string>();

  has(messageId: string, addressId: string): boolean {
    return this.keys.has(`${messageId} ${addressId}`);
  }

  add(messageId: string, addressId: string): void {
    this.keys.add(`${messageId} ${addressId}`);
    const [oldest] = this.keys;
    if (this.keys.size > MOST_KEPT && oldest !== undefined) this.keys.delete(oldest);
  }
}
