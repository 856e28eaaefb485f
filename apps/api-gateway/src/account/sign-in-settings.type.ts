import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { SignInSettings as Settings } from '@orkestra/tenancy';

@ObjectType({ description: 'How the people of the tenant sign in, and for how long.' })
export class SignInSettings implements Settings {
  @Field(() => Boolean, {
    description: 'Whether passwords and passkeys let nobody in but the break-glass owner.',
  })
  ssoOnly!: boolean;

  @Field(() => ID, { nullable: true, description: 'The owner who may sign in all the same.' })
  breakGlassUserId!: string | null;

  @Field(() => Int, { description: 'Minutes without a request after which a session ends.' })
  idleMinutes!: number;

  @Field(() => Int, { description: 'Hours after which a session ends whatever is done.' })
  longestHours!: number;
}

@ObjectType()
export class SetSignInSettingsPayload {
  @Field(() => SignInSettings)
  settings!: SignInSettings;
}
