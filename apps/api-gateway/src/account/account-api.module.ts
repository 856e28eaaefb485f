import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AccountResolver } from './account.resolver';
import { FactorsResolver } from './factors.resolver';
import { SessionsResolver } from './sessions.resolver';
import { SignInSettingsResolver } from './sign-in-settings.resolver';

const RESOLVERS = [AccountResolver, FactorsResolver, SessionsResolver, SignInSettingsResolver];

@Module({ imports: [TenancyModule], providers: RESOLVERS })
export class AccountApiModule {
  static readonly resolvers = RESOLVERS;
}
