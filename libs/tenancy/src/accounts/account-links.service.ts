import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '@orkestra/core';
import type { LinkView } from '../links/one-time-links.service';
import { InvitationAcceptance } from '../people/invitation-acceptance.service';
import { hashNewPassword, setPasswordHash } from './new-passwords';
import { PasswordLinks } from './password-links.service';

export interface UsedLink {
  token: string;
  password: string;
  /** Of an invitation: how the person wants to be called; else as they were invited. */
  displayName?: string | undefined;
  remoteAddress?: string | undefined;
}

/** Uses a link up, whatever it is for: each ends with a password that the person has set. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly database: TenantDatabase,
    private readonly passwords: PasswordLinks,
    private readonly acceptance: InvitationAcceptance,
  ) {}

  /** @throws InvalidLinkError, WeakPasswordError, InvalidPersonError, SsoOnlyError, TooManyAttemptsError */
  async use({ token, password, displayName, remoteAddress }: UsedLink): Promise<LinkView> {
    const link = await this.passwords.look(token, remoteAddress);
    if (link.purpose === 'password-reset') return this.passwords.reset(token, password, remoteAddress);
    const { tenant, user } = link;
    const hash = await hashNewPassword(this.database, { tenantId: tenant.id }, user.id, password);
    await this.acceptance.accept(token, displayName ?? user.displayName, {
      remoteAddress,
      also: (em, { userId }) => setPasswordHash(em, userId, hash),
    });
    return link;
  }
}
