import { DomainError } from '../process/domain.errors';

/** Why the database did not do what was asked, though nothing was wrong with the question. */
export type Outage = 'unreachable' | 'busy' | 'held_up' | 'full' | 'read_only';

const RETRY_AFTER_SECONDS = 5;

const WORDS: Record<Outage, string> = {
  unreachable: 'The database cannot be reached.',
  busy: 'The database is overloaded, or all connections to it are in use.',
  held_up: 'Something else held the database up for too long.',
  full: 'The database has no room left.',
  read_only: 'The database takes no changes at the moment.',
};

/** The database is down, overloaded or full, or somebody stood in the way: nothing was changed, and a retry is right. */
export class DatabaseUnavailableError extends DomainError {
  /** What is wrong, in one sentence. */
  get words(): string {
    return WORDS[this.outage];
  }

  /** @param sign Postgres's or the network's code for it, such as `57P03` or `ECONNREFUSED` */
  constructor(
    readonly outage: Outage,
    readonly sign: string,
    cause?: unknown,
  ) {
    super(
      'unavailable',
      `database.${outage}`,
      `${WORDS[outage]} Nothing was changed. Try again in a few seconds.`,
      { retryAfter: RETRY_AFTER_SECONDS },
      { cause },
    );
  }
}

/** The connection was lost between the request to commit and its answer. */
export class OutcomeUnknownError extends DomainError {
  constructor(cause: unknown) {
    super(
      'unavailable',
      'database.outcome_unknown',
      'The connection to the database was lost while the change was being recorded: it may have been recorded or not. ' +
        'Look at it before you ask again, or send the same request with the same key, which does nothing twice.',
      { retryAfter: RETRY_AFTER_SECONDS },
      { cause },
    );
  }
}
