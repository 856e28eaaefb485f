import { Module } from '@nestjs/common';
import { PrivacyModule } from '@orkestra/privacy';
import { LegalHoldsResolver } from './legal-holds.resolver';
import { PersonErasureResolver } from './person-erasure.resolver';
import { RetentionResolver } from './retention.resolver';

const RESOLVERS = [LegalHoldsResolver, PersonErasureResolver, RetentionResolver];

@Module({ imports: [PrivacyModule], providers: RESOLVERS })
export class PrivacyApiModule {
  static readonly resolvers = RESOLVERS;
}
