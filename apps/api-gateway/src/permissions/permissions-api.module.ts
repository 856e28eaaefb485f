import { Module } from '@nestjs/common';
import { PermissionsResolver } from './permissions.resolver';

const RESOLVERS = [PermissionsResolver];

@Module({ providers: RESOLVERS })
export class PermissionsApiModule {
  static readonly resolvers = RESOLVERS;
}
