import { Injectable } from '@nestjs/common';
import { DomainError, Logger, SystemDatabase } from '@orkestra/core';
import { Entrance, type Visitor } from '../../auth/entrance.service';
import { isSessionToken } from '../../auth/secrets';
import { SignInSteps } from '../../auth/sign-in-steps.store';
import { Arrivals, type Return } from '../arrivals.service';
import { type ConnectionWithSecret, findConnection } from '../connections.queries';
import type { FederatedIdentity } from '../federated-identity';
import { localPath, type RoundTrip } from '../round-trip';
import { RoundTrips } from '../round-trips.store';
import {
  ConnectionClosedError,
  SsoStepExpiredError,
  UnknownConnectionError,
  UnsolicitedAnswerError,
} from '../sso.errors';
import type { SamlConfig } from './saml-config.schema';
import { bindingOf, SamlProtocol } from './saml-protocol.service';

/** The form that a browser brings from an identity provider. */
export interface SamlAnswer {
  connectionId: string;
  /** As the form has it. */
  response: string;
  relayState: string;
}

export interface Landing {
  connectionId: string;
  ticket: string;
  /** As at the departure. */
  browser: string;
}

/** What is kept between the form and the browser that it has to be from. */
interface Landed {
  connectionId: string;
  trip: Omit<RoundTrip, 'checks'>;
  identity: Omit<FederatedIdentity, 'connection' | 'authTime'> & { authTime: string | null };
}

const UNASKED = { kind: 'sign-in' } as const;

/**
 * Takes people back from SAML identity providers. A form from another site comes without our cookies, so it only leads
 * to an address of our own, where the browser shows that it is the one that began.
 */
@Injectable()
export class SamlSignOn {
  private readonly logger: Logger;

  constructor(
    private readonly system: SystemDatabase,
    private readonly trips: RoundTrips,
    private readonly steps: SignInSteps,
    private readonly saml: SamlProtocol,
    private readonly arrivals: Arrivals,
    private readonly entrance: Entrance,
    logger: Logger,
  ) {
    this.logger = logger.child('sso');
  }

  /**
   * @returns where the browser goes on; signed in at once only where it was not sent from here
   * @throws SsoStepExpiredError, SsoDeniedError, SsoAnswerError, UnsolicitedAnswerError, ConnectionClosedError
   */
  async receive(answer: SamlAnswer, visitor: Visitor): Promise<Return> {
    const connection = await this.connectionOf(answer.connectionId);
    try {
      if (isSessionToken(answer.relayState)) return await this.receiveAsked(connection, answer);
      return await this.receiveUnasked(connection, answer, visitor);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'unauthenticated')
        await this.entrance.refuse(connection.tenantId, null, error.code, visitor);
      throw error;
    }
  }

  /**
   * @throws SsoStepExpiredError also in another browser than the one that began
   * @throws what `FederatedSignIn.enter` throws
   */
  async land({ connectionId, ticket, browser }: Landing, visitor: Visitor): Promise<Return> {
    const step = await this.steps.take(ticket, 'sso-landing', bindingOf(browser));
    const landed = step?.data as Landed | null | undefined;
    if (landed == null || landed.connectionId !== connectionId) throw new SsoStepExpiredError();
    const connection = await this.connectionOf(connectionId);
    const { authTime, ...said } = landed.identity;
    const identity = { ...said, connection, authTime: authTime === null ? undefined : new Date(authTime) };
    return this.arrivals.end(identity, landed.trip, visitor);
  }

  /** As XML. @throws UnknownConnectionError, SecretUnreadableError */
  async metadata(connectionId: string): Promise<string> {
    const connection = await findConnection(this.system, connectionId);
    if (connection?.kind !== 'saml') throw new UnknownConnectionError();
    return this.saml.metadataOf(connection);
  }

  private async receiveAsked(
    connection: ConnectionWithSecret,
    { response, relayState }: SamlAnswer,
  ): Promise<Return> {
    const { checks, ...trip } = await this.trips.take(relayState, connection.id, undefined);
    const identity = await this.arrivals.identified(connection, { ...trip, checks }, () =>
      this.saml.identify(connection, response, checks),
    );
    if (identity === undefined) return { returnTo: trip.returnTo };
    const { connection: _connection, authTime, ...said } = identity;
    const landed: Landed = {
      connectionId: connection.id,
      trip,
      identity: { ...said, authTime: authTime?.toISOString() ?? null },
    };
    const ticket = await this.steps.begin({
      purpose: 'sso-landing',
      tenantId: connection.tenantId,
      boundTo: checks['browser'],
      data: { ...landed },
    });
    return { returnTo: `/api/v1/auth/sso/saml/${connection.id}/land?ticket=${ticket}` };
  }

  private async receiveUnasked(
    connection: ConnectionWithSecret,
    { response, relayState }: SamlAnswer,
    visitor: Visitor,
  ): Promise<Return> {
    const { tenantId, id, enabled, config } = connection;
    if (!enabled) throw new ConnectionClosedError();
    if (!(config as SamlConfig).idpInitiated) {
      this.logger.warn({ tenantId, connection: id }, 'A directory sent somebody who was not asked for');
      throw new UnsolicitedAnswerError();
    }
    const identity = await this.arrivals.reporting(connection, UNASKED, () =>
      this.saml.identify(connection, response, undefined),
    );
    const trip = { connectionId: id, purpose: UNASKED, returnTo: localPath(relayState) };
    return this.arrivals.end(identity, trip, visitor);
  }

  private async connectionOf(id: string): Promise<ConnectionWithSecret> {
    const connection = await findConnection(this.system, id);
    if (connection?.kind !== 'saml') throw new ConnectionClosedError();
    return connection;
  }
}
