import { Injectable } from '@nestjs/common';
import { Config, isUuid } from '@orkestra/core';
import { SecretBox } from '@orkestra/tenancy';

const PLACE = ['reply'];
const MARK_BYTES = 8;
const ID_BYTES = 16;
const STATE_BYTES = 4;
/** 28 bytes in base64url: with `reply+` 44 characters, and 64 are allowed before the @. */
const TOKEN = /^reply\+([\w-]{38})$/;

/** What an address stands for: a mail to one person about one task, and the task as it was then. */
export interface ReplyAddress {
  deliveryId: string;
  /** The revision; in a vote, where every vote is a new one, the round. 0 where nothing can be decided by a reply. */
  state: number;
}

/** Addresses to which people reply: signed, since whoever has one speaks to the task as somebody. */
@Injectable()
export class ReplyAddresses {
  constructor(
    private readonly config: Config,
    private readonly box: SecretBox,
  ) {}

  /** Undefined where this installation takes no replies. @throws NoSecretsKeyError */
  addressFor({ deliveryId, state }: ReplyAddress): string | undefined {
    const domain = this.config.MAIL_REPLIES_DOMAIN;
    if (domain === undefined) return undefined;
    const id = Buffer.from(deliveryId.replaceAll('-', ''), 'hex');
    const counted = Buffer.alloc(STATE_BYTES);
    counted.writeUInt32BE(state);
    const said = Buffer.concat([id, counted]);
    const mark = this.box.mark(said.toString('hex'), PLACE, MARK_BYTES);
    return `reply+${Buffer.concat([said, mark]).toString('base64url')}@${domain}`;
  }

  /** Undefined for an address that was not given out here. */
  read(address: string): ReplyAddress | undefined {
    const at = address.lastIndexOf('@');
    if (address.slice(at + 1).toLowerCase() !== this.config.MAIL_REPLIES_DOMAIN) return undefined;
    const [, token = ''] = TOKEN.exec(address.slice(0, at)) ?? [];
    const all = Buffer.from(token, 'base64url');
    // One address for one mail: bits that mean nothing are no way to write another.
    if (all.length !== ID_BYTES + STATE_BYTES + MARK_BYTES || all.toString('base64url') !== token)
      return undefined;
    const said = all.subarray(0, ID_BYTES + STATE_BYTES);
    if (!this.box.isMark(all.subarray(said.length), said.toString('hex'), PLACE)) return undefined;
    const deliveryId = said
      .toString('hex', 0, ID_BYTES)
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return isUuid(deliveryId) ? { deliveryId, state: said.readUInt32BE(ID_BYTES) } : undefined;
  }

  isOwn(address: string): boolean {
    const domain = this.config.MAIL_REPLIES_DOMAIN;
    return domain !== undefined && address.toLowerCase().endsWith(`@${domain}`);
  }
}
