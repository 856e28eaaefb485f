import { Field, ObjectType } from '@nestjs/graphql';
import { Departure, Person } from './person.type';

@ObjectType()
export class InvitePersonPayload {
  @Field(() => Person)
  person!: Person;

  @Field(() => String, {
    nullable: true,
    description: 'To be handed to the person, shown this once; null where it was sent by mail.',
  })
  link!: string | null;

  @Field(() => Date, { description: 'When the link ends.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'The person as they were; they are forgotten.' })
export class RevokeInvitationPayload {
  @Field(() => Person)
  person!: Person;
}

@ObjectType()
export class ChangePersonRolePayload {
  @Field(() => Person)
  person!: Person;
}

@ObjectType()
export class SetPersonGroupsPayload {
  @Field(() => Person)
  person!: Person;
}

@ObjectType()
export class DeactivatePersonPayload {
  @Field(() => Person)
  person!: Person;

  @Field(() => Departure, { description: 'What became of their work.' })
  departure!: Departure;
}

@ObjectType()
export class ReactivatePersonPayload {
  @Field(() => Person)
  person!: Person;
}
