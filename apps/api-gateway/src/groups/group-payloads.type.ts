import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Group } from '../people/group.type';

@ObjectType()
export class CreateGroupPayload {
  @Field(() => Group)
  group!: Group;
}

@ObjectType()
export class RenameGroupPayload {
  @Field(() => Group)
  group!: Group;
}

@ObjectType()
export class ChangeGroupMembersPayload {
  @Field(() => Group)
  group!: Group;
}

@ObjectType()
export class DeleteGroupPayload {
  @Field(() => Group, { description: 'As it was.' })
  group!: Group;

  @Field(() => Int, { description: 'How many open tasks the other group got.' })
  movedTasks!: number;
}
