import { DomainError } from '@orkestra/core';

export class SlackRequestRefusedError extends DomainError {
  constructor() {
    super(
      'unauthenticated',
      'chat.request_refused',
      'This request is not signed by a Slack app that is connected here, or it is older than five minutes. Compare the signing secret under Connections with that of the app.',
    );
  }
}
