import { Module } from '@nestjs/common';
import { PrivacyModule } from '@orkestra/privacy';
import { LegalHoldsResolver } from './legal-holds.resolver';
import { PersonErasureResolver } from './person-erasure.resolver';

const RESOLVERS = [LegalHoldsResolver, PersonErasureResolver];

@Module({ imports: [PrivacyModule], providers: RESOLVERS })
export class PrivacyApiModule {
  static readonly resolvers = RESOLVERS;
}
