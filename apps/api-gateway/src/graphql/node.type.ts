import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** A value that says of which type it is. */
interface Typed {
  __typename: string;
}

@InterfaceType({
  description: 'What has an id that nothing else has, and can be read again by it.',
  resolveType: (value: Typed) => value.__typename,
})
export abstract class Node {
  @Field(() => ID)
  id!: string;
}
