export { ErasureNotConfirmedError } from './erasure/erasure.errors';
export { ErasureProgress, type ErasureProgressView } from './erasure/erasure-progress.service';
export { type ErasureRequest, PersonErasure } from './erasure/person-erasure.service';
export {
  InvalidLegalHoldError,
  LegalHoldError,
  LegalHoldNotFoundError,
  LegalHoldReleasedError,
} from './holds/holds.errors';
export type { LegalHoldView } from './holds/legal-hold-view';
export { LegalHolds } from './holds/legal-holds.service';
export { PrivacyModule } from './privacy.module';
export { InvalidRetentionError } from './retention/retention.errors';
export { type RetentionDays, RetentionService } from './retention/retention.service';
export { RetentionSweep } from './retention/retention-sweep.service';
