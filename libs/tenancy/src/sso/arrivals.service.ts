import { Injectable } from '@nestjs/common';
import { DomainError, Logger, SystemDatabase } from '@orkestra/core';
import type { SignedIn, Visitor } from '../auth/entrance.service';
import { StepUp } from '../proof/step-up.service';
import type { ConnectionWithSecret } from './connections.queries';
import type { FederatedIdentity } from './federated-identity';
import { FederatedSignIn } from './federated-sign-in.service';
import type { RoundTrip } from './round-trip';
import { DirectoryUnreachableError, SsoAnswerError } from './sso.errors';
import { SsoTests } from './sso-tests.service';

/** How a round trip ended. */
export interface Return {
  /** Undefined where nobody came in by it: a test, or a proof by who is there already. */
  signedIn?: SignedIn | undefined;
  /** Path where the person goes on. */
  returnTo: string;
}

/** What becomes of who comes back from a directory, whatever it speaks. */
@Injectable()
export class Arrivals {
  private readonly logger: Logger;

  constructor(
    private readonly system: SystemDatabase,
    private readonly federated: FederatedSignIn,
    private readonly tests: SsoTests,
    private readonly stepUp: StepUp,
    logger: Logger,
  ) {
    this.logger = logger.child('sso');
  }

  /** @returns undefined where a test has failed, which is kept for who started it */
  async identified(
    connection: ConnectionWithSecret,
    { purpose }: RoundTrip,
    identify: () => Promise<FederatedIdentity>,
  ): Promise<FederatedIdentity | undefined> {
    if (purpose.kind !== 'test') return this.reporting(connection, purpose, identify);
    try {
      return await identify();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.tests.finish(purpose.tenantId, purpose.testId, error);
      return undefined;
    }
  }

  /** @throws StepUpNeededError, what `FederatedSignIn.enter` throws */
  async end(
    identity: FederatedIdentity,
    { purpose, returnTo }: Omit<RoundTrip, 'checks'>,
    visitor: Visitor,
  ): Promise<Return> {
    if (purpose.kind === 'sign-in')
      return { signedIn: await this.federated.enter(identity, visitor), returnTo };
    if (purpose.kind === 'test') await this.tests.finish(purpose.tenantId, purpose.testId, identity);
    else {
      await this.stepUp.proveBySso(purpose, {
        connectionId: identity.connection.id,
        subject: identity.subject,
        provenAt: identity.authTime,
      });
    }
    return { returnTo };
  }

  /** What a person is not told is for the log, and for who looks at the connection. */
  async reporting<T>(
    { tenantId, id }: ConnectionWithSecret,
    purpose: RoundTrip['purpose'],
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

const FAILS = `UPDATE sso_connections SET status = 'failing', problem = left($2, 500) WHERE id = $1`;
