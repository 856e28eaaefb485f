import { isUuid } from '../process/ids.provider';

interface Limits {
  /** For one statement. */
  statement: string;
  /** For all from the opening to the commit; less than a gateway gives a request. */
  transaction: string;
}

const OF_REQUESTS: Limits = { statement: '20s', transaction: '25s' };
const OF_SWEEPS: Limits = { statement: '60s', transaction: '90s' };

/**
 * A process that stands still with locks in its hand is cut off first; whoever waits for one of them, or for a connection,
 * waits longer than that and gets it.
 */
const SILENCE = '5s';
const WAIT_FOR_LOCK = '8s';

/**
 * BEGIN, the tenant and the limits in one message. They are set for the transaction alone: settings of the connection would be
 * refused by PgBouncer, or reach others. The id is checked and written in: Postgres takes no parameters for two statements at once.
 */
export function openingForTenant(tenantId: string): string {
  return opening(OF_REQUESTS, 'READ WRITE', tenantSetting(tenantId));
}

/**
 * The same for what only reads.
 * @param plansOnce whether Postgres takes the plan that it has, although the values might suggest another one: it plans
 * the long statements of an inbox for longer than it runs them
 */
export function openingForReads(tenantId: string, plansOnce: boolean): string {
  const planning = plansOnce ? ` SET LOCAL plan_cache_mode = 'force_generic_plan';` : '';
  return opening(OF_REQUESTS, 'READ ONLY', `${tenantSetting(tenantId)}${planning}`);
}

function tenantSetting(tenantId: string): string {
  if (!isUuid(tenantId)) throw new TypeError('A transaction was to be opened without the id of its tenant');
  return `SET LOCAL app.tenant = '${tenantId}';`;
}

export const OPENING_FOR_SYSTEM = opening(OF_SWEEPS);
export const OPENING_FOR_LOOK_UPS = opening(OF_SWEEPS, 'READ ONLY');

/** SET LOCAL, not `set_config`: a SELECT is planned and has a row to send, which takes Postgres and the driver twice as long. */
function opening({ statement, transaction }: Limits, access = 'READ WRITE', tenant = ''): string {
  return `START TRANSACTION ${access}; ${tenant} SET LOCAL statement_timeout = '${statement}';
    SET LOCAL lock_timeout = '${WAIT_FOR_LOCK}'; SET LOCAL transaction_timeout = '${transaction}';
    SET LOCAL idle_in_transaction_session_timeout = '${SILENCE}'`;
}
