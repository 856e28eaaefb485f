import { Field, ObjectType } from '@nestjs/graphql';
import type { ErasureRequest } from '@orkestra/privacy';
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
