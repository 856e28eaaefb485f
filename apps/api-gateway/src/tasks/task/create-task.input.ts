import { Field, InputType } from '@nestjs/graphql';
import { IsObject, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { JsonScalar } from '../../graphql/json.scalar';

@InputType()
export class CreateTaskInput {
  @Field(() => JsonScalar, {
    description:
      'The type `TaskSpec` of `@orkestra/sdk`: `title`, `form`, `assignTo`, `context`, `priority`, `sla`, `approval` and so on.',
  })
  @IsObject()
  spec!: Record<string, unknown>;

  @Field(() => String, {
    nullable: true,
    description:
      'Names this piece of work among those of the same principal: the same key with the same content gives the same task.',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  key?: string;
}
