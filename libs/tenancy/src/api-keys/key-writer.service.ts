import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import { hashSecret, newApiKey } from '../auth/secrets';
import type { TenantContext } from '../tenant-context';
import type { ApiKeyView } from './api-key-view';
import { countWorking, insertKey, type KeyRow } from './api-key.store';
import { ApiKeyLimitError, UnknownApiKeyError } from './api-keys.errors';
import { findApiKey } from './api-keys.queries';

export interface IssuedKey {
  id: string;
  /** Shown this once: only its hash is kept. */
  key: string;
  prefix: string;
}

const MOST_WORKING = 1_000;

/** What making, rotating and changing keys have in common. In a transaction of the tenant that holds `lockKeys`. */
@Injectable()
export class KeyWriter {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ApiKeyLimitError */
  async issue(
    em: EntityManager,
    { tenantId, principal }: TenantContext,
    properties: Omit<KeyRow, 'tenantId' | 'id' | 'prefix' | 'keyHash' | 'createdAt' | 'createdBy'>,
  ): Promise<IssuedKey> {
    const createdAt = this.clock.now();
    if ((await countWorking(em, tenantId, createdAt)) >= MOST_WORKING)
      throw new ApiKeyLimitError(MOST_WORKING);
    const { key, prefix } = newApiKey();
    const id = this.ids.next();
    const createdBy = principal.kind === 'user' ? principal.id : null;
    await insertKey(em, {
      ...properties,
      tenantId,
      id,
      prefix,
      keyHash: hashSecret(key),
      createdAt,
      createdBy,
    });
    return { id, key, prefix };
  }

  /** @throws UnknownApiKeyError */
  async found(em: EntityManager, { tenantId }: TenantContext, id: string): Promise<ApiKeyView> {
    const key = await findApiKey(em, tenantId, id, this.clock.now());
    if (key === undefined) throw new UnknownApiKeyError();
    return key;
  }

  async record(
    em: EntityManager,
    ctx: TenantContext,
    action: string,
    id: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(em, ctx, { action, target: { kind: 'key', id }, details });
  }
}
