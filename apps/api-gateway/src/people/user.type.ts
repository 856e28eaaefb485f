import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Node } from '../graphql/node.type';

@ObjectType({ implements: () => [Node], description: 'A person of the tenant.' })
export class User {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  email!: string;
}
