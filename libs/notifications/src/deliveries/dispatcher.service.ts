import { Injectable } from '@nestjs/common';
import { Clock, Config, fewAtOnce, Logger, SystemDatabase } from '@orkestra/core';
import { SecretBox } from '@orkestra/tenancy';
import { readAddresses } from '../addresses/addresses.queries';
import { NotificationAddresses } from '../addresses/addresses.service';
import { ChannelRegistry } from '../channels/channel-registry.service';
import type { ChannelMessage, NotificationChannel, SendResult } from '../channels/notification-channel';
import { type ChosenByPeople, readChoicesAbout } from '../preferences/choices.queries';
import { toldHow } from '../preferences/told-how';
import { readTemplates, type TemplatesOf } from '../templates/templates.queries';
import type { CheckedDelivery, DropReason, DueDelivery } from './delivery';
import { checkDeliveries } from './delivery-check.queries';
import { DeliveryStore } from './delivery.store';
import { inTurns, messageOf, type Ready } from './message-of';

const DELIVERIES_AT_ONCE = 40;
const SENT_AT_ONCE = 8;
const SEND_TIMEOUT_MS = 30_000;
/** After this the rest of what one person is told by one channel waits: the lease must outlast a round. */
const LONGEST_TURN_MS = 60_000;

/**
 * Sends what is due. Whether it still concerns the person is asked right before; a process that dies between sending and
 * writing it down sends once more, with the same id.
 */
@Injectable()
export class Dispatcher {
  private readonly logger: Logger;

  constructor(
    private readonly database: SystemDatabase,
    private readonly store: DeliveryStore,
    private readonly channels: ChannelRegistry,
    private readonly config: Config,
    private readonly addresses: NotificationAddresses,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('notifications');
  }

  /** Sends some of what is due; true when there may be more at once. */
  async round(): Promise<boolean> {
    const due = await this.store.lease(DELIVERIES_AT_ONCE);
    if (due.length === 0) return false;
    const { ready, templates } = await this.withoutDropped(due);
    await fewAtOnce(SENT_AT_ONCE, inTurns(ready), (messages) => this.deliverInTurn(messages, templates));
    return due.length >= DELIVERIES_AT_ONCE;
  }

  /** Those that still concern their person; the others are dropped, with the reason. */
  private async withoutDropped(
    due: readonly DueDelivery[],
  ): Promise<{ ready: Ready[]; templates: TemplatesOf }> {
    const { found, chosen, connected, templates } = await this.database.run(async (em) => ({
      found: await checkDeliveries(em, due),
      chosen: await readChoicesAbout(em, due),
      connected: await readAddresses(em, due, this.channels.addressed, this.box),
      templates: await readTemplates(em, due, this.clock.now()),
    }));
    const ready: Ready[] = [];
    const dropped = new Map<DropReason, DueDelivery[]>();
    for (const one of due) {
      const checked = found.get(one.id);
      if (checked === undefined) continue;
      const addresses = connected.get(`${one.tenantId}/${one.personId}/${one.channel}`) ?? [];
      const reason = checked.reason ?? this.reasonAgainst(one, checked, chosen, addresses.length);
      if (reason === null) ready.push({ due: one, found: checked, addresses });
      else dropped.set(reason, [...(dropped.get(reason) ?? []), one]);
    }
    for (const [reason, rows] of dropped) await this.store.drop(rows, reason);
    return { ready, templates };
  }

  private reasonAgainst(
    one: DueDelivery,
    { email }: CheckedDelivery,
    chosen: ChosenByPeople,
    addresses: number,
  ): DropReason | null {
    const { NOTIFY_ONLY: only } = this.config;
    if (only !== undefined && only.toLowerCase() !== email) return 'test_mode';
    const channel = this.channels.find(one.channel);
    if (channel === undefined) return 'no_channel';
    if (channel.addressed && addresses === 0) return 'not_connected';
    const { mode } = toldHow(one.kind, channel, chosen.of(one, one.kind, one.channel, one));
    return mode === 'off' ? 'turned_off' : null;
  }

  /** One after the other, as they are to arrive. */
  private async deliverInTurn(messages: readonly Ready[][], templates: TemplatesOf): Promise<void> {
    const began = performance.now();
    for (const together of messages) {
      if (performance.now() - began < LONGEST_TURN_MS) await this.deliver(together, templates);
      else
        await this.store.retry(
          together.map(({ due }) => due),
          'What was to be told before it took too long.',
        );
    }
  }

  private async deliver(together: readonly Ready[], templates: TemplatesOf): Promise<void> {
    const rows = together.map(({ due }) => due);
    const channel = this.channels.find(rows[0]?.channel ?? '');
    if (channel === undefined) return;
    const message = messageOf(together, this.config.PUBLIC_URL, templates);
    const result = await this.send(channel, message);
    if (result.outcome !== 'retry') await this.addresses.drop(result.gone ?? []);
    if (result.outcome === 'sent') return this.store.sent(rows, result.note);
    const fields = { channel: channel.name, deliveries: rows.map(({ id }) => id), problem: result.problem };
    if (result.outcome === 'dead') {
      this.logger.error(fields, 'A notification was given up');
      return this.store.bury(rows, result.problem);
    }
    this.logger.warn(fields, 'A notification was not sent; it is tried again');
    return this.store.retry(rows, result.problem, result.afterMs);
  }

  private async send(channel: NotificationChannel, message: ChannelMessage): Promise<SendResult> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<SendResult>((resolve) => {
      timer = setTimeout(() => resolve({ outcome: 'retry', problem: 'It took too long.' }), SEND_TIMEOUT_MS);
    });
    try {
      return await Promise.race([channel.send(message), tooLong]);
    } catch (error) {
      this.logger.warn({ err: error, channel: channel.name }, 'A channel failed');
      return { outcome: 'retry', problem: error instanceof Error ? error.message : String(error) };
    } finally {
      clearTimeout(timer);
    }
  }
}
