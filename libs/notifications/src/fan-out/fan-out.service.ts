import { Inject, Injectable } from '@nestjs/common';
import { Clock, Logger, SystemDatabase } from '@orkestra/core';
import { type AfterCommit, type EventExpander } from '../events/event-expander';
import { putOff, takeEvents } from '../events/event-queue.store';
import type { NotificationEvent } from '../events/notification-event';

/** Token of the list of all expanders. */
export const EXPANDERS = Symbol('event expanders');

const EVENTS_AT_ONCE = 100;

/**
 * Turns what happened into what is to be delivered. Any number of processes may run it: each event goes to one of them,
 * and is gone from the queue in the transaction that writes its deliveries.
 */
@Injectable()
export class FanOut {
  private readonly logger: Logger;

  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
    @Inject(EXPANDERS) private readonly expanders: readonly EventExpander[],
    logger: Logger,
  ) {
    this.logger = logger.child('fan-out');
  }

  /** Works through some events; true when there may be more at once. */
  async round(): Promise<boolean> {
    try {
      return (await this.expandSome(EVENTS_AT_ONCE)) === EVENTS_AT_ONCE;
    } catch (error) {
      this.logger.failure({ err: error }, 'Events could not be expanded together');
      return this.expandOneByOne();
    }
  }

  /** One event may be what the others stumble over: it is found, and put off. */
  private async expandOneByOne(): Promise<boolean> {
    for (let done = 0; done < EVENTS_AT_ONCE; done += 1) {
      const tried: NotificationEvent[] = [];
      try {
        if ((await this.expandSome(1, tried)) === 0) return false;
      } catch (error) {
        const [event] = tried;
        if (event === undefined) throw error;
        this.logger.failure(
          { err: error, event: event.id, attempts: event.attempts },
          'An event could not be expanded',
        );
        await this.database.run((em) => putOff(em, event, String(error), this.clock.now()));
      }
    }
    return true;
  }

  private async expandSome(most: number, tried: NotificationEvent[] = []): Promise<number> {
    const after: AfterCommit[] = [];
    const count = await this.database.run(async (em) => {
      const events = await takeEvents(em, most, this.clock.now());
      tried.push(...events);
      if (events.length === 0) return 0;
      for (const expander of this.expanders) {
        const then = await expander.expand(em, events);
        if (then !== undefined) after.push(then);
      }
      return events.length;
    });
    for (const then of after) then();
    return count;
  }
}
