import { Injectable } from '@nestjs/common';
import { SystemDatabase } from '@orkestra/core';
import { PasskeyRefusedError, StepExpiredError, WrongCodeError } from '../auth/auth.errors';
import { accountOf } from '../auth/credentials.queries';
import { Entrance, type SignedIn, type Visitor } from '../auth/entrance.service';
import { boundOf } from '../auth/password-sign-in.service';
import type { SignInMethod } from '../auth/session';
import { addressSubject, codeSubject, SignInLimiter, type Subject } from '../auth/sign-in-limiter.service';
import { SignInSteps } from '../auth/sign-in-steps.store';
import { PasskeyProofs } from './passkey-proofs.service';
import { RecoveryCodes } from './recovery-codes.service';
import { TotpService } from './totp.service';

interface Person {
  tenantId: string;
  userId: string;
}

/** The step after a password that was right. */
@Injectable()
export class SecondFactorSignIn {
  constructor(
    private readonly database: SystemDatabase,
    private readonly steps: SignInSteps,
    private readonly limiter: SignInLimiter,
    private readonly totp: TotpService,
    private readonly recovery: RecoveryCodes,
    private readonly passkeys: PasskeyProofs,
    private readonly entrance: Entrance,
  ) {}

  /**
   * @param code of the app, or a recovery code
   * @throws StepExpiredError, WrongCodeError
   * @throws TooManyAttemptsError after five failures of a person, for five minutes
   */
  async byCode(ticket: string, code: string, visitor: Visitor): Promise<SignedIn> {
    const isTotp = /^[\d\s]{6,7}$/.test(code.trim());
    const method = isTotp ? 'password+totp' : 'password+recovery-code';
    return this.prove(ticket, method, visitor, ({ tenantId, userId }) =>
      isTotp ? this.totp.verify(tenantId, userId, code) : this.recovery.use(tenantId, userId, code),
    );
  }

  /** @throws StepExpiredError */
  async passkeyOptions(ticket: string, visitor: Visitor) {
    await this.personOf(ticket, visitor);
    const options = await this.passkeys.options();
    await this.steps.challenge(ticket, options.challenge);
    return options;
  }

  /** @throws StepExpiredError, PasskeyRefusedError, TooManyAttemptsError */
  async byPasskey(ticket: string, response: unknown, visitor: Visitor): Promise<SignedIn> {
    return this.prove(ticket, 'password+passkey', visitor, async ({ tenantId, userId }, challenge) => {
      const whose = challenge === null ? undefined : await this.passkeys.verify(response, challenge);
      return whose !== undefined && whose.tenantId === tenantId && whose.userId === userId;
    });
  }

  private async prove(
    ticket: string,
    method: SignInMethod,
    visitor: Visitor,
    proves: (person: Person, challenge: string | null) => Promise<boolean>,
  ): Promise<SignedIn> {
    const person = await this.personOf(ticket, visitor);
    const subjects = subjectsOf(person, visitor);
    await this.limiter.check(subjects);
    if (!(await proves(person, person.challenge))) {
      const { tenantId, userId } = person;
      await Promise.all([
        this.limiter.failed(subjects),
        this.entrance.refuse(tenantId, userId, method.replace('password+', ''), visitor),
      ]);
      throw method === 'password+passkey' ? new PasskeyRefusedError() : new WrongCodeError();
    }
    // Once more, as with passwords: a burst must not get past the limit.
    await this.limiter.check(subjects);
    const taken = await this.steps.take(ticket, 'second-factor', boundOf(visitor));
    const account = await accountOf(this.database, person.tenantId, person.userId);
    if (taken === undefined || taken.epoch === null || account === undefined) throw new StepExpiredError();
    await this.limiter.succeeded(codeSubject(person.tenantId, person.userId));
    // As of the password: another one that is set meanwhile is refused by the statement that opens the session.
    return this.entrance.enter({ ...account, epoch: taken.epoch }, method, visitor);
  }

  private async personOf(ticket: string, visitor: Visitor): Promise<Person & { challenge: string | null }> {
    const step = await this.steps.find(ticket, 'second-factor', boundOf(visitor));
    if (step?.tenantId == null || step.userId === null) throw new StepExpiredError();
    return { tenantId: step.tenantId, userId: step.userId, challenge: step.challenge };
  }
}

function subjectsOf({ tenantId, userId }: Person, { remoteAddress }: Visitor): Subject[] {
  const own = codeSubject(tenantId, userId);
  return remoteAddress === undefined ? [own] : [own, addressSubject(remoteAddress)];
}
