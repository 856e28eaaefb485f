import { Field, ID, InputType } from '@nestjs/graphql';
import type { AuditEventFilter } from '@orkestra/tenancy';
import { IsDate, IsOptional, IsString, MaxLength } from 'class-validator';

@InputType('AuditEventFilter')
export class AuditEventFilterInput implements AuditEventFilter {
  @Field(() => String, { nullable: true, description: 'What actions begin with: `key` for `key.created`.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  area?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string;

  @Field(() => ID, { nullable: true, description: 'Of the person or program that did it.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  actorId?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  targetKind?: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  targetId?: string;

  @Field(() => Date, { nullable: true, description: 'From this moment on.' })
  @IsOptional()
  @IsDate()
  from?: Date;

  @Field(() => Date, { nullable: true, description: 'Before this moment.' })
  @IsOptional()
  @IsDate()
  until?: Date;
}
