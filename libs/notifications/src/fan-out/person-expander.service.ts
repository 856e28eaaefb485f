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
import { type ChosenByPeople, readChoicesAbout } from '../preferences/choices.queries';
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
    const byId = new Map(events.map((event) => [event.id, event]));
    const rows = told.flatMap((one): ToldRow[] => {
      const event = byId.get(one.eventId);
      return event === undefined ? [] : [{ ...one, workflowKey: event.workflowKey, row: rowOf(one, event) }];
    });
    const chosen = await readChoicesAbout(em, rows);
    const reachable = await readReachable(em, told, this.channels.addressed);
    const now = this.clock.now();
    const shown = together(rows.filter((one) => this.isShown(one, chosen)).map(({ row }) => row));
    const sent = together(
      rows.flatMap((one) => this.deliveriesOf(one, chosen, reachable, now)),
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

  private isShown(one: ToldRow, chosen: ChosenByPeople): boolean {
    const choices = chosen.of(one, one.kind, IN_APP, one);
    return toldHow(one.kind, { name: IN_APP, defaultDelaySeconds: 0 }, choices).mode !== 'off';
  }

  private deliveriesOf(one: ToldRow, chosen: ChosenByPeople, reachable: Reachable, now: Date): NewDelivery[] {
    return this.channels.enabled.flatMap((channel) => {
      if (channel.addressed && !reachable.has(one, channel.name)) return [];
      const how = toldHow(one.kind, channel, chosen.of(one, one.kind, channel.name, one));
      const at = moment(how, chosen.hoursOf(one), now);
      const bundled = how.mode === 'hourly' || how.mode === 'daily';
      return at === null ? [] : [{ ...one.row, channel: channel.name, bundled, available_at: at }];
    });
  }
}

/** Whom to tell of what, and the row that says so. */
interface ToldRow extends Told {
  workflowKey: string | null;
  row: NewNotification;
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
  if (kind === 'workflow_failed' || kind === 'webhook_disabled') return params;
  return { event: kind };
}
