import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { ErasureProgress } from './erasure/erasure-progress.service';
import { PersonErasure } from './erasure/person-erasure.service';
import { LegalHolds } from './holds/legal-holds.service';
import { RetentionService } from './retention/retention.service';
import { RetentionSweep } from './retention/retention-sweep.service';

const services = [ErasureProgress, LegalHolds, PersonErasure, RetentionService, RetentionSweep];

/** What is kept, what is erased and what must not be. Needs the global CoreModule. */
@Module({ imports: [TenancyModule, TasksModule], providers: services, exports: services })
export class PrivacyModule {}
