export { Clock } from './process/clock.provider';
export { Config, loadConfig } from './process/config';
export { settings } from './process/settings';
export { CoreModule, type CoreOptions } from './core.module';
export { acceptCorrelationId, currentCorrelationId, runWithCorrelation } from './process/correlation';
export { SystemDatabase, TenantDatabase, type TenantScope } from './database/database.provider';
export { queryRows, type Reader } from './database/query-rows';
export { lastRows } from './database/transaction';
export { canonicalJson, digest } from './json/digest';
export { DomainError, type ErrorDetails, type ErrorKind, type FieldError } from './process/domain.errors';
export { type Health, HealthService } from './health.service';
export { Ids, isUuid, uuidsStartingWith } from './process/ids.provider';
export { RequestTimeoutError, runUntilGivenUp } from './process/given-up';
export { fewAtOnce } from './process/few-at-once';
export { NameLookup, Outbound, type OutboundRequest } from './outbound/outbound.provider';
export { OutboundError } from './outbound/outbound.errors';
export { LiveBus } from './live/live-bus.provider';
export { type LiveMessage, resyncMessage } from './live/live-message';
export { LiveSubscription } from './live/live-subscription';
export { Logger } from './process/logger.provider';
export { isLoopback } from './process/loopback';
export { keepHeapLean } from './process/lean-heap';
export { ignoreStraySignals, SHUTDOWN_SIGNALS } from './process/signals';
export { noticeStrangeProxies, plainAddress, trustedProxies } from './process/trusted-proxies';
export { Metrics } from './process/metrics.provider';
export { LONGEST_OPERATION_ID, operationIdProblem } from './process/operation-id';
export { isPrepared, prepared, rowsAsJson } from './database/prepared';
export { oneLine, withoutDeceiving } from './one-line';
export { oneLineText } from './one-line.schema';
export {
  decodeCursor,
  encodeCursor,
  InvalidCursorError,
  LARGEST_PAGE,
  type Page,
  type PageRequest,
  pageSize,
  toPage,
} from './pagination';
export { protectTable, purgePolicy, type TableAccess } from './database/row-level-security';
export { inexactNumber, NUMBER_MESSAGE } from './json/exact-numbers';
export { isRecord } from './json/is-record';
export { jsonObject } from './json/json-object.schema';
export { escapePointer, pointerTo } from './json/json-pointer';
export { DEEPEST_NESTING, isTooDeep } from './json/nesting';
export { withoutNulls, withoutNullsWithin } from './json/without-nulls';
export { DEEPEST_JSON, NUL_MESSAGE, unstorable, unstorableButTexts } from './json/storable';
export {
  TemporalConnection,
  temporalConnectionOptions,
  temporalDataConverter,
} from './temporal-connection.provider';
