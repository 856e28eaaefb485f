import { Injectable } from '@nestjs/common';
import { SystemDatabase } from '@orkestra/core';
import { InvalidCredentialsError, type SecondFactor, SecondFactorNeededError } from './auth.errors';
import { type Account, findAccount } from './credentials.queries';
import { Entrance, type SignedIn, type Visitor } from './entrance.service';
import { verifyPassword } from './passwords';
import { accountSubject, addressSubject, SignInLimiter } from './sign-in-limiter.service';
import { SignInSteps } from './sign-in-steps.store';
import { networkOf } from '../limits/network-address';

export interface SignIn extends Visitor {
  /** The tenant's slug. */
  tenant: string;
  email: string;
  password: string;
}

/** Sign-in by password: the only step, or the first of two. */
@Injectable()
export class PasswordSignIn {
  constructor(
    private readonly database: SystemDatabase,
    private readonly limiter: SignInLimiter,
    private readonly steps: SignInSteps,
    private readonly entrance: Entrance,
  ) {}

  /** @throws what `AuthService.signIn` throws */
  async signIn({ tenant, email, password, ...visitor }: SignIn): Promise<SignedIn> {
    const account = await this.check({ tenant, email, password, ...visitor });
    await this.entrance.checkPolicy(account, visitor);
    const factors = factorsOf(account);
    if (factors.length === 0) return this.entrance.enter(account, 'password', visitor);
    const { tenantId, userId, epoch } = account;
    const boundTo = boundOf(visitor);
    const ticket = await this.steps.begin({ purpose: 'second-factor', tenantId, userId, epoch, boundTo });
    throw new SecondFactorNeededError(ticket, factors);
  }

  private async check({ tenant, email, password, ...visitor }: SignIn): Promise<Account> {
    const account = accountSubject(tenant, email);
    const { remoteAddress } = visitor;
    const subjects = remoteAddress === undefined ? [account] : [account, addressSubject(remoteAddress)];
    await this.limiter.check(subjects);
    const found = await findAccount(this.database, tenant, email);
    const known = found !== undefined && found.userId !== null ? found : undefined;
    if (!(await verifyPassword(known?.passwordHash, password)) || known === undefined) {
      const record = found && this.entrance.refuse(found.tenantId, found.userId, 'password', visitor);
      await Promise.all([this.limiter.failed(subjects), record]);
      throw new InvalidCredentialsError();
    }
    // Once more, or a burst of guesses sent at once would all have been checked before the first failed.
    await this.limiter.check(subjects);
    await this.limiter.succeeded(account);
    return known;
  }
}

/** What a ticket is bound to: whoever carries it off to another network cannot use it. */
export function boundOf({ remoteAddress }: Visitor): string | undefined {
  return remoteAddress === undefined ? undefined : networkOf(remoteAddress);
}

function factorsOf({ hasTotp, hasPasskey }: Account): SecondFactor[] {
  const own: SecondFactor[] = [
    ...(hasPasskey ? ['passkey' as const] : []),
    ...(hasTotp ? ['totp' as const] : []),
  ];
  return own.length === 0 ? [] : [...own, 'recovery-code'];
}
