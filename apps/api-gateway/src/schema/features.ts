import '../graphql/date-time.scalar';
import type { Type } from '@nestjs/common';
import { AccountApiModule } from '../account/account-api.module';
import { AuditApiModule } from '../audit/audit-api.module';
import { CalendarsApiModule } from '../calendars/calendars-api.module';
import { ChatApiModule } from '../chat/chat-api.module';
import { ConversationsApiModule } from '../conversations/conversations-api.module';
import { GroupsApiModule } from '../groups/groups-api.module';
import { DeadLettersApiModule } from '../dead-letters/dead-letters-api.module';
import type { LoadersFactory } from '../graphql/loader';
import { KeysApiModule } from '../keys/keys-api.module';
import { NodeApiModule } from '../node/node-api.module';
import { NotificationsApiModule } from '../notifications/notifications-api.module';
import { PeopleApiModule } from '../people/people-api.module';
import { PermissionsApiModule } from '../permissions/permissions-api.module';
import { ScimApiModule } from '../scim/scim-api.module';
import { PrivacyApiModule } from '../privacy/privacy-api.module';
import { SettingsApiModule } from '../settings/settings-api.module';
import { SsoApiModule } from '../sso/sso-api.module';
import { TasksApiModule } from '../tasks/tasks-api.module';
import { TenantsApiModule } from '../tenants/tenants-api.module';
import { ViewerModule } from '../viewer/viewer.module';
import { WebhooksApiModule } from '../webhooks/webhooks-api.module';
import { WorkflowsApiModule } from '../workflows/workflows-api.module';

/** A module that says itself what it brings to the schema. */
interface Feature extends Type {
  resolvers: readonly Type[];
  /** Provided and exported by the module. */
  loaders?: Type<LoadersFactory>;
}

/** Everything that the API is made of, and the one place where a new feature is named. */
export const FEATURES: readonly Feature[] = [
  AccountApiModule,
  CalendarsApiModule,
  ChatApiModule,
  ConversationsApiModule,
  GroupsApiModule,
  AuditApiModule,
  KeysApiModule,
  DeadLettersApiModule,
  NodeApiModule,
  NotificationsApiModule,
  PeopleApiModule,
  PermissionsApiModule,
  ScimApiModule,
  PrivacyApiModule,
  SettingsApiModule,
  SsoApiModule,
  TasksApiModule,
  TenantsApiModule,
  ViewerModule,
  WebhooksApiModule,
  WorkflowsApiModule,
];
