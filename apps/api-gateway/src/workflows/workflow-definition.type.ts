import { Field, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/json.scalar';

@ObjectType({ description: 'A workflow that the workers can run.' })
export class WorkflowDefinition {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  version!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'JSON Schema of the input, where the workflow states one.',
  })
  inputSchema!: unknown;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'JSON Schema of the result, where the workflow states one.',
  })
  outputSchema!: unknown;

  @Field(() => [JsonScalar], { description: 'Inputs that show how the workflow is used.' })
  examples!: unknown[];

  @Field(() => String, { description: "Temporal's queue of the workers that run it." })
  taskQueue!: string;
}
