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

export class UnknownCalendarError extends DomainError {
  constructor(key: string) {
    super(
      'invalid',
      'calendar.unknown',
      `There is no business calendar "${key}" in this tenant. Give the key of one.`,
      { key },
    );
  }
}

export class CalendarInUseError extends DomainError {
  constructor(key: string, users: readonly string[], more: boolean) {
    super(
      'conflict',
      'calendar.in_use',
      `The calendar "${key}" is that of ${users.join(', ')}${more ? ' and others' : ''}. Give them another one first.`,
      { key, users },
    );
  }
}

export class CalendarLimitError extends DomainError {
  constructor(most: number) {
    super(
      'conflict',
      'calendar.too_many',
      `A tenant has at most ${most} business calendars. Remove one that nobody needs.`,
      { most },
    );
  }
}
