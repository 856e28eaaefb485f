import { DomainError } from '@orkestra/core';

export class NoDemoInProductionError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'seed.production',
      'The demo tenants have a password that everybody knows, so they are not made with NODE_ENV=production.',
    );
  }
}
