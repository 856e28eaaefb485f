import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What people may do by their role, and programs by the scopes of their key.' })
export class Permission {
  @Field(() => String, { description: 'Such as `tasks:read`; scopes of API keys have the same names.' })
  name!: string;

  @Field(() => String)
  meaning!: string;

  @Field(() => [String], { description: 'The roles of people who have it.' })
  roles!: string[];

  @Field(() => Boolean, { description: 'Whether an API key can have it as a scope.' })
  forKeys!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer has it.' })
  granted!: boolean;
}
