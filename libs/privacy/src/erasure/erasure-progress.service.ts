import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '@orkestra/core';
import { PeopleService, requireScope, type TenantContext } from '@orkestra/tenancy';

/** How far somebody who was erased is forgotten. */
export interface ErasureProgressView {
  /** From then on name and address are gone. */
  confirmedAt: Date;
  /** Since when the name stands nowhere; null while the worker is at it. */
  finishedAt: Date | null;
  /** Whether a legal hold stops the worker. */
  held: boolean;
}

/** What became of an erasure, for whoever has asked for it and for those who come after. */
@Injectable()
export class ErasureProgress {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: PeopleService,
  ) {}

  /** Null for who was not erased. @throws RoleForbidsError, PersonNotFoundError */
  async of(ctx: TenantContext, personId: string): Promise<ErasureProgressView | null> {
    requireScope(ctx, 'people:write');
    const { id } = await this.people.get(ctx, personId);
    const rows = await this.database.query<ErasureProgressView>(ctx, PROGRESS, [ctx.tenantId, id]);
    return rows[0] ?? null;
  }
}

const PROGRESS = `
  SELECT confirmed_at AS "confirmedAt", finished_at AS "finishedAt",
         finished_at IS NULL AND is_person_held(tenant_id, user_id) AS held
  FROM person_erasures WHERE tenant_id = $1 AND user_id = $2 AND confirmed_at IS NOT NULL`;
