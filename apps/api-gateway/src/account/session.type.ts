import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { SessionView } from '@orkestra/tenancy';
import { PageInfo } from '../graphql/page-info.type';

@ObjectType({ description: 'A browser in which somebody is signed in.' })
export class Session implements SessionView {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { description: 'To the minute.' })
  lastSeenAt!: Date;

  @Field(() => Date, { description: 'When it ends if nothing is done in it.' })
  expiresAt!: Date;

  @Field(() => String, {
    description: 'How they proved who they are, such as `password`, `passkey` or `password+totp`.',
  })
  method!: string;

  @Field(() => String, { nullable: true })
  remoteAddress!: string | null;

  @Field(() => String, { nullable: true })
  userAgent!: string | null;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current!: boolean;
}

@ObjectType()
export class SessionEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Session)
  node!: Session;
}

@ObjectType()
export class SessionConnection {
  @Field(() => [SessionEdge])
  edges!: SessionEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class EndSessionsPayload {
  @Field(() => Int, { description: 'How many have ended.' })
  ended!: number;
}
