import { Injectable } from '@nestjs/common';
import { Clock, queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { AccountNotices } from '../mail/account-notices.service';
import { StepUp } from '../proof/step-up.service';
import { SecretBox } from '../secrets/secret-box.service';
import type { TenantContext } from '../tenant-context';
import { FactorExistsError, NoSuchFactorError, WrongFirstCodeError } from './factors.errors';
import { RecoveryCodes } from './recovery-codes.service';
import { forgetCodesOfNoFactor, hasFactor } from './factors.queries';
import { newTotpSecret, stepOfCode, totpUri } from './totp-codes';

interface Factor {
  secret: Buffer;
  keyId: string;
  lastStep: string;
}

/** Codes of an authenticator app as second factor. The secret is sealed in Postgres. */
@Injectable()
export class TotpService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly clock: Clock,
    private readonly box: SecretBox,
    private readonly audit: AuditLog,
    private readonly notices: AccountNotices,
    private readonly stepUp: StepUp,
    private readonly recovery: RecoveryCodes,
  ) {}

  /**
   * A new secret for the person's app; it counts once they have confirmed it by a code.
   * @throws StepUpNeededError, FactorExistsError, NoSecretsKeyError
   */
  async begin(ctx: TenantContext): Promise<{ secret: string; uri: string }> {
    const userId = await this.stepUp.require(ctx);
    const secret = newTotpSecret();
    const sealed = this.box.seal(secret, placeOf(ctx.tenantId, userId));
    return this.database.run(ctx, async (em) => {
      const begun = await queryRows<object>(em, BEGIN, [
        ...[ctx.tenantId, userId, sealed.bytes, sealed.keyId, this.clock.now()],
      ]);
      if (begun.length === 0) throw new FactorExistsError();
      const [names] = await queryRows<{ email: string; tenant: string }>(em, NAMES, [userId]);
      return { secret, uri: totpUri(secret, `Orkestra (${names?.tenant})`, names?.email ?? '') };
    });
  }

  /**
   * @returns the recovery codes, where this is the person's first second factor
   * @throws StepUpNeededError, NoSuchFactorError, WrongFirstCodeError
   */
  async confirm(ctx: TenantContext, code: string): Promise<string[] | null> {
    const userId = await this.stepUp.require(ctx);
    return this.database.run(ctx, async (em) => {
      const first = !(await hasFactor(em, userId));
      const [factor] = await queryRows<Factor>(em, `${FACTOR} AND confirmed_at IS NULL FOR UPDATE`, [
        ...[ctx.tenantId, userId],
      ]);
      if (factor === undefined) throw new NoSuchFactorError();
      const step = this.stepOf(factor, ctx.tenantId, userId, code);
      if (step === undefined) throw new WrongFirstCodeError();
      await queryRows(em, 'UPDATE totp_factors SET confirmed_at = $2, last_step = $3 WHERE user_id = $1', [
        ...[userId, this.clock.now(), step],
      ]);
      await this.audit.record(em, ctx, factorEntry('factor.added', userId));
      await this.notices.changed(em, ctx.tenantId, userId, 'An app was added as your second factor');
      return first ? this.recovery.renew(em, ctx.tenantId, userId) : null;
    });
  }

  /** @throws StepUpNeededError, NoSuchFactorError */
  async remove(ctx: TenantContext): Promise<void> {
    const userId = await this.stepUp.require(ctx);
    await this.database.run(ctx, async (em) => {
      const sql = 'DELETE FROM totp_factors WHERE user_id = $1 RETURNING confirmed_at AS "confirmedAt"';
      const [removed] = await queryRows<{ confirmedAt: Date | null }>(em, sql, [userId]);
      if (removed === undefined) throw new NoSuchFactorError();
      if (removed.confirmedAt === null) return;
      await this.audit.record(em, ctx, factorEntry('factor.removed', userId));
      await this.notices.changed(em, ctx.tenantId, userId, 'The app that was your second factor was removed');
      await forgetCodesOfNoFactor(em, userId);
    });
  }

  /** Whether it is the code of now; it is taken once, whoever sends it first. */
  async verify(tenantId: string, userId: string, code: string): Promise<boolean> {
    const [factor] = await this.system.query<Factor>(`${FACTOR} AND confirmed_at IS NOT NULL`, [
      tenantId,
      userId,
    ]);
    const step = factor && this.stepOf(factor, tenantId, userId, code);
    if (step === undefined) return false;
    const taken = await this.system.query(
      'UPDATE totp_factors SET last_step = $3 WHERE tenant_id = $1 AND user_id = $2 AND last_step < $3 RETURNING 1',
      [tenantId, userId, step],
    );
    return taken.length > 0;
  }

  private stepOf(factor: Factor, tenantId: string, userId: string, code: string): number | undefined {
    const sealed = { bytes: factor.secret, keyId: factor.keyId };
    const secret = this.box.open(sealed, placeOf(tenantId, userId));
    return stepOfCode(secret, code, this.clock.now(), Number(factor.lastStep));
  }
}

function placeOf(tenantId: string, userId: string): string[] {
  return ['totp', tenantId, userId];
}

function factorEntry(action: string, userId: string) {
  return { action, target: { kind: 'user', id: userId }, details: { factor: 'totp' } };
}

const FACTOR = `
  SELECT secret, key_id AS "keyId", last_step AS "lastStep" FROM totp_factors WHERE tenant_id = $1 AND user_id = $2`;

const NAMES = `
  SELECT u.email, t.slug AS tenant FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE u.id = $1`;

const BEGIN = `
  INSERT INTO totp_factors AS f (tenant_id, user_id, secret, key_id, created_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant_id, user_id) DO UPDATE
    SET secret = excluded.secret, key_id = excluded.key_id, created_at = excluded.created_at
    WHERE f.confirmed_at IS NULL
  RETURNING 1`;
