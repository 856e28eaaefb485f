import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Config, queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { AddressDetails, AddressView } from '../addresses/address';
import { NotificationAddresses } from '../addresses/addresses.service';
import { requirePerson } from '../events/require-person';
import type { ChatAccount, ChatChannel } from './chat-channel';
import { AccountLinkedError, InvalidLinkTokenError } from './chat.errors';

const TOKEN_BYTES = 24;
const LINK_LASTS_MS = 15 * 60_000;
const LONGEST_NAME = 200;

/** What a link would connect, as its page shows it. */
export interface LinkView {
  channel: ChatChannel;
  teamName: string;
  accountName: string;
}

/** What somebody can connect their account of. */
export interface OfferedChat {
  channel: ChatChannel;
  teamName: string;
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
    private readonly addresses: NotificationAddresses,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * A page that links the account once somebody has signed in there; an earlier one for it is good no more.
   * @param reach what the bot needs to write to it
   */
  async linkFor(
    tenantId: string,
    { channel, teamId, accountId }: ChatAccount,
    { name, reach = {} }: { name: string; reach?: AddressDetails },
  ): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    await this.system.query('DELETE FROM chat_link_requests WHERE expires_at < $1', [now]);
    await this.system.query(ASK, [
      ...[
        tenantId,
        channel,
        teamId,
        accountId,
        name.slice(0, LONGEST_NAME) || accountId,
        JSON.stringify(reach),
      ],
      ...[hashOf(token), new Date(now.getTime() + LINK_LASTS_MS)],
    ]);
    return `${this.config.PUBLIC_URL}/connect-chat?token=${token}`;
  }

  /** What the viewer's workspace has connected. @throws PeopleOnlyError */
  async offered(ctx: TenantContext): Promise<OfferedChat[]> {
    requirePerson(ctx);
    return this.database.query<OfferedChat>(ctx, OFFERED, [ctx.tenantId]);
  }

  /** Changes nothing. @throws InvalidLinkTokenError, PeopleOnlyError */
  async look(ctx: TenantContext, token: string): Promise<LinkView> {
    requirePerson(ctx);
    const values = [ctx.tenantId, hashOf(token), this.clock.now()];
    const [found] = await this.database.query<LinkView>(ctx, LOOK, values);
    if (found === undefined) throw new InvalidLinkTokenError();
    return found;
  }

  /** Once. @throws InvalidLinkTokenError, AccountLinkedError, AddressTakenError, PeopleOnlyError */
  async link(ctx: TenantContext, token: string): Promise<AddressView> {
    const { channel } = await this.look(ctx, token);
    const own = await this.addresses.list(ctx);
    if (own.some((address) => address.channel === channel)) throw new AccountLinkedError();
    const asked = await this.use(ctx, token);
    const key = keyOf(asked);
    const { accountId, teamId, name, reach } = asked;
    return this.addresses.connect(ctx, {
      channel,
      key,
      label: name,
      details: { ...reach, teamId, accountId },
    });
  }

  /** Whose account it is in this tenant; undefined where nobody active has linked it. */
  async personOf(tenantId: string, account: ChatAccount): Promise<string | undefined> {
    const owners = await this.addresses.ownersOf(account.channel, keyOf(account));
    return owners.find((owner) => owner.tenantId === tenantId)?.personId;
  }

  private async use(ctx: TenantContext, token: string): Promise<Asked> {
    const values = [ctx.tenantId, hashOf(token), this.clock.now()];
    const [asked] = await this.database.run(ctx, (em) => queryRows<Asked>(em, USE, values));
    if (asked === undefined) throw new InvalidLinkTokenError();
    return asked;
  }
}

type Asked = ChatAccount & { name: string; reach: AddressDetails };

function keyOf({ teamId, accountId }: ChatAccount): string {
  return `${teamId}/${accountId}`;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const OFFERED = `
  SELECT channel, team_name AS "teamName" FROM chat_installations WHERE tenant_id = $1 ORDER BY channel`;

const ASK = `
  INSERT INTO chat_link_requests (tenant_id, channel, team_id, account_id, account_name, reach, token_hash, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (tenant_id, channel, team_id, account_id) DO UPDATE SET account_name = excluded.account_name,
    reach = excluded.reach, token_hash = excluded.token_hash, expires_at = excluded.expires_at`;

const LOOK = `
  SELECT r.channel, i.team_name AS "teamName", r.account_name AS "accountName"
  FROM chat_link_requests r JOIN chat_installations i ON i.tenant_id = r.tenant_id AND i.channel = r.channel
  WHERE r.tenant_id = $1 AND r.token_hash = $2 AND r.expires_at > $3`;

const USE = `
  DELETE FROM chat_link_requests WHERE tenant_id = $1 AND token_hash = $2 AND expires_at > $3
  RETURNING channel, team_id AS "teamId", account_id AS "accountId", account_name AS name, reach`;
