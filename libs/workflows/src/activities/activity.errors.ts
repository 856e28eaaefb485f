import { DomainError } from '@orkestra/core';

export class ForeignTenantError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'activity.foreign_tenant',
      'The tenant of the activity is not the tenant of its workflow.',
    );
  }
}

export class MissingTenantError extends DomainError {
  constructor() {
    super(
      'invalid',
      'activity.no_tenant',
      "The activity came without a tenant. Start the workflow through Orkestra, and load '@orkestra/sdk/interceptors' in its worker.",
    );
  }
}

export class TaskNotClosedError extends DomainError {
  constructor() {
    super('conflict', 'task.not_closed', 'The task is still open; it has no result yet.');
  }
}
