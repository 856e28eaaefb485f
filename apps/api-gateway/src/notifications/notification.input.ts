import { Field, ID, InputType } from '@nestjs/graphql';
import { MOST_READ_AT_ONCE } from '@orkestra/notifications';
import { ArrayMaxSize, ArrayMinSize, IsOptional, IsString, MaxLength } from 'class-validator';

@InputType()
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: `1 to ${MOST_READ_AT_ONCE}; left out for all.` })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_READ_AT_ONCE)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  ids?: string[] | null;
}

@InputType()
export class MarkNotificationUnreadInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  id!: string;
}
