import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TenancyModule } from '@orkestra/tenancy';
import { AccessTokenStrategy } from './access-token.strategy';
import { ApiKeyStrategy } from './api-key.strategy';
import { AuthGuard } from './auth.guard';
import { SessionStrategy } from './session.strategy';

@Module({
  imports: [TenancyModule],
  providers: [
    AccessTokenStrategy,
    ApiKeyStrategy,
    SessionStrategy,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
})
export class AuthModule {}
