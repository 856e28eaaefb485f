import { Module } from '@nestjs/common';
import { AccountService } from './accounts/account.service';
import { AccountPasswords } from './accounts/account-passwords.service';
import { AccessTokenCheck } from './access-tokens/access-token-check.service';
import { AccessTokens } from './access-tokens/access-tokens.service';
import { AuthorizationServers } from './access-tokens/authorization-servers.service';
import { AccountLinks } from './accounts/account-links.service';
import { PasswordLinks } from './accounts/password-links.service';
import { SessionList } from './accounts/session-list.service';
import { SignInSettingsService } from './accounts/sign-in-settings.service';
import { AbsencesService } from './absences/absences.service';
import { AgentSessionsService } from './agent-sessions/agent-sessions.service';
import { ApiKeysService } from './api-keys/api-keys.service';
import { KeyChangesService } from './api-keys/key-changes.service';
import { KeyCheck } from './api-keys/key-check.service';
import { KeyUses } from './api-keys/key-uses.service';
import { KeyWriter } from './api-keys/key-writer.service';
import { AuditExport } from './audit-chain/audit-export.service';
import { AuditSeals } from './audit-chain/audit-seals.service';
import { AuditEventsService } from './audit/audit-events.service';
import { Refusals } from './audit/refusals.service';
import { AuditLog } from './audit/audit-log.service';
import { AuthService } from './auth/auth.service';
import { Entrance } from './auth/entrance.service';
import { LastSeen } from './auth/last-seen.service';
import { PasswordSignIn } from './auth/password-sign-in.service';
import { PersonEntrance } from './auth/person-entrance.service';
import { SessionsService } from './auth/sessions.service';
import { SignInLimiter } from './auth/sign-in-limiter.service';
import { SignInSteps } from './auth/sign-in-steps.store';
import { CalendarsService } from './calendars/calendars.service';
import { ZoneData } from './calendars/zone-data.service';
import { DirectoryListService } from './directory/directory-list.service';
import { DirectorySearchService } from './directory/directory-search.service';
import { DirectoryService } from './directory/directory.service';
import { GroupSettingsService } from './directory/group-settings.service';
import { TenantSettingsService } from './directory/tenant-settings.service';
import { UserSettingsService } from './directory/user-settings.service';
import { GroupEnds } from './groups/group-ends.service';
import { GroupsService } from './groups/groups.service';
import { OneTimeLinks } from './links/one-time-links.service';
import { DeactivationService } from './people/deactivation.service';
import { InvitationAcceptance } from './people/invitation-acceptance.service';
import { InvitationMailer } from './people/invitation-mailer.service';
import { InvitationMails } from './people/invitation-mails.service';
import { InvitationsService } from './people/invitations.service';
import { PeopleService } from './people/people.service';
import { PersonLeaves } from './people/person-leaves.service';
import { EvidenceKeys } from './evidence/evidence-keys.service';
import { PasskeyProofs } from './factors/passkey-proofs.service';
import { PasskeySignIn } from './factors/passkey-sign-in.service';
import { PasskeysService } from './factors/passkeys.service';
import { RecoveryCodes } from './factors/recovery-codes.service';
import { SecondFactorSignIn } from './factors/second-factor-sign-in.service';
import { TotpService } from './factors/totp.service';
import { AccountNotices } from './mail/account-notices.service';
import { MailSender } from './mail/mail-sender.service';
import { Mailer } from './mail/mailer.service';
import { Mails } from './mail/mails.store';
import { StepUp } from './proof/step-up.service';
import { DataKeys } from './secrets/data-keys.service';
import { KeyEncryption } from './secrets/key-encryption';
import { LocalKeyEncryption } from './secrets/local-key-encryption.service';
import { SecretBox } from './secrets/secret-box.service';
import { RateLimits } from './limits/rate-limits.service';
import { ScimConnectionsService } from './scim/connections/scim-connections.service';
import { ScimTokenCheck } from './scim/connections/scim-token-check.service';
import { ScimGroupsService } from './scim/groups/scim-groups.service';
import { MappedRoles } from './scim/mapped-roles.store';
import { ScimUserWriter } from './scim/users/scim-user-writer.service';
import { ScimUsersService } from './scim/users/scim-users.service';
import { AdminInvitations } from './registry/admin-invitations.service';
import { TenantRegistry } from './registry/tenant-registry.service';
import { InactiveTenants } from './tenants/inactive-tenants.service';
import { TenantDeletion } from './tenants/tenant-deletion.service';
import { TenantExport } from './tenants/tenant-export.service';
import { TenantHoldings } from './tenants/tenant-holdings.service';
import { TenantLifeCycle } from './tenants/tenant-life-cycle.service';
import { TenantLimitsService } from './tenants/tenant-limits.service';
import { TenantPurge } from './tenants/tenant-purge.service';
import { AdmissionService } from './sso/admission.service';
import { Arrivals } from './sso/arrivals.service';
import { SsoConnections } from './sso/connections.service';
import { DomainRecords } from './sso/domain-records.service';
import { SsoDomains } from './sso/domains.service';
import { OidcLogout } from './sso/oidc/oidc-logout.service';
import { OidcProtocol } from './sso/oidc/oidc-protocol.service';
import { OidcProviders } from './sso/oidc/oidc-providers.service';
import { RoundTrips } from './sso/round-trips.store';
import { SamlConnections } from './sso/saml/saml-connections.service';
import { SamlKeys } from './sso/saml/saml-keys.store';
import { SamlLogout } from './sso/saml/saml-logout.service';
import { SamlLogoutAnswers } from './sso/saml/saml-logout-answers.service';
import { SamlMessages } from './sso/saml/saml-messages.service';
import { SamlProtocol } from './sso/saml/saml-protocol.service';
import { SamlSignOn } from './sso/saml/saml-sign-on.service';
import { SignInDoors } from './sso/sign-in-doors.service';
import { SingleSignOn } from './sso/single-sign-on.service';
import { SsoTests } from './sso/sso-tests.service';
import { ExternalIdentities } from './sso/external-identities.service';
import { FederatedSignIn } from './sso/federated-sign-in.service';
import { Provisioning } from './sso/provisioning.service';
import { WorkspaceService } from './tenants/workspace.service';
import { SeedService } from './seed/seed.service';

const services = [
  SecretBox,
  AbsencesService,
  AccessTokens,
  AccountLinks,
  AccountPasswords,
  AccountService,
  AdminInvitations,
  AgentSessionsService,
  ApiKeysService,
  AuditEventsService,
  AuditExport,
  AuditLog,
  AuditSeals,
  AuthService,
  AuthorizationServers,
  CalendarsService,
  DataKeys,
  DeactivationService,
  DirectoryListService,
  DirectorySearchService,
  DirectoryService,
  EvidenceKeys,
  FederatedSignIn,
  GroupEnds,
  GroupSettingsService,
  GroupsService,
  InvitationAcceptance,
  InvitationsService,
  OneTimeLinks,
  PeopleService,
  PersonEntrance,
  PersonLeaves,
  Mailer,
  MailSender,
  PasskeySignIn,
  PasskeysService,
  PasswordLinks,
  SecondFactorSignIn,
  KeyChangesService,
  RateLimits,
  ScimConnectionsService,
  ScimGroupsService,
  ScimUsersService,
  SeedService,
  SessionList,
  SignInSettingsService,
  OidcLogout,
  SamlConnections,
  SamlLogout,
  ExternalIdentities,
  SamlSignOn,
  SignInDoors,
  SingleSignOn,
  SsoConnections,
  SsoDomains,
  SsoTests,
  StepUp,
  TenantRegistry,
  InactiveTenants,
  TenantDeletion,
  TenantExport,
  TenantHoldings,
  TenantLifeCycle,
  TenantLimitsService,
  TenantPurge,
  TenantSettingsService,
  TotpService,
  UserSettingsService,
  WorkspaceService,
  ZoneData,
];

const inner = [
  AccessTokenCheck,
  AdmissionService,
  Arrivals,
  DomainRecords,
  OidcProtocol,
  OidcProviders,
  Provisioning,
  RoundTrips,
  SamlKeys,
  SamlLogoutAnswers,
  SamlMessages,
  SamlProtocol,
  AccountNotices,
  Entrance,
  KeyCheck,
  Refusals,
  KeyUses,
  KeyWriter,
  LastSeen,
  Mails,
  MappedRoles,
  PasskeyProofs,
  PasswordSignIn,
  RecoveryCodes,
  ScimTokenCheck,
  ScimUserWriter,
  SessionsService,
  SignInLimiter,
  SignInSteps,
];

/** Tenants, people, groups, keys and sessions. Needs the global CoreModule. */
@Module({
  providers: [
    ...services,
    ...inner,
    { provide: InvitationMailer, useClass: InvitationMails },
    { provide: KeyEncryption, useClass: LocalKeyEncryption },
  ],
  exports: services,
})
export class TenancyModule {}
