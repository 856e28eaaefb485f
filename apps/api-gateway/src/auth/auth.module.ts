import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TenancyModule } from '@orkestra/tenancy';
import { ViewerModule } from '../viewer/viewer.module';
import { ApiKeyStrategy } from './api-key.strategy';
import { AuthController } from '../sign-in/sign-in.controller';
import { AuthGuard } from './auth.guard';
import { PasswordStrategy } from '../sign-in/password.strategy';
import { SessionEnds } from './session-ends.service';
import { SessionStrategy } from './session.strategy';

@Module({
  imports: [TenancyModule, ViewerModule],
  controllers: [AuthController],
  providers: [
    ApiKeyStrategy,
    PasswordStrategy,
    SessionStrategy,
    SessionEnds,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [SessionEnds],
})
export class AuthModule {}
