import { Field, ObjectType } from '@nestjs/graphql';
import { ApiKey } from './api-key.type';

@ObjectType()
export class CreateApiKeyPayload {
  @Field(() => ApiKey)
  apiKey!: ApiKey;

  @Field(() => String, { description: 'The whole key. This is the only time that it is shown.' })
  secret!: string;
}

@ObjectType()
export class RotateApiKeyPayload {
  @Field(() => ApiKey, { description: 'The new one.' })
  apiKey!: ApiKey;

  @Field(() => String, { description: 'The whole new key. This is the only time that it is shown.' })
  secret!: string;

  @Field(() => ApiKey, { description: 'The old one, which works until it expires.' })
  replaced!: ApiKey;
}

@ObjectType()
export class UpdateApiKeyPayload {
  @Field(() => ApiKey)
  apiKey!: ApiKey;
}

@ObjectType()
export class RevokeApiKeyPayload {
  @Field(() => ApiKey)
  apiKey!: ApiKey;
}
