import { Injectable } from '@nestjs/common';
import { Clock, queryRows, TenantDatabase } from '@orkestra/core';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import type { ApiKeyView } from './api-key-view';
import { activePerson, lockKeys } from './api-key.store';
import { ApiKeyEndedError } from './api-keys.errors';
import { type ApiKeyChanges, checkChanges, checkRotation, type Rotation } from './key-request';
import { type IssuedKey, KeyWriter } from './key-writer.service';

const HOUR_MS = 3_600_000;

/** Rotates keys, and changes what may change of them while they are used: for tenant admins. */
@Injectable()
export class KeyChangesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly keys: KeyWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * A new secret for the same principal with the same rights; the old one works on for the overlap.
   * @throws UnknownApiKeyError, InvalidApiKeyRequestError, ApiKeyEndedError for a key that has ended or been rotated
   */
  async rotate(ctx: TenantContext, id: string, rotation: Rotation = {}): Promise<IssuedKey> {
    requireScope(ctx, 'keys:write');
    const now = this.clock.now();
    checkRotation(rotation, now);
    return this.database.run(ctx, async (em) => {
      await lockKeys(em);
      const old = await this.keys.found(em, ctx, id);
      if (old.revokedAt !== null) throw new ApiKeyEndedError('revoked');
      if (old.replacedBy !== null) throw new ApiKeyEndedError('rotated', old.replacedBy);
      if (old.expiresAt !== null && old.expiresAt <= now) throw new ApiKeyEndedError('expired');
      const expiresAt = rotation.expiresAt ?? sameLifetime(old, now);
      const { name, scopes, allowedNetworks, requestsPerMinute, onBehalfOf, principal } = old;
      const issued = await this.keys.issue(em, ctx, {
        ...{ name, scopes, allowedNetworks, requestsPerMinute, expiresAt },
        principalId: principal.id,
        onBehalfOf: onBehalfOf?.id ?? null,
      });
      const overlapEnd = new Date(now.getTime() + (rotation.overlapHours ?? 24) * HOUR_MS);
      const worksUntil = old.expiresAt !== null && old.expiresAt < overlapEnd ? old.expiresAt : overlapEnd;
      await queryRows(
        em,
        'UPDATE api_keys SET rotated_at = $3, replaced_by = $4, expires_at = $5 WHERE tenant_id = $1 AND id = $2',
        [ctx.tenantId, old.id, now, issued.id, worksUntil],
      );
      const details = { replacedBy: issued.id, prefix: issued.prefix, worksUntil, expiresAt };
      await this.keys.record(em, ctx, 'key.rotated', old.id, details);
      return issued;
    });
  }

  /**
   * Holds from the next request on.
   * @throws UnknownApiKeyError, InvalidApiKeyRequestError, UnknownUserError
   */
  async update(ctx: TenantContext, id: string, changes: ApiKeyChanges): Promise<void> {
    requireScope(ctx, 'keys:write');
    checkChanges(changes);
    await this.database.run(ctx, async (em) => {
      await lockKeys(em);
      const old = await this.keys.found(em, ctx, id);
      const { name, allowedNetworks, requestsPerMinute, onBehalfOf } = changes;
      const after = {
        name: name?.trim() ?? old.name,
        allowedNetworks: allowedNetworks === undefined ? old.allowedNetworks : [...new Set(allowedNetworks)],
        requestsPerMinute: requestsPerMinute === undefined ? old.requestsPerMinute : requestsPerMinute,
        onBehalfOf: onBehalfOf === undefined ? (old.onBehalfOf?.id ?? null) : onBehalfOf,
      };
      if (onBehalfOf != null) after.onBehalfOf = await activePerson(em, onBehalfOf);
      await queryRows(
        em,
        `UPDATE api_keys SET name = $3, allowed_networks = $4, requests_per_minute = $5, on_behalf_of = $6
         WHERE tenant_id = $1 AND id = $2`,
        [
          ...[ctx.tenantId, old.id, after.name, after.allowedNetworks],
          ...[after.requestsPerMinute, after.onBehalfOf],
        ],
      );
      await this.keys.record(em, ctx, 'key.changed', old.id, { prefix: old.prefix, ...after });
    });
  }
}

function sameLifetime({ createdAt, expiresAt }: ApiKeyView, now: Date): Date | null {
  return expiresAt && new Date(now.getTime() + expiresAt.getTime() - createdAt.getTime());
}
