import { Tenancy1700000000000 } from './1700000000000-tenancy';
import { Assignment1700000004000 } from './1700000004000-assignment';
import { Lists1700000012000 } from './1700000012000-lists';
import { ZonesOfCalendars1700000017001 } from './1700000017001-zones-of-calendars';
import { SessionEpochs1700000020000 } from './1700000020000-session-epochs';
import { AgentSessions1700000021000 } from './1700000021000-agent-sessions';
import { RolesAndAudit1700000030000 } from './1700000030000-roles-and-audit';
import { OneTimeLinks1700000032000 } from './1700000032000-one-time-links';
import { DeletedGroups1700000032001 } from './1700000032001-deleted-groups';
import { LocalAccounts1700000033000 } from './1700000033000-local-accounts';
import { KeysAndLimits1700000034000 } from './1700000034000-keys-and-limits';
import { SingleSignOn1700000041000 } from './1700000041000-single-sign-on';
import { Saml1700000043000 } from './1700000043000-saml';
import { TenantLifeCycle1700000031000 } from './1700000031000-tenant-life-cycle';
import { AuditChain1700000040000 } from './1700000040000-audit-chain';
import { Scim1700000042000 } from './1700000042000-scim';
import { DataKeys1700000044000 } from './1700000044000-data-keys';
import { AccessTokens1700000045000 } from './1700000045000-access-tokens';
import { StrongerRoles1700000046000 } from './1700000046000-stronger-roles';

export const tenancyMigrations = [
  Tenancy1700000000000,
  Assignment1700000004000,
  Lists1700000012000,
  ZonesOfCalendars1700000017001,
  SessionEpochs1700000020000,
  AgentSessions1700000021000,
  RolesAndAudit1700000030000,
  OneTimeLinks1700000032000,
  DeletedGroups1700000032001,
  LocalAccounts1700000033000,
  KeysAndLimits1700000034000,
  TenantLifeCycle1700000031000,
  AuditChain1700000040000,
  SingleSignOn1700000041000,
  Scim1700000042000,
  Saml1700000043000,
  DataKeys1700000044000,
  AccessTokens1700000045000,
  StrongerRoles1700000046000,
];
