import type { EntityManager } from 'typeorm';
import type { NotificationEvent } from './notification-event';

/** What is left to do once the transaction has committed; losing it in a crash must do no harm. */
export type AfterCommit = () => void;

/**
 * Turns events into what is to be delivered: to people, to endpoints of programs. It works in the transaction that takes the
 * events out of the queue, so that each event is expanded exactly once; it sends nothing.
 */
export abstract class EventExpander {
  /**
   * Set-based: so many statements for a batch, whatever its size.
   * @param em of the role `system`; rows of several tenants lie side by side
   * @param events oldest first
   */
  abstract expand(em: EntityManager, events: readonly NotificationEvent[]): Promise<AfterCommit | undefined>;
}
