import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AuditActorKind, AuditEvent } from '@orkestra/tenancy';
import { JsonScalar } from '../graphql/json.scalar';
import { PageInfo } from '../graphql/page-info.type';

const AuditActorKindEnum = {
  USER: 'user',
  SERVICE: 'service',
  SYSTEM: 'system',
  OPERATOR: 'operator',
  ANONYMOUS: 'anonymous',
} as const satisfies Record<Uppercase<AuditActorKind>, AuditActorKind>;

registerEnumType(AuditActorKindEnum, {
  name: 'AuditActorKind',
  valuesMap: {
    OPERATOR: { description: 'Whoever runs the server, from its command line.' },
    ANONYMOUS: { description: 'Somebody who was not let in.' },
  },
});

type Listed = Omit<AuditEvent, 'actorKind' | 'actorId' | 'targetKind' | 'targetId' | 'onBehalfOf'>;

@ObjectType('AuditEvent', {
  description: 'Something that was done in the workspace. Nobody can change or delete it.',
})
export class AuditEventItem implements Listed {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => String, { description: 'What was done, in the past: `key.created`.' })
  action!: string;

  @Field(() => ID, { nullable: true, description: 'The session or key that let the actor in.' })
  credentialId!: string | null;

  @Field(() => String, {
    description: 'The door: `graphql`, `rest`, `mcp`, `web`, `workflow`, `system` or `cli`.',
  })
  channel!: string;

  @Field(() => String, { nullable: true })
  remoteAddress!: string | null;

  @Field(() => String)
  correlationId!: string;

  @Field(() => JsonScalar)
  details!: Record<string, unknown>;
}

@ObjectType('AuditActor', { description: 'Who did something that the audit log tells of.' })
export class AuditActorItem {
  @Field(() => AuditActorKindEnum)
  kind!: AuditActorKind;

  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Of people and programs.' })
  displayName!: string | null;
}

@ObjectType({ description: 'What something was done to.' })
export class AuditTarget {
  @Field(() => String, { description: 'Such as `key` or `person`.' })
  kind!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Of people and programs.' })
  displayName!: string | null;
}

@ObjectType()
export class AuditEventEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => AuditEventItem)
  node!: AuditEventItem;
}

@ObjectType()
export class AuditEventConnection {
  @Field(() => [AuditEventEdge])
  edges!: AuditEventEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
