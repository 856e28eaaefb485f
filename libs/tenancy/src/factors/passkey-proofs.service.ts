import { Injectable } from '@nestjs/common';
import { Clock, Config, SystemDatabase } from '@orkestra/core';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { relyingParty } from './relying-party';

/** Whose passkey it was, as of the proof. */
export interface PasskeyHolder {
  tenantId: string;
  userId: string;
  epoch: number;
}

interface Credential {
  tenantId: string;
  userId: string;
  id: string;
  publicKey: Buffer;
  counter: string;
}

/** Proofs by passkey, of whoever they are: the passkey says it. */
@Injectable()
export class PasskeyProofs {
  constructor(
    private readonly config: Config,
    private readonly system: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /** What the browser needs. It offers all passkeys that it has for this site. */
  async options(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: relyingParty(this.config).id,
      userVerification: 'required',
    });
  }

  /** Whose passkey has signed the challenge; undefined where none has. */
  async verify(response: unknown, expectedChallenge: string): Promise<PasskeyHolder | undefined> {
    const given = response as AuthenticationResponseJSON;
    if (typeof given?.id !== 'string' || given.id.includes('\0')) return undefined;
    const [credential] = await this.system.query<Credential>(FIND, [given.id]);
    if (credential === undefined || !belongsTo(given, credential.userId)) return undefined;
    const { id, origin } = relyingParty(this.config);
    const proof = await verifyAuthenticationResponse({
      response: given,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: given.id,
        publicKey: new Uint8Array(credential.publicKey),
        counter: Number(credential.counter),
      },
    }).catch(() => undefined);
    if (!proof?.verified) return undefined;
    const { newCounter, credentialBackedUp } = proof.authenticationInfo;
    const [noted] = await this.system.query<{ epoch: number }>(NOTE, [
      ...[credential.tenantId, credential.id, newCounter, this.clock.now(), credentialBackedUp],
    ]);
    return noted && { tenantId: credential.tenantId, userId: credential.userId, epoch: noted.epoch };
  }
}

function belongsTo({ response }: AuthenticationResponseJSON, userId: string): boolean {
  const handle = response?.userHandle;
  return handle === undefined || Buffer.from(handle, 'base64url').toString() === userId;
}

const FIND = `
  SELECT tenant_id AS "tenantId", user_id AS "userId", id, public_key AS "publicKey", counter
  FROM passkeys WHERE credential_id = $1`;

/** A counter that does not grow is that of a copy; those that do not count always say 0. */
const NOTE = `
  UPDATE passkeys p SET counter = $3, last_used_at = $4, backed_up = $5 FROM users u
  WHERE p.tenant_id = $1 AND p.id = $2 AND (p.counter < $3 OR (p.counter = 0 AND $3 = 0))
    AND u.tenant_id = p.tenant_id AND u.id = p.user_id RETURNING u.session_epoch AS epoch`;
