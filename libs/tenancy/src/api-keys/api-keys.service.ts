import { Injectable } from '@nestjs/common';
import { Clock, Ids, isUuid, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { hashSecret, newApiKey } from '../auth/secrets';
import { requireAdmin } from '../permissions';
import { isScope, type Scope } from '../scopes';
import type { TenantContext } from '../tenant-context';
import { InvalidApiKeyRequestError, UnknownApiKeyError } from './api-keys.errors';

export interface NewApiKey {
  /** The service principal that the key acts as, e.g. `support-bot`; made if there is none of this name. */
  principalName: string;
  scopes: readonly Scope[];
  /** Without it the key is valid until it is revoked. */
  expiresAt?: Date;
}

export interface ApiKeyView {
  id: string;
  /** The first part of the key, by which people tell keys apart. */
  prefix: string;
  principal: { id: string; name: string };
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
}

/** Keys of programs and agents. Only tenant admins may see or change them. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the key, which is shown this once: only its hash is kept
   * @throws InvalidApiKeyRequestError, AdminOnlyError
   */
  async create(ctx: TenantContext, request: NewApiKey): Promise<{ id: string; key: string; prefix: string }> {
    requireAdmin(ctx);
    const principalName = request.principalName.trim();
    this.checkRequest({ ...request, principalName });
    const id = this.ids.next();
    const { key, prefix } = newApiKey();
    await this.database.run(ctx, async (em) => {
      const principalId = await this.principalNamed(em, ctx, principalName);
      await queryRows(
        em,
        `INSERT INTO api_keys (tenant_id, id, service_principal_id, prefix, key_hash, scopes, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ctx.tenantId,
          id,
          principalId,
          prefix,
          hashSecret(key),
          [...new Set(request.scopes)],
          this.clock.now(),
          request.expiresAt ?? null,
        ],
      );
    });
    return { id, key, prefix };
  }

  /**
   * Holds from the next request on; revoking again changes nothing.
   * @throws UnknownApiKeyError, AdminOnlyError
   */
  async revoke(ctx: TenantContext, id: string): Promise<void> {
    requireAdmin(ctx);
    if (!isUuid(id)) throw new UnknownApiKeyError();
    const revoked = await this.database.run(ctx, (em) =>
      queryRows(em, 'UPDATE api_keys SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1 RETURNING id', [
        id,
        this.clock.now(),
      ]),
    );
    if (revoked.length === 0) throw new UnknownApiKeyError();
  }

  /** All keys of the tenant, the newest first, also those that no longer work. */
  async list(ctx: TenantContext): Promise<ApiKeyView[]> {
    requireAdmin(ctx);
    return this.database.run(ctx, (em) => queryRows<ApiKeyView>(em, ALL_KEYS));
  }

  private checkRequest({ principalName, scopes, expiresAt }: NewApiKey): void {
    if (!/^[^\0]{1,100}$/u.test(principalName)) {
      throw new InvalidApiKeyRequestError('The name of the service principal must have 1 to 100 characters.');
    }
    if (scopes.length === 0) throw new InvalidApiKeyRequestError('A key needs at least one scope.');
    const unknown = scopes.find((scope) => !isScope(scope));
    if (unknown !== undefined) throw InvalidApiKeyRequestError.unknownScope(unknown);
    if (expiresAt !== undefined && !(expiresAt > this.clock.now())) {
      throw new InvalidApiKeyRequestError('The key would already have expired. Give a time in the future.');
    }
  }

  private async principalNamed(em: EntityManager, ctx: TenantContext, name: string): Promise<string> {
    await queryRows(
      em,
      `INSERT INTO service_principals (tenant_id, id, name, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, name) DO NOTHING`,
      [ctx.tenantId, this.ids.next(), name, this.clock.now()],
    );
    const [found] = await queryRows<{ id: string; active: boolean }>(
      em,
      'SELECT id, active FROM service_principals WHERE name = $1',
      [name],
    );
    if (found?.active !== true) {
      throw new InvalidApiKeyRequestError(
        `The service principal "${name}" is inactive. Choose another name.`,
      );
    }
    return found.id;
  }
}

const ALL_KEYS = `
  SELECT k.id, k.prefix, json_build_object('id', p.id, 'name', p.name) AS principal, k.scopes,
         k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt",
         k.last_used_at AS "lastUsedAt"
  FROM api_keys k JOIN service_principals p ON p.tenant_id = k.tenant_id AND p.id = k.service_principal_id
  ORDER BY k.created_at DESC, k.id DESC`;
