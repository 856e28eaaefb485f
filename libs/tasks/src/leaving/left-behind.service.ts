import { Injectable } from '@nestjs/common';
import { SystemDatabase, TenantDatabase } from '@orkestra/core';
import { AuthService, type LeavingPerson } from '@orkestra/tenancy';
import { TaskLeaving } from './task-leaving.service';

/**
 * Hands on what somebody was still given by a request that had begun before they were deactivated. The reconciler does
 * it, for all tenants.
 */
@Injectable()
export class LeftBehind {
  constructor(
    private readonly system: SystemDatabase,
    private readonly database: TenantDatabase,
    private readonly auth: AuthService,
    private readonly leaving: TaskLeaving,
  ) {}

  /** Says how many tasks. */
  async handOn(): Promise<number> {
    let handedOn = 0;
    for (const { tenantId, ...person } of await this.system.query<LeavingPerson & { tenantId: string }>(
      STAYED,
    )) {
      const ctx = this.auth.forActivity(tenantId, `leaving-${person.id}`);
      const { departure, afterwards } = await this.database.run(ctx, (em) =>
        this.leaving.leave(em, ctx, person),
      );
      afterwards();
      handedOn += departure.held + departure.lent;
    }
    return handedOn;
  }
}

const STAYED = `
  SELECT u.tenant_id AS "tenantId", u.id, u.display_name AS "displayName" FROM users u
  WHERE NOT u.active AND EXISTS (SELECT FROM tasks t
    WHERE t.tenant_id = u.tenant_id AND t.assignee_id = u.id AND t.closed_at IS NULL)
  LIMIT 100`;
