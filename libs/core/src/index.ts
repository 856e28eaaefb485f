export { Clock } from './clock';
export { Config, loadConfig, settings } from './config';
export { CoreModule, type CoreOptions } from './core.module';
export { acceptCorrelationId, currentCorrelationId, runWithCorrelation } from './correlation';
export { queryRows, SystemDatabase, TenantDatabase, type TenantScope } from './database';
export { digest } from './digest';
export { DomainError, type ErrorDetails, type ErrorKind, type FieldError } from './errors';
export { type Health, HealthService } from './health.service';
export { Ids, isUuid, uuidsStartingWith } from './ids';
export { LiveBus } from './live-bus';
export type { LiveMessage } from './live-message';
export { LiveSubscription } from './live-subscription';
export { Logger } from './logger';
export { isLoopback, Metrics } from './metrics';
export { prepared } from './prepared';
export {
  decodeCursor,
  encodeCursor,
  InvalidCursorError,
  type Page,
  type PageRequest,
  pageSize,
  toPage,
} from './pagination';
export { protectTable, type TableAccess } from './row-level-security';
export { NUL_MESSAGE, unstorable } from './storable';
export { TemporalConnection, temporalConnectionOptions } from './temporal-connection';
