import { Injectable } from '@nestjs/common';
import { Logger, queryRows, SystemDatabase } from '@orkestra/core';
import { AuditLog } from '@orkestra/tenancy';

const TASKS_AT_ONCE = 200;
const BATCHES_AT_ONCE = 20;

interface Erased {
  tasks: number;
  messages: number;
  conversations: number;
  executions: number;
}

/** Erases what is older than its tenant wants to keep, in batches, each with its line in the audit log. */
@Injectable()
export class RetentionSweep {
  private readonly logger: Logger;

  constructor(
    private readonly system: SystemDatabase,
    private readonly audit: AuditLog,
    logger: Logger,
  ) {
    this.logger = logger.child('retention');
  }

  /** Says whether more is left. */
  async sweep(): Promise<boolean> {
    let isMore = false;
    for (const { id } of await this.system.query<{ id: string }>(TENANTS)) {
      try {
        if (await this.eraseSome(id)) isMore = true;
      } catch (error) {
        this.logger.failure({ err: error, tenant: id }, 'Nothing of the tenant could be erased yet');
      }
    }
    return isMore;
  }

  private async eraseSome(tenantId: string): Promise<boolean> {
    for (let batch = 0; batch < BATCHES_AT_ONCE; batch += 1)
      if (!(await this.eraseBatch(tenantId))) return false;
    return true;
  }

  private eraseBatch(tenantId: string): Promise<boolean> {
    return this.system.run(async (em) => {
      const [erased] = await queryRows<Erased>(em, ERASE, [tenantId, TASKS_AT_ONCE]);
      if (erased === undefined || Object.values(erased).every((count) => count === 0)) return false;
      const actor = { tenantId, kind: 'system', id: 'system', channel: 'system' } as const;
      const target = { kind: 'tenant', id: tenantId };
      await this.audit.recordOf(em, actor, { action: 'retention.erased', target, details: { ...erased } });
      return true;
    });
  }
}

const TENANTS = `SELECT id FROM tenants WHERE status = 'active' AND settings ? 'retentionDays' ORDER BY random()`;

const ERASE = `
  SELECT erased_tasks::float8 AS tasks, erased_messages::float8 AS messages,
         erased_conversations::float8 AS conversations, erased_executions::float8 AS executions
  FROM erase_expired($1, $2)`;
