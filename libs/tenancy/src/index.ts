export {
  AbsenceForbiddenError,
  AbsenceLimitError,
  AbsenceNotFoundError,
  AbsenceOverlapError,
  InvalidAbsenceError,
  SubstituteChainTooLongError,
  SubstituteCircleError,
} from './absences/absences.errors';
export { AbsencesService, type PlanAbsence } from './absences/absences.service';
export type { AbsenceView } from './absences/absences.queries';
export { substituteOf, type Substitution } from './absences/substitutes.queries';
export { type AgentClient, AgentSessionsService } from './agent-sessions/agent-sessions.service';
export { InvalidApiKeyRequestError, UnknownApiKeyError } from './api-keys/api-keys.errors';
export { ApiKeysService, type ApiKeyView, type NewApiKey } from './api-keys/api-keys.service';
export {
  AuthenticationRequiredError,
  InvalidCredentialsError,
  InvalidKeyError,
  SessionExpiredError,
  TooManyAttemptsError,
  UnauthenticatedError,
} from './auth/auth.errors';
export { AuthService, type SignedIn, type SignIn } from './auth/auth.service';
export { sessionIdOf } from './auth/secrets';
export {
  type BusinessCalendar,
  DEFAULT_CALENDAR,
  type HolidayPlace,
  type OpeningHours,
} from './calendars/business-calendar';
export {
  addDelay,
  addWorkingDays,
  addWorkingTime,
  type Delay,
  subtractWorkingTime,
  workingTimeBetween,
} from './calendars/business-time';
export {
  CalendarInUseError,
  CalendarLimitError,
  CalendarOutOfReachError,
  InvalidCalendarError,
  InvalidDelayError,
  UnknownCalendarError,
} from './calendars/calendars.errors';
export { CalendarsService, type CalendarView } from './calendars/calendars.service';
export type { HolidayPlaceName } from './calendars/holiday-places';
export {
  InvalidEscalationChainError,
  InvalidUserSettingError,
  SupervisorOnlyError,
  UnknownGroupError,
  UnknownUserError,
} from './directory/directory.errors';
export {
  type AvailableMember,
  availableMembers,
  lockGroup,
  lockUser,
  takeTurn,
} from './directory/group-members.store';
export { DirectoryListService, type ListedUser } from './directory/directory-list.service';
export { DirectorySearchService } from './directory/directory-search.service';
export { DirectoryService } from './directory/directory.service';
export type {
  AssigneeGroup,
  AssigneeNames,
  DirectoryGroup,
  DirectoryUser,
  GroupStrategy,
  GroupUser,
  ResolvedAssignees,
  TenantSummary,
  UserGroup,
} from './directory/directory-view';
export {
  AFTER_EXPIRY,
  delayBusinessDays,
  delayMs,
  type EscalationStep,
  escalationSteps,
  followsExpiry,
  LONGEST_DELAY_MS,
} from './directory/escalation-step.schema';
export { type GroupSettings, GroupSettingsService } from './directory/group-settings.service';
export { type TenantSettings, TenantSettingsService } from './directory/tenant-settings.service';
export { type UserSettings, UserSettingsService } from './directory/user-settings.service';
export { isAdmin, isSupervisorOf, requireAdmin, requireScope } from './permissions';
export { AdminOnlyError, MissingScopeError } from './permissions.errors';
export { ALL_SCOPES, type Scope } from './scopes';
export { type SeededTenant, type SeededUser, SeedService } from './seed/seed.service';
export { TenancyModule } from './tenancy.module';
export { type Channel, type GroupMembership, type Principal, TenantContext } from './tenant-context';
export { ZoneData, type ZoneDifference } from './calendars/zone-data.service';
export type { HolidayDay } from './calendars/public-holidays';
