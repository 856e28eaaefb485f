import { Field, ID, InputType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsString, MaxLength } from 'class-validator';

@InputType()
export class PlanAbsenceInput {
  @Field(() => String, {
    nullable: true,
    description: 'E-mail address or id; the viewer when left out. Others only for tenant admins.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  user?: string;

  @Field(() => Date)
  @IsDate()
  from!: Date;

  @Field(() => Date, {
    description: 'The first moment at which they are there again; at most two years later.',
  })
  @IsDate()
  until!: Date;

  @Field(() => String, {
    nullable: true,
    description: "E-mail address or id of who gets the person's tasks meanwhile; they wait without one.",
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  substitute?: string;
}

@InputType()
export class RemoveAbsenceInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  absenceId!: string;
}
