import { Injectable } from '@nestjs/common';
import { Clock, SystemDatabase } from '@orkestra/core';
import { AuditLog, type Operator, operatorActor } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { DeadLetterNotFoundError } from './dead-letter.errors';
import { type DeadLetterFilter, type DeadLetterView, findDead, listDead } from './dead-letter.queries';
import { reviveDead, type Revived } from './dead-letter.store';

/** What could not be delivered in any tenant, for whoever operates the installation. */
@Injectable()
export class EveryDeadLetter {
  constructor(
    private readonly database: SystemDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The oldest first. */
  async list(filter: DeadLetterFilter, limit: number): Promise<DeadLetterView[]> {
    return this.database.run((em) => listDead(em, filter, limit));
  }

  /** @throws DeadLetterNotFoundError */
  async get(id: string): Promise<DeadLetterView> {
    const [found] = await this.database.run((em) => findDead(em, [id]));
    if (found === undefined) throw new DeadLetterNotFoundError(id);
    return found;
  }

  /**
   * Has them tried again at once, all of them or none; each tenant's audit log says so.
   * @throws DeadLetterNotFoundError
   */
  async replay(operator: Operator, ids: readonly string[]): Promise<Revived[]> {
    return this.database.run(async (em) => {
      const revived = await reviveDead(em, [...new Set(ids)], this.clock.now());
      await this.record(em, operator, revived);
      return revived;
    });
  }

  private async record(em: EntityManager, operator: Operator, revived: readonly Revived[]): Promise<void> {
    for (const tenantId of new Set(revived.map((one) => one.tenantId))) {
      const ids = revived.filter((one) => one.tenantId === tenantId).map(({ id }) => id);
      const entry = { action: 'dead_letters.replayed', details: { ids } };
      await this.audit.recordOf(em, operatorActor(operator, tenantId), entry);
    }
  }
}
