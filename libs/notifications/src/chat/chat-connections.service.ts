import { Injectable } from '@nestjs/common';
import { Clock, queryRows, TenantDatabase } from '@orkestra/core';
import { AuditLog, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { ChatChannel, ChatInstallation } from './chat-channel';
import { ChatNotConnectedError } from './chat.errors';
import { InstallationStore } from './installations.store';

/** How a tenant's connection stands; nothing of its secrets. */
export interface ChatConnectionView {
  channel: ChatChannel;
  teamId: string;
  teamName: string;
  status: 'connected' | 'broken';
  problem: string | null;
  /** Whether clicks come by a connection that Orkestra opens itself. */
  socketMode: boolean;
  connectedAt: Date;
  /** How many people have linked their account. */
  people: number;
}

/** Slack and Teams of a tenant, for its admins. */
@Injectable()
export class ChatConnections {
  constructor(
    private readonly database: TenantDatabase,
    private readonly store: InstallationStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async list(ctx: TenantContext): Promise<ChatConnectionView[]> {
    requireScope(ctx, 'settings:write');
    return this.database.query<ChatConnectionView>(ctx, LIST, [ctx.tenantId]);
  }

  /** Connects a channel, or gives what is connected new secrets. @throws NoSecretsKeyError */
  async save(ctx: TenantContext, given: Omit<ChatInstallation, 'tenantId'>): Promise<ChatConnectionView> {
    requireScope(ctx, 'settings:write');
    const { channel, teamId, teamName } = given;
    await this.database.run(ctx, async (em) => {
      await this.store.save(em, ctx, given, this.clock.now());
      const details = { channel, teamId, teamName };
      await this.audit.record(em, ctx, { action: 'chat.connected', details });
    });
    const found = (await this.list(ctx)).find((one) => one.channel === channel);
    if (found === undefined) throw new ChatNotConnectedError(channel);
    return found;
  }

  /** Accounts that were linked go with it. @throws ChatNotConnectedError */
  async disconnect(ctx: TenantContext, channel: ChatChannel): Promise<void> {
    requireScope(ctx, 'settings:write');
    await this.database.run(ctx, async (em) => {
      const gone = await queryRows(
        em,
        'DELETE FROM chat_installations WHERE tenant_id = $1 AND channel = $2 RETURNING channel',
        [ctx.tenantId, channel],
      );
      if (gone.length === 0) throw new ChatNotConnectedError(channel);
      await queryRows(em, FORGET_ACCOUNTS, [ctx.tenantId, channel]);
      await this.audit.record(em, ctx, { action: 'chat.disconnected', details: { channel } });
    });
  }
}

const FORGET_ACCOUNTS = 'DELETE FROM notification_addresses WHERE tenant_id = $1 AND channel = $2';

const LIST = `
  SELECT i.channel, i.team_id AS "teamId", i.team_name AS "teamName", i.status, i.problem,
    coalesce((i.config ->> 'socketMode')::boolean, false) AS "socketMode", i.connected_at AS "connectedAt",
    (SELECT count(*)::int FROM notification_addresses a WHERE a.tenant_id = i.tenant_id AND a.channel = i.channel) AS people
  FROM chat_installations i WHERE i.tenant_id = $1 ORDER BY i.channel`;
