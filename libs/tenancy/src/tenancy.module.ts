import { Module } from '@nestjs/common';
import { ApiKeysService } from './api-keys/api-keys.service';
import { AuthService } from './auth/auth.service';
import { LastSeen } from './auth/last-seen';
import { SessionsService } from './auth/sessions.service';
import { SignInLimiter } from './auth/sign-in-limiter';
import { CalendarsService } from './calendars/calendars.service';
import { DirectoryService } from './directory/directory.service';
import { SeedService } from './seed/seed.service';

/** Tenants, people, groups, keys and sessions. Needs the global CoreModule. */
@Module({
  providers: [
    ApiKeysService,
    AuthService,
    CalendarsService,
    DirectoryService,
    LastSeen,
    SeedService,
    SessionsService,
    SignInLimiter,
  ],
  exports: [ApiKeysService, AuthService, CalendarsService, DirectoryService, SeedService],
})
export class TenancyModule {}
