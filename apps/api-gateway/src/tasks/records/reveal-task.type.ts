import { Field, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../graphql/json.scalar';

@ObjectType()
export class RevealTaskPayload {
  @Field(() => JsonScalar, { nullable: true, description: 'What the mask stands for.' })
  value!: unknown;
}
