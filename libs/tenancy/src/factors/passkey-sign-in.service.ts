import { Injectable } from '@nestjs/common';
import { SystemDatabase } from '@orkestra/core';
import { PasskeyRefusedError, StepExpiredError } from '../auth/auth.errors';
import { accountOf } from '../auth/credentials.queries';
import { Entrance, type SignedIn, type Visitor } from '../auth/entrance.service';
import { boundOf } from '../auth/password-sign-in.service';
import { addressSubject, SignInLimiter } from '../auth/sign-in-limiter.service';
import { SignInSteps } from '../auth/sign-in-steps.store';
import { PasskeyProofs } from './passkey-proofs.service';

/** Sign-in by passkey alone: it is two factors in one, since the device asks for a finger, a face or a PIN. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly database: SystemDatabase,
    private readonly steps: SignInSteps,
    private readonly limiter: SignInLimiter,
    private readonly passkeys: PasskeyProofs,
    private readonly entrance: Entrance,
  ) {}

  /** @throws TooManyAttemptsError */
  async begin(visitor: Visitor) {
    await this.limiter.check(subjectsOf(visitor));
    const options = await this.passkeys.options();
    const { challenge } = options;
    const step = { purpose: 'passkey-sign-in', challenge, boundTo: boundOf(visitor) } as const;
    return { ticket: await this.steps.begin(step), options };
  }

  /** @throws StepExpiredError, PasskeyRefusedError, SsoOnlyError, TooManyAttemptsError */
  async complete(ticket: string, response: unknown, visitor: Visitor): Promise<SignedIn> {
    const subjects = subjectsOf(visitor);
    await this.limiter.check(subjects);
    const step = await this.steps.take(ticket, 'passkey-sign-in', boundOf(visitor));
    if (step?.challenge == null) throw new StepExpiredError();
    const whose = await this.passkeys.verify(response, step.challenge);
    const account = whose && (await accountOf(this.database, whose.tenantId, whose.userId));
    if (whose === undefined || account === undefined) {
      const record = whose && this.entrance.refuse(whose.tenantId, whose.userId, 'passkey', visitor);
      await Promise.all([this.limiter.failed(subjects), record]);
      throw new PasskeyRefusedError();
    }
    return this.entrance.enter({ ...account, epoch: whose.epoch }, 'passkey', visitor);
  }
}

function subjectsOf({ remoteAddress }: Visitor) {
  return remoteAddress === undefined ? [] : [addressSubject(remoteAddress)];
}
