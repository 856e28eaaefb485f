import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { GroupSettingsResolver } from './group-settings.resolver';
import { TenantSettingsResolver } from './tenant-settings.resolver';
import { UserSettingsResolver } from './user-settings.resolver';

const RESOLVERS = [GroupSettingsResolver, TenantSettingsResolver, UserSettingsResolver];

@Module({
  imports: [TenancyModule],
  providers: RESOLVERS,
})
export class SettingsApiModule {
  static readonly resolvers = RESOLVERS;
}
