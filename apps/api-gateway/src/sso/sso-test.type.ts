import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SsoTestResult as Result, SsoTestView, WouldBe } from '@orkestra/tenancy';
import { JsonScalar } from '../graphql/json.scalar';

const SsoAdmissionEnum = {
  KNOWN: 'known',
  LINK: 'link',
  INVITATION: 'invitation',
  PROVISIONING: 'provisioning',
} as const satisfies Record<Uppercase<WouldBe['by']>, WouldBe['by']>;

registerEnumType(SsoAdmissionEnum, {
  name: 'SsoAdmission',
  description: 'How an account of the directory comes to be a person of the workspace.',
  valuesMap: {
    KNOWN: { description: 'It was linked before.' },
    LINK: { description: 'It is linked to who has the e-mail address.' },
    INVITATION: { description: 'It takes up the invitation to the e-mail address.' },
    PROVISIONING: { description: 'A person is made for it.' },
  },
});

@ObjectType()
export class SsoTestGroup {
  @Field(() => String, { description: 'Key of the group.' })
  group!: string;

  @Field(() => String)
  role!: string;
}

@ObjectType({ description: 'Who would have come in, and as what.' })
export class SsoTestPerson implements WouldBe {
  @Field(() => SsoAdmissionEnum)
  by!: WouldBe['by'];

  @Field(() => String)
  email!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  role!: string;

  @Field(() => [SsoTestGroup])
  groups!: SsoTestGroup[];
}

@ObjectType()
export class SsoTestProblem {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType()
export class SsoTestResult implements Result {
  @Field(() => JsonScalar, { description: 'What the directory sent, without what lets somebody in.' })
  claims!: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'What the directory calls the person.' })
  subject!: string | null;

  @Field(() => SsoTestPerson, { nullable: true })
  wouldBe!: SsoTestPerson | null;

  @Field(() => SsoTestProblem, { nullable: true, description: 'Why nobody would have come in.' })
  problem!: SsoTestProblem | null;
}

@ObjectType({ description: 'A round trip to a directory that signs nobody in.' })
export class SsoTest implements SsoTestView {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  connectionId!: string;

  @Field(() => String, { description: 'Where the browser of whoever started it goes.' })
  url!: string;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => SsoTestResult, { nullable: true })
  result!: SsoTestResult | null;
}

@ObjectType()
export class TestSsoConnectionPayload {
  @Field(() => SsoTest)
  test!: SsoTest;
}
