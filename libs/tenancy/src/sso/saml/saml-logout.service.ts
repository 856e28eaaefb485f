import { Injectable } from '@nestjs/common';
import { Clock, Config, Logger, queryRows, SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.service';
import { hashSecret } from '../../auth/secrets';
import { SessionsService } from '../../auth/sessions.service';
import { type ConnectionWithSecret, findConnection } from '../connections.queries';
import { SPEND_MESSAGE } from '../spent-messages';
import { LogoutRefusedError, SsoAnswerError } from '../sso.errors';
import { samlAddresses } from './saml-addresses';
import { REMEMBERED_MS } from './saml-assertion';
import type { SamlConfig } from './saml-config.schema';
import { type LogoutAnswer, SamlLogoutAnswers } from './saml-logout-answers.service';
import { type LogoutRequest, readLogoutRequest, readSignedForm } from './saml-logout-request';
import { readSignedQuery, type SignedMessage } from './saml-signed-query';
import { UnreadableXmlError } from './saml-xml';

/** A logout request as it came: the raw query, or the fields of the form. */
export type BroughtLogout =
  { binding: 'redirect'; query: string } | { binding: 'post'; request: string; relayState: string };

/** Sign-out by the provider (SAML profiles 4.4). */
@Injectable()
export class SamlLogout {
  private readonly logger: Logger;

  constructor(
    private readonly system: SystemDatabase,
    private readonly sessions: SessionsService,
    private readonly answers: SamlLogoutAnswers,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('sso');
  }

  /**
   * Ends the sessions that a signed logout request names, at once and in every process. A request counts once.
   * @returns what the provider is told; undefined where it has no address for that
   * @throws LogoutRefusedError
   */
  async byProvider(connectionId: string, brought: BroughtLogout): Promise<LogoutAnswer | undefined> {
    const connection = await findConnection(this.system, connectionId);
    try {
      if (connection?.kind !== 'saml') throw new SsoAnswerError('There is no such connection');
      const { xml, relayState } = believed(connection, brought);
      const request = this.read(connection, xml);
      await this.end(connection, request);
      return await this.answers.to(connection, {
        binding: brought.binding,
        requestId: request.id,
        relayState,
      });
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      const about = { tenantId: connection?.tenantId, connection: connectionId.slice(0, 50), reason };
      this.logger.warn(about, 'A directory’s sign-out was refused');
      throw new LogoutRefusedError(reason, error);
    }
  }

  /** Whether the session of the token is over, be it by a sign-out or for another reason. */
  async hasEnded(token: string): Promise<boolean> {
    return (await this.sessions.find(token, 'page')) === undefined;
  }

  private read({ id, config }: ConnectionWithSecret, xml: string): LogoutRequest {
    const { entityId: issuer, clockSkewSeconds } = config as SamlConfig;
    return readLogoutRequest(xml, {
      issuer,
      recipient: samlAddresses(this.config.PUBLIC_URL, id).sloUrl,
      now: this.clock.now(),
      skewMs: clockSkewSeconds * 1_000,
    });
  }

  private async end(connection: ConnectionWithSecret, request: LogoutRequest): Promise<void> {
    const { tenantId, id } = connection;
    const which = { tenantId, connectionId: id, ...namedBy(connection, request) };
    await this.sessions.endOfSso(which, async (em, ended) => {
      await this.spend(em, connection, request.id);
      const actor = { tenantId, kind: 'system', id, channel: 'rest' } as const;
      const target = { kind: 'sso_connection', id };
      const details = { ended, of: which.sessions === undefined ? 'person' : 'session' };
      await this.audit.recordOf(em, actor, { action: 'sso.signed_out_by_directory', target, details });
    });
  }

  private async spend(em: EntityManager, { tenantId, id }: ConnectionWithSecret, requestId: string) {
    const now = this.clock.now();
    const until = new Date(now.getTime() + REMEMBERED_MS);
    const values = [tenantId, id, hashSecret(`logout ${requestId}`), until, now];
    const spent = await queryRows(em, SPEND_MESSAGE, values);
    if (spent.length === 0) throw new SsoAnswerError('The request was used already');
  }
}

function believed({ config }: ConnectionWithSecret, brought: BroughtLogout): SignedMessage {
  const { certificates } = config as SamlConfig;
  if (brought.binding === 'redirect') return readSignedQuery(brought.query, certificates);
  return { xml: readSignedForm(brought.request, certificates), relayState: brought.relayState };
}

/** Where an attribute names people, sessions are known by their index alone: the NameID may be another each time. */
function namedBy(
  { config }: ConnectionWithSecret,
  { nameId, sessionIndexes }: LogoutRequest,
): { subject?: string; sessions?: string[] } {
  const isSubject = (config as SamlConfig).subjectAttribute === null;
  if (!isSubject && sessionIndexes.length === 0)
    throw new SsoAnswerError('The request names no session, and people are not known by their NameID');
  return {
    ...(isSubject && { subject: nameId }),
    ...(sessionIndexes.length > 0 && { sessions: sessionIndexes }),
  };
}

/** Undefined for what is not the request's fault. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof SsoAnswerError) return error.reason;
  if (error instanceof UnreadableXmlError) return error.message;
  return error instanceof RangeError ? 'It cannot be read' : undefined;
}
