import { Field, ID, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../graphql/json.scalar';

@ObjectType({ description: 'What shows who decided what: an in-toto statement, signed (DSSE).' })
export class DecisionReceipt {
  @Field(() => JsonScalar, {
    description: 'Keep it as a file of its own: others check it with the public key alone.',
  })
  envelope!: unknown;

  @Field(() => ID, { description: 'Of the key that signed it; see `GET /api/v1/evidence/keys`.' })
  keyId!: string;
}
