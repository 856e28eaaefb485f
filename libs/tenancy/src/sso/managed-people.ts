import type { EntityManager } from 'typeorm';

/** Whether somebody else than the sign-in keeps a person's name, role and groups in step. */
export abstract class ManagedPeople {
  abstract manages(em: EntityManager, userId: string): Promise<boolean>;
}

/** Where nothing feeds people from a directory. */
export class NobodyManaged extends ManagedPeople {
  override manages(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
