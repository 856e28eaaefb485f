import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';

@InputType()
export class EndSessionsInput {
  @Field(() => String, {
    nullable: true,
    description: 'E-mail address or id of somebody else, for tenant admins; else those of the viewer.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(320)
  user?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'One of them; left out for all, of the viewer all but the one that asks.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  sessionId?: string;
}
