import { Injectable } from '@nestjs/common';
import { DomainError, Logger, SystemDatabase } from '@orkestra/core';
import type { SignedIn, Visitor } from '../auth/entrance.service';
import { personOf, StepUp } from '../proof/step-up.service';
import type { TenantContext } from '../tenant-context';
import { type ConnectionWithSecret, findConnection } from './connections.queries';
import type { FederatedIdentity } from './federated-identity';
import { FederatedSignIn } from './federated-sign-in.service';
import { OidcProtocol } from './oidc/oidc-protocol.service';
import { type Departure, localPath, type RoundTrip } from './round-trip';
import { RoundTrips } from './round-trips.store';
import { ConnectionClosedError, DirectoryUnreachableError, SsoAnswerError } from './sso.errors';
import { SsoTests } from './sso-tests.service';

/** How a round trip ended. */
export interface Return {
  /** Undefined where nobody came in by it: a test, or a proof by who is there already. */
  signedIn?: SignedIn | undefined;
  /** Path where the person goes on. */
  returnTo: string;
}

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
  private readonly logger: Logger;

  constructor(
    private readonly system: SystemDatabase,
    private readonly trips: RoundTrips,
    private readonly oidc: OidcProtocol,
    private readonly federated: FederatedSignIn,
    private readonly tests: SsoTests,
    private readonly stepUp: StepUp,
    logger: Logger,
  ) {
    this.logger = logger.child('sso');
  }

  /** Where the browser goes. @throws ConnectionClosedError, DirectoryUnreachableError */
  async depart({ connectionId, purpose, returnTo, browser, email }: Departure): Promise<URL> {
    const connection = await findConnection(this.system, connectionId);
    const isOpen = connection?.enabled === true || purpose.kind === 'test';
    if (connection === undefined || !isOpen || connection.kind !== 'oidc') throw new ConnectionClosedError();
    if (purpose.kind !== 'sign-in' && purpose.tenantId !== connection.tenantId)
      throw new ConnectionClosedError();
    const demands = { fresh: purpose.kind === 'step-up', email };
    const checks = this.oidc.newChecks(demands);
    const trip = { connectionId, purpose, returnTo: localPath(returnTo), checks };
    return this.reporting(connection, trip, async () => {
      const state = await this.trips.begin(connection.tenantId, trip, browser);
      return this.oidc.addressOf(connection, state, checks, demands);
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
    if (trip.purpose.kind === 'test') return this.endTest(trip, trip.purpose, identify);
    const identity = await this.reporting(connection, trip, identify);
    return this.end(identity, trip, visitor);
  }

  private async end(identity: FederatedIdentity, trip: RoundTrip, visitor: Visitor): Promise<Return> {
    const { purpose, returnTo } = trip;
    if (purpose.kind === 'step-up') {
      await this.stepUp.proveBySso(purpose, {
        connectionId: identity.connection.id,
        subject: identity.subject,
        provenAt: identity.authTime,
      });
      return { returnTo };
    }
    return { signedIn: await this.federated.enter(identity, visitor), returnTo };
  }

  private async endTest(
    { returnTo }: RoundTrip,
    { tenantId, testId }: { tenantId: string; testId: string },
    identify: () => Promise<FederatedIdentity>,
  ): Promise<Return> {
    const answer = await identify().catch((error: unknown) => {
      if (error instanceof DomainError) return error;
      throw error;
    });
    await this.tests.finish(tenantId, testId, answer);
    return { returnTo };
  }

  /** What a person is not told is for the log, and for who looks at the connection. */
  private async reporting<T>(
    { tenantId, id }: ConnectionWithSecret,
    { purpose }: RoundTrip,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SsoAnswerError || error instanceof DirectoryUnreachableError) {
        const { reason } = error;
        this.logger.warn({ tenantId, connection: id, purpose: purpose.kind, reason }, 'A directory failed');
        await this.system.query(FAILS, [id, reason]);
        if (purpose.kind === 'test') await this.tests.finish(purpose.tenantId, purpose.testId, error);
      }
      throw error;
    }
  }
}

const ORIGIN = 'SELECT sso_connection_id AS "connectionId" FROM sessions WHERE tenant_id = $1 AND id = $2';

const FAILS = `UPDATE sso_connections SET status = 'failing', problem = left($2, 500) WHERE id = $1`;
