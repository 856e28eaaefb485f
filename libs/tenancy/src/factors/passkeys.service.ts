import { Injectable } from '@nestjs/common';
import { Clock, Config, Ids, isUuid, queryRows, TenantDatabase } from '@orkestra/core';
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import { SignInSteps } from '../auth/sign-in-steps.store';
import { AccountNotices } from '../mail/account-notices.service';
import { personOf, StepUp } from '../proof/step-up.service';
import type { TenantContext } from '../tenant-context';
import {
  NoSuchFactorError,
  PasskeyExpiredError,
  PasskeyNotAddedError,
  TooManyPasskeysError,
} from './factors.errors';
import { forgetCodesOfNoFactor, hasFactor } from './factors.queries';
import { RecoveryCodes } from './recovery-codes.service';
import { relyingParty } from './relying-party';

const MOST_PASSKEYS = 20;

export interface PasskeyView {
  id: string;
  name: string;
  /** Whether it lives in more than one device. */
  backedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

type Stored = PasskeyView & { credentialId: string; transports: string[] };

/** The passkeys of a person: they let them in alone, or after the password. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly config: Config,
    private readonly database: TenantDatabase,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly notices: AccountNotices,
    private readonly stepUp: StepUp,
    private readonly steps: SignInSteps,
    private readonly recovery: RecoveryCodes,
  ) {}

  /**
   * What the browser needs to make one.
   * @throws StepUpNeededError, TooManyPasskeysError
   */
  async begin(
    ctx: TenantContext,
  ): Promise<{ ticket: string; options: PublicKeyCredentialCreationOptionsJSON }> {
    const userId = await this.stepUp.require(ctx);
    const { known, email } = await this.database.run(ctx, async (em) => {
      const [user] = await queryRows<{ email: string }>(em, 'SELECT email FROM users WHERE id = $1', [
        userId,
      ]);
      return { known: await listPasskeys(em, userId), email: user?.email ?? '' };
    });
    if (known.length >= MOST_PASSKEYS) throw new TooManyPasskeysError(MOST_PASSKEYS);
    const options = await generateRegistrationOptions({
      rpName: 'Orkestra',
      rpID: relyingParty(this.config).id,
      userID: new TextEncoder().encode(userId),
      userName: email,
      userDisplayName: ctx.principal.displayName,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const { tenantId, credentialId: boundTo } = ctx;
    const step = { purpose: 'passkey-registration', tenantId, userId, challenge: options.challenge } as const;
    return { ticket: await this.steps.begin({ ...step, boundTo }), options };
  }

  /**
   * @returns the recovery codes, where this is the person's first second factor
   * @throws PersonOnlyError, PasskeyExpiredError, PasskeyNotAddedError, TooManyPasskeysError
   */
  async add(
    ctx: TenantContext,
    ticket: string,
    name: string,
    response: unknown,
  ): Promise<{ passkey: PasskeyView; recoveryCodes: string[] | null }> {
    const { userId, sessionId } = personOf(ctx);
    const step = await this.steps.take(ticket, 'passkey-registration', sessionId);
    if (step?.challenge == null || step.userId !== userId) throw new PasskeyExpiredError();
    const made = await this.verify(response, step.challenge);
    return this.database.run(ctx, async (em) => {
      await queryRows(em, 'SELECT FROM users WHERE id = $1 FOR UPDATE', [userId]);
      const first = !(await hasFactor(em, userId));
      if ((await listPasskeys(em, userId)).length >= MOST_PASSKEYS)
        throw new TooManyPasskeysError(MOST_PASSKEYS);
      const [passkey] = await queryRows<PasskeyView>(em, ADD, [
        ...[
          ctx.tenantId,
          this.ids.next(),
          userId,
          made.credential.id,
          Buffer.from(made.credential.publicKey),
        ],
        ...[made.credential.counter, made.credential.transports ?? [], made.credentialBackedUp, name],
        this.clock.now(),
      ]);
      if (passkey === undefined) throw new PasskeyNotAddedError();
      await this.audit.record(em, ctx, entry('factor.added', userId, passkey.id));
      await this.notices.changed(em, ctx.tenantId, userId, 'A passkey was added');
      return { passkey, recoveryCodes: first ? await this.recovery.renew(em, ctx.tenantId, userId) : null };
    });
  }

  /** @throws PersonOnlyError, NoSuchFactorError */
  async rename(ctx: TenantContext, id: string, name: string): Promise<void> {
    const { userId } = personOf(ctx);
    if (!isUuid(id)) throw new NoSuchFactorError();
    const sql = 'UPDATE passkeys SET name = $3 WHERE id = $1 AND user_id = $2 RETURNING 1';
    await this.database.run(ctx, async (em) => {
      const renamed = await queryRows(em, sql, [id, userId, name]);
      if (renamed.length === 0) throw new NoSuchFactorError();
    });
  }

  /** @throws StepUpNeededError, NoSuchFactorError */
  async remove(ctx: TenantContext, id: string): Promise<void> {
    const userId = await this.stepUp.require(ctx);
    if (!isUuid(id)) throw new NoSuchFactorError();
    await this.database.run(ctx, async (em) => {
      const sql = 'DELETE FROM passkeys WHERE id = $1 AND user_id = $2 RETURNING 1';
      const removed = await queryRows(em, sql, [id, userId]);
      if (removed.length === 0) throw new NoSuchFactorError();
      await this.audit.record(em, ctx, entry('factor.removed', userId, id));
      await this.notices.changed(em, ctx.tenantId, userId, 'A passkey was removed');
      await forgetCodesOfNoFactor(em, userId);
    });
  }

  private async verify(response: unknown, expectedChallenge: string) {
    const { id, origin } = relyingParty(this.config);
    const made = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!made?.verified) throw new PasskeyNotAddedError();
    return made.registrationInfo;
  }
}

export async function listPasskeys(em: EntityManager, userId: string): Promise<Stored[]> {
  return queryRows<Stored>(
    em,
    `SELECT ${VIEW}, credential_id AS "credentialId", transports
    FROM passkeys WHERE user_id = $1 ORDER BY id LIMIT ${MOST_PASSKEYS}`,
    [userId],
  );
}

function entry(action: string, userId: string, passkeyId: string) {
  return { action, target: { kind: 'user', id: userId }, details: { factor: 'passkey', passkeyId } };
}

const VIEW = `id, name, backed_up AS "backedUp", created_at AS "createdAt", last_used_at AS "lastUsedAt"`;

const ADD = `
  INSERT INTO passkeys (tenant_id, id, user_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING ${VIEW}`;
