import { DomainError, type FieldError } from '@orkestra/core';

export class InvalidCalendarError extends DomainError {
  constructor(fields: FieldError[]) {
    const [first] = fields;
    super(
      'invalid',
      'calendar.invalid',
      `The calendar cannot be used: ${first?.pointer ?? ''}: ${first?.message ?? ''}`,
      { fields },
    );
  }
}

export class InvalidDelayError extends DomainError {
  constructor(message: string) {
    super('invalid', 'calendar.invalid_delay', `This is no length of time: ${message}.`);
  }
}

export class CalendarOutOfReachError extends DomainError {
  constructor(years: number) {
    super(
      'invalid',
      'calendar.out_of_reach',
      `The business calendar does not have that much working time within ${years} years. ` +
        'Ask for less, or give the calendar longer hours.',
      { years },
    );
  }
}
