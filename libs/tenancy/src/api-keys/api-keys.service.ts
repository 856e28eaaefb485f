import { Injectable } from '@nestjs/common';
import { Clock, Ids, LiveBus, type Page, type PageRequest, queryRows, TenantDatabase } from '@orkestra/core';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import type { ApiKeyUse, ApiKeyView } from './api-key-view';
import { activePerson, lockKeys, principalNamed } from './api-key.store';
import { type ApiKeyFilter, listKeys, listKeyUses } from './api-keys.queries';
import { checkNewKey, type NewApiKey } from './key-request';
import { type IssuedKey, KeyWriter } from './key-writer.service';

/** Keys of programs and agents: for tenant admins. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly keys: KeyWriter,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly live: LiveBus,
  ) {}

  /** @throws InvalidApiKeyRequestError, UnknownUserError, ApiKeyLimitError */
  async create(ctx: TenantContext, given: NewApiKey): Promise<IssuedKey> {
    requireScope(ctx, 'keys:write');
    const now = this.clock.now();
    const request = { ...given, principalName: given.principalName.trim() };
    checkNewKey(request, now);
    return this.database.run(ctx, async (em) => {
      await lockKeys(em);
      const { name: principal, id } = { name: request.principalName, id: this.ids.next() };
      const principalId = await principalNamed(em, { tenantId: ctx.tenantId, id, name: principal, now });
      const { expiresAt = null, requestsPerMinute = null } = request;
      const properties = {
        name: request.name?.trim() ?? '',
        scopes: [...new Set(request.scopes)],
        allowedNetworks: [...new Set(request.allowedNetworks)],
        onBehalfOf: request.onBehalfOf == null ? null : await activePerson(em, request.onBehalfOf),
        ...{ principalId, expiresAt, requestsPerMinute },
      };
      const issued = await this.keys.issue(em, ctx, properties);
      const details = { prefix: issued.prefix, principal, ...properties };
      await this.keys.record(em, ctx, 'key.created', issued.id, details);
      return issued;
    });
  }

  /**
   * Holds from the next request on, and ends the key's live connections; revoking again changes nothing.
   * @throws UnknownApiKeyError
   */
  async revoke(ctx: TenantContext, id: string): Promise<void> {
    requireScope(ctx, 'keys:write');
    await this.database.run(ctx, async (em) => {
      await lockKeys(em);
      const { revokedAt, prefix, name } = await this.keys.found(em, ctx, id);
      if (revokedAt !== null) return;
      await queryRows(em, 'UPDATE api_keys SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2', [
        ...[ctx.tenantId, id, this.clock.now()],
      ]);
      await this.keys.record(em, ctx, 'key.revoked', id, { prefix, name });
    });
    this.live.publish({ tenantId: ctx.tenantId, topic: 'session', id, revision: 0, kind: 'ended' });
  }

  /** The newest first, also those that no longer work unless the filter says otherwise. */
  async list(
    ctx: TenantContext,
    filter: ApiKeyFilter = {},
    page: PageRequest = {},
  ): Promise<Page<ApiKeyView>> {
    requireScope(ctx, 'keys:write');
    return this.database.run(ctx, (em) => listKeys(em, ctx.tenantId, filter, page, this.clock.now()));
  }

  /** @throws UnknownApiKeyError */
  async get(ctx: TenantContext, id: string): Promise<ApiKeyView> {
    requireScope(ctx, 'keys:write');
    return this.database.run(ctx, (em) => this.keys.found(em, ctx, id));
  }

  /** From where it was used, by day, for 90 days; up to a minute late. @throws UnknownApiKeyError */
  async uses(ctx: TenantContext, id: string, page: PageRequest = {}): Promise<Page<ApiKeyUse>> {
    requireScope(ctx, 'keys:write');
    return this.database.run(ctx, async (em) => {
      await this.keys.found(em, ctx, id);
      return listKeyUses(em, ctx.tenantId, id, page);
    });
  }
}
