import { Module } from '@nestjs/common';
import { AbsencesService } from './absences/absences.service';
import { AgentSessionsService } from './agent-sessions/agent-sessions.service';
import { ApiKeysService } from './api-keys/api-keys.service';
import { AuthService } from './auth/auth.service';
import { LastSeen } from './auth/last-seen.service';
import { SessionsService } from './auth/sessions.service';
import { SignInLimiter } from './auth/sign-in-limiter.service';
import { CalendarsService } from './calendars/calendars.service';
import { ZoneData } from './calendars/zone-data.service';
import { DirectoryListService } from './directory/directory-list.service';
import { DirectorySearchService } from './directory/directory-search.service';
import { DirectoryService } from './directory/directory.service';
import { GroupSettingsService } from './directory/group-settings.service';
import { TenantSettingsService } from './directory/tenant-settings.service';
import { UserSettingsService } from './directory/user-settings.service';
import { SeedService } from './seed/seed.service';

const services = [
  AbsencesService,
  AgentSessionsService,
  ApiKeysService,
  AuthService,
  CalendarsService,
  DirectoryListService,
  DirectorySearchService,
  DirectoryService,
  GroupSettingsService,
  SeedService,
  TenantSettingsService,
  UserSettingsService,
  ZoneData,
];

/** Tenants, people, groups, keys and sessions. Needs the global CoreModule. */
@Module({ providers: [...services, LastSeen, SessionsService, SignInLimiter], exports: services })
export class TenancyModule {}
