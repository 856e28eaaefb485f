import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { JsonScalar } from '../graphql/json.scalar';

@InputType()
export class StartWorkflowInput {
  @Field(() => String, { description: 'Name of the workflow definition, such as `customer-support`.' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  type!: string;

  @Field(() => JsonScalar, { description: "Checked against the definition's `inputSchema`." })
  @IsOptional()
  input!: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'Names the execution: the same key with the same input is the same execution.',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  key?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address or id of the person for whom it is started; they may not approve what it asks, unless the workspace lets them.',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  onBehalfOf?: string;
}
