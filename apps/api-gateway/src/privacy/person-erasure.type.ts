import { Field, ObjectType } from '@nestjs/graphql';
import type { ErasureProgressView, ErasureRequest } from '@orkestra/privacy';
import { Person } from '../people/person.type';

@ObjectType()
export class RequestPersonErasurePayload implements ErasureRequest {
  @Field(() => String, { description: 'Confirms the request, once, by the same person.' })
  code!: string;

  @Field(() => Date, { description: 'Until when it confirms.' })
  expiresAt!: Date;
}

@ObjectType()
export class ErasePersonPayload {
  @Field(() => Person)
  person!: Person;
}

@ObjectType({ description: 'How far somebody who was erased is forgotten.' })
export class PersonErasureProgress implements ErasureProgressView {
  @Field(() => Date, { description: 'From then on name and address are gone.' })
  confirmedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when the name stands nowhere; null while the worker is at it.',
  })
  finishedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether a legal hold stops the worker.' })
  held!: boolean;
}
