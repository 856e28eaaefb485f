import { Injectable } from '@nestjs/common';
import { queryRows, TenantDatabase } from '@orkestra/core';
import { AuditLog, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { ChannelRegistry } from '../channels/channel-registry.service';
import { NOTIFICATION_KINDS } from '../events/notification-kind';
import { channelsOf } from './channels-of';
import { checkChanges } from './checked-preferences';
import type { DefaultChange, DefaultView } from './preferences-view';
import { type DeliveryMode, toldHow } from './told-how';

interface DefaultRow {
  kind: string;
  channel: string;
  mode: DeliveryMode;
  delaySeconds: number | null;
  locked: boolean;
}

/** How people of a tenant are told who have not chosen for themselves, and what they may not choose. */
@Injectable()
export class NotificationDefaults {
  constructor(
    private readonly database: TenantDatabase,
    private readonly channels: ChannelRegistry,
    private readonly audit: AuditLog,
  ) {}

  async list(ctx: TenantContext): Promise<DefaultView[]> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => this.read(em, ctx));
  }

  /** @throws RoleForbidsError, PeopleOnlyError, InvalidPreferenceError */
  async set(ctx: TenantContext, changes: readonly DefaultChange[]): Promise<DefaultView[]> {
    requireScope(ctx, 'settings:write');
    checkChanges(
      changes,
      channelsOf(this.channels.enabled).map(({ name }) => name),
    );
    return this.database.run(ctx, async (em) => {
      const given = changes.map(({ kind, channel, mode, delaySeconds = null, locked = false }) => ({
        kind,
        channel,
        mode,
        delay_seconds: delaySeconds,
        locked,
      }));
      await queryRows(em, SET, [ctx.tenantId, JSON.stringify(given)]);
      await queryRows(em, UNSET, [ctx.tenantId, JSON.stringify(given)]);
      await this.audit.record(em, ctx, {
        action: 'settings.notifications_changed',
        target: { kind: 'tenant', id: ctx.tenantId },
        details: { changes: given },
      });
      return this.read(em, ctx);
    });
  }

  private async read(em: EntityManager, { tenantId }: TenantContext): Promise<DefaultView[]> {
    const rows = await queryRows<DefaultRow>(em, LIST, [tenantId]);
    const byKey = new Map(rows.map((row) => [`${row.kind}/${row.channel}`, row]));
    const channels = channelsOf(await this.channels.offeredTo(em, tenantId));
    return NOTIFICATION_KINDS.flatMap((kind) =>
      channels.map((channel) => {
        const tenant = byKey.get(`${kind}/${channel.name}`);
        const how = toldHow(kind, channel, { tenant });
        const locked = tenant?.locked === true;
        return { kind, channel: channel.name, ...how, locked, changed: tenant !== undefined };
      }),
    );
  }
}

const GIVEN = `json_to_recordset($2::json) AS g (kind text, channel text, mode text, delay_seconds integer, locked boolean)`;

const SET = `
  INSERT INTO notification_defaults (tenant_id, kind, channel, mode, delay_seconds, locked)
  SELECT DISTINCT ON (g.kind, g.channel) $1::uuid, g.kind, g.channel, g.mode, g.delay_seconds, g.locked FROM ${GIVEN}
  WHERE g.mode IS NOT NULL
  ON CONFLICT (tenant_id, kind, channel)
    DO UPDATE SET mode = excluded.mode, delay_seconds = excluded.delay_seconds, locked = excluded.locked`;

const UNSET = `
  DELETE FROM notification_defaults d USING ${GIVEN}
  WHERE d.tenant_id = $1 AND d.kind = g.kind AND d.channel = g.channel AND g.mode IS NULL`;

const LIST = `
  SELECT kind, channel, mode, delay_seconds AS "delaySeconds", locked FROM notification_defaults WHERE tenant_id = $1`;
