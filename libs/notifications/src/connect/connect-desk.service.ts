import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Ids, SystemDatabase } from '@orkestra/core';
import { OUTSIDE_CHANNELS, type OutsideChannel, PersonEntrance } from '@orkestra/tenancy';
import { NotificationAddresses } from '../addresses/addresses.service';
import type { ChannelDesk, ConnectedAccount } from '../channels/notification-channel';
import { hashOf } from './codes';

const UNKNOWN =
  'This code is not known, or it is older than ten minutes. Under Notifications in Orkestra you get another.';
const CONNECTED = 'Connected. You are told here from now on; /stop ends it.';

/** For channels that people write to: who sends a code has the account that it came from. */
@Injectable()
export class ConnectDesk {
  constructor(
    private readonly database: SystemDatabase,
    private readonly people: PersonEntrance,
    private readonly addresses: NotificationAddresses,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  of(channel: string): ChannelDesk {
    return {
      redeem: (code, account) => this.redeem(channel, code, account),
      release: (key) => this.release(channel, key),
    };
  }

  private async redeem(
    channel: string,
    code: string,
    account: ConnectedAccount,
  ): Promise<{ connected: boolean; text: string }> {
    const [owner] = await this.database.query<{ tenantId: string; personId: string }>(REDEEM, [
      channel,
      hashOf(code),
      this.clock.now(),
    ]);
    if (owner === undefined) return { connected: false, text: UNKNOWN };
    try {
      const person = { ...owner, channel: outsideOf(channel), credentialId: this.ids.next() };
      const ctx = await this.people.enter(person);
      if (ctx === undefined) return { connected: false, text: UNKNOWN };
      await this.addresses.connect(ctx, { channel, ...account });
      return { connected: true, text: CONNECTED };
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'unavailable')
        return { connected: false, text: error.message };
      throw error;
    }
  }

  private async release(channel: string, key: string): Promise<number> {
    const owners = await this.addresses.ownersOf(channel, key);
    for (const { tenantId, personId, addressId } of owners) {
      const person = { tenantId, personId, channel: outsideOf(channel), credentialId: this.ids.next() };
      const ctx = await this.people.enter(person);
      if (ctx === undefined) await this.addresses.drop([addressId]);
      else await this.addresses.disconnect(ctx, addressId);
    }
    return owners.length;
  }
}

function outsideOf(channel: string): OutsideChannel {
  return OUTSIDE_CHANNELS.find((one) => one === channel) ?? 'connector';
}

/** Once: the second to come finds nothing. What was sent to an account is of no use here. */
const REDEEM = `
  UPDATE notification_connect_codes SET code_hash = NULL
  WHERE channel = $1 AND code_hash = $2 AND account IS NULL AND expires_at > $3
  RETURNING tenant_id AS "tenantId", person_id AS "personId"`;
