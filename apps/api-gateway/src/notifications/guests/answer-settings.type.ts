import { Field, ObjectType } from '@nestjs/graphql';
import type { AnswerSettings as Settings } from '@orkestra/tenancy';

@ObjectType({ description: 'How people of the workspace may answer tasks without signing in.' })
export class AnswerSettings implements Settings {
  @Field(() => Boolean, { description: 'By a link in a mail, which lets whoever has it decide once.' })
  byMail!: boolean;

  @Field(() => Boolean, { description: 'By a reply to a mail.' })
  byReply!: boolean;

  @Field(() => Boolean, { description: 'Whether people without an account may be invited to single tasks.' })
  guests!: boolean;
}

@ObjectType()
export class SetAnswerSettingsPayload {
  @Field(() => AnswerSettings)
  settings!: AnswerSettings;
}
