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
export { AGENT_SCOPES, isJwt } from './access-tokens/access-token';
export type { TokenAudience } from './access-tokens/access-token-check.service';
export { InvalidAccessTokenError } from './access-tokens/access-tokens.errors';
export { AccessTokens } from './access-tokens/access-tokens.service';
export {
  type AuthorizationServer,
  AuthorizationServers,
} from './access-tokens/authorization-servers.service';
export { type AgentClient, AgentSessionsService } from './agent-sessions/agent-sessions.service';
export type { ApiKeyPerson, ApiKeyState, ApiKeyUse, ApiKeyView } from './api-keys/api-key-view';
export {
  ApiKeyEndedError,
  ApiKeyLimitError,
  InvalidApiKeyRequestError,
  UnknownApiKeyError,
} from './api-keys/api-keys.errors';
export type { ApiKeyFilter } from './api-keys/api-keys.queries';
export { ApiKeysService } from './api-keys/api-keys.service';
export { KeyChangesService } from './api-keys/key-changes.service';
export type { ApiKeyChanges, NewApiKey, Rotation } from './api-keys/key-request';
export { KeyUses } from './api-keys/key-uses.service';
export type { IssuedKey } from './api-keys/key-writer.service';
export {
  AuthenticationRequiredError,
  InvalidCredentialsError,
  InvalidKeyError,
  type SecondFactor,
  SecondFactorNeededError,
  SessionExpiredError,
  TooManyAttemptsError,
  UnauthenticatedError,
} from './auth/auth.errors';
export {
  type AuditActorKind,
  type AuditEvent,
  type AuditEventFilter,
  AuditEventsService,
} from './audit/audit-events.service';
export { actorFrom, type AuditActor, type AuditEntry, AuditLog } from './audit/audit-log.service';
export { AuditExport } from './audit-chain/audit-export.service';
export { AuditFileCheck, type AuditFileReport } from './audit-chain/audit-file-check';
export { AuditSeals, type ChainState } from './audit-chain/audit-seals.service';
export type { Period } from './audit-chain/chain.queries';
export { type DsseEnvelope, openEnvelope } from './evidence/dsse';
export { type EvidenceJwk, type PublicKeys, publicKeysIn } from './evidence/evidence-key';
export { type EvidenceKey, EvidenceKeys } from './evidence/evidence-keys.service';
export { NoEvidenceKeyError } from './evidence/evidence.errors';
export { AuthService } from './auth/auth.service';
export type { CallerOrigin } from './auth/caller-origin';
export { GuestEntrance, type OutsideGuest } from './auth/guest-entrance.service';
export { type OutsidePerson, PersonEntrance } from './auth/person-entrance.service';
export type { SignedIn, Visitor } from './auth/entrance.service';
export type { SignIn } from './auth/password-sign-in.service';
export { AccountService, type AccountView } from './accounts/account.service';
export { AccountLinks } from './accounts/account-links.service';
export { AccountPasswords } from './accounts/account-passwords.service';
export { PasswordLinks } from './accounts/password-links.service';
export { SessionList, type SessionView } from './accounts/session-list.service';
export { type SignInSettings, SignInSettingsService } from './accounts/sign-in-settings.service';
export { PasskeySignIn } from './factors/passkey-sign-in.service';
export { PasskeysService, type PasskeyView } from './factors/passkeys.service';
export { SecondFactorSignIn } from './factors/second-factor-sign-in.service';
export { TotpService } from './factors/totp.service';
export { Mailer } from './mail/mailer.service';
export { MailSender } from './mail/mail-sender.service';
export { StepUp } from './proof/step-up.service';
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
export { requireWorkers } from './directory/assignees.queries';
export {
  InvalidEscalationChainError,
  InvalidUserSettingError,
  LooksOnError,
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
export { type AnswerSettings, AnswerSettingsService } from './directory/answer-settings.service';
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
export { readSelfApproval, type SelfApprovalPolicy } from './directory/self-approval';
export { type TenantSettings, TenantSettingsService } from './directory/tenant-settings.service';
export { type UserSettings, UserSettingsService } from './directory/user-settings.service';
export { type EndingGroup, type EndingListener, GroupEnds } from './groups/group-ends.service';
export type { GroupPlace, GroupRole } from './groups/group-membership.store';
export {
  GroupExistsError,
  GroupHoldsTasksError,
  GroupNotFoundError,
  GroupVoteError,
  InvalidGroupError,
} from './groups/groups.errors';
export { GroupsService, type MemberChange } from './groups/groups.service';
export { InvalidLinkError } from './links/links.errors';
export { type LinkPurpose, type LinkView, type NewLink, OneTimeLinks } from './links/one-time-links.service';
export { DeactivationService } from './people/deactivation.service';
export { type Departure, NO_DEPARTURE } from './people/departure';
export { type Acceptance, type Accepted, InvitationAcceptance } from './people/invitation-acceptance.service';
export { type InvitationMail, InvitationMailer } from './people/invitation-mailer.service';
export { type Invitation, InvitationsService, type Invite } from './people/invitations.service';
export {
  InvalidPersonError,
  LastAdminError,
  OwnAccountError,
  PersonExistsError,
  PersonNotFoundError,
  PersonStateError,
} from './people/people.errors';
export { type PeopleRequest, PeopleService } from './people/people.service';
export { type LeavingListener, type LeavingPerson, PersonLeaves } from './people/person-leaves.service';
export {
  type ManagedBy,
  PERSON_STATUSES,
  type PersonGroup,
  type PersonStatus,
  type PersonView,
} from './people/person-view';
export { RateLimitedError } from './limits/limits.errors';
export { RateLimits } from './limits/rate-limits.service';
export {
  ADMIN_PERMISSIONS,
  type AdminPermission,
  ALL_PERMISSIONS,
  isWorkingRole,
  type Permission,
  PERMISSIONS,
  permissionsOf,
  roleHas,
  WORKS,
} from './permission-table';
export {
  isAdmin,
  isSupervisorOf,
  leads,
  refuseGuestsElsewhere,
  requireAdmin,
  requireScope,
  seesEverything,
} from './permissions';
export { AdminOnlyError, MissingScopeError, PeopleOnlyError, RoleForbidsError } from './permissions.errors';
export { type IssuedScimToken, ScimConnectionsService } from './scim/connections/scim-connections.service';
export type {
  ScimConnectionView,
  ScimRoleMapping,
  ScimTokenView,
} from './scim/connections/scim-connection-view';
export { type ScimGroupAnswer, ScimGroupsService } from './scim/groups/scim-groups.service';
export type { ScimGroup } from './scim/groups/scim-group.queries';
export type { IfMatch } from './scim/resource-version';
export {
  InvalidScimConnectionError,
  ManagedByDirectoryError,
  ScimConnectionNotFoundError,
  ScimRequestError,
  ScimResourceNotFoundError,
  type ScimType,
  ScimUniquenessError,
  ScimVersionError,
} from './scim/scim.errors';
export { LARGEST_SCIM_PAGE, type ScimList, type ScimListRequest } from './scim/scim-request';
export type { ScimRole } from './scim/users/checked-user';
export type { ScimUser } from './scim/users/scim-user.queries';
export { type ScimUserAnswer, ScimUsersService } from './scim/users/scim-users.service';
export { USER_ATTRIBUTES, type UserAttribute, type UserProfile } from './scim/users/user-attributes';
export { isAdminRole, isTenantRole, seesAllRole, TENANT_ROLES, type TenantRole } from './roles';
export { ALL_SCOPES, isScope, type Scope } from './scopes';
export { AdminInvitations, type InvitedAdmin } from './registry/admin-invitations.service';
export { type Operator, operatorActor } from './registry/operator';
export type { RegisteredTenant, TenantDetails } from './registry/tenant-registry.queries';
export { TenantRegistry } from './registry/tenant-registry.service';
export { DEMO_SLUGS } from './seed/demo-tenants';
export { type SeededTenant, type SeededUser, SeedService } from './seed/seed.service';
export { InactiveTenants } from './tenants/inactive-tenants.service';
export { type DeletionRequest, TenantDeletion } from './tenants/tenant-deletion.service';
export { type ExportSummary, TenantExport } from './tenants/tenant-export.service';
export { type TenantHolding, TenantHoldings } from './tenants/tenant-holdings.service';
export { TenantLifeCycle } from './tenants/tenant-life-cycle.service';
export {
  defaultLimits,
  limitOf,
  TENANT_LIMITS,
  type TenantLimit,
  type TenantLimits,
} from './tenants/tenant-limits';
export { TenantLimitsService } from './tenants/tenant-limits.service';
export { TenantPurge, type TenantReceipt } from './tenants/tenant-purge.service';
export type { TenantStatus } from './tenants/tenant-status';
export * from './tenants/tenants.errors';
export { LARGEST_LOGO, type Logo, type WorkspaceChanges } from './tenants/workspace.schema';
export { type LimitUse, WorkspaceService, type WorkspaceView } from './tenants/workspace.service';
export * from './sso/sso.errors';
export type {
  ConnectionKind,
  ConnectionMapping,
  ConnectionStatus,
  GroupRule,
  RoleRule,
  SsoConnection,
  SsoDomain,
} from './sso/connection';
export type { FederatedIdentity } from './sso/federated-identity';
export { FederatedSignIn } from './sso/federated-sign-in.service';
export { type ConnectionChanges, type NewConnection, SsoConnections } from './sso/connections.service';
export { recordOf, SsoDomains } from './sso/domains.service';
export { OidcLogout } from './sso/oidc/oidc-logout.service';
export { type SignInDoor, SignInDoors } from './sso/sign-in-doors.service';
export type { Return } from './sso/arrivals.service';
export { type SamlAddresses, samlAddresses } from './sso/saml/saml-addresses';
export { type CertificateView, readCertificate } from './sso/saml/saml-certificate';
export { NAME_ID_FORMATS, type SamlConfig, SIGNED_PARTS } from './sso/saml/saml-config.schema';
export { ExternalIdentities, type ExternalIdentity } from './sso/external-identities.service';
export { type MetadataSource, SamlConnections, type SamlSettings } from './sso/saml/saml-connections.service';
export { newSamlKeyPair, type SamlKeyPair } from './sso/saml/saml-key-pair';
export type { SamlKeyView } from './sso/saml/saml-keys.store';
export { type BroughtLogout, SamlLogout } from './sso/saml/saml-logout.service';
export type { LogoutAnswer } from './sso/saml/saml-logout-answers.service';
export type { IdpMetadata } from './sso/saml/saml-metadata';
export { SamlSignOn } from './sso/saml/saml-sign-on.service';
export { SingleSignOn } from './sso/single-sign-on.service';
export { type SsoTestResult, SsoTests, type SsoTestView, type WouldBe } from './sso/sso-tests.service';
export { TenancyModule } from './tenancy.module';
export {
  type Channel,
  type GroupMembership,
  type GuestPass,
  OUTSIDE_CHANNELS,
  type OutsideChannel,
  type Principal,
  TenantContext,
} from './tenant-context';
export { ZoneData, type ZoneDifference } from './calendars/zone-data.service';
export type { HolidayDay } from './calendars/public-holidays';
export { SecretBox } from './secrets/secret-box.service';
export { DataKeys, type Rotation as KeyRotation, type SealedValue } from './secrets/data-keys.service';
export { KeyEncryption, type WrappedKey } from './secrets/key-encryption';
export { LocalKeyEncryption } from './secrets/local-key-encryption.service';
