import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { AbsenceView } from '@orkestra/tenancy';
import { User } from './user.type';

@ObjectType({ description: 'When somebody is away.' })
export class Absence implements Pick<AbsenceView, 'id' | 'from' | 'until' | 'createdAt'> {
  @Field(() => ID)
  id!: string;

  @Field(() => User, { nullable: true })
  user!: User | null;

  @Field(() => Date)
  from!: Date;

  @Field(() => Date, { description: 'The first moment at which they are there again.' })
  until!: Date;

  @Field(() => User, { nullable: true, description: "Who gets the person's tasks meanwhile." })
  substitute!: User | null;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType({ description: 'Somebody is away now.' })
export class CurrentAbsence {
  @Field(() => Date)
  until!: Date;

  @Field(() => User, { nullable: true, description: "Who gets the person's tasks meanwhile." })
  substitute!: User | null;
}

@ObjectType()
export class PlanAbsencePayload {
  @Field(() => Absence)
  absence!: Absence;
}

@ObjectType()
export class RemoveAbsencePayload {
  @Field(() => Absence)
  absence!: Absence;
}
