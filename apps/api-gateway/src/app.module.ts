import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { type Config, CoreModule } from '@orkestra/core';
import { AnswersApiModule } from './answers/answers-api.module';
import { AuthModule } from './auth/auth.module';
import { HealthController } from './health/health.controller';
import { MetricsController } from './health/metrics.controller';
import { Draining } from './http/draining.service';
import { InputPipe } from './http/input.pipe';
import { ProblemFilter } from './http/problem.filter';
import { FEATURES } from './schema/features';
import { SchemaModule } from './schema/schema.module';
import { ScimErrorFilter } from './scim/protocol/scim-error.filter';
import { SignInModule } from './sign-in/sign-in.module';

@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.forRoot({ app: 'api-gateway', config }),
        AuthModule,
        SignInModule,
        AnswersApiModule,
        ...FEATURES,
        SchemaModule,
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        Draining,
        { provide: APP_FILTER, useClass: ProblemFilter },
        // Behind the other: the one that is named last is asked first.
        { provide: APP_FILTER, useClass: ScimErrorFilter },
        { provide: APP_PIPE, useClass: InputPipe },
      ],
    };
  }
}
