import { Injectable } from '@nestjs/common';
import { Clock, Ids, LiveBus } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { type Reachable, readReachable } from '../addresses/addresses.queries';
import { ChannelRegistry } from '../channels/channel-registry.service';
import { type AfterCommit, EventExpander } from '../events/event-expander';
import { type NewNotification, together } from '../events/new-notification';
import type { NotificationEvent } from '../events/notification-event';
import { insertNotifications } from '../inbox/notification.store';
import { tellBell } from '../inbox/tell-bell';
import { type ChosenByPeople, readChoices } from '../preferences/choices.queries';
import { moment } from '../preferences/moment';
import { IN_APP, toldHow } from '../preferences/told-how';
import { readAudience, type Told } from './audience.queries';
import { insertDeliveries, type NewDelivery } from './new-delivery.store';

/** Of events to people: what they see in the app at once, and what other channels send them later. */
@Injectable()
export class PersonExpander extends EventExpander {
  constructor(
    private readonly channels: ChannelRegistry,
    private readonly live: LiveBus,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  async expand(em: EntityManager, events: readonly NotificationEvent[]): Promise<AfterCommit | undefined> {
    const told = await readAudience(em, events);
    if (told.length === 0) return undefined;
    const chosen = await readChoices(em, told);
    const reachable = await readReachable(em, told, this.channels.addressed);
    const byId = new Map(events.map((event) => [event.id, event]));
    const rows = told.flatMap((one) => {
      const event = byId.get(one.eventId);
      return event === undefined ? [] : [{ one, row: rowOf(one, event) }];
    });
    const shown = together(rows.filter(({ one }) => this.isShown(one, chosen)).map(({ row }) => row));
    const sent = together(
      rows.flatMap(({ one, row }) => this.deliveriesOf(one, row, chosen, reachable)),
      ({ channel }) => channel,
    );
    await insertNotifications(em, shown);
    await insertDeliveries(em, sent, this.ids);
    return () =>
      tellBell(
        this.live,
        shown.map(({ tenant_id: tenantId, person_id: personId }) => ({ tenantId, personId })),
      );
  }

  private isShown(one: Told, chosen: ChosenByPeople): boolean {
    const choices = chosen.of(one, one.kind, IN_APP);
    return toldHow(one.kind, { name: IN_APP, defaultDelaySeconds: 0 }, choices).mode !== 'off';
  }

  private deliveriesOf(
    one: Told,
    row: NewNotification,
    chosen: ChosenByPeople,
    reachable: Reachable,
  ): NewDelivery[] {
    return this.channels.enabled.flatMap((channel) => {
      if (channel.addressed && !reachable.has(one, channel.name)) return [];
      const how = toldHow(one.kind, channel, chosen.of(one, one.kind, channel.name));
      const at = moment(how, chosen.hoursOf(one), this.clock.now());
      const bundled = how.mode === 'hourly' || how.mode === 'daily';
      return at === null ? [] : [{ ...row, channel: channel.name, bundled, available_at: at }];
    });
  }
}

function rowOf({ kind, personId, taskId }: Told, event: NotificationEvent): NewNotification {
  return {
    tenant_id: event.tenantId,
    person_id: personId,
    event_id: event.id,
    kind,
    task_id: taskId,
    workflow_key: event.workflowKey,
    conversation_id: event.conversationId,
    actor_kind: event.actorKind,
    actor_id: event.actorId,
    params: paramsOf(event),
    count: 1,
    at: event.at,
  };
}

/** What the words need beside the task as it is then. */
function paramsOf({ kind, params }: NotificationEvent): Record<string, unknown> {
  if (kind === 'comment_added' || kind === 'comment_edited') {
    const { commentId } = params as { commentId?: { after?: unknown } };
    return { commentId: commentId?.after };
  }
  if (kind === 'workflow_failed') return params;
  return { event: kind };
}
