import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsObject, IsString, MaxLength, Min } from 'class-validator';
import { JsonScalar } from '../../graphql/json.scalar';

@InputType()
export class DiscardTaskDraftInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  taskId!: string;

  @Field(() => Int, {
    description:
      'The version that the viewer has seen, 0 without a draft; fails if another device saved since.',
  })
  @IsInt()
  @Min(0)
  expectedVersion!: number;
}

@InputType()
export class SaveTaskDraftInput extends DiscardTaskDraftInput {
  @Field(() => JsonScalar, {
    description: 'Form data as far as it goes, by field name; it need not be valid. At most 256 KiB.',
  })
  @IsObject()
  data!: Record<string, unknown>;
}
