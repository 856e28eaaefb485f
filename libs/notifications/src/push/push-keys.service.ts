import { Injectable } from '@nestjs/common';
import { isRecord, SystemDatabase } from '@orkestra/core';
import { SecretBox } from '@orkestra/tenancy';
import webPush from 'web-push';
import { PUSH } from './push-name';

const PLACE = ['notification channel', PUSH];

/** By which push services and browsers know this installation (VAPID, RFC 8292); base64url. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/**
 * The keys are made once, by whoever needs them first, and sealed in the database. A new pair makes every subscription
 * worthless, so nothing but the deletion of the row makes one.
 */
@Injectable()
export class PushKeyStore {
  private known: Promise<PushKeys> | undefined;

  constructor(
    private readonly database: SystemDatabase,
    private readonly box: SecretBox,
  ) {}

  /** @throws NoSecretsKeyError, SecretUnreadableError */
  async keys(): Promise<PushKeys> {
    this.known ??= this.readOrMake();
    try {
      return await this.known;
    } catch (error) {
      this.known = undefined;
      throw error;
    }
  }

  private async readOrMake(): Promise<PushKeys> {
    const found = await this.read();
    if (found !== undefined) return found;
    const { bytes, keyId } = this.box.seal(JSON.stringify(webPush.generateVAPIDKeys()), PLACE);
    await this.database.query(MAKE, [PUSH, bytes, keyId]);
    const made = await this.read();
    if (made === undefined) throw new TypeError('The keys that were made are not there');
    return made;
  }

  private async read(): Promise<PushKeys | undefined> {
    const [row] = await this.database.query<{ bytes: Buffer; keyId: string }>(READ, [PUSH]);
    if (row === undefined) return undefined;
    const said: unknown = JSON.parse(this.box.open(row, PLACE));
    if (!isRecord(said)) throw new TypeError('No keys');
    const { publicKey, privateKey } = said;
    if (typeof publicKey !== 'string' || typeof privateKey !== 'string') throw new TypeError('No keys');
    return { publicKey, privateKey };
  }
}

const READ = `
  SELECT secret AS bytes, key_id AS "keyId" FROM notification_channel_states WHERE channel = $1 AND secret IS NOT NULL`;

/** Whoever comes second takes what the first has made. */
const MAKE = `
  INSERT INTO notification_channel_states AS s (channel, secret, key_id) VALUES ($1, $2, $3)
  ON CONFLICT (channel) DO UPDATE SET secret = excluded.secret, key_id = excluded.key_id WHERE s.secret IS NULL`;
