import { Field, ObjectType } from '@nestjs/graphql';
import { SsoConnection, SsoDomain } from './sso-connection.type';

@ObjectType()
export class SsoConnectionPayload {
  @Field(() => SsoConnection)
  connection!: SsoConnection;
}

@ObjectType()
export class SsoDomainPayload {
  @Field(() => SsoDomain)
  domain!: SsoDomain;
}
