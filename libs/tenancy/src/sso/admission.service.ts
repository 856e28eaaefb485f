import { Injectable } from '@nestjs/common';
import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { checkedEmail } from '../people/person-fields';
import { readPerson } from '../people/people.queries';
import type { PersonView } from '../people/person-view';
import type { FederatedIdentity } from './federated-identity';
import { isLinked, personBehind, speaksFor } from './identities.store';
import {
  DomainUnverifiedError,
  EmailUnverifiedError,
  NoEmailError,
  NotProvisionedError,
  OtherAccountError,
  OwnerNotAdmittedError,
  PersonLeftError,
} from './sso.errors';

/** Who it is, and how the directory's account comes to be theirs. */
export type Admission =
  | { by: 'known' | 'link' | 'invitation'; person: PersonView }
  | { by: 'provisioning'; person: undefined; email: string };

/** Decides whom a directory may send. Changes nothing. */
@Injectable()
export class AdmissionService {
  /**
   * Whom the directory has sent before, by what it calls them; else by an e-mail address at a domain that is verified and
   * bound to the connection, or whoever sets up a directory could be anybody in the workspace.
   * @throws SsoRefusedError
   */
  async admit(em: EntityManager, identity: FederatedIdentity): Promise<Admission> {
    const known = await personBehind(em, identity);
    if (known === undefined) return this.admitByEmail(em, identity);
    const person = await this.open(em, identity, known);
    return { by: 'known', person };
  }

  private async admitByEmail(em: EntityManager, identity: FederatedIdentity): Promise<Admission> {
    const { connection, emailVerified } = identity;
    const email = emailOf(identity);
    if (emailVerified === false) throw new EmailUnverifiedError();
    const domain = email.slice(email.lastIndexOf('@') + 1);
    if (!(await speaksFor(em, connection.id, domain)))
      throw new DomainUnverifiedError(domain, connection.name);
    const sql = 'SELECT id FROM users WHERE email = $1';
    const [found] = await queryRows<{ id: string }>(em, sql, [email]);
    if (found === undefined) {
      if (!connection.provisions) throw new NotProvisionedError();
      return { by: 'provisioning', person: undefined, email };
    }
    const person = await this.open(em, identity, found.id);
    if (await isLinked(em, connection.id, person.id)) throw new OtherAccountError();
    return { by: person.status === 'invited' ? 'invitation' : 'link', person };
  }

  private async open(em: EntityManager, { connection }: FederatedIdentity, id: string): Promise<PersonView> {
    const person = await readPerson(em, connection.tenantId, id);
    if (person.status === 'deactivated') throw new PersonLeftError();
    if (person.role === 'owner' && !connection.admitsOwners) throw new OwnerNotAdmittedError(connection.name);
    return person;
  }
}

function emailOf({ email, connection }: FederatedIdentity): string {
  try {
    return checkedEmail(email ?? '');
  } catch {
    throw new NoEmailError(connection.mapping.email);
  }
}
