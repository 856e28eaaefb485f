import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Ids, queryRows } from '@orkestra/core';
import { SecretBox, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { webhookSecretPlace } from './webhook-target.queries';
import { WebhookSecretLimitError } from './webhooks.errors';

/** 24 bytes have no padding in base64: there are libraries that refuse, or misread, secrets with or without it. */
const SECRET_BYTES = 24;
const MOST_SECRETS = 5;

/** The secrets by which an endpoint's requests are signed. */
@Injectable()
export class WebhookSecrets {
  constructor(
    private readonly box: SecretBox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * A new one, which takes the place of the one before.
   * @param endsAt until when the one before signs as well
   * @returns what nobody can read again
   * @throws WebhookSecretLimitError, NoSecretsKeyError
   */
  async replace(
    em: EntityManager,
    { tenantId }: Pick<TenantContext, 'tenantId'>,
    endpointId: string,
    endsAt: Date,
  ): Promise<string> {
    const now = this.clock.now();
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
    const { keyId, bytes } = this.box.seal(secret, webhookSecretPlace({ tenantId, endpointId }));
    await queryRows(em, END_OLD, [tenantId, endpointId, endsAt, now]);
    await queryRows(em, FORGET_ENDED, [tenantId, endpointId, now]);
    await queryRows(em, INSERT, [tenantId, this.ids.next(), endpointId, bytes, keyId, now]);
    const kept = await queryRows(em, KEPT, [tenantId, endpointId]);
    if (kept.length > MOST_SECRETS) throw new WebhookSecretLimitError(MOST_SECRETS);
    return secret;
  }
}

/** Without an overlap, none of the older ones signs either. */
const END_OLD = `
  UPDATE webhook_secrets SET ends_at = $3
  WHERE tenant_id = $1 AND endpoint_id = $2 AND (ends_at IS NULL OR $3 <= $4::timestamptz)`;

const FORGET_ENDED =
  'DELETE FROM webhook_secrets WHERE tenant_id = $1 AND endpoint_id = $2 AND ends_at <= $3';

const INSERT = `
  INSERT INTO webhook_secrets (tenant_id, id, endpoint_id, secret, key_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)`;

const KEPT = 'SELECT id FROM webhook_secrets WHERE tenant_id = $1 AND endpoint_id = $2';
