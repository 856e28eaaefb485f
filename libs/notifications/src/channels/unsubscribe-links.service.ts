import { Injectable } from '@nestjs/common';
import { Config, isRecord, isUuid } from '@orkestra/core';
import { SecretBox } from '@orkestra/tenancy';
import { isNotificationKind, type NotificationKind } from '../events/notification-kind';
import { InvalidUnsubscribeLinkError } from './unsubscribe.errors';
import type { ChannelMessage } from './notification-channel';

const PLACE = ['unsubscribe'];
/** The first byte of a token says how long the id of its key is. */
const ID_LENGTH_BYTES = 1;

/** What a link turns off. */
export interface Unsubscription {
  tenantId: string;
  personId: string;
  channel: string;
  kinds: NotificationKind[];
}

/** Links by which whoever has the mail turns off mails like it, without signing in; they can do nothing else. */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly config: Config,
    private readonly box: SecretBox,
  ) {}

  /** @throws NoSecretsKeyError */
  linkFor(channel: string, { tenant, recipient, items }: ChannelMessage): string {
    const kinds = [...new Set(items.map(({ kind }) => kind))];
    const said = { t: tenant.id, p: recipient.personId, c: channel, k: kinds };
    const { keyId, bytes } = this.box.seal(JSON.stringify(said), PLACE);
    const id = Buffer.from(keyId);
    const token = Buffer.concat([Buffer.from([id.length]), id, bytes]).toString('base64url');
    return `${this.config.PUBLIC_URL}/api/v1/notifications/unsubscribe?token=${token}`;
  }

  /** @throws InvalidUnsubscribeLinkError */
  read(token: string): Unsubscription {
    const all = Buffer.from(token, 'base64url');
    const end = ID_LENGTH_BYTES + (all[0] ?? 0);
    try {
      const sealed = { keyId: all.subarray(ID_LENGTH_BYTES, end).toString(), bytes: all.subarray(end) };
      const said: unknown = JSON.parse(this.box.open(sealed, PLACE));
      if (!isRecord(said)) throw new TypeError('No unsubscription');
      const { t: tenantId, p: personId, c: channel, k: kinds } = said;
      if (!isUuid(tenantId) || !isUuid(personId) || typeof channel !== 'string' || !Array.isArray(kinds))
        throw new TypeError('No unsubscription');
      const known = kinds.filter(
        (kind): kind is NotificationKind => typeof kind === 'string' && isNotificationKind(kind),
      );
      return { tenantId, personId, channel, kinds: known };
    } catch {
      throw new InvalidUnsubscribeLinkError();
    }
  }
}
