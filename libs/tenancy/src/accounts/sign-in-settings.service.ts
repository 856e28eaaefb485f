import { Injectable } from '@nestjs/common';
import { queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import { SessionsService } from '../auth/sessions.service';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { InvalidSignInSettingError } from './accounts.errors';

export interface SignInSettings {
  /** Whether passwords and passkeys let nobody in but the break-glass owner. */
  ssoOnly: boolean;
  breakGlassUserId: string | null;
  /** Minutes without a request after which a session ends. */
  idleMinutes: number;
  /** Hours after which a session ends whatever is done. */
  longestHours: number;
}

export const SIGN_IN_DEFAULTS: SignInSettings = {
  ssoOnly: false,
  breakGlassUserId: null,
  idleMinutes: 12 * 60,
  longestHours: 7 * 24,
};

const RANGES = { idleMinutes: [5, 30 * 24 * 60], longestHours: [1, 90 * 24] } as const;

/** How the people of a tenant sign in, and for how long. */
@Injectable()
export class SignInSettingsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
  ) {}

  async get(ctx: TenantContext): Promise<SignInSettings> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => read(em));
  }

  /**
   * Counts at once, for open sessions too: those that the directory did not open end where it alone lets people in, but
   * for the break-glass owner's.
   * @throws RoleForbidsError, InvalidSignInSettingError
   */
  async set(ctx: TenantContext, settings: SignInSettings): Promise<SignInSettings> {
    requireScope(ctx, 'settings:write');
    check(settings);
    const { ssoOnly, breakGlassUserId, idleMinutes, longestHours } = settings;
    await this.database.run(ctx, async (em) => {
      const before = await read(em, 'FOR UPDATE');
      const changesDoor = ssoOnly !== before.ssoOnly || breakGlassUserId !== before.breakGlassUserId;
      // Who may come in past the directory is for owners to say, or an admin could lock them all out.
      if (changesDoor) requireScope(ctx, 'owners:write');
      if (changesDoor && ssoOnly) await checkBreakGlass(em, breakGlassUserId);
      await queryRows(em, SET, [
        JSON.stringify({ signIn: { ssoOnly, breakGlassUserId }, sessions: { idleMinutes, longestHours } }),
      ]);
      await this.audit.record(em, ctx, {
        action: 'sign_in.settings_changed',
        details: { before, after: settings },
      });
    });
    // They are over with the commit; this closes what they still keep open.
    if (ssoOnly) await this.sessions.endPastDirectory(ctx.tenantId);
    return settings;
  }
}

async function read(em: EntityManager, lock = ''): Promise<SignInSettings> {
  const [row] = await queryRows<{
    signIn: Partial<SignInSettings> | null;
    sessions: Partial<SignInSettings> | null;
  }>(em, `SELECT settings -> 'signIn' AS "signIn", settings -> 'sessions' AS sessions FROM tenants ${lock}`);
  return { ...SIGN_IN_DEFAULTS, ...row?.signIn, ...row?.sessions };
}

function check(settings: SignInSettings): void {
  for (const name of ['idleMinutes', 'longestHours'] as const) {
    const [least, most] = RANGES[name];
    const value = settings[name];
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidSignInSettingError(`/${name}`, `must be ${least} to ${most}`);
    }
  }
}

/** An owner who can sign in without the directory, or nobody could when it fails. */
async function checkBreakGlass(em: EntityManager, userId: string | null): Promise<void> {
  const [owner] =
    userId === null
      ? []
      : await queryRows(
          em,
          `SELECT 1 FROM users WHERE id = $1 AND active AND role = 'owner'
             AND (has_password OR EXISTS (SELECT FROM passkeys WHERE user_id = $1))`,
          [userId],
        );
  if (owner !== undefined) return;
  throw new InvalidSignInSettingError(
    '/breakGlassUserId',
    'must name an active owner who has a password or a passkey',
  );
}

const SET = 'UPDATE tenants SET settings = settings || $1::jsonb';
