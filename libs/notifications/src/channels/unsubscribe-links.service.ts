import { Injectable } from '@nestjs/common';
import { Clock, Config, isUuid } from '@orkestra/core';
import { SecretBox } from '@orkestra/tenancy';
import { isNotificationKind, type NotificationKind } from '../events/notification-kind';
import { openToken, sealToken } from './sealed-token';
import { InvalidUnsubscribeLinkError } from './unsubscribe.errors';
import type { ChannelMessage } from './notification-channel';

const PLACE = ['unsubscribe'];
/** People unsubscribe from mails that they find again; half a year later they ask for it in the app. */
const LIFE_MS = 180 * 24 * 3_600_000;

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
    private readonly clock: Clock,
  ) {}

  /** @throws NoSecretsKeyError */
  linkFor(channel: string, { tenant, recipient, items }: ChannelMessage): string {
    const kinds = [...new Set(items.map(({ kind }) => kind))];
    const until = this.clock.now().getTime() + LIFE_MS;
    const said = { t: tenant.id, p: recipient.personId, c: channel, k: kinds, e: until };
    const token = sealToken(this.box, said, PLACE);
    return `${this.config.PUBLIC_URL}/api/v1/notifications/unsubscribe?token=${token}`;
  }

  /** @throws InvalidUnsubscribeLinkError also when it is too old */
  read(token: string): Unsubscription {
    const {
      t: tenantId,
      p: personId,
      c: channel,
      k: kinds,
      e: until,
    } = openToken(this.box, token, PLACE) ?? {};
    const isWhole =
      isUuid(tenantId) && isUuid(personId) && typeof channel === 'string' && Array.isArray(kinds);
    if (!isWhole || typeof until !== 'number' || until <= this.clock.now().getTime())
      throw new InvalidUnsubscribeLinkError();
    const known = kinds.filter(
      (kind): kind is NotificationKind => typeof kind === 'string' && isNotificationKind(kind),
    );
    return { tenantId, personId, channel, kinds: known };
  }
}
