import { Field, ID, InputType } from '@nestjs/graphql';
import type {
  ConversationChannel,
  ConversationFilter as Filter,
  ConversationStatus,
  ParticipantRole,
} from '@orkestra/conversations';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { JsonScalar } from '../graphql/json.scalar';
import {
  ConversationChannelEnum,
  ConversationStatusEnum,
  ParticipantRoleEnum,
} from './conversation-enums.type';

@InputType({ description: 'Conditions that all have to be fulfilled.' })
export class ConversationFilter implements Filter {
  @Field(() => ConversationChannelEnum, { nullable: true })
  @IsOptional()
  @IsIn(Object.values(ConversationChannelEnum))
  channel?: ConversationChannel | null;

  @Field(() => ConversationStatusEnum, { nullable: true })
  @IsOptional()
  @IsIn(Object.values(ConversationStatusEnum))
  status?: ConversationStatus | null;

  @Field(() => String, { nullable: true, description: 'A part of the title, in capital or small letters.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  title?: string | null;
}

@InputType()
class ConversationParticipantInput {
  @Field(() => String)
  @IsString()
  @MaxLength(200)
  name!: string;

  @Field(() => ParticipantRoleEnum)
  @IsIn(Object.values(ParticipantRoleEnum))
  role!: ParticipantRole;

  @Field(() => String, { nullable: true, description: 'Whatever the channel knows them by.' })
  @IsOptional()
  @IsString()
  @MaxLength(320)
  address?: string | null;
}

@InputType()
export class CreateConversationInput {
  @Field(() => ConversationChannelEnum)
  @IsIn(Object.values(ConversationChannelEnum))
  channel!: ConversationChannel;

  @Field(() => String, { nullable: true, description: 'What it is about; 1 to 500 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  title?: string | null;

  @Field(() => [ConversationParticipantInput], { nullable: true, description: 'At most 50.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ConversationParticipantInput)
  participants?: ConversationParticipantInput[] | null;

  @Field(() => JsonScalar, { nullable: true, description: 'An object of at most 16 KiB.' })
  @IsOptional()
  @IsObject()
  metadata?: Record<string, unknown> | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Names this conversation among those of the same principal: the same key with the same content gives the same one.',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  key?: string;
}

@InputType()
export class CloseConversationInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  conversationId!: string;
}
