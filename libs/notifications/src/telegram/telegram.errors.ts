import { DomainError } from '@orkestra/core';

export class TelegramUnavailableError extends DomainError {
  constructor(problem: string) {
    super(
      'unavailable',
      'notifications.telegram_unavailable',
      `Telegram does not answer as it should: ${problem} Try again in a moment.`,
    );
  }
}
