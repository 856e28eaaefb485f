import { Injectable } from '@nestjs/common';
import { SystemDatabase } from '@orkestra/core';
import type { Visitor } from '../auth/entrance.service';
import { personOf } from '../proof/step-up.service';
import type { TenantContext } from '../tenant-context';
import { Arrivals, type Return } from './arrivals.service';
import { findConnection } from './connections.queries';
import { OidcProtocol } from './oidc/oidc-protocol.service';
import { type Departure, localPath } from './round-trip';
import { RoundTrips } from './round-trips.store';
import { SamlProtocol } from './saml/saml-protocol.service';
import { ConnectionClosedError } from './sso.errors';
import { SsoTests } from './sso-tests.service';

export interface OidcAnswer {
  connectionId: string;
  /** Of the address that the browser came back to, with the `?`. */
  query: string;
  state: string;
  /** As at the departure. */
  browser: string;
}

/** Sends people to their directory, and takes them back. */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly system: SystemDatabase,
    private readonly trips: RoundTrips,
    private readonly oidc: OidcProtocol,
    private readonly saml: SamlProtocol,
    private readonly arrivals: Arrivals,
    private readonly tests: SsoTests,
  ) {}

  /** Where the browser goes. @throws ConnectionClosedError, DirectoryUnreachableError */
  async depart({ connectionId, purpose, returnTo, browser, email }: Departure): Promise<URL> {
    const connection = await findConnection(this.system, connectionId);
    const isOpen = connection?.enabled === true || purpose.kind === 'test';
    if (connection === undefined || !isOpen) throw new ConnectionClosedError();
    if (purpose.kind !== 'sign-in' && purpose.tenantId !== connection.tenantId)
      throw new ConnectionClosedError();
    const demands = { fresh: purpose.kind === 'step-up', email };
    const isSaml = connection.kind === 'saml';
    const protocol = isSaml ? this.saml : this.oidc;
    const checks = protocol.newChecks(demands, browser);
    const trip = { connectionId, purpose, returnTo: localPath(returnTo), checks };
    return this.arrivals.reporting(connection, purpose, async () => {
      // A form from another site comes without cookies: the browser is known by what comes after it.
      const state = await this.trips.begin(connection.tenantId, trip, isSaml ? undefined : browser);
      return protocol.addressOf(connection, state, checks, demands);
    });
  }

  /** By the directory that the person's session came from. @throws ConnectionClosedError, PersonOnlyError */
  async departToProve(ctx: TenantContext, browser: string, returnTo: string | undefined): Promise<URL> {
    const { userId, sessionId } = personOf(ctx);
    const { tenantId } = ctx;
    const [session] = await this.system.query<{ connectionId: string | null }>(ORIGIN, [tenantId, sessionId]);
    if (session?.connectionId == null) throw new ConnectionClosedError();
    const purpose = { kind: 'step-up', tenantId, userId, sessionId } as const;
    return this.depart({ connectionId: session.connectionId, purpose, returnTo, browser });
  }

  /** For an admin who has started a test. @throws ConnectionClosedError, UnknownSsoTestError */
  async departToTest(ctx: TenantContext, browser: string, testId: string): Promise<URL> {
    const { connectionId } = await this.tests.get(ctx, testId);
    const purpose = { kind: 'test', tenantId: ctx.tenantId, testId } as const;
    const returnTo = `/workspace/sign-in?test=${testId}`;
    return this.depart({ connectionId, purpose, returnTo, browser });
  }

  /**
   * @throws SsoStepExpiredError, SsoDeniedError, SsoAnswerError, DirectoryUnreachableError
   * @throws what `FederatedSignIn.enter` throws
   */
  async returnByOidc(answer: OidcAnswer, visitor: Visitor): Promise<Return> {
    const { connectionId, query, state, browser } = answer;
    const trip = await this.trips.take(state, connectionId, browser);
    const connection = await findConnection(this.system, connectionId);
    if (connection === undefined) throw new ConnectionClosedError();
    const identify = () => this.oidc.identify(connection, query, state, trip.checks);
    const identity = await this.arrivals.identified(connection, trip, identify);
    return identity === undefined ? { returnTo: trip.returnTo } : this.arrivals.end(identity, trip, visitor);
  }
}

const ORIGIN = 'SELECT sso_connection_id AS "connectionId" FROM sessions WHERE tenant_id = $1 AND id = $2';
