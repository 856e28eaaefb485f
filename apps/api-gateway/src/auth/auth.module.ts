import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TenancyModule } from '@orkestra/tenancy';
import { ApiKeyStrategy } from './api-key.strategy';
import { AuthGuard } from './auth.guard';
import { SessionStrategy } from './session.strategy';

@Module({
  imports: [TenancyModule],
  providers: [ApiKeyStrategy, SessionStrategy, { provide: APP_GUARD, useClass: AuthGuard }],
})
export class AuthModule {}
