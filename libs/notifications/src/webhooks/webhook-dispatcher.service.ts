import { Injectable } from '@nestjs/common';
import { Clock, Config, Logger, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { readContents } from './webhook-content.queries';
import type { DueWebhook } from './webhook-delivery';
import { WebhookHealth } from './webhook-health.store';
import { outcomeOf } from './webhook-outcome';
import { WebhookPulse } from './webhook-pulse.service';
import { WebhookQueue } from './webhook-queue.store';
import { WebhookSender } from './webhook-sender.service';
import { readTargets, type WebhookTarget } from './webhook-target.queries';

const AT_ONCE = 32;
/** To one endpoint. */
const AT_ONCE_TO_EACH = 8;

/**
 * Sends what programs are told. Sent first, written down after: a process that dies between the two sends once more, with the
 * same id.
 */
@Injectable()
export class WebhookDispatcher {
  private readonly underWay = new Map<Promise<void>, string>();
  private readonly logger: Logger;

  constructor(
    private readonly database: SystemDatabase,
    private readonly tenants: TenantDatabase,
    private readonly queue: WebhookQueue,
    private readonly sender: WebhookSender,
    private readonly health: WebhookHealth,
    private readonly pulse: WebhookPulse,
    private readonly config: Config,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('webhooks');
  }

  /** Begins to send some of what is due; true when there may be more at once. While somebody tries things out, it waits. */
  async round(): Promise<boolean> {
    const free = AT_ONCE - this.underWay.size;
    if (free === 0 || this.config.NOTIFY_ONLY !== undefined) return false;
    const due = await this.queue.lease(free, AT_ONCE_TO_EACH, this.busy());
    if (due.length === 0) return false;
    const { targets, contents } = await this.read(due);
    for (const one of due) {
      const target = targets.get(one.endpointId);
      if (target !== undefined) this.begin(one, target, contents.get(one.id));
    }
    return true;
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.underWay.keys());
  }

  private busy(): { full: string[]; any: string[] } {
    const counts = new Map<string, number>();
    for (const endpointId of this.underWay.values())
      counts.set(endpointId, (counts.get(endpointId) ?? 0) + 1);
    const full = [...counts].filter(([, count]) => count >= AT_ONCE_TO_EACH).map(([id]) => id);
    return { full, any: [...counts.keys()] };
  }

  private async read(
    due: readonly DueWebhook[],
  ): Promise<{ targets: Map<string, WebhookTarget>; contents: Map<string, object> }> {
    const targets = await this.database.run((em) => readTargets(em, due, this.clock.now()));
    const asked = due.filter(({ endpointId }) => targets.get(endpointId)?.withContent === true);
    return { targets, contents: await readContents(this.tenants, asked) };
  }

  private begin(one: DueWebhook, target: WebhookTarget, content: object | undefined): void {
    const sent = this.deliver(one, target, content)
      .catch((error: unknown) => {
        // It stays leased, and is tried again when the lease ends.
        this.logger.failure(
          { err: error, delivery: one.id },
          'What came of a webhook could not be written down',
        );
      })
      .finally(() => {
        this.underWay.delete(sent);
        this.pulse.beat();
      });
    this.underWay.set(sent, one.endpointId);
  }

  private async deliver(one: DueWebhook, target: WebhookTarget, content: object | undefined): Promise<void> {
    const data = content === undefined ? one.data : { ...one.data, content };
    const tried = await this.sender.send(target, { ...one, data });
    const outcome = outcomeOf(tried, one.attempts, this.clock.now(), Math.random());
    await this.queue.settle(one, outcome, tried);
    await this.health.note(one, target, tried);
    if (tried.problem === null) return;
    const fields = { delivery: one.id, endpoint: one.endpointId, problem: tried.problem };
    if (outcome.status === 'dead') this.logger.error(fields, 'A webhook was given up');
    else this.logger.warn(fields, 'A webhook did not arrive; it is tried again');
  }
}
