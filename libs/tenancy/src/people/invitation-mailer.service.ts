import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenant-context';

export interface InvitationMail {
  to: string;
  displayName: string;
  /** Who invites. */
  invitedBy: string;
  link: string;
  expiresAt: Date;
}

/** Sends invitations by mail. */
export abstract class InvitationMailer {
  /** Whether mail is set up at all. */
  abstract readonly works: boolean;

  /** In the transaction of the invitation: nothing is sent of one that is rolled back. */
  abstract send(em: EntityManager, ctx: TenantContext, mail: InvitationMail): Promise<void>;
}
