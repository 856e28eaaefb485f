import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Clock, Config, SystemDatabase } from '@orkestra/core';
import { type DsseEnvelope, signEnvelope } from './dsse';
import { NoEvidenceKeyError } from './evidence.errors';
import { type EvidenceJwk, keyIdOf, privateKeyFrom, toJwk } from './evidence-key';

/** Where nobody has set a key and nothing is at stake. */
const SEED_OF_DEVELOPMENT = createHash('sha256').update('orkestra development evidence').digest();

export interface EvidenceKey {
  id: string;
  /** SubjectPublicKeyInfo as PEM. */
  pem: string;
  jwk: EvidenceJwk;
  firstUsedAt: Date;
  /** Whether this process signs with it. */
  current: boolean;
}

/** The key that an installation signs evidence with (Ed25519), and the public keys of those before it. */
@Injectable()
export class EvidenceKeys {
  private readonly signer: { id: string; privateKey: KeyObject; publicKey: KeyObject } | undefined;
  private registered: Promise<void> | undefined;

  /** @throws Error when the file cannot be read, or holds no such key; the process must not start */
  constructor(
    config: Config,
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {
    const privateKey = privateKeyOf(config);
    if (privateKey === undefined) return;
    const publicKey = createPublicKey(privateKey);
    this.signer = { id: keyIdOf(publicKey), privateKey, publicKey };
  }

  /** Undefined where this installation signs nothing. */
  get currentId(): string | undefined {
    return this.signer?.id;
  }

  /**
   * Signs by the present key, which from now on is among those that can be read.
   * @throws NoEvidenceKeyError
   */
  async sign(payloadType: string, payload: Buffer): Promise<DsseEnvelope> {
    if (this.signer === undefined) throw new NoEvidenceKeyError();
    await this.register();
    return signEnvelope(payloadType, payload, this.signer.privateKey, this.signer.id);
  }

  /** The public keys that have signed, the newest first: with which evidence is checked, however old it is. */
  async list(): Promise<EvidenceKey[]> {
    const rows = await this.database.query<{ pem: string; firstUsedAt: Date }>(
      `SELECT public_key AS pem, first_used_at AS "firstUsedAt" FROM evidence_keys
       ORDER BY first_used_at DESC, id LIMIT 1000`,
    );
    return rows.map(({ pem, firstUsedAt }) => {
      const jwk = toJwk(createPublicKey(pem));
      return { id: jwk.kid, pem, jwk, firstUsedAt, current: jwk.kid === this.signer?.id };
    });
  }

  /** Once in the life of a process; tried again after a failure. */
  private register(): Promise<void> {
    this.registered ??= this.insert().catch((error: unknown) => {
      this.registered = undefined;
      throw error;
    });
    return this.registered;
  }

  private async insert(): Promise<void> {
    if (this.signer === undefined) return;
    const { id, publicKey } = this.signer;
    const pem = publicKey.export({ format: 'pem', type: 'spki' });
    await this.database.query(
      `INSERT INTO evidence_keys (id, public_key, first_used_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [id, pem, this.clock.now()],
    );
  }
}

function privateKeyOf({ EVIDENCE_KEY, EVIDENCE_KEY_FILE, isProduction }: Config): KeyObject | undefined {
  if (EVIDENCE_KEY !== undefined)
    return createPrivateKey({ key: Buffer.from(EVIDENCE_KEY, 'base64'), format: 'der', type: 'pkcs8' });
  if (EVIDENCE_KEY_FILE !== undefined) return privateKeyIn(EVIDENCE_KEY_FILE);
  return isProduction ? undefined : privateKeyFrom(SEED_OF_DEVELOPMENT);
}

function privateKeyIn(file: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch (error) {
    throw new Error(`EVIDENCE_KEY_FILE: ${file} cannot be read as a private key in PEM.`, { cause: error });
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`EVIDENCE_KEY_FILE: the key in ${file} is not of the kind Ed25519.`);
  return key;
}
