import { randomUUID, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, DomainError, isRecord, Logger, queryRows, TenantDatabase } from '@orkestra/core';
import { SecretBox, type TenantContext } from '@orkestra/tenancy';
import type { AddressView } from '../addresses/address';
import { NotificationAddresses } from '../addresses/addresses.service';
import { ChannelRegistry } from '../channels/channel-registry.service';
import type { ConnectedAccount, NotificationChannel } from '../channels/notification-channel';
import { requirePerson } from '../events/require-person';
import { hashOf, newCode, newDigits } from './codes';
import {
  AccountRefusedError,
  CodeNotSentError,
  NoConnectByCodeError,
  TooManyCodesError,
  WrongConnectCodeError,
} from './connect.errors';

const VALID_MS = 10 * 60_000;
const MOST_MADE = 5;
const MOST_MISSES = 5;

/** What a person needs to connect an account. */
export interface ConnectStart {
  /** To be sent from the account; null where it was sent to the account. */
  code: string | null;
  url: string | null;
  instruction: string;
  expiresAt: Date;
}

interface SentTo {
  account: ConnectedAccount;
  salt: string;
}

/** People connect accounts of channels by a code that is good once, for ten minutes. */
@Injectable()
export class ConnectCodes {
  private readonly logger: Logger;

  constructor(
    private readonly database: TenantDatabase,
    private readonly channels: ChannelRegistry,
    private readonly addresses: NotificationAddresses,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('notifications');
  }

  /**
   * Makes a code, in the place of the one before.
   * @param account which account the code is sent to, as people write it; undefined where they send the code
   * @throws PeopleOnlyError, NoConnectByCodeError, TooManyCodesError, AccountRefusedError, CodeNotSentError, and what the
   *   channel throws for the person
   */
  async start(ctx: TenantContext, name: string, account?: string): Promise<ConnectStart> {
    requirePerson(ctx);
    const channel = this.channels.find(name);
    const expiresAt = new Date(this.clock.now().getTime() + VALID_MS);
    if (channel?.codeTarget !== undefined && account === undefined) {
      const code = newCode();
      await this.keep(ctx, name, expiresAt, hashOf(code));
      return { code, expiresAt, ...(await channel.codeTarget(code)) };
    }
    if (channel?.sendCode === undefined || account === undefined) throw new NoConnectByCodeError(name);
    // Counted before anything is sent.
    await this.keep(ctx, name, expiresAt, null);
    const code = newDigits();
    const salt = randomUUID();
    const sentTo: SentTo = { account: await this.send(channel, account, code), salt };
    const sealed = this.box.seal(JSON.stringify(sentTo), placeOf(ctx, name));
    await this.database.run(ctx, (em) =>
      queryRows(em, SENT, [...keyOf(ctx, name), hashOf(code, salt), sealed.bytes, sealed.keyId]),
    );
    return { code: null, url: null, instruction: `Type in the code that was sent to ${account}.`, expiresAt };
  }

  /** With the code that was sent to the account. @throws PeopleOnlyError, WrongConnectCodeError, AddressTakenError, TooManyAddressesError */
  async finish(ctx: TenantContext, name: string, code: string): Promise<AddressView> {
    requirePerson(ctx);
    const values = [...keyOf(ctx, name), this.clock.now(), MOST_MISSES];
    // Counted as a miss first: who tries many at once gets no more of them than who tries one by one.
    const [row] = await this.database.run(ctx, (em) =>
      queryRows<{ hash: Buffer; bytes: Buffer; keyId: string }>(em, TRY, values),
    );
    if (row === undefined) throw new WrongConnectCodeError();
    const { account, salt } = JSON.parse(this.box.open(row, placeOf(ctx, name))) as SentTo;
    if (!timingSafeEqual(row.hash, hashOf(code, salt))) throw new WrongConnectCodeError();
    const used = await this.database.run(ctx, (em) => queryRows(em, USE, [...keyOf(ctx, name), row.hash]));
    if (used.length === 0) throw new WrongConnectCodeError();
    return this.addresses.connect(ctx, { channel: name, ...account });
  }

  /** Connectors are others' code: of what they throw, and give back by mistake, the person sees that it was not sent. */
  private async send(channel: NotificationChannel, account: string, code: string): Promise<ConnectedAccount> {
    try {
      const answer = await channel.sendCode?.(account, code);
      if (isRefusal(answer)) throw new AccountRefusedError(answer.refused);
      if (isAccount(answer)) return answer;
      throw new TypeError('sendCode() gives back neither { key, label, details } nor { refused }.');
    } catch (error) {
      if (error instanceof DomainError) throw error;
      this.logger.error({ err: error, channel: channel.name }, 'A code to connect an account was not sent');
      throw new CodeNotSentError(channel.name, error);
    }
  }

  private async keep(ctx: TenantContext, name: string, expiresAt: Date, hash: Buffer | null): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - VALID_MS);
    const [row] = await this.database.run(ctx, (em) =>
      queryRows<{ made: number }>(em, KEEP, [...keyOf(ctx, name), hash, expiresAt, now, since, MOST_MADE]),
    );
    if (row === undefined) throw new TooManyCodesError(VALID_MS / 1_000);
  }
}

function isRefusal(answer: unknown): answer is { refused: string } {
  return isRecord(answer) && typeof answer['refused'] === 'string';
}

function isAccount(answer: unknown): answer is ConnectedAccount {
  return (
    isRecord(answer) &&
    typeof answer['key'] === 'string' &&
    typeof answer['label'] === 'string' &&
    isRecord(answer['details'])
  );
}

function keyOf({ tenantId, principal }: TenantContext, channel: string): [string, string, string] {
  return [tenantId, principal.id, channel];
}

function placeOf({ tenantId, principal }: TenantContext, channel: string): string[] {
  return ['notification connect code', tenantId, principal.id, channel];
}

/** Nothing where too many were made in the last ten minutes. */
const KEEP = `
  INSERT INTO notification_connect_codes AS c (tenant_id, person_id, channel, code_hash, expires_at, made, made_since)
  VALUES ($1, $2, $3, $4, $5, 1, $6)
  ON CONFLICT (tenant_id, person_id, channel) DO UPDATE SET code_hash = excluded.code_hash, account = NULL, key_id = NULL,
    expires_at = excluded.expires_at, misses = 0,
    made = CASE WHEN c.made_since < $7 THEN 1 ELSE c.made + 1 END,
    made_since = CASE WHEN c.made_since < $7 THEN excluded.made_since ELSE c.made_since END
    WHERE c.made_since < $7 OR c.made < $8
  RETURNING made`;

const SENT = `
  UPDATE notification_connect_codes SET code_hash = $4, account = $5, key_id = $6
  WHERE tenant_id = $1 AND person_id = $2 AND channel = $3`;

const TRY = `
  UPDATE notification_connect_codes SET misses = misses + 1
  WHERE tenant_id = $1 AND person_id = $2 AND channel = $3 AND code_hash IS NOT NULL AND account IS NOT NULL
    AND expires_at > $4 AND misses < $5
  RETURNING code_hash AS hash, account AS bytes, key_id AS "keyId"`;

const USE = `
  UPDATE notification_connect_codes SET code_hash = NULL
  WHERE tenant_id = $1 AND person_id = $2 AND channel = $3 AND code_hash = $4 RETURNING 1`;
