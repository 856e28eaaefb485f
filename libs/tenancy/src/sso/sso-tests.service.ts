import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Ids, isUuid, queryRows, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { requireScope } from '../permissions';
import { personOf } from '../proof/step-up.service';
import type { TenantContext } from '../tenant-context';
import { readConnection } from './connections.queries';
import type { FederatedIdentity } from './federated-identity';
import { FederatedSignIn } from './federated-sign-in.service';
import { UnknownSsoTestError } from './sso.errors';

/** Who would have come in, and as what. */
export interface WouldBe {
  by: 'known' | 'link' | 'invitation' | 'provisioning';
  email: string;
  displayName: string;
  role: string;
  /** By key. */
  groups: { group: string; role: string }[];
}

export interface SsoTestResult {
  /** What the directory sent; values that let somebody in are left out. */
  claims: Record<string, unknown>;
  subject: string | null;
  wouldBe: WouldBe | null;
  /** Why nobody would have come in. */
  problem: { code: string; message: string } | null;
}

export interface SsoTestView {
  id: string;
  connectionId: string;
  startedAt: Date;
  finishedAt: Date | null;
  result: SsoTestResult | null;
}

const KEPT = `interval '1 day'`;
const LARGEST_RESULT = 65_536;
const SECRET_CLAIM = /token|secret|password|_hash$|^nonce$|^jti$|^sid$|^session/i;

/** Round trips to a directory that sign nobody in, and what came of them. */
@Injectable()
export class SsoTests {
  constructor(
    private readonly database: TenantDatabase,
    private readonly federated: FederatedSignIn,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The connection need not be turned on. @throws UnknownConnectionError, PersonOnlyError */
  async start(ctx: TenantContext, connectionId: string): Promise<SsoTestView> {
    requireScope(ctx, 'settings:write');
    const { userId } = personOf(ctx);
    const id = this.ids.next();
    const startedAt = this.clock.now();
    await this.database.run(ctx, async (em) => {
      await readConnection(em, connectionId);
      await em.query(`DELETE FROM sso_tests WHERE started_at < $1::timestamptz - ${KEPT}`, [startedAt]);
      await queryRows(em, INSERT, [ctx.tenantId, id, connectionId, userId, startedAt]);
      const target = { kind: 'sso_connection', id: connectionId };
      await this.audit.record(em, ctx, { action: 'sso.connection_tested', target });
    });
    return { id, connectionId, startedAt, finishedAt: null, result: null };
  }

  /** Of the person's own. @throws UnknownSsoTestError */
  async get(ctx: TenantContext, id: string): Promise<SsoTestView> {
    requireScope(ctx, 'settings:write');
    const { userId } = personOf(ctx);
    const [found] = isUuid(id) ? await this.database.query<SsoTestView>(ctx, READ, [id, userId]) : [];
    if (found === undefined) throw new UnknownSsoTestError();
    return found;
  }

  /** What came back, and what it would have made of the person. */
  async finish(tenantId: string, id: string, answer: FederatedIdentity | DomainError): Promise<void> {
    const result = answer instanceof DomainError ? failed(answer) : await this.resultOf(answer);
    const fits = JSON.stringify(result).length <= LARGEST_RESULT;
    const kept = fits ? result : { ...result, claims: { note: 'The directory sent more than can be shown' } };
    await this.database.run({ tenantId }, (em) =>
      queryRows(em, FINISH, [id, this.clock.now(), JSON.stringify(kept)]),
    );
  }

  private async resultOf(identity: FederatedIdentity): Promise<SsoTestResult> {
    const shown = { claims: masked(identity.attributes), subject: identity.subject };
    try {
      const { admission, email, profile } = await this.federated.foretell(identity);
      return { ...shown, wouldBe: { by: admission.by, email, ...profile }, problem: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ...shown, wouldBe: null, problem: problemOf(error) };
    }
  }
}

function failed(error: DomainError): SsoTestResult {
  return { claims: {}, subject: null, wouldBe: null, problem: problemOf(error) };
}

/** Admins see what people who sign in do not. */
function problemOf(error: DomainError): { code: string; message: string } {
  const reason = 'reason' in error && typeof error.reason === 'string' ? ` (${error.reason})` : '';
  return { code: error.code, message: `${error.message}${reason}` };
}

function masked(claims: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, SECRET_CLAIM.test(name) ? '•••' : value]),
  );
}

const INSERT =
  'INSERT INTO sso_tests (tenant_id, id, connection_id, started_by, started_at) VALUES ($1, $2, $3, $4, $5)';

const READ = `
  SELECT id, connection_id AS "connectionId", started_at AS "startedAt", finished_at AS "finishedAt", result
  FROM sso_tests WHERE id = $1 AND started_by = $2`;

const FINISH = 'UPDATE sso_tests SET finished_at = $2, result = $3 WHERE id = $1 AND finished_at IS NULL';
