import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CoreModule, type CoreOptions } from '@orkestra/core';
import { NotificationsModule } from '@orkestra/notifications';
import { PrivacyModule } from '@orkestra/privacy';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { WorkflowsModule } from '@orkestra/workflows';
import { ActivitiesModule } from '@orkestra/workflows/worker';
import { TemporalMetadataAccessor } from 'nestjs-temporal/dist/temporal-metadata.accessors';
import { ActivityExplorer } from './activity-explorer.service';
import { AuditSealLoop } from './audit-seal-loop.service';
import { ChannelListeners } from './channels/channel-listeners.service';
import { ErasureLoop } from './erasure-loop.service';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';
import { MailRelay } from './mail-relay.service';
import { NotificationRelay } from './notification-relay.service';
import { OutboxRelay } from './outbox-relay.service';
import { ReconcilerSchedule } from './reconciler-schedule.service';
import { ReplyListener } from './replies/reply-listener.service';
import { StartSweep } from './start-sweep.service';
import { TemporalWorkers } from './temporal-workers.provider';
import { TenantPurgeLoop } from './tenant-purge-loop.service';
import { WebhookRelay } from './webhooks/webhook-relay.service';
import { WorkerFactory } from './worker-factory.service';
import { ZoneCheck } from './zone-check.service';

@Module({})
export class WorkerModule {
  static forRoot(options: Partial<CoreOptions> = {}): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        CoreModule.forRoot({ app: 'worker', ...options }),
        DiscoveryModule,
        TenancyModule,
        TasksModule,
        PrivacyModule,
        NotificationsModule,
        WorkflowsModule,
        ActivitiesModule,
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        ActivityExplorer,
        AuditSealLoop,
        ChannelListeners,
        ErasureLoop,
        TemporalMetadataAccessor,
        WorkerFactory,
        TemporalWorkers,
        MailRelay,
        NotificationRelay,
        WebhookRelay,
        OutboxRelay,
        StartSweep,
        ReconcilerSchedule,
        ReplyListener,
        TenantPurgeLoop,
        ZoneCheck,
      ],
    };
  }
}
