import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { ApiKeysResolver } from './api-keys.resolver';

const RESOLVERS = [ApiKeysResolver];

@Module({ imports: [TenancyModule], providers: RESOLVERS })
export class KeysApiModule {
  static readonly resolvers = RESOLVERS;
}
