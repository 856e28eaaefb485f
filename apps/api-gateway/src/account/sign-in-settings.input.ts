import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsUUID } from 'class-validator';

@InputType()
export class SetSignInSettingsInput {
  @Field(() => Boolean)
  @IsBoolean()
  ssoOnly!: boolean;

  @Field(() => ID, { nullable: true, description: 'Needed with `ssoOnly`.' })
  @IsOptional()
  @IsUUID()
  breakGlassUserId?: string;

  @Field(() => Int, { description: '5 to 43,200.' })
  @IsInt()
  idleMinutes!: number;

  @Field(() => Int, { description: '1 to 2,160.' })
  @IsInt()
  longestHours!: number;
}
