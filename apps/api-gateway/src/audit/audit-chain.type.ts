import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ChainState } from '@orkestra/tenancy';

@ObjectType({ description: 'How far the audit log is sealed in its signed chain.' })
export class AuditChain implements ChainState {
  @Field(() => Boolean, { description: 'Whether this installation has a key to sign with.' })
  signs!: boolean;

  @Field(() => Int, { description: 'How many entries are sealed.' })
  entries!: number;

  @Field(() => Date, { nullable: true, description: 'When the last checkpoint was signed.' })
  sealedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Hexadecimal SHA-256 of the last checkpoint. Whoever keeps it sees later whether anything was cut off.',
  })
  checkpoint!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the key that signed it.' })
  keyId!: string | null;

  @Field(() => Int, { description: 'How many events wait to be sealed, counted up to 10,000.' })
  unsealed!: number;
}
