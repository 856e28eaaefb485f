import { DomainError } from '@orkestra/core';

export class TeamsRequestRefusedError extends DomainError {
  constructor() {
    super(
      'unauthenticated',
      'chat.teams_request_refused',
      'This request is not signed by Microsoft for a bot that is connected here, or it is older than five minutes. Compare the ids of the app and of the organisation under Connections.',
    );
  }
}
