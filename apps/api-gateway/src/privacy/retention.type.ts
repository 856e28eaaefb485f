import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { RetentionDays } from '@orkestra/privacy';

@ObjectType({
  description:
    'After how many days what people and programs wrote is erased; null for never. Who decided what and when stays.',
})
export class Retention implements RetentionDays {
  @Field(() => Int, { nullable: true, description: 'Since the task ended.' })
  tasks!: number | null;

  @Field(() => Int, { nullable: true, description: 'Since a message was written.' })
  conversations!: number | null;

  @Field(() => Int, { nullable: true, description: 'Since the workflow ended.' })
  executions!: number | null;
}

@ObjectType()
export class SetRetentionPayload {
  @Field(() => Retention)
  retention!: Retention;
}
