import { Injectable } from '@nestjs/common';
import { Clock, Ids, queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { AuditLog, SecretBox, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { requirePerson } from '../events/require-person';
import type { AddressOwner, AddressView, NewAddress } from './address';
import { AddressNotFoundError, AddressTakenError, TooManyAddressesError } from './addresses.errors';
import { placeOf } from './address-box';

/** For one channel; who has more devices has one of them too many. */
const MOST_OF_A_CHANNEL = 20;

/** The accounts and devices by which people want to be reached. Everybody has their own, and sees nobody else's. */
@Injectable()
export class NotificationAddresses {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly box: SecretBox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws PeopleOnlyError */
  async list(ctx: TenantContext): Promise<AddressView[]> {
    requirePerson(ctx);
    return this.database.run(ctx, (em) => queryRows<AddressView>(em, LIST, [ctx.tenantId, ctx.principal.id]));
  }

  /**
   * Connects an account that the person has shown to be theirs; connecting it again renews it.
   * @throws PeopleOnlyError, AddressTakenError, TooManyAddressesError
   */
  async connect(ctx: TenantContext, address: NewAddress): Promise<AddressView> {
    requirePerson(ctx);
    const { channel, key, label, details } = address;
    const sealed = this.box.seal(JSON.stringify(details), placeOf(ctx.tenantId, address));
    const values = [sealed.bytes, sealed.keyId, this.clock.now()];
    return this.database.run(ctx, async (em) => {
      await this.requireRoom(em, ctx, address);
      const row = [ctx.tenantId, this.ids.next(), ctx.principal.id, channel, key, label.slice(0, 200)];
      const [view] = await queryRows<AddressView>(em, CONNECT, [...row, ...values]);
      if (view === undefined) throw new AddressTakenError(channel);
      await this.record(em, ctx, 'notifications.address_connected', view);
      return view;
    });
  }

  /** @throws PeopleOnlyError, AddressNotFoundError */
  async disconnect(ctx: TenantContext, id: string): Promise<AddressView> {
    requirePerson(ctx);
    return this.database.run(ctx, async (em) => {
      const [view] = await queryRows<AddressView>(em, DISCONNECT, [ctx.tenantId, ctx.principal.id, id]);
      if (view === undefined) throw new AddressNotFoundError();
      await this.record(em, ctx, 'notifications.address_disconnected', view);
      return view;
    });
  }

  /** Whose an account is, in each tenant where it is connected and its person is active; a few at most. */
  async ownersOf(channel: string, key: string): Promise<AddressOwner[]> {
    return this.system.run((em) => queryRows<AddressOwner>(em, OWNERS, [channel, key]));
  }

  /** Forgets what the other side no longer knows. */
  async drop(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.system.run((em) => queryRows(em, DROP, [ids]));
  }

  private async requireRoom(
    em: EntityManager,
    ctx: TenantContext,
    { channel, key }: NewAddress,
  ): Promise<void> {
    const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(em, COUNT_OTHERS, [
      ctx.tenantId,
      ctx.principal.id,
      channel,
      key,
    ]);
    if (count >= MOST_OF_A_CHANNEL) throw new TooManyAddressesError(MOST_OF_A_CHANNEL);
  }

  private async record(
    em: EntityManager,
    ctx: TenantContext,
    action: 'notifications.address_connected' | 'notifications.address_disconnected',
    { id, channel }: AddressView,
  ): Promise<void> {
    const target = { kind: 'user', id: ctx.principal.id } as const;
    await this.audit.record(em, ctx, { action, target, details: { channel, addressId: id } });
  }
}

const VIEW = `id, channel, label, connected_at AS "connectedAt"`;

const LIST = `
  SELECT ${VIEW} FROM notification_addresses WHERE tenant_id = $1 AND person_id = $2 ORDER BY channel, connected_at, id`;

const COUNT_OTHERS = `
  SELECT count(*)::integer AS count FROM notification_addresses
  WHERE tenant_id = $1 AND person_id = $2 AND channel = $3 AND key <> $4`;

const CONNECT = `
  INSERT INTO notification_addresses AS a
    (tenant_id, id, person_id, channel, key, label, details, key_id, connected_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (tenant_id, channel, key) DO UPDATE SET label = excluded.label, details = excluded.details,
    key_id = excluded.key_id, connected_at = excluded.connected_at
    WHERE a.person_id = excluded.person_id
  RETURNING ${VIEW}`;

const DISCONNECT = `
  DELETE FROM notification_addresses WHERE tenant_id = $1 AND person_id = $2 AND id = $3 RETURNING ${VIEW}`;

const OWNERS = `
  SELECT a.tenant_id AS "tenantId", a.person_id AS "personId", a.id AS "addressId" FROM notification_addresses a
  JOIN users u ON u.tenant_id = a.tenant_id AND u.id = a.person_id AND u.active
  JOIN tenants t ON t.id = a.tenant_id AND t.status = 'active'
  WHERE a.channel = $1 AND a.key = $2 ORDER BY a.tenant_id LIMIT 50`;

const DROP = 'DELETE FROM notification_addresses WHERE id = ANY($1::uuid[])';
