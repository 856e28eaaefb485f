import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ClockSync } from './database/clock-sync.provider';
import { SYSTEM_DATA_SOURCE, SystemDatabase, TenantDatabase } from './database/database.provider';
import { assertLeastPrivilege, TooPrivilegedRoleError } from './database/least-privilege';
import { PreparingClient } from './database/prepared';
import { HealthService } from './health.service';
import { LiveBus } from './live/live-bus.provider';
import { Outbound } from './outbound/outbound.provider';
import { Clock } from './process/clock.provider';
import { Config, loadConfig } from './process/config';
import { Ids } from './process/ids.provider';
import { Logger } from './process/logger.provider';
import { Metrics } from './process/metrics.provider';
import { TemporalConnection } from './temporal-connection.provider';

export interface CoreOptions {
  /** The program's name in logs and database connections. */
  app: string;
  /** Settings other than the process's environment. */
  config?: Config;
}

/** Config, clock, ids, logs, database, Temporal and live updates, for every module of the program. */
@Module({})
export class CoreModule {
  static forRoot(options: CoreOptions): DynamicModule {
    const config = options.config ?? loadConfig(process.env);
    const logger = Logger.create({ app: options.app, level: config.LOG_LEVEL });
    const services = [Clock, Ids, TenantDatabase, SystemDatabase, LiveBus, HealthService, Metrics, Outbound];
    return {
      module: CoreModule,
      global: true,
      imports: [
        database(config.DATABASE_URL, 'DATABASE_URL', options.app, config, logger),
        database(
          config.SYSTEM_DATABASE_URL,
          'SYSTEM_DATABASE_URL',
          options.app,
          config,
          logger,
          SYSTEM_DATA_SOURCE,
        ),
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: Logger, useValue: logger },
        { provide: TemporalConnection, useFactory: () => new TemporalConnection(config) },
        ...services,
        ClockSync,
      ],
      exports: [Config, Logger, TemporalConnection, ...services],
    };
  }
}

function database(
  url: string,
  setting: string,
  app: string,
  config: Config,
  logger: Logger,
  name?: string,
): DynamicModule {
  const options: TypeOrmModuleOptions = {
    type: 'postgres',
    url,
    applicationName: `orkestra-${app}`,
    poolSize: config.DATABASE_POOL_SIZE,
    connectTimeoutMS: 10_000,
    extra: { Client: PreparingClient, keepAlive: true, keepAliveInitialDelayMillis: 10_000 },
    synchronize: false,
    autoLoadEntities: name === undefined,
    retryAttempts: 5,
    retryDelay: 1_000,
    toRetry: (error: unknown) => !(error instanceof TooPrivilegedRoleError),
    // Without a listener an idle connection that Postgres ends would end the process.
    poolErrorHandler: (error: unknown) => logger.warn({ err: error }, 'An idle database connection was lost'),
  };
  return TypeOrmModule.forRootAsync({
    name,
    useFactory: () => options,
    dataSourceFactory: async (given?: DataSourceOptions) => {
      const dataSource = await new DataSource(given as DataSourceOptions).initialize();
      try {
        await assertLeastPrivilege(dataSource, setting);
      } catch (error) {
        await dataSource.destroy();
        throw error;
      }
      return dataSource;
    },
  });
}
