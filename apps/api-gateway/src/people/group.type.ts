import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Node } from '../graphql/node.type';

@ObjectType({ implements: () => [Node], description: 'People who share a queue.' })
export class Group {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The name that workflows use, such as `support-l1`.' })
  key!: string;

  @Field(() => String)
  name!: string;
}
