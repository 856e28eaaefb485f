import { DomainError } from '@orkestra/core';

export class DecisionNeededError extends DomainError {
  constructor(approval: boolean) {
    const field = approval ? 'verdict' : 'data';
    super(
      'invalid',
      'mcp.decision_needed',
      `Nobody can be asked here: give \`${field}\`. The task is as it was; read what it asks for with task_get.`,
      { fields: [{ pointer: `/${field}`, message: 'is needed' }] },
    );
  }
}

export class PayloadDigestNeededError extends DomainError {
  constructor() {
    super(
      'invalid',
      'mcp.payload_digest_needed',
      'A verdict names what it is about: give `payload_digest` as task_get shows it in `task.approval`.',
      { fields: [{ pointer: '/payload_digest', message: 'is needed' }] },
    );
  }
}
