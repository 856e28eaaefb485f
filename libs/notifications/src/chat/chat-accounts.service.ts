import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Config, queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { AuditLog, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { requirePerson } from '../events/require-person';
import type { ChatAccount, ChatChannel } from './chat-channel';
import { AccountLinkedError, AccountNotLinkedError, InvalidLinkTokenError } from './chat.errors';

const TOKEN_BYTES = 24;
const LINK_LASTS_MS = 15 * 60_000;

/** What a link would connect, as its page shows it. */
export interface LinkView {
  channel: ChatChannel;
  teamName: string;
  accountName: string;
}

/** Where a person stands with one channel that their workspace has connected. */
export interface AccountView {
  channel: ChatChannel;
  teamName: string;
  /** Null where they have not linked an account. */
  accountName: string | null;
  linkedAt: Date | null;
}

/** An account that was linked. */
export interface LinkedAccount {
  tenantId: string;
  personId: string;
  accountId: string;
  reach: Record<string, unknown>;
}

/**
 * Which account is which person: by signing in once and confirming, never by a name or an address. One account is one
 * person's, and a person has one in each channel.
 */
@Injectable()
export class ChatAccounts {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** A page that links the account once somebody has signed in there; an earlier one for it is good no more. */
  async linkFor(
    tenantId: string,
    { channel, teamId, accountId }: ChatAccount,
    { name, reach = {} }: { name: string; reach?: Record<string, unknown> },
  ): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const until = new Date(now.getTime() + LINK_LASTS_MS);
    await this.system.query(ASK, [
      ...[tenantId, channel, teamId, accountId, name.slice(0, 200), JSON.stringify(reach)],
      ...[hashOf(token), until],
    ]);
    await this.system.query('DELETE FROM chat_link_requests WHERE tenant_id = $1 AND expires_at < $2', [tenantId, now]);
    return `${this.config.PUBLIC_URL}/connect-chat?token=${token}`;
  }

  /** Changes nothing. @throws InvalidLinkTokenError, PeopleOnlyError */
  async look(ctx: TenantContext, token: string): Promise<LinkView> {
    requirePerson(ctx);
    const [found] = await this.database.query<LinkView>(ctx, LOOK, [
      ctx.tenantId,
      hashOf(token),
      this.clock.now(),
    ]);
    if (found === undefined) throw new InvalidLinkTokenError();
    return found;
  }

  /** Once. @throws InvalidLinkTokenError, AccountLinkedError, PeopleOnlyError */
  async link(ctx: TenantContext, token: string): Promise<AccountView> {
    requirePerson(ctx);
    return this.database.run(ctx, async (em) => {
      const { tenantId, principal } = ctx;
      const [asked] = await queryRows<ChatAccount & { name: string; reach: Record<string, unknown> }>(em, USE, [
        tenantId,
        hashOf(token),
        this.clock.now(),
      ]);
      if (asked === undefined) throw new InvalidLinkTokenError();
      const { channel, teamId, accountId, name, reach } = asked;
      const rows = await queryRows(em, LINK, [
        ...[tenantId, channel, principal.id, teamId, accountId, name, JSON.stringify(reach), this.clock.now()],
      ]);
      if (rows.length === 0) throw new AccountLinkedError();
      await this.audit.record(em, ctx, {
        action: 'chat.account_linked',
        target: { kind: 'user', id: principal.id },
        details: { channel, teamId, accountId },
      });
      return onlyOf(await this.read(em, ctx, channel), channel);
    });
  }

  /** What the viewer's workspace has connected. */
  async list(ctx: TenantContext): Promise<AccountView[]> {
    requirePerson(ctx);
    return this.database.query<AccountView>(ctx, MINE, [ctx.tenantId, ctx.principal.id, null]);
  }

  /** @throws AccountNotLinkedError, PeopleOnlyError */
  async unlink(ctx: TenantContext, channel: ChatChannel): Promise<AccountView> {
    requirePerson(ctx);
    return this.database.run(ctx, async (em) => {
      const [gone] = await queryRows<ChatAccount>(em, UNLINK, [ctx.tenantId, channel, ctx.principal.id]);
      if (gone === undefined) throw new AccountNotLinkedError(channel);
      await this.audit.record(em, ctx, {
        action: 'chat.account_unlinked',
        target: { kind: 'user', id: ctx.principal.id },
        details: { ...gone },
      });
      return onlyOf(await this.read(em, ctx, channel), channel);
    });
  }

  /** Whose account it is in this tenant. */
  async personOf(tenantId: string, account: ChatAccount): Promise<LinkedAccount | undefined> {
    const { channel, teamId, accountId } = account;
    const [found] = await this.system.query<LinkedAccount>(BY_ACCOUNT, [tenantId, channel, teamId, accountId]);
    return found;
  }

  /** The account of a person. */
  async accountOf(tenantId: string, channel: ChatChannel, personId: string): Promise<LinkedAccount | undefined> {
    const [found] = await this.system.query<LinkedAccount>(BY_PERSON, [tenantId, channel, personId]);
    return found;
  }

  private async read(em: EntityManager, ctx: TenantContext, channel: ChatChannel): Promise<AccountView[]> {
    return queryRows<AccountView>(em, MINE, [ctx.tenantId, ctx.principal.id, channel]);
  }
}

function onlyOf([view]: AccountView[], channel: ChatChannel): AccountView {
  if (view === undefined) throw new AccountNotLinkedError(channel);
  return view;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const ASK = `
  INSERT INTO chat_link_requests AS r (tenant_id, channel, team_id, account_id, account_name, reach, token_hash, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (tenant_id, channel, team_id, account_id) DO UPDATE SET account_name = excluded.account_name,
    reach = excluded.reach, token_hash = excluded.token_hash, expires_at = excluded.expires_at`;

const LOOK = `
  SELECT r.channel, i.team_name AS "teamName", r.account_name AS "accountName"
  FROM chat_link_requests r JOIN chat_installations i USING (tenant_id, channel)
  WHERE r.tenant_id = $1 AND r.token_hash = $2 AND r.expires_at > $3`;

const USE = `
  DELETE FROM chat_link_requests WHERE tenant_id = $1 AND token_hash = $2 AND expires_at > $3
  RETURNING channel, team_id AS "teamId", account_id AS "accountId", account_name AS name, reach`;

const LINK = `
  INSERT INTO chat_accounts (tenant_id, channel, person_id, team_id, account_id, account_name, reach, linked_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING account_id`;

const UNLINK = `
  DELETE FROM chat_accounts WHERE tenant_id = $1 AND channel = $2 AND person_id = $3
  RETURNING channel, team_id AS "teamId", account_id AS "accountId"`;

const MINE = `
  SELECT i.channel, i.team_name AS "teamName", a.account_name AS "accountName", a.linked_at AS "linkedAt"
  FROM chat_installations i
  LEFT JOIN chat_accounts a ON a.tenant_id = i.tenant_id AND a.channel = i.channel AND a.person_id = $2
  WHERE i.tenant_id = $1 AND ($3::text IS NULL OR i.channel = $3) ORDER BY i.channel`;

const LINKED = `
  SELECT a.tenant_id AS "tenantId", a.person_id AS "personId", a.account_id AS "accountId", a.reach FROM chat_accounts a`;
const BY_ACCOUNT = `${LINKED} WHERE a.tenant_id = $1 AND a.channel = $2 AND a.team_id = $3 AND a.account_id = $4`;
const BY_PERSON = `${LINKED} WHERE a.tenant_id = $1 AND a.channel = $2 AND a.person_id = $3`;
