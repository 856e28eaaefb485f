import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Principal } from '@orkestra/tenancy';

export type PrincipalKind = Principal['kind'];

export const PrincipalKindEnum = {
  USER: 'user',
  SERVICE: 'service',
  SYSTEM: 'system',
} as const satisfies Record<Uppercase<PrincipalKind>, PrincipalKind>;

registerEnumType(PrincipalKindEnum, {
  name: 'PrincipalKind',
  description: 'Who acts: a person, a program with an API key, or Orkestra itself.',
});

@ObjectType({ description: 'Whoever did something, by the name they had.' })
export class Actor implements Pick<Principal, 'kind' | 'id' | 'displayName'> {
  @Field(() => PrincipalKindEnum)
  kind!: PrincipalKind;

  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;
}
