import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A person of the tenant.' })
export class User {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  email!: string;
}
