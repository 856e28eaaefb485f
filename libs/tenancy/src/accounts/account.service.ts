import { Injectable } from '@nestjs/common';
import { queryRows, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { forgetCodesOfNoFactor } from '../factors/factors.queries';
import { listPasskeys, type PasskeyView } from '../factors/passkeys.service';
import { RecoveryCodes } from '../factors/recovery-codes.service';
import type { TenantContext } from '../tenant-context';
import { AccountNotices } from '../mail/account-notices.service';
import { requireMayManage } from './managed-person';
import { personOf, StepUp } from '../proof/step-up.service';

export interface AccountView {
  hasPassword: boolean;
  /** Since when codes of an app are asked for; null without one. */
  totpSince: Date | null;
  passkeys: PasskeyView[];
  recoveryCodesLeft: number;
}

/** How a person signs in. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly stepUp: StepUp,
    private readonly recovery: RecoveryCodes,
    private readonly notices: AccountNotices,
    private readonly audit: AuditLog,
  ) {}

  /** @throws PersonOnlyError */
  async describe(ctx: TenantContext): Promise<AccountView> {
    const { userId } = personOf(ctx);
    return this.database.run(ctx, async (em) => {
      const [own] = await queryRows<Pick<AccountView, 'hasPassword' | 'totpSince'>>(em, OWN, [userId]);
      const passkeys = await listPasskeys(em, userId);
      const recoveryCodesLeft = await this.recovery.left(em, userId);
      return { hasPassword: false, totpSince: null, ...own, passkeys, recoveryCodesLeft };
    });
  }

  /** @throws StepUpNeededError, PersonOnlyError */
  async renewRecoveryCodes(ctx: TenantContext): Promise<string[]> {
    const userId = await this.stepUp.require(ctx);
    return this.database.run(ctx, async (em) => {
      const target = { kind: 'user', id: userId };
      await this.audit.record(em, ctx, { action: 'recovery_codes.renewed', target });
      const codes = await this.recovery.renew(em, ctx.tenantId, userId);
      await forgetCodesOfNoFactor(em, userId);
      return codes;
    });
  }

  /**
   * Takes all second factors from somebody who has lost them: the password alone lets them in again.
   * @param user e-mail address or id
   * @throws RoleForbidsError, UnknownUserError
   */
  async resetFactors(ctx: TenantContext, user: string): Promise<void> {
    await this.database.run(ctx, async (em) => {
      const { id } = await requireMayManage(em, ctx, user);
      await queryRows(em, 'DELETE FROM totp_factors WHERE user_id = $1', [id]);
      await queryRows(em, 'DELETE FROM passkeys WHERE user_id = $1', [id]);
      await queryRows(em, 'DELETE FROM recovery_codes WHERE user_id = $1', [id]);
      await this.audit.record(em, ctx, { action: 'factors.reset', target: { kind: 'user', id } });
      await this.notices.changed(em, ctx.tenantId, id, 'An administrator has removed your second factors');
    });
  }
}

const OWN = `
  SELECT has_password AS "hasPassword",
         (SELECT f.confirmed_at FROM totp_factors f WHERE f.user_id = u.id) AS "totpSince"
  FROM users u WHERE u.id = $1`;
