import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { LegalHoldView } from '@orkestra/privacy';
import { PageInfo } from '../graphql/page-info.type';

@ObjectType({
  description: 'While it is in force, nothing of the task, or of the whole workspace, is erased.',
})
export class LegalHold implements LegalHoldView {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Null where it is on the whole workspace.' })
  taskId!: string | null;

  @Field(() => String, { nullable: true })
  taskTitle!: string | null;

  @Field(() => String)
  reason!: string;

  @Field(() => ID)
  placedById!: string;

  @Field(() => String)
  placedByName!: string;

  @Field(() => Date)
  placedAt!: Date;

  @Field(() => ID, { nullable: true })
  releasedById!: string | null;

  @Field(() => String, { nullable: true })
  releasedByName!: string | null;

  @Field(() => Date, { nullable: true, description: 'Null while it is in force.' })
  releasedAt!: Date | null;
}

@ObjectType()
export class LegalHoldEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => LegalHold)
  node!: LegalHold;
}

@ObjectType()
export class LegalHoldConnection {
  @Field(() => [LegalHoldEdge])
  edges!: LegalHoldEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class PlaceLegalHoldPayload {
  @Field(() => LegalHold)
  legalHold!: LegalHold;
}

@ObjectType()
export class ReleaseLegalHoldPayload {
  @Field(() => LegalHold)
  legalHold!: LegalHold;
}
