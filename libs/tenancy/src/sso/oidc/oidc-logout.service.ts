import { Injectable } from '@nestjs/common';
import { Clock, Config, DomainError, isRecord, Logger, queryRows, SystemDatabase } from '@orkestra/core';
import * as jose from 'jose';
import * as oidc from 'openid-client';
import { AuditLog } from '../../audit/audit-log.service';
import { hashSecret } from '../../auth/secrets';
import { SessionsService } from '../../auth/sessions.service';
import { SecretBox } from '../../secrets/secret-box.service';
import { type ConnectionWithSecret, findConnection } from '../connections.queries';
import { hintPlace } from '../federated-sign-in.service';
import { SamlProtocol } from '../saml/saml-protocol.service';
import { SPEND_MESSAGE } from '../spent-messages';
import { InvalidLogoutError } from '../sso.errors';
import { OidcProviders, reasonOf } from './oidc-providers.service';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const SKEW_S = 30;
const LONGEST_LIFE = '5m';
/** Longer than a token counts. */
const REMEMBERED_MS = 15 * 60_000;

interface Origin {
  connectionId: string | null;
  tenantId: string;
  hint: Buffer | null;
  keyId: string | null;
}

/** Sign-out by the provider, and at it. */
@Injectable()
export class OidcLogout {
  private readonly logger: Logger;

  constructor(
    private readonly system: SystemDatabase,
    private readonly providers: OidcProviders,
    private readonly saml: SamlProtocol,
    private readonly sessions: SessionsService,
    private readonly box: SecretBox,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('sso');
  }

  /**
   * Ends the sessions that a logout token names, at once and in every process (OpenID Connect Back-Channel Logout 1.0).
   * @throws InvalidLogoutError, DirectoryUnreachableError
   */
  async byProvider(connectionId: string, token: string): Promise<void> {
    const connection = await findConnection(this.system, connectionId);
    if (connection?.kind !== 'oidc') throw new InvalidLogoutError('There is no such connection');
    const { sub: subject, sid, jti = '' } = await this.checked(connection, token);
    const sessions = typeof sid === 'string' ? [sid] : undefined;
    const { tenantId, id } = connection;
    await this.sessions.endOfSso({ tenantId, connectionId: id, subject, sessions }, async (em, ended) => {
      const now = this.clock.now();
      const until = new Date(now.getTime() + REMEMBERED_MS);
      const spent = await queryRows(em, SPEND_MESSAGE, [tenantId, id, hashSecret(jti), until, now]);
      if (spent.length === 0) throw new InvalidLogoutError('The token was used already');
      const actor = { tenantId, kind: 'system', id, channel: 'rest' } as const;
      const target = { kind: 'sso_connection', id };
      const details = { ended, of: sessions === undefined ? 'person' : 'session' };
      await this.audit.recordOf(em, actor, { action: 'sso.signed_out_by_directory', target, details });
    });
  }

  /**
   * Ends the session.
   * @returns where the browser signs out of the directory too; undefined where there is nothing to sign out of
   */
  async byPerson(token: string): Promise<string | undefined> {
    const [origin] = await this.system.query<Origin>(ORIGIN, [hashSecret(token)]);
    await this.sessions.close(token);
    if (origin?.connectionId == null) return undefined;
    try {
      return await this.endSessionAddress(origin, origin.connectionId);
    } catch (error) {
      // Whoever wants to go is let go, whatever the directory's state is.
      this.logger.warn({ err: error }, 'Somebody could not be signed out of their directory');
      return undefined;
    }
  }

  private async endSessionAddress(
    { tenantId, hint, keyId }: Origin,
    id: string,
  ): Promise<string | undefined> {
    const connection = await findConnection(this.system, id);
    if (connection === undefined) return undefined;
    const place = hintPlace(tenantId, id);
    const opened = hint === null || keyId === null ? undefined : this.box.open({ bytes: hint, keyId }, place);
    if (connection.kind === 'saml') return this.saml.addressOfLogout(connection, opened);
    const { client } = await this.providers.of(connection);
    if (client.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(client, {
      post_logout_redirect_uri: `${this.config.PUBLIC_URL}/sign-in`,
      ...(opened !== undefined && { id_token_hint: opened }),
    }).href;
  }

  private async checked(connection: ConnectionWithSecret, token: string): Promise<jose.JWTPayload> {
    const { keys, algorithms, client, config } = await this.providers.of(connection);
    try {
      const { payload, protectedHeader } = await jose.jwtVerify(token, keys, {
        algorithms,
        issuer: client.serverMetadata().issuer,
        audience: config.clientId,
        clockTolerance: SKEW_S,
        maxTokenAge: LONGEST_LIFE,
        requiredClaims: ['jti', 'iat', 'events'],
        currentDate: this.clock.now(),
      });
      checkClaims(payload, protectedHeader);
      return payload;
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new InvalidLogoutError(reasonOf(error).slice(0, 300));
    }
  }
}

/** What tells a logout token from an ID token, which its subject holds. */
function checkClaims(payload: jose.JWTPayload, { typ }: jose.JWTHeaderParameters): void {
  const { events, nonce, sub, sid, jti } = payload;
  if (typ !== undefined && !/^(application\/)?(logout\+)?jwt$/i.test(typ))
    throw new InvalidLogoutError('The token is of another type');
  if (!isRecord(events) || !isRecord(events[EVENT]))
    throw new InvalidLogoutError('The token has another event');
  if (nonce !== undefined) throw new InvalidLogoutError('The token has a nonce');
  if (typeof jti !== 'string' || jti === '') throw new InvalidLogoutError('The token has no id');
  if (sid !== undefined && typeof sid !== 'string') throw new InvalidLogoutError('The session is no text');
  if (sub === undefined && sid === undefined) throw new InvalidLogoutError('The token names nobody');
}

const ORIGIN = `
  SELECT tenant_id AS "tenantId", sso_connection_id AS "connectionId", sso_hint AS hint, sso_hint_key_id AS "keyId"
  FROM sessions WHERE token_hash = $1`;
