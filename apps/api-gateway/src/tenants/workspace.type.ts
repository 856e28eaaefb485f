import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { DeletionRequest, LimitUse, TenantLimit, TenantStatus, WorkspaceView } from '@orkestra/tenancy';
import { logoUrlOf } from './logo-url';

const WorkspaceStatusEnum = {
  ACTIVE: 'active',
  SUSPENDED: 'suspended',
  DELETING: 'deleting',
} as const;
registerEnumType(WorkspaceStatusEnum, { name: 'WorkspaceStatus' });

const WorkspaceLimitNameEnum = {
  OPEN_TASKS: 'openTasks',
  PEOPLE: 'people',
  REQUESTS_PER_MINUTE: 'requestsPerMinute',
  PAYLOAD_BYTES: 'payloadBytes',
} as const satisfies Record<string, TenantLimit>;
registerEnumType(WorkspaceLimitNameEnum, { name: 'WorkspaceLimitName' });

@ObjectType({ description: 'What the operator of the installation limits.' })
export class WorkspaceLimit implements LimitUse {
  @Field(() => WorkspaceLimitNameEnum)
  name!: TenantLimit;

  @Field(() => Float)
  most!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'How much of it is used; null for what is counted by the minute or by the piece.',
  })
  use!: number | null;
}

@ObjectType({ description: 'The tenant of whoever asks.' })
export class Workspace implements Omit<WorkspaceView, 'logoVersion'> {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => WorkspaceStatusEnum)
  status!: TenantStatus;

  @Field(() => String, { nullable: true, description: 'A language tag; null where browsers decide.' })
  locale!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Such as `Europe/Berlin`; null where browsers decide.',
  })
  timeZone!: string | null;

  @Field(() => String, { nullable: true, description: 'Such as `#0f766e`.' })
  accentColor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the logo is read from, by those who are signed in.',
  })
  logoUrl!: string | null;

  @Field(() => Date, { nullable: true, description: 'When everything is deleted, where that was asked for.' })
  deleteAt!: Date | null;

  @Field(() => [WorkspaceLimit])
  limits!: WorkspaceLimit[];
}

@ObjectType()
export class UpdateWorkspacePayload {
  @Field(() => Workspace)
  workspace!: Workspace;
}

@ObjectType()
export class SetWorkspaceLogoPayload {
  @Field(() => Workspace)
  workspace!: Workspace;
}

@ObjectType()
export class RequestWorkspaceDeletionPayload implements DeletionRequest {
  @Field(() => String, { description: 'Confirms the request, once, by the same person.' })
  code!: string;

  @Field(() => Date, { description: 'Until when it confirms.' })
  expiresAt!: Date;

  @Field(() => Date, { description: 'When everything would be deleted, were it confirmed now.' })
  deleteAt!: Date;
}

@ObjectType()
export class ConfirmWorkspaceDeletionPayload {
  @Field(() => Workspace)
  workspace!: Workspace;
}

@ObjectType()
export class CancelWorkspaceDeletionPayload {
  @Field(() => Workspace)
  workspace!: Workspace;
}

export function toWorkspace({ logoVersion, ...view }: WorkspaceView): Workspace {
  return { ...view, logoUrl: logoUrlOf(logoVersion) };
}
