import { Injectable } from '@nestjs/common';
import { Clock } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { EventExpander } from '../events/event-expander';
import type { NotificationEvent } from '../events/notification-event';
import { markStale } from './chat-messages.store';

/** Whatever happens to a task, and wherever: the messages that tell of it are changed. */
@Injectable()
export class ChatMessageExpander extends EventExpander {
  constructor(private readonly clock: Clock) {
    super();
  }

  async expand(em: EntityManager, events: readonly NotificationEvent[]): Promise<undefined> {
    const tasks = events.flatMap(({ tenantId, taskId, kind }) =>
      taskId === null || UNCHANGED.includes(kind) ? [] : [{ tenantId, taskId }],
    );
    if (tasks.length > 0) await markStale(em, tasks, this.clock.now());
  }
}

/** These change nothing that a message shows. */
const UNCHANGED = ['created', 'comment_added', 'comment_edited', 'notified', 'delivery_failing'];
